//! The open desk: one person, one batch, one folder.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use lx_domain::{ApplicationNumber, BatchFile, Card, Carry, Digest, Dossier, Fingerprint, Profile, Role, Roster, Ruling, Sheet};
use lx_ledger::{EnvelopeKind, Ledger};
use lx_seal::{Envelope, Keys, PayloadKind, PublicKey, card_key, open, open_card, open_unchecked};

use crate::{StepError, beside::Beside, correcting::corrected};

/// Whose desk it is.
#[derive(Debug, Clone)]
pub struct Person {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// Role asked for at enrolment.
    pub asked: Role,
    /// The sealed card.
    pub card: Envelope,
}

/// The frozen batch with its signatures.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// As signed.
    pub envelope: Envelope,
    /// Digest of the payload.
    pub digest: Digest,
    /// What it says.
    pub file: BatchFile,
}

impl Frozen {
    /// Whether the chair has signed it.
    #[must_use]
    pub fn is_countersigned(&self) -> bool {
        self.envelope.signers().contains(&self.file.chair)
    }
}

/// An open desk.
pub struct Desk {
    pub(crate) ledger: Ledger,
    pub(crate) keys: Keys,
    pub(crate) person: Person,
    pub(crate) frozen: Option<Arc<Frozen>>,
    pub(crate) sheets: BTreeMap<Digest, Arc<Sheet>>,
    /// The last standing, and of what it is: sheets and rulings are only ever added.
    pub(crate) reckoned: RefCell<Option<Reckoned>>,
    /// Carry files that were opened: who signed, and what each says. A kept file never changes.
    pub(crate) carries: RefCell<BTreeMap<Digest, Arc<(Card, Carry)>>>,
    /// The batch side by side, and at which state of the desk.
    pub(crate) beside: RefCell<Option<(u64, Arc<Beside>)>>,
}

/// Batch file, number of sheets, number of rulings; and what followed from them.
pub(crate) type Reckoned = ((Digest, usize, usize), Arc<lx_tally::Outcome>);

impl Desk {
    /// Opens a desk that exists; the database, the journal, every signature kept in it are checked.
    ///
    /// # Errors
    /// What the ledger refuses; a kept file whose signature does not hold.
    pub fn open(folder: &Path, passphrase: &str) -> Result<Self, StepError> {
        let ledger = Ledger::open(folder, passphrase)?;
        Self::of(ledger)
    }

    /// Refuses a folder that holds no desk, before a passphrase is asked for.
    ///
    /// # Errors
    /// [`lx_ledger::LedgerError::NotADesk`].
    pub fn expect_at(folder: &Path) -> Result<(), StepError> {
        if folder.join("desk.toml").is_file() {
            Ok(())
        } else {
            Err(lx_ledger::LedgerError::NotADesk { folder: folder.to_owned() }.into())
        }
    }

    pub(crate) fn of(ledger: Ledger) -> Result<Self, StepError> {
        let nobody = || StepError::Unknown {
            what: "identity",
            name: String::new(),
        };
        let secret = ledger.identity()?.ok_or_else(nobody)?;
        let keys = Keys::from_secret_bytes(&secret)?;
        let cards = ledger.envelopes(EnvelopeKind::Card)?;
        let own = cards.into_iter().find_map(|stored| {
            let card = open_card(&stored.bytes).ok()?;
            let key = card_key(&card).ok()?;
            (key.fingerprint() == keys.fingerprint()).then_some((card, stored.bytes))
        });
        let (card, bytes) = own.ok_or_else(nobody)?;
        let person = Person {
            name: card.name,
            org: card.org,
            asked: card.role,
            card: Envelope::parse(&bytes)?,
        };
        let mut desk = Self {
            ledger,
            keys,
            person,
            frozen: None,
            sheets: BTreeMap::new(),
            reckoned: RefCell::default(),
            carries: RefCell::default(),
            beside: RefCell::default(),
        };
        desk.reload()?;
        Ok(desk)
    }

    /// Reads the frozen batch and the sheets again after a step changed them.
    pub(crate) fn reload(&mut self) -> Result<(), StepError> {
        let stored = self.ledger.envelopes(EnvelopeKind::Batch)?;
        let Some(stored) = stored.last() else { return Ok(()) };
        if self
            .frozen
            .as_ref()
            .is_none_or(|f| f.envelope.bytes().ok().as_deref() != Some(stored.bytes.as_slice()))
        {
            let envelope = Envelope::parse(&stored.bytes)?;
            let claimed: BatchFile = open_unchecked(&envelope, PayloadKind::Batch)?;
            let file = open(&envelope, PayloadKind::Batch, &roster_keys(&claimed.roster)?)?;
            self.frozen = Some(Arc::new(Frozen {
                digest: envelope.payload_digest(),
                envelope,
                file,
            }));
        }
        for stored in self.ledger.envelopes(EnvelopeKind::Sheet)? {
            if !self.sheets.contains_key(&stored.digest) {
                let envelope = Envelope::parse(&stored.bytes)?;
                let sheet: Sheet = open(&envelope, PayloadKind::Sheet, &self.known_keys()?)?;
                self.sheets.insert(stored.digest, Arc::new(sheet));
            }
        }
        Ok(())
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.ledger.folder()
    }

    /// Where the desk puts files that leave it, unless told otherwise: beside the desk, not in it.
    #[must_use]
    pub fn out_folder(&self) -> PathBuf {
        let name = self
            .folder()
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        self.folder().parent().unwrap_or(self.folder()).join(format!("{name}-out"))
    }

    /// Whose it is.
    #[must_use]
    pub fn person(&self) -> &Person {
        &self.person
    }

    /// The person's key.
    #[must_use]
    pub fn me(&self) -> Fingerprint {
        self.keys.fingerprint()
    }

    /// The desk's encrypted store, for reading.
    #[must_use]
    pub fn records(&self) -> &Ledger {
        &self.ledger
    }

    /// Asks for the passphrase once more, as before a signature.
    ///
    /// # Errors
    /// [`lx_ledger::LedgerError::WrongPassphrase`].
    pub fn check_passphrase(&self, passphrase: &str) -> Result<(), StepError> {
        Ok(self.ledger.check_passphrase(passphrase)?)
    }

    /// A random-looking name of this desk: follows from its random key.
    #[must_use]
    pub fn device(&self) -> String {
        let digest = Digest::of(format!("linxuan-device {}", self.me()).as_bytes()).to_string();
        digest.get(..32).unwrap_or(&digest).to_owned()
    }

    /// The role: the roster's once the person is on one, else the one asked for.
    #[must_use]
    pub fn role(&self) -> Role {
        let roster = self.roster().unwrap_or_default();
        roster.member(&self.me()).map_or(self.person.asked, |m| m.role)
    }

    pub(crate) fn expect_role(&self, needed: &[Role]) -> Result<(), StepError> {
        let has = self.role();
        if needed.contains(&has) {
            Ok(())
        } else {
            Err(StepError::NotYourRole {
                has,
                needed: needed.to_vec(),
            })
        }
    }

    /// The frozen batch.
    #[must_use]
    pub fn frozen(&self) -> Option<&Arc<Frozen>> {
        self.frozen.as_ref()
    }

    /// The frozen batch, or a refusal.
    ///
    /// # Errors
    /// [`StepError::NotFrozen`].
    pub fn batch(&self) -> Result<Arc<Frozen>, StepError> {
        self.frozen.clone().ok_or(StepError::NotFrozen)
    }

    /// The profile in force.
    ///
    /// # Errors
    /// [`StepError::NoBatch`].
    pub fn profile(&self) -> Result<Profile, StepError> {
        match &self.frozen {
            Some(frozen) => Ok(frozen.file.profile.clone()),
            None => Ok(self.ledger.batch_draft()?.ok_or(StepError::NoBatch)?.profile),
        }
    }

    /// The committee: of the batch file with its amendments, or the draft.
    ///
    /// # Errors
    /// What reading the desk can meet.
    pub fn roster(&self) -> Result<Roster, StepError> {
        let Some(frozen) = &self.frozen else {
            return Ok(self.ledger.roster()?);
        };
        let amended = self.rulings()?.into_iter().rev().find_map(|r| match r.kind {
            lx_domain::RulingKind::Amend { roster } => Some(roster),
            _ => None,
        });
        Ok(amended.unwrap_or_else(|| frozen.file.roster.clone()))
    }

    /// The rulings, by sequence.
    ///
    /// # Errors
    /// A kept ruling whose signature does not hold.
    pub fn rulings(&self) -> Result<Vec<Ruling>, StepError> {
        let Some(frozen) = &self.frozen else { return Ok(Vec::new()) };
        let keys = roster_keys(&frozen.file.roster)?;
        let mut rulings = Vec::new();
        for stored in self.ledger.envelopes(EnvelopeKind::Ruling)? {
            rulings.push(open::<Ruling>(&Envelope::parse(&stored.bytes)?, PayloadKind::Ruling, &keys)?);
        }
        rulings.sort_by_key(|r| r.sequence);
        Ok(rulings)
    }

    /// Every key that this batch knows: of the frozen roster and of its amendments.
    pub(crate) fn known_keys(&self) -> Result<Vec<PublicKey>, StepError> {
        let Some(frozen) = &self.frozen else { return Ok(Vec::new()) };
        let mut keys = roster_keys(&frozen.file.roster)?;
        for ruling in self.rulings()? {
            if let lx_domain::RulingKind::Amend { roster } = ruling.kind {
                keys.extend(roster_keys(&roster)?);
            }
        }
        Ok(keys)
    }

    /// The sheets on this desk, by digest; every signature was checked.
    #[must_use]
    pub fn sheets(&self) -> &BTreeMap<Digest, Arc<Sheet>> {
        &self.sheets
    }

    /// Bytes that are free where the desk keeps its documents; absent where the system does not say.
    #[must_use]
    pub fn free_bytes(&self) -> Option<u64> {
        self.ledger.documents().free_bytes()
    }

    /// The dossiers as they stand: corrections applied before the freeze, frozen afterwards. By number.
    ///
    /// # Errors
    /// What reading the desk can meet.
    pub fn dossiers(&self) -> Result<Vec<Dossier>, StepError> {
        if let Some(frozen) = &self.frozen {
            return Ok(frozen.file.applications.iter().map(|a| a.dossier.clone()).collect());
        }
        self.ledger
            .dossiers()?
            .into_iter()
            .map(|(_, dossier)| Ok(corrected(&self.ledger, dossier)?))
            .collect()
    }

    /// One dossier as it stands.
    ///
    /// # Errors
    /// [`StepError::UnknownApplication`].
    pub fn dossier(&self, number: &ApplicationNumber) -> Result<Dossier, StepError> {
        let unknown = || StepError::UnknownApplication(number.to_string());
        if let Some(frozen) = &self.frozen {
            return frozen.file.application(number).map(|a| a.dossier.clone()).ok_or_else(unknown);
        }
        let (_, dossier) = self.ledger.dossier(number)?.ok_or_else(unknown)?;
        Ok(corrected(&self.ledger, dossier)?)
    }

    /// Whether an application is in this batch: nothing of the batch is done with one that was set aside.
    pub(crate) fn expect_here(&self, number: &ApplicationNumber) -> Result<(), StepError> {
        if self.ledger.set_aside()?.iter().any(|aside| aside.number == *number) {
            return Err(StepError::MovedOn(number.clone()));
        }
        Ok(())
    }

    /// Whether packages may be taken: by whom, and before the freeze.
    pub(crate) fn expect_taking(&self) -> Result<(), StepError> {
        self.expect_role(&[Role::Secretary, Role::Chair])?;
        if self.frozen.is_some() {
            return Err(StepError::Frozen);
        }
        self.profile().map(drop)
    }

    /// As [`Desk::expect_taking`], where something new is to come in: what comes after the freeze waits for a later batch.
    pub(crate) fn expect_receiving(&self) -> Result<(), StepError> {
        self.expect_taking().map_err(|error| match error {
            StepError::Frozen => StepError::TakingClosed,
            other => other,
        })
    }

    /// The spreadsheet that lists the batch (申报汇总表), as it was read.
    ///
    /// # Errors
    /// [`lx_ledger::LedgerError::Damaged`] if it cannot be read.
    pub fn listing(&self) -> Result<Option<lx_intake::Roster>, StepError> {
        let Some(listing) = self.ledger.listing()? else { return Ok(None) };
        let damaged = |e: serde_json::Error| lx_ledger::LedgerError::Damaged {
            what: format!("listing: {e}"),
        };
        Ok(Some(serde_json::from_str(&listing.content).map_err(damaged)?))
    }

    /// The batch side by side as it stands now; reckoned once until anything is written to the desk.
    ///
    /// # Errors
    /// What reading the desk can meet.
    pub fn beside(&self) -> Result<Arc<Beside>, StepError> {
        let state = self.ledger.changes();
        if let Some((at, found)) = &*self.beside.borrow()
            && *at == state
        {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(Beside::of(&self.dossiers()?, self.listing()?.as_ref()));
        *self.beside.borrow_mut() = Some((state, Arc::clone(&found)));
        Ok(found)
    }
}

/// The keys on a roster; each must be the one that the member's fingerprint names.
///
/// # Errors
/// [`lx_seal::SealError::NotAKey`], [`lx_seal::SealError::UnknownSigner`] for a card of another key.
pub fn roster_keys(roster: &Roster) -> Result<Vec<PublicKey>, lx_seal::SealError> {
    let key = |member: &lx_domain::Member| {
        let key = card_key(&member.card)?;
        if key.fingerprint() == member.fingerprint {
            Ok(key)
        } else {
            Err(lx_seal::SealError::UnknownSigner {
                fingerprint: member.fingerprint,
            })
        }
    };
    roster.members.iter().map(key).collect()
}
