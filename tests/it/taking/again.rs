//! What comes for an application that is here already, or seems to.

use lx_domain::{ApplicantClass, ApplicantPart, FieldId, FieldStatus};
use lx_steps::{
    deferring,
    intake::{Placing, import_wanted},
    looking::look,
    screening,
};

use super::*;

#[test]
fn a_number_that_only_the_papers_name_makes_no_version_of_another_application() {
    let mut office = Office::new();
    let with = |title: &str, report: &str| {
        let form = form(title, "粤海示例证券股份有限公司");
        zip(&[("01项目申报书.txt", &form), ("等保测评报告.txt", report.as_bytes())])
    };
    let report = "等级测评报告\n项目编号：CPCS-2023-112\n";
    let both = [
        office.file("甲项目材料.zip", &with("甲示例项目", report)),
        office.file("乙项目材料.zip", &with("乙示例项目", report)),
    ];
    let named = |taken: Imported| taken.taken.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(named(office.take(&both)), ["P-01", "P-02"], "a certificate has a number too");

    let numbered = |title: &str| form(&format!("{title}\n项目编号：GZ2026-007"), "粤海示例证券股份有限公司");
    let first = office.file("丙.zip", &zip(&[("01项目申报书.txt", &numbered("丙示例项目"))]));
    let second = office.file("丁.zip", &zip(&[("01项目申报书.txt", &numbered("丁示例项目"))]));
    assert_eq!(named(office.take(&[first])), ["GZ2026-007"], "the form states it beyond doubt");
    assert_eq!(named(office.take(&[second])), ["P-03"], "nobody named the application that is here");
    let desk = office.reopen().desk;
    let titles: Vec<_> = desk
        .dossiers()
        .expect("dossiers")
        .into_iter()
        .map(|d| (d.title, d.version))
        .collect();
    let once = |title: &str| (title.to_owned(), 1);
    assert_eq!(
        titles,
        ["丙示例项目", "甲示例项目", "乙示例项目", "丁示例项目"].map(once),
        "nobody lost a version"
    );
    let last = desk.dossier(&"P-03".parse().expect("a number")).expect("the application");
    let taken = last.findings.iter().find(|f| f.code == "number_taken").expect("a person is told");
    assert_eq!(
        (taken.args["stated"].as_str(), taken.args["title"].as_str()),
        ("GZ2026-007", "丙示例项目")
    );
}

#[test]
fn what_is_sent_for_an_application_that_moved_to_the_next_batch_joins_it_there() {
    let mut office = Office::new();
    let number: lx_domain::ApplicationNumber = "GZ2026-003".parse().expect("a number");
    let first = office.file(
        "GZ2026-003 丙.zip",
        &zip(&[("01项目申报书.txt", &form("丙项目", "粤海示例证券")), ("附件.txt", b"attached")]),
    );
    let more = office.file("GZ2026-003 补充.zip", &zip(&[("07承诺函.txt", "承诺函".as_bytes())]));
    office.take(std::slice::from_ref(&first));
    deferring::defer(&mut office.desk, &number, "逾期收到", AT).expect("moved");

    let found = look(&office.desk, &[first.clone(), more.clone()], None).expect("a look").packages;
    assert_eq!((found[0].already(), found[0].set_aside), (Some(&number), true));
    assert!(found[1].set_aside && found[1].here() && found[1].placing() == Placing::Addition);
    let again = office.take(std::slice::from_ref(&first)).refused;
    assert_eq!(again[0].reason.code(), "already_aside", "the same package does not bring it back");
    assert_eq!(office.take(&[more]).taken, std::slice::from_ref(&number));

    let mut office = office.reopen();
    assert!(office.desk.dossiers().expect("dossiers").is_empty(), "it stays where it was moved");
    let moved = deferring::deferred(&office.desk).expect("moved");
    assert_eq!((moved[0].number.as_str(), moved[0].reason.as_str()), ("GZ2026-003", "逾期收到"));
    assert_eq!(
        office.documents("GZ2026-003"),
        ["01项目申报书.txt", "附件.txt", "07承诺函.txt"],
        "and lost nothing"
    );
    let journal = office.desk.records().journal().expect("the journal");
    let last = journal.iter().rfind(|row| row.kind == "import").expect("the import");
    assert_eq!(last.detail["set_aside"], true);
    deferring::take_back(&mut office.desk, &number, AT).expect("a person takes it back");
    assert_eq!(office.desk.dossiers().expect("dossiers")[0].version, 2);

    // Taken by mistake under a provisional number, a package goes where a person then says.
    let stray = office.file("丙的补充.zip", &zip(&[("营业执照.txt", "营业执照".as_bytes())]));
    let provisional = office.take(std::slice::from_ref(&stray)).taken.remove(0);
    deferring::defer(&mut office.desk, &provisional, "误收为单独项目", AT).expect("moved");
    let wanted = look(&office.desk, &[stray], None).expect("a look").packages[0].wanted(Some(number.clone()), None);
    let taken = import_wanted(&mut office.desk, vec![wanted], &mut Unwatched, AT)
        .expect("taken")
        .taken;
    assert_eq!(taken, [number]);
}

#[test]
fn what_a_person_corrected_stands_in_the_next_version_unless_its_papers_read_otherwise() {
    let mut office = Office::new();
    let number: lx_domain::ApplicationNumber = "GZ2026-008".parse().expect("a number");
    let text =
        "项目申报书\n项目名称：跨境理财试点平台\n牵头单位：粤海示例证券股份有限公司\n联合单位：珠江示例科技有限公司\n试点周期：12个月\n";
    let first = office.file("GZ2026-008 申报.zip", &zip(&[("01项目申报书.txt", text.as_bytes())]));
    office.take(&[first]);
    let read = office.desk.dossier(&number).expect("the application");
    assert_eq!((read.title.as_str(), read.applicants.len()), ("跨境理财试点平台", 2));
    let mut say = |field, value, reason| screening::correct_field(&mut office.desk, &number, field, value, reason, AT).expect("corrected");
    say(FieldId::Title, "跨境理财通试点平台", "与协议一致");
    say(FieldId::Period, "18个月", "电话核实");
    for (part, value) in [(ApplicantPart::Class, "operating"), (ApplicantPart::Place, "广州市天河区")] {
        screening::correct_applicant(&mut office.desk, &number, 0, part, value, "营业执照如此", AT).expect("corrected");
    }
    let plan = "试点方案\n试点周期：24个月\n";
    let more = office.file(
        "GZ2026-008 补充.zip",
        &zip(&[("07承诺函.txt", "承诺函".as_bytes()), ("03试点方案.txt", plan.as_bytes())]),
    );
    let later = UnixMillis(AT.0 + 1000);
    lx_steps::intake::import(&mut office.desk, &[more], &mut Unwatched, later).expect("an import");

    let office = office.reopen();
    let now = office.desk.dossier(&number).expect("the application");
    let field = |id| {
        now.fields
            .iter()
            .find(|f| f.id == id)
            .map(|f| (f.value.as_str(), f.status))
            .expect("the field")
    };
    assert_eq!(now.version, 2);
    assert_eq!(
        (now.title.as_str(), field(FieldId::Title)),
        ("跨境理财通试点平台", ("跨境理财通试点平台", FieldStatus::Corrected))
    );
    let lead = &now.applicants[0];
    assert_eq!(
        (lead.class, lead.place.as_deref()),
        (Some(ApplicantClass::Operating), Some("广州市天河区"))
    );
    let kept = screening::corrections(&office.desk, &now).expect("corrections");
    let said: Vec<_> = kept.iter().map(|c| (c.value.as_str(), c.reason.as_str(), c.at)).collect();
    assert_eq!(
        said,
        [
            ("跨境理财通试点平台", "与协议一致", AT),
            ("operating", "营业执照如此", AT),
            ("广州市天河区", "营业执照如此", AT)
        ],
        "who, why and when stay"
    );
    assert_eq!(field(FieldId::Period).1, FieldStatus::Confirm, "the papers say another period now");
    let open: Vec<_> = now.findings.iter().filter(|f| f.code == "correction_open").collect();
    assert_eq!(
        (open.len(), open[0].args["what"].as_str(), open[0].args["said"].as_str()),
        (1, "period", "18个月")
    );
}
