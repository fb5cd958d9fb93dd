//! What a value of each field can be: only such a one is ever certain.

use lx_domain::FieldId;

use super::{
    choice,
    inner::numbered,
    institution::{is_institution, names_of, split_names},
};
use crate::when;

/// Whether a value can be one of its field.
pub(super) fn plausible(id: FieldId, value: &str) -> bool {
    let length = value.chars().count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    match id {
        FieldId::Number => value.parse::<lx_domain::ApplicationNumber>().is_ok() && digits >= 3,
        FieldId::Title => {
            (4..=80).contains(&length)
                && !value.contains('\n')
                && !is_institution(value)
                && !value.ends_with(['。', '；'])
                && !choice::has_marks(value)
        }
        FieldId::Track => super::track_of(value).is_some() && is_track_alone(value),
        FieldId::Lead => (4..=60).contains(&length) && is_institution(value) && names_of(value).sure && split_names(value).len() == 1,
        FieldId::Owner | FieldId::Contact => names_persons(value),
        FieldId::Phone => is_phone(value),
        FieldId::Date => names_month(value) && is_date_alone(value) && is_in_the_calendar(value),
        FieldId::Period => is_period(value),
        FieldId::Joint => names_of(value).sure,
        FieldId::Scale => !choice::has_marks(value) && !is_bare_number(value) && numbered(value),
        // 个人/机构/其他 is what may be chosen from.
        // One character is what was left of more: a cell that was printed too narrow.
        FieldId::Users => length > 1 && !(choice::has_marks(value) || (value.contains('/') && value.contains("其他"))),
        FieldId::Scenario | FieldId::Technology => length > 1 && !choice::has_marks(value),
    }
}

/// Whether an answer on the track says nothing else: 大数据试点示范项目 is a title.
fn is_track_alone(value: &str) -> bool {
    const WORDS: [&str; 12] = [
        "试点辅导",
        "辅导",
        "试点",
        "代收",
        "转报",
        "申请",
        "申报",
        "创新",
        "金融科技",
        "项目",
        "广州",
        "资本市场",
    ];
    let plain = crate::script::simplified(&crate::classify::squeeze(value));
    let rest = WORDS.iter().fold(plain, |rest, word| rest.replace(word, ""));
    rest.chars()
        .all(|c| c.is_ascii() || choice::has_marks(&c.to_string()) || matches!(c, '类' | '型'))
}

/// Whether a date has nothing behind it.
fn is_date_alone(value: &str) -> bool {
    value
        .chars()
        .all(|c| c.is_ascii() || c.is_whitespace() || "年月日号〇○零一二三四五六七八九十廿".contains(c))
}

/// Whether there is such a day: 2026年2月30日 is a slip. What names no day is left alone.
fn is_in_the_calendar(value: &str) -> bool {
    let digits = when::digits_of(value);
    let numbers = digits.split(|c: char| !c.is_ascii_digit()).filter_map(|g| g.parse::<u32>().ok());
    let numbers: Vec<u32> = numbers.collect();
    // A day stands behind a year and a month.
    let wrong = |three: &[u32]| match three {
        [year, month @ 1..=12, day @ 1..=31] if (1900..10_000).contains(year) => {
            *year > LAST_YEAR || !when::is_in_calendar(year * 10_000 + month * 100 + day)
        }
        _ => false,
    };
    !numbers.windows(3).any(wrong)
}

/// No application is of a later year.
const LAST_YEAR: u32 = 2099;

/// Whether a number has no unit: 3000 of what?
fn is_bare_number(value: &str) -> bool {
    value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '))
}

/// Whether a date says at least its year and month, not only the blanks of a form.
fn names_month(value: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    let text = crate::classify::squeeze(value);
    let groups = text.split(|c| !number(c)).filter(|g| !g.is_empty()).count();
    groups >= 2 || text.chars().filter(char::is_ascii_digit).count() >= 6
}

/// Whether a text can name persons: neither a date nor a number, neither a question nor what a form asks of a person.
fn names_persons(value: &str) -> bool {
    const ASKED: [&str; 9] = ["姓名", "职务", "职称", "电话", "手机", "部门", "签字", "签名", "邮箱"];
    let signs = |c: char| c.is_numeric() || matches!(c, ':' | '：' | '@');
    let mut words = value.split(|c: char| c.is_whitespace() || matches!(c, '、' | '/' | '，' | ',' | '及' | '和'));
    (2..=30).contains(&value.chars().count())
        && !value.contains(signs)
        && !is_institution(value)
        && !words.any(|w| ASKED.contains(&w) || ASKED.contains(&w.trim_matches(['（', '）', '(', ')'])))
}

/// Whether a text is a telephone number, if with an extension or a second one.
fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let part = |c: char| c.is_ascii_digit() || c.is_whitespace() || "+-－—()（）/、，,；;转分机".contains(c);
    // An area code has three digits or four with its zero, the number behind it seven or eight.
    let short = value.starts_with('0') && (8..=9).contains(&digits);
    digits >= 7 && !short && value.chars().count() <= 60 && value.chars().all(part)
}

/// Whether a period is one, and not the rule for it: 一般为12个月，最长不超过24个月.
fn is_period(value: &str) -> bool {
    let rule = ["一般", "原则上", "最长", "不超过", "不少于", "不得", "以内"];
    when::says_period(value) && is_in_the_calendar(value) && !is_bare_number(value) && !rule.iter().any(|w| value.contains(w))
}
