//! What was dropped: one application per package.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use unicode_normalization::UnicodeNormalization;

use crate::{archive::junk::is_junk, magic::named_archive};

/// How a package lies on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One file: an archive, or a single loose document.
    File,
    /// A folder of documents.
    Folder,
}

/// One package to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagePath {
    /// File or folder name as people know it, such as `GZ2026-001 ….zip`.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// File or folder.
    pub shape: Shape,
}

/// Words in the name of the paper that every application has.
const FORM_WORDS: [&str; 4] = ["申报书", "申报表", "申请书", "申请表"];

/// What packages do these paths hold? A folder whose children look like packages is a folder of packages, otherwise it
/// is one package; a file is one package. In the order given, children by name, each path once.
#[must_use]
pub fn discover(paths: &[PathBuf]) -> Vec<PackagePath> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for path in paths {
        for package in packages_at(path, 0) {
            if seen.insert(package.path.clone()) {
                found.push(package);
            }
        }
    }
    found
}

fn packages_at(path: &Path, depth: u32) -> Vec<PackagePath> {
    let here = PackagePath {
        name: name_of(path),
        path: path.to_owned(),
        shape: if path.is_dir() { Shape::Folder } else { Shape::File },
    };
    if here.shape == Shape::File || depth > 3 || number_in(&here.name).is_some() {
        return vec![here];
    }
    let children = children(path);
    let (containers, loose): (Vec<_>, Vec<_>) = children.into_iter().partition(|c| c.is_dir() || named_archive(&name_of(c)));
    let numbered = containers.iter().filter(|c| number_in(&name_of(c)).is_some()).count();
    let with_form = containers.iter().filter(|c| c.is_dir() && has_form(c)).count();
    let archives = containers.iter().filter(|c| !c.is_dir()).count();
    let many = numbered > 0 || with_form >= 2 || (loose.is_empty() && archives > 0);
    if many {
        let single = loose.into_iter().filter(|l| number_in(&name_of(l)).is_some());
        return containers
            .iter()
            .cloned()
            .chain(single)
            .flat_map(|c| if c.is_dir() { packages_at(&c, depth + 1) } else { vec![file(c)] })
            .collect();
    }
    match (containers.as_slice(), loose.is_empty()) {
        ([only], true) if only.is_dir() => {
            let inner = packages_at(only, depth + 1);
            if inner.len() > 1 { inner } else { vec![here] }
        }
        _ => vec![here],
    }
}

fn file(path: PathBuf) -> PackagePath {
    PackagePath {
        name: name_of(&path),
        path,
        shape: Shape::File,
    }
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|p| !is_junk(&name_of(p)) && !name_of(p).starts_with('.'))
        .collect();
    paths.sort();
    paths
}

fn has_form(folder: &Path) -> bool {
    children(folder).iter().any(|c| FORM_WORDS.iter().any(|w| name_of(c).contains(w)))
}

/// The last part of a path, for people.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().nfc().collect())
}

/// The application number a package name begins with, and what follows it.
pub(crate) fn number_in(name: &str) -> Option<(String, String)> {
    let name: String = name.nfkc().collect();
    let trimmed = name.trim_start_matches(['【', '[', '(', '〔']);
    let letters = trimmed.chars().take_while(char::is_ascii_alphabetic).count();
    let rest = trimmed.get(letters..)?;
    let year = rest.chars().take_while(char::is_ascii_digit).count();
    let after = rest.get(year..)?;
    let dash = after.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '_'))?;
    let serial: String = after.chars().skip(1).take_while(char::is_ascii_digit).collect();
    if !(1..=6).contains(&letters) || year != 4 || !(2..=6).contains(&serial.len()) {
        return None;
    }
    let number = format!("{}{}-{serial}", trimmed.get(..letters)?.to_uppercase(), rest.get(..year)?);
    let tail = after.get(dash.len_utf8() + serial.len()..)?;
    if tail.chars().next().is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let title = tail.trim_matches(|c: char| c.is_whitespace() || matches!(c, ']' | '】' | ')' | '〕' | '-' | '_' | '—' | '–' | '.'));
    Some((number, title.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{discover, number_in};

    #[test]
    fn numbers_stand_before_the_title_of_a_package() {
        assert_eq!(number_in("GZ2026-001 隐私计算"), Some(("GZ2026-001".into(), "隐私计算".into())));
        assert_eq!(number_in("【gz2026-012】甲"), Some(("GZ2026-012".into(), "甲".into())));
        assert_eq!(number_in("申报材料"), None);
        assert_eq!(number_in("a2026"), None);
        assert_eq!(number_in("IMG2026-0011a.jpg"), None);
    }

    #[test]
    fn a_folder_of_packages_is_told_from_a_package_with_attachments() {
        let root = tempfile::tempdir().unwrap();
        let make = |p: &str| {
            let path = root.path().join(p);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, b"x").unwrap();
        };
        make("batch/GZ2026-001 甲.zip");
        make("batch/GZ2026-002 乙/01项目申报书.docx");
        make("batch/说明.txt");
        make("one/01项目申报书.docx");
        make("one/附件.zip");
        make("wrapped/申报材料/01项目申报书.docx");
        let names = |p: &str| discover(&[root.path().join(p)]).into_iter().map(|p| p.name).collect::<Vec<_>>();
        assert_eq!(names("batch"), ["GZ2026-001 甲.zip", "GZ2026-002 乙"]);
        assert_eq!(names("one"), ["one"]);
        assert_eq!(names("wrapped"), ["wrapped"]);
        assert_eq!(names("one/附件.zip"), ["附件.zip"]);
    }

    proptest::proptest! {
        #[test]
        fn package_names_never_panic(name: String) {
            let _ = number_in(&name);
        }
    }
}
