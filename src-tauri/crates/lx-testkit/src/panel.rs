//! A whole panel: secretary, chair, supervisor and reviewers, with a frozen batch.

use lx_domain::{BatchFile, Decision, DecisionEntry, Digest, Opinion, Ruling, RulingKind, Sheet};
use lx_seal::{Envelope, Keys, PayloadKind, PublicKey, seal};

use crate::{
    AT, SheetBuilder,
    batch::batch,
    people::{CHAIR, REVIEWERS, SECRETARY, keys},
};

/// A panel whose batch is frozen.
pub struct Panel {
    /// The batch file.
    pub batch: BatchFile,
    /// Sealed by the secretary, countersigned by the chair.
    pub batch_envelope: Envelope,
    reviewers: usize,
}

/// A panel of so many reviewers (11 at most) and applications, all admitted.
#[must_use]
pub fn panel(reviewers: usize, applications: usize) -> Panel {
    Panel::with(reviewers, applications, |_| {})
}

impl Panel {
    /// As [`panel`], with something changed before the batch is frozen. Digests of a changed dossier or profile are
    /// the caller's business.
    #[must_use]
    pub fn with(reviewers: usize, applications: usize, change: impl FnOnce(&mut BatchFile)) -> Self {
        let mut batch = batch(reviewers, applications);
        change(&mut batch);
        let signers = [keys(SECRETARY), keys(CHAIR)];
        let batch_envelope = seal(PayloadKind::Batch, &batch, &signers).expect("a batch can be sealed");
        Self {
            batch,
            batch_envelope,
            reviewers,
        }
    }

    /// Keys of the chair.
    #[must_use]
    pub fn chair(&self) -> &'static Keys {
        keys(CHAIR)
    }

    /// Keys of the secretary.
    #[must_use]
    pub fn secretary(&self) -> &'static Keys {
        keys(SECRETARY)
    }

    /// Keys of the `index`th reviewer, from 0.
    #[must_use]
    pub fn reviewer(&self, index: usize) -> &'static Keys {
        assert!(index < self.reviewers, "this panel has {} reviewers", self.reviewers);
        keys(REVIEWERS + index)
    }

    /// The public keys of everyone on the roster, against which envelopes are opened.
    #[must_use]
    pub fn known(&self) -> Vec<PublicKey> {
        self.batch
            .roster
            .members
            .iter()
            .map(|member| lx_seal::card_key(&member.card).expect("a card has a key"))
            .collect()
    }

    /// A sheet of the `index`th reviewer, from 0, complete with usual points.
    #[must_use]
    pub fn sheet(&self, index: usize) -> SheetBuilder {
        SheetBuilder::new(&self.batch, self.reviewer(index), index)
    }

    /// One sheet of every reviewer, with its digest.
    #[must_use]
    pub fn sheets(&self) -> Vec<(Digest, Sheet)> {
        (0..self.reviewers)
            .map(|index| self.sheet(index))
            .map(|sheet| (sheet.digest(), sheet.sheet()))
            .collect()
    }

    /// One sealed sheet of every reviewer.
    #[must_use]
    pub fn sealed_sheets(&self) -> Vec<Envelope> {
        (0..self.reviewers).map(|index| self.sheet(index).sealed()).collect()
    }

    /// A ruling of the chair, not sealed.
    #[must_use]
    pub fn ruling(&self, sequence: u32, kind: RulingKind) -> Ruling {
        let reason = "经专家组讨论".to_owned();
        Ruling {
            schema: 1,
            batch: self.batch.id,
            sequence,
            kind,
            reason,
            by: self.chair().fingerprint(),
            at: AT,
        }
    }

    /// A ruling under the chair's signature.
    #[must_use]
    pub fn sealed_ruling(&self, sequence: u32, kind: RulingKind) -> Envelope {
        seal(PayloadKind::Ruling, &self.ruling(sequence, kind), &[self.chair()]).expect("a ruling can be sealed")
    }

    /// A decision on the standing with this digest: the first application is recommended, the others come later.
    #[must_use]
    pub fn decision(&self, standing: Digest) -> Decision {
        let entry = |(index, application): (usize, &lx_domain::BatchApplication)| DecisionEntry {
            number: application.number().clone(),
            opinion: if index == 0 { Opinion::Recommend } else { Opinion::Later },
            reason: if index == 0 { "综合得分靠前" } else { "材料尚待完善" }.to_owned(),
            industry: String::new(),
        };
        Decision {
            schema: 1,
            batch: self.batch.id,
            standing,
            entries: self.batch.scored().enumerate().map(entry).collect(),
            dissents: Vec::new(),
            by: self.chair().fingerprint(),
            at: AT,
        }
    }

    /// The decision under the chair's signature.
    #[must_use]
    pub fn sealed_decision(&self, standing: Digest) -> Envelope {
        seal(PayloadKind::Decision, &self.decision(standing), &[self.chair()]).expect("a decision can be sealed")
    }
}

#[cfg(test)]
mod tests {
    use lx_seal::open;

    use super::*;

    #[test]
    fn everything_a_panel_seals_opens_with_the_roster_s_keys() {
        let panel = panel(5, 3);
        let known = panel.known();
        let batch: BatchFile = open(&panel.batch_envelope, PayloadKind::Batch, &known).unwrap();
        assert_eq!(batch, panel.batch);
        for ((digest, sheet), envelope) in panel.sheets().iter().zip(panel.sealed_sheets()) {
            assert_eq!(open::<Sheet>(&envelope, PayloadKind::Sheet, &known).unwrap(), *sheet);
            assert_eq!(envelope.payload_digest(), *digest);
            assert_eq!(sheet.batch_digest, panel.batch_envelope.payload_digest());
        }
        let decision = panel.sealed_decision(Digest::of(b"standing"));
        assert_eq!(open::<Decision>(&decision, PayloadKind::Decision, &known).unwrap().entries.len(), 3);
        let void = RulingKind::Void {
            sheet: panel.sheet(0).digest(),
        };
        assert!(open::<Ruling>(&panel.sealed_ruling(1, void), PayloadKind::Ruling, &known).is_ok());
    }

    #[test]
    fn the_same_panel_has_the_same_digests_in_every_run() {
        assert_eq!(panel(3, 2).sheet(0).sealed(), panel(3, 2).sheet(0).sealed());
        assert_eq!(keys(CHAIR).fingerprint().short(), "6E68-5404");
    }

    #[test]
    fn a_builder_changes_only_what_it_names() {
        let panel = panel(3, 2);
        let usual = panel.sheet(1).sheet();
        let changed = panel.sheet(1).points("A-01", "innovation", "17.50").recused("A-02").sheet();
        assert_ne!(usual.assessments, changed.assessments);
        assert_eq!((usual.batch_digest, usual.reviewer), (changed.batch_digest, changed.reviewer));
    }
}
