//! What was dropped: one application per package.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use lx_domain::ApplicationNumber;
use unicode_normalization::UnicodeNormalization;

use crate::{
    archive::junk::is_junk,
    magic::{extension, named_archive},
};

/// How a package lies on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One file: an archive, or a single loose document.
    File,
    /// A folder of documents.
    Folder,
    /// Loose documents that came together, in the order given.
    Loose(Vec<PathBuf>),
}

/// One package to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagePath {
    /// File or folder name as people know it, such as `GZ2026-001 ….zip`.
    pub name: String,
    /// Where it lies; of loose documents the first.
    pub path: PathBuf,
    /// File, folder or loose documents.
    pub shape: Shape,
}

impl PackagePath {
    /// The application number that its name begins with.
    #[must_use]
    pub fn number(&self) -> Option<ApplicationNumber> {
        number_in(self.stem()).and_then(|(number, _)| number.parse().ok())
    }

    /// The title as its name has it: what stands behind the number, else the whole name.
    #[must_use]
    pub fn title(&self) -> String {
        match number_in(self.stem()) {
            Some((_, title)) if !title.is_empty() => title,
            _ => self.stem().to_owned(),
        }
    }

    /// Bytes on the disk that are easily told: of a file and of loose documents.
    #[must_use]
    pub fn bytes(&self) -> Option<u64> {
        let size = |path: &PathBuf| fs::metadata(path).map_or(0, |m| m.len());
        match &self.shape {
            Shape::File => Some(size(&self.path)),
            Shape::Loose(files) => Some(files.iter().map(size).sum()),
            Shape::Folder => None,
        }
    }

    /// The name without what says that it is an archive.
    fn stem(&self) -> &str {
        let stem = match self.shape {
            Shape::File => self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem),
            Shape::Folder | Shape::Loose(_) => &self.name,
        };
        stem.strip_suffix(".tar").unwrap_or(stem)
    }
}

/// What lies under some paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discovered {
    /// The packages.
    pub packages: Vec<PackagePath>,
    /// Loose files beside packages in a folder, which belong to none of them.
    pub left: Vec<PathBuf>,
}

/// Words in the name of the paper that every application has.
const FORM_WORDS: [&str; 4] = ["申报书", "申报表", "申请书", "申请表"];

/// Words in the name of a paper that is about the form and not the form: 关于申报书的补充说明.
const ABOUT_FORM: [&str; 10] = ["说明", "补充", "补正", "更正", "勘误", "修改", "回复", "答复", "对照", "模板"];

/// Words in the name of a spreadsheet that lists the applications of a batch.
const LISTING_WORDS: [&str; 6] = ["汇总", "一览", "清单", "登记", "名册", "统计"];
/// Endings of spreadsheets.
const SHEETS: [&str; 5] = ["xlsx", "xls", "et", "ods", "csv"];

/// What packages do these paths hold? A folder whose children look like packages is a folder of packages, otherwise it
/// is one package; a file is one package, but loose documents without a number that were given together are one. In the
/// order given, children by name, each path once.
#[must_use]
pub fn discover(paths: &[PathBuf]) -> Vec<PackagePath> {
    discover_all(paths).packages
}

/// As [`discover`], and what was left out.
#[must_use]
pub fn discover_all(paths: &[PathBuf]) -> Discovered {
    let mut seen = BTreeSet::new();
    let mut found = Discovered::default();
    let mut loose = Vec::new();
    for path in paths {
        for package in packages_at(path, 0, &mut found.left) {
            if !seen.insert(package.path.clone()) {
                continue;
            }
            if is_loose(&package) {
                loose.push(package);
            } else {
                found.packages.push(package);
            }
        }
    }
    if loose.len() > 1 {
        found.packages.push(together(loose));
    } else {
        found.packages.append(&mut loose);
    }
    found
}

/// A document by itself that no number gives to an application. A spreadsheet may list the batch and stays alone.
fn is_loose(package: &PackagePath) -> bool {
    package.shape == Shape::File && !named_archive(&package.name) && number_in(&package.name).is_none() && !is_listing(&package.name)
}

fn is_listing(name: &str) -> bool {
    is_sheet(name) && LISTING_WORDS.iter().any(|word| name.contains(word))
}

/// Whether a name is that of a spreadsheet.
#[must_use]
pub fn is_sheet(name: &str) -> bool {
    SHEETS.contains(&extension(name).as_str())
}

/// Whether the name of a document says that it is an application form. A package with one is a whole application, so what
/// only may be one is none: the folders it lies in don't count, nor does a paper about the form.
#[must_use]
pub fn is_form(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    FORM_WORDS.iter().any(|word| name.contains(word)) && !ABOUT_FORM.iter().any(|word| name.contains(word))
}

/// Loose documents as one package: under the name of their folder where that has a number, else under their own names.
fn together(loose: Vec<PackagePath>) -> PackagePath {
    let folders: BTreeSet<&Path> = loose.iter().filter_map(|one| one.path.parent()).collect();
    let folder = match folders.iter().next() {
        Some(only) if folders.len() == 1 => Some(name_of(only)).filter(|name| number_in(name).is_some()),
        _ => None,
    };
    let names = || {
        let shown: Vec<&str> = loose.iter().take(3).map(|one| one.name.as_str()).collect();
        format!("{}{}", shown.join("、"), if loose.len() > 3 { "…" } else { "" })
    };
    PackagePath {
        name: folder.unwrap_or_else(names),
        path: loose.first().map(|one| one.path.clone()).unwrap_or_default(),
        shape: Shape::Loose(loose.into_iter().map(|one| one.path).collect()),
    }
}

fn packages_at(path: &Path, depth: u32, left: &mut Vec<PathBuf>) -> Vec<PackagePath> {
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
        let (single, others): (Vec<_>, Vec<_>) = loose
            .into_iter()
            .partition(|l| number_in(&name_of(l)).is_some() || is_listing(&name_of(l)));
        left.extend(others);
        let inner = containers.into_iter().chain(single);
        return inner
            .flat_map(|c| {
                if c.is_dir() {
                    packages_at(&c, depth + 1, left)
                } else {
                    vec![file(c)]
                }
            })
            .collect();
    }
    // Folders of packages deeper down, with what lies about on a stick beside them.
    if !loose.iter().any(|l| is_form(&name_of(l))) {
        let (mut inner, mut apart) = (Vec::new(), loose.clone());
        for container in &containers {
            let mut beside = Vec::new();
            let mut found = if container.is_dir() {
                packages_at(container, depth + 1, &mut beside)
            } else {
                Vec::new()
            };
            if found.len() > 1 || found.iter().any(is_told) {
                inner.append(&mut found);
                apart.append(&mut beside);
            } else {
                apart.push(container.clone());
            }
        }
        let wrapped = containers.len() == 1 && loose.is_empty() && inner.len() > 1;
        if wrapped || inner.iter().filter(|package| is_told(package)).count() > 1 {
            left.append(&mut apart);
            return inner;
        }
    }
    vec![here]
}

/// Whether a package says of itself that it is an application.
fn is_told(package: &PackagePath) -> bool {
    package.number().is_some() || (package.shape == Shape::Folder && has_form(&package.path))
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
    children(folder).iter().any(|c| is_form(&name_of(c)))
}

/// The last part of a path, for people.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().nfc().collect())
}

/// What may be put around a number.
const AROUND: [(char, char); 6] = [('【', '】'), ('[', ']'), ('［', '］'), ('(', ')'), ('（', '）'), ('〔', '〕')];

/// The application number a package name begins with, and the title that follows it as it is written: only what parts the two
/// is left out.
pub(crate) fn number_in(name: &str) -> Option<(String, String)> {
    let name: String = name.nfc().collect();
    let inner = name.trim_start_matches(AROUND.map(|(open, _)| open));
    let (letters, rest) = run(inner, |c| c.is_ascii_alphabetic());
    let (year, rest) = run(rest, |c| c.is_ascii_digit());
    let (serial, tail) = run(rest.strip_prefix(['-', '–', '—', '_', '－', '＿'])?, |c| c.is_ascii_digit());
    let whole = (1..=6).contains(&letters.len()) && year.len() == 4 && (2..=6).contains(&serial.len());
    if !whole || tail.chars().next().is_some_and(|c| narrow(c).is_ascii_alphanumeric()) {
        return None;
    }
    let parts = |c: char| c.is_whitespace() || "-–—_－＿.．·:：、,，".contains(c) || AROUND.iter().any(|(_, close)| *close == c);
    let title = tail.trim_start_matches(parts).trim_end();
    // 【GZ2026-001 甲】 is closed behind the title, 【GZ2026-001】甲 before it.
    let around = AROUND.iter().find(|(open, _)| name.starts_with(*open) && !inner.contains(*open));
    let title = around.and_then(|(_, close)| title.strip_suffix(*close)).unwrap_or(title);
    Some((format!("{}{year}-{serial}", letters.to_uppercase()), title.to_owned()))
}

/// What a text begins with as far as its characters are such, in half width, and the rest of it.
fn run(text: &str, such: fn(char) -> bool) -> (String, &str) {
    let rest = text.trim_start_matches(|c| such(narrow(c)));
    let until = text.len().saturating_sub(rest.len());
    (text.get(..until).unwrap_or_default().chars().map(narrow).collect(), rest)
}

/// A letter or digit of full width as one of half.
fn narrow(c: char) -> char {
    const WIDTH: u32 = 0xFEE0;
    let half = u32::from(c).checked_sub(WIDTH).and_then(char::from_u32);
    half.filter(char::is_ascii_graphic).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{Shape, discover, discover_all, is_form, number_in};

    #[test]
    fn a_form_is_known_by_its_own_name_and_not_by_what_is_about_it() {
        for name in ["01项目申报书.docx", "材料/附件1 项目申报表（盖章）.pdf", "申请书（修订版）.wps"] {
            assert!(is_form(name), "{name}");
        }
        for name in [
            "关于申报书的补充说明.docx",
            "申报书补正/07承诺函.pdf",
            "01项目申报书/营业执照.pdf",
            "申报书修改说明.docx",
            "申报书填写模板.docx",
        ] {
            assert!(!is_form(name), "{name}");
        }
    }

    #[test]
    fn numbers_stand_before_the_title_of_a_package() {
        assert_eq!(number_in("GZ2026-001 隐私计算"), Some(("GZ2026-001".into(), "隐私计算".into())));
        assert_eq!(number_in("【gz2026-012】甲"), Some(("GZ2026-012".into(), "甲".into())));
        assert_eq!(number_in("申报材料"), None);
        assert_eq!(number_in("a2026"), None);
        assert_eq!(number_in("IMG2026-0011a.jpg"), None);
    }

    #[test]
    fn a_title_keeps_its_punctuation_and_loses_only_what_parts_it_from_the_number() {
        for (name, title) in [
            ("GZ2026-001 《债券：做市》平台（二期）", "《债券：做市》平台（二期）"),
            ("GZ2026-001：“智能投顾”，适当性管理（试点）", "“智能投顾”，适当性管理（试点）"),
            ("GZ2026-001（二期）跨境理财", "（二期）跨境理财"),
            ("ＧＺ２０２６－００１　（一）ＡＩ平台。", "（一）ＡＩ平台。"),
            ("【GZ2026-001】-甲【试点】", "甲【试点】"),
            ("（GZ2026-001）甲项目（二期）", "甲项目（二期）"),
            ("【GZ2026-001 甲】", "甲"),
            ("（GZ2026-001_甲项目）", "甲项目"),
            ("GZ2026-001_甲_乙 ", "甲_乙"),
            ("GZ2026-001", ""),
        ] {
            assert_eq!(number_in(name), Some(("GZ2026-001".into(), title.into())), "{name}");
        }
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
        make("stick/通讯录.txt");
        make("stick/照片/1.jpg");
        make("stick/System Volume Information/x.dat");
        make("stick/申报材料/GZ2026-003 丙/01项目申报书.docx");
        make("stick/申报材料/丁公司/申报表.docx");
        let names = |p: &str| discover(&[root.path().join(p)]).into_iter().map(|p| p.name).collect::<Vec<_>>();
        assert_eq!(names("batch"), ["GZ2026-001 甲.zip", "GZ2026-002 乙"]);
        assert_eq!(names("one"), ["one"]);
        assert_eq!(names("wrapped"), ["wrapped"]);
        assert_eq!(names("stick"), ["GZ2026-003 丙", "丁公司"]);
        let left = discover_all(&[root.path().join("stick")]).left;
        assert_eq!(left, ["通讯录.txt", "照片"].map(|name| root.path().join("stick").join(name)));
        assert_eq!(names("one/附件.zip"), ["附件.zip"]);
    }

    #[test]
    fn loose_documents_that_came_together_are_one_package() {
        let given = |names: &[&str]| names.iter().map(std::path::PathBuf::from).collect::<Vec<_>>();
        let found = discover(&given(&[
            "/x/申报书.docx",
            "/x/GZ2026-001 甲.zip",
            "/y/承诺函.pdf",
            "/x/汇总表.xlsx",
        ]));
        let shown: Vec<_> = found.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(shown, ["GZ2026-001 甲.zip", "汇总表.xlsx", "申报书.docx、承诺函.pdf"]);
        assert!(matches!(&found[2].shape, Shape::Loose(files) if files.len() == 2));
        let found = discover(&given(&["/GZ2026-004 丁/a.docx", "/GZ2026-004 丁/b.docx"]));
        assert_eq!(
            found[0].number().unwrap().as_str(),
            "GZ2026-004",
            "the folder they lie in has the number"
        );
        assert_eq!(found[0].title(), "丁");
        assert_eq!(discover(&given(&["/x/GZ2026-001 补充.tar.gz"]))[0].title(), "补充");
        assert_eq!(discover(&given(&["/x/a.docx"]))[0].shape, Shape::File);
    }

    #[test]
    fn what_lies_beside_packages_in_a_folder_is_said() {
        let root = tempfile::tempdir().unwrap();
        for name in ["GZ2026-001 甲.zip", "GZ2026-002 乙.zip", "说明.txt", "2026年申报汇总表.xlsx"] {
            std::fs::write(root.path().join(name), b"x").unwrap();
        }
        let found = discover_all(&[root.path().to_owned()]);
        let names: Vec<_> = found.packages.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names, ["GZ2026-001 甲.zip", "GZ2026-002 乙.zip", "2026年申报汇总表.xlsx"]);
        assert_eq!(found.left, [root.path().join("说明.txt")]);
    }

    proptest::proptest! {
        #[test]
        fn package_names_never_panic(name: String) {
            let _ = number_in(&name);
        }
    }
}
