//! A look before packages are taken, taking them, entries put aside, the listing of the batch.

use std::sync::atomic::Ordering;

use lx_wire::{
    Fault, face,
    screening::ImportOutcome,
    taking::{ImportPackages, ListingView, LookView, PackagePreview, PeekView},
};
use tauri::{AppHandle, State};

use super::watch::{Importing, begun};
use crate::desk::OpenDesk;

/// Looks at packages before anything is written.
#[tauri::command]
pub async fn preview_packages(app: AppHandle, desk: State<'_, OpenDesk>, paths: Vec<String>) -> Result<LookView, Fault> {
    begun(&app, "preview");
    let this = desk.inner().clone();
    desk.with(move |desk, texts, _| {
        let (look, preview) = face::preview_packages(desk, texts, &paths, None)?;
        let look = this.keep_look(look);
        Ok(LookView { look, preview })
    })
    .await
}

/// Decodes the names of one package of the last look again.
#[tauri::command]
pub fn preview_under(desk: State<'_, OpenDesk>, look: u32, package: u32, encoding: Option<String>) -> Result<PackagePreview, Fault> {
    face::preview_under(&mut desk.looked(look)?.look, desk.texts(), package, encoding.as_deref())
}

/// Takes packages of the last look.
#[tauri::command]
pub async fn import_packages(app: AppHandle, desk: State<'_, OpenDesk>, request: ImportPackages) -> Result<ImportOutcome, Fault> {
    let this = desk.inner().clone();
    let mut watch = Importing::until(app, this.ended());
    desk.with(move |desk, texts, at| {
        let look = std::mem::take(&mut this.looked(request.look)?.look);
        face::import_packages(desk, texts, &look, &request, &mut watch, at)
    })
    .await
}

/// Ends the import that runs.
#[tauri::command]
pub fn cancel_import(desk: State<'_, OpenDesk>) {
    desk.ended().store(true, Ordering::Relaxed);
}

/// The beginning of an entry that was put aside, as bytes.
#[tauri::command]
pub async fn peek(desk: State<'_, OpenDesk>, number: String, path: String) -> Result<PeekView, Fault> {
    desk.with(move |desk, _, _| face::peek(desk, &number, &path)).await
}

/// The spreadsheet that lists the batch.
#[tauri::command]
pub async fn listing(desk: State<'_, OpenDesk>) -> Result<Option<ListingView>, Fault> {
    desk.with(|desk, texts, _| face::listing(desk, texts)).await
}

/// Reads a spreadsheet as the listing of the batch; nothing is kept.
#[tauri::command]
pub async fn look_at_listing(desk: State<'_, OpenDesk>, path: String) -> Result<ListingView, Fault> {
    desk.with(move |desk, texts, _| face::look_at_listing(desk, texts, &path)).await
}

/// Keeps a spreadsheet as the listing of the batch.
#[tauri::command]
pub async fn keep_listing(desk: State<'_, OpenDesk>, path: String) -> Result<ListingView, Fault> {
    desk.with(move |desk, texts, at| face::keep_listing(desk, texts, &path, at)).await
}

/// Forgets the listing.
#[tauri::command]
pub async fn remove_listing(desk: State<'_, OpenDesk>) -> Result<(), Fault> {
    desk.with(|desk, _, at| face::remove_listing(desk, at)).await
}
