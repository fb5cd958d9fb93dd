//! Receipts, notices, versions, differences; applications moved to the next batch.

use lx_wire::{
    Fault, face,
    screening::ApplicationView,
    supplementing::{
        Compare, CompareTexts, ComparisonView, Defer, MakeNotice, MakeReceipt, NoticeLineView, PaperView, ReceptionView,
        TextComparisonView, VersionView, WriteFirstReading,
    },
};
use tauri::State;

use crate::desk::OpenDesk;

/// Writes the first reading of a forwarded application.
#[tauri::command]
pub async fn first_reading(desk: State<'_, OpenDesk>, request: WriteFirstReading) -> Result<ApplicationView, Fault> {
    desk.with(move |desk, texts, at| face::first_reading(desk, texts, &request, at))
        .await
}

/// Writes the receipt of the latest package.
#[tauri::command]
pub async fn make_receipt(desk: State<'_, OpenDesk>, request: MakeReceipt) -> Result<PaperView, Fault> {
    desk.with(move |desk, _, at| face::make_receipt(desk, &request, at)).await
}

/// Everything that a notice can ask for.
#[tauri::command]
pub async fn notice_lines(desk: State<'_, OpenDesk>, number: String) -> Result<Vec<NoticeLineView>, Fault> {
    desk.with(move |desk, texts, _| face::notice_lines(desk, texts, &number)).await
}

/// Writes the notice of what is to be supplied.
#[tauri::command]
pub async fn make_notice(desk: State<'_, OpenDesk>, request: MakeNotice) -> Result<PaperView, Fault> {
    desk.with(move |desk, _, at| face::make_notice(desk, &request, at)).await
}

/// The versions of an application, oldest first.
#[tauri::command]
pub async fn versions(desk: State<'_, OpenDesk>, number: String) -> Result<Vec<VersionView>, Fault> {
    desk.with(move |desk, _, _| face::versions(desk, &number)).await
}

/// Two versions beside each other.
#[tauri::command]
pub async fn compare(desk: State<'_, OpenDesk>, request: Compare) -> Result<ComparisonView, Fault> {
    desk.with(move |desk, texts, _| face::compare(desk, texts, &request)).await
}

/// What differs in the text of one document.
#[tauri::command]
pub async fn compare_texts(desk: State<'_, OpenDesk>, request: CompareTexts) -> Result<TextComparisonView, Fault> {
    desk.with(move |desk, _, _| face::compare_texts(desk, &request)).await
}

/// Deadline, late ones, those moved to the next batch.
#[tauri::command]
pub async fn reception(desk: State<'_, OpenDesk>) -> Result<ReceptionView, Fault> {
    desk.with(|desk, _, _| face::reception(desk)).await
}

/// Sets the deadline, or takes it away.
#[tauri::command]
pub async fn set_deadline(desk: State<'_, OpenDesk>, deadline: Option<String>) -> Result<ReceptionView, Fault> {
    desk.with(move |desk, _, at| face::set_deadline(desk, deadline.as_deref(), at))
        .await
}

/// Moves an application to the next batch.
#[tauri::command]
pub async fn defer(desk: State<'_, OpenDesk>, request: Defer) -> Result<ReceptionView, Fault> {
    desk.with(move |desk, _, at| face::defer(desk, &request, at)).await
}

/// Takes an application back into this batch.
#[tauri::command]
pub async fn take_back(desk: State<'_, OpenDesk>, number: String) -> Result<ReceptionView, Fault> {
    desk.with(move |desk, _, at| face::take_back(desk, &number, at)).await
}
