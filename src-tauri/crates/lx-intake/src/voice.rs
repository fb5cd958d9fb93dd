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
    /// Instructions, samples, templates left unfilled, lists for choosing from, hidden sheets.
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

/// Whether a file is a template or explains one.
pub(crate) fn is_guide_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    is_guide(&folded(stem))
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
    use super::is_guide_file;

    #[test]
    fn templates_are_known_by_their_names_and_nothing_else_is_taken_for_one() {
        for path in [
            "附件1：项目申报书（模板）.docx",
            "a/申报书模板v2.docx",
            "申报表_样表.xlsx",
            "申报書【示例】.docx",
            "填写说明.docx",
        ] {
            assert!(is_guide_file(path), "{path}");
        }
        for path in [
            "07承诺函-木棉示例智能科技有限公司.pdf",
            "合法合规性说明.docx",
            "模板化合约管理方案.docx",
            "申报书（定稿）.docx",
        ] {
            assert!(!is_guide_file(path), "{path}");
        }
    }
}
