//! The spreadsheet, read back by another library.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use lx_report::workbook;

use crate::record::record;

#[test]
fn the_spreadsheet_has_its_sheets_formulas_and_cached_values() {
    let bytes = workbook(&record(5, 8)).unwrap();
    std::fs::write(crate::pdf::out("report.xlsx"), &bytes).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["评分汇总", "逐人评分", "材料审核", "遴选意见", "校验"]);
    let standing = book.worksheet_range("评分汇总").unwrap();
    let heads: Vec<String> = standing.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let (score, again) = (
        heads.iter().position(|h| h == "综合得分").unwrap(),
        heads.iter().position(|h| h == "按平均值复算").unwrap(),
    );
    for row in standing.rows().skip(1) {
        let (Data::Float(score), Data::Float(again)) = (&row[score], &row[again]) else {
            panic!("{row:?}")
        };
        assert!((score - again).abs() < 0.05, "{row:?}");
    }
    let formulas = book.worksheet_formula("逐人评分").unwrap();
    assert!(formulas.rows().flatten().any(|formula| formula.starts_with("SUM(")));
    assert_eq!(
        book.worksheet_range("材料审核").unwrap().height(),
        9,
        "every received application and the head"
    );
}
