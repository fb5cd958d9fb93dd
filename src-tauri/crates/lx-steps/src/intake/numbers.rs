//! Under which number a package is taken.

use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, Dossier, FieldId, FieldStatus, Finding, Severity};

use crate::{Desk, StepError, correcting::corrected, numbers::NUMBER_OPEN};

/// Findings that say from which batch an application came over.
const CAME_OVER: [&str; 2] = ["carried_over", "carried_bare"];

/// A person said to which application the package belongs, or its name did: that number holds.
pub(super) fn settle_number(dossier: &mut Dossier, before: &Dossier) {
    dossier.number.clone_from(&before.number);
    dossier.provisional = before.provisional;
    if !before.provisional {
        dossier.findings.retain(|f| !NUMBER_OPEN.contains(&f.code.as_str()));
    }
    // Where it came over from stays said, whatever is sent later; that its papers stayed behind does not.
    let came = before.findings.iter().filter(|f| CAME_OVER.contains(&f.code.as_str()));
    dossier.findings.extend(came.map(|f| Finding {
        severity: Severity::Info,
        code: "carried_over".to_owned(),
        ..f.clone()
    }));
}

/// A number that only the form states, and that another application here has, makes of a package no version of that one: whoever
/// dropped it named none. It stands by itself, and a person is told.
pub(super) fn expect_own_number(desk: &Desk, dossier: &mut Dossier, provisional: ApplicationNumber) -> Result<(), StepError> {
    let Some((_, other)) = desk.ledger.dossier(&dossier.number)? else {
        return Ok(());
    };
    let stated = std::mem::replace(&mut dossier.number, provisional);
    dossier.provisional = true;
    let field = dossier.fields.iter_mut().find(|f| f.id == FieldId::Number);
    let source = field.and_then(|field| {
        field.status = FieldStatus::Confirm;
        field.source.clone()
    });
    dossier.findings.push(Finding {
        severity: Severity::Warning,
        code: "number_taken".to_owned(),
        args: BTreeMap::from([
            ("number".to_owned(), dossier.number.to_string()),
            ("stated".to_owned(), stated.to_string()),
            ("title".to_owned(), corrected(&desk.ledger, other)?.title),
        ]),
        evidence: source.into_iter().collect(),
        item: None,
        clause: None,
    });
    dossier.findings.sort_by_key(|f| f.severity);
    Ok(())
}
