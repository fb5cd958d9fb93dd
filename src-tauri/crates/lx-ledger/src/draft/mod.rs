//! The reviewer's own draft, saved at every keystroke, round by round.

use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, CriterionId, DraftAssessment, DraftMark, DraftSheet, UnixMillis, sheet::Mark};
use rusqlite::Row;

use crate::{
    LedgerError, Records, Tx,
    store::{digest, from_json, from_text, to_json},
};

/// A mark that was given, changed or taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkChange {
    /// Which application.
    pub number: ApplicationNumber,
    /// Which criterion.
    pub criterion: CriterionId,
    /// What stood there.
    pub before: Option<Mark>,
    /// What stands there since.
    pub after: Option<Mark>,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// The draft of one round.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a part cannot be read.
    pub fn draft_sheet(&self, round: u32) -> Result<DraftSheet, LedgerError> {
        let found = self.rows(include_str!("assessments.sql"), [round], assessment_from_row)?;
        let mut assessments: BTreeMap<_, _> = found.into_iter().map(|a| (a.number.clone(), a)).collect();
        for (number, criterion, mark) in self.rows(include_str!("marks.sql"), [round], mark_from_row)? {
            if let Some(assessment) = assessments.get_mut(&number) {
                assessment.marks.insert(criterion, mark);
            }
        }
        Ok(DraftSheet { assessments })
    }

    /// The draft of one application.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a part cannot be read.
    pub fn draft_assessment(&self, round: u32, number: &ApplicationNumber) -> Result<Option<DraftAssessment>, LedgerError> {
        let key = (round, number.as_str());
        let Some(mut assessment) = self.row(include_str!("assessment.sql"), key, assessment_from_row)? else {
            return Ok(None);
        };
        let marks = self.rows(include_str!("marks_of_application.sql"), key, mark_from_row)?;
        assessment.marks = marks.into_iter().map(|(_, criterion, mark)| (criterion, mark)).collect();
        Ok(Some(assessment))
    }

    /// When anything of one application's draft was last saved.
    ///
    /// # Errors
    /// As every read.
    pub fn draft_saved_at(&self, round: u32, number: &ApplicationNumber) -> Result<Option<UnixMillis>, LedgerError> {
        let saved = self.row(include_str!("saved_at.sql"), (round, number.as_str()), |row| {
            Ok(row.get::<_, Option<i64>>(0)?)
        })?;
        Ok(saved.flatten().map(UnixMillis))
    }

    /// When anything of a round's draft was last saved.
    ///
    /// # Errors
    /// As every read.
    pub fn draft_changed_at(&self, round: u32) -> Result<Option<UnixMillis>, LedgerError> {
        let saved = self.row(include_str!("changed_at.sql"), [round], |row| Ok(row.get::<_, Option<i64>>(0)?))?;
        Ok(saved.flatten().map(UnixMillis))
    }

    /// Every mark given in one round, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn mark_changes(&self, round: u32) -> Result<Vec<MarkChange>, LedgerError> {
        self.rows(include_str!("changes.sql"), [round], |row| {
            Ok(MarkChange {
                number: from_text("mark_change", row, 0)?,
                criterion: from_text("mark_change", row, 1)?,
                before: from_json("mark_change", row, 2)?,
                after: from_json("mark_change", row, 3)?,
                at: UnixMillis(row.get(4)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Saves one application's whole draft, over the earlier one; criteria that are not in it are forgotten.
    ///
    /// # Errors
    /// As every write.
    pub fn put_draft_assessment(&self, round: u32, assessment: &DraftAssessment, at: UnixMillis) -> Result<(), LedgerError> {
        let DraftAssessment {
            number,
            dossier,
            declared,
            marks,
            comment,
            vetoes,
            abstained,
        } = assessment;
        let values = (
            round,
            number.as_str(),
            dossier.0,
            to_json(declared)?,
            comment,
            to_json(vetoes)?,
            abstained,
            at.0,
        );
        self.run(include_str!("put_assessment.sql"), values)?;
        let before = self.draft_assessment(round, number)?.map(|a| a.marks).unwrap_or_default();
        for criterion in before.keys().filter(|c| !marks.contains_key(c)) {
            self.put_draft_mark(round, number, criterion, &DraftMark::default(), at)?;
            self.run(include_str!("remove_mark.sql"), (round, number.as_str(), criterion.as_str()))?;
        }
        for (criterion, mark) in marks.iter().filter(|(c, m)| before.get(*c) != Some(*m)) {
            self.put_draft_mark(round, number, criterion, mark, at)?;
        }
        Ok(())
    }

    /// Saves one criterion of one application.
    ///
    /// # Errors
    /// [`LedgerError::Unknown`] if the application has no draft yet.
    pub fn put_draft_mark(
        &self,
        round: u32,
        number: &ApplicationNumber,
        criterion: &CriterionId,
        mark: &DraftMark,
        at: UnixMillis,
    ) -> Result<(), LedgerError> {
        let Some(assessment) = self.draft_assessment(round, number)? else {
            return Err(LedgerError::Unknown {
                what: format!("draft of {number} in round {round}"),
            });
        };
        let key = (round, number.as_str(), criterion.as_str());
        let before = assessment.marks.get(criterion).and_then(|m| m.mark);
        if before != mark.mark {
            let values = (key.0, key.1, key.2, to_json(&before)?, to_json(&mark.mark)?, at.0);
            self.run(include_str!("put_change.sql"), values)?;
        }
        let values = (
            key.0,
            key.1,
            key.2,
            to_json(&mark.mark)?,
            &mark.reason,
            to_json(&mark.evidence)?,
            at.0,
        );
        self.run(include_str!("put_mark.sql"), values).map(drop)
    }

    /// Forgets the draft of a round; the history of its marks stays.
    ///
    /// # Errors
    /// As every write.
    pub fn clear_draft(&self, round: u32) -> Result<(), LedgerError> {
        self.run(include_str!("clear.sql"), [round]).map(drop)
    }
}

fn assessment_from_row(row: &Row<'_>) -> Result<DraftAssessment, LedgerError> {
    Ok(DraftAssessment {
        number: from_text("draft_assessment", row, 0)?,
        dossier: digest(row, 1)?,
        declared: from_json("draft_assessment", row, 2)?,
        marks: BTreeMap::new(),
        comment: row.get(3)?,
        vetoes: from_json("draft_assessment", row, 4)?,
        abstained: row.get(5)?,
    })
}

fn mark_from_row(row: &Row<'_>) -> Result<(ApplicationNumber, CriterionId, DraftMark), LedgerError> {
    let mark = DraftMark {
        mark: from_json("draft_mark", row, 2)?,
        reason: row.get(3)?,
        evidence: from_json("draft_mark", row, 4)?,
    };
    Ok((from_text("draft_mark", row, 0)?, from_text("draft_mark", row, 1)?, mark))
}
