//! Files that leave a desk: what they may go over, and what a backup must hold.

use std::{fs, path::Path};

use super::panel::{AT, Panel};
use crate::{StepError, backup, exporting, identity, noticing, profiles};

#[test]
fn a_backup_names_the_documents_that_are_damaged_and_an_earlier_one_stays() {
    let mut panel = Panel::before_the_freeze(0, 2);
    let file = panel.path("备份.lxbackup");
    backup::create(&mut panel.chair, &file, AT).unwrap();
    let earlier = fs::read(&file).unwrap();
    for entry in fs::read_dir(panel.chair.folder().join("documents")).unwrap() {
        fs::write(entry.unwrap().path(), "").unwrap();
    }
    let Err(StepError::DamagedDocuments(names)) = backup::create(&mut panel.chair, &file, AT) else {
        panic!("a backup without the documents is none");
    };
    assert_eq!(names, ["GZ2026-001 申报书.txt", "GZ2026-002 申报书.txt"]);
    assert_eq!(fs::read(&file).unwrap(), earlier, "the good one is all that is left of them");
    assert!(backup::check(&file, Some("口令")).is_ok());
    let nowhere = backup::create(&mut panel.chair, &panel.folder.path().join("没有/备份.lxbackup"), AT);
    assert!(
        matches!(nowhere, Err(StepError::File { .. })),
        "a slip of the person, no fault of the desk: {nowhere:?}"
    );
}

#[test]
fn where_one_of_several_files_cannot_be_written_none_is() {
    let mut panel = Panel::of(2, 1);
    let folder = panel.path("分发");
    let to: Vec<_> = panel.reviewers.iter().map(crate::Desk::me).collect();
    let written = exporting::export_batch(&mut panel.chair, &folder, &to, AT).unwrap();
    fs::remove_file(&written[0]).unwrap();
    fs::write(&written[1], "别的文件").unwrap();
    let refused = exporting::export_batch(&mut panel.chair, &folder, &to, AT);
    assert!(matches!(refused, Err(StepError::Exists { .. })), "{refused:?}");
    assert!(!written[0].exists() && fs::read(&written[1]).unwrap() == "别的文件".as_bytes());
}

/// Every way in which a file leaves this desk, by name.
fn leave(panel: &mut Panel, way: &str, out: &Path) -> Result<(), StepError> {
    let (desk, number) = (&mut panel.chair, panel.numbers[0].clone());
    match way {
        "receipt" => noticing::receipt(desk, &number, out, AT),
        "card" => identity::export_card(desk, out, AT),
        "batch" => exporting::export_batch(desk, out, &[], AT).map(drop),
        "backup" => backup::create(desk, out, AT),
        _ => profiles::export("blank", out).map(drop),
    }
}

#[test]
fn nothing_that_leaves_a_desk_goes_over_the_desk_or_another_kind_of_file() {
    let mut panel = Panel::of(1, 1);
    let desk = panel.chair.folder().to_owned();
    let foreign = panel.path("方案.docx");
    fs::write(&foreign, "PK\u{3}\u{4} 方案").unwrap();
    for way in ["receipt", "card", "batch", "backup", "profile"] {
        let before = fs::read(desk.join("desk.toml")).unwrap();
        for place in [
            desk.join("desk.toml"),
            desk.join("desk.db"),
            desk.join("documents"),
            desk.join("documents/a"),
        ] {
            let refused = leave(&mut panel, way, &place);
            assert!(
                matches!(refused, Err(StepError::Occupied { by: "desk", .. })),
                "{way} {}: {refused:?}",
                place.display()
            );
        }
        assert_eq!(fs::read(desk.join("desk.toml")).unwrap(), before);
        let refused = leave(&mut panel, way, &foreign);
        assert!(matches!(refused, Err(StepError::Exists { .. })), "{way}: {refused:?}");
        assert_eq!(fs::read(&foreign).unwrap(), "PK\u{3}\u{4} 方案".as_bytes(), "{way}");
        let own = panel.path(&format!("{way}.out"));
        for time in ["first", "again"] {
            leave(&mut panel, way, &own).unwrap_or_else(|e| panic!("{way} {time}: {e}"));
        }
    }
    panel.chair.records().journal().expect("the desk is whole");
}
