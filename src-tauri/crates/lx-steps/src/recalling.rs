//! Earlier conclusions beside the new material: what the coaching record of a package says it came to, and what the batches
//! concluded from which the application came over.

use std::{collections::BTreeSet, sync::Arc};

use lx_domain::{ApplicationNumber, Card, CarriedApplication, Carry, Digest, Dossier, Fingerprint, ItemId, Source};
use lx_ledger::{Carried, EnvelopeKind};

use crate::{Desk, StepError, carry_file::OpenedCarry, refusal::CarryRefusal};

/// The item of the checklist that a coaching record answers.
const RECORD: &str = "coaching_record";
/// Words by which a conclusion is known.
const CONCLUSIONS: [&str; 5] = ["结论", "评估意见", "评价意见", "辅导意见", "建议"];
/// So many passages are shown; the record itself can be opened.
const MOST: usize = 6;

/// An earlier conclusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Where it stands.
    pub source: Source,
    /// The words; empty where the record cannot be read, or says it in other words.
    pub text: String,
}

/// What the coaching records of a package conclude, in their order; a record whose text says nothing of the kind is still named.
///
/// # Errors
/// What reading the desk can meet.
pub fn earlier(desk: &Desk, dossier: &Dossier) -> Result<Vec<Earlier>, StepError> {
    let mut found = Vec::new();
    let records = dossier
        .documents
        .iter()
        .filter(|d| d.item.as_ref().map(ItemId::as_str) == Some(RECORD));
    for record in records {
        let blocks = desk.ledger.document_text(&record.digest)?;
        let lines = blocks
            .iter()
            .flat_map(|block| block.text.lines().map(move |line| (block.place.as_str(), line.trim())));
        let passages: Vec<Earlier> = concluding(lines)
            .into_iter()
            .map(|(place, text)| Earlier {
                source: Source {
                    document: record.path.clone(),
                    place,
                },
                text,
            })
            .collect();
        if passages.is_empty() {
            found.push(Earlier {
                source: Source {
                    document: record.path.clone(),
                    place: String::new(),
                },
                text: String::new(),
            });
        }
        found.extend(passages);
    }
    Ok(found)
}

/// What a carry file brought over for an application of this batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalled {
    /// How it came here.
    pub carried: Carried,
    /// Who signed the file, by the card in it.
    pub signer: Card,
    /// The key.
    pub signer_key: Fingerprint,
    /// What the file says of it.
    pub application: CarriedApplication,
}

/// The applications of this batch that came over from an earlier one, or have its conclusions.
///
/// # Errors
/// What reading the desk can meet.
pub fn carried(desk: &Desk) -> Result<BTreeSet<ApplicationNumber>, StepError> {
    Ok(desk.ledger.carried()?.into_iter().map(|c| c.number).collect())
}

/// What carry files brought over for one application, in the order in which they were taken.
///
/// # Errors
/// A kept file whose signature does not hold.
pub fn recalled(desk: &Desk, number: &ApplicationNumber) -> Result<Vec<Recalled>, StepError> {
    let mut found = Vec::new();
    for carried in desk.ledger.carried()?.into_iter().filter(|c| c.number == *number) {
        let opened = opened(desk, &carried.carry)?;
        let (signer, carry) = &*opened;
        if let Some(application) = carry.application(&carried.former) {
            found.push(Recalled {
                signer: signer.clone(),
                signer_key: carry.by,
                application: application.clone(),
                carried,
            });
        }
    }
    Ok(found)
}

/// A carry file that was taken: who signed it, and what it says; its signature is checked when it is first asked for.
pub(crate) fn opened(desk: &Desk, carry: &Digest) -> Result<Arc<(Card, Carry)>, StepError> {
    if let Some(found) = desk.carries.borrow().get(carry) {
        return Ok(Arc::clone(found));
    }
    let stored = desk.ledger.envelope(EnvelopeKind::Carry, carry)?;
    let stored = stored.ok_or(lx_ledger::LedgerError::Altered { digest: *carry })?;
    let opened = OpenedCarry::parse(&stored.bytes).map_err(CarryRefusal::from)?;
    let found = Arc::new((opened.card, opened.carry));
    desk.carries.borrow_mut().insert(*carry, Arc::clone(&found));
    Ok(found)
}

/// Lines that conclude; a heading alone (`前期评估结论`) brings the line under it along.
fn concluding<'t>(lines: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut headed = false;
    for (place, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let says = CONCLUSIONS.iter().any(|word| line.contains(word));
        let heading = says && line.chars().count() <= 14 && !line.ends_with(['。', '；']);
        if found.len() < MOST && (headed || (says && !heading)) {
            found.push((place.to_owned(), line.to_owned()));
        }
        headed = heading;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::concluding;

    #[test]
    fn a_heading_brings_the_line_under_it_along() {
        let lines = [
            ("第1段", "一、辅导过程"),
            ("第2段", "共召开四次会议。"),
            ("第3段", "二、前期评估结论"),
            ("第4段", "业务模式合规，技术路线可行。"),
            ("第5段", "经评估，建议进入试点，并补充退出方案。"),
        ];
        let found = concluding(lines.into_iter());
        let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
        assert_eq!(texts, ["业务模式合规，技术路线可行。", "经评估，建议进入试点，并补充退出方案。"]);
    }
}
