//! The window of Linxuan (遴选).
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|_, _, _| {}))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .run(tauri::generate_context!());
    if let Err(error) = built {
        eprintln!("linxuan-desk: {error}");
        std::process::exit(4);
    }
}
