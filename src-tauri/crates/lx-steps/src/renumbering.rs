//! The final number of an application, instead of a provisional or a wrong one.

use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, Corrected, Dossier, FieldId, Finding, Severity, UnixMillis};
use lx_ledger::{Correction, LedgerError};
use lx_seal::{SealError, digest_of};
use serde_json::json;

use crate::{
    Desk, StepError,
    numbers::{NUMBER_OPEN, RENUMBER, numbers_in_use},
};

/// Confirms the number of an application, or gives it another one: in everything that this desk has of it, also the outcome of its
/// screening. Says the number that it has now. Receipts and notices on paper keep the one they were made with.
///
/// # Errors
/// [`StepError::NotANumber`], [`StepError::NumberTaken`], [`StepError::MissingGlyphs`], [`StepError::UnknownApplication`],
/// [`StepError::Frozen`].
pub fn renumber(desk: &mut Desk, from: &ApplicationNumber, to: &str, reason: &str, at: UnixMillis) -> Result<ApplicationNumber, StepError> {
    desk.expect_taking()?;
    let to = written(to)?;
    crate::printable::expect_glyphs(to.as_str())?;
    let latest = desk.dossier(from)?;
    if to != *from && numbers_in_use(desk)?.contains(&to) {
        return Err(StepError::NumberTaken(to));
    }
    let mut versions: Vec<_> = desk
        .ledger
        .dossier_versions(from)?
        .into_iter()
        .map(|(_, d)| settled(d, &to))
        .collect();
    if to != *from && !desk.ledger.issued(from)?.is_empty() {
        versions
            .last_mut()
            .into_iter()
            .for_each(|latest| latest.findings.push(on_papers(from)));
    }
    let restated = versions.into_iter().map(|dossier| Ok((digest_of(&dossier)?, dossier)));
    let restated = restated.collect::<Result<Vec<_>, SealError>>()?;
    let me = desk.me();
    let correction = Correction {
        number: to.clone(),
        version: latest.version,
        about: Corrected::Field(FieldId::Number),
        value: to.to_string(),
        reason: reason.trim().to_owned(),
        by: me,
        at,
    };
    let digests: Vec<_> = restated
        .iter()
        .map(|(digest, d)| json!({ "version": d.version, "digest": digest }))
        .collect();
    let detail = json!({ "from": from, "number": to, "reason": correction.reason, "versions": digests });
    desk.ledger.transaction(|tx| {
        tx.renumber(from, &to, &restated)?;
        tx.put_correction(&correction)?;
        tx.append_journal(RENUMBER, restated.last().map(|(digest, _)| digest), Some(&me), at, &detail)?;
        Ok::<_, LedgerError>(())
    })?;
    Ok(to)
}

/// A version as it reads under the final number.
fn settled(dossier: Dossier, number: &ApplicationNumber) -> Dossier {
    let mut findings = dossier.findings;
    findings.retain(|f| !NUMBER_OPEN.contains(&f.code.as_str()));
    Dossier {
        number: number.clone(),
        provisional: false,
        findings,
        ..dossier
    }
}

/// Papers that went out have the number that the application had then.
fn on_papers(from: &ApplicationNumber) -> Finding {
    Finding {
        severity: Severity::Info,
        code: "former_number".to_owned(),
        args: BTreeMap::from([("former".to_owned(), from.to_string())]),
        evidence: Vec::new(),
        item: None,
        clause: None,
    }
}

/// A number as a person typed it: full width is half, blanks are none.
fn written(text: &str) -> Result<ApplicationNumber, StepError> {
    const WIDTH: u32 = 0xFEE0;
    let half = |c: char| {
        let half = u32::from(c).checked_sub(WIDTH).and_then(char::from_u32);
        half.filter(char::is_ascii_graphic).unwrap_or(c)
    };
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(half).collect();
    // Letters in front as institutions and offices write them; a name of files and papers has no other signs.
    let fine = plain.chars().any(char::is_alphanumeric) && plain.chars().all(|c| c.is_alphanumeric() || "-_.〔〕[]()".contains(c));
    let number = plain.parse().ok().filter(|_| fine);
    number.ok_or_else(|| StepError::NotANumber(text.trim().to_owned()))
}
