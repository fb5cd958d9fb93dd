//! A batch of small applications, all admitted.

use std::collections::BTreeMap;

use lx_domain::{
    Admission, Applicant, ApplicantClass, ApplicantRole, ApplicationNumber, BatchApplication, BatchFile, BatchId, Candidate, Digest,
    Document, DocumentKind, Dossier, Field, FieldId, FieldStatus, ItemState, ItemVerdict, Member, Outcome, Roster, Source, Track,
};
use lx_seal::digest_of;

use crate::{
    AT,
    people::{CHAIR, REVIEWERS, SECRETARY, SUPERVISOR, card, keys, person},
    profile::profile,
};

/// The number of the `index`th application, from 0: `A-01`.
#[must_use]
pub fn number(index: usize) -> ApplicationNumber {
    format!("A-{:02}", index + 1).parse().expect("a number")
}

/// A dossier with one applicant, two documents, and its title found.
#[must_use]
pub fn dossier(index: usize) -> Dossier {
    let number = number(index);
    let title = format!("示例项目{}：基于隐私计算的风险监测", index + 1);
    let path = format!("{number} 项目申报书.docx");
    let source = Source {
        document: path.clone(),
        place: "表1 第1行第2列".to_owned(),
    };
    let document = |path: &str, kind, item: &str| Document {
        path: path.to_owned(),
        digest: Digest::of(path.as_bytes()),
        bytes: 20_000,
        kind,
        pages: None,
        item: Some(item.parse().expect("an item's id")),
    };
    Dossier {
        provisional: false,
        track: Track::Pilot,
        applicants: vec![Applicant {
            class: Some(ApplicantClass::Operating),
            place: Some("广州市天河区".to_owned()),
            licence: Some("经营证券期货业务许可证".to_owned()),
            role: ApplicantRole::Lead,
            ..Applicant::named(&format!("示例证券{}股份有限公司", index + 1))
        }],
        fields: vec![Field {
            id: FieldId::Title,
            value: title.clone(),
            status: FieldStatus::Found,
            source: Some(source.clone()),
            candidates: vec![Candidate {
                value: title.clone(),
                source,
            }],
        }],
        documents: vec![
            document(&path, DocumentKind::Docx, "application_form"),
            document(&format!("{number} 试点方案.pdf"), DocumentKind::Pdf, "pilot_plan"),
        ],
        findings: Vec::new(),
        package_name: format!("{number}.zip"),
        package_digest: Digest::of(number.as_str().as_bytes()),
        received_at: AT,
        version: 1,
        number,
        title,
    }
}

fn application(index: usize) -> BatchApplication {
    let dossier = dossier(index);
    let dossier_digest = digest_of(&dossier).expect("a dossier has no fractions");
    let verdict = |state| ItemVerdict::of(state, "");
    let items = BTreeMap::from(
        [
            ("application_form", ItemState::Present),
            ("pilot_plan", ItemState::Present),
            ("joint_agreement", ItemState::Na),
        ]
        .map(|(id, state)| (id.parse().expect("an item's id"), verdict(state))),
    );
    let admission = Admission {
        number: dossier.number.clone(),
        dossier: dossier_digest,
        items,
        outcome: Outcome::Admit,
        reason: "材料齐备".to_owned(),
        by: keys(SECRETARY).fingerprint(),
        at: AT,
        profile: None,
        first_reading: None,
    };
    BatchApplication {
        dossier,
        dossier_digest,
        admission,
    }
}

fn roster(reviewers: usize) -> Roster {
    let member = |index: usize, seat: usize| Member {
        fingerprint: keys(index).fingerprint(),
        role: person(index).role,
        seat: u32::try_from(seat).expect("a seat"),
        card: card(index),
    };
    let leaders = [SECRETARY, CHAIR, SUPERVISOR].into_iter().map(|index| member(index, 1));
    Roster {
        members: leaders
            .chain((0..reviewers).map(|seat| member(REVIEWERS + seat, seat + 1)))
            .collect(),
    }
}

pub(crate) fn batch(reviewers: usize, applications: usize) -> BatchFile {
    let profile = profile();
    BatchFile {
        schema: 1,
        id: BatchId(*b"linxuan-testkit!"),
        name: "2026年第一批".to_owned(),
        sample: false,
        rubric_digest: digest_of(&profile).expect("a profile has no fractions"),
        profile,
        roster: roster(reviewers),
        chair: keys(CHAIR).fingerprint(),
        applications: (0..applications).map(application).collect(),
        frozen_at: AT,
        deadline: None,
        deferred: Vec::new(),
    }
}
