//! Scoresheets and notices on paper; characters that no font has.

use lx_domain::Outcome;
use lx_report::{ReportError, check_glyphs, set_notice, set_sheet_pdf};

use crate::{pdf::out, record::panel};

#[test]
fn rare_hanzi_print_and_what_no_font_has_is_named() {
    assert_eq!(check_glyphs("䶮㛃𬭚𫖯昇堃镕喆珺玥〔〕～—·①"), Vec::<char>::new());
    assert_eq!(
        check_glyphs("⼀⼆⻓"),
        Vec::<char>::new(),
        "radicals are printed as the plain hanzi"
    );
    assert_eq!(check_glyphs("甲\u{10FFFD}乙\u{10FFFD}"), vec!['\u{10FFFD}']);
}

#[test]
fn a_scoresheet_is_set_for_paper() {
    let panel = panel(5, 20);
    let sheet = panel.sheet(1).recused("GZ2026-001").sheet();
    std::fs::write(out("sheet.pdf"), set_sheet_pdf(&panel.batch, &sheet).unwrap()).unwrap();
}

#[test]
fn a_notice_tells_everything_at_once() {
    let panel = panel(5, 12);
    let application = panel
        .batch
        .applications
        .iter()
        .find(|a| a.admission.outcome == Outcome::Supplement)
        .unwrap();
    let pdf = set_notice(
        &application.dossier,
        &application.admission,
        &panel.batch.profile,
        &panel.batch.name,
        lx_testkit::AT,
    )
    .unwrap();
    std::fs::write(out("notice.pdf"), pdf).unwrap();
    let mut dossier = application.dossier.clone();
    dossier.title.push('\u{10FFFD}');
    let refused = set_notice(
        &dossier,
        &application.admission,
        &panel.batch.profile,
        &panel.batch.name,
        lx_testkit::AT,
    );
    assert!(matches!(refused, Err(ReportError::MissingGlyphs(missing)) if missing == ['\u{10FFFD}']));
}
