//! Dates and periods, however they are written.

use crate::{classify::squeeze, script::simplified};

/// Months in a year.
const YEAR: u32 = 12;

/// Hanzi for digits as digits: 二〇二五年十二月三十一日.
pub(crate) fn digits_of(text: &str) -> String {
    let digit = |c: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|d| d == if matches!(c, '零' | '○' | 'O') { '〇' } else { c })
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let near = |offset: isize| {
            at.checked_add_signed(offset)
                .and_then(|i| chars.get(i))
                .is_some_and(|c| digit(*c).is_some())
        };
        match digit(*c) {
            Some(d) if *c != 'O' || near(-1) => out.push_str(&d.to_string()),
            // 十 is 10, 十二 is 12, 三十 is 30, 三十一 is 31.
            None if *c == '十' => out.push_str(match (near(-1), near(1)) {
                (false, false) => "10",
                (false, true) => "1",
                (true, false) => "0",
                (true, true) => "",
            }),
            _ => out.push(*c),
        }
    }
    out
}

/// The dates of a text, each with where it begins and ends; the last day of a month that is named without one.
pub(crate) fn dates(text: &str) -> Vec<(usize, usize, u32)> {
    let mut numbers: Vec<(usize, usize, u32)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                numbers.extend(text.get(from..at).and_then(|d| d.parse().ok()).map(|n| (from, at, n)));
                start = None;
            }
            _ => {}
        }
    }
    let close = |end: usize, next: usize| text.get(end..next).is_some_and(|gap| gap.chars().count() <= 2);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((from, end, year)) = numbers.get(at).copied() {
        let month = numbers.get(at + 1).filter(|(f, _, m)| close(end, *f) && (1..=12).contains(m));
        let (true, Some((_, month_end, month))) = ((1990..2200).contains(&year), month) else {
            at += 1;
            continue;
        };
        let day = numbers
            .get(at + 2)
            .filter(|(f, _, d)| close(*month_end, *f) && (1..=31).contains(d));
        let (end, day, used) = day.map_or((*month_end, 31, 2), |(_, end, day)| (*end, *day, 3));
        found.push((from, end, year * 10_000 + month * 100 + day));
        at += used;
    }
    found
}

/// The day that a text names, if it names one and no other: 二〇二六年三月一日 is 20260301.
pub(crate) fn day(text: &str) -> Option<u32> {
    match dates(&digits_of(&squeeze(text))).as_slice() {
        [(_, _, day)] => Some(*day),
        _ => None,
    }
}

/// Whether there is such a day, written as 20260301: 2026年2月30日 is a slip.
pub(crate) fn is_in_calendar(day: u32) -> bool {
    let year = i32::try_from(day / 10_000).unwrap_or(i32::MAX);
    chrono::NaiveDate::from_ymd_opt(year, day / 100 % 100, day % 100).is_some()
}

/// How many months a text speaks of: `一年半`, `18个月`, `2026年1月至2027年6月`. Absent where it names several periods, or none.
pub(crate) fn months(text: &str) -> Option<u32> {
    let text = digits_of(&simplified(&squeeze(text)).replace('两', "2"));
    let chars: Vec<char> = text.chars().collect();
    let dated = dates(&text);
    let mut said = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let digits: String = chars.iter().skip(at).take_while(|c| c.is_ascii_digit()).take(9).collect();
        let Some(number) = digits.parse::<u32>().ok().filter(|n| *n < 1000) else {
            at += digits.len().max(1);
            continue;
        };
        let before = at.checked_sub(1).and_then(|i| chars.get(i));
        at += digits.len();
        let after: String = chars.iter().skip(at).take(3).collect();
        // Of a date, or a bound of `6至12个月`, of which nobody knows which one counts.
        if before.is_some_and(|c| matches!(c, '年' | '.' | '-' | '/' | '月')) {
            continue;
        }
        if after.starts_with(['至', '到', '-', '~', '—', '–']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        if after.starts_with("个月") {
            said.push(number);
        } else if after.starts_with("年半") {
            said.push(number.checked_mul(YEAR)?.checked_add(YEAR / 2)?);
        } else if after.starts_with('年') && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit()) {
            said.push(number.checked_mul(YEAR)?);
        } else if after.starts_with('月') && dated.is_empty() {
            said.push(number);
        }
    }
    if text.contains("半年") && !text.contains("年半") {
        said.push(YEAR / 2);
    }
    if let [first, last] = dated.as_slice() {
        said.push(between(first.2, last.2)?);
    }
    said.dedup();
    match said.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Months from one day to another, both included; a day that is not named is the first or the last of its month.
fn between(first: u32, last: u32) -> Option<u32> {
    let parts = |day: u32| (day / 10_000, day / 100 % 100, day % 100);
    let ((year, month, day), (last_year, last_month, last_day)) = (parts(first), parts(last));
    let day = if day == 31 { 1 } else { day };
    let whole = (last_year * YEAR + last_month).checked_sub(year * YEAR + month)?;
    Some(whole + u32::from(last_day.saturating_sub(day) >= 27))
}

/// Whether a text says anything of a period at all: one day alone is none.
pub(crate) fn says_period(text: &str) -> bool {
    let counts = text.chars().any(|c| c.is_numeric() || "一二三四五六七八九十两半".contains(c));
    counts && (day(text).is_none() || months(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::{day, months};

    #[test]
    fn one_period_is_the_same_however_it_is_written() {
        let cases = [
            ("12个月", Some(12)),
            ("十二个月", Some(12)),
            ("12 個月", Some(12)),
            ("12月", Some(12)),
            ("一年", Some(12)),
            ("两年", Some(24)),
            ("一年半", Some(18)),
            ("半年", Some(6)),
            ("二十四个月", Some(24)),
            ("12个月（一年）", Some(12)),
            ("2026年1月至2027年6月", Some(18)),
            ("自2026年7月1日至2027年6月30日", Some(12)),
            ("2026.7.1-2027.6.30", Some(12)),
            ("12个月（2026年7月—2027年6月）", Some(12)),
            ("本项目试点周期为12个月，自启动之日起计算", Some(12)),
            ("18个月，其中筹备期3个月", None),
            ("6至12个月", None),
            ("2026年7月至9月", None),
            ("自批准之日起", None),
            ("2026年", None),
        ];
        for (text, expected) in cases {
            assert_eq!(months(text), expected, "{text}");
        }
    }

    #[test]
    fn one_day_is_the_same_however_it_is_written() {
        for text in [
            "2026年3月1日",
            "二〇二六年三月一日",
            "2026-03-01",
            "2026.3.1",
            "2026/3/1",
            "２０２６年３月１日",
        ] {
            assert_eq!(day(text), Some(20_260_301), "{text}");
        }
        assert_eq!(day("2026年3月1日至2026年5月1日"), None);
    }

    proptest::proptest! {
        #[test]
        fn periods_never_panic(text: String) {
            let _ = (months(&text), day(&text));
        }
    }
}
