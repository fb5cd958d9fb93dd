//! What papers say in passing of who leads and of which project they are: never certain, but it shows where papers disagree.

use std::collections::BTreeSet;

use lx_domain::{FieldId, Source};

use super::{
    Hit,
    choose::{fold, titles_agree},
    institution::split_names,
    labels::{Label, label},
    rows::Row,
};
use crate::{classify::squeeze, paper::Paper};

/// What stands behind the name of who leads, and before it.
const BEHIND: [&str; 6] = ["作为牵头", "为牵头", "是牵头", "担任牵头", "任牵头", "系牵头"];
const BEFORE: [&str; 8] = [
    "牵头单位为",
    "牵头单位是",
    "牵头机构为",
    "牵头方为",
    "(牵头单位):",
    "(牵头方):",
    "(牵头机构):",
    "(牵头申报单位):",
];
/// How 由甲牵头 goes on where it speaks of this application; 由甲牵头的课题 is another one.
const GOES_ON: [&str; 10] = ["单位", "方", "机构", "申报", "，", ",", "、", "。", ";", "联合"];
/// Between an answer and what it should be.
const CHANGED: [&str; 6] = ["更正为", "变更为", "修改为", "调整为", "应为", "改为"];
/// The shortest title that is looked for in quotation marks, and the longest.
const TITLE: std::ops::RangeInclusive<usize> = 5..=60;

/// Who leads, which project it is and what an answer should be instead, as papers say it in passing; `hits` and `rows` name the
/// applicants and the project of the application form.
pub(super) fn of(papers: &[Paper<'_>], hits: &[Hit], rows: &[Row]) -> Vec<Hit> {
    let stated = hits.iter().filter(|h| matches!(h.id, FieldId::Lead | FieldId::Joint));
    let named = rows.iter().map(|r| r.name().to_owned()).filter(|name| !name.is_empty());
    let names: BTreeSet<String> = stated.flat_map(|h| split_names(&h.value)).chain(named).collect();
    let names: Vec<(String, String)> = names.into_iter().map(|name| (squeeze(&name), name)).collect();
    let own = hits.iter().find(|h| h.id == FieldId::Title && h.sure).map(|h| fold(&h.value));
    let (mut leads, mut titles, mut corrections) = (Vec::new(), Vec::new(), Vec::new());
    for paper in papers {
        let mut quoted = Vec::new();
        for block in &paper.blocks {
            let text = squeeze(&block.text);
            let said = |id: FieldId, value: &str| Hit {
                id,
                value: value.to_owned(),
                source: Source {
                    document: paper.path.to_owned(),
                    place: block.place.clone(),
                },
                sure: false,
            };
            let leading = names.iter().filter(|(squeezed, _)| says_lead(&text, squeezed));
            leads.extend(leading.map(|(_, name)| said(FieldId::Lead, name)));
            quoted.extend(quotations(&text).map(|title| said(FieldId::Title, title)));
            corrections.extend(corrected(&text).map(|(id, value)| said(id, value)));
        }
        titles.extend(own.as_ref().and_then(|own| strange(paper, own, quoted)));
    }
    leads.into_iter().chain(titles).chain(corrections).collect()
}

/// The only project that a paper names in quotation marks, where it never names `own`, that of the application form.
fn strange(paper: &Paper<'_>, own: &str, quoted: Vec<Hit>) -> Option<Hit> {
    let first = quoted.first()?;
    let only = quoted.iter().all(|other| titles_agree(&first.value, &other.value));
    (only && !fold(&paper.text).contains(own)).then(|| quoted.into_iter().next())?
}

/// Fields and what they are said to be now: 联系人由甲变更为乙, 试点周期应为6个月.
fn corrected(text: &str) -> impl Iterator<Item = (FieldId, &str)> {
    let clauses = text.split(['。', ';', '；', ',', '，']);
    let mut before = "";
    clauses.filter_map(move |clause| {
        let changed = CHANGED.iter().filter_map(|word| clause.find(word).map(|at| (at, word))).min();
        let asking = changed.map_or(clause, |(at, _)| clause.get(..at).unwrap_or_default());
        let asked = std::mem::replace(&mut before, asking);
        let (at, word) = changed?;
        let value = clause.get(at + word.len()..)?.trim_matches([':', '“', '”', '"', '《', '》']);
        // 项目负责人填写有误，应为尹示例: the field stands in the clause before.
        let id = field_in(asking).or_else(|| if at == 0 { field_in(asked) } else { None })?;
        (!value.is_empty()).then_some((id, value))
    })
}

/// The field that a clause names with a label that can mean nothing else: the longest such.
fn field_in(clause: &str) -> Option<FieldId> {
    let mut found: Option<(usize, FieldId)> = None;
    for (at, _) in clause.char_indices() {
        let rest = clause.get(at..).unwrap_or_default();
        let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).skip(2).take(10);
        for end in ends {
            if let Some(Label::Field(id, true)) = rest.get(..end).and_then(label)
                && found.is_none_or(|(length, _)| end >= length)
            {
                found = Some((end, id));
            }
        }
    }
    found.map(|(_, id)| id)
}

/// Whether a paper is about what was wrong in another one.
pub(super) fn corrects(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    ["更正", "勘误", "变更", "订正"].iter().any(|word| name.contains(word))
}

/// Titles of projects in a text: “甲”项目.
fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.split(['“', '《']).skip(1).filter_map(|from| {
        let (title, behind) = from.split_once(['”', '》'])?;
        (behind.starts_with("项目") && TITLE.contains(&title.chars().count())).then_some(title)
    })
}

fn says_lead(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, behind) = (text.get(..at).unwrap_or_default(), text.get(at + name.len()..).unwrap_or_default());
        let goes_on = |behind: &str| behind.is_empty() || GOES_ON.iter().any(|word| behind.starts_with(word));
        BEFORE.iter().any(|word| before.ends_with(word))
            || BEHIND.iter().any(|word| behind.strip_prefix(word).is_some_and(goes_on))
            || (before.ends_with('由') && behind.strip_prefix("牵头").is_some_and(goes_on))
    })
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::{corrected, quotations, says_lead};
    use crate::classify::squeeze;

    #[test]
    fn who_leads_is_told_and_who_led_something_else_is_not() {
        let name = "甲示例期货有限公司";
        for text in [
            "现由甲示例期货有限公司牵头，联合乙示例证券有限公司申报。",
            "一、由甲示例期货有限公司作为牵头单位，统筹申报工作。",
            "甲方（牵头单位）：甲示例期货有限公司",
            "本项目牵头单位为甲示例期货有限公司。",
        ] {
            assert!(says_lead(&squeeze(text), name), "{text}");
        }
        for text in [
            "由甲示例期货有限公司牵头的省级课题",
            "由甲示例期货有限公司牵头研发的平台",
            "甲示例期货有限公司不作为牵头单位",
            "由乙示例证券有限公司牵头，甲示例期货有限公司参与",
            "甲示例期货有限公司作为牵头人参与的其他事项",
        ] {
            assert!(!says_lead(&squeeze(text), name), "{text}");
        }
    }

    #[test]
    fn corrections_name_the_field_and_what_it_is_now() {
        let of = |text: &str| {
            corrected(&squeeze(text))
                .map(|(id, value)| (id, value.to_owned()))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("联系人由梅示例变更为苏示例"), [(FieldId::Contact, "苏示例".to_owned())]);
        assert_eq!(of("项目名称更正为“客户通知分级”。"), [(FieldId::Title, "客户通知分级".to_owned())]);
        assert_eq!(of("项目负责人填写有误，应为尹示例。"), [(FieldId::Owner, "尹示例".to_owned())]);
        assert_eq!(
            of("试点周期一栏应为6个月，预期规模应为300户"),
            [(FieldId::Period, "6个月".to_owned()), (FieldId::Scale, "300户".to_owned())]
        );
        assert_eq!(of("参数阈值调整为0.9，系统名称不变。"), []);
    }

    #[test]
    fn titles_stand_in_quotation_marks_before_the_word_project() {
        let text = squeeze("就“客户价值分层与精准营销”项目对照《证券法》评估，见《客户价值手册》");
        assert_eq!(quotations(&text).collect::<Vec<_>>(), ["客户价值分层与精准营销"]);
    }
}
