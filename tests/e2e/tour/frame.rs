//! What stands around every screen: journal, palette, results, keys, menus.

use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
    window::Window,
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
    let palette = |text: &'static str| {
        move |w: &Window| {
            if !there(w, "palette") {
                w.press("search");
            }
            w.meets("palette-input");
            if !text.is_empty() {
                w.write(&at("palette-input"), text);
            }
        }
    };
    v.look_after("91-palette", palette(""));
    v.look_after("92-palette-found", palette("数据"));
    v.look_after("93-palette-nothing", palette("没有这样的词"));
    close_dialogs(w);
    v.look_after("95-results", |w| {
        if !there(w, "results") {
            palette("数据")(w);
            w.press("palette-all");
        }
        w.see(".hit mark");
    });
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
