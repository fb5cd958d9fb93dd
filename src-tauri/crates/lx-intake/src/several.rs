//! Whether an archive holds the papers of several applications: each would be lost in the others.
//!
//! Their numbers tell it, or folders beside each other that have an application form each.

use std::collections::BTreeSet;

use crate::{
    error::IntakeError,
    magic::named_archive,
    package::{PackagePath, Shape, is_form, number_in},
};

/// Folders around all of it that are looked through: 某区报送/GZ2026-001 甲/….
const AROUND: usize = 3;

/// One archive is one application; the paths are of what is in it. An archive that bears a number of its own is what it says,
/// with papers of an earlier application at most.
///
/// # Errors
/// [`IntakeError::Several`] where folders or archives on its first level bear different numbers, or have a form each.
pub(crate) fn expect_one<'p>(package: &PackagePath, paths: impl Iterator<Item = &'p str>) -> Result<(), IntakeError> {
    if package.shape != Shape::File {
        return Ok(());
    }
    let paths = first_level(paths.collect());
    let mut several = numbers(&paths);
    if let Some(own) = package.number() {
        several.remove(own.as_str());
    } else if several.len() < 2 {
        several = with_form(&paths);
    }
    if several.len() < 2 {
        return Ok(());
    }
    Err(IntakeError::Several {
        package: package.name.clone(),
        numbers: several.into_iter().collect::<Vec<_>>().join("、"),
    })
}

/// Paths from the first level on which there are several things.
fn first_level(mut paths: Vec<&str>) -> Vec<&str> {
    for _ in 0..AROUND {
        let inner: Vec<(&str, &str)> = paths.iter().filter_map(|path| path.split_once('/')).collect();
        let only = inner.first().map(|(root, _)| *root).filter(|root| number_in(root).is_none());
        if inner.len() < paths.len() || only.is_none_or(|only| inner.iter().any(|(root, _)| *root != only)) {
            break;
        }
        paths = inner.into_iter().map(|(_, rest)| rest).collect();
    }
    paths
}

/// Numbers of folders and archives.
fn numbers(paths: &[&str]) -> BTreeSet<String> {
    let roots = paths.iter().filter_map(|path| match path.split_once('/') {
        Some((root, _)) => Some(root),
        None => named_archive(path).then_some(*path),
    });
    roots.filter_map(|root| number_in(root).map(|(number, _)| number)).collect()
}

/// Folders that have a form right in them, where none lies beside them.
fn with_form(paths: &[&str]) -> BTreeSet<String> {
    if paths.iter().any(|path| !path.contains('/') && is_form(path)) {
        return BTreeSet::new();
    }
    let folders = paths.iter().filter_map(|path| path.split_once('/'));
    folders
        .filter(|(_, rest)| !rest.contains('/') && is_form(rest))
        .map(|(root, _)| root.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{first_level, numbers, with_form};

    #[test]
    fn several_applications_are_told_from_one_with_attachments() {
        let of = |paths: &[&str]| numbers(&first_level(paths.to_vec())).len();
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

    #[test]
    fn folders_with_a_form_each_are_several_applications() {
        let of = |paths: &[&str]| with_form(&first_level(paths.to_vec())).len();
        assert_eq!(of(&["报送/甲/01项目申报书.docx", "报送/乙/申报表.pdf", "报送/乙/07承诺函.pdf"]), 2);
        assert_eq!(
            of(&["申报书.docx", "甲/申报书.docx", "乙/申报书.docx"]),
            0,
            "copies beside the form"
        );
        assert_eq!(of(&["甲/附件/申报书.docx", "乙/附件/申报书.docx"]), 0);
        assert_eq!(of(&["甲/申报书.docx", "乙/承诺函.docx"]), 1);
    }
}
