//! Batch, roster, freeze, export, joining.

use lx_wire::{
    Fault,
    desk::DeskView,
    face,
    opening::{BatchOffer, CreateBatch, ExportBatch, MemberView, OpeningView, ProfileName, RosterOutcome},
    profiles::ProfileLook,
};
use tauri::State;

use crate::desk::OpenDesk;

/// The shipped profiles.
#[tauri::command]
pub fn profiles(desk: State<'_, OpenDesk>) -> Result<Vec<ProfileName>, Fault> {
    face::profiles(desk.texts())
}

/// A profile in words with everything that is wrong with it.
#[tauri::command]
pub async fn look_at_profile(desk: State<'_, OpenDesk>, name: String) -> Result<ProfileLook, Fault> {
    desk.with(move |desk, texts, _| {
        if name.is_empty() {
            face::look_at_own_profile(desk, texts)
        } else {
            face::look_at_profile(texts, &name)
        }
    })
    .await
}

/// Writes a copy of a profile to edit.
#[tauri::command]
pub async fn export_profile(desk: State<'_, OpenDesk>, name: String, path: String) -> Result<String, Fault> {
    desk.with(move |desk, _, _| face::export_profile(desk, &name, &path)).await
}

/// Makes the batch of this desk.
#[tauri::command]
pub async fn create_batch(desk: State<'_, OpenDesk>, request: CreateBatch) -> Result<DeskView, Fault> {
    desk.with(move |desk, texts, at| face::create_batch(desk, texts, &request, at))
        .await
}

/// The committee.
#[tauri::command]
pub async fn roster(desk: State<'_, OpenDesk>) -> Result<Vec<MemberView>, Fault> {
    desk.with(|desk, _, _| face::roster(desk)).await
}

/// Adds members by their cards.
#[tauri::command]
pub async fn add_cards(desk: State<'_, OpenDesk>, paths: Vec<String>) -> Result<RosterOutcome, Fault> {
    desk.with(move |desk, texts, at| face::add_cards(desk, texts, &paths, at)).await
}

/// Takes a member off the draft roster.
#[tauri::command]
pub async fn remove_member(desk: State<'_, OpenDesk>, fingerprint: String) -> Result<Vec<MemberView>, Fault> {
    desk.with(move |desk, _, at| face::remove_member(desk, &fingerprint, at)).await
}

/// Gives a member another role.
#[tauri::command]
pub async fn set_member_role(desk: State<'_, OpenDesk>, fingerprint: String, role: String) -> Result<Vec<MemberView>, Fault> {
    desk.with(move |desk, _, at| face::set_member_role(desk, &fingerprint, &role, at))
        .await
}

/// Writes this person's card.
#[tauri::command]
pub async fn export_card(desk: State<'_, OpenDesk>, path: String) -> Result<String, Fault> {
    desk.with(move |desk, _, at| face::export_card(desk, &path, at)).await
}

/// What must be settled before the review is opened.
#[tauri::command]
pub async fn opening(desk: State<'_, OpenDesk>) -> Result<OpeningView, Fault> {
    desk.with(|desk, texts, _| face::opening(desk, texts)).await
}

/// Freezes the batch (启动评审).
#[tauri::command]
pub async fn freeze(desk: State<'_, OpenDesk>, passphrase: String) -> Result<OpeningView, Fault> {
    desk.with(move |desk, texts, at| face::freeze(desk, texts, &passphrase, at)).await
}

/// Writes the batch file.
#[tauri::command]
pub async fn export_batch(desk: State<'_, OpenDesk>, request: ExportBatch) -> Result<Vec<String>, Fault> {
    desk.with(move |desk, _, at| face::export_batch(desk, &request, at)).await
}

/// What a batch file says before it is trusted.
#[tauri::command]
pub async fn look_at_batch(desk: State<'_, OpenDesk>, path: String) -> Result<BatchOffer, Fault> {
    desk.with(move |desk, _, _| face::look_at_batch(desk, &path)).await
}

/// Opens a batch file whose chair's key was compared with paper.
#[tauri::command]
pub async fn open_batch(desk: State<'_, OpenDesk>, path: String, chair: String) -> Result<DeskView, Fault> {
    desk.with(move |desk, texts, at| face::open_batch(desk, texts, &path, &chair, at))
        .await
}
