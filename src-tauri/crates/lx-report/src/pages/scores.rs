//! 评分汇总: the ranking in the text, the wide tables behind it.

use lx_domain::{ApplicationNumber, BatchApplication, Fingerprint, Mark, Opinion, Sheet, Track, Verdict};
use lx_tally::{Standard, WhyNotCode};

use super::{SMALL, TABLE, lead, table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Cell, Column, Flow, Para, Table, span},
    words as phrases,
};

/// The tracks that are scored, with their name where there is more than one.
fn tracks(facts: &Facts) -> Vec<(Track, String)> {
    let all = [Track::Pilot, Track::Coaching];
    let used: Vec<Track> = all
        .into_iter()
        .filter(|t| facts.outcome.standing.applications.iter().any(|a| a.track == *t))
        .collect();
    let several = used.len() > 1;
    used.into_iter()
        .map(|t| {
            (
                t,
                if several {
                    format!("（{}）", phrases::track(t))
                } else {
                    String::new()
                },
            )
        })
        .collect()
}

fn of_track(facts: &Facts, track: Track) -> impl Iterator<Item = &Standard> {
    facts.outcome.standing.applications.iter().filter(move |a| a.track == track)
}

fn application<'f>(facts: &'f Facts, standard: &Standard) -> Option<&'f BatchApplication> {
    let number: ApplicationNumber = standard.number.parse().ok()?;
    facts.batch.application(&number)
}

fn rank(standard: &Standard) -> String {
    standard.rank.map_or_else(|| "—".to_owned(), |rank| rank.to_string())
}

fn score(standard: &Standard) -> String {
    standard.score.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string)
}

fn opinion_of(facts: &Facts, number: &str) -> &'static str {
    facts
        .decision
        .entries
        .iter()
        .find(|e| e.number.as_str() == number)
        .map_or("—", |e| match e.opinion {
            Opinion::Recommend => "建议推荐",
            Opinion::Later => "未纳入本批次",
            Opinion::Ineligible => "不符合申报条件",
        })
}

/// Chapter 评分汇总与排序.
pub(super) fn ranking(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    flow.heading("评分汇总与排序")?;
    flow.text("综合得分由评分表和裁定按上述规则计算，各项标准得分及计算依据见附表1，各专家评分见附表2。")?;
    for (track, name) in tracks(facts) {
        if !name.is_empty() {
            flow.para(&[span(Face::Kai, name)], Para::SUBHEADING)?;
        }
        let rows = of_track(facts, track).map(|standard| {
            let number = standard.number.clone();
            let application = application(facts, standard);
            let cells = vec![
                val(rank(standard), format!("rank/{number}")),
                words(number.clone()),
                words(application.map_or("", |a| a.dossier.title.as_str())),
                words(application.map_or("", lead)),
                val(score(standard), format!("score/{number}")),
                val(opinion_of(facts, &number), format!("opinion/{number}")),
            ];
            (number, cells)
        });
        let columns = vec![
            Column::tight("名次", Align::Centre),
            Column::tight("编号", Align::Centre),
            Column::new("项目名称", 38, Align::Left),
            Column::new("牵头单位", 28, Align::Left),
            Column::tight("综合得分", Align::Right),
            Column::tight("遴选意见", Align::Centre),
        ];
        table(flow, columns, rows, TABLE)?;
    }
    warnings(flow, facts)?;
    vetoes(flow, facts)
}

/// What is to be looked at, in words.
fn warning_words(facts: &Facts, standard: &Standard) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(why) = &standard.why {
        let which: Vec<String> = why.criteria.iter().map(|id| phrases::criterion(&facts.batch.profile, id)).collect();
        all.push(match why.code {
            WhyNotCode::NoSheets => "没有有效评分，不计算得分".to_owned(),
            WhyNotCode::CriterionUnscored => format!("{}无人评分，不计算得分", which.join("、")),
        });
    }
    for warning in &standard.warnings {
        let who = warning.reviewer.as_ref().map(|hex| facts.name_of_hex(hex)).unwrap_or_default();
        let words = match warning.code.as_str() {
            "unusual_total" => format!("{who}总分与中位数差异较大"),
            "missing_points" => format!("{who}有评分项缺失"),
            "points_out_of_range" => format!("{who}有评分超出范围"),
            "criterion_unscored" if standard.why.is_some() => continue,
            "criterion_unscored" => "有评分标准无人评分".to_owned(),
            "not_trimmed" => "有效评分表不足，未去掉最高分和最低分".to_owned(),
            "tied" => "与其他项目得分相同，名次并列".to_owned(),
            "panel_small" => "回避后评审专家人数少于规定人数".to_owned(),
            "panel_even" => "回避后评审专家人数为双数".to_owned(),
            "open_conflict" => format!("{who}有两份评分表待裁定"),
            "older_dossier" => format!("{who}的评分依据补充前的材料版本"),
            "correction_ignored" => "有更正裁定未能适用".to_owned(),
            other => other.to_owned(),
        };
        if !all.contains(&words) {
            all.push(words);
        }
    }
    all
}

fn warnings(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let mut any = false;
    for standard in &facts.outcome.standing.applications {
        let all = warning_words(facts, standard);
        if all.is_empty() {
            continue;
        }
        if !any {
            flow.para(&[span(Face::Kai, "评分提示")], Para::SUBHEADING)?;
            any = true;
        }
        let number = &standard.number;
        let words = format!("{}。", all.join("；"));
        flow.para(
            &[
                span(Face::Serif, format!("{number}：")),
                crate::layout::value(words, format!("warnings/{number}")),
            ],
            Para::BODY,
        )?;
    }
    Ok(())
}

fn vetoes(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    if facts.outcome.vetoes.is_empty() {
        return Ok(());
    }
    flow.para(&[span(Face::Kai, "否决项")], Para::SUBHEADING)?;
    let rows = facts.outcome.vetoes.iter().map(|veto| {
        let number = veto.number.to_string();
        let name = facts
            .batch
            .profile
            .vetoes
            .iter()
            .find(|v| v.id == veto.veto)
            .map_or(veto.veto.as_str(), |v| v.name.as_str());
        let what = format!("veto/{number}/{}", veto.veto);
        let found = if veto.found { "认定" } else { "未认定" };
        let cells = vec![
            words(number.clone()),
            words(name),
            val(format!("{} / {}", veto.raised, veto.of), format!("{what}/raised")),
            val(found, format!("{what}/found")),
        ];
        (number, cells)
    });
    let columns = vec![
        Column::tight("编号", Align::Centre),
        Column::new("否决项", 56, Align::Left),
        Column::new("提出 / 评审", 18, Align::Centre),
        Column::new("过半数认定", 16, Align::Centre),
    ];
    table(flow, columns, rows, TABLE)
}

/// The wide tables: 附表1 and 附表2.
pub(super) fn tables(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    for (track, name) in tracks(facts) {
        flow.turn_to(true);
        flow.place(format!("附表1{name}"));
        criteria_table(flow, facts, track, &name)?;
    }
    for (track, name) in tracks(facts) {
        flow.turn_to(true);
        flow.place(format!("附表2{name}"));
        sheets_table(flow, facts, track, &name)?;
    }
    Ok(())
}

fn criteria_table(flow: &mut Flow<'_>, facts: &Facts, track: Track, name: &str) -> Result<(), ReportError> {
    let profile = &facts.batch.profile;
    let rows = of_track(facts, track).map(|standard| {
        let number = standard.number.clone();
        let application = application(facts, standard);
        let mut cells = vec![
            val(rank(standard), format!("rank/{number}")),
            words(number.clone()),
            words(application.map_or("", |a| a.dossier.title.as_str())),
            words(application.map_or("", lead)),
        ];
        for criterion in &profile.rubric {
            let mean = standard
                .criteria
                .get(&criterion.id)
                .and_then(Option::as_ref)
                .map_or_else(|| "—".to_owned(), ToString::to_string);
            cells.push(val(mean, format!("mean/{number}/{}", criterion.id)));
        }
        cells.push(val(score(standard), format!("score/{number}")));
        cells.push(val(format!("{} / {}", standard.kept, standard.sheets), format!("sheets/{number}")));
        cells.push(val(others(standard), format!("not_scored/{number}")));
        (number, cells)
    });
    let mut columns = vec![
        Column::tight("名次", Align::Centre),
        Column::tight("编号", Align::Centre),
        Column::new("项目名称", 36, Align::Left),
        Column::new("牵头单位", 26, Align::Left),
    ];
    columns.extend(profile.rubric.iter().map(|c| Column::tight(c.short.clone(), Align::Right)));
    columns.extend([
        Column::tight("综合得分", Align::Right),
        Column::tight("保留/有效", Align::Centre),
        Column::tight("未评分", Align::Centre),
    ]);
    Table {
        caption: Some(format!("附表1　评分汇总表{name}")),
        columns,
        rows: rows.collect(),
        setting: SMALL,
    }
    .set(flow)?;
    flow.para(&[span(Face::Serif, "注：各项得分为保留评分表的平均值；“保留/有效”为去掉最高、最低分后保留的评分表份数与有效评分表份数；“—”表示没有得分，不是零分。")], Para::NOTE)
}

fn others(standard: &Standard) -> String {
    let parts = [
        ("回避", standard.recused),
        ("不予评分", standard.abstained),
        ("缺失", standard.missing),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(word, n)| format!("{word}{n}"))
        .collect();
    if said.is_empty() { "无".to_owned() } else { said.join("、") }
}

/// The reviewers whose sheets count, by seat.
pub(super) fn counted(facts: &Facts) -> Vec<(Fingerprint, &Sheet)> {
    let everyone = facts.everyone();
    let seat = |f: &Fingerprint| everyone.iter().position(|m| m.fingerprint == *f);
    let mut counted: Vec<(Fingerprint, &Sheet)> = facts
        .sheets
        .iter()
        .filter(|(digest, _)| facts.outcome.counted.contains(digest))
        .map(|(_, sheet)| (sheet.reviewer, sheet))
        .collect();
    counted.sort_by_key(|(reviewer, sheet)| (seat(reviewer), sheet.round));
    counted
}

fn sheets_table(flow: &mut Flow<'_>, facts: &Facts, track: Track, name: &str) -> Result<(), ReportError> {
    let counted: Vec<(Fingerprint, &Sheet)> = counted(facts).into_iter().filter(|(_, s)| s.round == facts.outcome.round).collect();
    let rows = of_track(facts, track).map(|standard| {
        let number = standard.number.clone();
        let mut cells = vec![
            words(number.clone()),
            words(application(facts, standard).map_or("", |a| a.dossier.title.as_str())),
        ];
        for (reviewer, sheet) in &counted {
            cells.push(total_cell(standard, reviewer, sheet));
        }
        cells.push(val(score(standard), format!("score/{number}")));
        (number, cells)
    });
    let mut columns = vec![Column::tight("编号", Align::Centre), Column::new("项目名称", 44, Align::Left)];
    columns.extend(
        counted
            .iter()
            .map(|(reviewer, _)| Column::new(facts.name(reviewer), 14, Align::Right)),
    );
    columns.push(Column::tight("综合得分", Align::Right));
    Table {
        caption: Some(format!("附表2　各专家评分表{name}")),
        columns,
        rows: rows.collect(),
        setting: SMALL,
    }
    .set(flow)?;
    let mut note = "注：表中为各专家评分表的总分。".to_owned();
    note.push_str(match facts.batch.profile.rule.trim.map(|t| t.per) {
        None => "",
        Some(lx_domain::rule::TrimPer::Total) => "△、▽为按规则去掉的一个最高分和一个最低分，不计入综合得分。",
        Some(lx_domain::rule::TrimPer::Criterion) => "△、▽表示该评分表有按规则去掉的单项最高分、最低分。",
    });
    note.push_str("＊为评分差异提示。各项评分、理由和佐证见本报告所附评分表文件。");
    flow.para(&[span(Face::Serif, note)], Para::NOTE)
}

fn total_cell(standard: &Standard, reviewer: &Fingerprint, sheet: &Sheet) -> Cell {
    let number = &standard.number;
    let hex = reviewer.to_string();
    let what = format!("total/{number}/{}", reviewer.short());
    let assessment = sheet.assessments.iter().find(|a| a.number.as_str() == number).map(|a| &a.verdict);
    let total = standard.totals.iter().find(|t| t.reviewer == hex);
    let text = match (total, assessment) {
        (_, Some(Verdict::Recused { .. })) => "回避".to_owned(),
        (_, Some(Verdict::Abstained { .. })) => "不予评分".to_owned(),
        (Some(total), _) => {
            let points = total.total.as_ref().map_or_else(|| partial(assessment), ToString::to_string);
            let mut sides: Vec<lx_tally::Side> = standard.dropped.iter().filter(|d| d.reviewer == hex).map(|d| d.which).collect();
            sides.sort();
            sides.dedup();
            let marks: String = sides
                .iter()
                .map(|side| if *side == lx_tally::Side::High { "△" } else { "▽" })
                .collect();
            let unusual = if total.outlier { "＊" } else { "" };
            format!("{unusual}{marks}{points}")
        }
        (None, _) => "回避".to_owned(),
    };
    val(text, what)
}

/// A sheet without a total: some criterion is missing or does not apply.
fn partial(verdict: Option<&Verdict>) -> String {
    let not_applicable =
        matches!(verdict, Some(Verdict::Scored { criteria, .. }) if criteria.iter().any(|c| c.mark == Mark::NotApplicable));
    if not_applicable {
        "含不适用项".to_owned()
    } else {
        "缺项".to_owned()
    }
}
