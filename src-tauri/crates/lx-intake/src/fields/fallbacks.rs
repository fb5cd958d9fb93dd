//! What is left where no label stands beside a value: columns of a line, labels alone above, letters, lone institutions.
//! Proposals only.

use lx_domain::FieldId;

use super::{
    Hit,
    institution::{is_institution, split_names},
    labels::{Label, label},
    lines::{in_columns, in_line, is_torn},
    lists::lists,
    value::{clean, hit},
};
use crate::{
    grid::Grid,
    paper::Paper,
    read::{Paragraph, Piece},
    voice::Voice,
    when,
};

/// Fields that nothing but the columns of a line, or a label standing alone above its value, states; only for fields
/// without any other candidate. Never certain.
pub(super) fn fallbacks(papers: &[Paper<'_>]) -> Vec<Hit> {
    let mut found = Vec::new();
    for paper in papers {
        let mut alone: Option<FieldId> = None;
        for piece in paper.pieces_of(Voice::Own) {
            match piece {
                Piece::Grid(grid) => {
                    found.extend(in_cells(grid, paper.path));
                    found.extend(only_row(grid, paper.path));
                    alone = None;
                }
                Piece::Paragraph(p) => {
                    for (id, value) in p.text.lines().flat_map(in_columns) {
                        found.extend(hit(id, &value, false, paper.path, &p.place));
                    }
                    found.extend(below_in_text(&p.text, &mut alone, paper.path, &p.place));
                }
            }
        }
        found.extend(letter(paper));
    }
    // Half a name is worse than none: whoever is named here becomes an applicant.
    let whole = |h: &Hit| !matches!(h.id, FieldId::Lead | FieldId::Joint) || split_names(&h.value).iter().all(|n| is_institution(n));
    found.retain(whole);
    found
}

fn in_cells(grid: &Grid, path: &str) -> Vec<Hit> {
    let cells = grid.cells().flat_map(|cell| {
        let place = grid.place(cell.row, cell.col);
        below_in_text(&cell.text, &mut None, path, &place)
    });
    cells.collect()
}

/// A list of one row may be the form itself.
fn only_row(grid: &Grid, path: &str) -> Vec<Hit> {
    let mut found = Vec::new();
    for list in lists(grid) {
        let [row] = list.entries.as_slice() else { continue };
        for head in grid.row(list.head) {
            let (Some(Label::Field(id, true)), Some(value)) = (label(&head.text), grid.at(*row, head.col)) else {
                continue;
            };
            if matches!(id, FieldId::Title | FieldId::Lead | FieldId::Joint) {
                found.extend(hit(id, &value.text, false, path, &grid.place(value.row, value.col)));
            }
        }
    }
    found
}

/// Values in the line below a label that stands alone; `alone` is the label that the text before ended with.
fn below_in_text(text: &str, alone: &mut Option<FieldId>, path: &str, place: &str) -> Vec<Hit> {
    let mut found = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let own = match label(line) {
            Some(Label::Field(id, true)) => Some(id),
            _ => None,
        };
        if let (Some(id), true) = (*alone, label(line).is_none() && in_line(line).is_empty() && !is_torn(line)) {
            found.extend(hit(id, line, false, path, place));
        }
        *alone = own;
    }
    found
}

/// A letter instead of a form: 拟申报“…”项目, and the institution above its date at the end.
fn letter(paper: &Paper<'_>) -> Vec<Hit> {
    let paragraphs: Vec<&Paragraph> = paper
        .pieces_of(Voice::Own)
        .filter_map(|piece| match piece {
            Piece::Paragraph(p) => Some(p),
            Piece::Grid(_) => None,
        })
        .collect();
    let mut found = Vec::new();
    for p in &paragraphs {
        found.extend(quoted(&p.text).and_then(|title| hit(FieldId::Title, title, false, paper.path, &p.place).into_iter().next()));
    }
    for pair in paragraphs.windows(2) {
        let [name, date] = pair else { continue };
        let signed = clean(&name.text);
        let dated = date.text.chars().count() <= 20 && when::day(&date.text).is_some();
        if dated && (4..=40).contains(&signed.chars().count()) && is_institution(&signed) && label(&signed).is_none() {
            found.extend(hit(FieldId::Lead, &signed, false, paper.path, &name.place));
        }
    }
    found
}

/// What stands in quotation marks behind 申报 and before 项目: the project that a letter applies for.
fn quoted(text: &str) -> Option<&str> {
    for (open, close) in [('“', '”'), ('《', '》'), ('「', '」')] {
        for (at, _) in text.match_indices(open) {
            let (before, rest) = text.split_at_checked(at)?;
            let (inner, after) = rest.strip_prefix(open)?.split_once(close)?;
            let applies: Vec<char> = before.chars().rev().take(12).collect();
            let applies: String = applies.into_iter().rev().collect();
            let named = ["项目", "试点"].iter().any(|w| after.starts_with(w));
            if named && (applies.contains("申报") || applies.contains("申请")) && (6..=60).contains(&inner.chars().count()) {
                return Some(inner);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_letter_names_its_project_in_quotation_marks() {
        assert_eq!(
            quoted("我司拟申报“场内期权智能做市系统”项目，试点期12个月"),
            Some("场内期权智能做市系统")
        );
        assert_eq!(quoted("申请将《跨境理财适当性平台》项目纳入试点"), Some("跨境理财适当性平台"));
        assert_eq!(quoted("依据《证券法》申报试点项目"), None);
        assert_eq!(quoted("曾获“优秀金融科技案例奖”"), None);
    }
}
