//! Two desks, a chair's and a reviewer's, from raw packages to a verified report.

use std::{
    fs,
    path::{Path, PathBuf},
};

use lx_tests::repository;

use crate::{
    person::{at, file},
    stage::{Driver, Screen, act},
    window::Window,
};

const CRITERIA: [&str; 5] = ["innovation", "feasibility", "security", "goal_soundness", "risk_controls"];

/// The room where it happens: one screen, a folder for what is handed from desk to desk.
struct Room {
    screen: Screen,
    folder: tempfile::TempDir,
    pictures: PathBuf,
}

impl Room {
    fn new() -> Self {
        let pictures = repository().join("target/e2e");
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            screen: Screen::of(1366, 768),
            folder,
            pictures,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A person sits down at their own machine.
    fn seat(&self, person: &str, files: &[&Path]) -> Window {
        let home = self.path(&format!("{person}-home"));
        fs::create_dir_all(&home).expect("a home");
        let driver = Driver::on(&self.screen, &home, &[]);
        let files: Vec<_> = files.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        Window::open(
            &self.screen,
            driver,
            &files.iter().map(String::as_str).collect::<Vec<_>>(),
            &self.pictures,
        )
    }
}

#[test]
fn a_reviewer_and_a_chair_take_a_batch_from_packages_to_a_verified_report() {
    act(a_batch);
}

fn a_batch() {
    let room = Room::new();
    let (card, batch, sheet) = (room.path("林一.lxid"), room.path("批次.lxbatch"), room.path("林一.lxsheet"));

    let reviewer = room.seat("林一", &[]);
    reviewer.enrol("林一", "示例大学", "reviewer");
    reviewer.meets("page-waiting");
    reviewer.picture("01-reviewer-waits");
    reviewer.give("export-card", &card);
    file(&card);

    let chair = room.seat("组长", &[]);
    chair.picture("02-start");
    chair.enrol("陈组长", "示例研究院", "chair");
    take_packages(&chair);
    open_review(&chair, &card, &batch);

    receive_batch(&reviewer, &batch);
    score(&reviewer);
    seal(&reviewer, &sheet);
    drop(reviewer);

    merge(&chair, &sheet);
    decide(&chair);
    let report = report(&chair);
    verify(&chair, &report);
}

fn take_packages(chair: &Window) {
    chair.meets("page-screening");
    chair.write(&at("batch-name"), "2026年试验批次");
    chair.press("create-batch");
    chair.meets("import");
    chair.drop_files(&[&repository().join("assets/samples")]);
    // A look first; the button that imports has the focus, so that a clean drop costs one Enter.
    chair.see("[data-testid=\"preview-go\"]:focus");
    chair.picture("03-preview");
    chair.keys(&["Enter"]);
    chair.meets("package-GZ2026-001");
    chair.picture("03-screening");
    chair.confirm_every_outcome();
    chair.picture("04-screened");
}

fn open_review(chair: &Window, card: &Path, batch: &Path) {
    // A card shows by itself where cards are taken.
    chair.drop_files(&[card]);
    chair.meets("page-opening");
    chair.read("林一");
    chair.picture("05-opening");
    chair.press("freeze");
    chair.sign("freeze");
    chair.meets("batch-stamp");
    chair.picture("06-frozen");
    chair.give("export-batch", batch);
    file(batch);
}

fn receive_batch(reviewer: &Window, batch: &Path) {
    refuses_what_is_not_for_reviewers(reviewer);
    reviewer.drop_files(&[batch]);
    reviewer.meets("chair-short");
    reviewer.picture("07-offer");
    reviewer.press("offer-same");
    reviewer.press("offer-open");
    reviewer.meets("declaration");
    reviewer.picture("08-declaration");
    reviewer.press("declare-none");
    reviewer.meets("form");
}

/// Packages, cards and sheets are taken in by the chair: a reviewer's window says so and stays where it is.
fn refuses_what_is_not_for_reviewers(reviewer: &Window) {
    for name in ["申报材料.zip", "别人.lxid", "别人.lxsheet"] {
        reviewer.drop_files(&[Path::new("/tmp").join(name).as_path()]);
        reviewer.says("fault-says", name);
        reviewer.press("fault-close");
        reviewer.meets("page-waiting");
    }
}

fn score(reviewer: &Window) {
    let rows = reviewer.count("[data-testid^=\"project-\"]");
    assert!(rows > 1, "the batch has applications to score");
    for row in 0..rows {
        for (nth, criterion) in CRITERIA.iter().enumerate() {
            let points = ["16", "17.5", "15.5", "17", "16.5"][(nth + row) % 5];
            reviewer.write(&at(&format!("points-{criterion}")), points);
        }
        reviewer.saved();
        if row == 0 {
            reviewer.picture("09-scoring");
        }
        if row + 1 < rows {
            reviewer.next_project();
        }
    }
}

fn seal(reviewer: &Window, sheet: &Path) {
    reviewer.press("seal-sheet");
    reviewer.meets("seal-dialog");
    reviewer.give("seal-out", sheet);
    reviewer.picture("10-sealing");
    reviewer.sign("seal");
    reviewer.meets("sealed-stamp");
    reviewer.picture("11-sealed");
    file(sheet);
}

fn merge(chair: &Window, sheet: &Path) {
    // Two kinds at once: the sheet is merged, the other file is named and left.
    let stranger = sheet.with_file_name("旁边的一份.pdf");
    fs::write(&stranger, b"%PDF-1.7 not for merging").expect("a file");
    chair.drop_files(&[sheet, &stranger]);
    chair.says("fault-says", "旁边的一份.pdf");
    chair.press("fault-close");
    chair.meets("page-merging");
    chair.meets("merge-outcome");
    chair.see("[data-state=\"merged\"]");
    chair.picture("12-merged");
    chair.press("go-deliberating");
}

fn decide(chair: &Window) {
    chair.meets("standing");
    chair.see("[data-testid^=\"standing-GZ\"][data-rank=\"1\"]");
    chair.picture("13-deliberating");
    chair.press("station-deciding");
    chair.opine_on_all();
    chair.picture("14-deciding");
    chair.press("sign-decision");
    chair.sign("decision");
    chair.meets("decision-stamp");
    chair.press("go-reporting");
}

fn report(chair: &Window) -> PathBuf {
    chair.press("make-report");
    chair.sign("report");
    chair.meets("report-stamp");
    chair.see(&format!("{} canvas", at("pdf")));
    chair.picture("15-report");
    PathBuf::from(chair.text(&at("report-path")).expect("a path"))
}

fn verify(chair: &Window, report: &Path) {
    assert!(report.is_file(), "{} is not there", report.display());
    chair.drop_files(&[report]);
    chair.meets("page-verify");
    chair.see("[data-testid=\"verify-result\"][data-valid=\"true\"]");
    chair.picture("16-verified");
}
