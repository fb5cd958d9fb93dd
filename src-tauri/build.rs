//! Lets the window call exactly the commands that `lx-wire` lists, and no others.
//!
//! From that one list come the permission `desk` and the table of handlers; a command without a function in
//! `src/commands`, or a function that the list does not name, does not compile.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

const LIST: &str = "crates/lx-wire/src/commands.rs";

#[allow(clippy::disallowed_methods, reason = "cargo speaks to a build script through its environment")]
fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={LIST}");
    let names = command_names(&fs::read_to_string(LIST)?)?;
    let out = env::var("OUT_DIR")?;
    let permission = Path::new(&out).join("desk.toml");
    write_if_changed(&permission, &permission_text(&names))?;
    write_if_changed(&Path::new(&out).join("handlers.rs"), &handler_text(&names))?;
    let pattern: &'static str = Box::leak(permission.to_string_lossy().into_owned().into_boxed_str());
    let manifest = tauri_build::AppManifest::new().permissions_path_pattern(pattern);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// The names in the `commands! { … }` list: each stands at the start of a line, before its arguments.
fn command_names(text: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let (_, list) = text.split_once("\ncommands! {\n").ok_or("no list of commands")?;
    let (list, _) = list.split_once("\n}").ok_or("the list of commands has no end")?;
    let declared = list.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    Ok(declared
        .filter_map(|line| line.split_once('('))
        .map(|(name, _)| name.to_owned())
        .collect())
}

fn permission_text(names: &[String]) -> String {
    let list: String = names.iter().map(|name| format!("  \"{name}\",\n")).collect();
    format!("[[permission]]\nidentifier = \"desk\"\ndescription = \"The commands of the desk.\"\ncommands.allow = [\n{list}]\n")
}

fn handler_text(names: &[String]) -> String {
    let mut text = String::from("tauri::generate_handler![\n");
    for name in names {
        let _ = writeln!(text, "    commands::{name},");
    }
    text + "]\n"
}

fn write_if_changed(path: &Path, text: &str) -> std::io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        Ok(())
    } else {
        fs::write(path, text)
    }
}
