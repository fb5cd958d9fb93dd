//! A page whose process has ended (out of memory, a fault of the web engine) is loaded again: what was typed is on disk, and the
//! desk is still open. On Windows and macOS nothing of the kind is done (not built or tried yet).

use tauri::App;

/// A page that ends as often as this does so for a reason that loading it again does not mend.
#[cfg(target_os = "linux")]
const MOST: u32 = 5;

/// Watches the page of the one window.
///
/// # Errors
/// What the window refuses.
#[cfg(target_os = "linux")]
pub fn watch(app: &App) -> tauri::Result<()> {
    use std::cell::Cell;

    use tauri::Manager as _;
    use webkit2gtk::WebViewExt as _;

    let Some(window) = app.get_webview_window("main") else {
        return Ok(());
    };
    window.with_webview(|page| {
        let ended = Cell::new(0);
        page.inner().connect_web_process_terminated(move |view, reason| {
            eprintln!("linxuan-desk: {reason:?}");
            ended.set(ended.get() + 1);
            // By its address, since a page that ended before it was there has nothing to be loaded again.
            if let Some(address) = view.uri().filter(|_| ended.get() <= MOST) {
                view.load_uri(&address);
            }
        });
    })
}

#[cfg(not(target_os = "linux"))]
pub fn watch(_: &App) -> tauri::Result<()> {
    Ok(())
}
