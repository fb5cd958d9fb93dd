//! 材料审核情况: every received application, its outcome and its reason.

use lx_domain::{BatchApplication, ItemState, Outcome};

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
    rejected(flow, facts)
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
                val(verdict.reason.clone(), format!("{what}/reason")),
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
