//! The window as a person meets it, through the web driver: look, click, type, wait until something is there.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::stage::{Driver, EngineCrashed, Screen};

/// How long anything may take before the test gives up on it.
const PATIENCE: Duration = Duration::from_secs(120);

/// An open window.
pub struct Window {
    agent: ureq::Agent,
    session: String,
    pictures: PathBuf,
    _driver: Driver,
}

impl Window {
    /// Opens the product as large as `screen`, with `args`; its pictures go to `pictures`.
    pub fn open(screen: &Screen, driver: Driver, args: &[&str], pictures: &Path) -> Self {
        let window = Self::of(driver, &lx_tests::program("linxuan-desk"), args, pictures);
        let (width, height) = screen.size();
        window.resize(width, height);
        window
    }

    /// Opens a program with `args`; its pictures go to `pictures`.
    pub fn of(driver: Driver, binary: &Path, args: &[&str], pictures: &Path) -> Self {
        driver.answers();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)));
        let agent: ureq::Agent = config.build().into();
        let wanted = json!({ "capabilities": { "alwaysMatch": { "webkitgtk:browserOptions": { "binary": binary, "args": args } } } });
        let opened = until("the window", || {
            ask(&agent, "POST", &format!("{}/session", driver.address), &wanted)
        });
        let id = opened["sessionId"].as_str().expect("a session").to_owned();
        fs::create_dir_all(pictures).expect("a folder for the pictures");
        let session = format!("{}/session/{id}", driver.address);
        Self {
            agent,
            session,
            pictures: pictures.to_owned(),
            _driver: driver,
        }
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = ask(&self.agent, method, &format!("{}{path}", self.session), body);
        if answer.as_ref().is_err_and(|error| error.contains("page crash")) && !std::thread::panicking() {
            std::panic::panic_any(EngineCrashed);
        }
        answer
    }

    /// Gives the window a size and waits until the page has it.
    pub fn resize(&self, width: u32, height: u32) {
        self.call("POST", "/window/rect", &json!({ "x": 0, "y": 0, "width": width, "height": height }))
            .expect("a window of that size");
        until("a window of that size", || {
            let inner = self.script("return innerWidth", json!([]))?.as_u64().unwrap_or_default();
            if inner.abs_diff(u64::from(width)) < 64 {
                Ok(())
            } else {
                Err(format!("{inner} wide"))
            }
        });
    }

    /// Where its pictures are kept.
    pub fn pictures(&self) -> &Path {
        &self.pictures
    }

    fn find(&self, css: &str) -> Result<String, String> {
        let found = self.call("POST", "/element", &json!({ "using": "css selector", "value": css }))?;
        let id = found.as_object().and_then(|o| o.values().next()).and_then(Value::as_str);
        id.map(str::to_owned).ok_or_else(|| format!("no {css}"))
    }

    /// Waits until `css` is on the page.
    pub fn see(&self, css: &str) {
        until(css, || self.find(css));
    }

    /// Waits until the page says `words` somewhere.
    pub fn read(&self, words: &str) {
        until(words, || {
            if self.text("body")?.contains(words) {
                Ok(())
            } else {
                Err("not on the page".to_owned())
            }
        });
    }

    /// Waits until `css` is gone.
    pub fn gone(&self, css: &str) {
        until(css, || {
            if self.find(css).is_err() {
                Ok(())
            } else {
                Err("still there".to_owned())
            }
        });
    }

    /// Brings an element to the middle of what is seen, as a person would scroll to it.
    fn scroll_to(&self, element: &str) -> Result<(), String> {
        let argument = json!([{ "element-6066-11e4-a52e-4f735466cecf": element }]);
        self.script("arguments[0].scrollIntoView({ block: 'center', inline: 'center' })", argument)
            .map(drop)
    }

    /// Clicks what `css` names, once it can be clicked and has stood still between two looks: a click on what moves misses.
    pub fn click(&self, css: &str) {
        const PLACE: &str = "const e = arguments[0], r = e.getBoundingClientRect(); \
            return e.disabled ? null : [r.x, r.y, r.width, r.height, innerWidth, innerHeight]";
        let mut before = Value::Null;
        until(css, || {
            let element = self.find(css)?;
            self.scroll_to(&element)?;
            let place = self.script(PLACE, json!([{ "element-6066-11e4-a52e-4f735466cecf": element }]))?;
            if place.is_null() {
                return Err("it is greyed out".to_owned());
            }
            if place != before {
                before = place;
                return Err("it moves".to_owned());
            }
            self.call("POST", &format!("/element/{element}/click"), &json!({}))
        });
    }

    /// Writes `text` into the field that `css` names, in place of what was there.
    pub fn write(&self, css: &str, text: &str) {
        until(css, || {
            let element = self.find(css)?;
            self.scroll_to(&element)?;
            self.call("POST", &format!("/element/{element}/clear"), &json!({}))?;
            self.call("POST", &format!("/element/{element}/value"), &json!({ "text": text }))
        });
    }

    /// The visible text of `css`.
    pub fn text(&self, css: &str) -> Result<String, String> {
        let element = self.find(css)?;
        let text = self.call("GET", &format!("/element/{element}/text"), &Value::Null)?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of `css`; empty where there is none.
    pub fn attribute(&self, css: &str, name: &str) -> String {
        let element = until(css, || self.find(css));
        let value = self
            .call("GET", &format!("/element/{element}/attribute/{name}"), &Value::Null)
            .unwrap_or_default();
        value.as_str().unwrap_or_default().to_owned()
    }

    /// How many `css` are on the page.
    pub fn count(&self, css: &str) -> usize {
        let found = self
            .call("POST", "/elements", &json!({ "using": "css selector", "value": css }))
            .unwrap_or_default();
        found.as_array().map_or(0, Vec::len)
    }

    /// Runs a script in the page and gives its result.
    pub fn script(&self, code: &str, args: Value) -> Result<Value, String> {
        self.call("POST", "/execute/sync", &json!({ "script": code, "args": args }))
    }

    /// Runs a script in the page that answers later, by calling its last argument.
    pub fn later(&self, code: &str, args: Value) -> Result<Value, String> {
        self.call("POST", "/execute/async", &json!({ "script": code, "args": args }))
    }

    /// Types into whatever has the focus, as an input method would hand it over.
    pub fn type_in(&self, text: &str) {
        let focused = self.call("GET", "/element/active", &Value::Null).expect("something with the focus");
        let element = focused
            .as_object()
            .and_then(|o| o.values().next())
            .and_then(Value::as_str)
            .expect("an element")
            .to_owned();
        self.call("POST", &format!("/element/{element}/value"), &json!({ "text": text }))
            .expect("words");
    }

    /// Presses keys one after the other, wherever the focus is.
    pub fn keys(&self, keys: &[&str]) {
        let actions: Vec<Value> = keys.iter().flat_map(|key| strokes(key)).collect();
        let all = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.call("POST", "/actions", &all).expect("keys");
    }

    /// Keeps a picture of the page.
    pub fn picture(&self, name: &str) {
        let picture = self.call("GET", "/screenshot", &Value::Null).expect("a picture");
        let bytes = STANDARD.decode(picture.as_str().expect("base64")).expect("base64");
        fs::write(self.pictures.join(format!("{name}.png")), bytes).expect("the picture on disk");
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What a person would have seen when it failed.
            if let Ok(Value::String(text)) = self.call("GET", "/screenshot", &Value::Null) {
                let _ = STANDARD
                    .decode(text)
                    .map(|bytes| fs::write(self.pictures.join("failed.png"), bytes));
            }
            eprintln!("--- the page said:\n{}\n---", self.text("body").unwrap_or_default());
        }
        let _ = self.call("DELETE", "", &Value::Null);
    }
}

/// The strokes of `Ctrl+K` or `Tab`.
fn strokes(key: &str) -> Vec<Value> {
    let code = |name: &str| match name {
        "Tab" => "\u{E004}".to_owned(),
        "Enter" => "\u{E007}".to_owned(),
        "Escape" => "\u{E00C}".to_owned(),
        "Shift" => "\u{E008}".to_owned(),
        "Ctrl" => "\u{E009}".to_owned(),
        "Alt" => "\u{E00A}".to_owned(),
        "Space" => " ".to_owned(),
        "Up" => "\u{E013}".to_owned(),
        "Down" => "\u{E015}".to_owned(),
        "Left" => "\u{E012}".to_owned(),
        "Right" => "\u{E014}".to_owned(),
        "End" => "\u{E010}".to_owned(),
        "Home" => "\u{E011}".to_owned(),
        "F1" => "\u{E031}".to_owned(),
        "F4" => "\u{E034}".to_owned(),
        other => other.to_owned(),
    };
    let stroke = |kind: &str, value: &str| json!({ "type": kind, "value": value });
    let held: Vec<String> = key.split('+').map(code).collect();
    let down = held.iter().map(|value| stroke("keyDown", value));
    down.chain(held.iter().rev().map(|value| stroke("keyUp", value))).collect()
}

fn ask(agent: &ureq::Agent, method: &str, address: &str, body: &Value) -> Result<Value, String> {
    let answer = match method {
        "GET" => agent.get(address).call(),
        "DELETE" => agent.delete(address).call(),
        _ => agent.post(address).send_json(body),
    };
    let mut answer = answer.map_err(|e| e.to_string())?;
    let status = answer.status();
    let said: Value = answer
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()
        .map_err(|e| e.to_string())?;
    let value = said.get("value").cloned().unwrap_or_default();
    if status.is_success() {
        Ok(value)
    } else {
        Err(format!(
            "{} {}",
            value["error"].as_str().unwrap_or("refused"),
            value["message"].as_str().unwrap_or_default()
        ))
    }
}

/// Asks again until it is so. Nothing here waits for a fixed time.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Result<T, String>) -> T {
    let mut why = String::new();
    let answer = lx_tests::until(PATIENCE, || match ask() {
        Ok(answer) => Some(Ok(answer)),
        // The window has ended: nothing more will come.
        Err(error) if error.starts_with("invalid session id") => Some(Err(error)),
        Err(error) => {
            why = error;
            None
        }
    });
    match answer {
        Some(Ok(answer)) => answer,
        Some(Err(error)) => panic!("the window ended while waiting for {what}: {error}"),
        None => panic!("gave up on {what}: {why}"),
    }
}
