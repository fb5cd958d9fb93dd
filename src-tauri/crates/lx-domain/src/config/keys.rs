//! One table while it is read. A reader gives nothing only where it noted why, and goes on with the next key.

use std::str::FromStr;

use toml::de::{DeTable, DeValue};

use super::{ConfigError, ConfigFault, syntax::line_of};

/// Texts that ask to be replaced begin with this.
const PLACEHOLDER: &str = "请填写";

/// Whether a clause says something.
fn stated(clause: &str) -> bool {
    let clause = clause.trim_start();
    !clause.is_empty() && !clause.starts_with(PLACEHOLDER)
}

/// One table while it is read.
pub(crate) struct Keys<'d> {
    text: &'d str,
    path: String,
    line: u32,
    table: &'d DeTable<'d>,
    clause: String,
    known: Vec<&'static str>,
    faults: Vec<ConfigError>,
}

impl<'d> Keys<'d> {
    /// The whole document.
    pub(super) fn of(text: &'d str, table: &'d DeTable<'d>) -> Self {
        Self::below(text, String::new(), 1, table, "")
    }

    fn below(text: &'d str, path: String, line: u32, table: &'d DeTable<'d>, clause: &str) -> Self {
        let own = table
            .iter()
            .find(|(k, _)| k.get_ref() == "clause")
            .and_then(|(_, v)| v.get_ref().as_str());
        Self {
            text,
            path,
            line,
            table,
            clause: own.filter(|c| stated(c)).unwrap_or(clause).to_owned(),
            known: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Every fault; what nobody took is one.
    pub(super) fn finish(mut self) -> Vec<ConfigError> {
        let unknown: Vec<String> = self
            .table
            .iter()
            .map(|(k, _)| k.get_ref().to_string())
            .filter(|key| !self.known.contains(&key.as_str()))
            .collect();
        for key in unknown {
            let near = self.near(&key);
            self.note(&key, near.map_or(ConfigFault::UnknownKey, |near| ConfigFault::MisspeltKey { near }));
        }
        self.faults
    }

    /// The absent key that an unknown one was probably meant to be.
    fn near(&self, key: &str) -> Option<String> {
        let absent = self.known.iter().filter(|known| !self.holds(known));
        let by_distance = absent.map(|known| (strsim::osa_distance(key, known), *known));
        by_distance
            .filter(|(distance, _)| *distance <= 2)
            .min()
            .map(|(_, known)| known.to_owned())
    }

    /// Notes a fault of one key of this table.
    pub(crate) fn note(&mut self, key: &str, reason: ConfigFault) {
        let line = self.line_of_key(key);
        self.push(line, self.path_of(key), reason);
    }

    /// Notes a fault further down: `path` from this table, such as `criteria[2].weight`. As deep a line as there is.
    pub(crate) fn note_at(&mut self, path: &str, reason: ConfigFault) {
        let (line, clause) = self.locate(path);
        self.faults.push(ConfigError {
            line,
            key: self.path_of(path),
            reason,
            clause,
        });
    }

    fn push(&mut self, line: u32, key: String, reason: ConfigFault) {
        let clause = self.clause.clone();
        self.faults.push(ConfigError { line, key, reason, clause });
    }

    fn line(&self, offset: usize) -> u32 {
        line_of(self.text.as_bytes(), offset).0
    }

    fn line_of_key(&self, key: &str) -> u32 {
        let found = self.table.iter().find(|(k, _)| k.get_ref() == key);
        found.map_or(self.line, |(k, _)| self.line(k.span().start))
    }

    /// The line of a path, and the clause stated there or above.
    fn locate(&self, path: &str) -> (u32, String) {
        let (mut line, mut clause, mut table) = (self.line, self.clause.clone(), self.table);
        for part in path.split('.') {
            let (name, index) = part.split_once('[').map_or((part, None), |(name, rest)| {
                (
                    name,
                    rest.trim_end_matches(']').parse::<usize>().ok().and_then(|i| i.checked_sub(1)),
                )
            });
            let Some((key, value)) = table.iter().find(|(k, _)| k.get_ref() == name) else {
                break;
            };
            line = self.line(key.span().start);
            let element = index.and_then(|i| value.get_ref().as_array().and_then(|list| list.get(i)));
            if let Some(element) = element {
                line = self.line(element.span().start);
            }
            let Some(below) = element.unwrap_or(value).get_ref().as_table() else {
                break;
            };
            let own = below
                .iter()
                .find(|(k, _)| k.get_ref() == "clause")
                .and_then(|(_, v)| v.get_ref().as_str());
            if let Some(own) = own.filter(|c| stated(c)) {
                own.clone_into(&mut clause);
            }
            table = below;
        }
        (line, clause)
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'d DeValue<'d>> {
        self.known.push(key);
        self.table.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v.get_ref())
    }

    fn need(&mut self, key: &'static str) -> Option<&'d DeValue<'d>> {
        let found = self.take(key);
        if found.is_none() {
            self.note(key, ConfigFault::Missing);
        }
        found
    }

    fn wrong(&mut self, key: &str, expected: &'static str, found: &DeValue<'_>) {
        let found = found.type_str();
        self.note(key, ConfigFault::WrongType { expected, found });
    }

    fn holds(&self, key: &str) -> bool {
        self.table.iter().any(|(k, _)| k.get_ref() == key)
    }

    /// Whether a key that may be absent is there.
    pub(crate) fn has(&mut self, key: &'static str) -> bool {
        self.known.push(key);
        self.holds(key)
    }

    /// A text that is not empty.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.need(key)?;
        let Some(text) = value.as_str() else {
            self.wrong(key, "string", value);
            return None;
        };
        if text.trim().is_empty() {
            self.note(key, ConfigFault::Empty);
            return None;
        }
        self.placeholder(key, text);
        Some(text.to_owned())
    }

    fn placeholder(&mut self, key: &str, text: &str) {
        if text.trim_start().starts_with(PLACEHOLDER) {
            let found = text.to_owned();
            self.note(key, ConfigFault::Placeholder { found });
        }
    }

    /// A text that may be absent or empty.
    pub(crate) fn text_or_empty(&mut self, key: &'static str) -> Option<String> {
        let Some(value) = self.take(key) else { return Some(String::new()) };
        match value.as_str() {
            Some(text) => self.placeholder(key, text),
            None => self.wrong(key, "string", value),
        }
        value.as_str().map(str::to_owned)
    }

    /// A list of texts, none of them empty; an absent list is empty.
    pub(crate) fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        let Some(value) = self.take(key) else { return Some(Vec::new()) };
        let Some(list) = value.as_array() else {
            self.wrong(key, "array", value);
            return None;
        };
        let (mut texts, mut fine): (Vec<String>, bool) = (Vec::new(), true);
        for (at, item) in (1_usize..).zip(list.iter()) {
            let place = format!("{key}[{at}]");
            let reason = match item.get_ref().as_str() {
                None => ConfigFault::WrongType {
                    expected: "string",
                    found: item.get_ref().type_str(),
                },
                Some(text) if text.trim().is_empty() => ConfigFault::Empty,
                Some(text) if texts.iter().any(|t| t == text) => ConfigFault::Duplicate { found: text.to_owned() },
                Some(text) => {
                    texts.push(text.to_owned());
                    if text.trim_start().starts_with(PLACEHOLDER) {
                        self.note_at(&place, ConfigFault::Placeholder { found: text.to_owned() });
                    }
                    continue;
                }
            };
            fine = false;
            self.note_at(&place, reason);
        }
        fine.then_some(texts)
    }

    /// A text in quotes that `T` can read.
    pub(crate) fn parsed<T: FromStr>(&mut self, key: &'static str, reason: fn(String) -> ConfigFault) -> Option<T> {
        let text = self.text(key)?;
        let read = text.parse().ok();
        if read.is_none() {
            self.note(key, reason(text));
        }
        read
    }

    /// One of some words.
    pub(crate) fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.one_of(key, &text, words)
    }

    /// `text` as one of some words.
    pub(crate) fn one_of<T: Copy>(&mut self, path: &str, text: &str, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(w, _)| *w == text).map(|(_, value)| *value);
        if found.is_none() {
            let allowed = words.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
            let found = text.to_owned();
            self.note_at(path, ConfigFault::UnknownWord { found, allowed });
        }
        found
    }

    /// A whole number within a range.
    pub(crate) fn number(&mut self, key: &'static str, least: u32, most: u32) -> Option<u32> {
        let value = self.need(key)?;
        let Some(integer) = value.as_integer() else {
            self.wrong(key, "integer", value);
            return None;
        };
        let read = u32::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|n| (least..=most).contains(n));
        if read.is_none() {
            let found = integer.as_str().to_owned();
            self.note(key, ConfigFault::OutOfRange { found, least, most });
        }
        read
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.need(key)?;
        if value.as_bool().is_none() {
            self.wrong(key, "boolean", value);
        }
        value.as_bool()
    }

    /// Yes or no; `otherwise` where the key is absent.
    pub(crate) fn flag_or(&mut self, key: &'static str, otherwise: bool) -> Option<bool> {
        if self.has(key) { self.flag(key) } else { Some(otherwise) }
    }

    /// A table below this one.
    pub(crate) fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let value = self.need(key)?;
        let Some(table) = value.as_table() else {
            self.wrong(key, "table", value);
            return None;
        };
        let mut below = Keys::below(self.text, self.path_of(key), self.line_of_key(key), table, &self.clause);
        let read = read(&mut below);
        self.faults.extend(below.finish());
        read
    }

    /// An array of tables; empty or absent is refused where `needed`.
    pub(crate) fn tables<T>(&mut self, key: &'static str, needed: bool, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let Some(value) = self.take(key) else {
            if needed {
                self.note(key, ConfigFault::Missing);
            }
            return (!needed).then(Vec::new);
        };
        let Some(list) = value.as_array() else {
            self.wrong(key, "array of tables", value);
            return None;
        };
        if list.is_empty() && needed {
            self.note(key, ConfigFault::Empty);
            return None;
        }
        let (mut all, mut fine) = (Vec::new(), true);
        for (at, item) in (1_usize..).zip(list.iter()) {
            let (line, path) = (self.line(item.span().start), format!("{}[{at}]", self.path_of(key)));
            let Some(table) = item.get_ref().as_table() else {
                let (expected, found) = ("table", item.get_ref().type_str());
                self.push(line, path, ConfigFault::WrongType { expected, found });
                fine = false;
                continue;
            };
            let mut below = Keys::below(self.text, path, line, table, &self.clause);
            match read(&mut below) {
                Some(one) => all.push(one),
                None => fine = false,
            }
            self.faults.extend(below.finish());
        }
        fine.then_some(all)
    }

    /// How many tables stand under a key, read well or not.
    pub(crate) fn count(&self, key: &str) -> usize {
        let found = self.table.iter().find(|(k, _)| k.get_ref() == key);
        found.and_then(|(_, v)| v.get_ref().as_array()).map_or(0, |list| list.len())
    }

    /// Remembers an id; one that occurred before is refused.
    pub(crate) fn once(&mut self, key: &str, id: &str, seen: &mut Vec<String>) -> Option<()> {
        if seen.iter().any(|s| s == id) {
            self.note(key, ConfigFault::Duplicate { found: id.to_owned() });
            return None;
        }
        seen.push(id.to_owned());
        Some(())
    }
}
