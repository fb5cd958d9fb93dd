//! Places for findings that were made without them.

use lx_domain::{Finding, Source};

use crate::fields::{Column, Reading};

/// Gives findings about an applicant the cells that name it.
pub(crate) fn fill(findings: &mut [Finding], reading: &Reading) {
    for finding in findings.iter_mut().filter(|f| f.evidence.is_empty()) {
        let column = match finding.code.as_str() {
            "seat_outside" | "seat_unknown" | "coaching_seat_outside" => Column::Place,
            "licence_unstated" | "no_licensed_provider" => Column::Licence,
            _ => Column::Class,
        };
        let about: Option<Vec<&str>> = finding.args.get("applicant").map(|names| names.split('、').collect());
        let concerned = reading
            .applicants
            .iter()
            .filter(|n| about.as_ref().is_none_or(|names| names.contains(&n.applicant.name.as_str())));
        let sources: Vec<Source> = concerned
            .filter_map(|n| n.source(column).or_else(|| n.source(Column::Name)).cloned())
            .collect();
        finding.evidence = sources;
    }
}
