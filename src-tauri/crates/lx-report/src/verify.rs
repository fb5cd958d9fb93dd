//! Checking a report from itself alone.

use std::collections::BTreeMap;

use lopdf::Document;
use lx_domain::{BatchFile, Fingerprint, Member};
use lx_seal::{CmsReport, card_certificates, verify_cms};

use crate::{
    error::ReportError,
    evidence::{self, Unpacked},
    facts::{self, Facts},
    record::{Claim, Trust},
    sign, signatures,
    signatures::Found,
};

/// The ids of the claims, in their order.
pub const CLAIMS: [&str; 12] = [
    "identity",
    "file",
    "contents",
    "signature",
    "attachments",
    "batch",
    "sheets",
    "rulings",
    "decision",
    "standing",
    "values",
    "pages",
];

type Args = BTreeMap<String, String>;

struct Checks {
    claims: Vec<Claim>,
}

impl Checks {
    fn say(&mut self, id: &str, holds: Option<bool>, args: Args) {
        let how = match holds {
            Some(true) => "holds",
            Some(false) => "refuted",
            None => "unchecked",
        };
        self.claims.push(Claim {
            claim: id.to_owned(),
            holds,
            detail: format!("claim-{id}-{how}"),
            args,
        });
    }

    fn refute(&mut self, id: &str, reason: &str, which: &str) {
        self.say(id, Some(false), args(&[("reason", reason), ("which", which)]));
    }

    fn any_false(&self) -> bool {
        self.claims.iter().any(|claim| claim.holds == Some(false))
    }
}

fn args(pairs: &[(&str, &str)]) -> Args {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

/// A count, as figures and as the word by which the catalogue chooses its sentence.
fn counted(count: usize, pairs: &[(&str, &str)]) -> Args {
    let many = match count {
        0 => "none",
        1 => "one",
        _ => "many",
    };
    let mut all = args(&[("count", &count.to_string()), ("many", many)]);
    all.extend(args(pairs));
    all
}

/// One word for the catalogue to say why, and which file it is about: its short digest, number or name.
fn reason(error: &ReportError) -> (&'static str, String) {
    let short = |what: &str| what.rsplit(' ').next().unwrap_or_default().to_owned();
    match error {
        ReportError::Envelope { what, .. } => ("broken", short(what)),
        ReportError::OtherBatch(what) => ("foreign", short(what)),
        ReportError::NotOnRoster { what, .. } => ("stranger", short(what)),
        ReportError::NotAReport(what) => ("missing", what.clone()),
        ReportError::OtherStanding { decided, derived } => ("differs", format!("{} / {}", decided.short(), derived.short())),
        _ => ("other", String::new()),
    }
}

/// Checks a report.
pub(crate) fn verify(pdf: &[u8], trust: &[Trust]) -> Vec<Claim> {
    let mut checks = Checks { claims: Vec::new() };
    let found = signatures::find_all(pdf).unwrap_or_default();
    let signed = signature_claims(&mut checks, pdf, &found);
    let unpacked = attachment_claim(&mut checks, pdf);
    let opened = unpacked.as_ref().and_then(|unpacked| record_claims(&mut checks, unpacked));
    set_again(&mut checks, pdf, &found, unpacked.as_ref(), opened.as_ref());
    let identity = identity(&checks, &signed, unpacked.as_ref(), opened.as_ref(), trust);
    checks.claims.insert(0, identity);
    for id in CLAIMS {
        if !checks.claims.iter().any(|claim| claim.claim == id) {
            checks.say(id, None, Args::new());
        }
    }
    let place = |claim: &Claim| CLAIMS.iter().position(|id| *id == claim.claim);
    checks.claims.sort_by_key(place);
    checks.claims
}

/// File, contents and signature: nothing is outside what is signed, and every signature holds.
fn signature_claims(checks: &mut Checks, pdf: &[u8], found: &[Found]) -> Vec<CmsReport> {
    let covers = found.last().is_some_and(|last| last.end == pdf.len());
    let ordered = found.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.opens));
    if covers && ordered {
        checks.say("file", Some(true), args(&[("bytes", &pdf.len().to_string())]));
    } else {
        checks.refute("file", if found.is_empty() { "unsigned" } else { "uncovered" }, "");
    }
    let der: Option<Vec<Vec<u8>>> = found.iter().map(|one| signatures::contents(pdf, one)).collect();
    let Some(der) = der.filter(|der| !der.is_empty()) else {
        checks.refute("contents", if found.is_empty() { "unsigned" } else { "spelling" }, "");
        return Vec::new();
    };
    checks.say("contents", Some(true), Args::new());
    let mut reports = Vec::new();
    for (one, der) in found.iter().zip(der) {
        let digest = pdf
            .get(..one.end)
            .and_then(|revision| sign::digest_around(revision, one.opens, one.closes));
        match digest.map(|digest| verify_cms(&der, digest)) {
            Some(Ok(report)) if report.holds => reports.push(report),
            Some(Ok(_)) => {
                checks.refute("signature", "broken", &one.name);
                return Vec::new();
            }
            Some(Err(_)) | None => {
                checks.refute("signature", "spelling", &one.name);
                return Vec::new();
            }
        }
    }
    let names: Vec<&str> = reports.iter().map(|r| r.subject.common_name.as_str()).collect();
    checks.say("signature", Some(true), counted(reports.len(), &[("names", &names.join("、"))]));
    reports
}

fn attachment_claim(checks: &mut Checks, pdf: &[u8]) -> Option<Unpacked> {
    let read = Document::load_mem(pdf).map_err(|_| ReportError::NotAReport("PDF".to_owned()));
    match read
        .and_then(|document| evidence::attachments(&document))
        .and_then(|files| Ok((files.len(), evidence::unpack(&files)?)))
    {
        Ok((count, unpacked)) => {
            checks.say("attachments", Some(true), counted(count, &[]));
            Some(unpacked)
        }
        Err(error) => {
            let (why, which) = reason(&error);
            checks.refute("attachments", why, &which);
            None
        }
    }
}

/// What the record is, as far as it could be opened.
struct Opened {
    batch: BatchFile,
    people: BTreeMap<Fingerprint, Member>,
    reviewers: Vec<Fingerprint>,
    sound: bool,
}

fn record_claims(checks: &mut Checks, unpacked: &Unpacked) -> Option<Opened> {
    let record = &unpacked.record;
    let refused = |checks: &mut Checks, id: &str, error: &ReportError| {
        let (why, which) = reason(error);
        checks.refute(id, why, &which);
    };
    let batch = match facts::open_batch(&record.batch) {
        Ok(batch) => batch,
        Err(error) => {
            refused(checks, "batch", &error);
            return None;
        }
    };
    let digest = record.batch.payload_digest();
    checks.say(
        "batch",
        Some(true),
        args(&[("name", &batch.name), ("digest", &digest.short()), ("chair", &batch.chair.short())]),
    );
    let rulings = match facts::open_rulings(&batch, &record.rulings) {
        Ok(rulings) => rulings,
        Err(error) => {
            refused(checks, "rulings", &error);
            return None;
        }
    };
    checks.say("rulings", Some(true), counted(rulings.len(), &[]));
    let people = facts::people(&batch, &rulings);
    let mut sheets = Vec::new();
    let mut sound = true;
    for envelope in &record.sheets {
        match facts::open_sheet(&batch, digest, &people, envelope) {
            Ok(sheet) => sheets.push((envelope.payload_digest(), sheet)),
            Err(error) => {
                if sound {
                    refused(checks, "sheets", &error);
                }
                sound = false;
            }
        }
    }
    if sound {
        checks.say("sheets", Some(true), counted(sheets.len(), &[]));
    }
    sheets.sort_by_key(|(digest, _)| *digest);
    let reviewers = sheets.iter().map(|(_, sheet)| sheet.reviewer).collect();
    match facts::open_decision(&batch, &people, &record.decision) {
        Ok(decision) => {
            checks.say(
                "decision",
                Some(true),
                args(&[("digest", &record.decision.payload_digest().short())]),
            );
            match facts::derive(&batch, &sheets, &rulings) {
                Ok((_, derived)) if sound && derived == decision.standing => {
                    checks.say("standing", Some(true), args(&[("digest", &derived.short())]));
                }
                Ok((_, derived)) => {
                    checks.refute(
                        "standing",
                        "differs",
                        &format!("{} / {}", decision.standing.short(), derived.short()),
                    );
                    sound = false;
                }
                Err(error) => refused(checks, "standing", &error),
            }
        }
        Err(error) => {
            refused(checks, "decision", &error);
            sound = false;
        }
    }
    Some(Opened {
        batch,
        people,
        reviewers,
        sound,
    })
}

/// Values and pages: the report is set again, and every byte but the signatures compared.
fn set_again(checks: &mut Checks, pdf: &[u8], found: &[Found], unpacked: Option<&Unpacked>, opened: Option<&Opened>) {
    let (Some(unpacked), Some(_)) = (unpacked, opened.filter(|opened| opened.sound)) else {
        return;
    };
    let record = &unpacked.record;
    let version = args(&[("program", &record.program), ("ours", crate::PROGRAM)]);
    let again = match Facts::of(record).and_then(|facts| crate::set(&facts, record)) {
        Ok(again) => again,
        Err(error) => {
            let (why, which) = reason(&error);
            checks.refute("values", why, &which);
            return;
        }
    };
    let same = record.program == crate::PROGRAM;
    let values = again.printed == unpacked.printed && again.digest == unpacked.digest;
    if values {
        checks.say("values", Some(true), args(&[("count", &again.printed.len().to_string())]));
    } else if same {
        let first = again
            .printed
            .iter()
            .zip(&unpacked.printed)
            .find(|(a, b)| a != b)
            .map_or_else(String::new, |(a, _)| a.what.clone());
        checks.refute("values", "differs", &first);
    } else {
        checks.say("values", None, version.clone());
    }
    if !same {
        checks.say("pages", None, version);
    } else if rebuilt(pdf, &again.pdf, found) {
        checks.say("pages", Some(true), args(&[("pages", &again.pages.to_string())]));
    } else {
        let page = differing_page(pdf, &again.pdf).map_or_else(|| "none".to_owned(), |page| page.to_string());
        checks.refute("pages", "differs", &page);
    }
}

/// Whether the file is the one set again, with these signatures added and nothing else.
fn rebuilt(pdf: &[u8], base: &[u8], found: &[Found]) -> bool {
    if !pdf.starts_with(base) {
        return false;
    }
    let mut start = base.len();
    for one in found {
        let (Some(before), Some(added)) = (pdf.get(..start), pdf.get(start..one.end)) else {
            return false;
        };
        let room = (one.closes - one.opens - 2) / 2;
        let Some(prepared) = sign::prepare(before, &one.name, &one.at, room) else {
            return false;
        };
        if prepared.opens != one.opens || prepared.closes != one.closes || prepared.added.len() != added.len() {
            return false;
        }
        let (from, to) = (prepared.opens + 1 - start, prepared.closes - 1 - start);
        if added.get(..from) != prepared.added.get(..from) || added.get(to..) != prepared.added.get(to..) {
            return false;
        }
        start = one.end;
    }
    start == pdf.len()
}

/// The first page whose content differs, for the words.
fn differing_page(pdf: &[u8], again: &[u8]) -> Option<u32> {
    let (theirs, ours) = (Document::load_mem(pdf).ok()?, Document::load_mem(again).ok()?);
    let (their_pages, our_pages) = (theirs.get_pages(), ours.get_pages());
    our_pages
        .iter()
        .find(|(number, id)| {
            let other = their_pages.get(number).map(|id| theirs.get_page_content(*id));
            other != Some(ours.get_page_content(**id))
        })
        .map(|(number, _)| *number)
}

/// Whose signature it is: answered only from what was trusted before.
fn identity(checks: &Checks, signed: &[CmsReport], unpacked: Option<&Unpacked>, opened: Option<&Opened>, trust: &[Trust]) -> Claim {
    let names: Vec<&str> = signed.iter().map(|r| r.subject.common_name.as_str()).collect();
    let mut said = args(&[("names", &names.join("、"))]);
    if let Some(opened) = opened {
        said.insert("chair".to_owned(), opened.batch.chair.short());
    }
    let claim = |holds: Option<bool>, how: &str| Claim {
        claim: "identity".to_owned(),
        holds,
        detail: format!("claim-identity-{how}"),
        args: said.clone(),
    };
    if trust.is_empty() {
        return claim(None, if checks.any_false() { "inconsistent" } else { "unchecked" });
    }
    let certificates: Vec<Vec<u8>> = trust
        .iter()
        .filter_map(|t| if let Trust::Certificate(der) = t { Some(der.clone()) } else { None })
        .collect();
    let mut trusted = certificates;
    if let (Some(opened), Some(unpacked)) = (opened, unpacked) {
        trusted.extend(vouched(opened, unpacked, trust));
    }
    let all = !signed.is_empty() && signed.iter().all(|report| report.is_trusted_by(&trusted));
    if all {
        claim(Some(true), "holds")
    } else {
        claim(Some(false), "refuted")
    }
}

/// The certificates of a roster that a trusted key has signed: by the batch file itself, or by a sheet that binds it.
fn vouched(opened: &Opened, unpacked: &Unpacked, trust: &[Trust]) -> Vec<Vec<u8>> {
    let known = |fingerprint: &Fingerprint| trust.iter().any(|t| matches!(t, Trust::Fingerprint(f) if f == fingerprint));
    let signers = unpacked.record.batch.signers();
    if !signers.iter().chain(&opened.reviewers).any(known) {
        return Vec::new();
    }
    opened
        .people
        .values()
        .filter_map(|member| card_certificates(&member.card).ok())
        .flatten()
        .collect()
}
