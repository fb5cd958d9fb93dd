//! 评审标准与方法, in words: what was asked, how it was reckoned, rounded and ordered.

use lx_domain::{
    Rule,
    profile::{Method, Profile},
    rule::{Decimal, RoundingMode, Stage, TrimPer},
};

use super::{TABLE, table, val, words};
use crate::{
    error::ReportError,
    facts::Facts,
    fonts::Face,
    layout::{Align, Column, Flow, Para, span, value},
    words as phrases,
};

pub(super) fn set(flow: &mut Flow<'_>, facts: &Facts) -> Result<(), ReportError> {
    let profile = &facts.batch.profile;
    flow.heading("评审标准与方法")?;
    flow.para(&[span(Face::Kai, "（一）评分标准")], Para::SUBHEADING)?;
    rubric(flow, profile)?;
    flow.para(&[span(Face::Kai, "（二）评分方法")], Para::SUBHEADING)?;
    let method = match profile.method {
        Method::OneRound => "本次评审采用一次评分，专家独立审阅申报材料后逐项打分。",
        Method::TwoRounds => "本次评审采用初评、答辩、终评三个环节，两轮评分均予保存，以终评计分。",
    };
    flow.text(&format!(
        "{method}未评分、不予评分、回避和不适用分别记录，均不按零分处理，也不拉低总分。某项标准没有任何专家评分的，该项目不计算总分。"
    ))?;
    flow.para(
        &[value(
            format!(
                "{}{}{}",
                trim_words(&profile.rule),
                score_words(&profile.rule),
                rounding_words(&profile.rule)
            ),
            "rule/reckoning",
        )],
        Para::BODY,
    )?;
    flow.para(&[value(tie_words(profile), "rule/ties")], Para::BODY)?;
    flow.para(
        &[
            span(Face::Serif, "专家总分与该项目全部总分中位数之差超过满分的"),
            value(format!("{}%", profile.rule.outlier_percent), "rule/outlier_percent"),
            span(Face::Serif, "时作评分差异提示，提示只供专家复核，不改变评分；专家可维持原分。"),
        ],
        Para::BODY,
    )
}

fn decimal(number: Decimal) -> String {
    let digits = format!("{:0>width$}", number.units.unsigned_abs(), width = usize::from(number.scale) + 1);
    let (whole, part) = digits.split_at(digits.len().saturating_sub(usize::from(number.scale)));
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{part}")
    }
}

fn rubric(flow: &mut Flow<'_>, profile: &Profile) -> Result<(), ReportError> {
    let rows = profile.rubric.iter().map(|criterion| {
        let weight = profile
            .rule
            .criteria
            .iter()
            .find(|c| c.id == criterion.id)
            .map_or_else(String::new, |c| decimal(c.weight));
        let guidance: Vec<&str> = criterion.guidance.iter().map(|g| g.name.as_str()).collect();
        let what = format!("rubric/{}", criterion.id);
        let cells = vec![
            words(criterion.name.clone()),
            val(criterion.full_marks.to_string(), format!("{what}/full_marks")),
            val(criterion.step.to_string(), format!("{what}/step")),
            val(weight, format!("{what}/weight")),
            words(guidance.join("；")),
            words(criterion.clause.clone()),
        ];
        (criterion.name.clone(), cells)
    });
    let columns = vec![
        Column::tight("评分标准", Align::Centre),
        Column::tight("满分", Align::Right),
        Column::tight("分值间隔", Align::Right),
        Column::tight("权重", Align::Centre),
        Column::new("评审要点", 42, Align::Left),
        Column::new("依据", 30, Align::Left),
    ];
    table(flow, columns, rows, TABLE)
}

fn trim_words(rule: &Rule) -> String {
    match rule.trim {
        None => "计算时不去掉任何评分。".to_owned(),
        Some(trim) => {
            let over = match trim.per {
                TrimPer::Total => "按各评分表总分，去掉一个最高分和一个最低分的评分表；总分相同的，去掉校验码排序在前的一份",
                TrimPer::Criterion => "按每项评分标准，分别去掉一个最高分和一个最低分",
            };
            format!(
                "有效评分表达到{}份的项目，{over}；不足{}份的，不去掉。",
                trim.min_sheets, trim.min_sheets
            )
        }
    }
}

fn score_words(rule: &Rule) -> &'static str {
    if rule.criteria.iter().all(|c| decimal(c.weight) == "1") {
        "各项标准得分为保留评分的算术平均值，综合得分为各项标准得分之和。"
    } else {
        "各项标准得分为保留评分的算术平均值，综合得分为各项标准得分乘以权重之和。"
    }
}

fn rounding_words(rule: &Rule) -> String {
    let mode = match rule.rounding.mode {
        RoundingMode::HalfUp => "四舍五入",
        RoundingMode::HalfEven => "四舍六入五成双（GB/T 8170）",
    };
    let stages: Vec<&str> = rule
        .rounding
        .after
        .iter()
        .map(|stage| match stage {
            Stage::Criterion => "各项标准平均值",
            Stage::Weighted => "各项标准加权得分",
            Stage::Total => "综合得分",
        })
        .collect();
    let only = if stages.len() == 1 {
        "计算过程采用精确分数，只在最后"
    } else {
        "计算过程采用精确分数，只"
    };
    format!(
        "{only}对{}按{mode}保留{}位小数，其他环节不作舍入。",
        stages.join("、"),
        rule.rounding.decimals
    )
}

fn tie_words(profile: &Profile) -> String {
    if profile.rule.ties.by.is_empty() {
        return "综合得分相同的，由专家组表决确定先后；表决前名次并列。".to_owned();
    }
    let by: Vec<String> = profile.rule.ties.by.iter().map(|id| phrases::criterion(profile, id)).collect();
    format!(
        "综合得分相同的，依次比较{}得分；仍相同的，由专家组表决确定先后，表决前名次并列。",
        by.join("、")
    )
}
