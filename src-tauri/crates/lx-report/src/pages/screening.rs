//! 材料审核情况: every received application, its outcome and its reason.

use lx_domain::{BatchApplication, ItemState, ItemVerdict, Outcome};

use super::{TABLE, count, lead, table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Column, Flow, Para, span, value},
    words as phrases,
};

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("材料审核情况")?;
    flow.text("工作人员对每份申报材料的规范性、完整性逐项审核，审核事项与依据见评审方案。全部申报项目的审核结论如下。")?;
    flow.para(&[span(Face::Kai, "（一）审核结论")], Para::SUBHEADING)?;
    outcomes(flow, facts)?;
    flow.para(&[span(Face::Kai, "（二）缺失与不规范事项")], Para::SUBHEADING)?;
    items(flow, facts)?;
    let mut part = 3;
    let mut next = |flow: &mut Flow<'_>, words: &str| {
        let number = phrases::hanzi_number(part);
        part += 1;
        flow.para(&[span(Face::Kai, format!("（{number}）{words}"))], Para::SUBHEADING)
    };
    if facts.batch.applications.iter().any(|a| a.admission.first_reading.is_some()) {
        next(flow, "代收项目初步审阅意见")?;
        first_readings(flow, facts)?;
    }
    if facts.batch.deferred.iter().any(|moved| !moved.withdrawn) {
        next(flow, "转入下一批次的申报项目")?;
        let deadline = facts.batch.deadline.map_or_else(String::new, |deadline| {
            format!("本批次受理截止时间为{}。", phrases::date_and_time(deadline))
        });
        flow.text(&format!(
            "{deadline}下列申报项目已经收到，转入下一批次办理，不参加本批次评审，其材料和受理记录一并保留。"
        ))?;
        left(flow, facts, false)?;
    }
    if facts.batch.deferred.iter().any(|moved| moved.withdrawn) {
        next(flow, "撤回或误收的申报项目")?;
        flow.text("下列申报项目由申报机构撤回，或者属于误收，不参加评审，也不转入下一批次，其材料和受理记录一并保留。")?;
        left(flow, facts, true)?;
    }
    rejected(flow, facts)
}

/// Read, not scored.
fn first_readings(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let read = facts
        .batch
        .applications
        .iter()
        .filter_map(|a| a.admission.first_reading.as_ref().map(|r| (a, r)));
    let rows = read.map(|(application, reading)| {
        let number = application.number().to_string();
        let what = format!("application/{number}/first_reading");
        let cells = vec![
            words(number.clone()),
            vec![
                span(Face::Serif, application.dossier.title.clone()),
                span(Face::Serif, "\n"),
                span(Face::Serif, lead(application)),
            ],
            val(reading.text.clone(), what.clone()),
            val(facts.name(&reading.by), format!("{what}/by")),
            val(phrases::date(reading.at), format!("{what}/at")),
        ];
        (number, cells)
    });
    let columns = vec![
        Column::tight("编号", Align::Centre),
        Column::new("项目名称、牵头单位", 34, Align::Left),
        Column::new("初步审阅意见", 46, Align::Left),
        Column::tight("审阅人", Align::Centre),
        Column::new("日期", 20, Align::Centre),
    ];
    table(flow, columns, rows, TABLE)
}

/// Received, but not of this batch: those that were withdrawn, or those that move to the next.
fn left(flow: &mut Flow<'_>, facts: &Facts, withdrawn: bool) -> Result<(), ReportError> {
    let left = facts.batch.deferred.iter().filter(|moved| moved.withdrawn == withdrawn);
    let rows = left.map(|moved| {
        let number = moved.number.to_string();
        let what = format!("deferred/{number}");
        let cells = vec![
            val(number.clone(), format!("{what}/number")),
            vec![
                value(moved.title.clone(), format!("{what}/title")),
                span(Face::Serif, "\n"),
                value(moved.lead.clone(), format!("{what}/lead")),
            ],
            val(phrases::date_and_time(moved.received_at), format!("{what}/received_at")),
            val(moved.package_digest.short(), format!("{what}/package")),
            val(moved.reason.clone(), format!("{what}/reason")),
        ];
        (number, cells)
    });
    let columns = vec![
        Column::tight("编号", Align::Centre),
        Column::new("项目名称、牵头单位", 38, Align::Left),
        Column::new("收到时间", 24, Align::Centre),
        Column::new("材料校验码", 18, Align::Centre),
        Column::new("理由", 30, Align::Left),
    ];
    table(flow, columns, rows, TABLE)
}

fn outcomes(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let rows = facts.batch.applications.iter().enumerate().map(|(at, application)| {
        let number = application.number().to_string();
        let outcome = phrases::outcome(application.admission.outcome);
        let reason = if application.admission.reason.is_empty() {
            tally(application)
        } else {
            application.admission.reason.clone()
        };
        let cells = vec![
            words(count(at + 1)),
            val(number.clone(), format!("application/{number}/number")),
            // The applicant under its title: so the reasons get room, and a row stays low.
            vec![
                value(application.dossier.title.clone(), format!("application/{number}/title")),
                span(Face::Serif, "\n"),
                value(lead(application), format!("application/{number}/lead")),
            ],
            val(phrases::track(application.dossier.track), format!("application/{number}/track")),
            val(outcome, format!("application/{number}/outcome")),
            val(reason, format!("application/{number}/reason")),
        ];
        (number, cells)
    });
    let columns = vec![
        Column::tight("序号", Align::Centre),
        Column::tight("编号", Align::Centre),
        Column::new("项目名称、牵头单位", 38, Align::Left),
        Column::tight("办理方式", Align::Centre),
        Column::new("审核结论", 17, Align::Centre),
        Column::new("理由", 45, Align::Left),
    ];
    table(flow, columns, rows, TABLE)
}

/// How the items came out, where nobody wrote a reason.
fn tally(application: &BatchApplication) -> String {
    let of = |state: ItemState| application.admission.items.values().filter(|v| v.state == state).count();
    let parts: Vec<String> = [ItemState::Present, ItemState::Missing, ItemState::Irregular, ItemState::Na]
        .into_iter()
        .filter(|state| of(*state) > 0)
        .map(|state| format!("{}{}项", phrases::item_state(state), of(state)))
        .collect();
    parts.join("、")
}

fn items(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let mut rows = Vec::new();
    for application in &facts.batch.applications {
        let number = application.number().to_string();
        for item in &facts.batch.profile.checklist {
            let Some(verdict) = application.admission.items.get(&item.id) else {
                continue;
            };
            if !matches!(verdict.state, ItemState::Missing | ItemState::Irregular) {
                continue;
            }
            let what = format!("application/{number}/item/{}", item.id);
            let cells = vec![
                words(number.clone()),
                words(item.name.clone()),
                val(phrases::item_state(verdict.state), what.clone()),
                val(with_places(verdict), format!("{what}/reason")),
            ];
            rows.push((number.clone(), cells));
        }
    }
    if rows.is_empty() {
        return flow.text("全部申报材料齐备、规范。");
    }
    let columns = vec![
        Column::tight("编号", Align::Centre),
        Column::new("审核事项", 30, Align::Left),
        Column::tight("情况", Align::Centre),
        Column::new("说明", 50, Align::Left),
    ];
    table(flow, columns, rows, TABLE)
}

/// The reason, and where.
fn with_places(verdict: &ItemVerdict) -> String {
    match phrases::places(&verdict.places) {
        places if places.is_empty() => verdict.reason.clone(),
        places => format!("{}（见{places}）", verdict.reason),
    }
}

fn rejected(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("不符合条件说明")?;
    let rejected: Vec<&BatchApplication> = facts
        .batch
        .applications
        .iter()
        .filter(|a| a.admission.outcome == Outcome::Reject)
        .collect();
    if rejected.is_empty() {
        return flow.text("材料审核中没有认定为不符合申报条件的项目。");
    }
    for (at, application) in rejected.into_iter().enumerate() {
        let number = application.number();
        flow.para(
            &[
                span(
                    Face::Serif,
                    format!("{}．{}（{number}，{}）：", at + 1, application.dossier.title, lead(application)),
                ),
                value(full_stop(&application.admission.reason), format!("reject/{number}/reason")),
            ],
            Para::BODY,
        )?;
    }
    Ok(())
}

/// The words with a full stop at their end.
pub(super) fn full_stop(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['。', '！', '？', '”', '）']) || text.is_empty() {
        text.to_owned()
    } else {
        format!("{text}。")
    }
}
