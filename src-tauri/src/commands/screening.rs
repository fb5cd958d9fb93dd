//! Applications, screening, documents.

use lx_wire::{
    Fault,
    beginning::{Begin, BegunView},
    face,
    screening::{ApplicationRow, ApplicationView, CorrectField, DocumentView, Screen},
};
use tauri::State;

use crate::desk::OpenDesk;

/// The package list.
#[tauri::command]
pub async fn applications(desk: State<'_, OpenDesk>) -> Result<Vec<ApplicationRow>, Fault> {
    desk.with(|desk, _, _| face::applications(desk)).await
}

/// One application.
#[tauri::command]
pub async fn application(desk: State<'_, OpenDesk>, number: String) -> Result<ApplicationView, Fault> {
    desk.with(move |desk, texts, _| face::application(desk, texts, &number)).await
}

/// Screens one application.
#[tauri::command]
pub async fn screen(desk: State<'_, OpenDesk>, request: Screen) -> Result<ApplicationView, Fault> {
    desk.with(move |desk, texts, at| face::screen(desk, texts, &request, at)).await
}

/// Confirms or corrects a field.
#[tauri::command]
pub async fn correct_field(desk: State<'_, OpenDesk>, request: CorrectField) -> Result<ApplicationView, Fault> {
    desk.with(move |desk, texts, at| face::correct_field(desk, texts, &request, at))
        .await
}

/// What was typed or chosen and not said yet.
#[tauri::command]
pub async fn begun(desk: State<'_, OpenDesk>) -> Result<Vec<BegunView>, Fault> {
    desk.with(|desk, _, _| face::begun(desk)).await
}

/// Keeps what stands in a field, or forgets it.
#[tauri::command]
pub async fn begin(desk: State<'_, OpenDesk>, request: Begin) -> Result<(), Fault> {
    desk.with(move |desk, _, _| face::begin(desk, &request)).await
}

/// A document as text.
#[tauri::command]
pub async fn document(desk: State<'_, OpenDesk>, digest: String) -> Result<DocumentView, Fault> {
    desk.with(move |desk, texts, _| face::document(desk, texts, &digest)).await
}
