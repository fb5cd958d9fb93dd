use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, FieldId, FieldStatus, Outcome};
use lx_steps::{StepError, deferring, noticing, screening, supplementing};
use lx_wire::{Lang, Texts, face, screening::CorrectField};

use super::*;

fn number(text: &str) -> ApplicationNumber {
    text.parse().expect("a number")
}

fn say(office: &mut Office, of: &str, value: &str) -> Result<(), StepError> {
    screening::correct_field(&mut office.desk, &number(of), FieldId::Number, value, "收文登记如此", AT)
}

/// An office with an unnumbered application of two versions, screened and with a receipt, and one of number GZ2026-001.
fn office() -> Office {
    let mut office = Office::new();
    let numbered = office.file(
        "GZ2026-001 乙.zip",
        &zip(&[("01项目申报书.txt", &form("乙示例项目", "粤海示例证券"))]),
    );
    let bare = office.file("甲项目材料.zip", &zip(&[("01项目申报书.txt", &form("甲示例项目", "粤海示例证券"))]));
    let more = office.file("甲补充.zip", &zip(&[("07承诺函.txt", "承诺函".as_bytes())]));
    assert_eq!(office.take(&[numbered, bare]).taken, [number("GZ2026-001"), number("P-01")]);
    let found = lx_steps::looking::look(&office.desk, &[more], None).expect("a look");
    let wanted = found.packages[0].wanted(Some(number("P-01")), None);
    intake::import_wanted(&mut office.desk, vec![wanted], &mut Unwatched, AT).expect("taken");
    let correct = screening::correct_field(&mut office.desk, &number("P-01"), FieldId::Period, "18个月", "电话核实", AT);
    correct.expect("corrected");
    let admit = screening::screen(
        &mut office.desk,
        &number("P-01"),
        &BTreeMap::new(),
        Some(Outcome::Admit),
        "齐备",
        AT,
    );
    admit.expect("screened");
    let out = office.path("回执.pdf");
    noticing::receipt(&mut office.desk, &number("P-01"), &out, AT).expect("a receipt");
    office
}

#[test]
fn a_provisional_number_is_put_right_in_everything_that_the_desk_has() {
    let mut office = office();
    say(&mut office, "P-01", "ＧＺ２０２６－０３１ ").expect("another number");
    let mut office = office.reopen();
    let now = number("GZ2026-031");
    assert!(matches!(
        office.desk.dossier(&number("P-01")),
        Err(StepError::UnknownApplication(_))
    ));
    let dossier = office.desk.dossier(&now).expect("the application");
    assert_eq!(
        (dossier.number.as_str(), dossier.provisional, dossier.version),
        ("GZ2026-031", false, 2)
    );
    assert!(!dossier.findings.iter().any(|f| f.code == "provisional_number"));
    let papers = dossier
        .findings
        .iter()
        .find(|f| f.code == "former_number")
        .expect("the receipt has the former number");
    assert_eq!(papers.args["former"], "P-01");
    let field = |id| dossier.fields.iter().find(|f| f.id == id).expect("the field");
    assert_eq!(
        (field(FieldId::Number).value.as_str(), field(FieldId::Number).status),
        ("GZ2026-031", FieldStatus::Corrected)
    );
    assert_eq!(field(FieldId::Period).value, "18个月", "what was corrected before stays");
    let screened = screening::screening(&office.desk, &dossier).expect("the screening");
    let confirmed = screened.confirmed.expect("its outcome stands");
    assert_eq!((confirmed.number.as_str(), confirmed.outcome), ("GZ2026-031", Outcome::Admit));
    assert_eq!(noticing::receipts(&office.desk, &now).expect("receipts").len(), 1);
    assert_eq!(office.desk.records().originals(&now).expect("originals").len(), 2);
    let versions = supplementing::compare(&office.desk, &now, None, None);
    assert!(versions.is_err() || versions.is_ok_and(|v| v.from.dossier.number == now));
    let journal = office.desk.records().journal().expect("the journal");
    let row = journal.iter().find(|row| row.kind == "renumber").expect("the row");
    assert_eq!((&row.detail["from"], &row.detail["number"]), (&"P-01".into(), &"GZ2026-031".into()));

    // What is sent under the new number joins it; the one that went out on a receipt is never given again.
    let more = office.file("GZ2026-031 再补充.zip", &zip(&[("营业执照.txt", "营业执照".as_bytes())]));
    let other = office.file("丙项目材料.zip", &zip(&[("01项目申报书.txt", &form("丙示例项目", "粤海示例证券"))]));
    assert_eq!(office.take(&[more, other]).taken, [now.clone(), number("P-02")]);
    assert_eq!(office.documents("GZ2026-031").len(), 3);
    deferring::defer(&mut office.desk, &now, "逾期", AT).expect("moved");
    say(&mut office, "GZ2026-031", "GZ2026-032").expect("also of one that moved");
    assert_eq!(deferring::deferred(&office.desk).expect("moved")[0].number.as_str(), "GZ2026-032");
}

#[test]
fn a_number_that_is_taken_or_none_is_refused_and_nothing_changes() {
    let mut office = office();
    let rows = office.desk.records().journal().expect("the journal").len();
    let taken = say(&mut office, "P-01", "GZ2026-001");
    assert!(
        matches!(&taken, Err(StepError::NumberTaken(n)) if n.as_str() == "GZ2026-001"),
        "{taken:?}"
    );
    for none in ["GZ/2026", "---", "待定，另行通知", &"9".repeat(41)] {
        let refused = say(&mut office, "P-01", none);
        assert!(matches!(refused, Err(StepError::NotANumber(_))), "{none}: {refused:?}");
    }
    assert_eq!(office.desk.records().journal().expect("the journal").len(), rows);
    assert!(office.desk.dossier(&number("P-01")).expect("the application").provisional);
}

#[test]
fn the_face_shows_the_application_under_its_new_number() {
    let mut office = office();
    let request = CorrectField {
        number: "P-01".to_owned(),
        field: "number".to_owned(),
        value: "GZ2026-031".to_owned(),
        reason: String::new(),
        applicant: None,
    };
    let view = face::correct_field(&mut office.desk, &Texts::new(Lang::Chinese), &request, AT).expect("corrected");
    assert_eq!(view.number, "GZ2026-031");
}
