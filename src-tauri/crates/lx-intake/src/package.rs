//! What was dropped: one application per package.

use std::path::{Path, PathBuf};

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

/// What packages do these paths hold? A folder whose children look like packages is a folder of packages, otherwise it
/// is one package; a file is one package. Sorted by name, each path once.
#[must_use]
pub fn discover(paths: &[PathBuf]) -> Vec<PackagePath> {
    let _ = paths;
    todo!()
}

/// The last part of a path, for people.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}
