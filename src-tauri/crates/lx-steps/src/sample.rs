//! The sample batch: a chair and five reviewers with invented names, eight shipped packages, a public passphrase.

use std::{
    fs,
    path::{Path, PathBuf},
};

use include_dir::{Dir, DirEntry, include_dir};
use lx_domain::{Role, UnixMillis};
use lx_intake::Watch;
use lx_ledger::KdfCost;

use crate::{
    Desk, StepError, files,
    identity::{self, Enrolment},
    intake, joining, opening, pattern, profiles, sealing,
};

/// The passphrase of every sample desk; it is public and shown.
pub const PASSPHRASE: &str = "示例口令";
/// Name of the sample batch.
pub const BATCH: &str = "2026年第一批（示例）";

static PACKAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/samples");

/// The people of the sample: invented names, invented institutions, rare hanzi among them.
const PEOPLE: [(&str, &str, Role, &str); 6] = [
    ("沈敬", "广州示例金融研究院", Role::Chair, "chair"),
    ("林知远", "岭南示例大学", Role::Reviewer, "reviewer-1"),
    ("周岚", "珠江示例证券研究所", Role::Reviewer, "reviewer-2"),
    ("陈䶮", "南粤示例科技学院", Role::Reviewer, "reviewer-3"),
    ("何𫖯", "穗城示例会计师事务所", Role::Reviewer, "reviewer-4"),
    ("吴㛃", "湾区示例信息安全中心", Role::Reviewer, "reviewer-5"),
];

/// The folders of the sample batch.
#[derive(Debug, Clone)]
pub struct SampleFolders {
    /// Everything lies in it.
    pub root: PathBuf,
}

/// One desk of the sample.
#[derive(Debug, Clone)]
pub struct SampleDesk {
    /// Its folder.
    pub folder: PathBuf,
    /// Whose.
    pub name: &'static str,
    /// Role.
    pub role: Role,
}

impl SampleFolders {
    /// The sample that is or will be in this folder.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self {
            root: files::absolute(root),
        }
    }

    /// The sample that a desk belongs to, if it belongs to one.
    #[must_use]
    pub fn of_desk(folder: &Path) -> Option<Self> {
        let root = folder.parent()?.parent()?;
        let sample = Self::at(root);
        (root.join("sample.txt").is_file() && sample.desks().iter().any(|d| d.folder == files::absolute(folder))).then_some(sample)
    }

    /// The desks: the chair's, then the reviewers'.
    #[must_use]
    pub fn desks(&self) -> Vec<SampleDesk> {
        let desk = |(name, _, role, folder): (&'static str, &str, Role, &str)| SampleDesk {
            folder: self.root.join("desks").join(folder),
            name,
            role,
        };
        PEOPLE.into_iter().map(desk).collect()
    }

    /// Where scoresheets and reports of the sample are put.
    #[must_use]
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }

    /// Where the packages lie.
    #[must_use]
    pub fn packages(&self) -> PathBuf {
        self.root.join("packages")
    }

    /// The batch file that the chair exports.
    #[must_use]
    pub fn batch_file(&self) -> PathBuf {
        self.files().join("示例批次.lxbatch")
    }

    fn is_made(&self) -> bool {
        self.root.join("sample.txt").is_file()
    }
}

/// Opens the chair's desk of the sample; makes the whole sample at first use, so that the first screen shows imported packages
/// with their findings and nothing screened yet.
///
/// # Errors
/// What the steps refuse; [`StepError::File`].
pub fn open_sample(root: &Path, watch: &mut dyn Watch, at: UnixMillis) -> Result<Desk, StepError> {
    let sample = SampleFolders::at(root);
    let chair = sample.root.join("desks/chair");
    if sample.is_made() {
        return Desk::open(&chair, PASSPHRASE);
    }
    // A half-made sample holds nothing of anybody's.
    for part in ["desks", "files", "packages"] {
        let folder = sample.root.join(part);
        if folder.exists() {
            files::at(&folder, fs::remove_dir_all(&folder))?;
        }
    }
    write_packages(&sample.packages())?;
    let mut cards = Vec::new();
    let mut made = None;
    for (person, desk) in PEOPLE.iter().zip(sample.desks()) {
        let who = Enrolment {
            name: person.0.to_owned(),
            org: person.1.to_owned(),
            role: person.2,
        };
        let mut opened = identity::create(&desk.folder, PASSPHRASE, &who, KdfCost::LIGHT, at)?;
        let card = sample.files().join(format!("{}.lxid", desk.name));
        identity::export_card(&mut opened, &card, at)?;
        if desk.role == Role::Chair {
            made = Some(opened);
        } else {
            cards.push(card);
        }
    }
    let mut desk = made.ok_or(StepError::NotASample)?;
    opening::create_batch(&mut desk, BATCH, profiles::find("guangzhou-2022")?, true, at)?;
    opening::add_cards(&mut desk, &cards, at)?;
    intake::import(&mut desk, &[sample.packages()], watch, at)?;
    files::write(
        &sample.root.join("sample.txt"),
        format!("遴选示例批次。口令 passphrase: {PASSPHRASE}\n").as_bytes(),
    )?;
    Ok(desk)
}

/// Writes the shipped packages into a folder, as institutions would send them.
///
/// # Errors
/// [`StepError::File`].
pub fn write_packages(folder: &Path) -> Result<(), StepError> {
    write_entries(&PACKAGES, folder)
}

fn write_entries(dir: &Dir<'_>, folder: &Path) -> Result<(), StepError> {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(inner) => write_entries(inner, folder)?,
            DirEntry::File(file) => files::write(&folder.join(file.path()), file.contents())?,
        }
    }
    Ok(())
}

/// Opens another desk of the sample. A reviewer who has not opened the batch gets it, once the chair has frozen it: the cards
/// were exchanged when the sample was made.
///
/// # Errors
/// [`StepError::NotASample`], and what opening refuses.
pub fn switch_sample(folder: &Path, at: UnixMillis) -> Result<Desk, StepError> {
    let sample = SampleFolders::of_desk(folder).ok_or(StepError::NotASample)?;
    let mut desk = Desk::open(folder, PASSPHRASE)?;
    if desk.role() == Role::Reviewer && desk.frozen().is_none() && sample.batch_file().is_file() {
        let offer = joining::look(&desk, &sample.batch_file())?;
        joining::open_batch(&mut desk, &sample.batch_file(), &offer.frozen.file.chair, at)?;
    }
    Ok(desk)
}

/// After the freeze of the sample batch: puts the batch file where its reviewers find it.
///
/// # Errors
/// What exporting refuses.
pub fn publish(desk: &mut Desk, at: UnixMillis) -> Result<(), StepError> {
    let is_sample = desk.frozen().is_some_and(|f| f.file.sample);
    match SampleFolders::of_desk(desk.folder()).filter(|_| is_sample) {
        Some(sample) => crate::exporting::export_batch(desk, &sample.batch_file(), &[], at).map(drop),
        None => Ok(()),
    }
}

/// Lets the sample reviewers who have not signed yet score by the fixed pattern, sign, and write their files.
///
/// # Errors
/// [`StepError::NotASample`]; [`StepError::NotFrozen`]; what the steps refuse.
pub fn sample_sheets(desk: &mut Desk, at: UnixMillis) -> Result<Vec<PathBuf>, StepError> {
    let sample = SampleFolders::of_desk(desk.folder()).ok_or(StepError::NotASample)?;
    let frozen = desk.batch()?;
    if !frozen.file.sample {
        return Err(StepError::NotASample);
    }
    if !sample.batch_file().is_file() {
        publish(desk, at)?;
    }
    let own = files::absolute(desk.folder());
    let mut written = Vec::new();
    for reviewer in sample.desks().into_iter().filter(|d| d.role == Role::Reviewer && d.folder != own) {
        let sits = frozen
            .file
            .roster
            .members
            .iter()
            .any(|m| m.role == Role::Reviewer && m.card.name == reviewer.name);
        if !sits {
            continue;
        }
        let mut other = switch_sample(&reviewer.folder, at)?;
        if sealing::latest(&other)?.is_none() {
            pattern::fill(&mut other, at)?;
            sealing::seal_sheet(&mut other, at)?;
        }
        let path = sample.files().join(format!("评分表-{}.lxsheet", reviewer.name));
        sealing::export_sheet(&mut other, &path, at)?;
        written.push(path);
    }
    Ok(written)
}
