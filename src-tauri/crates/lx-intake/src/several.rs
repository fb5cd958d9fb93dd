//! Whether an archive holds the papers of several applications: each would be lost in the others.

use std::collections::BTreeSet;

use crate::{
    error::IntakeError,
    magic::named_archive,
    package::{PackagePath, Shape, number_in},
};

/// Folders around all of it that are looked through: 某区报送/GZ2026-001 甲/….
const AROUND: usize = 3;

/// One archive is one application; the paths are of what is in it. An archive that bears a number of its own is what it says.
///
/// # Errors
/// [`IntakeError::Several`] where folders or archives on its first level bear different numbers.
pub(crate) fn expect_one<'p>(package: &PackagePath, paths: impl Iterator<Item = &'p str>) -> Result<(), IntakeError> {
    if package.shape != Shape::File || package.number().is_some() {
        return Ok(());
    }
    let numbers = numbers(paths.collect());
    if numbers.len() < 2 {
        return Ok(());
    }
    Err(IntakeError::Several {
        package: package.name.clone(),
        numbers: numbers.into_iter().collect::<Vec<_>>().join("、"),
    })
}

/// Numbers of the folders and archives on the first level on which there are several things.
fn numbers(mut paths: Vec<&str>) -> BTreeSet<String> {
    for _ in 0..AROUND {
        let inner: Vec<(&str, &str)> = paths.iter().filter_map(|path| path.split_once('/')).collect();
        let only = inner.first().map(|(root, _)| *root).filter(|root| number_in(root).is_none());
        if inner.len() < paths.len() || only.is_none_or(|only| inner.iter().any(|(root, _)| *root != only)) {
            break;
        }
        paths = inner.into_iter().map(|(_, rest)| rest).collect();
    }
    let roots = paths.into_iter().filter_map(|path| match path.split_once('/') {
        Some((root, _)) => Some(root),
        None => named_archive(path).then_some(path),
    });
    roots.filter_map(|root| number_in(root).map(|(number, _)| number)).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn several_applications_are_told_from_one_with_attachments() {
        let of = |paths: &[&str]| numbers(paths.to_vec()).len();
        assert_eq!(of(&["GZ2026-001 甲.zip", "GZ2026-002 乙.zip/01申报书.docx"]), 2);
        assert_eq!(
            of(&["某区报送/GZ2026-001甲/1.docx", "某区报送/GZ2026-002乙/1.docx", "某区报送/说明.txt"]),
            2
        );
        assert_eq!(of(&["GZ2026-001 甲/1.docx", "GZ2026-001 甲/附件.zip/2.docx"]), 1);
        assert_eq!(of(&["GZ2026-001 申报书.docx", "GZ2026-002 对照.docx"]), 0, "papers, not packages");
        assert_eq!(of(&["附件/1.docx", "附件/2.docx"]), 0);
        assert_eq!(of(&["GZ2026-001 甲/前次/GZ2025-007/1.docx", "GZ2026-001 甲/2.docx"]), 1);
    }
}
