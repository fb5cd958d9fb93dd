//! From candidates to a field: certain only where all agree and one is beyond doubt.

use lx_domain::{Candidate, Field, FieldId, FieldStatus};
use unicode_normalization::UnicodeNormalization;

use super::{
    Hit,
    institution::{is_institution, is_rest, split_names},
};
use crate::when;

/// Candidates that are kept of a field; more tell a person nothing.
const MOST_CANDIDATES: usize = 40;

/// The field of all its candidates; empty and to be confirmed where there is none.
pub(crate) fn field(id: FieldId, hits: &[Hit]) -> Field {
    let mut own: Vec<&Hit> = hits.iter().filter(|h| h.id == id).collect();
    own.sort_by_key(|h| !h.sure);
    own.truncate(MOST_CANDIDATES);
    let candidates: Vec<Candidate> = own
        .iter()
        .map(|h| Candidate {
            value: h.value.clone(),
            source: h.source.clone(),
        })
        .collect();
    let Some(best) = own.first() else {
        return Field {
            id,
            value: String::new(),
            status: FieldStatus::Confirm,
            source: None,
            candidates,
        };
    };
    let agree = own.iter().all(|h| same_value(id, &h.value, &best.value));
    let status = if agree && best.sure {
        FieldStatus::Found
    } else {
        FieldStatus::Confirm
    };
    Field {
        id,
        value: tidy(id, &best.value),
        status,
        source: Some(best.source.clone()),
        candidates,
    }
}

/// Marks a field as one to be confirmed.
pub(crate) fn doubt(fields: &mut [Field], id: FieldId) {
    for field in fields.iter_mut().filter(|f| f.id == id) {
        field.status = FieldStatus::Confirm;
    }
}

/// Whether two places say the same of a field, however it is written.
pub(crate) fn same_value(id: FieldId, a: &str, b: &str) -> bool {
    if id == FieldId::Joint {
        let set = |text: &str| {
            let mut names: Vec<String> = split_names(text).iter().map(|n| fold(n)).collect();
            names.sort();
            names
        };
        return set(a) == set(b);
    }
    let read = match id {
        FieldId::Title => return titles_agree(a, b),
        FieldId::Period => when::months(a).zip(when::months(b)),
        FieldId::Date => when::day(a).zip(when::day(b)),
        _ => None,
    };
    read.map_or_else(|| fold(a) == fold(b), |(a, b)| a == b)
}

/// Whether two titles are of one project.
pub(crate) fn titles_agree(a: &str, b: &str) -> bool {
    let own = |text: &str| fold(text).trim_end_matches("项目").to_owned();
    own(a) == own(b)
}

/// Width, case, white space and punctuation left out.
pub(super) fn fold(text: &str) -> String {
    text.nfkc()
        .filter(|c| c.is_alphanumeric() || matches!(c, '(' | ')' | '%'))
        .flat_map(char::to_lowercase)
        .collect()
}

fn tidy(id: FieldId, value: &str) -> String {
    // Names that were broken over lines are one word; of other values each line says something of its own.
    let mut joined = String::new();
    for line in value.split('\n').map(str::trim).filter(|l| !l.is_empty()) {
        let gap = match id {
            FieldId::Title | FieldId::Lead if !value.is_ascii() => "",
            FieldId::Joint if is_institution(&joined) && !is_rest(line) => "、",
            FieldId::Joint => "",
            _ => " ",
        };
        if !joined.is_empty() {
            joined.push_str(gap);
        }
        joined.push_str(line);
    }
    if id == FieldId::Number {
        joined.nfkc().filter(|c| !c.is_whitespace()).collect()
    } else {
        joined
    }
}
