//! Merging (汇总): scoresheets become a set, the set a standing. Neither order nor repetition can matter.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use lx_domain::{Digest, Fingerprint, Role, Sheet, UnixMillis};
use lx_ledger::EnvelopeKind;
use lx_seal::{Envelope, MAX_FILE, decrypt_with, is_encrypted};
use lx_tally::{Outcome, standing_of};
use serde_json::json;

use crate::{
    Desk, StepError,
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
    /// Everything that follows from the sheets as they are now.
    pub outcome: Option<Outcome>,
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
    for path in paths {
        let checked = read_file(desk, path).and_then(|file| {
            let (digest, sheet) = check_sheet(&file, &frozen, &roster)?;
            let envelope = file.sheet.bytes().map_err(MergeRefusal::Form)?;
            Ok(Candidate { named: Named { path: files::absolute(path), reviewer: sheet.reviewer, digest }, envelope, sheet })
        });
        match checked {
            Ok(candidate) => {
                let digest = candidate.named.digest;
                if desk.sheets.contains_key(&digest) || fresh.contains_key(&digest) {
                    merged.already.push(candidate.named);
                } else {
                    fresh.insert(digest, candidate);
                }
            }
            Err(reason) => merged.refused.push(RefusedSheet { path: files::absolute(path), reason }),
        }
    }
    let before: BTreeSet<_> = outcome(desk)?.superseded.into_iter().collect();
    let mut sheets = desk.sheets.clone();
    sheets.extend(fresh.iter().map(|(digest, c)| (*digest, Arc::new(c.sheet.clone()))));
    let after = reckon(desk, &sheets)?;
    for digest in after.superseded.iter().filter(|d| !before.contains(*d)) {
        let known = || sheets.get(digest).map(|s| Named { path: PathBuf::new(), reviewer: s.reviewer, digest: *digest });
        merged.superseded.extend(fresh.get(digest).map(|c| c.named.clone()).or_else(known));
    }
    let effective = |c: &&Candidate| !after.superseded.contains(&c.named.digest);
    merged.taken = in_call_order(paths, fresh.values().filter(effective).map(|c| c.named.clone()).collect());
    merged.outcome = Some(after);
    if !dry_run {
        keep(desk, &fresh, &merged.refused, at)?;
        desk.sheets = sheets;
    }
    Ok(merged)
}

fn in_call_order(paths: &[PathBuf], mut named: Vec<Named>) -> Vec<Named> {
    let place: BTreeMap<PathBuf, usize> = paths.iter().enumerate().map(|(n, p)| (files::absolute(p), n)).collect();
    named.sort_by_key(|n| place.get(&n.path).copied());
    named
}

fn read_file(desk: &Desk, path: &Path) -> Result<SheetFile, MergeRefusal> {
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX);
    let mut bytes = files::read(path, most).map_err(|error| match error {
        StepError::File { source, .. } => MergeRefusal::Unreadable(source),
        _ => MergeRefusal::Form(lx_seal::SealError::TooLarge { found: MAX_FILE, limit: MAX_FILE }),
    })?;
    if is_encrypted(&bytes) {
        let mut plain = Vec::new();
        decrypt_with(&desk.keys, &mut bytes.as_slice(), &mut plain).map_err(MergeRefusal::Encrypted)?;
        bytes = plain;
    }
    SheetFile::parse(&bytes).map_err(MergeRefusal::Form)
}

fn keep(
    desk: &mut Desk,
    fresh: &BTreeMap<Digest, Candidate>,
    refused: &[RefusedSheet],
    at: UnixMillis,
) -> Result<(), StepError> {
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

fn reckon(desk: &Desk, sheets: &BTreeMap<Digest, Arc<Sheet>>) -> Result<Outcome, StepError> {
    let frozen = desk.batch()?;
    let sheets: Vec<(Digest, Sheet)> = sheets.iter().map(|(digest, sheet)| (*digest, sheet.as_ref().clone())).collect();
    Ok(standing_of(&frozen.file, &sheets, &desk.rulings()?))
}

/// The standing: a pure function of batch file, sheets, rulings and rule.
///
/// # Errors
/// [`StepError::NotFrozen`].
pub fn outcome(desk: &Desk) -> Result<Outcome, StepError> {
    reckon(desk, &desk.sheets)
}

/// As [`outcome`], for people who may see it: a reviewer sees nobody else's scores.
///
/// # Errors
/// [`StepError::NotYourRole`] for a reviewer.
pub fn standing(desk: &Desk) -> Result<Outcome, StepError> {
    desk.expect_role(&[Role::Chair, Role::Deputy, Role::Secretary, Role::Supervisor])?;
    outcome(desk)
}

/// The signed envelopes of every merged sheet, by digest.
pub(crate) fn envelopes(desk: &Desk) -> Result<Vec<Envelope>, StepError> {
    let mut stored = desk.ledger.envelopes(EnvelopeKind::Sheet)?;
    stored.sort_by_key(|s| s.digest);
    stored.into_iter().map(|s| Ok(Envelope::parse(&s.bytes)?)).collect()
}
