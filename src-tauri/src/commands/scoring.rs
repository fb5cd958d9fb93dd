//! The reviewer's draft, and signing it.

use lx_wire::{
    Fault, face,
    scoring::{Abstain, AssessmentView, Declare, Saved, Score, SealSheet, SealedView, SheetView},
};
use tauri::State;

use crate::desk::OpenDesk;

/// The reviewer's whole draft.
#[tauri::command]
pub async fn sheet(desk: State<'_, OpenDesk>) -> Result<SheetView, Fault> {
    desk.with(|desk, texts, _| face::sheet(desk, texts)).await
}

/// One application of the draft.
#[tauri::command]
pub async fn assessment(desk: State<'_, OpenDesk>, number: String) -> Result<AssessmentView, Fault> {
    desk.with(move |desk, texts, _| face::assessment(desk, texts, &number)).await
}

/// Puts points, reasons, places, comments into the draft.
#[tauri::command]
pub async fn score(desk: State<'_, OpenDesk>, request: Score) -> Result<Saved, Fault> {
    desk.with(move |desk, texts, at| face::score(desk, texts, &request, at)).await
}

/// Declares ties.
#[tauri::command]
pub async fn declare(desk: State<'_, OpenDesk>, request: Declare) -> Result<Saved, Fault> {
    desk.with(move |desk, texts, at| face::declare(desk, texts, &request, at)).await
}

/// Gives no score, with a reason.
#[tauri::command]
pub async fn abstain(desk: State<'_, OpenDesk>, request: Abstain) -> Result<Saved, Fault> {
    desk.with(move |desk, texts, at| face::abstain(desk, texts, &request, at)).await
}

/// Signs the draft and writes the scoresheet file.
#[tauri::command]
pub async fn seal_sheet(desk: State<'_, OpenDesk>, request: SealSheet) -> Result<SealedView, Fault> {
    desk.with(move |desk, _, at| face::seal_sheet(desk, &request, at)).await
}
