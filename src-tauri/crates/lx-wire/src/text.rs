//! Words: the Fluent catalogues of both languages, embedded.

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

static CATALOGUES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/i18n");

/// A language that the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Lang {
    /// `zh-CN` or `en`; anything else is Chinese.
    #[must_use]
    pub fn named(text: &str) -> Self {
        if text.eq_ignore_ascii_case("en") {
            Self::English
        } else {
            Self::Chinese
        }
    }

    /// `zh-CN` or `en`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

/// The words of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The catalogue of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.id().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for file in CATALOGUES.get_dir(lang.id()).into_iter().flat_map(Dir::files) {
            let text = file.contents_utf8().unwrap_or_default().to_owned();
            // What parsed of a file with an error is used; a test sees to it that there is none.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The words of records and papers, which are Chinese whatever the window speaks.
    #[must_use]
    pub fn of_papers() -> &'static Self {
        static CHINESE: LazyLock<Texts> = LazyLock::new(|| Texts::new(Lang::Chinese));
        &CHINESE
    }

    /// Which language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Of two spellings in a profile the one of this language; Chinese where the other is empty.
    #[must_use]
    pub fn pick<'a>(&self, chinese: &'a str, english: &'a str) -> &'a str {
        if self.lang == Lang::English && !english.is_empty() {
            english
        } else {
            chinese
        }
    }

    /// Whether there are words under this id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The words under an id; the id itself where there are none.
    #[must_use]
    pub fn say<'a>(&self, id: &str, args: impl IntoIterator<Item = (&'a str, String)>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return id.to_owned();
        };
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set(Cow::Owned(name.to_owned()), value);
        }
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned()
    }

    /// Words without arguments.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        self.say(id, [])
    }

    /// A list as people write it: `甲、乙` or `A, B`.
    #[must_use]
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(match self.lang {
            Lang::Chinese => "、",
            Lang::English => ", ",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_is_well_formed() {
        for lang in ["zh-CN", "en"] {
            for file in CATALOGUES.get_dir(lang).unwrap().files() {
                let text = file.contents_utf8().unwrap().to_owned();
                if let Err((_, faults)) = FluentResource::try_new(text) {
                    panic!("{lang} {}: {faults:?}", file.path().display());
                }
            }
        }
    }

    #[test]
    fn an_argument_stands_in_the_words() {
        let said = Texts::new(Lang::Chinese).say("err-not-points", [("text", "十七".to_owned())]);
        assert!(said.contains("十七"), "{said}");
    }

    #[test]
    fn no_id_that_the_program_says_is_missing() {
        let sources = include_dir!("$CARGO_MANIFEST_DIR/src");
        let cli = include_dir!("$CARGO_MANIFEST_DIR/../lx-cli/src");
        let (chinese, english) = (Texts::new(Lang::Chinese), Texts::new(Lang::English));
        let mut missing = Vec::new();
        for file in rust_files(&sources).into_iter().chain(rust_files(&cli)) {
            for id in quoted_ids(file) {
                // A stem inside `refuse("…")` stands for two ids, which are asked for on their own.
                let stem = chinese.has(&format!("err-{id}"));
                if !stem && (!chinese.has(&id) || !english.has(&id)) {
                    missing.push(id);
                }
            }
        }
        missing.sort();
        missing.dedup();
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }

    fn rust_files<'a>(dir: &'a Dir<'a>) -> Vec<&'a str> {
        let inner = dir.dirs().flat_map(rust_files);
        dir.files()
            .filter(|f| f.path().extension().is_some_and(|e| e == "rs"))
            .filter_map(|f| f.contents_utf8())
            .chain(inner)
            .collect()
    }

    /// Quoted words that look like ids of ours; a `fault("x", "stem", …)` stands for `err-stem` and `rec-stem`.
    fn quoted_ids(source: &str) -> Vec<String> {
        const HEADS: [&str; 15] = [
            "err-",
            "rec-",
            "cli-",
            "blocker-",
            "opening-",
            "deciding-",
            "rules-",
            "profile-",
            "merge-",
            "import-",
            "headline-",
            "note-",
            "ruled-",
            "why-",
            "said-",
        ];
        let body = source.split("#[cfg(test)]").next().unwrap_or_default();
        let quoted = body.split('"').skip(1).step_by(2);
        let mut ids: Vec<String> = quoted
            .filter(|q| {
                HEADS.iter().any(|h| q.starts_with(h)) && q.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            })
            .filter(|q| !q.ends_with('-'))
            .map(str::to_owned)
            .collect();
        for part in body.split("refuse(\"").skip(1).chain(body.split("breaks(\"").skip(1)) {
            let stem = part.split('"').next().unwrap_or_default();
            ids.push(format!("err-{stem}"));
            ids.push(format!("rec-{stem}"));
        }
        ids
    }
}
