//! Rosters of a whole batch, and what was really received.

use lx_intake::{Roster, RosterError, RosterField, across_roster, read_roster};

use crate::{
    desk::take_files,
    forge::{docx, entry, gbk, ole, table, xlsx, zip},
    samples::sample,
};

fn read(name: &str, bytes: &[u8]) -> Roster {
    read_roster(name, bytes).unwrap_or_else(|e| panic!("{e}"))
}

fn values(roster: &Roster, field: RosterField) -> Vec<&str> {
    roster.rows.iter().map(|r| r.get(field).map_or("", |v| v.value.as_str())).collect()
}

fn codes(roster: &Roster) -> Vec<&str> {
    roster.findings.iter().map(|f| f.code.as_str()).collect()
}

#[test]
fn headings_are_found_below_a_title_and_columns_by_their_words() {
    let bytes = xlsx(&[
        &["2026年第一批申报项目汇总表"],
        &["填报单位：办公室", "", "", "单位：万元"],
        &[],
        &[
            "序号",
            "项 目 编 号",
            "项目名称（全称）",
            "牵头申报单位",
            "联合单位",
            "申报类型",
            "主管处室意见",
            "*联系电话",
        ],
        &[
            "1",
            "GZ2026-001",
            "甲平台项目",
            "甲示例证券股份有限公司",
            "乙示例科技有限公司",
            "试点",
            "同意",
            "#13800000000",
        ],
        &[
            "2",
            "gz2026－002",
            "乙平台项目",
            "乙示例期货有限公司",
            "无",
            "试点辅导",
            "",
            "020-1",
        ],
        &["合计", "2个"],
    ]);
    let roster = read("汇总表.xlsx", &bytes);
    let fields: Vec<_> = roster.columns.iter().map(|c| c.field).collect();
    assert_eq!(
        fields,
        [
            RosterField::Number,
            RosterField::Title,
            RosterField::Lead,
            RosterField::Joint,
            RosterField::Track,
            RosterField::Phone
        ]
    );
    assert_eq!(roster.unknown, ["序号", "主管处室意见"]);
    let numbers: Vec<_> = roster.rows.iter().map(|r| (r.row, r.number.as_ref().unwrap().as_str())).collect();
    assert_eq!(numbers, [(5, "GZ2026-001"), (6, "GZ2026-002")]);
    assert_eq!(values(&roster, RosterField::Phone), ["13800000000", "020-1"]);
    assert_eq!(roster.rows[0].get(RosterField::Title).unwrap().source.place, "S!C5");
    assert_eq!(codes(&roster), ["roster_rows_skipped"], "the sum is no application");
}

#[test]
fn every_format_of_a_spreadsheet_is_read() {
    let csv = "编号,项目名称,牵头单位\nGZ2026-001,\"甲,乙平台\",甲示例证券股份有限公司\n";
    let ods = zip(&[
        entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        entry("content.xml", "<o xmlns:t='t' xmlns:x='x'><t:table t:name='甲'><t:table-row><t:table-cell><x:p>编号</x:p></t:table-cell><t:table-cell><x:p>项目名称</x:p></t:table-cell></t:table-row><t:table-row><t:table-cell><x:p>GZ2026-001</x:p></t:table-cell><t:table-cell><x:p>甲,乙平台</x:p></t:table-cell></t:table-row></t:table></o>".as_bytes()),
    ]);
    let all = [
        ("a.csv", csv.as_bytes().to_vec()),
        ("gbk.csv", gbk(csv)),
        ("bom.csv", [b"\xEF\xBB\xBF", csv.as_bytes()].concat()),
        ("a.ods", ods),
        ("a.et", xlsx(&[&["编号", "项目名称"], &["GZ2026-001", "甲,乙平台"]])),
        ("a.tsv", "编号\t项目名称\nGZ2026-001\t甲,乙平台\n".as_bytes().to_vec()),
    ];
    for (name, bytes) in all {
        let roster = read(name, &bytes);
        assert_eq!(values(&roster, RosterField::Title), ["甲,乙平台"], "{name}");
        assert_eq!(roster.rows[0].number.as_ref().unwrap().as_str(), "GZ2026-001", "{name}");
    }
    // The `.et` of a sample is the old binary format: it is read, and rightly no roster.
    let (_, sink) = sample("GZ2026-001");
    let et = sink.documents.iter().find(|(path, _)| path.ends_with(".et")).expect("an .et").1;
    assert!(matches!(read_roster("a.et", et), Err(RosterError::NoHeadings { .. })));
}

#[test]
fn what_is_no_roster_is_said_to_be_none() {
    let code = |name: &str, bytes: &[u8]| read_roster(name, bytes).err().map(|e| e.code());
    assert_eq!(code("a.xlsx", &ole("EncryptedPackage")), Some("roster_locked"));
    assert_eq!(code("a.pdf", b"%PDF-1.4"), Some("roster_unreadable"));
    assert_eq!(code("a.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Some("roster_unreadable"));
    assert_eq!(code("a.xlsx", &xlsx(&[&["甲", "乙"], &["1", "2"]])), Some("roster_no_headings"));
    assert_eq!(code("a.xlsx", &xlsx(&[&["编号", "项目名称"]])), Some("roster_empty"));
    assert_eq!(code("a.csv", b"x"), Some("roster_no_headings"));
    let long = format!("编号,项目名称\n{}", "GZ2026-001,甲\n".repeat(6000));
    assert_eq!(code("a.csv", long.as_bytes()), Some("roster_too_long"));
}

#[test]
fn blank_rows_duplicates_and_numbers_that_are_none_are_named() {
    let bytes = xlsx(&[
        &["编号", "项目名称", "牵头单位"],
        &["GZ2026-001", "甲平台", "甲示例公司"],
        &[],
        &["GZ2026-001", "乙平台", "乙示例公司"],
        &["待定", "丙平台", "丙示例公司"],
        &["", "甲平台项目", "丁示例公司"],
        &["编号", "项目名称", "牵头单位"],
        &["7", "戊平台", "戊示例公司"],
        &["注：以收到为准"],
    ]);
    let roster = read("a.xlsx", &bytes);
    assert_eq!(roster.rows.len(), 5);
    let said = |code: &str| roster.findings.iter().filter(|f| f.code == code).collect::<Vec<_>>();
    assert_eq!(said("roster_blank_rows")[0].args["rows"], "3");
    assert_eq!(said("roster_rows_skipped")[0].args["rows"], "7、9");
    let twice = said("roster_duplicate_number")[0];
    assert_eq!((twice.args["first"].as_str(), twice.args["second"].as_str()), ("2", "4"));
    assert_eq!(
        twice.evidence.iter().map(|e| e.place.as_str()).collect::<Vec<_>>(),
        ["S!A2", "S!A4"]
    );
    let invalid: Vec<_> = said("roster_number_invalid").iter().map(|f| f.args["value"].as_str()).collect();
    assert_eq!(invalid, ["待定", "7"]);
    assert_eq!(said("roster_number_absent")[0].args["row"], "6");
    assert_eq!(said("roster_duplicate_title")[0].args["second"], "6");
}

#[test]
fn applicants_below_each_other_in_merged_cells_are_one_application() {
    let ods = "<o xmlns:t='t' xmlns:x='x'><t:table t:name='甲'>\
        <t:table-row><t:table-cell><x:p>编号</x:p></t:table-cell><t:table-cell><x:p>项目名称</x:p></t:table-cell><t:table-cell><x:p>牵头单位</x:p></t:table-cell><t:table-cell><x:p>联合单位</x:p></t:table-cell></t:table-row>\
        <t:table-row><t:table-cell t:number-rows-spanned='2'><x:p>GZ2026-001</x:p></t:table-cell><t:table-cell t:number-rows-spanned='2'><x:p>甲平台</x:p></t:table-cell><t:table-cell t:number-rows-spanned='2'><x:p>甲示例公司</x:p></t:table-cell><t:table-cell><x:p>乙示例公司</x:p></t:table-cell></t:table-row>\
        <t:table-row><t:covered-table-cell/><t:covered-table-cell/><t:covered-table-cell/><t:table-cell><x:p>丙示例公司</x:p></t:table-cell></t:table-row>\
        </t:table></o>";
    let bytes = zip(&[
        entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        entry("content.xml", ods.as_bytes()),
    ]);
    let roster = read("a.ods", &bytes);
    assert_eq!(roster.rows.len(), 1, "{:?}", roster.rows);
    assert_eq!(values(&roster, RosterField::Joint), ["乙示例公司、丙示例公司"]);
}

#[test]
fn a_roster_and_the_applications_are_laid_beside_each_other() {
    let form = |title: &str, lead: &str| {
        docx(&table(&[
            &["项目名称", title],
            &["牵头单位", lead],
            &["联合单位", "无"],
            &["申报类型", "试点"],
        ]))
    };
    let a = take_files("GZ2026-021 甲", &[("01申报书.docx", form("甲平台建设", "甲示例证券股份有限公司"))]);
    let b = take_files("包", &[("01申报书.docx", form("乙平台建设", "乙示例期货有限公司"))]);
    let c = take_files("GZ2026-023 丙", &[("01申报书.docx", form("丙平台建设", "丙示例基金管理有限公司"))]);
    let roster = read(
        "汇总表.xlsx",
        &xlsx(&[
            &["编号", "项目名称", "牵头单位", "联合单位", "申报类型"],
            &["GZ2026-021", "甲平台建设项目", "甲示例证券有限公司", "", "试点辅导"],
            &["GZ2026-022", "乙平台建设", "乙示例期货有限公司", "无", "试点"],
            &["GZ2026-024", "丁平台建设", "丁示例公司", "", ""],
        ]),
    );
    assert!(b.provisional);
    let check = across_roster(&roster, &[&a, &b, &c]);
    let said = |d: &lx_domain::Dossier| {
        check.findings[&d.number]
            .iter()
            .map(|f| (f.code.as_str(), f.args.get("field").cloned()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(&a),
        [
            ("roster_contradiction", Some("track".to_owned())),
            ("roster_contradiction", Some("lead".to_owned()))
        ]
    );
    let lead = &check.findings[&a.number][1];
    assert_eq!(
        (lead.args["listed"].as_str(), lead.args["at"].as_str()),
        ("甲示例证券有限公司", "汇总表.xlsx S!C2")
    );
    assert_eq!(lead.evidence[0].place, "表1 第2行第2列");
    assert_eq!(said(&b), [("roster_number_differs", None)], "matched by its title");
    assert_eq!(said(&c), [("roster_unlisted", None)]);
    assert_eq!(check.missing.len(), 1);
    assert_eq!(
        (
            check.missing[0].args["number"].as_str(),
            check.missing[0].evidence[0].place.as_str()
        ),
        ("GZ2026-024", "S!A4")
    );
    assert_eq!(check.matched.len(), 2);
}

#[test]
fn a_roster_of_the_samples_agrees_with_them() {
    let all: Vec<_> = (1..=8).map(|n| sample(&format!("GZ2026-00{n}")).0).collect();
    let mut csv = "编号,项目名称,牵头单位,统一社会信用代码,负责人\n".to_owned();
    for d in &all {
        let owner = &d.fields.iter().find(|f| f.id == lx_domain::FieldId::Owner).unwrap().value;
        let lead = d.lead().unwrap();
        csv.push_str(&format!(
            "{},{},{},{},{owner}\n",
            d.number,
            d.title,
            lead.name,
            lead.credit_code.as_ref().unwrap()
        ));
    }
    let roster = read("汇总表.csv", csv.as_bytes());
    assert!(roster.findings.is_empty() && roster.unknown.is_empty(), "{:?}", roster.findings);
    let check = across_roster(&roster, &all.iter().collect::<Vec<_>>());
    assert_eq!((check.findings.len(), check.missing.len(), check.matched.len()), (0, 0, 8));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]
    #[test]
    fn whatever_a_sheet_says_it_is_read_or_refused(cells in proptest::collection::vec(proptest::collection::vec("(编号|项目名称|牵头单位|GZ2026-00[0-9]|[a-z甲]{0,3}|)", 1..6), 1..12)) {
        let text: String = cells.iter().map(|row| row.join(",") + "\n").collect();
        let _ = read_roster("a.csv", text.as_bytes());
    }
}

#[test]
fn a_column_that_only_counts_the_rows_is_no_number_of_the_application() {
    let rows = |first: &str, second: &str| {
        let (first, second) = (first.to_owned(), second.to_owned());
        let bytes = xlsx(&[
            &["No.", "项 目 名 称", "申报机构\n（牵头）"],
            &[&first, "丙项目平台建设", "丙示例证券有限公司"],
            &[&second, "丁项目平台建设", "丁示例银行股份有限公司"],
            &["合计", "2项"],
        ]);
        read("汇总表.xlsx", &bytes)
    };
    let counted = rows("1", "2");
    assert_eq!(counted.unknown, ["No."]);
    assert!(!codes(&counted).contains(&"roster_number_invalid"), "{:?}", codes(&counted));
    let numbered = rows("GZ2026-001", "2");
    assert!(codes(&numbered).contains(&"roster_number_invalid"), "{:?}", codes(&numbered));
}

#[test]
fn the_unit_of_a_heading_belongs_to_the_numbers_below_it() {
    let bytes = xlsx(&[
        &["编号", "项目名称", "试点周期（月）"],
        &["GZ2026-001", "甲平台项目", "12"],
        &["GZ2026-002", "乙平台项目", "18个月"],
    ]);
    let roster = read("汇总表.xlsx", &bytes);
    assert_eq!(values(&roster, RosterField::Period), ["12月", "18个月"]);
}
