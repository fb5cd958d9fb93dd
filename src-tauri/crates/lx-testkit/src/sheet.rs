//! Scoresheets: complete from the start, so that a test says only what matters.

use lx_domain::{
    ApplicationNumber, Assessment, BatchFile, CriterionScore, Digest, Hundredths, Mark, Sheet, UnixMillis, Verdict, VetoRaised,
};
use lx_seal::{Envelope, Keys, PayloadKind, digest_of, seal};

use crate::{AT, profile::criterion_id};

/// One reviewer's sheet in the making.
#[derive(Clone)]
pub struct SheetBuilder {
    sheet: Sheet,
    keys: &'static Keys,
}

impl SheetBuilder {
    /// Every scored application with points between 14.00 and 19.00 that differ by reviewer and application.
    pub(crate) fn new(batch: &BatchFile, keys: &'static Keys, reviewer: usize) -> Self {
        let scored = batch.scored().enumerate().map(|(index, application)| Assessment {
            number: application.number().clone(),
            dossier: application.dossier_digest,
            verdict: Verdict::Scored {
                criteria: batch
                    .profile
                    .rubric
                    .iter()
                    .enumerate()
                    .map(|(place, criterion)| CriterionScore {
                        id: criterion.id.clone(),
                        mark: Mark::Points(usual_points(reviewer, index, place)),
                        reason: "理由见评语".to_owned(),
                        evidence: Vec::new(),
                    })
                    .collect(),
                comment: "总体可行".to_owned(),
                vetoes: Vec::new(),
            },
        });
        let sheet = Sheet {
            schema: 1,
            batch: batch.id,
            rubric_digest: batch.rubric_digest,
            batch_digest: digest_of(batch).expect("a batch has no fractions"),
            round: 1,
            reviewer: keys.fingerprint(),
            device: keys.fingerprint().to_string().chars().take(32).collect(),
            revision: 1,
            parents: Vec::new(),
            sample: batch.sample,
            assessments: scored.collect(),
            sealed_at: AT,
        };
        Self { sheet, keys }
    }

    fn verdict(&mut self, number: &str) -> &mut Verdict {
        let number: ApplicationNumber = number.parse().expect("a number");
        let found = self.sheet.assessments.iter_mut().find(|assessment| assessment.number == number);
        &mut found.expect("an application of this batch").verdict
    }

    fn mark(mut self, number: &str, criterion: &str, mark: Mark) -> Self {
        let Verdict::Scored { criteria, .. } = self.verdict(number) else {
            panic!("{number} is not scored on this sheet")
        };
        let criterion = criterion_id(criterion);
        criteria
            .iter_mut()
            .find(|score| score.id == criterion)
            .expect("a criterion of this rubric")
            .mark = mark;
        self
    }

    /// Points such as `17.50`.
    #[must_use]
    pub fn points(self, number: &str, criterion: &str, points: &str) -> Self {
        let points: Hundredths = points.parse().expect("points");
        self.mark(number, criterion, Mark::Points(points))
    }

    /// 不适用.
    #[must_use]
    pub fn not_applicable(self, number: &str, criterion: &str) -> Self {
        self.mark(number, criterion, Mark::NotApplicable)
    }

    /// 回避.
    #[must_use]
    pub fn recused(mut self, number: &str) -> Self {
        *self.verdict(number) = Verdict::Recused {
            ground: "employment".to_owned(),
            reason: "曾在该机构任职".to_owned(),
        };
        self
    }

    /// 不予评分.
    #[must_use]
    pub fn abstained(mut self, number: &str) -> Self {
        *self.verdict(number) = Verdict::Abstained {
            reason: "材料超出本人专业范围".to_owned(),
        };
        self
    }

    /// Raises a veto item.
    #[must_use]
    pub fn veto(mut self, number: &str, id: &str) -> Self {
        let Verdict::Scored { vetoes, .. } = self.verdict(number) else {
            panic!("{number} is not scored on this sheet")
        };
        vetoes.push(VetoRaised {
            id: id.to_owned(),
            reason: "涉嫌违规".to_owned(),
        });
        self
    }

    /// A later revision that supersedes these sheets.
    #[must_use]
    pub fn after(mut self, parents: &[Digest]) -> Self {
        self.sheet.parents = parents.to_vec();
        self.sheet.revision += 1;
        self
    }

    /// On another computer.
    #[must_use]
    pub fn on_device(mut self, device: &str) -> Self {
        self.sheet.device = device.to_owned();
        self
    }

    /// Signed at another time.
    #[must_use]
    pub fn at(mut self, at: UnixMillis) -> Self {
        self.sheet.sealed_at = at;
        self
    }

    /// Whatever else.
    #[must_use]
    pub fn with(mut self, change: impl FnOnce(&mut Sheet)) -> Self {
        change(&mut self.sheet);
        self
    }

    /// The sheet, not sealed.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        self.sheet.clone()
    }

    /// The digest the sheet has once it is sealed.
    #[must_use]
    pub fn digest(&self) -> Digest {
        digest_of(&self.sheet).expect("a sheet has no fractions")
    }

    /// The sheet under its reviewer's signature.
    #[must_use]
    pub fn sealed(&self) -> Envelope {
        seal(PayloadKind::Sheet, &self.sheet, &[self.keys]).expect("a sheet can be sealed")
    }
}

/// Multiples of half a point.
fn usual_points(reviewer: usize, application: usize, criterion: usize) -> Hundredths {
    let steps = (reviewer * 3 + application * 5 + criterion * 2) % 11;
    Hundredths(1400 + 50 * i64::try_from(steps).expect("fewer than 11"))
}
