//! Periods that end before they begin, and dates that cannot be.

use lx_domain::{Candidate, FieldId, Finding};

use super::day_of;
use crate::{
    classify::squeeze,
    fields::{Reading, form_item, in_form},
    paper::Paper,
    remark::{Remark, warning},
    script::simplified,
    terms::Terms,
    when::{self, dates, digits_of},
};

/// Characters between the two ends of a period.
const GAP: usize = 4;
/// Months by which a stated length may differ from that of its dates: people count the last one or not.
const LEEWAY: u32 = 1;
/// What the file of a cover is called.
const COVER: &str = "封面";
/// What `dates` gives for the day of a month without one.
const NO_DAY: u32 = 31;

pub(super) fn of(papers: &[Paper<'_>], reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = period(reading).into_iter().collect();
    let own = dates_of_form(papers, reading, terms);
    found.extend(own.iter().find_map(|(day, at)| impossible(*day, at, terms)));
    found.extend(differing(&own));
    found
}

/// A period whose ends contradict each other, or the length that is stated beside them.
fn period(reading: &Reading) -> Option<Finding> {
    let candidates = &reading.field(FieldId::Period)?.candidates;
    candidates.iter().find_map(|at| {
        let fault = fault_of(&at.value)?;
        Some(warning(fault).arg("value", own_sentence(&at.value)).from(&at.source).done())
    })
}

fn own_sentence(value: &str) -> &str {
    value.split('。').next().unwrap_or(value).trim()
}

fn fault_of(value: &str) -> Option<&'static str> {
    let text = digits_of(&simplified(&squeeze(own_sentence(value))));
    let ends = dates(&text);
    let [(from, until, first), (again, end, last)] = ends.as_slice() else {
        return None;
    };
    let gap = text.get(*until..*again)?.trim_start_matches('日');
    if gap.chars().count() > GAP || !gap.contains(['至', '到', '-', '—', '–', '~']) {
        return None;
    }
    if is_before(*last, *first) {
        return Some("period_reversed");
    }
    let span = when::months(text.get(*from..*end)?)?;
    let rest = format!("{}。{}", text.get(..*from)?, text.get(*end..)?.trim_start_matches(['日', '月']));
    let stated = when::months(&rest)?;
    (stated.abs_diff(span) > LEEWAY).then_some("period_inconsistent")
}

/// Whether one day is before another, as far as both say.
fn is_before(one: u32, other: u32) -> bool {
    let month = (one / 100).cmp(&(other / 100));
    month.is_lt() || (month.is_eq() && other % 100 != NO_DAY && one < other)
}

/// The dates that the form and its cover say, each with the place.
fn dates_of_form<'r>(papers: &[Paper<'_>], reading: &'r Reading, terms: &Terms<'_>) -> Vec<(u32, &'r Candidate)> {
    let form = form_item(terms);
    let is_own = |document: &str| document.contains(COVER) || in_form(papers, document, form);
    let candidates = reading.field(FieldId::Date).map(|f| f.candidates.as_slice()).unwrap_or_default();
    let own = candidates.iter().filter(|c| is_own(&c.source.document));
    own.filter_map(|c| Some((when::day(&c.value)?, c))).collect()
}

/// A day that no calendar has, or that has not come yet.
fn impossible(day: u32, at: &Candidate, terms: &Terms<'_>) -> Option<Finding> {
    let said = |code: &str| -> Remark { warning(code).arg("value", &at.value).from(&at.source) };
    if !when::is_in_calendar(day) && !is_without_day(&at.value) {
        return Some(said("date_impossible").done());
    }
    (day / 100 > day_of(terms.at) / 100 || (day > day_of(terms.at) && !is_without_day(&at.value))).then(|| said("date_in_future").done())
}

/// Whether a value names a month only.
fn is_without_day(value: &str) -> bool {
    let text = digits_of(&simplified(&squeeze(value)));
    let behind = dates(&text)
        .first()
        .and_then(|(_, end, _)| text.get(..*end))
        .unwrap_or_default()
        .to_owned();
    !behind.ends_with(&NO_DAY.to_string())
}

/// Two days of one application; the month alone agrees with each of its days.
fn differing(own: &[(u32, &Candidate)]) -> Option<Finding> {
    let (first, at) = own.first()?;
    let same = |day: u32| day == *first || (day / 100 == first / 100 && [day, *first].iter().any(|d| d % 100 == NO_DAY));
    // Two forms are two versions, or of two projects.
    let of_one = |document: &str| document == at.source.document || [document, &at.source.document].iter().any(|d| d.contains(COVER));
    let (_, other) = own.iter().find(|(day, c)| !same(*day) && of_one(&c.source.document))?;
    let said = warning("contradiction_date").arg("first", &at.value).arg("second", &other.value);
    Some(said.from(&at.source).from(&other.source).done())
}

#[cfg(test)]
mod tests {
    use super::fault_of;
    use crate::when::is_in_calendar;

    #[test]
    fn a_period_that_contradicts_itself_is_said() {
        for (value, fault) in [
            ("2024年5月至2023年6月", Some("period_reversed")),
            ("2024年5月至2023年6月。分三个阶段推进", Some("period_reversed")),
            ("12个月（2023年7月1日至2025年6月30日）", Some("period_inconsistent")),
            ("2023年7月1日至2025年6月30日，共12个月", Some("period_inconsistent")),
            ("12个月（2023年7月1日至2024年6月30日）", None),
            ("12个月（2023年7月至2024年7月）", None),
            ("2023年7月至2024年6月", None),
            ("12个月", None),
            ("2024年5月立项，2023年6月调研", None),
        ] {
            assert_eq!(fault_of(value), fault, "{value}");
        }
    }

    #[test]
    fn days_of_the_calendar() {
        assert!(is_in_calendar(20_240_229) && !is_in_calendar(20_230_229) && !is_in_calendar(20_230_431));
    }
}
