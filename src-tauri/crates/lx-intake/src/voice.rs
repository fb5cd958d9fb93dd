//! Whether an institution speaks for itself, or a form explains how to fill it in.

use crate::{
    classify::squeeze,
    grid::GridPlace,
    read::{Content, Note, Piece},
    script::simplified,
};

/// Who speaks in a piece of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// The institution.
    Own,
    /// Instructions, samples, earlier drafts, other projects, templates left unfilled, lists for choosing from, hidden sheets.
    Aside,
}

/// What instructions and samples are called, wherever in a name it stands.
const TELLING: [&str; 13] = [
    "填写说明",
    "填表说明",
    "填报说明",
    "填写要求",
    "填报要求",
    "填写指南",
    "填报指南",
    "填写示例",
    "填写样例",
    "填报示例",
    "填报样例",
    "数据字典",
    "空白表",
];

/// What a whole sheet is called that is none of the form.
const SHEETS: [&str; 16] = [
    "说明",
    "样例",
    "示例",
    "样表",
    "范例",
    "范本",
    "模板",
    "字典",
    "下拉",
    "下拉选项",
    "选项",
    "参数",
    "代码表",
    "example",
    "sample",
    "template",
];

/// What a name ends with, in brackets or without.
const ENDINGS: [&str; 5] = ["模板", "样例", "样表", "范例", "范本"];
/// What a name ends with in brackets; without them these words may belong to a name.
const BRACKETED: [&str; 5] = ["示例", "空白", "空表", "填写说明", "参考"];

/// What earlier drafts and the papers of other projects are called, wherever in a name it stands.
const OTHERS: [&str; 8] = ["旧版", "旧稿", "草稿", "作废", "往期", "历史版本", "参考案例", "参考样本"];
/// What a folder or a sheet of them may be called and no more; in a longer name these words may speak of anything.
const OTHERS_ALONE: [&str; 6] = ["参考", "参考材料", "参考资料", "案例", "案例参考", "旧"];

/// What a sample within a document is called.
const SAMPLES: [&str; 5] = ["示例", "样例", "样表", "范例", "范本"];
/// What a form is called.
const FORMS: [&str; 4] = ["申报书", "申报表", "申请书", "申请表"];
/// What a list of other projects within a document is of.
const PAST: [&str; 8] = ["近两年", "近三年", "近五年", "近3年", "近5年", "近2年", "以往", "既往"];
/// Characters of the longest heading that says whose voice follows.
const LONGEST_HEADING: usize = 30;

/// Whether a file is a template or explains one, or is a draft or an example.
pub(crate) fn is_guide_file(path: &str) -> bool {
    let mut names = path.rsplit('/');
    let name = names.next().unwrap_or(path);
    let stem = folded(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    is_guide(&stem) || OTHERS.iter().any(|word| stem.contains(word)) || names.any(|folder| is_of_others(&folded(folder)))
}

/// Whether a folder or a sheet holds earlier drafts, or other projects to look at.
fn is_of_others(name: &str) -> bool {
    let bare = name.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '、' | '(' | ')'));
    OTHERS.iter().any(|word| bare.contains(word)) || OTHERS_ALONE.contains(&bare)
}

/// Who speaks from here on in a document without sheets, one piece after the other.
#[derive(Debug, Default)]
pub(crate) struct Listening {
    elsewhere: Option<Elsewhere>,
    /// Whether anything has been answered: a template that was filled in keeps its heading.
    answered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Elsewhere {
    /// A sample form: until another part of the document begins.
    Sample,
    /// Projects of former years: until the next words.
    Past,
}

impl Listening {
    /// Whether this piece, the next one, belongs to a sample or tells of other projects.
    pub(crate) fn is_aside(&mut self, piece: &Piece) -> bool {
        if let Piece::Paragraph(p) = piece {
            let text = folded(&p.text);
            self.elsewhere = match announced(&text).filter(|_| self.answered) {
                Some(elsewhere) => Some(elsewhere),
                None if p.heading.is_some() || begins_part(&text) => None,
                None => self.elsewhere.filter(|e| *e == Elsewhere::Sample),
            };
            self.answered |= text.contains(':');
        } else {
            self.answered = true;
        }
        self.elsewhere.is_some()
    }
}

/// What a heading announces, where that is not the institution's own.
fn announced(text: &str) -> Option<Elsewhere> {
    if !is_heading(text) {
        return None;
    }
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let title = text.split('(').next().unwrap_or_default();
    // A sample of data, or of a screen, belongs to the project.
    let of_form = SAMPLES.contains(&title) || begins_attachment(text) || says(&["填写", "填报"]) || says(&FORMS);
    // 申报书(样表) is what the template was called that is filled in.
    if of_form && SAMPLES.iter().any(|word| title.contains(word)) && !text.contains('见') {
        Some(Elsewhere::Sample)
    } else if says(&PAST) && says(&["项目", "课题"]) {
        Some(Elsewhere::Past)
    } else {
        None
    }
}

fn is_heading(text: &str) -> bool {
    let sentence = text.contains('。') || (text.contains(':') && !begins_attachment(text));
    text.chars().count() <= LONGEST_HEADING && !sentence
}

fn begins_attachment(text: &str) -> bool {
    text.starts_with('附')
}

/// Whether another part of the document begins here.
fn begins_part(text: &str) -> bool {
    is_heading(text) && (begins_attachment(text) || FORMS.iter().any(|form| text.contains(form)))
}

/// Whether a sheet explains, shows a sample, or is hidden; of documents without sheets nothing is known.
pub(crate) fn is_aside(piece: &Piece, content: &Content) -> bool {
    let Piece::Grid(grid) = piece else { return false };
    let GridPlace::Sheet(name) = &grid.of else { return false };
    let called = folded(name);
    let hidden = content.notes.iter().any(|n| matches!(n, Note::Hidden(at) if at == name));
    let heading = grid.cells().find(|c| !c.text.trim().is_empty()).map(|c| folded(&c.text));
    hidden
        || SHEETS.contains(&called.as_str())
        || is_guide(&called)
        || is_of_others(&called)
        // The heading of a template stays where it is when the template is filled in.
        || heading.is_some_and(|h| h.chars().count() <= 40 && (h.ends_with("(样例)") || h.ends_with("(示例)") || h == "样例" || h == "填写样例" || TELLING.contains(&h.as_str())))
}

fn is_guide(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'v' | '.' | '-' | '_'));
    let bracketed = name.ends_with(')');
    let inner = name.trim_end_matches(')');
    TELLING.iter().any(|word| name.contains(word))
        || ENDINGS.iter().any(|word| inner.ends_with(word))
        || (bracketed
            && BRACKETED
                .iter()
                .any(|word| inner.strip_suffix(word).is_some_and(|rest| rest.ends_with('('))))
}

/// Half width, simplified, lower case, without white space; brackets of every kind as one.
fn folded(text: &str) -> String {
    let text = simplified(&squeeze(text)).to_lowercase();
    text.replace(['【', '[', '〔'], "(").replace(['】', ']', '〕'], ")")
}

#[cfg(test)]
mod tests {
    use super::{Elsewhere, announced, is_guide_file};

    #[test]
    fn headings_announce_samples_and_former_projects_and_sentences_do_not() {
        for text in ["附:填写示例(仅供参考)", "示例", "填报样例", "申报书范本"] {
            assert_eq!(announced(text), Some(Elsewhere::Sample), "{text}");
        }
        assert_eq!(announced("附表:近三年承担的科技项目"), Some(Elsewhere::Past));
        for text in [
            "填写示例见附件",
            "数据样例",
            "示例:项目名称",
            "近三年无违规记录",
            "我公司近三年承担的科技项目共两项。",
        ] {
            assert_eq!(announced(text), None, "{text}");
        }
    }

    #[test]
    fn templates_are_known_by_their_names_and_nothing_else_is_taken_for_one() {
        for path in [
            "附件1：项目申报书（模板）.docx",
            "a/申报书模板v2.docx",
            "申报表_样表.xlsx",
            "申报書【示例】.docx",
            "填写说明.docx",
            "草稿/项目申报书.docx",
            "旧版/02机构信息.xlsx",
            "01 参考材料/首批项目申报书.docx",
            "项目申报书（旧版，作废）.docx",
        ] {
            assert!(is_guide_file(path), "{path}");
        }
        for path in [
            "07承诺函-木棉示例智能科技有限公司.pdf",
            "合法合规性说明.docx",
            "模板化合约管理方案.docx",
            "申报书（定稿）.docx",
            "应用案例说明.docx",
            "参考标准符合性说明/申报书.docx",
        ] {
            assert!(!is_guide_file(path), "{path}");
        }
    }
}
