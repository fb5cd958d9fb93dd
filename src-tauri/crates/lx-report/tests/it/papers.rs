//! Scoresheets and notices on paper; characters that no font has.

use lx_domain::{Dossier, Outcome, Source, UnixMillis};
use lx_report::{Added, NoticeLine, Reception, ReportError, check_glyphs, set_notice, set_receipt, set_sheet_pdf};

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

fn line(what: &str, state: &str, text: &str, places: &[(&str, &str)]) -> NoticeLine {
    NoticeLine {
        what: what.to_owned(),
        state: state.to_owned(),
        text: text.to_owned(),
        places: places
            .iter()
            .map(|(document, place)| Source {
                document: (*document).to_owned(),
                place: (*place).to_owned(),
            })
            .collect(),
        clause: "通知第四条第（一）项".to_owned(),
    }
}

#[test]
fn a_notice_tells_everything_at_once_with_places_and_a_day() {
    let panel = panel(5, 12);
    let application = panel
        .batch
        .applications
        .iter()
        .find(|a| a.admission.outcome == Outcome::Supplement)
        .unwrap();
    let lines = [
        line("承诺函", "缺失", "未见示例科技的承诺函", &[]),
        line(
            "安全材料",
            "不规范",
            "文件设有打开密码，请提交无密码版。",
            &[("包/07 安全评估.pdf", "")],
        ),
        line(
            "项目申报书（申报表）",
            "前后不一致",
            "试点周期一处为“12个月”，另一处为“18个月”，请说明以何者为准。",
            &[
                ("包/申报书.docx", "表1 第3行第2列"),
                ("包/申报书.docx", "第9段"),
                ("包/试点方案.pdf", "第4页"),
            ],
        ),
    ];
    let deadline = |text: &str| UnixMillis(chrono::DateTime::parse_from_rfc3339(text).unwrap().timestamp_millis());
    let day = deadline("2026-12-20T23:59:59+08:00");
    let make = |dossier: &Dossier, until: UnixMillis| {
        set_notice(
            dossier,
            &lines,
            "",
            Some(until),
            &panel.batch.profile,
            &panel.batch.name,
            lx_testkit::AT,
        )
    };
    let path = out("notice.pdf");
    std::fs::write(&path, make(&application.dossier, day).unwrap()).unwrap();
    let text = text_of(&path);
    for words in [
        "下列3项需要补充完善",
        "《申报书.docx》表1第3行第2列、第9段",
        "《07安全评估.pdf》",
        "未见示例科技的承诺函。",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(text.contains("请于2026年12月20日前"), "{text}");
    let time = deadline("2026-12-20T17:30:59+08:00");
    std::fs::write(&path, make(&application.dossier, time).unwrap()).unwrap();
    assert!(text_of(&path).contains("请于2026年12月20日17时30分前"), "a time that a person set");
    let mut dossier = application.dossier.clone();
    dossier.title.push('\u{10FFFD}');
    assert!(matches!(make(&dossier, day), Err(ReportError::MissingGlyphs(missing)) if missing == ['\u{10FFFD}']));
}

#[test]
fn a_receipt_says_what_was_received_and_when_and_leaves_room_for_a_stamp() {
    let panel = panel(5, 12);
    let application = panel.batch.applications.first().unwrap();
    let mut dossier = application.dossier.clone();
    dossier.version = 2;
    dossier.documents.first_mut().unwrap().path = "附件\u{10FFFD}.docx".to_owned();
    let reception = Reception {
        missed: Some(UnixMillis(1_767_605_400_000)),
        ..by("沈敬䶮", &panel.batch.name)
    };
    let pdf = set_receipt(&dossier, None, &panel.batch.profile, reception, lx_testkit::AT).unwrap();
    let path = out("receipt.pdf");
    std::fs::write(&path, pdf).unwrap();
    let text = text_of(&path);
    let facts = [
        "申报材料回执".to_owned(),
        dossier.number.to_string(),
        dossier.package_digest.short(),
        dossier.documents.first().unwrap().digest.short(),
        "第2次报送".to_owned(),
        "[U+10FFFD]".to_owned(),
        "经办人：沈敬䶮".to_owned(),
        "逾期，受理截止时间为2026年1月5日17时30分".to_owned(),
        "（盖章）".to_owned(),
        "不表示材料审核通过".to_owned(),
    ];
    for fact in facts {
        assert!(text.contains(&fact), "{fact} in {text}");
    }
}

#[test]
fn a_receipt_for_an_addition_lists_what_came_apart_from_what_was_here() {
    let panel = panel(5, 12);
    let mut dossier = panel.batch.applications.first().unwrap().dossier.clone();
    let one = dossier.documents.first().unwrap().clone();
    dossier.documents = (1..=4)
        .map(|n| lx_domain::Document {
            path: format!("0{n}.docx"),
            ..one.clone()
        })
        .collect();
    let added = Added {
        package: "补充说明.zip",
        digest: lx_domain::Digest::of(b"addition"),
        documents: &dossier.documents[3..],
    };
    let (profile, batch) = (&panel.batch.profile, &panel.batch.name);
    let path = out("receipt-added.pdf");
    let pdf = set_receipt(&dossier, Some(&added), profile, by("沈敬", batch), lx_testkit::AT).unwrap();
    std::fs::write(&path, pdf).unwrap();
    let text = text_of(&path);
    for words in [
        "本次收到的文件（共1件）",
        "现有材料，含本次收到的文件（共4件）",
        "补充说明.zip",
        &added.digest.short(),
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(
        !text.contains(&dossier.package_digest.short()),
        "the digest of what came, not of all of it"
    );
}

/// A receipt in time.
fn by<'a>(clerk: &'a str, batch: &'a str) -> Reception<'a> {
    Reception {
        batch,
        clerk,
        missed: None,
    }
}

/// The words of a page as another program reads them, without white space.
fn text_of(path: &std::path::Path) -> String {
    let read = std::process::Command::new("pdftotext")
        .args(["-raw".as_ref(), path.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    String::from_utf8(read.stdout).unwrap().split_whitespace().collect()
}

#[test]
fn what_nobody_has_confirmed_is_marked_on_both_papers() {
    let panel = panel(5, 12);
    let mut dossier = panel.batch.applications.first().unwrap().dossier.clone();
    let make = |dossier: &Dossier| {
        let (profile, batch) = (&panel.batch.profile, &panel.batch.name);
        let (receipt, notice) = (out("unsure-receipt.pdf"), out("unsure-notice.pdf"));
        std::fs::write(
            &receipt,
            set_receipt(dossier, None, profile, by("沈敬", batch), lx_testkit::AT).unwrap(),
        )
        .unwrap();
        std::fs::write(
            &notice,
            set_notice(dossier, &[], "请补齐。", None, profile, batch, lx_testkit::AT).unwrap(),
        )
        .unwrap();
        [text_of(&receipt), text_of(&notice)]
    };
    for text in make(&dossier) {
        assert!(!text.contains("待核实"), "{text}");
    }
    let applicant = dossier.applicants.first_mut().unwrap();
    let name = applicant.name.clone();
    applicant.stated = vec![lx_domain::Stated {
        part: lx_domain::ApplicantPart::Name,
        status: lx_domain::FieldStatus::Confirm,
        source: None,
        candidates: Vec::new(),
    }];
    dossier.fields.retain(|f| f.id != lx_domain::FieldId::Title);
    dossier.fields.push(lx_domain::Field {
        id: lx_domain::FieldId::Title,
        value: dossier.title.clone(),
        status: lx_domain::FieldStatus::Confirm,
        source: None,
        candidates: Vec::new(),
    });
    for text in make(&dossier) {
        for unsure in [&name, &dossier.title] {
            assert!(text.contains(&format!("{unsure}（待核实）")), "{unsure}: {text}");
        }
    }
}
