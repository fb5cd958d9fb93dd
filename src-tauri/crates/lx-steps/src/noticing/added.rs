//! What came with the last package of an application, where that was added to what was here.

use std::collections::BTreeSet;

use lx_domain::{Document, Dossier};
use lx_ledger::Part;

use crate::{Desk, StepError};

/// The package that this version added, and its documents; absent where the version came whole.
pub(super) fn added(desk: &Desk, dossier: &Dossier) -> Result<Option<(Part, Vec<Document>)>, StepError> {
    let (number, version) = (&dossier.number, dossier.version);
    let mut parts = desk.ledger.parts(number, version)?;
    let Some(last) = parts.pop().filter(|_| !parts.is_empty()) else {
        return Ok(None);
    };
    let earlier = desk.ledger.dossier_versions(number)?;
    let before = earlier.into_iter().map(|(_, d)| d).rfind(|d| d.version < version);
    Ok(before.map(|before| (last, came(&before.documents, &dossier.documents))))
}

/// The documents that came: they stand behind those that stayed, and what stayed is what was here without what was replaced.
fn came(before: &[Document], now: &[Document]) -> Vec<Document> {
    let mut paths: BTreeSet<&str> = BTreeSet::new();
    let mut replaced = 0_usize;
    for at in (0..=now.len()).rev() {
        let (stayed, came) = now.split_at(at);
        if let Some(first) = came.first()
            && paths.insert(&first.path)
        {
            replaced += before.iter().filter(|d| d.path == first.path).count();
        }
        let as_many = before.len().checked_sub(replaced) == Some(stayed.len());
        let same = || {
            before
                .iter()
                .filter(|d| !paths.contains(d.path.as_str()))
                .zip(stayed)
                .all(|(a, b)| (&a.path, a.digest) == (&b.path, b.digest))
        };
        if as_many && same() {
            return came.to_vec();
        }
    }
    now.to_vec()
}

#[cfg(test)]
mod tests {
    use lx_domain::{Digest, Document, DocumentKind};

    use super::came;

    fn documents(names: &str) -> Vec<Document> {
        let one = |name: &str| Document {
            path: name.trim_end_matches('\'').to_owned(),
            digest: Digest::of(name.as_bytes()),
            bytes: 1,
            kind: DocumentKind::Text,
            pages: None,
            item: None,
        };
        names.split_whitespace().map(one).collect()
    }

    #[test]
    fn what_came_stands_behind_what_stayed_and_may_replace_some_of_it() {
        for (before, now, expected) in [
            ("a b c", "a b c d", "d"),
            ("a b c", "a c b'", "b'"),
            ("a b c", "a c b d", "b d"),
            ("a b", "a' b' c", "a' b' c"),
            ("", "a", "a"),
        ] {
            assert_eq!(came(&documents(before), &documents(now)), documents(expected), "{before} → {now}");
        }
    }
}
