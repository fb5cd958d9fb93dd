use std::ops::ControlFlow;

use lx_steps::{
    Watch,
    intake::{Placing, Wanted, import_wanted},
    looking::look,
};
use lx_wire::{Lang, Texts, face};

use super::*;

#[test]
fn a_look_shows_what_would_be_taken_and_writes_nothing() {
    let mut office = Office::new();
    let rows = office.desk.records().journal().expect("the journal").len();
    let samples = lx_tests::repository().join("assets/samples");
    let broken = office.file("坏的.zip", b"Rar!\x1a\x07\x01\x00");
    let found = look(&office.desk, &[samples.clone(), broken], None).expect("a look");
    assert_eq!(found.packages.len(), 8);
    assert_eq!(found.refused[0].reason.code(), "intake_rar");
    assert!(
        found
            .packages
            .iter()
            .all(|p| p.preview.files >= 5 && !p.here() && p.already().is_none())
    );
    assert!(found.packages.iter().all(|p| p.preview.has_form()), "each holds its form");
    assert_eq!(
        office.desk.records().journal().expect("the journal").len(),
        rows,
        "not even a journal row"
    );
    assert!(office.kept().is_empty());

    office.take(std::slice::from_ref(&samples));
    let again = look(&office.desk, &[samples], None).expect("a look");
    let archives = again.packages.iter().filter(|p| p.package.path.is_file());
    assert!(archives.clone().count() >= 6);
    for package in archives {
        assert_eq!(
            package.already(),
            package.number().as_ref(),
            "{}: the very same file is here",
            package.package.name
        );
    }
    assert!(again.packages.iter().all(|p| p.here() && p.placing() == Placing::Version));
}

/// A package of 計畫書.txt, its name in Big5, which reads as GB18030 without a fault.
fn in_big5() -> Vec<u8> {
    let name: &[u8] = b"\xad\x70\xb5\x65\xae\xd1.txt";
    let mut bytes = zip(&[("ABCDEF.txt", b"x")]);
    while let Some(at) = bytes.windows(10).position(|w| w == b"ABCDEF.txt") {
        bytes[at..at + 10].copy_from_slice(name);
    }
    bytes
}

#[test]
fn names_are_decoded_again_without_reading_again_and_taken_as_they_were_shown() {
    let mut office = Office::new();
    let path = office.file("GZ2026-009 计划.zip", &in_big5());
    let texts = Texts::new(Lang::Chinese);
    let given = [path.display().to_string()];
    let (mut found, view) = face::preview_packages(&office.desk, &texts, &given, None).expect("a look");
    assert_eq!((view.packages[0].encoding.as_str(), view.packages[0].undecided), ("gb18030", 1));
    assert_ne!(view.packages[0].entries[0].path, "計畫書.txt");
    assert!(
        view.packages[0].doubtful && !view.packages[0].entries[0].note.is_empty(),
        "a person is told to look"
    );
    let kept = fs::read(&path).expect("the package");
    fs::remove_file(&path).expect("gone");
    let chosen = face::preview_under(&mut found, &texts, 0, Some("big5")).expect("decoded again");
    assert_eq!(
        (chosen.entries[0].path.as_str(), chosen.chosen, chosen.doubtful),
        ("計畫書.txt", true, false)
    );
    fs::write(&path, kept).expect("back");
    let wanted = found.packages[0].wanted(None, None);
    import_wanted(&mut office.desk, vec![wanted], &mut Unwatched, AT).expect("taken");
    assert_eq!(office.documents("GZ2026-009"), ["計畫書.txt"]);
}

#[test]
fn a_package_taken_under_names_that_nobody_could_read_is_taken_again_under_the_right_ones() {
    let mut office = Office::new();
    // Its own name has no number.
    let path = office.file("某机构材料.zip", &in_big5());
    let number = office.take(std::slice::from_ref(&path)).taken.remove(0);
    assert_ne!(office.documents(number.as_str()), ["計畫書.txt"]);

    let texts = Texts::new(Lang::Chinese);
    let given = [path.display().to_string()];
    let (mut found, view) = face::preview_packages(&office.desk, &texts, &given, None).expect("a look");
    assert_eq!(view.packages[0].already.as_deref(), Some(number.as_str()));
    let mut under = |encoding| {
        let one = face::preview_under(&mut found, &texts, 0, encoding).expect("decoded again");
        (one.already.is_some(), one.number, one.placing, found.packages[0].wanted(None, None))
    };
    let same = under(Some("gb18030"));
    assert!(same.0, "the names it has are no reason to take it again");
    let (already, goes_to, placing, wanted) = under(Some("big5"));
    assert_eq!(
        (already, goes_to.as_deref(), placing.as_str()),
        (false, Some(number.as_str()), "version")
    );
    assert!(under(None).0, "and without a choice it is here");

    let refused = import_wanted(&mut office.desk, vec![same.3], &mut Unwatched, AT)
        .expect("refused")
        .refused;
    assert_eq!(refused[0].reason.code(), "already_here");
    let again = [wanted.clone(), wanted];
    let done = import_wanted(&mut office.desk, again.to_vec(), &mut Unwatched, AT).expect("taken");
    assert_eq!(done.taken, std::slice::from_ref(&number), "once");
    assert_eq!(done.refused[0].reason.code(), "already_here");
    let office = office.reopen();
    assert_eq!(office.documents(number.as_str()), ["計畫書.txt"]);
    assert_eq!(office.desk.dossier(&number).expect("the application").version, 2);
}

#[test]
fn a_supplement_without_a_form_is_added_and_nothing_of_what_was_there_is_lost() {
    let mut office = Office::new();
    let first = office.file(
        "GZ2026-001 甲.zip",
        &zip(&[
            ("01项目申报书.txt", &form("甲项目", "粤海示例证券")),
            ("07承诺函.txt", "承诺函 旧".as_bytes()),
        ]),
    );
    let more = office.file(
        "GZ2026-001 补充材料.zip",
        &zip(&[
            ("07承诺函.txt", "承诺函 新".as_bytes()),
            ("06风险防控方案.txt", "风险防控方案".as_bytes()),
        ]),
    );
    office.take(std::slice::from_ref(&first));
    let taken = office.take(std::slice::from_ref(&more));
    assert_eq!(taken.taken.len(), 1);
    let mut office = office.reopen();
    let dossier = office.desk.dossier(&taken.taken[0]).expect("the application");
    assert_eq!((dossier.version, dossier.title.as_str()), (2, "甲项目"), "the form is still read");
    assert_eq!(
        office.documents("GZ2026-001"),
        ["01项目申报书.txt", "07承诺函.txt", "06风险防控方案.txt"]
    );
    let pledge = dossier.documents.iter().find(|d| d.path == "07承诺函.txt").expect("the pledge");
    let bytes = office.desk.records().documents().bytes(&pledge.digest).expect("its bytes");
    assert_eq!(bytes, "承诺函 新".as_bytes(), "a file of the same name is replaced");
    assert_eq!(
        office.desk.records().originals(&dossier.number).expect("originals").len(),
        2,
        "both packages are kept"
    );
    for again in [first, more] {
        let refused = office.take(&[again]).refused;
        assert_eq!(refused[0].reason.code(), "already_here", "either part again changes nothing");
    }
}

#[test]
fn a_package_with_a_form_is_the_next_version_unless_a_person_says_otherwise() {
    let mut office = Office::new();
    let first = office.file(
        "GZ2026-002 乙.zip",
        &zip(&[("01项目申报书.txt", &form("乙项目", "粤海示例证券")), ("附件.txt", b"attached")]),
    );
    let second = office.file(
        "GZ2026-002 乙（修订）.zip",
        &zip(&[("01项目申报书.txt", &form("乙项目修订", "粤海示例证券"))]),
    );
    let third = office.file(
        "GZ2026-002 乙（再修订）.zip",
        &zip(&[("01项目申报书（再修订）.txt", &form("乙项目再修订", "粤海示例证券"))]),
    );
    office.take(&[first]);
    office.take(&[second]);
    assert_eq!(office.documents("GZ2026-002"), ["01项目申报书.txt"], "it replaces what was there");
    let versions = office
        .desk
        .records()
        .dossier_versions(&"GZ2026-002".parse().expect("a number"))
        .expect("versions");
    assert_eq!(versions[0].1.documents.len(), 2, "and the version before is kept");
    let package = lx_steps::looking::look(&office.desk, &[third], None)
        .expect("a look")
        .packages
        .remove(0);
    let wanted = Wanted {
        placing: Some(Placing::Addition),
        ..Wanted::from(package.package)
    };
    import_wanted(&mut office.desk, vec![wanted], &mut Unwatched, AT).expect("taken");
    assert_eq!(office.documents("GZ2026-002"), ["01项目申报书.txt", "01项目申报书（再修订）.txt"]);
}

#[test]
fn a_paper_about_the_form_and_a_folder_named_after_it_are_no_form() {
    let mut office = Office::new();
    let first = office.file(
        "GZ2026-001 甲.zip",
        &zip(&[("01项目申报书.txt", &form("甲项目", "粤海示例证券")), ("附件.txt", b"attached")]),
    );
    office.take(&[first]);
    for (name, inside) in [
        ("GZ2026-001 补充.zip", "关于申报书的补充说明.txt"),
        ("GZ2026-001 再补充.zip", "申报书补正/07承诺函.txt"),
    ] {
        let more = office.file(name, &zip(&[(inside, inside.as_bytes())]));
        let found = look(&office.desk, std::slice::from_ref(&more), None).expect("a look");
        assert_eq!(found.packages[0].placing(), Placing::Addition, "{inside}");
        office.take(&[more]);
    }
    assert_eq!(
        office.documents("GZ2026-001"),
        [
            "01项目申报书.txt",
            "附件.txt",
            "关于申报书的补充说明.txt",
            "申报书补正/07承诺函.txt"
        ],
        "nothing of what was there is lost"
    );
}

#[test]
fn loose_files_given_together_are_one_application_or_go_where_a_person_says() {
    let mut office = Office::new();
    let loose = [
        office.file("01项目申报书.txt", &form("丙项目", "粤海示例证券")),
        office.file("07承诺函.txt", "承诺函".as_bytes()),
    ];
    let taken = office.take(&loose);
    assert_eq!(taken.taken.iter().map(ToString::to_string).collect::<Vec<_>>(), ["P-01"]);
    assert_eq!(office.documents("P-01").len(), 2);
    let more = [
        office.file("营业执照.txt", "营业执照".as_bytes()),
        office.file("协议.txt", "联合申报协议".as_bytes()),
    ];
    let found = look(&office.desk, &more, None).expect("a look");
    let wanted = found.packages[0].wanted(Some("P-01".parse().expect("a number")), None);
    import_wanted(&mut office.desk, vec![wanted], &mut Unwatched, AT).expect("taken");
    assert_eq!(office.documents("P-01").len(), 4, "added to what is there");
    let dossier = office.desk.dossier(&"P-01".parse().expect("a number")).expect("the application");
    assert!(dossier.provisional && dossier.title == "丙项目", "{}", dossier.title);
    let nowhere = found.packages[0].wanted(Some("P-77".parse().expect("a number")), None);
    assert!(
        import_wanted(&mut office.desk, vec![nowhere], &mut Unwatched, AT).is_err(),
        "no such application"
    );
}

/// Ends the import at one call, if it comes so far.
struct Ends {
    at: usize,
    calls: usize,
}

impl Watch for Ends {
    fn progress(&mut self, _: u64, _: u64, _: &str) -> ControlFlow<()> {
        self.calls += 1;
        if self.calls < self.at {
            return ControlFlow::Continue(());
        }
        ControlFlow::Break(())
    }
}

#[test]
fn an_import_ended_at_any_moment_leaves_no_document_no_row_and_no_file() {
    let mut office = Office::new();
    let package = office.file(
        "GZ2026-003 丁.zip",
        &zip(&[
            ("01项目申报书.txt", &form("丁项目", "粤海示例证券")),
            ("02方案.txt", &vec![b'x'; 3 << 20]),
            ("03说明.txt", "说明".as_bytes()),
        ]),
    );
    let other = office.file("GZ2026-004 戊.zip", &zip(&[("01项目申报书.txt", &form("戊项目", "粤海示例证券"))]));
    let rows = office.desk.records().journal().expect("the journal").len();
    let mut moments = 0;
    for at in 1.. {
        let mut watch = Ends { at, calls: 0 };
        let outcome = office.take_watched(&[package.clone(), other.clone()], &mut watch);
        if watch.calls < at {
            break;
        }
        if outcome.taken.len() == 1 {
            assert_eq!(outcome.ended.len(), 1, "the first is whole, only the second was ended");
            break;
        }
        moments += 1;
        assert_eq!(outcome.ended, [package.clone(), other.clone()], "the others are not tried either");
        assert!(outcome.refused.is_empty() && office.desk.dossiers().expect("dossiers").is_empty());
        assert_eq!(office.desk.records().journal().expect("the journal").len(), rows, "moment {at}");
        assert!(office.kept().is_empty(), "moment {at}");
        assert!(office.desk.records().known_documents().expect("documents").is_empty());
    }
    assert!(moments >= 8, "{moments} moments");
    let office = office.reopen();
    assert_eq!(office.documents("GZ2026-003").len(), 3);
}
