//! Starting, the open desk, search, journal.

use std::path::{Path, PathBuf};

use lx_domain::Role;
use lx_steps::{Desk, KdfCost, identity, sample};
use lx_wire::{
    Fault, Lang,
    desk::{AppState, CreateIdentity, DeskView, JournalRow, OpenDesk as Open, SearchHit, SearchedApplication},
    face,
};
use tauri::{AppHandle, State};

use super::watch::Importing;
use crate::desk::OpenDesk;

fn state(desk: &OpenDesk) -> AppState {
    let settings = desk.settings();
    AppState {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        lang: Lang::named(&settings.lang).id().to_owned(),
        recent: settings.recent.clone(),
        pending_files: desk.take_pending(),
        desk_open: desk.is_open(),
        default_folder: free_folder(desk.home()).display().to_string(),
        offer_sample: desk.offers_sample(),
    }
}

/// The first of `desk`, `desk-2`, `desk-3` … that is not there yet.
fn free_folder(home: &Path) -> PathBuf {
    let others = (2_u32..).map(|nth| home.join(format!("desk-{nth}")));
    std::iter::once(home.join("desk"))
        .chain(others)
        .find(|folder| !folder.exists())
        .unwrap_or_else(|| home.join("desk"))
}

/// What the start screen needs.
#[tauri::command]
pub fn app_state(desk: State<'_, OpenDesk>) -> AppState {
    state(&desk)
}

/// Sets the language of messages.
#[tauri::command]
pub fn set_lang(desk: State<'_, OpenDesk>, lang: String) -> AppState {
    let mut settings = desk.settings();
    settings.lang = Lang::named(&lang).id().to_owned();
    // Kept for the next start; where that fails, this one still has it.
    let _ = settings.keep(desk.home());
    drop(settings);
    state(&desk)
}

/// Makes a desk folder, its keys, and opens it.
#[tauri::command]
pub async fn create_identity(desk: State<'_, OpenDesk>, request: CreateIdentity) -> Result<DeskView, Fault> {
    let folder = request.folder.map_or_else(|| free_folder(desk.home()), PathBuf::from);
    let role: Role = face::named("role", &request.role)?;
    let who = identity::Enrolment {
        name: request.name,
        org: request.org,
        role,
    };
    desk.put(move |at| Ok(identity::create(&folder, &request.passphrase, &who, KdfCost::PERSON, at)?))
        .await
}

/// Opens a desk.
#[tauri::command]
pub async fn open_desk(desk: State<'_, OpenDesk>, request: Open) -> Result<DeskView, Fault> {
    desk.put(move |_| Ok(Desk::open(Path::new(&request.folder), &request.passphrase)?))
        .await
}

/// The open desk.
#[tauri::command]
pub async fn desk(desk: State<'_, OpenDesk>) -> Result<DeskView, Fault> {
    desk.with(|desk, texts, _| face::desk(desk, texts)).await
}

/// Opens the chair's desk of the sample batch; makes its desks at first use.
#[tauri::command]
pub async fn open_sample(app: AppHandle, desk: State<'_, OpenDesk>) -> Result<DeskView, Fault> {
    let root = desk.home().join("sample");
    desk.put(move |at| Ok(sample::open_sample(&root, &mut Importing::tell(app), at)?))
        .await
}

/// Opens another desk of the sample batch.
#[tauri::command]
pub async fn switch_sample(desk: State<'_, OpenDesk>, folder: String) -> Result<DeskView, Fault> {
    desk.put(move |at| Ok(sample::switch_sample(Path::new(&folder), at)?)).await
}

/// Closes the desk.
#[tauri::command]
pub async fn close_desk(desk: State<'_, OpenDesk>) -> Result<(), Fault> {
    desk.close().await
}

/// Full text of all packages.
#[tauri::command]
pub async fn search(desk: State<'_, OpenDesk>, text: String) -> Result<Vec<SearchHit>, Fault> {
    desk.with(move |desk, _, _| face::search(desk, &text)).await
}

/// What every application says of a text.
#[tauri::command]
pub async fn search_all(desk: State<'_, OpenDesk>, text: String) -> Result<Vec<SearchedApplication>, Fault> {
    desk.with(move |desk, _, _| face::search_all(desk, &text)).await
}

/// The journal, newest first.
#[tauri::command]
pub async fn journal(desk: State<'_, OpenDesk>) -> Result<Vec<JournalRow>, Fault> {
    desk.with(|desk, _, _| face::journal(desk)).await
}
