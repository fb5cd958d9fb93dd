//! Starting, the open desk, search, journal.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the start screen needs. Command `app_state() -> AppState`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppState {
    /// Version of the program.
    pub version: String,
    /// `zh-CN` or `en`.
    pub lang: String,
    /// Desks opened before, latest first.
    pub recent: Vec<RecentDesk>,
    /// Files given on the command line or by the desktop, waiting to be taken.
    pub pending_files: Vec<String>,
    /// Whether a desk is open now.
    pub desk_open: bool,
    /// Where a new desk would be put.
    pub default_folder: String,
    /// Whether the sample batch should be offered first (`make run`).
    pub offer_sample: bool,
}

/// A desk opened before.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RecentDesk {
    /// Its folder.
    pub folder: String,
    /// Whose.
    pub name: String,
    /// `secretary|reviewer|chair|deputy|supervisor`.
    pub role: String,
    /// The batch, once there is one.
    pub batch: Option<String>,
    /// Whether it belongs to the sample batch.
    pub sample: bool,
    /// When last opened.
    pub opened_at: i64,
}

/// Command `create_identity(request) -> DeskView`: makes the desk folder, the keys and opens it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CreateIdentity {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// Role asked for.
    pub role: String,
    /// 口令.
    pub passphrase: String,
    /// Folder; absent for the default one.
    pub folder: Option<String>,
}

/// Command `open_desk(request) -> DeskView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenDesk {
    /// Its folder.
    pub folder: String,
    /// 口令.
    pub passphrase: String,
}

/// The open desk. Commands `desk() -> DeskView`, `open_sample() -> DeskView` (makes the sample desks at first use, opens the
/// chair's), `switch_sample(folder) -> DeskView`, `close_desk() -> ()`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeskView {
    /// Its folder.
    pub folder: String,
    /// Whose it is.
    pub person: PersonView,
    /// The batch, once created or opened.
    pub batch: Option<BatchView>,
    /// For the sample batch: all its desks, to switch between.
    pub sample: Option<SampleView>,
    /// The road of six stations (secretary, chair, deputy, supervisor); empty for a reviewer.
    pub stations: Vec<StationView>,
    /// Where a face should start: a station id, or `scoring` for a reviewer, `waiting` for a reviewer without a batch.
    pub here: String,
}

/// The desks of the sample batch; their passphrase is public and shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SampleView {
    /// The desks.
    pub desks: Vec<RecentDesk>,
    /// Their passphrase.
    pub passphrase: String,
    /// Folder where sample files (scoresheets, reports) are put.
    pub folder: String,
}

/// A person.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PersonView {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// Role in the batch, else the one asked for.
    pub role: String,
    /// 公钥校验码, all of it.
    pub fingerprint: String,
    /// Its short form.
    pub short: String,
}

/// A batch at a glance.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BatchView {
    /// Random name.
    pub id: String,
    /// 批次名称.
    pub name: String,
    /// Name of the profile.
    pub profile: String,
    /// Short digest of the profile.
    pub rubric_short: String,
    /// Whole digest of the profile.
    pub rubric_digest: String,
    /// Whether it is frozen (评审已启动).
    pub frozen: bool,
    /// Whether it is the sample.
    pub sample: bool,
    /// Received applications.
    pub received: u32,
    /// Those that are scored.
    pub scored: u32,
    /// Those forwarded (代收).
    pub forwarded: u32,
    /// Reviewers on the roster.
    pub reviewers: u32,
    /// Scoresheets merged.
    pub sheets: u32,
    /// Whether the decision is signed.
    pub decided: bool,
}

/// One station: `screening|opening|merging|deliberating|deciding|reporting`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StationView {
    /// Which.
    pub id: String,
    /// `done|now|later`.
    pub state: String,
    /// Such as `7/7`; may be empty.
    pub note: String,
}

/// Command `search(text) -> Vec<SearchHit>`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchHit {
    /// Application.
    pub number: String,
    /// Path of the document.
    pub document: String,
    /// Digest of the document.
    pub digest: String,
    /// Place in it (`第3页`).
    pub page: String,
    /// Words around the hit.
    pub snippet: String,
    /// Where the hit begins in the snippet, in UTF-16 units.
    pub hit_start: u32,
    /// The first unit behind it.
    pub hit_end: u32,
}

/// Command `search_all(text) -> Vec<SearchedApplication>`: what one application says.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SearchedApplication {
    /// Application.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Hits in the order of its documents.
    pub hits: Vec<SearchHit>,
    /// Whether there are further ones.
    pub more: bool,
}

/// Command `journal() -> Vec<JournalRow>`, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JournalRow {
    /// Place in the chain.
    pub seq: i64,
    /// Kind of step; words under `journal-<kind>`.
    pub kind: String,
    /// Short digest of what it concerns.
    pub short: String,
    /// Facts, already in words that need no translation (numbers, names).
    pub detail: String,
    /// When.
    pub at: i64,
}

/// Event `progress`, sent while long work runs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Progress {
    /// What runs: `import|preview|report|merge`.
    pub task: String,
    /// Bytes or things done.
    pub done: f64,
    /// Of how many; 0 where unknown.
    pub total: f64,
    /// What is in work now.
    pub label: String,
    /// Bytes taken of the package at hand.
    pub bytes: f64,
    /// Documents taken of it.
    pub files: u32,
    /// Which package, from 1; 0 where the work has none.
    pub package: u32,
    /// Of how many.
    pub packages: u32,
    /// Whether `cancel_import` ends it.
    pub cancellable: bool,
}
