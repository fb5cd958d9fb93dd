//! A frozen batch of 60 applications and as many reviewers as asked for, with their signed sheets as files.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use lx_domain::{
    Assessment, BatchFile, CriterionScore, Digest, Hundredths, Mark, Outcome, Role, Sheet, UnixMillis, Verdict, profile::Band,
};
use lx_seal::{Keys, PayloadKind, seal};
use lx_steps::{Desk, KdfCost, Unwatched, identity, intake, opening, profiles, screening, sheet_file::SheetFile};

/// Applications.
pub const APPLICATIONS: u32 = 60;
const AT: UnixMillis = UnixMillis(1_794_000_000_000);

/// The chair's desk before the merging, and the sheets.
pub struct Panel {
    /// The chair's.
    pub desk: Desk,
    /// One file a reviewer.
    pub sheets: Vec<PathBuf>,
    _folder: tempfile::TempDir,
}

impl Panel {
    /// With so many reviewers.
    pub fn of(reviewers: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let chair = identity::Enrolment {
            name: "组长".to_owned(),
            org: "示例研究院".to_owned(),
            role: Role::Chair,
        };
        let mut desk = identity::create(&folder.path().join("desk"), "口令", &chair, KdfCost::PERSON, AT).expect("a desk");
        opening::create_batch(
            &mut desk,
            "测速批次",
            profiles::find("guangzhou-2022").expect("a profile"),
            false,
            AT,
        )
        .expect("a batch");
        receive(&mut desk, folder.path());
        let people = enrol(&mut desk, folder.path(), reviewers);
        opening::freeze(&mut desk, AT).expect("frozen");
        let frozen = desk.batch().expect("a batch");
        let sheets = people
            .iter()
            .map(|person| person.sheet(&frozen.file, frozen.digest, folder.path()))
            .collect();
        Self {
            desk,
            sheets,
            _folder: folder,
        }
    }
}

fn receive(desk: &mut Desk, folder: &Path) {
    let packages = folder.join("packages");
    for number in 1..=APPLICATIONS {
        let package = packages.join(format!("GZ2026-{number:03} 第{number}号金融科技创新试点项目"));
        fs::create_dir_all(&package).expect("a package");
        let text = format!("项目名称：第{number}号金融科技创新试点项目\n牵头单位：示例机构{number}股份有限公司\n");
        fs::write(package.join("项目申报书.txt"), text).expect("a document");
    }
    let taken = intake::import(desk, &[packages], &mut Unwatched, AT).expect("imported");
    assert_eq!(taken.taken.len(), APPLICATIONS as usize, "{:?}", taken.refused);
    for number in &taken.taken {
        screening::screen(desk, number, &BTreeMap::new(), Some(Outcome::Admit), "测速", AT).expect("screened");
    }
}

/// A reviewer without a desk.
struct Person {
    keys: Keys,
    card: lx_seal::Envelope,
    seat: i64,
}

fn enrol(desk: &mut Desk, folder: &Path, reviewers: u32) -> Vec<Person> {
    let mut people = Vec::new();
    let mut cards = Vec::new();
    for seat in 1..=reviewers {
        let (name, org) = (format!("专家{seat}"), format!("示例大学{seat}"));
        let keys = Keys::generate(&name, &org, AT).expect("keys");
        let card = seal(PayloadKind::Card, &keys.card(&name, &org, Role::Reviewer, AT), &[&keys]).expect("a card");
        let path = folder.join(format!("{seat}.lxid"));
        fs::write(&path, card.bytes().expect("bytes")).expect("a file");
        cards.push(path);
        people.push(Person {
            keys,
            card,
            seat: i64::from(seat),
        });
    }
    let refused = opening::add_cards(desk, &cards, AT).expect("a roster");
    assert!(refused.is_empty(), "{refused:?}");
    people
}

impl Person {
    fn sheet(&self, batch: &BatchFile, batch_digest: Digest, folder: &Path) -> PathBuf {
        let assessments = batch.scored().enumerate().map(|(nth, application)| Assessment {
            number: application.number().clone(),
            dossier: application.dossier_digest,
            verdict: Verdict::Scored {
                criteria: self.scores(batch, i64::try_from(nth).expect("few")),
                comment: "测速用。".to_owned(),
                vetoes: Vec::new(),
            },
        });
        let sheet = Sheet {
            schema: 1,
            batch: batch.id,
            rubric_digest: batch.rubric_digest,
            batch_digest,
            round: 1,
            reviewer: self.keys.fingerprint(),
            device: Digest::of(self.keys.fingerprint().to_string().as_bytes()).to_string()[..32].to_owned(),
            revision: 1,
            parents: Vec::new(),
            sample: false,
            assessments: assessments.collect(),
            sealed_at: AT,
        };
        let envelope = seal(PayloadKind::Sheet, &sheet, &[&self.keys]).expect("a sheet");
        let path = folder.join(format!("{}.lxsheet", self.seat));
        fs::write(
            &path,
            SheetFile {
                card: self.card.clone(),
                sheet: envelope,
            }
            .bytes()
            .expect("bytes"),
        )
        .expect("a file");
        path
    }

    fn scores(&self, batch: &BatchFile, nth: i64) -> Vec<CriterionScore> {
        let score = |(place, criterion): (usize, &lx_domain::profile::Criterion)| {
            let share = 60 + (nth * 7 + self.seat * 3 + i64::try_from(place).expect("few") * 5) % 36;
            let points = Hundredths(criterion.full_marks.0 * share / 100 / criterion.step.0 * criterion.step.0);
            let asked = criterion
                .bands
                .iter()
                .filter(|band: &&Band| band.from <= points)
                .max_by_key(|band| band.from)
                .is_some_and(|band| band.reason_required);
            let reason = if asked {
                "测速用的理由，长短与平常相近：技术路线清楚，场景有代表性。"
            } else {
                ""
            };
            CriterionScore {
                id: criterion.id.clone(),
                mark: Mark::Points(points),
                reason: reason.to_owned(),
                evidence: Vec::new(),
            }
        };
        batch.profile.rubric.iter().enumerate().map(score).collect()
    }
}
