//! Merging (汇总): scoresheets become a set, the set a standing. Neither order nor repetition can matter.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use lx_domain::{BatchFile, Digest, Fingerprint, Role, Roster, Sheet, UnixMillis};
use lx_ledger::EnvelopeKind;
use lx_seal::{Envelope, Keys, MAX_FILE, decrypt_with, is_encrypted};
use lx_tally::{Outcome, standing_of};
use serde_json::json;

use crate::{
    Desk, Frozen, StepError,
    checking::{MergeRefusal, check_sheet},
    files,
    sheet_file::SheetFile,
};

/// A sheet that the merging names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The file it came in; empty for one that was known before.
    pub path: PathBuf,
    /// Whose.
    pub reviewer: Fingerprint,
    /// Digest of its payload.
    pub digest: Digest,
}

/// A file that was left out.
#[derive(Debug)]
pub struct RefusedSheet {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub reason: MergeRefusal,
}

/// What came of merging.
#[derive(Debug, Default)]
pub struct Merged {
    /// Taken now.
    pub taken: Vec<Named>,
    /// Known before, or twice in one call.
    pub already: Vec<Named>,
    /// Not effective, because a later sheet of the same reviewer names them as its parent.
    pub superseded: Vec<Named>,
    /// Left out.
    pub refused: Vec<RefusedSheet>,
    /// Which sheets count and which conflict now; its standing is empty.
    pub heads: Option<Outcome>,
}

struct Candidate {
    named: Named,
    envelope: Vec<u8>,
    sheet: Sheet,
}

/// Takes scoresheet files. Each refused file is named and journalled; with `dry_run` nothing at all is written.
///
/// # Errors
/// [`StepError::NotFrozen`], [`StepError::NotYourRole`], or a broken desk. A refused file is no error.
pub fn merge(desk: &mut Desk, paths: &[PathBuf], dry_run: bool, at: UnixMillis) -> Result<Merged, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Chair, Role::Deputy, Role::Secretary])?;
    let roster = desk.roster()?;
    let mut merged = Merged::default();
    let mut fresh: BTreeMap<Digest, Candidate> = BTreeMap::new();
    for (path, checked) in paths.iter().zip(check_all(paths, &frozen, &roster, &desk.keys)) {
        match checked {
            Ok(candidate) => {
                let digest = candidate.named.digest;
                if desk.sheets.contains_key(&digest) || fresh.contains_key(&digest) {
                    merged.already.push(candidate.named);
                } else {
                    fresh.insert(digest, candidate);
                }
            }
            Err(reason) => merged.refused.push(RefusedSheet {
                path: files::absolute(path),
                reason,
            }),
        }
    }
    let before: BTreeSet<_> = heads(desk, desk.sheets.iter().map(|(d, s)| (*d, s.as_ref())))?
        .superseded
        .into_iter()
        .collect();
    let known = desk.sheets.iter().map(|(digest, sheet)| (*digest, sheet.as_ref()));
    let after = heads(desk, known.chain(fresh.iter().map(|(digest, c)| (*digest, &c.sheet))))?;
    for digest in after.superseded.iter().filter(|d| !before.contains(*d)) {
        let known = || {
            desk.sheets.get(digest).map(|s| Named {
                path: PathBuf::new(),
                reviewer: s.reviewer,
                digest: *digest,
            })
        };
        merged.superseded.extend(fresh.get(digest).map(|c| c.named.clone()).or_else(known));
    }
    let effective = |c: &&Candidate| !after.superseded.contains(&c.named.digest);
    merged.taken = in_call_order(paths, fresh.values().filter(effective).map(|c| c.named.clone()).collect());
    merged.heads = Some(after);
    if !dry_run {
        keep(desk, &fresh, &merged.refused, at)?;
        desk.sheets.extend(fresh.into_iter().map(|(digest, c)| (digest, Arc::new(c.sheet))));
    }
    Ok(merged)
}

/// Checks every file, on as many threads as the machine has; the order of the answers is that of the files.
fn check_all(paths: &[PathBuf], frozen: &Frozen, roster: &Roster, keys: &Keys) -> Vec<Result<Candidate, MergeRefusal>> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = paths.len().div_ceil(threads).max(1);
    let check = |path: &PathBuf| check_file(path, frozen, roster, keys);
    if threads == 1 || paths.len() < 4 {
        return paths.iter().map(check).collect();
    }
    std::thread::scope(|scope| {
        let working: Vec<_> = paths
            .chunks(share)
            .map(|part| (part, scope.spawn(move || part.iter().map(check).collect::<Vec<_>>())))
            .collect();
        // A thread that died has checked nothing: its share is checked here.
        working
            .into_iter()
            .flat_map(|(part, thread)| thread.join().unwrap_or_else(|_| part.iter().map(check).collect()))
            .collect()
    })
}

fn check_file(path: &Path, frozen: &Frozen, roster: &Roster, keys: &Keys) -> Result<Candidate, MergeRefusal> {
    let file = read_file(keys, path)?;
    let (digest, sheet) = check_sheet(&file, frozen, roster)?;
    let envelope = file.sheet.bytes().map_err(MergeRefusal::Form)?;
    Ok(Candidate {
        named: Named {
            path: files::absolute(path),
            reviewer: sheet.reviewer,
            digest,
        },
        envelope,
        sheet,
    })
}

/// Which sheets count, supersede and conflict: the standing's own rules, without the applications, which make no difference to it.
fn heads<'s>(desk: &Desk, sheets: impl Iterator<Item = (Digest, &'s Sheet)>) -> Result<Outcome, StepError> {
    let frozen = desk.batch()?;
    let bare = BatchFile {
        applications: Vec::new(),
        ..frozen.file.clone()
    };
    let without = |sheet: &Sheet| Sheet {
        assessments: Vec::new(),
        parents: sheet.parents.clone(),
        device: sheet.device.clone(),
        ..*sheet
    };
    let sheets: Vec<(Digest, Sheet)> = sheets.map(|(digest, sheet)| (digest, without(sheet))).collect();
    Ok(standing_of(&bare, &sheets, &desk.rulings()?))
}

fn in_call_order(paths: &[PathBuf], mut named: Vec<Named>) -> Vec<Named> {
    let place: BTreeMap<PathBuf, usize> = paths.iter().enumerate().map(|(n, p)| (files::absolute(p), n)).collect();
    named.sort_by_key(|n| place.get(&n.path).copied());
    named
}

fn read_file(keys: &Keys, path: &Path) -> Result<SheetFile, MergeRefusal> {
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX);
    let mut bytes = files::read(path, most).map_err(|error| match error {
        StepError::File { source, .. } => MergeRefusal::Unreadable(source),
        _ => MergeRefusal::Form(lx_seal::SealError::TooLarge {
            found: MAX_FILE,
            limit: MAX_FILE,
        }),
    })?;
    if is_encrypted(&bytes) {
        let mut plain = Vec::new();
        decrypt_with(keys, &mut bytes.as_slice(), &mut plain).map_err(MergeRefusal::Encrypted)?;
        bytes = plain;
    }
    SheetFile::parse(&bytes).map_err(MergeRefusal::Form)
}

fn keep(desk: &mut Desk, fresh: &BTreeMap<Digest, Candidate>, refused: &[RefusedSheet], at: UnixMillis) -> Result<(), StepError> {
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        for (digest, candidate) in fresh {
            tx.put_envelope(EnvelopeKind::Sheet, digest, &candidate.envelope, at)?;
            let detail = json!({ "path": candidate.named.path.display().to_string(), "reviewer": candidate.named.reviewer });
            tx.append_journal("merge", Some(digest), Some(&me), at, &detail)?;
        }
        for file in refused {
            let detail = json!({ "path": file.path.display().to_string(), "code": file.reason.code(), "reason": file.reason.to_string() });
            tx.append_journal("merge_refused", None, Some(&me), at, &detail)?;
        }
        Ok(())
    })
}

/// The standing: a pure function of batch file, sheets, rulings and rule. Kept until a sheet or a ruling comes.
///
/// # Errors
/// [`StepError::NotFrozen`].
pub fn outcome(desk: &Desk) -> Result<Arc<Outcome>, StepError> {
    let frozen = desk.batch()?;
    let rulings = desk.rulings()?;
    let key = (frozen.digest, desk.sheets.len(), rulings.len());
    if let Some((_, kept)) = desk.reckoned.borrow().as_ref().filter(|(of, _)| *of == key) {
        return Ok(Arc::clone(kept));
    }
    let sheets: Vec<(Digest, Sheet)> = desk
        .sheets
        .iter()
        .map(|(digest, sheet)| (*digest, sheet.as_ref().clone()))
        .collect();
    let outcome = Arc::new(standing_of(&frozen.file, &sheets, &rulings));
    *desk.reckoned.borrow_mut() = Some((key, Arc::clone(&outcome)));
    Ok(outcome)
}

/// As [`outcome`], for people who may see it: a reviewer sees nobody else's scores.
///
/// # Errors
/// [`StepError::NotYourRole`] for a reviewer.
pub fn standing(desk: &Desk) -> Result<Arc<Outcome>, StepError> {
    desk.expect_role(&[Role::Chair, Role::Deputy, Role::Secretary, Role::Supervisor])?;
    outcome(desk)
}

/// The signed envelopes of every merged sheet, by digest.
pub(crate) fn envelopes(desk: &Desk) -> Result<Vec<Envelope>, StepError> {
    let mut stored = desk.ledger.envelopes(EnvelopeKind::Sheet)?;
    stored.sort_by_key(|s| s.digest);
    stored.into_iter().map(|s| Ok(Envelope::parse(&s.bytes)?)).collect()
}
