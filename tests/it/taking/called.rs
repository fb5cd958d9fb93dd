//! The command line over packages: what it refuses, what it says that the JSON says too.

use std::process::{Command, Output};

use lx_tests::{Said, program, said};

use super::*;

/// A desk that is closed, and calls of the program on it.
struct Called {
    folder: tempfile::TempDir,
}

impl Called {
    fn new() -> Self {
        let Office { folder, desk } = Office::new();
        drop(desk);
        fs::write(folder.path().join("passphrase"), PASSPHRASE).expect("the passphrase");
        Self { folder }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path.display().to_string()
    }

    fn package(&self, name: &str, title: &str, lead: &str) -> String {
        self.file(name, &zip(&[("01项目申报书.txt", &form(title, lead))]))
    }

    fn run(&self, json: bool, args: &[&str]) -> Output {
        Command::new(program("linxuan"))
            .args(json.then_some("--json"))
            .arg("--desk")
            .arg(self.folder.path().join("desk"))
            .arg("--passphrase-file")
            .arg(self.folder.path().join("passphrase"))
            .args(args)
            .output()
            .expect("linxuan runs")
    }

    fn at(&self, args: &[&str]) -> Said {
        said(&self.run(true, args))
    }

    /// What it says to people, wherever.
    fn words(&self, args: &[&str]) -> String {
        let output = self.run(false, args);
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    }
}

fn text(value: &serde_json::Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_package_of_another_application_is_not_taken_for_this_one_unless_a_person_insists() {
    let called = Called::new();
    let first = called.package("GZ2026-610 甲.zip", "甲项目跨境结算", "粤海示例证券股份有限公司");
    let second = called.package("GZ2026-601 乙.zip", "乙项目智能投研", "珠江示例基金管理有限公司");
    let unnamed = called.package("补充材料.zip", "丙项目托管估值", "白云示例期货有限公司");
    assert_eq!(called.at(&["import", &first]).exit, 0);
    let refused = called.at(&["import", "--into", "GZ2026-610", &unnamed]);
    assert_eq!(
        (refused.exit, &refused.json["refused"][0]["code"]),
        (1, &"other_application".into()),
        "{}",
        refused.json
    );
    let message = text(&refused.json["refused"][0]["message"]);
    assert!(
        message.contains("丙项目托管估值") && message.contains("甲项目跨境结算"),
        "{message}"
    );
    let shown = called.at(&["show", "GZ2026-610"]);
    assert_eq!(shown.json["applications"][0]["version"], 1, "nothing was replaced");

    let numbered = zip(&[(
        "01项目申报书.txt",
        &form("甲项目跨境结算\n项目编号：GZ2026-777", "白云示例期货有限公司"),
    )]);
    let numbered = called.file("再补.zip", &numbered);
    let refused = called.at(&["import", "--into", "GZ2026-610", &numbered]);
    let message = text(&refused.json["refused"][0]["message"]);
    assert!(
        message.contains("GZ2026-777") && message.contains("白云示例期货"),
        "{}",
        refused.json
    );

    assert_eq!(called.at(&["import", &second]).exit, 0);
    for way in [vec!["import"], vec!["import", "--dry-run"]] {
        let by_number = called.at(&[&way[..], &["--into", "GZ2026-610", &second]].concat());
        let refused = &by_number.json["refused"][0];
        assert_eq!((by_number.exit, &refused["code"]), (1, &"other_application".into()), "{way:?}");
        assert!(text(&refused["message"]).contains("GZ2026-601"), "{refused}");
    }

    let taken = called.at(&["import", "--into", "GZ2026-610", "--anyway", &unnamed]);
    let application = &taken.json["applications"][0];
    assert_eq!((taken.exit, &application["version"]), (0, &2.into()), "{}", taken.json);
    let findings = application["findings"].as_array().expect("findings");
    let said = |f: &serde_json::Value| f["code"] == "other_application" && f["severity"] == "error";
    assert!(findings.iter().any(said), "{}", application["findings"]);
    assert!(
        text(&application["admission"]["reason"]).contains("材料像是另一项目的"),
        "{}",
        application["admission"]
    );

    let own = called.package("再次报送.zip", "丙项目托管估值（修订）", "白云示例期货有限公司");
    assert_eq!(
        called.at(&["import", "--into", "GZ2026-610", &own]).exit,
        0,
        "one of the two may change"
    );
}

#[test]
fn a_dry_run_looks_at_what_the_import_would_be_told() {
    let called = Called::new();
    let first = called.package("GZ2026-610 甲.zip", "甲项目", "粤海示例证券");
    let loose = called.package("补充.zip", "甲项目（修订）", "粤海示例证券");
    assert_eq!(called.at(&["import", &first]).exit, 0);
    let nowhere = called.at(&["import", "--dry-run", "--into", "NOPE", &loose]);
    assert_eq!((nowhere.exit, &nowhere.json["fault"]["code"]), (1, &"unknown_application".into()));
    let into = |how: &[&str]| {
        let seen = called.at(&[&["import", "--dry-run", "--into", "GZ2026-610"], how, &[&loose]].concat());
        let package = &seen.json["packages"][0];
        (text(&package["number"]), text(&package["placing"]))
    };
    assert_eq!(into(&[]), ("GZ2026-610".to_owned(), "version".to_owned()), "it has a form");
    assert_eq!(into(&["--as", "addition"]).1, "addition");
    let said = called.words(&["import", "--dry-run", "--into", "GZ2026-610", &loose]);
    assert!(said.contains("作为新版本（GZ2026-610）"), "{said}");
    let output = called.run(false, &["import", "--as", "version", &loose]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && said.contains("--into"), "{said}");
}

#[test]
fn files_that_are_left_out_make_an_import_partial() {
    let called = Called::new();
    called.package("收件/GZ2026-001 甲.zip", "甲项目", "粤海示例证券");
    called.package("收件/GZ2026-002 乙.zip", "乙项目", "珠江示例证券");
    let left = called.file("收件/通讯录.txt", b"x");
    let folder = called.folder.path().join("收件").display().to_string();
    for way in [vec!["import", "--dry-run"], vec!["import"]] {
        let done = called.at(&[&way[..], &[&folder]].concat());
        assert_eq!(
            (done.exit, &done.json["left"][0]),
            (3, &left.as_str().into()),
            "{way:?}: {}",
            done.json
        );
    }
}

#[test]
fn what_is_late_or_has_left_the_batch_is_said_wherever_it_is_shown() {
    let called = Called::new();
    let first = called.package("GZ2026-001 甲.zip", "穿山甲项目", "粤海示例证券");
    let second = called.package("GZ2026-002 乙.zip", "穿山甲二期", "珠江示例证券");
    assert_eq!(called.at(&["batch", "reception", "--deadline", "2026-01-05"]).exit, 0);
    let late = |args: &[&str]| called.words(args).contains("逾期");
    assert!(late(&["import", &first, &second]));
    assert!(late(&["show", "GZ2026-001"]) && late(&["applications"]));
    let paper = called.folder.path().join("回执.pdf").display().to_string();
    assert!(late(&["receipt", "GZ2026-001", "--out", &paper]));
    assert_eq!(called.at(&["defer", "GZ2026-002", "--reason", "截止后收到"]).exit, 0);
    let all = called.at(&["applications"]).json;
    assert_eq!(all["applications"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&all["deferred"][0]["number"], &all["deferred"][0]["reason"]),
        (&"GZ2026-002".into(), &"截止后收到".into())
    );
    let said = called.words(&["applications"]);
    assert!(said.contains("已移出本批次：") && said.contains("GZ2026-002"), "{said}");
    let hits = called.at(&["search", "穿山甲"]).json;
    let marks: Vec<_> = hits["hits"]
        .as_array()
        .expect("hits")
        .iter()
        .map(|h| (text(&h["number"]), h["deferred"] == true))
        .collect();
    assert!(
        marks.contains(&("GZ2026-001".to_owned(), false)) && marks.contains(&("GZ2026-002".to_owned(), true)),
        "{hits}"
    );
    assert_eq!(hits["more"], false);
}

#[test]
fn a_search_that_is_cut_says_so() {
    let called = Called::new();
    let lines: String = (0..300).map(|n| format!("海牛第{n}段\n\n")).collect();
    let package = called.file(
        "GZ2026-001 甲.zip",
        &zip(&[("01项目申报书.txt", &form("甲", "粤海示例证券")), ("附件.txt", lines.as_bytes())]),
    );
    assert_eq!(called.at(&["import", &package]).exit, 0);
    let found = called.at(&["search", "海牛"]).json;
    assert_eq!((found["hits"].as_array().map(Vec::len), &found["more"]), (Some(200), &true.into()));
    let said = called.words(&["search", "海牛"]);
    assert!(said.contains("只列出 200 处"), "{said}");
}

#[test]
fn the_listing_in_words_has_what_its_json_has() {
    let called = Called::new();
    let packages = [
        called.package("GZ2026-001 甲.zip", "甲项目跨境结算", "粤海示例证券"),
        called.package("GZ2026-009 癸.zip", "癸项目智能投研", "珠江示例证券"),
    ];
    assert_eq!(called.at(&["import", &packages[0], &packages[1]]).exit, 0);
    let table = called.file(
        "表.csv",
        "编号,项目名称,牵头单位\nGZ2026-001,甲项目跨境结算,白云示例期货\nGZ2026-002,乙项目,粤海示例证券\n".as_bytes(),
    );
    let said = called.words(&["listing", &table]);
    assert!(said.contains("未列入汇总表：GZ2026-009") && said.contains("处不一致"), "{said}");
    let removed = called.words(&["listing", "--remove"]);
    assert!(removed.contains("已撤下申报汇总表 表.csv"), "{removed}");
    assert!(called.words(&["listing", "--remove"]).contains("没有收下过"));
}

#[test]
fn a_paper_does_not_go_over_the_desk_and_goes_over_itself() {
    let called = Called::new();
    let package = called.package("GZ2026-001 甲.zip", "甲项目", "粤海示例证券");
    assert_eq!(called.at(&["import", &package]).exit, 0);
    let desk = called.folder.path().join("desk");
    for (args, code) in [
        (vec!["receipt", "GZ2026-001", "--out"], "occupied"),
        (vec!["identity", "card", "--out"], "occupied"),
        (vec!["backup", "create"], "occupied"),
    ] {
        for name in ["desk.db", "desk.toml"] {
            let place = desk.join(name).display().to_string();
            let refused = called.at(&[&args[..], &[&place]].concat());
            assert_eq!((refused.exit, &refused.json["fault"]["code"]), (1, &code.into()), "{args:?} {name}");
        }
    }
    let paper = called.folder.path().join("回执.pdf").display().to_string();
    for _ in 0..2 {
        assert_eq!(called.at(&["receipt", "GZ2026-001", "--out", &paper]).exit, 0);
    }
    let (kept, documents) = (
        called.folder.path().join("备份.lxbackup").display().to_string(),
        desk.join("documents"),
    );
    assert_eq!(called.at(&["backup", "create", &kept]).exit, 0);
    let checked = called.at(&["backup", "check", &kept]);
    assert_eq!((checked.exit, &checked.json["documents"]), (0, &true.into()));
    for file in files_below(&documents) {
        fs::write(file, "").expect("damaged");
    }
    let refused = called.at(&["backup", "create", &kept]);
    let message = text(&refused.json["fault"]["message"]);
    assert_eq!((refused.exit, &refused.json["fault"]["code"]), (4, &"damaged_documents".into()));
    assert!(message.contains("GZ2026-001 01项目申报书.txt"), "{message}");
    assert_eq!(called.at(&["backup", "check", &kept]).exit, 0, "the earlier one is whole");
}
