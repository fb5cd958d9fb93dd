//! Forms that were made into PDFs: what a person reads off their ruled tables is read, and where the rules leave a doubt
//! nothing is certain.

use lx_domain::{Digest, DocumentKind, Dossier, FieldId, FieldStatus};
use lx_intake::{Limits, TextBlock, Unwatched};

use crate::{
    desk::{field, found, take_files, take_with},
    forge::{drawn, words},
    layouts::{certain, understood},
};

/// A form as LibreOffice has exported it, with its font embedded.
fn exported(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/vectors/forms/{name}.pdf", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// This document as a package, and what is kept of it for search.
fn taken(pdf: &[u8]) -> (Dossier, Vec<TextBlock>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("申报书.pdf");
    std::fs::write(&path, pdf).unwrap();
    let (dossier, mut memory) = take_with(&path, Limits::default(), &mut Unwatched);
    (dossier.unwrap(), memory.text.remove(&Digest::of(pdf)).unwrap_or_default())
}

/// How a program draws its rules.
#[derive(Clone, Copy)]
enum Pen {
    /// A line from end to end.
    Lines,
    /// A box around each cell.
    Boxes,
    /// Thin filled bars for each side of each cell, with squares at the corners.
    Bars,
}

/// A side of a cell.
fn side(pen: Pen, x: f32, y: f32, wide: f32, tall: f32) -> String {
    match pen {
        Pen::Lines => format!("{x} {y} m {} {} l S\n", x + wide, y + tall),
        Pen::Boxes => String::new(),
        Pen::Bars if wide > 0.0 => format!("{x} {y} 0.48 0.48 re f*\n{} {y} {} 0.48 re f*\n", x + 0.48, wide - 0.48),
        Pen::Bars => format!("{x} {} 0.48 {} re f*\n", y + 0.48, tall - 0.48),
    }
}

/// A table 480 wide from a place down: rows of cells, each with its part of the width in twelfths and its lines.
fn ruled(pen: Pen, top: f32, rows: &[&[(u8, &[&str])]]) -> String {
    let mut drawing = "0.5 w\n".to_owned();
    let mut y = top;
    for row in rows {
        let most = row.iter().map(|(_, lines)| lines.len()).max().unwrap_or(1);
        let tall = 9.0 + 15.0 * f32::from(u8::try_from(most).unwrap());
        let mut x = 60.0;
        for (part, lines) in *row {
            let wide = 40.0 * f32::from(*part);
            if matches!(pen, Pen::Boxes) {
                drawing += &format!("{x} {} {wide} {tall} re S\n", y - tall);
            }
            drawing += &side(pen, x, y, wide, 0.0);
            drawing += &side(pen, x, y - tall, wide, 0.0);
            drawing += &side(pen, x, y - tall, 0.0, tall);
            drawing += &side(pen, x + wide, y - tall, 0.0, tall);
            drawing += &words(x + 5.4, y - 15.0, lines);
            x += wide;
        }
        y -= tall;
    }
    drawing
}

fn pdf(pages: &[String]) -> Vec<u8> {
    drawn("UniGB-UCS2-H", pages)
}

const WHOLE: &[&[(u8, &[&str])]] = &[
    &[(3, &["项目名称"]), (9, &["跨境理财适当性智能管理平台"])],
    &[(3, &["申报类型"]), (3, &["试点"]), (3, &["试点周期"]), (3, &["12个月"])],
    &[(3, &["牵头单位"]), (9, &["甲示例证券股份有限公司"])],
    &[(3, &["联合单位"]), (9, &["乙示例科技有限公司、丙示例基金管理有限公司"])],
    &[
        (3, &["业务场景"]),
        (2, &["跨境理财适", "当性管理"]),
        (4, &["项目负责人"]),
        (3, &["张示例"]),
    ],
    &[(3, &["联系人"]), (3, &["李示例"]), (3, &["联系电话"]), (3, &["020-", "87654321"])],
];

#[test]
fn forms_as_word_processors_export_them_are_understood() {
    let merged = understood("merged", "申报书.pdf", exported("merged"), &[]);
    let title = field(&merged, FieldId::Title).source.clone().unwrap();
    assert_eq!(title.place, "第1页 表1 第1行第3列");
    assert_eq!(field(&merged, FieldId::Date).value, "2026年4月10日", "below the table");
    understood("label above", "申报书.pdf", exported("above"), &[]);
    understood("label and value in one cell", "申报书.pdf", exported("lines"), &[]);
}

#[test]
fn a_form_over_two_pages_is_one_table_and_every_cell_stands_on_its_page() {
    let d = understood("pages", "申报书.pdf", exported("pages"), &[]);
    let place = |id| field(&d, id).source.clone().unwrap().place;
    assert_eq!(place(FieldId::Lead), "第1页 表1 第3行第2列");
    assert!(place(FieldId::Phone).starts_with("第2页 表1 "));
    let (_, blocks) = taken(&exported("pages"));
    let on = |words: &str| -> Vec<&str> {
        let said = blocks.iter().filter(|b| b.text.contains(words));
        said.map(|b| b.place.split(' ').next().unwrap()).collect()
    };
    assert_eq!((on("第3点"), on("第14点")), (vec!["第1页"], vec!["第2页"]), "a cell over two pages");
}

#[test]
fn rules_are_understood_however_they_are_drawn() {
    for pen in [Pen::Lines, Pen::Boxes, Pen::Bars] {
        understood("drawn", "申报书.pdf", pdf(&[ruled(pen, 800.0, WHOLE)]), &[]);
    }
    let framed = format!("20 20 555 802 re S\n{}", ruled(Pen::Lines, 790.0, WHOLE));
    understood("framed", "申报书.pdf", pdf(&[framed]), &[]);
    let smaller = format!("q 0.5 0 0 0.5 100 200 cm {} Q", ruled(Pen::Bars, 800.0, WHOLE));
    understood("smaller", "申报书.pdf", pdf(&[smaller]), &[]);
}

#[test]
fn what_a_page_says_is_kept_once_cell_by_cell_in_its_order() {
    let page = [
        words(60.0, 810.0, &["金融科技创新试点项目"]),
        ruled(Pen::Lines, 790.0, &WHOLE[..2]),
        words(60.0, 500.0, &["填表人：王示例"]),
    ];
    let (_, blocks) = taken(&pdf(&[page.concat()]));
    let said: Vec<(&str, &str)> = blocks.iter().map(|b| (b.place.as_str(), b.text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("第1页", "金融科技创新试点项目"),
            ("第1页 表1 第1行第1列", "项目名称"),
            ("第1页 表1 第1行第2列", "跨境理财适当性智能管理平台"),
            ("第1页 表1 第2行第1列", "申报类型"),
            ("第1页 表1 第2行第2列", "试点"),
            ("第1页 表1 第2行第3列", "试点周期"),
            ("第1页 表1 第2行第4列", "12个月"),
            ("第1页", "填表人：王示例"),
        ]
    );
}

#[test]
fn a_list_of_institutions_goes_on_below_a_head_that_is_printed_again() {
    let head: &[(u8, &[&str])] = &[(1, &["序号"]), (5, &["机构名称"]), (6, &["统一社会信用代码"])];
    let first: &[&[(u8, &[&str])]] = &[
        head,
        &[(1, &["1"]), (5, &["甲示例证券股份有限公", "司"]), (6, &["91440101NHQT1UAPDT"])],
        &[(1, &["2"]), (5, &["乙示例科技有限公司"]), (6, &["91440101MA5D9K3X7Q"])],
    ];
    let second: &[&[(u8, &[&str])]] = &[
        head,
        &[(1, &["3"]), (5, &["丙示例基金管理有限公", "司"]), (6, &["91440101MA5D9K3X8L"])],
    ];
    let foot = words(280.0, 40.0, &["1 / 2"]);
    let (d, _) = taken(&pdf(&[ruled(Pen::Lines, 200.0, first) + &foot, ruled(Pen::Lines, 800.0, second)]));
    let names: Vec<&str> = d.applicants.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["甲示例证券股份有限公司", "乙示例科技有限公司", "丙示例基金管理有限公司"]);
    assert_eq!(d.applicants[0].credit_code_valid, Some(true));
}

#[test]
fn a_value_that_the_end_of_a_page_may_cut_is_not_certain() {
    let first: &[&[(u8, &[&str])]] = &[
        WHOLE[0],
        WHOLE[2],
        &[
            (3, &["联合单位"]),
            (3, &["乙示例科技有限公司", "、丙示例基金管"]),
            (3, &["申报类型"]),
            (3, &["试点"]),
        ],
    ];
    let second: &[&[(u8, &[&str])]] = &[&[(3, &[]), (3, &["理有限公司"]), (3, &[]), (3, &[])], WHOLE[1]];
    // The rest of the row in a table that goes on, in one that does not, and in none.
    let rests = [
        ruled(Pen::Lines, 800.0, second),
        ruled(Pen::Lines, 800.0, &WHOLE[4..]),
        words(60.0, 800.0, &["理有限公司"]),
    ];
    for rest in rests {
        let (d, blocks) = taken(&pdf(&[ruled(Pen::Lines, 160.0, first), rest]));
        assert_eq!(field(&d, FieldId::Joint).status, FieldStatus::Confirm);
        assert!(!certain("cut", &d).contains(&FieldId::Joint));
        assert!(blocks.iter().any(|b| b.text.contains("丙示例基金管")), "it stays to be found");
        assert_eq!(field(&d, FieldId::Title).status, FieldStatus::Found);
    }
}

#[test]
fn what_is_written_across_rules_or_over_other_words_is_not_certain() {
    let form = ruled(Pen::Lines, 800.0, WHOLE);
    let across = ruled(
        Pen::Lines,
        800.0,
        &[
            &[(3, &["牵头单位"]), (2, &["甲示例证券股份有限公司"]), (7, &[])],
            &[(3, &["联系人"]), (2, &["李示例和王示例"]), (4, &["联系电话"]), (3, &["020-"])],
        ],
    );
    let (d, blocks) = taken(&pdf(&[across]));
    assert_eq!(certain("across", &d), []);
    assert!(
        blocks
            .iter()
            .any(|b| b.text.contains("甲示例证券股份有限公司") && b.place == "第1页"),
        "it stays a line"
    );
    let stamped = format!("{form}{}", words(175.0, 783.0, &["样本仅供参考"]));
    let (d, _) = taken(&pdf(&[stamped]));
    assert_eq!(field(&d, FieldId::Title).status, FieldStatus::Confirm);
    assert!(certain("stamped", &d).contains(&FieldId::Period), "the other cells are read");
    let marked = format!("{form}q 0.7 0.7 -0.7 0.7 200 600 cm {} Q", words(0.0, 0.0, &["内部资料注意保密"]));
    understood("a mark across the page", "申报书.pdf", pdf(&[marked]), &[]);
}

#[test]
fn names_one_below_the_other_are_not_taken_for_one() {
    let rows: &[&[(u8, &[&str])]] = &[
        &[(3, &["牵头单位"]), (9, &["甲示例证券股份有限公司"])],
        &[
            (3, &["联合单位"]),
            (3, &["乙示例科技有限公司", "丙示例基金有限公司"]),
            (3, &["试点周期"]),
            (3, &["12个月"]),
        ],
    ];
    let (d, _) = taken(&pdf(&[ruled(Pen::Lines, 800.0, rows)]));
    let joint = field(&d, FieldId::Joint);
    assert_eq!(
        (joint.value.as_str(), joint.status),
        ("乙示例科技有限公司、丙示例基金有限公司", FieldStatus::Confirm)
    );
}

#[test]
fn where_rules_are_missing_a_page_stays_lines() {
    let rows: String = [800.0, 776.0, 752.0].iter().map(|y| format!("60 {y} m 540 {y} l S\n")).collect();
    let page = format!(
        "{rows}{}{}",
        words(65.0, 785.0, &["项目名称：跨境理财适当性智能管理平台"]),
        words(65.0, 761.0, &["试点周期：12个月"])
    );
    let (d, blocks) = taken(&pdf(&[page]));
    assert_eq!(blocks.iter().map(|b| b.place.as_str()).collect::<Vec<_>>(), ["第1页"]);
    assert_eq!(field(&d, FieldId::Period).value, "12个月");
}

#[test]
fn a_scan_with_rules_stays_a_scan() {
    let empty: &[&[(u8, &[&str])]] = &[&[(6, &[]), (6, &[])], &[(6, &[]), (6, &[])]];
    let (d, blocks) = taken(&pdf(&[ruled(Pen::Lines, 800.0, empty)]));
    assert_eq!((d.documents[0].kind, blocks.len()), (DocumentKind::PdfScan, 0));
}

#[test]
fn pages_of_very_many_rules_are_read_as_lines_in_time() {
    let first = words(60.0, 820.0, &["试点周期：12个月"]);
    let lattice = |lines: u16, apart: f32| -> String {
        let at = |n: u16| 1.0 + apart * f32::from(n);
        (0..lines)
            .map(|n| format!("{} 0 m {} 800 l S 0 {} m 590 {} l S\n", at(n), at(n), at(n), at(n)))
            .collect()
    };
    let full: String = (0_u8..60)
        .map(|n| words(2.0, 13.0 * f32::from(n) + 3.0, &["满".repeat(60).as_str()]))
        .collect();
    let pages = [
        first.clone() + &lattice(120, 4.0),
        first.clone() + &lattice(2_000, 4.0),
        first.clone() + &"0 0 0 0 re f 1e38 -1e38 1e38 1e38 re S 5 5 m 5 5 l S nan inf re\n".repeat(20_000),
        first.clone() + &"q 0 1e20 1e20 0 1e20 1e20 cm 0 0 100 100 re S\n".repeat(20_000),
        first.clone() + &lattice(60, 13.0) + &full,
    ];
    for (number, page) in pages.into_iter().enumerate() {
        let (d, _) = taken(&pdf(&[page]));
        assert!(found(&d, "document_unreadable").is_empty(), "{number}");
        assert_eq!(field(&d, FieldId::Period).value, "12个月", "{number}");
    }
}

#[test]
fn a_file_that_was_cut_off_is_no_scan() {
    let whole = crate::forge::pdf("GBK-EUC-H", &[&["项目名称：债券估值异常检测", "试点周期：12个月"]]);
    let cut = whole[..whole.len() / 3].to_vec();
    let d = take_files("包", &[("申报书.txt", "项目申报书".as_bytes().to_vec()), ("03试点方案.pdf", cut)]);
    let plan = d.documents.iter().find(|d| d.path.ends_with(".pdf")).unwrap();
    assert_ne!(plan.kind, DocumentKind::PdfScan);
    assert_eq!(found(&d, "document_unreadable").len(), 1, "{:?}", d.findings);
    assert!(found(&d, "scan").is_empty());
}
