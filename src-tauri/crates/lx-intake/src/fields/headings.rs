//! Titles of plans: `<title>试点方案` at the head of a document.

use lx_domain::{FieldId, Source};

use super::Hit;
use crate::{paper::Paper, read::Piece};

/// What follows the title in the heading of a plan.
const ENDINGS: [&str; 5] = ["试点项目方案", "试点实施方案", "试点辅导方案", "试点方案", "实施方案"];
/// Headings of whole programmes, not of one project.
const PROGRAMMES: [&str; 4] = [
    "资本市场金融科技创新",
    "金融科技创新",
    "广州资本市场金融科技创新",
    "广州资本市场金融科技创新试点",
];

/// The titles that headings state.
pub(crate) fn titles(papers: &[Paper<'_>]) -> Vec<Hit> {
    papers.iter().filter_map(title_of).collect()
}

fn title_of(paper: &Paper<'_>) -> Option<Hit> {
    let (text, place) = paper.content?.pieces.iter().find_map(|piece| match piece {
        Piece::Paragraph(p) => Some((p.text.as_str(), p.place.as_str())),
        Piece::Grid(_) => None,
    })?;
    let mut head = String::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()).take(4) {
        head.extend(line.chars().filter(|c| !c.is_whitespace()));
        if head.chars().count() > 90 {
            return None;
        }
        if let Some(title) = ENDINGS.iter().find_map(|end| head.strip_suffix(end)) {
            let title = title.trim_matches(['《', '》', '“', '”', '"', '—', '-', '：', ':']);
            // Anything may be carried out by an 实施方案: that of the project stands in a paper that is called so.
            let own = title.chars().count() >= 6 && !PROGRAMMES.contains(&title) && (head.contains("试点") || is_plan(paper.path));
            let source = Source {
                document: paper.path.to_owned(),
                place: place.to_owned(),
            };
            return own.then(|| Hit {
                id: FieldId::Title,
                value: title.to_owned(),
                source,
                sure: false,
            });
        }
    }
    None
}

/// Whether a file is called after the plan of the project: 03试点方案.docx, 实施方案.pdf.
fn is_plan(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '-' | '_' | ' '));
    ["试点", "项目"].iter().any(|word| stem.contains(word)) || ENDINGS.contains(&stem)
}
