//! A scoresheet on paper: 评分表, to be signed by hand.

use lx_domain::{ApplicationNumber, Assessment, BatchFile, Hundredths, Mark, Sheet, Verdict};

use super::{SAMPLE, SMALL, table, val, words};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
    layout::{Align, Cell, Column, Flow, Page, Para, pt, span},
    words as phrases,
};

/// Sets a scoresheet.
///
/// # Errors
/// [`ReportError::MissingGlyphs`].
pub(crate) fn scoresheet(fonts: &Fonts, batch: &BatchFile, sheet: &Sheet, digest: &str) -> Result<Vec<Page>, ReportError> {
    let mut flow = Flow::new(fonts);
    flow.turn_to(true);
    flow.para(&[span(Face::Bold, "专家评分表")], Para::TITLE)?;
    flow.para(&[span(Face::Kai, format!("（{}）", batch.name))], Para::CENTRED)?;
    let member = batch.roster.member(&sheet.reviewer);
    let who = member.map_or_else(|| sheet.reviewer.short(), |m| format!("{}（{}）", m.card.name, m.card.org));
    flow.para(
        &[span(
            Face::Serif,
            format!(
                "评审专家：{who}　　签署时间：{}　　评分表校验码：{digest}",
                phrases::date_and_time(sheet.sealed_at)
            ),
        )],
        Para::NOTE,
    )?;
    flow.space(pt(6));
    points(&mut flow, batch, sheet)?;
    reasons(&mut flow, batch, sheet)?;
    flow.space(pt(24));
    flow.need(Flow::signature_height(2) + pt(10));
    flow.sign_here(&[("评审专家（签名）".to_owned(), String::new()), ("日期".to_owned(), String::new())])?;
    Ok(flow.finish((batch.sample || sheet.sample).then_some(SAMPLE))?.0)
}

fn title<'b>(batch: &'b BatchFile, number: &ApplicationNumber) -> &'b str {
    batch.application(number).map_or("", |a| a.dossier.title.as_str())
}

fn cell(assessment: &Assessment, id: &lx_domain::CriterionId) -> (String, Option<Hundredths>) {
    match &assessment.verdict {
        Verdict::Scored { criteria, .. } => match criteria.iter().find(|c| c.id == *id).map(|c| c.mark) {
            Some(Mark::Points(points)) => (points.to_string(), Some(points)),
            Some(Mark::NotApplicable) => ("不适用".to_owned(), None),
            None => ("未评分".to_owned(), None),
        },
        Verdict::Recused { .. } => ("回避".to_owned(), None),
        Verdict::Abstained { .. } => ("不予评分".to_owned(), None),
    }
}

fn points(flow: &mut Flow<'_>, batch: &BatchFile, sheet: &Sheet) -> Result<(), ReportError> {
    let rows = sheet.assessments.iter().map(|assessment| {
        let number = assessment.number.to_string();
        let mut cells: Vec<Cell> = vec![words(number.clone()), words(title(batch, &assessment.number))];
        let marks: Vec<(String, Option<Hundredths>)> = batch.profile.rubric.iter().map(|c| cell(assessment, &c.id)).collect();
        let total: Option<i64> = marks.iter().map(|(_, points)| points.map(|p| p.0)).sum();
        cells.extend(marks.into_iter().map(|(text, _)| words(text)));
        cells.push(words(total.map_or_else(|| "—".to_owned(), |t| Hundredths(t).to_string())));
        (number, cells)
    });
    let mut columns = vec![Column::tight("编号", Align::Centre), Column::new("项目名称", 52, Align::Left)];
    columns.extend(
        batch
            .profile
            .rubric
            .iter()
            .map(|c| Column::new(format!("{}（{}分）", c.short, whole(c.full_marks)), 15, Align::Right)),
    );
    columns.push(Column::tight("合计", Align::Right));
    table(flow, columns, rows, SMALL)
}

fn whole(points: Hundredths) -> String {
    points.to_string().trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn reasons(flow: &mut Flow<'_>, batch: &BatchFile, sheet: &Sheet) -> Result<(), ReportError> {
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    for assessment in &sheet.assessments {
        let number = assessment.number.to_string();
        let mut add = |about: String, why: &str| {
            if !why.is_empty() {
                rows.push((number.clone(), vec![words(number.clone()), words(about), val(why, "reason")]));
            }
        };
        match &assessment.verdict {
            Verdict::Scored { criteria, comment, vetoes } => {
                for score in criteria {
                    add(phrases::criterion(&batch.profile, &score.id), &score.reason);
                }
                for veto in vetoes {
                    let name = batch
                        .profile
                        .vetoes
                        .iter()
                        .find(|v| v.id == veto.id)
                        .map_or(veto.id.as_str(), |v| v.name.as_str());
                    add(format!("否决项：{name}"), &veto.reason);
                }
                add("总体意见".to_owned(), comment);
            }
            Verdict::Recused { ground, reason } => {
                let name = batch
                    .profile
                    .recusal_grounds
                    .iter()
                    .find(|g| g.id == *ground)
                    .map_or(ground.as_str(), |g| g.name.as_str());
                add(
                    "回避".to_owned(),
                    &if reason.is_empty() {
                        name.to_owned()
                    } else {
                        format!("{name}：{reason}")
                    },
                );
            }
            Verdict::Abstained { reason } => add("不予评分".to_owned(), reason),
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    flow.space(pt(8));
    let columns = vec![
        Column::tight("编号", Align::Centre),
        Column::new("事项", 28, Align::Left),
        Column::new("理由", 110, Align::Left),
    ];
    table(flow, columns, rows, SMALL)
}
