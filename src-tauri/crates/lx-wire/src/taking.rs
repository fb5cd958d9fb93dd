//! A look at packages before they are taken, entries that were put aside, the spreadsheet that lists the batch.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::screening::{FindingView, RefusedFile};

/// A look in the window. Command `preview_packages(paths) -> LookView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LookView {
    /// Which look this is: what follows names it, so that nothing is taken of packages that nobody was shown.
    pub look: u32,
    /// What would be taken.
    pub preview: PreviewView,
}

/// What would be taken: of a look in the window, and of `linxuan import --dry-run`. Nothing is written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewView {
    /// Packages that can be taken, in the order in which they would be.
    pub packages: Vec<PackagePreview>,
    /// Packages that would be refused.
    pub refused: Vec<RefusedFile>,
    /// Loose files in a folder of packages, which belong to none of them and would be left out.
    pub left: Vec<String>,
    /// The spreadsheet among them that lists the batch (申报汇总表); what comes with the same drop counts as received.
    pub listing: Option<ListingView>,
}

/// One package that can be taken. Command `preview_under(look, package, encoding) -> PackagePreview` decodes its names again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PackagePreview {
    /// Which of the packages looked at, from 0.
    pub index: u32,
    /// Where it lies.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Number by its name.
    pub number: Option<String>,
    /// Title by its name.
    pub title: String,
    /// Whether the application of this number is here, or comes before it in the same drop.
    pub here: bool,
    /// What becomes of it: `new`, `version` (replaces what is there, earlier versions are kept) or `addition` (added to it).
    pub placing: String,
    /// What it would be to an application that a person names: `version` or `addition`.
    pub proposed: String,
    /// The application that holds the very same package already.
    pub already: Option<String>,
    /// Whether that application, or the one of its number, moved to the next batch; what is taken stays there with it.
    pub set_aside: bool,
    /// How most names that state no encoding are read: `gb18030|utf-8|big5|cp437`.
    pub encoding: String,
    /// Whether a person chose it.
    pub chosen: bool,
    /// Names that state no encoding: only these change with it.
    pub undecided: u64,
    /// Documents and archives inside that would be taken.
    pub files: u64,
    /// Their bytes as declared.
    pub bytes: u64,
    /// Entries that would be put aside.
    pub aside: u64,
    /// Entries that systems made by themselves, which are skipped.
    pub skipped: u64,
    /// Whether a person should look at the entries before taking it.
    pub doubtful: bool,
    /// The entries; at most 300, those to be looked at first where there are more.
    pub entries: Vec<EntryPreview>,
    /// How many are not listed.
    pub more: u64,
}

/// An entry of a package that was not taken yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryPreview {
    /// The label under which it would be kept.
    pub path: String,
    /// Bytes as declared.
    pub bytes: u64,
    /// What becomes of it: `taken|nested|junk|quarantined`.
    pub fate: String,
    /// What is to be said of it, in the language of the face; empty for most.
    pub note: String,
}

/// Command `import_packages(request) -> ImportOutcome`: takes packages of the last look.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportPackages {
    /// The look that was shown; another one since then is a refusal.
    pub look: u32,
    /// Which, and as what.
    pub packages: Vec<ImportPackage>,
    /// Whether the listing among them is kept.
    pub listing: bool,
}

/// One package of the last look. Its names are read as they were looked at last.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportPackage {
    /// Its index.
    pub index: u32,
    /// Number of the application it goes to, where it is not the one of its name.
    pub into: Option<String>,
    /// `version|addition`, where a person chose.
    pub placing: Option<String>,
}

/// The beginning of an entry that was put aside. Command `peek(number, path) -> PeekView`, `linxuan peek NUMBER PATH`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PeekView {
    /// Application.
    pub number: String,
    /// Label of the entry.
    pub path: String,
    /// Bytes shown, at most 65,536.
    pub bytes: u32,
    /// Whether there are more.
    pub more: bool,
    /// Whether these are the bytes as they lie in the archive, since they cannot be unpacked.
    pub packed: bool,
    /// Lines of offset, 16 bytes in hexadecimal, and the same as ASCII.
    pub hex: String,
    /// As text, what cannot be shown as `·`.
    pub text: String,
}

/// The spreadsheet that lists the batch beside what was received. Commands `listing`, `look_at_listing`, `keep_listing`;
/// `linxuan listing [FILE]`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListingView {
    /// Name of the file.
    pub name: String,
    /// Name of the sheet; empty for text.
    pub sheet: String,
    /// Columns that were understood, from the left.
    pub columns: Vec<ListingColumn>,
    /// Headings of columns that were not.
    pub unknown: Vec<String>,
    /// Its rows, from the top.
    pub rows: Vec<ListingRow>,
    /// Rows whose application was received.
    pub received: u32,
    /// Rows of which nothing was received.
    pub missing: u32,
    /// Applications here that it does not list.
    pub unlisted: Vec<String>,
    /// What is odd about the spreadsheet itself.
    pub findings: Vec<FindingView>,
    /// Whether it is kept on this desk.
    pub kept: bool,
}

/// A column of a listing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListingColumn {
    /// What it holds: `number|title|track|lead|joint|credit_code|class|place|…`.
    pub field: String,
    /// Its heading as written.
    pub heading: String,
}

/// A row of a listing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListingRow {
    /// Row of the sheet, from 1.
    pub row: u32,
    /// Values in the order of the columns.
    pub cells: Vec<String>,
    /// Number of the application it was matched with.
    pub matched: Option<String>,
    /// How many facts of it contradict the application.
    pub contradictions: u32,
}
