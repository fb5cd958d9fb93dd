//! Amounts, counts and periods in running text, with the words that say what they are of.

use unicode_normalization::UnicodeNormalization;

/// A quantity and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quantity {
    /// What it is of: `单日交易金额`, `家机构客户`, `试点周期`.
    pub(crate) key: String,
    /// In yuan, months or pieces, times 10,000.
    pub(crate) value: u128,
    /// As written.
    pub(crate) written: String,
}

/// Words between a key and its number that change neither.
const FILLERS: [&str; 22] = [
    "不超过",
    "不高于",
    "不低于",
    "不少于",
    "最高",
    "最多",
    "至少",
    "上限",
    "限定",
    "限额",
    "人民币",
    "约",
    "共计",
    "共",
    "合计",
    "总计",
    "达到",
    "达",
    "为",
    "是",
    ":",
    "拟",
];

/// What each institution has of its own: two papers may speak of two of them.
const OF_AN_INSTITUTION: [&str; 9] = [
    "注册资本",
    "实缴资本",
    "净资本",
    "净资产",
    "总资产",
    "营业收入",
    "净利润",
    "研发投入",
    "管理规模",
];

/// The quantities of one text (without white space).
pub(crate) fn quantities(text: &str) -> Vec<Quantity> {
    let chars: Vec<char> = text.nfkc().filter(|c| !c.is_whitespace()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some((value, used)) = number_at(&chars, at) else {
            at += 1;
            continue;
        };
        let after: String = chars.iter().skip(at + used).take(8).collect();
        let before: String = chars.get(at.saturating_sub(24)..at).unwrap_or_default().iter().collect();
        let written: String = chars.iter().skip(at).take(used).collect();
        found.extend(named(value, &written, &before, &after));
        at += used;
    }
    found
}

fn named(value: u128, written: &str, before: &str, after: &str) -> Option<Quantity> {
    let money = [
        ("万亿元", 1_000_000_000_000),
        ("亿元", 100_000_000),
        ("万元", 10_000),
        ("千元", 1_000),
        ("元", 1),
    ];
    if let Some((unit, times)) = money.into_iter().find(|(unit, _)| after.starts_with(unit)) {
        let key = key_before(before)?;
        return Some(Quantity {
            key,
            value: value.saturating_mul(times),
            written: format!("{written}{unit}"),
        });
    }
    let months = [("个月", 1), ("年", 12)];
    let period = ["试点周期", "试点期限", "试点期", "项目周期", "实施周期"]
        .into_iter()
        .find(|p| strip(before).ends_with(p));
    // 2026年 is a year, no period.
    let period = period.filter(|_| value < 1_000 * 10_000);
    if let (Some(_), Some((unit, times))) = (period, months.into_iter().find(|(unit, _)| after.starts_with(unit))) {
        return Some(Quantity {
            key: "试点周期".to_owned(),
            value: value.saturating_mul(times),
            written: format!("{written}{unit}"),
        });
    }
    for unit in ["家", "户", "名", "人"] {
        if let Some(rest) = after.strip_prefix(unit) {
            let noun: String = rest.chars().take_while(|c| is_hanzi(*c)).take(4).collect();
            let noun = ["机构客户", "机构投资者", "投资者", "客户", "机构", "企业", "用户"]
                .into_iter()
                .find(|n| noun.starts_with(n))?;
            let bounded = ["不超过", "限定为", "上限", "最多", "不高于"].iter().any(|w| before.ends_with(w));
            return bounded.then(|| Quantity {
                key: format!("{unit}{noun}"),
                value,
                written: format!("{written}{unit}{noun}"),
            });
        }
    }
    None
}

/// The noun before the number: at least four hanzi after the last punctuation.
fn key_before(before: &str) -> Option<String> {
    let stripped = strip(before);
    let tail: Vec<char> = stripped.chars().rev().take_while(|c| is_hanzi(*c)).take(12).collect();
    let key: String = tail.into_iter().rev().collect();
    let start = ["设立", "其中", "预计", "每年", "并设", "按照"]
        .iter()
        .filter_map(|w| key.rfind(w).map(|at| at + w.len()))
        .max()
        .unwrap_or(0);
    let key = key.get(start..)?.to_owned();
    (key.chars().count() >= 4 && !OF_AN_INSTITUTION.iter().any(|what| key.contains(what))).then_some(key)
}

pub(super) fn strip(before: &str) -> &str {
    let mut text = before;
    while let Some(shorter) = FILLERS.iter().find_map(|f| text.strip_suffix(f)) {
        text = shorter;
    }
    text
}

fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

/// A number at a place, times 10,000, and how many characters it takes: `1,200.5`, `12`, `三百五十`, `3百`.
pub(super) fn number_at(chars: &[char], at: usize) -> Option<(u128, usize)> {
    let first = *chars.get(at)?;
    if first.is_ascii_digit() {
        return arabic(chars.get(at..)?);
    }
    hanzi_number(chars.get(at..)?)
}

fn arabic(chars: &[char]) -> Option<(u128, usize)> {
    let digits: String = chars
        .iter()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .take(20)
        .collect();
    let digits = digits.trim_end_matches([',', '.']);
    let plain = digits.replace(',', "");
    let (whole, part) = plain.split_once('.').unwrap_or((plain.as_str(), ""));
    let part: String = part.chars().chain("0000".chars()).take(4).collect();
    let value = whole.parse::<u128>().ok()?.checked_mul(10_000)?.checked_add(part.parse().ok()?)?;
    Some((value, digits.chars().count()))
}

fn hanzi_number(chars: &[char]) -> Option<(u128, usize)> {
    let run: Vec<char> = chars
        .iter()
        .copied()
        .take_while(|c| digit(*c).is_some() || small_unit(*c).is_some())
        .take(12)
        .collect();
    if !run.iter().any(|c| digit(*c).is_some() || matches!(c, '十' | '拾')) {
        return None;
    }
    let (mut total, mut current, mut seen) = (0_u128, None, false);
    for c in &run {
        if let Some(d) = digit(*c) {
            current = Some(current.map_or(d, |before: u128| before * 10 + d));
        } else if let Some(unit) = small_unit(*c) {
            total += current.take().unwrap_or(1) * unit;
            seen = true;
        }
    }
    let value = total + current.unwrap_or(0);
    (seen || !run.is_empty()).then_some((value.saturating_mul(10_000), run.len()))
}

fn digit(c: char) -> Option<u128> {
    "零一二三四五六七八九"
        .chars()
        .position(|d| d == c)
        .or_else(|| "零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == c))
        .or(match c {
            '〇' => Some(0),
            '两' => Some(2),
            _ => None,
        })
        .and_then(|d| u128::try_from(d).ok())
}

fn small_unit(c: char) -> Option<u128> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::quantities;

    fn of(text: &str) -> Vec<(String, u128)> {
        quantities(text).into_iter().map(|q| (q.key, q.value / 10_000)).collect()
    }

    #[test]
    fn quantities_are_the_same_however_they_are_written() {
        assert_eq!(of("单日交易金额不超过人民币五百万元"), [("单日交易金额".into(), 5_000_000)]);
        assert_eq!(of("单日交易金额不超过人民币500万元"), [("单日交易金额".into(), 5_000_000)]);
        assert_eq!(of("单日交易金额：5,000,000元"), [("单日交易金额".into(), 5_000_000)]);
        assert_eq!(of("设立风险补偿专项资金人民币二百万元"), [("风险补偿专项资金".into(), 2_000_000)]);
        assert_eq!(of("试点周期为十二个月"), [("试点周期".into(), 12)]);
        assert_eq!(of("试点周期 1 年"), [("试点周期".into(), 12)]);
        assert_eq!(of("不超过三百家机构客户"), [("家机构客户".into(), 300)]);
        assert_eq!(of("风险补偿专项资金人民币叁佰万元整"), [("风险补偿专项资金".into(), 3_000_000)]);
        assert_eq!(of("公司注册资本人民币5亿元，上年研发投入3000万元"), [], "of this institution");
        assert_eq!(of("连续运行六个月，日均处理请求约十二万笔"), []);
    }

    proptest::proptest! {
        #[test]
        fn quantities_never_panic(text: String) {
            let _ = quantities(&text);
        }
    }
}
