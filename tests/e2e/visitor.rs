//! Somebody who walks through every screen and objects to what is wrong with it: in both languages, in light and dark, by Tab.

use std::{cell::RefCell, fs};

use lx_tests::repository;
use serde_json::{Value, json};

use crate::{
    person::at,
    window::{Window, until},
};

/// The ways a screen is looked at: name of the picture, language, colours.
const WAYS: [(&str, &str, &str); 4] = [
    ("zh-light", "zh-CN", "light"),
    ("zh-dark", "zh-CN", "dark"),
    ("en-dark", "en", "dark"),
    ("en-light", "en", "light"),
];

/// Waits until nothing on the page has changed for a little while, and nothing says that it is busy.
const QUIET: &str = "const done = arguments[arguments.length - 1]; let last = performance.now(); const began = last; \
    const watch = new MutationObserver(() => (last = performance.now())); \
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); \
    const look = () => { const now = performance.now(); \
      const busy = document.querySelector('[aria-busy=true], .wait'); \
      if ((!busy && now - last > 90) || now - began > 15000) { watch.disconnect(); document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(!busy)))); } \
      else setTimeout(look, 15); }; setTimeout(look, 15)";

/// Chooses a language as a person does, in the menu or on the first screen.
const SPEAK: &str = "const [wanted, done] = arguments; const q = (id) => document.querySelector(`[data-testid=\"${id}\"]`); \
    const step = (find, then) => { const got = find(); got ? then(got) : setTimeout(() => step(find, then), 10); }; \
    const open = q('lang-en') !== null; if (!open) q('menu').click(); \
    step(() => q(`lang-${wanted}`), (button) => { button.click(); \
      step(() => document.documentElement.lang === wanted, () => { if (!open) q('menu').click(); done(true); }); })";

/// A visit and what was objected to on it.
pub struct Visitor<'a> {
    /// Where the visitor is.
    pub window: &'a Window,
    faults: RefCell<Vec<String>>,
    wide: (u32, u32),
    from: Option<String>,
}

impl<'a> Visitor<'a> {
    /// Opens the eyes. `data` is what people and institutions wrote: it stays in its own language everywhere.
    pub fn of(window: &'a Window, wide: (u32, u32), data: &str) -> Self {
        window.script(include_str!("eyes.js"), json!([])).expect("eyes");
        let quiet = "document.head.append(Object.assign(document.createElement('style'), \
            { textContent: '*,*::before,*::after{transition:none!important;animation:none!important;caret-color:transparent!important}' }))";
        window.script(quiet, json!([])).expect("no motion");
        let visitor = Self {
            window,
            faults: RefCell::default(),
            wide,
            from: std::env::var("LINXUAN_TOUR_FROM").ok(),
        };
        visitor.learn(data);
        visitor
    }

    /// Learns what people and institutions wrote.
    pub fn learn(&self, data: &str) {
        self.window
            .script("window.__eyes.learn(...arguments)", json!([data, ids()]))
            .expect("eyes that know the words");
    }

    /// Waits until the page stands still.
    pub fn settle(&self) {
        let still = self.window.later(QUIET, json!([])).expect("a page at rest");
        assert_eq!(still, Value::Bool(true), "the page does not come to rest");
    }

    /// The language of the window from now on.
    pub fn speak(&self, lang: &str) {
        let now = self
            .window
            .script("return document.documentElement.lang", json!([]))
            .expect("a language");
        if now != json!(lang) {
            self.window.later(SPEAK, json!([lang])).expect("another language");
            self.settle();
        }
    }

    fn theme(&self, theme: &str) {
        let code = "document.documentElement.dataset.theme = arguments[0]";
        self.window.script(code, json!([theme])).expect("other colours");
    }

    /// Looks at a screen that stays as it is whatever the language.
    pub fn look(&self, name: &str) {
        self.look_after(name, |_| {});
    }

    /// Looks at a screen in every language and colour; `open` opens what another language has closed.
    pub fn look_after(&self, name: &str, open: impl Fn(&Window)) {
        if self.passes(name) {
            self.speak("zh-CN");
            return open(self.window);
        }
        for (at, (way, lang, theme)) in WAYS.into_iter().enumerate() {
            self.speak(lang);
            if at == 0 || at == 2 {
                open(self.window);
            }
            self.theme(theme);
            self.see(name, way, lang);
            if at == 0 {
                self.walk(name);
            }
        }
        self.theme("light");
    }

    /// Looks at a screen once, in the language and colours it has now.
    pub fn glance(&self, name: &str) {
        if self.passes(name) {
            return;
        }
        self.speak("zh-CN");
        self.see(name, "zh-light", "zh-CN");
    }

    /// Looks at a screen at the smallest and at a large size too.
    pub fn look_at_sizes(&self, name: &str, open: impl Fn(&Window)) {
        self.look_after(name, &open);
        if self.passes(name) {
            return;
        }
        for (width, height) in [(910, 512), self.wide] {
            self.window.resize(width, height);
            for lang in ["en", "zh-CN"] {
                self.speak(lang);
                open(self.window);
                self.see(name, &format!("{}-{width}", &lang[..2]), lang);
            }
        }
        self.window.resize(1366, 768);
    }

    /// `LINXUAN_TOUR_FROM=50` goes to the fifties without looking, for whoever mends one screen.
    fn passes(&self, name: &str) -> bool {
        self.from.as_ref().is_some_and(|from| name < from.as_str())
    }

    fn see(&self, name: &str, way: &str, lang: &str) {
        self.settle();
        let found = self.window.script("return window.__eyes.look(arguments[0])", json!([lang]));
        self.object(&format!("{name} {way}"), &found.expect("eyes"));
        self.window.picture(&format!("{name}-{way}"));
    }

    /// Goes round by the Tab key: every place must be reached, and be seen to be.
    fn walk(&self, name: &str) {
        let stops = self.window.script("return window.__eyes.follow()", json!([])).expect("eyes");
        let presses = usize::try_from(stops.as_u64().unwrap_or_default()).expect("a number") + 6;
        self.window.keys(&vec!["Tab"; presses]);
        let found = self.window.script("return window.__eyes.followedTo()", json!([])).expect("eyes");
        self.object(&format!("{name} by Tab"), &found);
    }

    fn object(&self, place: &str, found: &Value) {
        let said = found.as_array().expect("a list of objections");
        let said = said.iter().filter_map(Value::as_str).map(|what| format!("{place}: {what}"));
        let mut faults = self.faults.borrow_mut();
        faults.extend(said);
        fs::write(self.window.pictures().join("faults.txt"), faults.join("\n")).expect("the objections on disk");
    }

    /// Ends the visit: nothing may have been objected to.
    pub fn leave(self) {
        let faults = self.faults.into_inner();
        assert!(faults.is_empty(), "{} objections:\n{}", faults.len(), faults.join("\n"));
    }
}

/// Every message of the catalogues by its id: none may be shown raw.
fn ids() -> Vec<String> {
    let folder = repository().join("assets/i18n/zh-CN");
    let files = fs::read_dir(&folder)
        .expect("catalogues")
        .map(|entry| entry.expect("a catalogue").path());
    let texts = files.map(|path| fs::read_to_string(path).expect("a catalogue"));
    let ids = texts.flat_map(|text| {
        let named = text.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned());
        named
            .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
            .collect::<Vec<_>>()
    });
    ids.collect()
}

/// What the sample's institutions and people wrote, read from the open desk and the profile.
pub fn written(window: &Window) -> String {
    const READ: &str = "const done = arguments[arguments.length - 1]; const ask = window.__TAURI_INTERNALS__.invoke; \
        (async () => { const all = [await ask('roster'), await ask('profiles')]; const seen = new Set(); \
          for (const row of await ask('applications')) { const app = await ask('application', { number: row.number }); \
            all.push(app.title, app.lead, app.package_name, app.applicants, app.fields.map((f) => [f.value, f.candidates.map((c) => c.value)]), \
              app.admission.reason, app.admission.items.map((i) => i.reason)); \
            for (const doc of app.documents) { all.push(doc.path); if (seen.has(doc.digest)) continue; seen.add(doc.digest); \
              const shown = await ask('document', { digest: doc.digest }); all.push(shown.blocks); } } \
          return JSON.stringify(all); })().then(done, (error) => done(`failed: ${JSON.stringify(error)}`))";
    let read = until("what was written", || window.later(READ, json!([])));
    let read = read.as_str().expect("text").to_owned();
    assert!(!read.starts_with("failed"), "{read}");
    let profile = fs::read_to_string(repository().join("assets/profiles/guangzhou-2022.toml")).expect("the profile");
    let people = "沈敬 林知远 周岚 陈䶮 何𫖯 吴㛃 示例口令 2026年第一批（示例） 中文 遴选";
    format!("{read}{profile}{people}")
}

/// Whether something marked so is on the page now.
pub fn there(window: &Window, name: &str) -> bool {
    window.count(&at(name)) > 0
}
