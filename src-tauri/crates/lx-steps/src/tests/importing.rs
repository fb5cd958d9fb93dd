//! Packages put right, and what is no package at all.

use std::{fs, path::PathBuf};

use lx_domain::ApplicationNumber;
use lx_intake::discover;

use super::panel::{AT, Panel};
use crate::{
    StepError, Unwatched, backup, identity,
    intake::{Imported, Placing, Wanted, import, import_wanted},
};

fn folder(panel: &Panel, name: &str, files: &[(&str, &str)]) -> PathBuf {
    let path = panel.path(name);
    fs::create_dir_all(&path).unwrap();
    for (file, text) in files {
        fs::write(path.join(file), text).unwrap();
    }
    path
}

#[test]
fn a_package_that_went_to_the_wrong_application_can_be_put_to_the_right_one() {
    let mut panel = Panel::before_the_freeze(0, 2);
    let [wrong, right] = [panel.numbers[0].clone(), panel.numbers[1].clone()];
    let path = folder(&panel, "补充材料", &[("07承诺函.txt", "承诺函"), ("06风险防控方案.txt", "风险")]);
    let mut take = |into: Option<&ApplicationNumber>| -> Imported {
        let wanted = Wanted {
            into: into.cloned(),
            placing: Some(Placing::Addition),
            ..discover(std::slice::from_ref(&path)).remove(0).into()
        };
        import_wanted(&mut panel.chair, vec![wanted], &mut Unwatched, AT).unwrap()
    };
    assert_eq!(take(Some(&wrong)).taken, std::slice::from_ref(&wrong));
    assert_eq!(take(None).refused[0].reason.code(), "already_here", "nobody said where else");
    assert_eq!(take(Some(&right)).taken, std::slice::from_ref(&right));
    assert_eq!(take(Some(&right)).refused[0].reason.code(), "already_here", "once to each");
    assert_eq!(panel.chair.dossier(&right).unwrap().documents.len(), 3);
}

#[test]
fn files_of_this_program_are_no_packages() {
    let mut panel = Panel::before_the_freeze(0, 1);
    let (kept, card) = (panel.path("备份.zip"), panel.path("GZ2026-009 身份卡.json"));
    backup::create(&mut panel.chair, &kept, AT).unwrap();
    identity::export_card(&mut panel.chair, &card, AT).unwrap();
    let desk = panel.chair.folder().to_owned();
    let around = panel.path("U盘");
    fs::create_dir_all(around.join("desk")).unwrap();
    for name in ["desk.toml", "desk.db"] {
        fs::write(around.join("desk").join(name), "x").unwrap();
    }
    for path in [kept, card, desk, around] {
        let done = import(&mut panel.chair, std::slice::from_ref(&path), &mut Unwatched, AT).unwrap();
        assert!(done.taken.is_empty(), "{}", path.display());
        assert_eq!(done.refused[0].reason.code(), "our_file", "{}", path.display());
    }
    let paper = panel.path("数据.json");
    fs::write(&paper, "x").unwrap();
    let over = backup::create(&mut panel.chair, &paper, AT);
    assert!(
        matches!(over, Err(StepError::Exists { .. })),
        "nor does a backup go over another file: {over:?}"
    );
    fs::write(&paper, "{\"a\":1}").unwrap();
    let done = import(&mut panel.chair, &[paper], &mut Unwatched, AT).unwrap();
    assert_eq!(done.taken.len(), 1, "what an institution sends may begin like a card");
}
