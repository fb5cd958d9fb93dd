//! From a name in an archive to a label inside the package. A label is never a path on a disk.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::limits::Limits;

/// A label and whether the name had to be changed to become one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) changed: bool,
}

/// Splits at `/` and `\`, drops what climbs or roots, replaces what cannot be seen, cuts what is too long.
pub(crate) fn label(name: &str, limits: &Limits) -> Label {
    let mut changed = name.starts_with(['/', '\\']);
    let mut parts: Vec<String> = Vec::new();
    for (index, part) in name.split(['/', '\\']).enumerate() {
        let drive = index == 0 && part.len() == 2 && part.ends_with(':');
        if part == ".." || drive {
            changed = true;
        } else if !part.is_empty() && part != "." {
            let (part, altered) = component(part, limits.component_units);
            changed |= altered;
            parts.push(part);
        }
    }
    if parts.is_empty() {
        return Label {
            text: "未命名".to_owned(),
            changed: true,
        };
    }
    if parts.len() > limits.path_depth {
        changed = true;
        parts.drain(..parts.len() - limits.path_depth.max(1));
    }
    Label {
        text: parts.join("/"),
        changed,
    }
}

fn component(part: &str, units: usize) -> (String, bool) {
    let mut changed = false;
    let mut text: String = part
        .nfc()
        .map(|c| {
            let hidden =
                c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
            changed |= hidden;
            if hidden { '_' } else { c }
        })
        .collect();
    if text.encode_utf16().count() > units {
        changed = true;
        text = cut(&text, units);
    }
    (text, changed)
}

/// Keeps the extension and as much before it as fits.
fn cut(text: &str, units: usize) -> String {
    let (stem, ext) = match text.rsplit_once('.') {
        Some((stem, ext)) if ext.chars().count() <= 8 => (stem, format!(".{ext}")),
        _ => (text, String::new()),
    };
    let room = units.saturating_sub(ext.encode_utf16().count() + 1);
    let mut used = 0;
    let head: String = stem
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= room
        })
        .collect();
    format!("{head}…{ext}")
}

/// Labels in use, and those that some systems could not tell apart.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    exact: BTreeSet<String>,
    folded: BTreeMap<String, String>,
    folders: BTreeMap<String, String>,
}

impl Labels {
    /// Takes a label: a free one (with ` (2)` where it is in use), and the one it can be confused with.
    pub(crate) fn take(&mut self, text: &str) -> (String, Option<String>) {
        let mut free = text.to_owned();
        let mut n = 2_u32;
        while self.exact.contains(&free) {
            free = numbered(text, n);
            n += 1;
        }
        let key = fold(text);
        let clash = self.folded.get(&key).or_else(|| self.folders.get(&key)).cloned();
        let clash = clash.or_else(|| ancestors(&key).find_map(|folder| self.folded.get(folder).cloned()));
        self.exact.insert(free.clone());
        self.folded.entry(key.clone()).or_insert_with(|| free.clone());
        for folder in ancestors(&key) {
            self.folders.entry(folder.to_owned()).or_insert_with(|| free.clone());
        }
        (free, clash)
    }

    /// Gives a label back: what it named turned out to be a folder of further entries.
    pub(crate) fn release(&mut self, text: &str) {
        self.exact.remove(text);
        self.folded.retain(|_, label| label != text);
    }
}

fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}

fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

fn numbered(text: &str, n: u32) -> String {
    let (folder, name) = text.rsplit_once('/').map_or((String::new(), text), |(f, n)| (format!("{f}/"), n));
    match name.rsplit_once('.') {
        Some((stem, ext)) if !stem.is_empty() => format!("{folder}{stem} ({n}).{ext}"),
        _ => format!("{folder}{name} ({n})"),
    }
}

/// The name with everything invisible escaped, for a message.
pub(crate) fn escaped(name: &str) -> String {
    let shown: String = name
        .chars()
        .take(200)
        .flat_map(|c| {
            if c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}') {
                c.escape_unicode().collect::<Vec<_>>()
            } else {
                vec![c]
            }
        })
        .collect();
    shown
}

#[cfg(test)]
mod tests {
    use super::{Labels, label};
    use crate::limits::Limits;

    fn of(name: &str) -> (String, bool) {
        let l = label(name, &Limits::default());
        (l.text, l.changed)
    }

    #[test]
    fn names_that_climb_root_or_hide_become_harmless_and_say_so() {
        assert_eq!(of("a/b.docx"), ("a/b.docx".into(), false));
        assert_eq!(of("申报材料\\01.docx"), ("申报材料/01.docx".into(), false));
        assert_eq!(of("../../etc/passwd"), ("etc/passwd".into(), true));
        assert_eq!(of("/abs.txt"), ("abs.txt".into(), true));
        assert_eq!(of("C:\\x\\y.txt"), ("x/y.txt".into(), true));
        assert_eq!(of("a\u{0}b\u{202E}c.txt"), ("a_b_c.txt".into(), true));
        assert_eq!(of("//.."), ("未命名".into(), true));
        assert_eq!(of(&"x/".repeat(40)).0.matches('x').count(), 32);
        assert!(of(&format!("{}.docx", "长".repeat(300))).0.ends_with("….docx"));
    }

    #[test]
    fn labels_that_some_system_confuses_are_both_kept_and_named() {
        let mut labels = Labels::default();
        assert_eq!(labels.take("A.txt"), ("A.txt".into(), None));
        assert_eq!(labels.take("a.TXT"), ("a.TXT".into(), Some("A.txt".into())));
        assert_eq!(labels.take("A.txt"), ("A (2).txt".into(), Some("A.txt".into())));
        assert_eq!(labels.take("Ａ.txt").1, Some("A.txt".into()));
        assert_eq!(labels.take("a.txt/b"), ("a.txt/b".into(), Some("A.txt".into())));
    }

    proptest::proptest! {
        #[test]
        fn labels_never_panic_climb_or_hide(name: String) {
            let text = label(&name, &Limits::default()).text;
            proptest::prop_assert!(!text.is_empty() && !text.starts_with('/'));
            proptest::prop_assert!(text.split('/').all(|part| part != ".." && !part.is_empty()));
            proptest::prop_assert!(!text.chars().any(char::is_control));
        }
    }
}
