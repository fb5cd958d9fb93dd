//! Applications on their way into a later batch.

use lx_wire::{
    Fault,
    carrying::{CarryOfferView, CarryReceivedView, CarrySentView, CarryableView, ReceiveCarry, SendCarry},
    face,
};
use tauri::{AppHandle, State};

use super::watch::{Importing, begun};
use crate::desk::OpenDesk;

/// What can move to a later batch.
#[tauri::command]
pub async fn carryable(desk: State<'_, OpenDesk>) -> Result<Vec<CarryableView>, Fault> {
    desk.with(|desk, _, _| face::carryable(desk)).await
}

/// Writes the carry file.
#[tauri::command]
pub async fn send_carry(app: AppHandle, desk: State<'_, OpenDesk>, request: SendCarry) -> Result<CarrySentView, Fault> {
    begun(&app, "carry");
    desk.with(move |desk, _, at| face::send_carry(desk, &request, at)).await
}

/// What a carry file says before anything of it is taken.
#[tauri::command]
pub async fn look_at_carry(desk: State<'_, OpenDesk>, path: String, trust: Vec<String>) -> Result<CarryOfferView, Fault> {
    desk.with(move |desk, texts, _| face::look_at_carry(desk, texts, &path, &trust))
        .await
}

/// Takes over what was chosen of a carry file.
#[tauri::command]
pub async fn receive_carry(app: AppHandle, desk: State<'_, OpenDesk>, request: ReceiveCarry) -> Result<CarryReceivedView, Fault> {
    let this = desk.inner().clone();
    let mut watch = Importing::until(app, this.ended());
    desk.with(move |desk, _, at| face::receive_carry(desk, &request, &mut watch, at))
        .await
}
