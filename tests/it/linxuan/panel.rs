//! A panel at the command line: several desks, files between them, one standing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use lx_tests::{Said, linxuan, repository};
use serde_json::Value;

const CRITERIA: [&str; 5] = ["innovation", "feasibility", "security", "goal_soundness", "risk_controls"];

/// A panel in a folder of its own: a chair and reviewers.
pub(super) struct Panel {
    folder: tempfile::TempDir,
    reviewers: Vec<String>,
    pub(super) numbers: Vec<String>,
}

impl Panel {
    /// A frozen batch of two sample packages, opened at every reviewer's desk.
    pub(super) fn of(reviewers: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("passphrase"), "林间小路 2026\n").expect("the passphrase");
        let reviewers: Vec<String> = reviewers.iter().map(|&name| name.to_owned()).collect();
        let mut panel = Self {
            folder,
            reviewers,
            numbers: Vec::new(),
        };
        panel.enrol();
        panel.open();
        panel
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn text(&self, name: &str) -> String {
        self.path(name).to_string_lossy().into_owned()
    }

    /// Runs a command at one desk.
    pub(super) fn at(&self, desk: &str, args: &[&str]) -> Said {
        let (desk, passphrase) = (self.text(desk), self.text("passphrase"));
        let all: Vec<&str> = ["--desk", &desk, "--passphrase-file", &passphrase]
            .into_iter()
            .chain(args.iter().copied())
            .collect();
        linxuan(&all)
    }

    /// Runs a command that must be done.
    pub(super) fn done(&self, desk: &str, args: &[&str]) -> Value {
        let said = self.at(desk, args);
        assert_eq!(said.exit, 0, "{desk}: {args:?}: {} {}", said.json, said.stderr);
        said.json
    }

    fn enrol(&self) {
        self.done(
            "组长",
            &["identity", "create", "--name", "组长", "--org", "示例研究院", "--role", "chair"],
        );
        for (seat, name) in self.reviewers.iter().enumerate() {
            let org = format!("示例大学{seat}");
            self.done(name, &["identity", "create", "--name", name, "--org", &org, "--role", "reviewer"]);
            self.done(name, &["identity", "card", "--out", &self.text(&format!("{name}.lxid"))]);
        }
    }

    fn open(&mut self) {
        self.done("组长", &["batch", "create", "--name", "试验批次", "--profile", "guangzhou-2022"]);
        let cards: Vec<String> = self.reviewers.iter().map(|name| self.text(&format!("{name}.lxid"))).collect();
        let add: Vec<&str> = ["roster", "add"].into_iter().chain(cards.iter().map(String::as_str)).collect();
        assert_eq!(
            self.done("组长", &add)["members"].as_array().map(Vec::len),
            Some(self.reviewers.len() + 1),
            "the chair sits too"
        );
        let samples = repository().join("assets/samples");
        let packages: Vec<String> = ["GZ2026-001", "GZ2026-003"]
            .iter()
            .map(|number| package(&samples, number))
            .collect();
        let taken = self.done("组长", &["import", &packages[0], &packages[1]]);
        self.numbers = taken["applications"]
            .as_array()
            .expect("applications")
            .iter()
            .map(|a| text(&a["number"]))
            .collect();
        for number in &self.numbers {
            self.done("组长", &["screen", number, "--outcome", "admit", "--reason", "材料齐备"]);
        }
        let frozen = self.done("组长", &["batch", "freeze"]);
        assert!(frozen["batch"].is_string() && frozen["rubric_digest"].is_string(), "{frozen}");
        self.done("组长", &["batch", "export", "--out", &self.text("批次.lxbatch")]);
        for name in &self.reviewers {
            self.done(name, &["batch", "open", &self.text("批次.lxbatch")]);
        }
    }

    /// Scores both applications and signs; gives the scoresheet file.
    pub(super) fn sheet(&self, name: &str, points: &str, file: &str) -> String {
        let all: Vec<String> = CRITERIA.iter().map(|id| format!("{id}={points}")).collect();
        for number in &self.numbers {
            self.at(name, &["declare", number, "--none"]);
            let saved = self.done(name, &["score", number, "--points", &all.join(",")]);
            assert_eq!(saved["blockers"].as_array().map(Vec::len), Some(0), "{saved}");
        }
        self.done(name, &["sheet", "seal", "--out", &self.text(file)]);
        self.text(file)
    }

    /// The same desk once more, before anything else happens to it.
    fn copy(&self, desk: &str, to: &str) {
        copy_folder(&self.path(desk), &self.path(to));
    }
}

fn package(samples: &Path, number: &str) -> String {
    let entries = fs::read_dir(samples).expect("the samples").map(|e| e.expect("an entry").path());
    let found = entries
        .into_iter()
        .find(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with(number)));
    found.expect("a sample").to_string_lossy().into_owned()
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("a text, not {value}")).to_owned()
}

#[test]
fn scoresheets_merge_in_any_order_to_the_same_standing() {
    let panel = Panel::of(&["林一", "周二", "吴三"]);
    let sheets = [
        panel.sheet("林一", "16", "1.lxsheet"),
        panel.sheet("周二", "17.5", "2.lxsheet"),
        panel.sheet("吴三", "15.5", "3.lxsheet"),
    ];
    let orders = [[0, 1, 2], [2, 0, 1], [1, 2, 0]];
    let standings: Vec<Value> = orders
        .iter()
        .enumerate()
        .map(|(nth, order)| {
            let desk = format!("组长{nth}");
            panel.copy("组长", &desk);
            for &sheet in order {
                let merged = panel.done(&desk, &["merge", &sheets[sheet]]);
                assert_eq!(merged["taken"].as_array().map(Vec::len), Some(1), "{merged}");
            }
            panel.done(&desk, &["standing"])
        })
        .collect();
    assert_eq!(standings[0], standings[1]);
    assert_eq!(standings[0], standings[2]);
    let first = &standings[0]["applications"][0];
    assert_eq!(
        (first["score"].as_str(), &first["sheets"]),
        (Some("81.67"), &3.into()),
        "(80 + 87.5 + 77.5) / 3: {first}"
    );
}

#[test]
fn a_repeated_and_a_damaged_sheet_are_named_and_change_nothing() {
    let panel = Panel::of(&["林一"]);
    let sheet = panel.sheet("林一", "16", "1.lxsheet");
    panel.done("组长", &["merge", &sheet]);
    let before = panel.done("组长", &["standing"]);
    let again = panel.done("组长", &["merge", &sheet]);
    assert_eq!(
        (again["taken"].as_array().map(Vec::len), again["already"].as_array().map(Vec::len)),
        (Some(0), Some(1)),
        "{again}"
    );
    let mut bytes = fs::read(&sheet).expect("the sheet");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let damaged = panel.text("坏.lxsheet");
    fs::write(&damaged, bytes).expect("a copy");
    let refused = panel.at("组长", &["merge", &damaged]);
    assert_eq!(refused.exit, 1, "{}", refused.json);
    assert_eq!(
        refused.json["refused"][0]["path"].as_str(),
        Some(damaged.as_str()),
        "{}",
        refused.json
    );
    assert!(refused.json["refused"][0]["code"].is_string() && refused.json["refused"][0]["message"].is_string());
    assert_eq!(panel.at("组长", &["merge", &sheet, &damaged]).exit, 3, "some known, some refused");
    assert_eq!(panel.done("组长", &["standing"]), before);
}

#[test]
fn a_sheet_of_another_batch_is_left_out() {
    let (ours, theirs) = (Panel::of(&["林一"]), Panel::of(&["林一"]));
    let foreign = theirs.sheet("林一", "16", "1.lxsheet");
    let refused = ours.at("组长", &["merge", &foreign]);
    assert_eq!(refused.exit, 1, "{}", refused.json);
    assert_eq!(ours.done("组长", &["standing"])["applications"][0]["sheets"], 0);
}

#[test]
fn a_wrong_passphrase_is_a_refusal_with_words_and_advice() {
    let panel = Panel::of(&["林一"]);
    fs::write(panel.path("passphrase"), "不是这一句\n").expect("another passphrase");
    let said = panel.at("组长", &["identity", "show"]);
    assert_eq!(said.exit, 1, "{}", said.json);
    let fault = &said.json["fault"];
    assert!(
        fault["code"].is_string() && !text(&fault["message"]).is_empty() && !text(&fault["advice"]).is_empty(),
        "{fault}"
    );
}
