//! What a directory says of its entries, before anything is unpacked.

use super::names::Name;

/// One entry as its archive lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Where it stands among the entries of its archive.
    pub(crate) index: usize,
    /// Its name as it came.
    pub(crate) raw: Vec<u8>,
    /// Whether the archive says how the name is to be read.
    pub(crate) stated: bool,
    /// Unpacked bytes as declared.
    pub(crate) bytes: u64,
    /// Why it cannot be taken; `link`, `method`, `sparse`, `special`.
    pub(crate) aside: Option<&'static str>,
}

impl Listed {
    /// Whether it is nothing but a folder.
    pub(crate) fn is_folder(&self, name: &Name) -> bool {
        self.bytes == 0 && name.text.ends_with(['/', '\\'])
    }
}
