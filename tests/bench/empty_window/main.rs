//! An empty Tauri window: what `make bench` measures the product's window beside.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("../tests/bench/empty_window/tauri.conf.json"))
        .expect("an empty window");
}
