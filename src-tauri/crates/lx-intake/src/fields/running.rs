//! Labels and values of running text, where a value may go on in the line or the paragraph below.

use lx_domain::{FieldId, Source};

use super::{
    Hit,
    finder::{Search, is_of_a_letter},
    inner,
    institution::is_institution,
    labels::{Label, label},
    lines::{in_columns, in_line},
    value::{clean, hit},
};

/// Characters of a line that may be the rest of a value.
const SHORT: usize = 40;
/// A line shorter than this was ended by its writer, not for want of room.
const WRAPPED: usize = 25;

/// `label：value` pairs of a text. A value may go on in the line below: there it is joined, or at least no longer certain.
pub(super) fn in_text(text: &str, page: bool, search: Search, at: &Source, found: &mut Vec<Hit>) {
    let lines: Vec<&str> = text.lines().collect();
    let widest = lines.iter().map(|l| l.trim().chars().count()).max().unwrap_or(0);
    for (number, line) in lines.iter().enumerate() {
        let pairs = in_line(line);
        let last = pairs.len();
        for (index, (label_of, value)) in pairs.iter().enumerate() {
            let Label::Field(id, told) = *label_of else { continue };
            let sure = told && !(id == FieldId::Phone && is_of_another(pairs.get(..index).unwrap_or_default()));
            if !search.labels.count(told) || is_of_a_letter(*label_of, search.dated) {
                continue;
            }
            let full = line.trim().chars().count().saturating_mul(5) >= widest.saturating_mul(4);
            let ends = index.saturating_add(1) == last;
            let next = lines.get(number.saturating_add(1)).map(|l| l.trim()).filter(|n| continues(n));
            // The lines of a page are the paper's; those of a text are the writer's, who breaks them inside of long values only.
            let goes_on = next.filter(|n| {
                ends && if page {
                    full
                } else {
                    may_be_broken(id) && (full || is_short(n)) && lines.len() > 1
                }
            });
            match goes_on {
                _ if id == FieldId::Scale && value.is_empty() => {
                    let below = lines.iter().skip(number.saturating_add(1)).map(|l| l.trim());
                    let parts: Vec<&str> = below.take_while(|l| inner::labelled(l) && inner::numbered(l)).collect();
                    found.extend(hit(id, &parts.join("\n"), sure && !page, &at.document, &at.place));
                }
                Some(rest) if !value.is_empty() => {
                    found.extend(hit(id, &joined(id, value, rest), false, &at.document, &at.place));
                }
                // On a page the rest of any value of a line may stand in the next one.
                _ => found.extend(hit(id, value, sure && !(page && next.is_some()), &at.document, &at.place)),
            }
        }
    }
}

/// Whether values of a field are long enough to be broken over lines.
fn may_be_broken(id: FieldId) -> bool {
    use FieldId::{Joint, Lead, Period, Scale, Scenario, Technology, Title, Users};
    matches!(id, Title | Lead | Joint | Scenario | Technology | Users | Period | Scale)
}

fn is_short(line: &str) -> bool {
    line.chars().count() <= SHORT && !line.ends_with(['。', '；', '：', ':'])
}

fn joined(id: FieldId, value: &str, rest: &str) -> String {
    let between = if id == FieldId::Joint && is_institution(value) && is_institution(rest) {
        "、"
    } else {
        ""
    };
    format!("{value}{between}{rest}")
}

/// The last value of a paragraph may go on in the next one, as on a cover.
pub(super) fn go_on_below(text: &str, next: &str, hits: &mut [Hit]) {
    let last = text.lines().last().unwrap_or_default();
    let Some((Label::Field(id, _), value)) = in_line(last).pop() else {
        return;
    };
    let Some(first) = next.lines().map(str::trim).find(|l| !l.is_empty()) else {
        return;
    };
    if !may_be_broken(id) || !continues(first) || !is_short(first) {
        return;
    }
    let wide = last.trim().chars().count() >= WRAPPED && !value.ends_with(['。', '；']);
    let named = is_institution(first);
    let open = value.ends_with(['、', '，', ',', '和', '与', '及', '—', '（', '《', '“']) || first.starts_with(['、', '，']);
    let goes_on = match id {
        FieldId::Lead | FieldId::Joint => named || open,
        FieldId::Title => open || !named,
        FieldId::Scenario | FieldId::Technology | FieldId::Users | FieldId::Scale => open || wide,
        _ => open || first.starts_with(['至', '到', '—', '-']),
    };
    for hit in hits.iter_mut().filter(|h| goes_on && h.id == id) {
        hit.sure = false;
        if id == FieldId::Joint && named {
            hit.value = joined(id, &hit.value, &clean(first));
        }
    }
}

/// Whether a line can be the rest of the value before it.
fn continues(line: &str) -> bool {
    !line.is_empty() && in_line(line).is_empty() && label(line).is_none() && !is_numbered(line) && in_columns(line).is_empty()
}

/// Whether a line begins with a number of a list: 1.、（一）、③; a year does not.
fn is_numbered(line: &str) -> bool {
    if line.starts_with(|c: char| matches!(c, '①'..='⑳')) {
        return true;
    }
    let inner = line.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    rest.len() < inner.len() && rest.starts_with(['、', '.', '．', ')', '）'])
}

/// Whether the last person named before a telephone number in its line is not the contact.
fn is_of_another(before: &[(Label, String)]) -> bool {
    let people = before.iter().rev().find_map(|(at, _)| match at {
        Label::Field(FieldId::Contact, _) => Some(false),
        Label::Field(FieldId::Owner, _) => Some(true),
        _ => None,
    });
    people == Some(true)
}
