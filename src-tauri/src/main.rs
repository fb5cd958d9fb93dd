//! The window of Linxuan (遴选): it opens, hands commands to the steps, and shows what comes back.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod desk;
mod document;
mod range;
mod revival;
mod settings;

use std::{
    alloc::System,
    path::{Path, PathBuf},
};

use cap::Cap;
use desk::OpenDesk;
use tauri::{AppHandle, Emitter as _, Manager as _};

/// Limited where this process reads foreign documents.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

#[allow(clippy::disallowed_methods, reason = "a face reads the command line")]
fn main() {
    if began_as_reader() {
        return;
    }
    let (offer_sample, files) = arguments(std::env::args().skip(1), Path::new("."));
    let desk = OpenDesk::at(home(), offer_sample, files);
    let built = tauri::Builder::default()
        // First: a second start hands its files over and ends.
        .plugin(tauri_plugin_single_instance::init(|app, args, folder| receive(app, args, &folder)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .register_asynchronous_uri_scheme_protocol("lxdoc", |context, request, responder| {
            let desk = context.app_handle().state::<OpenDesk>().inner().clone();
            tauri::async_runtime::spawn(async move { responder.respond(document::answer(&desk, request).await) });
        })
        .manage(desk)
        .setup(|app| Ok(revival::watch(app)?))
        .invoke_handler(include!(concat!(env!("OUT_DIR"), "/handlers.rs")))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => app.run(|app, event| opened(app, &event)),
        Err(error) => {
            eprintln!("linxuan-desk: {error}");
            std::process::exit(4);
        }
    }
}

/// Reads documents for a window that started this process for nothing else.
#[allow(clippy::disallowed_methods, reason = "a face reads the command line")]
fn began_as_reader() -> bool {
    let limit = |most| MEMORY.set_limit(most).unwrap_or_default();
    let first = std::env::args_os().nth(1);
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    lx_steps::readers::began_as_reader(first.as_deref(), std::env::current_exe(), limit, &mut input, &mut output)
}

/// The program's data folder; `LINXUAN_HOME` puts it elsewhere.
#[allow(clippy::disallowed_methods, reason = "a face reads the environment")]
fn home() -> PathBuf {
    let own = || directories::ProjectDirs::from("cn", "", "linxuan").map(|dirs| dirs.data_local_dir().to_owned());
    std::env::var_os("LINXUAN_HOME")
        .map(PathBuf::from)
        .or_else(own)
        .unwrap_or_else(|| PathBuf::from("."))
}

/// `--sample` and paths of files, seen from `folder` and made whole so that they mean the same to the window that takes them.
fn arguments(args: impl Iterator<Item = String>, folder: &Path) -> (bool, Vec<String>) {
    let (options, files): (Vec<String>, Vec<String>) = args.partition(|arg| arg.starts_with("--"));
    let whole = |file: String| std::path::absolute(folder.join(&file)).map_or(file, |path| path.to_string_lossy().into_owned());
    (
        options.iter().any(|option| option == "--sample"),
        files.into_iter().map(whole).collect(),
    )
}

/// Files of a second start, or of the desktop: to the window that is open.
fn receive(app: &AppHandle, args: Vec<String>, folder: &str) {
    let (_, files) = arguments(args.into_iter().skip(1), Path::new(folder));
    hand_over(app, &files);
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

fn hand_over(app: &AppHandle, files: &[String]) {
    if !files.is_empty() && app.emit("files", files).is_err() {
        app.state::<OpenDesk>().wait_with(files);
    }
}

/// macOS says which files to open in an event of its own (not built or tried yet).
#[cfg(target_os = "macos")]
fn opened(app: &AppHandle, event: &tauri::RunEvent) {
    if let tauri::RunEvent::Opened { urls } = event {
        let files: Vec<String> = urls
            .iter()
            .filter_map(|url| url.to_file_path().ok())
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        app.state::<OpenDesk>().wait_with(&files);
        hand_over(app, &files);
    }
}

#[cfg(not(target_os = "macos"))]
fn opened(_: &AppHandle, _: &tauri::RunEvent) {}
