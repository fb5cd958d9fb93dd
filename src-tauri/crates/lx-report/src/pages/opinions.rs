//! 遴选意见, with reasons.

use lx_domain::{ApplicantRole, DecisionEntry, Opinion};

use super::screening::full_stop;
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Flow, Para, span, value},
};

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("遴选意见")?;
    flow.text("以下为专项工作组的遴选意见，专家评审意见供专项工作组参考。本意见为推荐意见，不构成对项目的行政许可或认可。")?;
    group(flow, facts, Opinion::Recommend, "（一）建议推荐项目")?;
    group(flow, facts, Opinion::Later, "（二）未纳入本批次项目（可纳入后续批次）")?;
    group(flow, facts, Opinion::Ineligible, "（三）不符合申报条件项目")
}

fn group(flow: &mut Flow<'_>, facts: &Facts, opinion: Opinion, words: &str) -> Result<(), ReportError> {
    flow.para(&[span(Face::Kai, words)], Para::SUBHEADING)?;
    let mut entries: Vec<&DecisionEntry> = facts.decision.entries.iter().filter(|e| e.opinion == opinion).collect();
    entries.sort_by_key(|e| {
        let line = facts.outcome.standing.application(e.number.as_str());
        (
            line.map(|s| s.track),
            line.and_then(|s| s.rank).unwrap_or(u32::MAX),
            e.number.clone(),
        )
    });
    if entries.is_empty() {
        return flow.text("无。");
    }
    for (at, entry) in entries.into_iter().enumerate() {
        one(flow, facts, at + 1, entry)?;
    }
    Ok(())
}

fn one(flow: &mut Flow<'_>, facts: &Facts, at: usize, entry: &DecisionEntry) -> Result<(), ReportError> {
    let number = &entry.number;
    let standing = facts.outcome.standing.application(number.as_str());
    let mut spans = vec![span(Face::Sans, format!("{at}．{}", super::title(facts, number)))];
    let who = applicants(facts, entry);
    spans.push(span(Face::Serif, format!("（{number}，{who}）。")));
    if let Some(line) = standing {
        match (&line.score, line.rank) {
            (Some(score), Some(rank)) => spans.extend([
                span(Face::Serif, "综合得分"),
                value(score.to_string(), format!("score/{number}")),
                span(Face::Serif, "分，名次第"),
                value(rank.to_string(), format!("rank/{number}")),
                span(Face::Serif, "。"),
            ]),
            _ => spans.push(span(Face::Serif, "无综合得分。")),
        }
    }
    spans.push(span(Face::Kai, "理由："));
    spans.push(value(full_stop(&entry.reason), format!("opinion/{number}/reason")));
    if departs(facts, entry) {
        spans.push(value(
            "本意见与评分排序不一致，依据见上述理由。",
            format!("opinion/{number}/departs"),
        ));
    }
    if !entry.industry.is_empty() {
        spans.push(span(Face::Kai, "产业导向考虑："));
        spans.push(value(full_stop(&entry.industry), format!("opinion/{number}/industry")));
    }
    flow.para(&spans, Para::BODY)
}

/// Whether the opinion departs from the experts' order: recommended behind one that is not, or the other way round.
fn departs(facts: &Facts, entry: &DecisionEntry) -> bool {
    let standing = &facts.outcome.standing;
    let place = |e: &DecisionEntry| {
        standing
            .application(e.number.as_str())
            .and_then(|line| Some((line.track, line.rank?)))
    };
    let Some((track, rank)) = place(entry) else { return false };
    facts
        .decision
        .entries
        .iter()
        .any(|other| match (entry.opinion, other.opinion, place(other)) {
            (Opinion::Recommend, Opinion::Later, Some((t, r))) => t == track && r < rank,
            (Opinion::Later, Opinion::Recommend, Some((t, r))) => t == track && r > rank,
            _ => false,
        })
}

fn applicants(facts: &Facts, entry: &DecisionEntry) -> String {
    let Some(application) = facts.batch.application(&entry.number) else {
        return String::new();
    };
    let names = |role: ApplicantRole| -> Vec<&str> {
        application
            .dossier
            .applicants
            .iter()
            .filter(|a| a.role == role)
            .map(|a| a.name.as_str())
            .collect()
    };
    let (lead, joint) = (names(ApplicantRole::Lead), names(ApplicantRole::Joint));
    if joint.is_empty() {
        lead.join("、")
    } else {
        format!("{}牵头，联合{}", lead.join("、"), joint.join("、"))
    }
}
