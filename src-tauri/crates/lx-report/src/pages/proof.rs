//! 自证说明: what the file carries, and how anyone reckons again.

use super::{table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Cell, Column, Flow, Para, Setting, pt, span, value},
    record::ReportRecord,
    words as phrases,
};

/// Smaller than the body, so that the annex is one page.
const SMALLER: Para = Para {
    setting: Setting::plain(pt(14), pt(24)),
    first: pt(28),
    ..Para::BODY
};

/// Sixty-four digits stand on one line.
const DIGESTS: Setting = Setting::plain(pt(8) + 500, pt(13));

const WORDS: [&str; 4] = [
    "本报告的PDF文件内附有评审的全部依据：批次文件（含评审方案、专家名单和材料审核记录）、每一份评分表、全部裁定和遴选意见，均为签署时的原始文件，并附印出数值清单（printed.json）。",
    "核验时运行“linxuan verify 报告.pdf”，或在软件中打开“核验”，只凭本文件逐项核对：文件自签署后未改一字；各附件的签名与专家名单相符；由评分表和裁定重新计算的名次、得分与印出的一致；由附件重新排出的版面与本文件一致。每一项给出成立、不成立或未核对。",
    "签名人的身份须由文件之外的依据确认：请将下列公钥校验码与当面核对或纸质留存的比对，或以“--trust”指定。未指定时，核验结果首行为“内容自洽，签名人身份未核对”。",
    "本报告的电子签名用于评审工作内部的完整性与责任认定。使用软件自制证书时，PDF阅读器会提示签名者身份未知，不影响上述核验；正式用印以专项工作组各单位依法使用的印章或电子印章为准。",
];

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts, record: &ReportRecord) -> Result<(), ReportError> {
    flow.turn_to(false);
    flow.place("附件　自证说明");
    flow.para(&[span(Face::Sans, "附件　自证说明")], Para::HEADING)?;
    for words in WORDS {
        flow.para(&[span(Face::Serif, words)], SMALLER)?;
    }
    flow.space(pt(4));
    let chair = facts.batch.chair;
    let long = |digest: &dyn std::fmt::Display| -> String { digest.to_string() };
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    let mut add = |name: &str, short: String, whole: String, what: &str| {
        let cells = vec![words(name), val(short, what), val(whole, format!("{what}/whole"))];
        rows.push((name.to_owned(), cells));
    };
    add("本报告", facts.digest.short(), long(&facts.digest), "digest/report");
    add("批次文件", facts.batch_digest.short(), long(&facts.batch_digest), "digest/batch");
    add(
        "评审方案",
        facts.batch.rubric_digest.short(),
        long(&facts.batch.rubric_digest),
        "digest/rubric",
    );
    add(
        "评分汇总",
        facts.standing_digest.short(),
        long(&facts.standing_digest),
        "digest/standing",
    );
    add(
        "遴选意见",
        facts.decision_digest.short(),
        long(&facts.decision_digest),
        "digest/decision",
    );
    add(
        "流水记录末行",
        record.journal_head.short(),
        long(&record.journal_head),
        "digest/journal",
    );
    add("专家组组长公钥", chair.short(), long(&chair), "digest/chair");
    let columns = vec![
        Column::tight("对象", Align::Centre),
        Column::tight("校验码", Align::Centre),
        Column::new("SHA-256", 66, Align::Left),
    ];
    table(flow, columns, rows, DIGESTS)?;
    let made = [
        span(Face::Serif, "生成程序："),
        value(record.program.clone(), "report/program"),
        span(Face::Serif, "　生成时间："),
        value(phrases::date_and_time(record.made_at), "report/made_at"),
    ];
    flow.para(&made, Para::NOTE)
}
