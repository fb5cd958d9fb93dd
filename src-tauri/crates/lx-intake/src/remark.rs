//! Findings, built in one line.

use std::collections::BTreeMap;

use lx_domain::{Finding, ItemId, Severity, Source};

/// A finding in the making.
pub(crate) struct Remark(Finding);

/// A finding with a code and a severity.
pub(crate) fn remark(severity: Severity, code: &str) -> Remark {
    Remark(Finding {
        severity,
        code: code.to_owned(),
        args: BTreeMap::new(),
        evidence: Vec::new(),
        item: None,
        clause: None,
    })
}

/// Something that stands in the way.
pub(crate) fn error(code: &str) -> Remark {
    remark(Severity::Error, code)
}

/// Something to look at.
pub(crate) fn warning(code: &str) -> Remark {
    remark(Severity::Warning, code)
}

/// For information.
pub(crate) fn info(code: &str) -> Remark {
    remark(Severity::Info, code)
}

impl Remark {
    /// A word that the message needs.
    pub(crate) fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.0.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// A place that shows it.
    pub(crate) fn at(mut self, document: &str, place: &str) -> Self {
        self.0.evidence.push(Source {
            document: document.to_owned(),
            place: place.to_owned(),
        });
        self
    }

    /// A place that shows it.
    pub(crate) fn from(mut self, source: &Source) -> Self {
        self.0.evidence.push(source.clone());
        self
    }

    /// The checklist item and clause behind it.
    pub(crate) fn item(mut self, item: &ItemId, clause: &str) -> Self {
        self.0.item = Some(item.clone());
        self.clause(clause)
    }

    /// The clause behind it.
    pub(crate) fn clause(mut self, clause: &str) -> Self {
        if !clause.is_empty() {
            self.0.clause = Some(clause.to_owned());
        }
        self
    }

    /// Done.
    pub(crate) fn done(self) -> Finding {
        self.0
    }
}
