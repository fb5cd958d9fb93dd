//! Rulings, dissent, recusals, what is still open, and the lines to sign on.

use lx_domain::{Outcome, Role, RulingKind, Verdict, ruling::CorrectionCode};

use super::{TABLE, lead, screening::full_stop, table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Cell, Column, Flow, Para, pt, span, value},
    record::ReportRecord,
    words as phrases,
};

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    rulings(flow, facts)?;
    dissents(flow, facts)?;
    recusals(flow, facts)?;
    open(flow, facts)
}

fn ruling_words(facts: &Facts, kind: &RulingKind) -> String {
    match kind {
        RulingKind::Void { sheet } => format!("评分表{}不计入汇总", sheet.short()),
        RulingKind::Resolve { reviewer, keep } => format!("{}的多份评分表中，以{}为准", facts.name(reviewer), keep.short()),
        RulingKind::Recuse { reviewer, number, .. } => format!("{}回避{number}，其对该项目的评分不计入", facts.name(reviewer)),
        RulingKind::Correct {
            reviewer,
            number,
            criterion,
            points,
            code,
        } => {
            let code = match code {
                CorrectionCode::Eligibility => "资格/符合性错误",
                CorrectionCode::Reckoning => "汇总错误",
                CorrectionCode::OutOfRange => "超出评分范围",
                CorrectionCode::Objective => "客观分错误",
            };
            let criterion = phrases::criterion(&facts.batch.profile, criterion);
            format!("{}对{number}的{criterion}评分更正为{points}（{code}）", facts.name(reviewer))
        }
        RulingKind::BreakTie { order } => {
            let order: Vec<&str> = order.iter().map(lx_domain::ApplicationNumber::as_str).collect();
            format!("得分相同的项目经表决，先后为{}", order.join("、"))
        }
        RulingKind::Amend { .. } => "调整专家名单".to_owned(),
    }
}

fn rulings(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("澄清与裁定")?;
    if facts.rulings.is_empty() {
        return flow.text("评审过程中没有需要裁定的事项。");
    }
    for (_, ruling) in &facts.rulings {
        let sequence = ruling.sequence;
        flow.para(
            &[
                span(
                    Face::Serif,
                    format!(
                        "{sequence}．{}，{}裁定：",
                        phrases::date_and_time(ruling.at),
                        facts.name(&ruling.by)
                    ),
                ),
                value(ruling_words(facts, &ruling.kind), format!("ruling/{sequence}")),
                span(Face::Serif, "。理由："),
                value(full_stop(&ruling.reason), format!("ruling/{sequence}/reason")),
            ],
            Para::BODY,
        )?;
    }
    Ok(())
}

fn dissents(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("不同意见")?;
    if facts.decision.dissents.is_empty() {
        return flow.text("没有书面提出的不同意见。");
    }
    for dissent in &facts.decision.dissents {
        let key = dissent.by.short();
        flow.para(
            &[
                span(Face::Serif, format!("{}：", facts.name(&dissent.by))),
                value(full_stop(&dissent.text), format!("dissent/{key}")),
            ],
            Para::BODY,
        )?;
    }
    Ok(())
}

fn ground<'f>(facts: &'f Facts, id: &'f str) -> &'f str {
    facts
        .batch
        .profile
        .recusal_grounds
        .iter()
        .find(|g| g.id == id)
        .map_or(id, |g| g.name.as_str())
}

fn recusals(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("回避情况")?;
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    let mut add = |name: String, number: String, kind: &str, why: String| {
        let what = format!("recusal/{number}/{name}");
        rows.push((
            name.clone(),
            vec![
                words(name),
                words(number),
                val(kind, what.clone()),
                val(why, format!("{what}/reason")),
            ],
        ));
    };
    for (reviewer, sheet) in super::scores::counted(facts) {
        for assessment in &sheet.assessments {
            let number = assessment.number.to_string();
            match &assessment.verdict {
                Verdict::Recused { ground: id, reason } => {
                    let why = if reason.is_empty() {
                        ground(facts, id).to_owned()
                    } else {
                        format!("{}：{reason}", ground(facts, id))
                    };
                    add(facts.name(&reviewer), number, "主动回避", why);
                }
                Verdict::Abstained { reason } => add(facts.name(&reviewer), number, "不予评分", reason.clone()),
                Verdict::Scored { .. } => {}
            }
        }
    }
    for (_, ruling) in &facts.rulings {
        if let RulingKind::Recuse {
            reviewer,
            number,
            ground: id,
        } = &ruling.kind
        {
            add(
                facts.name(reviewer),
                number.to_string(),
                "裁定回避",
                format!("{}：{}", ground(facts, id), ruling.reason),
            );
        }
    }
    if rows.is_empty() {
        return flow.text("评审专家逐项申报了与各申报机构的关系，没有需要回避的情形，也没有不予评分的情形。");
    }
    flow.text("评审专家逐项申报了与各申报机构的关系，回避和不予评分的情形如下，相应评分为空，不计入平均。")?;
    let columns = vec![
        Column::tight("评审专家", Align::Centre),
        Column::tight("编号", Align::Centre),
        Column::tight("情形", Align::Centre),
        Column::new("事由", 56, Align::Left),
    ];
    table(flow, columns, rows, TABLE)
}

fn open(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("待处理事项")?;
    let mut items = Vec::new();
    for application in &facts.batch.applications {
        let number = application.number();
        match application.admission.outcome {
            Outcome::Supplement => items.push(format!("{number}（{}）待补充完善材料后重新审核。", lead(application))),
            Outcome::Forward => items.push(format!("{number}（{}）代收材料经初步审阅，随本报告一并报送。", lead(application))),
            Outcome::Admit | Outcome::Reject => {}
        }
    }
    for conflict in &facts.outcome.conflicts {
        items.push(format!(
            "{}有{}份评分表尚未裁定以哪一份为准。",
            facts.name(&conflict.reviewer),
            conflict.heads.len()
        ));
    }
    for missing in &facts.outcome.missing_parents {
        items.push(format!(
            "评分表{}所取代的评分表{}未收到。",
            missing.sheet.short(),
            missing.parent.short()
        ));
    }
    // The last words of the text stand on the page of the signatures, which nobody should have to sign by themselves.
    let last = Para { keep: true, ..Para::BODY };
    if items.is_empty() {
        return flow.para(&[span(Face::Serif, "无。")], last);
    }
    let count = items.len();
    for (nth, item) in (1..).zip(items) {
        flow.para(
            &[span(Face::Serif, format!("{nth}．")), value(item, format!("open/{nth}"))],
            if nth == count { last } else { Para::BODY },
        )?;
    }
    Ok(())
}

/// The lines to sign on: two co-equal leaders, the chair, the members, the supervisor; the date.
pub(super) fn signatures(flow: &mut Flow<'_>, facts: &Facts, record: &ReportRecord) -> Result<(), ReportError> {
    let roster = facts.roster();
    let names = |role: Role| -> Vec<String> { roster.with_role(role).map(|m| m.card.name.clone()).collect() };
    let mut lines: Vec<(String, String)> = Vec::new();
    for role in [Role::Chair, Role::Deputy, Role::Reviewer, Role::Supervisor] {
        lines.extend(names(role).into_iter().map(|name| (phrases::role(role).to_owned(), name)));
    }
    let organiser = &facts.batch.profile.report.organiser;
    // Signatures and date stand on one page.
    flow.settle(pt(29) + Flow::signature_height(2) + Flow::signature_height(lines.len()) + pt(20) + pt(64))?;
    flow.space(pt(29));
    flow.place("签署");
    let leaders = [
        ("专项工作组组长".to_owned(), String::new()),
        ("专项工作组组长".to_owned(), String::new()),
    ];
    flow.sign_here(&leaders)?;
    flow.sign_here(&lines)?;
    flow.space(pt(20));
    if !organiser.is_empty() {
        flow.para(&[span(Face::Serif, format!("{organiser}　　"))], Para::RIGHT)?;
    }
    flow.para(
        &[value(format!("{}　　", phrases::date(record.made_at)), "report/date")],
        Para::RIGHT,
    )
}
