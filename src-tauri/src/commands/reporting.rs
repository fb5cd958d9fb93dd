//! The report and verification. What the core made or verified may be shown by the page.

use std::path::Path;

use lx_wire::{
    Fault, face,
    reporting::{MakeReport, ReportView, VerifyView},
};
use tauri::{AppHandle, State};

use super::watch::begun;
use crate::desk::{OpenDesk, blocking};

/// Sets, signs and writes the report.
#[tauri::command]
pub async fn make_report(app: AppHandle, desk: State<'_, OpenDesk>, request: MakeReport) -> Result<ReportView, Fault> {
    begun(&app, "report");
    let made = desk.with(move |desk, _, at| face::make_report(desk, &request, at)).await?;
    desk.show(Path::new(&made.report));
    Ok(made)
}

/// Reports made, newest first.
#[tauri::command]
pub async fn reports(desk: State<'_, OpenDesk>) -> Result<Vec<ReportView>, Fault> {
    let made = desk.with(|desk, _, _| face::reports(desk)).await?;
    made.iter().for_each(|one| desk.show(Path::new(&one.report)));
    Ok(made)
}

/// Checks any file of ours; needs no desk.
#[tauri::command]
pub async fn verify_file(desk: State<'_, OpenDesk>, path: String, trust: Vec<String>) -> Result<VerifyView, Fault> {
    let this = desk.inner().clone();
    let view = blocking(move || face::verify_file(this.texts(), &path, &trust)).await?;
    desk.show(Path::new(&view.path));
    Ok(view)
}
