//! Title, summary, and the chapters on the batch, its experts and its review.

use lx_domain::{Opinion, Outcome, Role, Track};

use super::{TABLE, count, table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Column, Flow, Para, pt, span, value},
    record::ReportRecord,
    words as phrases,
};

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts, record: &ReportRecord) -> Result<(), ReportError> {
    let profile = &facts.batch.profile;
    flow.place("标题");
    flow.para(&[span(Face::Bold, profile.report.title.clone())], Para::TITLE)?;
    let batch = crate::layout::Span {
        face: Face::Kai,
        text: format!("（{}·备查版）", facts.batch.name),
        what: Some("batch/name".to_owned()),
    };
    flow.para(&[batch], Para::CENTRED)?;
    flow.space(pt(12));
    if !profile.report.addressee.is_empty() {
        flow.para(&[span(Face::Serif, format!("{}：", profile.report.addressee))], Para::FLUSH)?;
    }
    summary(flow, facts)?;
    situation(flow, facts, record)?;
    experts(flow, facts)?;
    review(flow, facts)
}

fn with(facts: &Facts, opinion: Opinion) -> usize {
    facts.decision.entries.iter().filter(|e| e.opinion == opinion).count()
}

fn ended(facts: &Facts, outcome: Outcome) -> usize {
    facts.batch.applications.iter().filter(|a| a.admission.outcome == outcome).count()
}

fn reviewers(facts: &Facts) -> usize {
    let mut all: Vec<_> = facts
        .sheets
        .iter()
        .filter(|(digest, _)| facts.outcome.counted.contains(digest))
        .map(|(_, s)| s.reviewer)
        .collect();
    all.sort();
    all.dedup();
    all.len()
}

fn summary(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let profile = &facts.batch.profile;
    flow.place("摘要");
    let s = |text: &str| span(Face::Serif, text);
    let v = |n: usize, what: &str| value(count(n), what);
    let basis = if profile.report.basis.is_empty() {
        String::new()
    } else {
        format!("根据{}，", profile.report.basis)
    };
    let left = |withdrawn: bool| facts.batch.deferred.iter().filter(|moved| moved.withdrawn == withdrawn).count();
    let moved = match (left(false), left(true)) {
        (0, 0) => String::new(),
        (later, 0) => format!("另有申报项目{later}个转入下一批次，不计入以上各项。"),
        (0, withdrawn) => format!("另有申报项目{withdrawn}个撤回或误收，不计入以上各项。"),
        (later, withdrawn) => format!("另有申报项目{later}个转入下一批次、{withdrawn}个撤回或误收，不计入以上各项。"),
    };
    flow.para(
        &[
            s(&format!(
                "{basis}专项工作组组织完成了{}申报项目的材料审核、专家评审和遴选。本批次共收到申报项目",
                facts.batch.name
            )),
            v(facts.batch.applications.len(), "count/received"),
            s("个，其中材料审核通过"),
            v(ended(facts, Outcome::Admit), "count/admit"),
            s("个、补充完善"),
            v(ended(facts, Outcome::Supplement), "count/supplement"),
            s("个、不符合申报条件"),
            v(ended(facts, Outcome::Reject), "count/reject"),
            s("个、代收"),
            v(ended(facts, Outcome::Forward), "count/forward"),
            s("个。"),
            s(&moved),
            v(reviewers(facts), "count/reviewers"),
            s("名评审专家独立评分，经汇总和集中评议，专项工作组提出遴选意见：建议推荐"),
            v(with(facts, Opinion::Recommend), "count/recommend"),
            s("个，未纳入本批次（可纳入后续批次）"),
            v(with(facts, Opinion::Later), "count/later"),
            s("个，评审中认定不符合申报条件"),
            v(with(facts, Opinion::Ineligible), "count/ineligible"),
            s("个。现将有关情况报告如下。"),
        ],
        Para::BODY,
    )
}

fn situation(flow: &mut Flow<'_>, facts: &Facts, record: &ReportRecord) -> Result<(), ReportError> {
    flow.heading("基本情况")?;
    let of = |track: Track| facts.batch.applications.iter().filter(|a| a.dossier.track == track).count();
    let received = facts.batch.applications.iter().map(|a| a.dossier.received_at);
    let period = match (received.clone().min(), received.max()) {
        (Some(first), Some(last)) if phrases::date(first) == phrases::date(last) => format!("申报材料于{}收到。", phrases::date(first)),
        (Some(first), Some(last)) => format!("申报材料于{}至{}陆续收到。", phrases::date(first), phrases::date(last)),
        _ => String::new(),
    };
    let profile = &facts.batch.profile;
    flow.para(
        &[
            span(Face::Serif, format!("{period}申报项目按办理方式分：试点")),
            value(count(of(Track::Pilot)), "count/pilot"),
            span(Face::Serif, "个，试点辅导"),
            value(count(of(Track::Coaching)), "count/coaching"),
            span(Face::Serif, "个，代收"),
            value(count(of(Track::Forwarded)), "count/forwarded"),
            span(Face::Serif, "个。代收项目只作初步审阅，不评分、不排序。"),
        ],
        Para::BODY,
    )?;
    flow.para(
        &[
            span(
                Face::Serif,
                format!("本次评审适用《{}》（{}）。评审启动时间为", profile.name, profile.edition),
            ),
            value(phrases::date_and_time(facts.batch.frozen_at), "batch/frozen_at"),
            span(
                Face::Serif,
                "，评分标准、计算规则和专家名单自评审启动起固定，其校验码写入每位专家的签名；本报告生成时间为",
            ),
            value(phrases::date_and_time(record.made_at), "report/made_at"),
            span(Face::Serif, "。"),
        ],
        Para::BODY,
    )
}

/// Those who decide first, then those who help.
const fn order(role: Role) -> u8 {
    match role {
        Role::Chair => 0,
        Role::Deputy => 1,
        Role::Reviewer => 2,
        Role::Supervisor => 3,
        Role::Secretary => 4,
    }
}

fn experts(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("评审专家名单")?;
    let mut people = facts.everyone();
    people.sort_by_key(|m| (order(m.role), m.seat, m.fingerprint));
    let roster = facts.roster();
    let rows = people.iter().enumerate().map(|(at, member)| {
        let key = member.fingerprint.short();
        let left = if roster.member(&member.fingerprint).is_some() {
            ""
        } else {
            "（已更换）"
        };
        let cells = vec![
            words(count(at + 1)),
            val(member.card.name.clone(), format!("member/{key}/name")),
            val(member.card.org.clone(), format!("member/{key}/org")),
            val(format!("{}{left}", phrases::role(member.role)), format!("member/{key}/role")),
            val(key.clone(), format!("member/{key}/fingerprint")),
        ];
        (member.card.name.clone(), cells)
    });
    let columns = vec![
        Column::tight("序号", Align::Centre),
        Column::new("姓名", 22, Align::Centre),
        Column::new("工作单位", 40, Align::Left),
        Column::new("职责", 20, Align::Centre),
        Column::new("公钥校验码", 22, Align::Centre),
    ];
    table(flow, columns, rows, TABLE)
}

fn review(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("评审记录")?;
    flow.para(
        &[
            span(Face::Serif, "共收到已签署的评分表"),
            value(count(facts.sheets.len()), "count/sheets"),
            span(Face::Serif, "份，计入汇总"),
            value(count(facts.outcome.counted.len()), "count/sheets_counted"),
            span(
                Face::Serif,
                "份。评分表由专家本人签署，签署前互不可见；不计入的评分表同样保存并附于本报告，明细如下。",
            ),
        ],
        Para::BODY,
    )?;
    let mut sheets: Vec<_> = facts.sheets.iter().collect();
    sheets.sort_by_key(|(digest, sheet)| (sheet.sealed_at, *digest));
    let rows = sheets.into_iter().enumerate().map(|(at, (digest, sheet))| {
        let name = facts.name(&sheet.reviewer);
        let key = digest.short();
        let state = if facts.outcome.counted.contains(digest) {
            "计入".to_owned()
        } else if facts.outcome.superseded.contains(digest) {
            "被后签署的评分表取代".to_owned()
        } else {
            "不计入".to_owned()
        };
        let cells = vec![
            words(count(at + 1)),
            val(name.clone(), format!("sheet/{key}/reviewer")),
            words(if sheet.round == 1 {
                "第一轮".to_owned()
            } else {
                format!("第{}轮", phrases::hanzi_number(i64::from(sheet.round)))
            }),
            val(phrases::date_and_time(sheet.sealed_at), format!("sheet/{key}/sealed_at")),
            val(key.clone(), format!("sheet/{key}/digest")),
            val(state, format!("sheet/{key}/state")),
        ];
        (name, cells)
    });
    let columns = vec![
        Column::tight("序号", Align::Centre),
        Column::new("评审专家", 18, Align::Centre),
        Column::tight("轮次", Align::Centre),
        Column::tight("签署时间", Align::Centre),
        Column::new("评分表校验码", 20, Align::Centre),
        Column::new("状态", 18, Align::Centre),
    ];
    table(flow, columns, rows, TABLE)
}
