//! A chair, reviewers, and applications with one document each.

use std::path::PathBuf;

use lx_domain::{
    Applicant, ApplicantClass, ApplicantRole, ApplicationNumber, Document, DocumentKind, Dossier, Opinion, Outcome, Role, Track, UnixMillis,
};
use lx_ledger::KdfCost;
use lx_seal::digest_of;

use crate::{
    Desk, StepError, deciding,
    declaring::{self, Tie},
    exporting,
    identity::{self, Enrolment},
    joining, merging, opening, profiles,
    scoring::{self, Given},
    screening::screen,
    sealing,
};

pub const AT: UnixMillis = UnixMillis(1_790_000_000_000);

/// The panel in a folder of its own.
pub struct Panel {
    pub folder: tempfile::TempDir,
    pub chair: Desk,
    pub reviewers: Vec<Desk>,
    pub numbers: Vec<ApplicationNumber>,
}

pub fn enrol(folder: PathBuf, name: &str, role: Role) -> Desk {
    let who = Enrolment {
        name: name.to_owned(),
        org: format!("{name}示例单位"),
        role,
    };
    identity::create(&folder, "口令", &who, KdfCost::LIGHT, AT).unwrap()
}

pub fn dossier(desk: &Desk, number: &str) -> (Dossier, lx_ledger::StoredDocuments) {
    let mut batch = desk.ledger.documents().batch().unwrap();
    let stored = batch.store(&mut format!("申报书 {number}").as_bytes()).unwrap();
    let applicant = Applicant {
        class: Some(ApplicantClass::Operating),
        place: Some("广州".to_owned()),
        role: ApplicantRole::Lead,
        ..Applicant::named(&format!("示例证券{number}"))
    };
    let document = Document {
        path: "申报书.txt".to_owned(),
        digest: stored.digest,
        bytes: stored.bytes,
        kind: DocumentKind::Text,
        pages: None,
        item: None,
    };
    let dossier = Dossier {
        number: number.parse().unwrap(),
        provisional: false,
        title: format!("示例项目{number}"),
        track: Track::Pilot,
        applicants: vec![applicant],
        fields: Vec::new(),
        documents: vec![document],
        findings: Vec::new(),
        package_name: format!("{number}.zip"),
        package_digest: stored.digest,
        received_at: AT,
        version: 1,
    };
    (dossier, batch.commit().unwrap())
}

impl Panel {
    /// Everything up to where the chair could freeze.
    pub fn before_the_freeze(reviewers: usize, applications: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut chair = enrol(folder.path().join("chair"), "沈敬", Role::Chair);
        opening::create_batch(&mut chair, "试验批次", profiles::find("guangzhou-2022").unwrap(), false, AT).unwrap();
        let names = ["林知远", "周岚", "陈䶮", "何𫖯", "吴㛃"];
        let mut others = Vec::new();
        for (place, name) in names.iter().take(reviewers).enumerate() {
            let mut desk = enrol(folder.path().join(format!("reviewer-{place}")), name, Role::Reviewer);
            let card = folder.path().join(format!("{place}.lxid"));
            identity::export_card(&mut desk, &card, AT).unwrap();
            assert!(opening::add_cards(&mut chair, &[card], AT).unwrap().is_empty());
            others.push(desk);
        }
        let mut numbers = Vec::new();
        for place in 1..=applications {
            let (dossier, documents) = dossier(&chair, &format!("GZ2026-{place:03}"));
            let digest = digest_of(&dossier).unwrap();
            chair
                .ledger
                .transaction(|tx| {
                    tx.put_documents(&documents)?;
                    tx.put_dossier(&dossier, &digest)
                })
                .unwrap();
            numbers.push(dossier.number);
        }
        Self {
            folder,
            chair,
            reviewers: others,
            numbers,
        }
    }

    /// Frozen, and open at every reviewer's desk.
    pub fn of(reviewers: usize, applications: usize) -> Self {
        let mut panel = Self::before_the_freeze(reviewers, applications);
        for number in panel.numbers.clone() {
            screen(&mut panel.chair, &number, &Default::default(), Some(Outcome::Admit), "材料齐备", AT).unwrap();
        }
        opening::freeze(&mut panel.chair, AT).unwrap();
        let file = panel.export();
        let chair = panel.chair.me();
        for desk in &mut panel.reviewers {
            joining::open_batch(desk, &file, &chair, AT).unwrap();
        }
        panel
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn export(&mut self) -> PathBuf {
        let file = self.path("批次.lxbatch");
        exporting::export_batch(&mut self.chair, &file, &[], AT).unwrap();
        file
    }

    /// One reviewer gives everything the same points, signs, and hands the file over.
    pub fn sheet(&mut self, seat: usize, points: &str, name: &str) -> PathBuf {
        let (numbers, path) = (self.numbers.clone(), self.path(name));
        let desk = &mut self.reviewers[seat];
        fill(desk, &numbers, points).unwrap();
        sealing::seal_sheet(desk, AT).unwrap();
        sealing::export_sheet(desk, &path, AT).unwrap();
        path
    }

    pub fn merge(&mut self, files: &[PathBuf]) -> merging::Merged {
        merging::merge(&mut self.chair, files, false, AT).unwrap()
    }

    pub fn opine_all(&mut self) {
        for number in self.numbers.clone() {
            deciding::opine(&mut self.chair, &number, Some(Opinion::Recommend), "方案可行", "", AT).unwrap();
        }
    }

    /// The standing as one text.
    pub fn standing(&self) -> String {
        serde_json::to_string(&merging::outcome(&self.chair).unwrap().standing).unwrap()
    }
}

pub fn fill(desk: &mut Desk, numbers: &[ApplicationNumber], points: &str) -> Result<(), StepError> {
    let rubric = desk.profile()?.rubric;
    for number in numbers {
        declaring::declare(desk, number, &Tie::None, AT)?;
        for criterion in &rubric {
            let given = Given {
                points: Some(points.to_owned()),
                reason: Some("理由".to_owned()),
                ..Given::default()
            };
            scoring::score(desk, number, &criterion.id, given, AT)?;
        }
    }
    Ok(())
}
