//! What a form says of a field, once the label and its value are known.

use lx_domain::{FieldId, Source};

use super::{
    Hit,
    beside::is_hint,
    choice,
    institution::{is_institution, raw_names, without_marks},
    labels::label,
    plausible::plausible,
};
use crate::when;

/// A value longer than this is a paragraph that happens to follow a label.
const LONGEST: usize = 400;
/// What is described may take a page.
const LONGEST_DESCRIPTION: usize = 3_000;

/// What a value says of its field, and of another one where it says that, too; nothing where it is no answer.
pub(super) fn hit(id: FieldId, value: &str, sure: bool, path: &str, place: &str) -> Vec<Hit> {
    let source = Source {
        document: path.to_owned(),
        place: place.to_owned(),
    };
    match id {
        FieldId::Lead => lead(value, sure, &source),
        FieldId::Contact => contact(value, sure, &source),
        _ => one(id, value, sure, &source).into_iter().collect(),
    }
}

/// The applicant that a value names; of several the one that is said to lead, and the others as joint applicants.
fn lead(value: &str, sure: bool, source: &Source) -> Vec<Hit> {
    let names = raw_names(&clean(value));
    if names.len() < 2 || !names.iter().all(|n| is_institution(n)) {
        return one(FieldId::Lead, &without_marks(value), sure, source).into_iter().collect();
    }
    let marked = names.iter().position(|n| n.contains("牵头") || n.contains("主申报"));
    let first = marked.unwrap_or(0);
    let others: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != first)
        .map(|(_, n)| without_marks(n))
        .collect();
    let leads = names.get(first).map(|n| without_marks(n)).unwrap_or_default();
    let lead = one(FieldId::Lead, &leads, false, source);
    lead.into_iter()
        .chain(one(FieldId::Joint, &others.join("、"), false, source))
        .collect()
}

/// A person, and the telephone number that stands behind the name.
fn contact(value: &str, sure: bool, source: &Source) -> Vec<Hit> {
    let value = clean(value);
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let at = value.find(|c: char| c.is_ascii_digit() || c == '+').filter(|_| digits >= 7);
    let Some((name, number)) = at.and_then(|at| value.split_at_checked(at)) else {
        return one(FieldId::Contact, &value, sure, source).into_iter().collect();
    };
    let edges = |c: char| c.is_whitespace() || matches!(c, '(' | '（' | ')' | '）' | '/' | '、' | ',' | '，' | ':' | '：' | ';' | '；');
    let called = name
        .trim_matches(edges)
        .trim_end_matches("电话")
        .trim_end_matches("手机")
        .trim_end_matches("联系")
        .trim_matches(edges);
    one(FieldId::Contact, called, false, source)
        .into_iter()
        .chain(one(FieldId::Phone, number.trim_matches(edges), false, source))
        .collect()
}

fn one(id: FieldId, value: &str, sure: bool, source: &Source) -> Option<Hit> {
    let filled = !has_blanks(value);
    let mut value = clean(&without_remarks(value));
    if matches!(
        id,
        FieldId::Track | FieldId::Scenario | FieldId::Technology | FieldId::Users | FieldId::Period
    ) && let Some(chosen) = choice::ticked(&value)
    {
        value = chosen.join("、");
    }
    if matches!(id, FieldId::Joint | FieldId::Owner) {
        value = without_marks(&value);
    }
    if matches!(id, FieldId::Period | FieldId::Scale | FieldId::Date) {
        value = own_sentence(id, value);
    }
    let longest = match id {
        FieldId::Scenario | FieldId::Technology | FieldId::Users => LONGEST_DESCRIPTION,
        _ => LONGEST,
    };
    if value.is_empty() || value.chars().count() > longest {
        return None;
    }
    let blank = matches!(
        value.as_str(),
        "/" | "／" | "-" | "—" | "——" | "待定" | "待填" | "无" | "暂无" | "略" | "N/A" | "n/a" | "NA"
    );
    if (blank && id != FieldId::Joint) || !(is_answer(&value) || is_odd_name(id, &value)) {
        return None;
    }
    // 申报项目：试点辅导 names a track.
    if id == FieldId::Title && matches!(value.as_str(), "试点" | "试点辅导" | "代收") {
        return None;
    }
    // 名称 may be that of an institution.
    if id == FieldId::Title && !sure && is_institution(&value) {
        return None;
    }
    let sure = sure && filled && !is_put_off(&value) && !is_explained(&value) && plausible(id, &value);
    Some(Hit {
        id,
        value,
        source: source.clone(),
        sure,
    })
}

/// What a scale counts.
const COUNTED: [&str; 11] = ["户", "家", "名", "人", "笔", "个", "只", "元", "次", "亿", "规模"];

/// An answer without the sentence behind it that answers nothing: 12个月。分准备、运行两个阶段推进.
fn own_sentence(id: FieldId, value: String) -> String {
    let Some((own, rest)) = value.split_once('。').filter(|(own, _)| !own.is_empty()) else {
        return value;
    };
    let counts = |text: &str| COUNTED.iter().any(|unit| text.contains(unit));
    let told = match id {
        FieldId::Period => when::months(own).is_some() || when::months(rest).is_none(),
        FieldId::Scale => counts(own) && !counts(rest),
        _ => false,
    };
    // A number may be part of the answer.
    if told || !rest.contains(char::is_numeric) {
        own.to_owned()
    } else {
        value
    }
}

/// Without blanks to fill in and what closes a clause.
pub(crate) fn clean(value: &str) -> String {
    let value: String = value
        .chars()
        .filter(|c| !matches!(c, '_' | '＿' | '\u{200B}' | '\u{FEFF}'))
        .collect();
    value
        .trim()
        .trim_end_matches(['；', ';', '，', ',', '。', '|', '、'])
        .trim()
        .to_owned()
}

/// Whether a text is an answer, and not what a form prints where one belongs.
pub(super) fn is_answer(value: &str) -> bool {
    !is_instruction(value) && !is_unfilled(value) && !is_hint(value)
}

/// Whether a name only begins like a prompt: 应为民, 点击流分析平台.
fn is_odd_name(id: FieldId, value: &str) -> bool {
    const ENDINGS: [&str; 8] = ["平台", "系统", "项目", "服务", "应用", "工具", "引擎", "模型"];
    const PROMPTS: [&str; 7] = ["请", "此处", "全称", "名称", "应填", "应与", "须"];
    let length = value.chars().count();
    match id {
        FieldId::Owner | FieldId::Contact => {
            (2..=3).contains(&length)
                && value.chars().all(char::is_alphabetic)
                && !is_unfilled(value)
                && !value.contains(['年', '月', '日', '元', '名', '人', '请', '填', '如', '注', '例'])
        }
        FieldId::Title => length >= 6 && ENDINGS.iter().any(|end| value.ends_with(end)) && !PROMPTS.iter().any(|word| value.contains(word)),
        _ => false,
    }
}

/// Without lines that explain the answer: 注：以批复为准.
fn without_remarks(value: &str) -> String {
    let kept: Vec<&str> = value.lines().filter(|line| !is_instruction(line)).collect();
    if kept.is_empty() { value.to_owned() } else { kept.join("\n") }
}

/// What a form prints where the answer belongs.
fn is_instruction(value: &str) -> bool {
    let text: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_start_matches(['（', '(', '【', '[', '<', '《']);
    let starts = [
        "请",
        "填写",
        "说明：",
        "说明:",
        "注：",
        "注:",
        "例：",
        "例:",
        "例如",
        "如：",
        "如:",
        "示例：",
        "示例:",
        "是指",
        "指的是",
        "系指",
        "应填",
        "应当",
        "应与",
        "应为",
        "应按",
        "应简",
        "须填",
        "须与",
        "单击",
        "点击",
        "选择一项",
        "此处",
        "必填",
        "某某",
    ];
    starts.iter().any(|s| text.starts_with(s))
}

/// Whether only the frame of an answer is there: `____万元`, `××个月`, `20XX年X月`, `年 月 日`.
fn is_unfilled(value: &str) -> bool {
    let text: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let blank = |c: char| matches!(c, 'X' | 'x' | '×' | '✕' | '＊' | '*' | 'Ｘ');
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_ascii_alphabetic() && !blank(*c))
    };
    let marked = chars
        .windows(2)
        .enumerate()
        .any(|(at, pair)| pair.iter().all(|c| blank(*c)) && !letter(at.checked_sub(1)) && !letter(at.checked_add(2)) && !roman(&chars, at));
    let nothing = chars.len() > 1 && !chars.iter().any(|c| c.is_alphanumeric()) && !choice::has_marks(&text);
    let frame = |c: char| "年月日个天元万亿千百家户人名笔至约—-~～、.。()（）".contains(c);
    // 20__年__月, once its blanks are gone.
    marked || nothing || text.contains("年月") || text.chars().all(frame)
}

/// Whether blanks are left between the words of a value: 服务客户____户.
fn has_blanks(value: &str) -> bool {
    let blank = |c: char| matches!(c, '_' | '＿');
    value.trim().trim_matches(|c: char| blank(c) || c.is_whitespace()).contains(blank)
}

/// Whether a value says where or when the answer is to be had: 同上, 详见附件1, 待确认.
fn is_put_off(value: &str) -> bool {
    let latin = ["tbd", "tbc", "nil", "none", "null", "n/a", "na"];
    let called = value.strip_prefix('同').is_some_and(|rest| label(rest).is_some());
    let ruled = value.ends_with("为准") && value.starts_with(['以', '按']);
    let said = value.trim_matches(['(', ')', '（', '）', '【', '】', '[', ']']);
    if called || ruled || latin.contains(&said.to_lowercase().as_str()) || is_pointer(said) {
        return true;
    }
    [
        "同上",
        "同前",
        "同项目",
        "同联系",
        "详见",
        "参见",
        "另见",
        "见附",
        "见后",
        "待",
        "暂定",
        "暂缺",
        "另行",
        "另附",
        "未定",
        "另册",
        "空缺",
        "后补",
        "后续补",
        "不详",
        "未填",
        "未知",
        "略",
        "从略",
        "按实际",
    ]
    .iter()
    .any(|w| said.starts_with(w))
}

/// Whether a value points to another paper: 见技术报告, 见第三章.
fn is_pointer(value: &str) -> bool {
    const PAPERS: [&str; 17] = [
        "上", "下", "前", "正文", "表", "报告", "方案", "材料", "附件", "附表", "说明", "书", "章", "节", "部分", "页", "文件",
    ];
    let to = value.strip_prefix('见').map(|to| to.trim_end_matches(['。', '》', '）', ')']));
    to.is_some_and(|to| to.chars().count() <= 20 && PAPERS.iter().any(|paper| to.ends_with(paper)))
}

/// Whether a note of the form that tells how to answer stayed with the answer: …（不超过30字）.
fn is_explained(value: &str) -> bool {
    let mut notes = value
        .split(['（', '('])
        .skip(1)
        .map(|n| n.split(['）', ')']).next().unwrap_or_default());
    notes.any(|note| {
        ["不超过", "请", "须", "填", "字以内", "例如", "手机或"]
            .iter()
            .any(|w| note.contains(w))
            || note.starts_with('如')
    })
}

/// Whether a pair of X is part of a Roman number: XXI.
fn roman(chars: &[char], at: usize) -> bool {
    let near = [at.checked_sub(1), at.checked_add(2)];
    near.into_iter()
        .flatten()
        .filter_map(|at| chars.get(at))
        .any(|c| matches!(c, 'I' | 'V' | 'L' | 'C'))
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::hit;

    fn said(id: FieldId, value: &str) -> Vec<(FieldId, String)> {
        hit(id, value, true, "d", "p").into_iter().map(|h| (h.id, h.value)).collect()
    }

    #[test]
    fn what_is_printed_where_an_answer_belongs_is_none() {
        for text in [
            "____万元",
            "××个月",
            "20XX年X月X日",
            "020-XXXXXXXX",
            "年  月  日",
            "是指申报项目的名称",
            "例：某某公司",
            "应简明反映项目内容",
        ] {
            assert_eq!(said(FieldId::Scale, text), [], "{text}");
        }
        for text in ["XXL码数据集", "MAX指数", "第XXI批", "应急处置平台", "5*8小时", "12个月"] {
            assert_eq!(said(FieldId::Scale, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_sentence_behind_an_answer_is_none_of_it() {
        let text = |value: &str| said(FieldId::Period, value);
        assert_eq!(
            text("12个月。分准备、运行、评估三个阶段推进。"),
            [(FieldId::Period, "12个月".to_owned())]
        );
        assert_eq!(
            said(FieldId::Scale, "客户不超过300户。交易额不超过5000万元。")[0].1,
            "客户不超过300户。交易额不超过5000万元"
        );
    }

    #[test]
    fn a_seal_is_no_part_of_a_name_and_a_list_has_one_lead() {
        let text = |value: &str| said(FieldId::Lead, value);
        assert_eq!(text("甲证券有限公司（公章）"), [(FieldId::Lead, "甲证券有限公司".into())]);
        assert_eq!(
            text("乙科技有限公司、甲证券有限公司（牵头）、丙银行"),
            [
                (FieldId::Lead, "甲证券有限公司".into()),
                (FieldId::Joint, "乙科技有限公司、丙银行".into())
            ]
        );
        assert!(hit(FieldId::Lead, "甲公司、乙公司", true, "d", "p").iter().all(|h| !h.sure));
    }

    #[test]
    fn a_telephone_number_behind_a_name_is_parted_from_it() {
        for text in [
            "张示例 13900000001",
            "张示例（13900000001）",
            "张示例，电话：13900000001",
            "张示例/13900000001",
        ] {
            assert_eq!(
                said(FieldId::Contact, text),
                [(FieldId::Contact, "张示例".into()), (FieldId::Phone, "13900000001".into())],
                "{text}"
            );
        }
        assert_eq!(said(FieldId::Contact, "张示例"), [(FieldId::Contact, "张示例".into())]);
    }
}
