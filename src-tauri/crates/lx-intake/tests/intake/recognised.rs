//! Text that nobody printed: laid over a scan by recognition software, or hidden on a page.

use lx_domain::{ApplicantPart, DocumentKind, Dossier, FieldId, FieldStatus, Severity};

use crate::{
    desk::{field, found, take_files},
    forge::{drawn, words},
};

/// A picture that fills the page, and the same drawn with `name`.
const INLINE: &str = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID w EI Q\n";
const PAPER: &str = "q 595 0 0 842 0 0 cm /Paper Do Q\n";
const MARK: &str = "q 595 0 0 842 0 0 cm /Mark Do Q\n";
const FIGURE: &str = "q 500 0 0 500 50 100 cm /Paper Do Q\n";

fn taken(files: &[(&str, Vec<u8>)]) -> Dossier {
    take_files("GZ2026-031 识别件", files)
}

fn form(drawing: &str) -> Dossier {
    taken(&[("01项目申报书.pdf", drawn("UniGB-UCS2-H", &[drawing.to_owned()]))])
}

fn said() -> String {
    words(
        60.0,
        780.0,
        &[
            "项目名称：程序化交易异常监测",
            "试点周期：12个月",
            "牵头单位：甲示例证券股份有限公司",
        ],
    )
}

fn unseen() -> String {
    format!("BT 3 Tr ET {} BT 0 Tr ET\n", said())
}

fn places(dossier: &Dossier, code: &str) -> Vec<String> {
    found(dossier, code)
        .iter()
        .flat_map(|f| f.evidence.iter().map(|s| s.place.clone()))
        .collect()
}

#[test]
fn what_recognition_software_read_off_a_scan_is_never_certain() {
    let d = taken(&[("01项目申报书.pdf", include_bytes!("../vectors/recognised.pdf").to_vec())]);
    assert_eq!(d.documents[0].kind, DocumentKind::Pdf);
    let remark = found(&d, "scan_recognised")[0];
    assert_eq!((remark.severity, remark.evidence[0].place.as_str()), (Severity::Warning, "第1页"));
    for field in d.fields.iter().filter(|f| !f.value.is_empty() && f.id != FieldId::Number) {
        assert_eq!(field.status, FieldStatus::Confirm, "{field:?}");
    }
    assert!(found(&d, "absent_section").is_empty(), "a heading may have been misread");
}

#[test]
fn software_lays_its_guess_over_the_picture_or_under_it() {
    let layers = [
        format!("{PAPER}{}", unseen()),
        format!("{INLINE}{}", unseen()),
        format!("{}{PAPER}", said()),
        format!("{PAPER}{}{}", unseen(), words(280.0, 20.0, &["1"])),
    ];
    for layer in layers {
        let d = form(&layer);
        assert_eq!(places(&d, "scan_recognised"), ["第1页"], "{layer}");
        assert_eq!(
            (field(&d, FieldId::Period).value.as_str(), field(&d, FieldId::Period).status),
            ("12个月", FieldStatus::Confirm)
        );
        let lead = &d.applicants[0];
        assert_eq!(
            (lead.name.as_str(), lead.stated(ApplicantPart::Name).unwrap().status),
            ("甲示例证券股份有限公司", FieldStatus::Confirm)
        );
    }
    assert_eq!(places(&form(&format!("{PAPER}/Layer Do\n")), "scan_recognised"), ["第1页"]);
}

#[test]
fn pictures_among_printed_text_are_no_scan() {
    for page in [
        format!("{PAPER}{}", said()),
        format!("{}{MARK}", said()),
        format!("{}{FIGURE}", said()),
        said(),
    ] {
        let d = form(&page);
        assert!(
            found(&d, "scan_recognised").is_empty() && found(&d, "unseen_text").is_empty(),
            "{page}"
        );
        assert_eq!(field(&d, FieldId::Period).status, FieldStatus::Found, "{page}");
        assert_eq!(d.applicants[0].stated(ApplicantPart::Name).unwrap().status, FieldStatus::Found);
    }
}

#[test]
fn text_that_shows_nowhere_is_said_and_nothing_beside_it_is_certain() {
    let first = words(60.0, 600.0, &["试点周期：6个月"]);
    for page in [format!("{first}{}", unseen()), format!("{first}{}/Layer Do\n", said())] {
        let d = form(&page);
        assert_eq!(places(&d, "unseen_text"), ["第1页"], "{page}");
        assert_eq!(field(&d, FieldId::Title).status, FieldStatus::Confirm);
    }
}

#[test]
fn what_another_paper_prints_too_is_certain() {
    let scan = drawn("UniGB-UCS2-H", &[format!("{PAPER}{}", unseen())]);
    let text = "项目名称：程序化交易异常监测\n试点周期：12个月\n牵头单位：甲示例证券股份有限公司\n";
    let d = taken(&[
        ("01项目申报书（盖章扫描件）.pdf", scan),
        ("01项目申报书.txt", text.as_bytes().to_vec()),
    ]);
    assert_eq!(field(&d, FieldId::Period).status, FieldStatus::Found);
    assert_eq!(d.applicants[0].stated(ApplicantPart::Name).unwrap().status, FieldStatus::Found);
}
