//! Opinions and the decision.

use lx_wire::{
    Fault,
    deciding::{DecidingView, Opine},
    face,
    merging::StandingView,
};
use tauri::State;

use crate::desk::OpenDesk;

/// Drafts an opinion.
#[tauri::command]
pub async fn opine(desk: State<'_, OpenDesk>, request: Opine) -> Result<StandingView, Fault> {
    desk.with(move |desk, texts, at| face::opine(desk, texts, &request, at)).await
}

/// The decision so far.
#[tauri::command]
pub async fn deciding(desk: State<'_, OpenDesk>) -> Result<DecidingView, Fault> {
    desk.with(|desk, texts, _| face::deciding(desk, texts)).await
}

/// Enters a dissent; an empty text takes it back.
#[tauri::command]
pub async fn dissent(desk: State<'_, OpenDesk>, fingerprint: String, text: String) -> Result<DecidingView, Fault> {
    desk.with(move |desk, texts, at| face::dissent(desk, texts, &fingerprint, &text, at))
        .await
}

/// Signs the decision.
#[tauri::command]
pub async fn decide(desk: State<'_, OpenDesk>, passphrase: String) -> Result<DecidingView, Fault> {
    desk.with(move |desk, texts, at| face::decide(desk, texts, &passphrase, at)).await
}
