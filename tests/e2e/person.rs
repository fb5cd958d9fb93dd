//! What people do in the window, in their words; each is a few clicks on what the screens offer.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    visitor::there,
    window::{Window, until},
};

/// The passphrase of everybody in these tests.
pub const PASSPHRASE: &str = "林间小路 2026";

/// The element that a screen marks with `name`.
pub fn at(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

impl Window {
    /// Clicks what is marked `name`.
    pub fn press(&self, name: &str) {
        self.click(&at(name));
    }

    /// Waits until what is marked `name` says `words`.
    pub fn says(&self, name: &str, words: &str) {
        until(words, || {
            let said = self.text(&at(name))?;
            if said.contains(words) { Ok(()) } else { Err(said) }
        });
    }

    /// Waits for what is marked `name`.
    pub fn meets(&self, name: &str) {
        self.see(&at(name));
    }

    /// What is marked so has the focus; empty where the focus is elsewhere.
    pub fn focused(&self) -> String {
        let at = self.script("return document.activeElement?.dataset?.testid ?? ''", json!([]));
        at.ok().and_then(|at| at.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the focus is on what is marked `name`.
    pub fn has_focus(&self, name: &str) {
        until(&format!("the focus on {name}"), || {
            let now = self.focused();
            if now == name {
                Ok(())
            } else {
                Err(format!("it is on “{now}”"))
            }
        });
    }

    /// Goes by Tab to what is marked `name`.
    pub fn tab_to(&self, name: &str) {
        self.meets(name);
        for _ in 0..80 {
            if self.focused() == name {
                return;
            }
            self.keys(&["Tab"]);
        }
        panic!("Tab does not reach {name}; it is on “{}”", self.focused());
    }

    /// Lets go of files over the window: the window's own event, since no mouse drags between programs here.
    pub fn drop_files(&self, paths: &[&Path]) {
        let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
        const DROP: &str = "const [paths, done] = arguments; window.__TAURI_INTERNALS__.invoke('plugin:event|emit_to', { \
            target: { kind: 'Webview', label: 'main' }, event: 'tauri://drag-drop', payload: { paths, position: { x: 400, y: 300 } } }) \
            .then(() => done(true), (error) => done(String(error)))";
        assert_eq!(
            self.later(DROP, json!([paths])).expect("a drop"),
            json!(true),
            "files were not dropped"
        );
    }

    /// Types a path where a file dialog would be the other way in.
    pub fn give(&self, name: &str, path: &Path) {
        self.press(&format!("{name}-type"));
        self.write(&at(&format!("{name}-path")), &path.to_string_lossy());
        self.press(&format!("{name}-path-go"));
    }

    /// Lays the listing of the batch beside what was received, unless that is open already.
    pub fn open_listing(&self, file: &Path) {
        if !there(self, "listing") {
            self.press("open-listing");
            self.meets("listing");
            self.give("listing-file", file);
            self.meets("listing-facts");
        }
    }

    /// Searches in the palette, which is opened unless it is; empty text is only a look at it.
    pub fn search(&self, text: &str) {
        if !there(self, "palette") {
            self.press("search");
        }
        self.meets("palette-input");
        if !text.is_empty() {
            self.write(&at("palette-input"), text);
        }
    }

    /// Goes on to all results of a search, unless they are open already.
    pub fn search_all(&self, text: &str) {
        if !there(self, "results") {
            self.search(text);
            self.press("palette-all");
        }
        self.see(".hit mark");
    }

    /// Enters the passphrase and confirms the dialog `name`.
    pub fn sign(&self, name: &str) {
        self.write(&at("passphrase"), PASSPHRASE);
        self.press(&format!("{name}-confirm"));
        self.gone(&at(&format!("{name}-dialog")));
    }

    /// Confirms what the findings suggest: all that have nothing in them at once, the others one by one.
    pub fn confirm_every_outcome(&self) {
        self.press("confirm-all");
        self.press("confirm-all-go");
        self.gone(&at("confirm-all-dialog"));
        for number in 1..=8 {
            let number = format!("GZ2026-{number:03}");
            self.press(&format!("package-{number}"));
            self.see(&format!("{}[data-number=\"{number}\"]", at("application")));
            if self.count(&at("confirm-outcome")) > 0 {
                self.press("confirm-outcome");
            }
            self.meets("outcome-confirmed");
        }
    }

    /// Waits until all that was typed into the form is safe on disk, and the project counts as finished.
    pub fn saved(&self) {
        self.see("[data-testid^=\"project-\"][aria-current=\"true\"][data-state=\"done\"]");
        self.see(&format!("{}.idle", at("saved")));
    }

    /// Goes on to the next project, and waits for its form.
    pub fn next_project(&self) {
        let before = self.attribute(&at("form"), "data-number");
        self.press("next-project");
        self.see(&format!("{}:not([data-number=\"{before}\"])", at("form")));
    }

    /// An opinion with its reason on every application of the standing: the first is recommended, the others wait.
    pub fn opine_on_all(&self) {
        self.meets("opinion-form");
        let rows = self.count("[data-testid^=\"standing-GZ\"]");
        for row in 0..rows {
            self.click(&format!("[data-testid^=\"standing-GZ\"][data-row=\"{row}\"] td b"));
            let number = self
                .attribute(&format!("[data-row=\"{row}\"]"), "data-testid")
                .replace("standing-", "");
            self.see(&format!("{}[data-number=\"{number}\"]", at("opinion-form")));
            let (opinion, reason) = if row < 3 {
                ("recommend", "创新性与风险控制措施突出，试点边界清楚。")
            } else {
                ("later", "方案尚需完善，可纳入后续批次。")
            };
            self.write(&at("opinion-reason"), reason);
            self.write(&at("opinion-industry"), "符合广州产业发展导向。");
            self.press(&format!("opinion-{opinion}"));
            self.see(&format!("{}[aria-pressed=\"true\"]", at(&format!("opinion-{opinion}"))));
        }
    }

    /// Makes an identity from the start screen.
    pub fn enrol(&self, name: &str, org: &str, role: &str) {
        self.press("start-create");
        self.write(&at("create-name"), name);
        self.write(&at("create-org"), org);
        self.click(&format!("{} option[value={role}]", at("create-role")));
        self.write(&at("create-passphrase"), PASSPHRASE);
        self.write(&at("create-again"), PASSPHRASE);
        self.press("create-identity");
    }
}

/// Presses Escape until no dialog is open.
pub fn close_dialogs(window: &Window) {
    while window.count("dialog[open]") > 0 {
        window.keys(&["Escape"]);
    }
}

/// Waits for a file to be there, whole.
pub fn file(path: &Path) {
    until(&path.display().to_string(), || match fs::metadata(path) {
        Ok(found) if found.len() > 0 => Ok(()),
        _ => Err("not there yet".to_owned()),
    });
}
