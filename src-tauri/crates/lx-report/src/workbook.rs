//! The spreadsheet beside the report: formulas that reckon the totals again, with the values they gave.

mod again;
mod page;

use lx_domain::{Mark, Opinion, Verdict};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use self::{
    again::reckoned_again,
    page::{Formats, Page, heads, letters},
};
use crate::{error::ReportError, facts::Facts, words};

/// Makes the book.
///
/// # Errors
/// [`ReportError::Workbook`].
pub(crate) fn workbook(facts: &Facts) -> Result<Vec<u8>, ReportError> {
    build(facts).map_err(|error| ReportError::Workbook(error.to_string()))
}

fn build(facts: &Facts) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(facts.batch.profile.rule.rounding.decimals);
    let mut book = Workbook::new();
    let title = format!("{}（{}）", facts.batch.profile.report.title, facts.batch.name);
    let mut properties = rust_xlsxwriter::DocProperties::new()
        .set_title(&title)
        .set_author(&facts.batch.profile.report.organiser);
    if let Ok(at) = rust_xlsxwriter::ExcelDateTime::from_timestamp(facts.decision.at.0.div_euclid(1000)) {
        properties = properties.set_creation_datetime(&at);
    }
    book.set_properties(&properties);
    let standing_rows = standing(book.add_worksheet(), &formats, facts)?;
    sheets(book.add_worksheet(), &formats, facts)?;
    screening(book.add_worksheet(), &formats, facts)?;
    opinions(book.add_worksheet(), &formats, facts)?;
    checks(book.add_worksheet(), &formats, facts, standing_rows)?;
    book.save_to_buffer()
}

fn standing(sheet: &mut Worksheet, formats: &Formats, facts: &Facts) -> Result<u32, XlsxError> {
    let profile = &facts.batch.profile;
    let mut columns = heads(&[("名次", 7.0), ("编号", 15.0), ("项目名称", 44.0), ("办理方式", 11.0)]);
    columns.extend(profile.rubric.iter().map(|c| (c.name.clone(), 13.0)));
    columns.extend(heads(&[
        ("综合得分", 12.0),
        ("按平均值复算", 14.0),
        ("复算差", 10.0),
        ("保留评分表", 11.0),
        ("有效评分表", 11.0),
        ("回避", 8.0),
        ("不予评分", 10.0),
        ("缺失", 8.0),
    ]));
    let mut page = Page::begin(sheet, formats, "评分汇总", &columns)?;
    let first = 4_u16;
    for line in &facts.outcome.standing.applications {
        page.next();
        page.centre(0, &line.rank.map_or_else(|| "—".to_owned(), |r| r.to_string()))?;
        page.centre(1, &line.number)?;
        let application = facts.batch.applications.iter().find(|a| a.number().as_str() == line.number);
        page.text(2, application.map_or("", |a| a.dossier.title.as_str()))?;
        page.centre(3, words::track(line.track))?;
        let mut column = first;
        let mut terms = Vec::new();
        for criterion in &profile.rubric {
            let mean = line
                .criteria
                .get(&criterion.id)
                .and_then(Option::as_ref)
                .map_or_else(|| "—".to_owned(), ToString::to_string);
            page.number(column, &mean, true)?;
            let weight = profile
                .rule
                .criteria
                .iter()
                .find(|c| c.id == criterion.id)
                .map_or(1.0, |c| weight(c.weight));
            terms.push(format!("{}{}*{weight}", letters(column), page.row + 1));
            column += 1;
        }
        let score = line.score.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
        page.number(column, &score, true)?;
        let again = line.score.as_ref().and_then(|_| reckoned_again(line, profile));
        if let Some((again, difference)) = again {
            // From the printed means, which are rounded themselves: the last place may differ from the exact score.
            let decimals = profile.rule.rounding.decimals;
            let row = page.row + 1;
            page.formula(column + 1, &format!("=ROUND({},{decimals})", terms.join("+")), &again, true)?;
            let formula = format!("=ROUND(ABS({}{row}-{}{row}),{decimals})", letters(column), letters(column + 1));
            page.formula(column + 2, &formula, &difference, true)?;
        } else {
            page.centre(column + 1, "—")?;
            page.centre(column + 2, "—")?;
        }
        for (at, count) in (column + 3..).zip([line.kept, line.sheets, line.recused, line.abstained, line.missing]) {
            page.sheet.write_number_with_format(page.row, at, count, &formats.centre)?;
        }
    }
    Ok(page.row)
}

#[allow(
    clippy::float_arithmetic,
    reason = "only for the spreadsheet's own formula, which counts in floats anyway"
)]
fn weight(weight: lx_domain::rule::Decimal) -> f64 {
    let units = i32::try_from(weight.units).map_or(1.0, f64::from);
    units / 10_f64.powi(i32::from(weight.scale))
}

fn sheets(sheet: &mut Worksheet, formats: &Formats, facts: &Facts) -> Result<(), XlsxError> {
    let profile = &facts.batch.profile;
    let mut columns = heads(&[
        ("编号", 15.0),
        ("评审专家", 14.0),
        ("轮次", 8.0),
        ("评分表校验码", 14.0),
        ("是否计入", 10.0),
    ]);
    columns.extend(profile.rubric.iter().map(|c| (c.name.clone(), 13.0)));
    columns.extend(heads(&[("分值合计", 11.0), ("情形", 12.0), ("意见", 60.0)]));
    let mut page = Page::begin(sheet, formats, "逐人评分", &columns)?;
    let everyone = facts.everyone();
    let mut all: Vec<_> = facts.sheets.iter().collect();
    all.sort_by_key(|(digest, sheet)| {
        (
            everyone.iter().position(|m| m.fingerprint == sheet.reviewer),
            sheet.sealed_at,
            *digest,
        )
    });
    for application in facts.batch.scored() {
        for (digest, scored) in &all {
            let Some(assessment) = scored.assessment(application.number()) else {
                continue;
            };
            page.next();
            page.centre(0, application.number().as_str())?;
            page.centre(1, &facts.name(&scored.reviewer))?;
            page.centre(2, &scored.round.to_string())?;
            page.centre(3, &digest.short())?;
            page.centre(
                4,
                if facts.outcome.counted.contains(digest) {
                    "计入"
                } else {
                    "不计入"
                },
            )?;
            assessed(&mut page, facts, &assessment.verdict)?;
        }
    }
    Ok(())
}

fn assessed(page: &mut Page<'_>, facts: &Facts, verdict: &Verdict) -> Result<(), XlsxError> {
    let rubric = &facts.batch.profile.rubric;
    let first = 5_u16;
    let last = u16::try_from(rubric.len()).unwrap_or(0) + first;
    let (state, said) = match verdict {
        Verdict::Scored { criteria, comment, .. } => {
            let mut sum = Some(0);
            for (column, criterion) in (first..).zip(rubric) {
                match criteria.iter().find(|c| c.id == criterion.id).map(|c| c.mark) {
                    Some(Mark::Points(points)) => {
                        sum = sum.map(|s| s + points.0);
                        page.number(column, &points.to_string(), false)?;
                    }
                    Some(Mark::NotApplicable) => {
                        sum = None;
                        page.centre(column, "不适用")?;
                    }
                    None => {
                        sum = None;
                        page.centre(column, "")?;
                    }
                }
            }
            match sum {
                Some(sum) => {
                    let (from, to, row) = (letters(first), letters(last - 1), page.row + 1);
                    page.formula(
                        last,
                        &format!("=SUM({from}{row}:{to}{row})"),
                        &lx_domain::Hundredths(sum).to_string(),
                        false,
                    )?;
                }
                None => page.centre(last, "—")?,
            }
            ("评分", comment.clone())
        }
        Verdict::Recused { ground, reason } => (
            "回避",
            format!(
                "{}　{reason}",
                facts
                    .batch
                    .profile
                    .recusal_grounds
                    .iter()
                    .find(|g| g.id == *ground)
                    .map_or(ground.as_str(), |g| g.name.as_str())
            ),
        ),
        Verdict::Abstained { reason } => ("不予评分", reason.clone()),
    };
    if !matches!(verdict, Verdict::Scored { .. }) {
        for column in first..=last {
            page.centre(column, "")?;
        }
    }
    page.centre(last + 1, state)?;
    page.text(last + 2, said.trim())
}

fn screening(sheet: &mut Worksheet, formats: &Formats, facts: &Facts) -> Result<(), XlsxError> {
    let checklist = &facts.batch.profile.checklist;
    let mut columns = heads(&[
        ("编号", 15.0),
        ("项目名称", 44.0),
        ("牵头单位", 30.0),
        ("办理方式", 11.0),
        ("审核结论", 16.0),
        ("理由", 40.0),
    ]);
    columns.extend(checklist.iter().map(|item| (item.name.clone(), 16.0)));
    let mut page = Page::begin(sheet, formats, "材料审核", &columns)?;
    for application in &facts.batch.applications {
        page.next();
        page.centre(0, application.number().as_str())?;
        page.text(1, &application.dossier.title)?;
        page.text(2, application.dossier.lead().map_or("", |l| l.name.as_str()))?;
        page.centre(3, words::track(application.dossier.track))?;
        page.centre(4, words::outcome(application.admission.outcome))?;
        page.text(5, &application.admission.reason)?;
        for (column, item) in (6_u16..).zip(checklist) {
            let said = application.admission.items.get(&item.id).map_or_else(String::new, |verdict| {
                let state = words::item_state(verdict.state);
                if verdict.reason.is_empty() {
                    state.to_owned()
                } else {
                    format!("{state}：{}", verdict.reason)
                }
            });
            page.text(column, &said)?;
        }
    }
    Ok(())
}

fn opinions(sheet: &mut Worksheet, formats: &Formats, facts: &Facts) -> Result<(), XlsxError> {
    let columns = heads(&[
        ("编号", 15.0),
        ("项目名称", 44.0),
        ("综合得分", 12.0),
        ("名次", 8.0),
        ("遴选意见", 32.0),
        ("理由", 60.0),
        ("产业导向考虑", 50.0),
    ]);
    let mut page = Page::begin(sheet, formats, "遴选意见", &columns)?;
    let mut entries: Vec<_> = facts.decision.entries.iter().collect();
    entries.sort_by_key(|e| {
        let opinion = match e.opinion {
            Opinion::Recommend => 0,
            Opinion::Later => 1,
            Opinion::Ineligible => 2,
        };
        (
            opinion,
            facts
                .outcome
                .standing
                .application(e.number.as_str())
                .and_then(|s| s.rank)
                .unwrap_or(u32::MAX),
            e.number.clone(),
        )
    });
    for entry in entries {
        page.next();
        let line = facts.outcome.standing.application(entry.number.as_str());
        page.centre(0, entry.number.as_str())?;
        page.text(1, facts.batch.application(&entry.number).map_or("", |a| a.dossier.title.as_str()))?;
        page.number(
            2,
            &line
                .and_then(|l| l.score.as_ref())
                .map_or_else(|| "—".to_owned(), ToString::to_string),
            true,
        )?;
        page.centre(3, &line.and_then(|l| l.rank).map_or_else(|| "—".to_owned(), |r| r.to_string()))?;
        page.text(4, words::opinion(entry.opinion))?;
        page.text(5, &entry.reason)?;
        page.text(6, &entry.industry)?;
    }
    Ok(())
}

fn checks(sheet: &mut Worksheet, formats: &Formats, facts: &Facts, rows: u32) -> Result<(), XlsxError> {
    let columns = heads(&[("对象", 24.0), ("校验码", 16.0), ("SHA-256", 70.0)]);
    let mut page = Page::begin(sheet, formats, "校验", &columns)?;
    let all = [
        ("本报告", facts.digest),
        ("批次文件", facts.batch_digest),
        ("评审方案", facts.batch.rubric_digest),
        ("评分汇总", facts.standing_digest),
        ("遴选意见", facts.decision_digest),
    ];
    for (name, digest) in all {
        page.next();
        page.text(0, name)?;
        page.centre(1, &digest.short())?;
        page.text(2, &digest.to_string())?;
    }
    let difference = letters(4 + u16::try_from(facts.batch.profile.rubric.len()).unwrap_or(0) + 2);
    let all = facts
        .outcome
        .standing
        .applications
        .iter()
        .filter_map(|line| reckoned_again(line, &facts.batch.profile));
    let most = all.map(|(_, difference)| difference).max().unwrap_or_else(|| "0".to_owned());
    page.next();
    page.text(0, "得分与复算最大差")?;
    let formula = format!("=MAX('评分汇总'!{difference}2:{difference}{})", rows + 1);
    page.formula(1, &formula, &most, true)?;
    page.text(2, "按印出的平均值复算；平均值本身已舍入，末位可能有差。准确值由精确分数计算。")
}
