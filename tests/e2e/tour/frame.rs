//! What stands around every screen: journal, palette, results, keys, menus.

use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
};

pub(super) fn frame(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    w.press("menu");
    w.press("menu-journal");
    w.meets("journal");
    v.look_at_sizes("90-journal", |_| {});
    v.look_at_sizes("90-profiles", |w| {
        if !there(w, "page-profiles") {
            w.press("menu");
            w.press("menu-profiles");
        }
        w.meets("profile-example");
    });
    v.speak("zh-CN");
    for (name, text) in [
        ("91-palette", ""),
        ("92-palette-found", "数据"),
        ("93-palette-nothing", "没有这样的词"),
    ] {
        v.look_after(name, |w| w.search(text));
    }
    close_dialogs(w);
    v.look_after("95-results", |w| w.search_all("数据"));
    close_dialogs(w);
    v.look_after("94-keys", |w| {
        if !there(w, "keys") {
            w.keys(&["F1"]);
            w.meets("keys");
        }
    });
    close_dialogs(w);
    for (name, opener) in [("95-menu", "menu"), ("96-sample-switch", "sample-switch")] {
        v.look_after(name, |w| {
            if w.attribute(&at(opener), "aria-expanded") != "true" {
                w.press(opener);
            }
        });
        w.keys(&["Escape"]);
    }
}
