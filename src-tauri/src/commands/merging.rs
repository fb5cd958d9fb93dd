//! Merging, standing, rulings.

use lx_wire::{
    Fault, face,
    merging::{MergeOutcome, MergingView, Rule, SampleSheets, StandingView},
};
use tauri::{AppHandle, State};

use super::watch::begun;
use crate::desk::OpenDesk;

/// Who has handed in.
#[tauri::command]
pub async fn merging(desk: State<'_, OpenDesk>) -> Result<MergingView, Fault> {
    desk.with(|desk, texts, _| face::merging(desk, texts)).await
}

/// Takes scoresheets of others.
#[tauri::command]
pub async fn merge_sheets(app: AppHandle, desk: State<'_, OpenDesk>, paths: Vec<String>, dry_run: bool) -> Result<MergeOutcome, Fault> {
    begun(&app, "merge");
    desk.with(move |desk, texts, at| face::merge_sheets(desk, texts, &paths, dry_run, at))
        .await
}

/// In the sample batch only: the sample reviewers who have not signed score by a fixed pattern and sign.
#[tauri::command]
pub async fn sample_sheets(desk: State<'_, OpenDesk>) -> Result<SampleSheets, Fault> {
    desk.with(|desk, _, at| face::sample_sheets(desk, at)).await
}

/// The standing.
#[tauri::command]
pub async fn standing(desk: State<'_, OpenDesk>) -> Result<StandingView, Fault> {
    desk.with(|desk, texts, _| face::standing(desk, texts)).await
}

/// Signs a ruling.
#[tauri::command]
pub async fn rule(desk: State<'_, OpenDesk>, request: Rule) -> Result<StandingView, Fault> {
    desk.with(move |desk, texts, at| face::rule(desk, texts, &request, at)).await
}
