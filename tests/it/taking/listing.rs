use lx_wire::{Lang, Texts, face};

use super::*;

const LISTING: &str =
    "编号,项目名称,牵头单位\nGZ2026-001,甲项目,粤海示例证券\nGZ2026-002,乙项目,别的示例证券\nGZ2026-003,丙项目,粤海示例期货\n";

fn two_applications(office: &mut Office) {
    let shared = "同一份文件。".repeat(60);
    let package = |title: &str, lead: &str| zip(&[("01项目申报书.txt", &form(title, lead)), ("附件.txt", shared.as_bytes())]);
    let paths = [
        office.file("GZ2026-001 甲.zip", &package("甲项目", "粤海示例证券")),
        office.file("GZ2026-002 乙.zip", &package("乙项目", "南粤示例期货")),
    ];
    assert_eq!(office.take(&paths).taken.len(), 2);
}

fn codes(office: &Office, number: &str) -> Vec<String> {
    let view = face::application(&office.desk, &Texts::new(Lang::Chinese), number).expect("the application");
    view.findings.into_iter().map(|f| f.code).collect()
}

#[test]
fn what_shows_between_applications_stands_in_each_and_is_counted_as_the_batch_stands() {
    let mut office = Office::new();
    two_applications(&mut office);
    let warnings = |office: &Office| {
        face::applications(&office.desk)
            .expect("rows")
            .into_iter()
            .map(|r| r.warnings)
            .collect::<Vec<_>>()
    };
    for number in ["GZ2026-001", "GZ2026-002"] {
        assert!(codes(&office, number).contains(&"same_file_elsewhere".to_owned()), "{number}");
    }
    let before = warnings(&office);
    let own = "另一份文件。".repeat(60);
    let second = office.file("GZ2026-002 补充.zip", &zip(&[("附件.txt", own.as_bytes())]));
    office.take(&[second]);
    assert!(
        !codes(&office, "GZ2026-001").contains(&"same_file_elsewhere".to_owned()),
        "the file is another one now"
    );
    assert!(!codes(&office, "GZ2026-002").contains(&"same_file_elsewhere".to_owned()));
    assert_ne!(warnings(&office), before);
}

#[test]
fn a_listing_is_kept_and_its_contradictions_stand_beside_the_applications_own_findings() {
    let mut office = Office::new();
    two_applications(&mut office);
    let path = office.file("申报汇总表.csv", LISTING.as_bytes());
    let texts = Texts::new(Lang::Chinese);
    let path = path.display().to_string();
    let seen = face::look_at_listing(&office.desk, &texts, &path).expect("a listing");
    assert_eq!((seen.rows.len(), seen.received, seen.missing, seen.kept), (3, 2, 1, false));
    assert!(
        !codes(&office, "GZ2026-002").contains(&"roster_contradiction".to_owned()),
        "only looked at"
    );
    face::keep_listing(&mut office.desk, &texts, &path, AT).expect("kept");
    let mut office = office.reopen();
    let kept = face::listing(&office.desk, &texts).expect("the desk").expect("a listing");
    assert_eq!((kept.rows[1].contradictions, kept.rows[0].contradictions, kept.kept), (1, 0, true));
    assert_eq!(kept.rows[2].matched, None);
    assert!(codes(&office, "GZ2026-002").contains(&"roster_contradiction".to_owned()));
    face::remove_listing(&mut office.desk, AT).expect("removed");
    assert!(face::listing(&office.desk, &texts).expect("the desk").is_none());
    assert!(!codes(&office, "GZ2026-002").contains(&"roster_contradiction".to_owned()));
    assert!(face::remove_listing(&mut office.desk, AT).is_err(), "there is none any more");
}

#[test]
fn a_listing_among_the_packages_is_known_as_one_and_an_odd_spreadsheet_is_a_document() {
    let mut office = Office::new();
    let folder = office.path("drop");
    office.file(
        "drop/GZ2026-001 甲.zip",
        &zip(&[("01项目申报书.txt", &form("甲项目", "粤海示例证券"))]),
    );
    office.file(
        "drop/GZ2026-002 乙.zip",
        &zip(&[("01项目申报书.txt", &form("乙项目", "粤海示例证券"))]),
    );
    office.file("drop/申报汇总表.csv", LISTING.as_bytes());
    office.file("drop/说明.txt", "各位同事".as_bytes());
    let (texts, given) = (Texts::new(Lang::Chinese), [folder.display().to_string()]);
    let taken = face::import_paths(&mut office.desk, &texts, &given, &face::ImportTerms::default(), &mut Unwatched, AT).expect("taken");
    assert_eq!((taken.applications.len(), taken.listing.as_deref()), (2, Some("申报汇总表.csv")));
    assert!(
        taken.left[0].ends_with("说明.txt") && taken.left.len() == 1,
        "what was left out is said: {:?}",
        taken.left
    );
    let odd = office.file("测算.csv", "年份,金额\n2026,100\n2027,200\n".as_bytes());
    let taken = office.take(&[odd]);
    assert_eq!((taken.taken.len(), taken.listing), (1, None));
}

#[test]
fn what_is_no_listing_is_refused_in_both_languages() {
    let office = Office::new();
    let path = office.file("说明.csv", "甲,乙\n1,2\n".as_bytes()).display().to_string();
    for lang in [Lang::Chinese, Lang::English] {
        let texts = Texts::new(lang);
        let fault = face::look_at_listing(&office.desk, &texts, &path).expect_err("no headings");
        assert_eq!(fault.code, "roster_no_headings");
        assert!(fault.message(&texts).contains("说明.csv") && !fault.advice(&texts).starts_with("rec-"));
    }
}
