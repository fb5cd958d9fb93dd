//! Dates, numbers and set phrases as an official paper writes them.

use chrono::{DateTime, Datelike as _, FixedOffset, Timelike as _};
use lx_domain::{ItemState, Opinion, Outcome, Role, Source, Track, UnixMillis, id::CriterionId, profile::Profile};

use crate::fonts::file_name;

fn in_china(at: UnixMillis) -> Option<DateTime<FixedOffset>> {
    Some(DateTime::from_timestamp_millis(at.0)?.with_timezone(&FixedOffset::east_opt(8 * 3600)?))
}

/// 2026年11月3日, without leading zeros, in China Standard Time.
pub(crate) fn date(at: UnixMillis) -> String {
    in_china(at).map_or_else(String::new, |t| format!("{}年{}月{}日", t.year(), t.month(), t.day()))
}

/// 2026年11月3日9时05分.
pub(crate) fn date_and_time(at: UnixMillis) -> String {
    in_china(at).map_or_else(String::new, |t| format!("{}{}时{:02}分", date(at), t.hour(), t.minute()))
}

/// By when: the day alone where all of it counts, else with the time.
pub(crate) fn until(at: UnixMillis) -> String {
    let whole_day = in_china(at).is_some_and(|t| (t.hour(), t.minute()) == (23, 59));
    if whole_day { date(at) } else { date_and_time(at) }
}

/// `D:20261103090500+08'00'`.
pub(crate) fn pdf_date(at: UnixMillis) -> String {
    in_china(at).map_or_else(
        || "D:19700101000000+08'00'".to_owned(),
        |t| t.format("D:%Y%m%d%H%M%S+08'00'").to_string(),
    )
}

/// `2026-11-03T09:05:00+08:00`.
pub(crate) fn xmp_date(at: UnixMillis) -> String {
    in_china(at).map_or_else(
        || "1970-01-01T00:00:00+08:00".to_owned(),
        |t| t.format("%Y-%m-%dT%H:%M:%S+08:00").to_string(),
    )
}

/// 一, 十, 十一, 二十三 (1 to 99).
pub(crate) fn hanzi_number(number: i64) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: i64| {
        usize::try_from(n % 10)
            .ok()
            .and_then(|n| DIGITS.get(n))
            .copied()
            .unwrap_or_default()
    };
    match number / 10 {
        0 => digit(number).to_owned(),
        1 => format!("十{}", digit(number)),
        tens => format!("{}十{}", digit(tens), digit(number)),
    }
}

/// 试点 …
pub(crate) fn track(track: Track) -> &'static str {
    match track {
        Track::Pilot => "试点",
        Track::Coaching => "试点辅导",
        Track::Forwarded => "代收",
    }
}

/// 建议推荐 …
pub(crate) fn opinion(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Recommend => "建议推荐",
        Opinion::Later => "未纳入本批次（可纳入后续批次）",
        Opinion::Ineligible => "不符合申报条件",
    }
}

/// 材料审核通过 …
pub(crate) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Admit => "材料审核通过",
        Outcome::Supplement => "补充完善",
        Outcome::Reject => "不符合申报条件",
        Outcome::Forward => "代收",
    }
}

/// 齐备 …
pub(crate) fn item_state(state: ItemState) -> &'static str {
    match state {
        ItemState::Present => "齐备",
        ItemState::Missing => "缺失",
        ItemState::Irregular => "不规范",
        ItemState::Na => "不适用",
    }
}

/// 《申报书.docx》第3页、《机构信息.xlsx》Sheet1!B3; empty for no place. Documents by their names, without folders.
pub(crate) fn places(places: &[Source]) -> String {
    let name = |path: &str| file_name(path.rsplit('/').next().unwrap_or(path));
    let mut named: Vec<(String, Vec<&str>)> = Vec::new();
    for place in places {
        let document = name(&place.document);
        match named.iter_mut().find(|(known, _)| *known == document) {
            Some((_, of)) => of.push(&place.place),
            None => named.push((document, vec![&place.place])),
        }
    }
    let one = |(document, mut of): (String, Vec<&str>)| {
        of.retain(|p| !p.is_empty());
        format!("《{document}》{}", of.join("、"))
    };
    named.into_iter().map(one).collect::<Vec<_>>().join("，")
}

/// 评审专家 …
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Secretary => "工作人员",
        Role::Reviewer => "评审专家",
        Role::Chair => "专家组组长",
        Role::Deputy => "副组长",
        Role::Supervisor => "监督人员",
    }
}

/// A criterion's name.
pub(crate) fn criterion(profile: &Profile, id: &CriterionId) -> String {
    profile.criterion(id).map_or_else(|| id.to_string(), |c| c.name.clone())
}
