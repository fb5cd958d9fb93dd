//! Applications of a carry file on their way onto the desk: documents stored, papers read anew, everything written at once.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Read},
    path::Path,
};

use lx_domain::{
    Applicant, ApplicantPart, ApplicantRole, ApplicationNumber, CarriedApplication, Carry, Corrected, Digest, Document, Dossier, Field,
    FieldId, FieldStatus, Finding, Profile, Severity, UnixMillis,
};
use lx_intake::{Earlier, IntakeError, Limits, ReadAgain, Terms, Watch, read_again};
use lx_ledger::{Carried, Correction, DocumentBatch, EnvelopeKind, Part, StoredDocuments};
use lx_seal::{SealError, digest_of};
use serde_json::json;

use crate::{
    Desk, StepError,
    bundle::{self, Keep, kept},
    carry_file::OpenedCarry,
    correcting::{apply, naming::are_joint},
    numbers::NUMBER_OPEN,
    refusal::{BatchRefusal, CarryRefusal},
    verifying,
};

/// Earlier number, number here, whether the application is new.
pub type Taken = (ApplicationNumber, ApplicationNumber, bool);

/// What is to be done, checked before anything is read.
pub(super) struct Plan {
    pub(super) vouched: &'static str,
    /// Earlier number → number here, whether it is new, whether the number is ours.
    pub(super) places: BTreeMap<ApplicationNumber, (ApplicationNumber, bool, bool)>,
    pub(super) already: Vec<(ApplicationNumber, ApplicationNumber)>,
    /// The file that was looked at: the one that is read must be the same.
    pub(super) digest: Digest,
}

/// An application that is new here.
pub(super) struct New {
    dossier: Dossier,
    texts: Vec<(Digest, Vec<lx_intake::TextBlock>)>,
    /// What, the value, why.
    corrections: Vec<(Corrected, String, String)>,
}

/// Puts the documents of the applications that are new here onto the desk; no row names them yet.
pub(super) fn store(desk: &Desk, path: &Path, plan: &Plan, carry: &Carry) -> Result<StoredDocuments, StepError> {
    let new = |a: &&CarriedApplication| a.documents && plan.places.get(&a.dossier.number).is_some_and(|(_, new, _)| *new);
    let wanted = carry.applications.iter().filter(new).flat_map(|a| &a.dossier.documents);
    let mut keep = OntoDesk {
        wanted: wanted.map(|d| d.digest).collect(),
        batch: desk.ledger.documents().batch()?,
    };
    let digest = plan.digest;
    let stored = bundle::with_plain(path, Some(&desk.keys), move |reader| {
        let whole: OpenedCarry = bundle::whole(reader, &mut keep)?;
        if whole.digest != digest {
            return Err(BatchRefusal::OtherVersion);
        }
        Ok(keep.batch.commit()?)
    });
    Ok(stored.map_err(CarryRefusal::from)?)
}

struct OntoDesk {
    wanted: BTreeSet<Digest>,
    batch: DocumentBatch,
}

impl Keep for OntoDesk {
    fn document(&mut self, digest: &Digest, reader: &mut dyn Read) -> Result<Digest, BatchRefusal> {
        if self.wanted.contains(digest) {
            Ok(self.batch.store(reader)?.digest)
        } else {
            verifying::Discard.document(digest, reader)
        }
    }
    fn text(&mut self, _: Digest, _: &mut dyn Read) -> Result<(), BatchRefusal> {
        Ok(())
    }
}

/// The application as the first version of this batch: its papers read anew under this batch's profile, then what persons had
/// settled of its fields.
pub(super) fn arrived(
    desk: &Desk,
    profile: &Profile,
    application: &CarriedApplication,
    number: &ApplicationNumber,
    ours: bool,
    watch: &mut dyn Watch,
) -> Result<New, StepError> {
    let came = &application.dossier;
    let ReadAgain { mut dossier, texts } = if application.documents {
        read(desk, profile, came, number, watch)?
    } else {
        ReadAgain {
            dossier: without_documents(came),
            texts: Vec::new(),
        }
    };
    // Where the papers do not say it, what the earlier batch knew stands.
    if dossier.title.is_empty() {
        dossier.title.clone_from(&came.title);
    }
    if dossier.applicants.is_empty() {
        dossier.applicants.clone_from(&came.applicants);
    }
    dossier.number.clone_from(number);
    dossier.provisional = ours;
    dossier.version = 1;
    dossier.received_at = came.received_at;
    dossier.findings.retain(|f| !NUMBER_OPEN.contains(&f.code.as_str()));
    dossier.findings.push(came_over(application));
    dossier.findings.sort_by_key(|f| f.severity);
    let why = |(about, value): (Corrected, String)| {
        let reason = reason(application, about, &value);
        (about, value, reason)
    };
    let corrections = settled(came, &dossier).into_iter().map(why).collect();
    Ok(New {
        dossier,
        texts,
        corrections,
    })
}

/// Why a value stands that the papers do not give: the batch that settled it, and who wrote it there for which reason.
fn reason(application: &CarriedApplication, about: Corrected, value: &str) -> String {
    let batch = application.latest().map(|c| format!("承{}", c.batch_name)).unwrap_or_default();
    let said = application.corrections.iter().find(|c| c.about == about && c.value == value);
    match said {
        Some(said) if said.reason.is_empty() => format!("{batch}（{}）", said.by),
        Some(said) => format!("{batch}（{}：{}）", said.by, said.reason),
        None => batch,
    }
}

/// What was certain in the earlier batch, by the papers or by a person, and does not follow from the papers as they read now.
/// Each is applied to `now` as it is found: who applies decides which of the applicants a later one is about.
fn settled(came: &Dossier, now: &Dossier) -> Vec<(Corrected, String)> {
    let mut now = now.clone();
    let mut found = Vec::new();
    // Where the papers name as many as before, each is the one that it was, whatever a person made of its name.
    let as_many = came.applicants.len() == now.applicants.len();
    let names = |id: FieldId| matches!(id, FieldId::Lead | FieldId::Joint);
    // What the form read of joint applicants before a person renamed one names nobody that applies.
    let outdated = |f: &Field| f.id == FieldId::Joint && f.status == FieldStatus::Found && !are_joint(came);
    let fields = came
        .fields
        .iter()
        .filter(|f| certain(f.status) && f.id != FieldId::Number && !outdated(f));
    let fields: Vec<&Field> = fields.collect();
    let (naming, others): (Vec<&Field>, Vec<&Field>) = fields.into_iter().partition(|f| names(f.id));
    settle_fields(&others, &mut now, &mut found);
    if !as_many {
        settle_fields(&naming, &mut now, &mut found);
    }
    for (at, before) in came.applicants.iter().enumerate() {
        let place = if as_many {
            Some(at)
        } else {
            now.applicants.iter().position(|n| n.name == before.name)
        };
        let Some((at, applicant)) = place.and_then(|at| Some((at, u32::try_from(at).ok()?))) else {
            continue;
        };
        // Whoever is made the lead makes the others joint applicants.
        let led = |part: ApplicantPart| part != ApplicantPart::Role || before.role == ApplicantRole::Lead;
        for stated in before.stated.iter().filter(|s| certain(s.status) && led(s.part)) {
            let part = stated.part;
            let differs = |n: &Applicant| n.part(part) != before.part(part) || !n.stated(part).is_some_and(|s| certain(s.status));
            if now.applicants.get(at).is_some_and(differs) {
                let (about, value) = (Corrected::Applicant { applicant, part }, before.part(part));
                apply(&mut now, about, &value);
                found.push((about, value));
            }
        }
    }
    if as_many {
        settle_fields(&naming, &mut now, &mut found);
    }
    found
}

fn settle_fields(fields: &[&Field], now: &mut Dossier, found: &mut Vec<(Corrected, String)>) {
    for field in fields {
        let same = |n: &Field| n.id == field.id && n.value == field.value && certain(n.status);
        if !now.fields.iter().any(same) {
            let about = Corrected::Field(field.id);
            apply(now, about, &field.value);
            found.push((about, field.value.clone()));
        }
    }
}

fn certain(status: FieldStatus) -> bool {
    status != FieldStatus::Confirm
}

fn read(desk: &Desk, profile: &Profile, came: &Dossier, number: &ApplicationNumber, watch: &mut dyn Watch) -> Result<ReadAgain, StepError> {
    let terms = Terms {
        profile,
        at: came.received_at,
        limits: Limits::default(),
        provisional: number.clone(),
        printable: &|c| lx_report::check_glyphs(c.encode_utf8(&mut [0; 4])).is_empty(),
        encoding: None,
        read: true,
    };
    let documents = desk.ledger.documents();
    let open = |digest: &Digest| -> io::Result<Box<dyn Read>> { Ok(Box::new(documents.read(digest).map_err(io::Error::other)?)) };
    let earlier = Earlier {
        dossier: came,
        open: &open,
    };
    read_again(&earlier, &terms, watch).map_err(|error| match error {
        IntakeError::Cancelled { .. } => CarryRefusal::Cancelled.into(),
        _ => CarryRefusal::File(BatchRefusal::Inconsistent(came.number.to_string())).into(),
    })
}

/// What the papers said without the papers: nothing points to a document that is not here.
fn without_documents(came: &Dossier) -> Dossier {
    let fields = came.fields.iter().map(|f| Field {
        source: None,
        candidates: Vec::new(),
        ..f.clone()
    });
    Dossier {
        fields: fields.collect(),
        documents: Vec::<Document>::new(),
        findings: Vec::new(),
        ..came.clone()
    }
}

fn came_over(application: &CarriedApplication) -> Finding {
    let code = if application.documents { "carried_over" } else { "carried_bare" };
    let batch = application.latest().map(|c| c.batch_name.clone()).unwrap_or_default();
    Finding {
        severity: if application.documents { Severity::Info } else { Severity::Warning },
        code: code.to_owned(),
        args: BTreeMap::from([
            ("batch".to_owned(), batch),
            ("former".to_owned(), application.dossier.number.to_string()),
        ]),
        evidence: Vec::new(),
        item: None,
        clause: None,
    }
}

/// One transaction: everything that was chosen, or nothing.
pub(super) fn write(
    desk: &mut Desk,
    opened: &OpenedCarry,
    plan: &Plan,
    documents: &StoredDocuments,
    new: &[New],
    at: UnixMillis,
) -> Result<Vec<Taken>, StepError> {
    let (me, carry, bytes) = (desk.me(), &opened.carry, opened.file.bytes()?);
    let digests = new.iter().map(|n| digest_of(&n.dossier)).collect::<Result<Vec<_>, SealError>>()?;
    let taken: Vec<_> = plan
        .places
        .iter()
        .map(|(former, (number, new, _))| (former.clone(), number.clone(), *new))
        .collect();
    desk.ledger.transaction(|tx| {
        tx.put_documents(documents)?;
        for (one, digest) in new.iter().zip(&digests) {
            let dossier = &one.dossier;
            for (document, blocks) in &one.texts {
                tx.put_text(document, &kept(blocks))?;
            }
            tx.put_dossier(dossier, digest)?;
            let part = Part {
                name: dossier.package_name.clone(),
                digest: dossier.package_digest,
            };
            tx.put_parts(&dossier.number, dossier.version, &[part])?;
            for (about, value, reason) in &one.corrections {
                tx.put_correction(&Correction {
                    number: dossier.number.clone(),
                    version: dossier.version,
                    about: *about,
                    value: value.clone(),
                    reason: reason.clone(),
                    by: me,
                    at,
                })?;
            }
        }
        tx.put_envelope(EnvelopeKind::Carry, &opened.digest, &bytes, at)?;
        for (former, number, _) in &taken {
            tx.put_carried(&Carried {
                number: number.clone(),
                carry: opened.digest,
                former: former.clone(),
                vouched: plan.vouched.to_owned(),
                by: me,
                at,
            })?;
        }
        let applications: Vec<_> = taken
            .iter()
            .map(|(former, number, new)| json!({ "former": former, "number": number, "new": new }))
            .collect();
        let detail = json!({
            "batch": carry.batch, "name": carry.batch_name, "signer": carry.by, "vouched": plan.vouched,
            "journal_head": carry.journal_head, "applications": applications,
        });
        tx.append_journal("carry_in", Some(&opened.digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    Ok(taken)
}
