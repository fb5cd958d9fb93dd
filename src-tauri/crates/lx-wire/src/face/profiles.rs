//! Profiles: faults and words.

mod example;
mod sections;

use std::path::Path;

use lx_domain::{Profile, Severity};
use lx_steps::{
    Desk,
    profiles::{self as steps, ConfigError},
};

use super::{count, word};
use crate::{
    Fault,
    profiles::{LintFault, ProfileLook, ProfileWords},
    text::Texts,
};

/// A shipped profile or a file, with all its faults.
///
/// # Errors
/// Where there is none of that name, or the file cannot be read; a faulty profile is no error.
pub fn look_at_profile(texts: &Texts, name: &str) -> Result<ProfileLook, Fault> {
    let look = steps::look(name.trim())?;
    let (errors, warnings) = steps::counts(&look.lint.faults);
    Ok(ProfileLook {
        name: look.name,
        shipped: look.shipped,
        faults: lint_faults(texts, &look.lint.faults),
        errors: count(errors),
        warnings: count(warnings),
        words: look.lint.value.as_ref().map(|p| profile_words(texts, p)).transpose()?,
    })
}

/// The profile of this desk's batch; it was found fit when the batch was made.
///
/// # Errors
/// Where there is no batch.
pub fn look_at_own_profile(desk: &Desk, texts: &Texts) -> Result<ProfileLook, Fault> {
    Ok(ProfileLook {
        name: String::new(),
        shipped: false,
        faults: Vec::new(),
        errors: 0,
        warnings: 0,
        words: Some(profile_words(texts, &desk.profile()?)?),
    })
}

/// Writes a copy of a profile to edit, with an empty name of this batch's; a path without a folder means the desk's own `out`
/// folder.
///
/// # Errors
/// What the step refuses.
pub fn export_profile(desk: &Desk, name: &str, path: &str) -> Result<String, Fault> {
    let out = desk.out_folder().join(Path::new(path));
    let written = if name.is_empty() {
        steps::export_own(&desk.profile()?, &out)?
    } else {
        steps::export(name, &out)?
    };
    Ok(written.display().to_string())
}

/// Faults in the words of a language.
#[must_use]
pub fn lint_faults(texts: &Texts, faults: &[ConfigError]) -> Vec<LintFault> {
    faults.iter().map(|fault| lint_fault(texts, fault)).collect()
}

fn lint_fault(texts: &Texts, fault: &ConfigError) -> LintFault {
    let (code, args) = (fault.reason.code(), fault.reason.args());
    let given = || args.iter().map(|(name, value)| (name.as_str(), as_written(texts, value)));
    LintFault {
        line: fault.line,
        key: fault.key.clone(),
        severity: word::<Severity>(&fault.reason.severity()),
        message: texts.say(&format!("lint-{code}"), given()),
        advice: texts.say(&format!("lint-{code}-do"), given()),
        clause: fault.clause.clone(),
        code,
    }
}

/// A fact as people write it: points without idle zeros, words one after the other with the mark of the language.
fn as_written(texts: &Texts, fact: &str) -> String {
    if fact.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return bare(fact).to_owned();
    }
    let parts: Vec<String> = fact.split(", ").map(str::to_owned).collect();
    texts.list(&parts)
}

fn profile_words(texts: &Texts, profile: &Profile) -> Result<ProfileWords, Fault> {
    let digest = steps::digest(profile)?;
    Ok(ProfileWords {
        id: profile.id.clone(),
        name: texts.pick(&profile.name, &profile.name_en).to_owned(),
        edition: profile.edition.clone(),
        source: profile.source.clone(),
        digest: digest.to_string(),
        short: digest.short(),
        sections: sections::all(texts, profile),
        example: example::view(texts, profile),
    })
}

/// A decimal without idle zeros: `20.00` is 20, `17.50` is 17.5.
fn bare(decimal: &str) -> &str {
    if decimal.contains('.') {
        decimal.trim_end_matches('0').trim_end_matches('.')
    } else {
        decimal
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_fault_of_a_profile_has_words_and_advice_in_both_languages() {
        let source = include_str!("../../../lx-domain/src/config/fault.rs");
        let body = source.split("pub enum ConfigFault {").nth(1).unwrap().split("\n}").next().unwrap();
        let variants = body
            .lines()
            .filter(|l| l.starts_with("    ") && l.as_bytes().get(4).is_some_and(u8::is_ascii_uppercase));
        let snake = |name: &str| {
            let mut code = String::new();
            for c in name.trim().chars().take_while(char::is_ascii_alphanumeric) {
                if c.is_ascii_uppercase() && !code.is_empty() {
                    code.push('_');
                }
                code.push(c.to_ascii_lowercase());
            }
            code
        };
        let codes: BTreeSet<String> = variants.map(snake).collect();
        assert!(codes.len() > 40 && codes.contains("misspelt_key"), "{codes:?}");
        for lang in [Lang::Chinese, Lang::English] {
            let texts = Texts::new(lang);
            for code in &codes {
                assert!(texts.has(&format!("lint-{code}")), "{} lint-{code}", lang.id());
                assert!(texts.has(&format!("lint-{code}-do")), "{} lint-{code}-do", lang.id());
            }
        }
    }

    #[test]
    fn a_fault_is_said_without_a_foreign_word() {
        let texts = Texts::new(Lang::Chinese);
        let text = include_str!("../../../../../assets/profiles/blank.toml");
        let broken = text.replacen("id = \"blank\"", "id = \"blank\" 5", 1);
        let faults = lint_faults(&texts, &Profile::lint(&broken).faults);
        let said: Vec<_> = faults.iter().map(|f| (f.line, f.code.as_str(), f.message.as_str())).collect();
        assert_eq!(said, [(3, "syntax", "这一行的写法读不懂（第 14 个字起）。")]);
        let misspelt = text.replacen("edition =", "editon =", 1);
        let faults = lint_faults(&texts, &Profile::lint(&misspelt).faults);
        let unknown = faults.iter().find(|f| f.key == "editon").unwrap();
        assert_eq!(
            (unknown.line, unknown.advice.as_str()),
            (6, "是否应为“edition”？请改正，或删去这一行。")
        );
    }

    #[test]
    fn the_shipped_profile_reads_as_sentences_with_clause_and_mark() {
        let look = look_at_profile(&Texts::new(Lang::Chinese), "guangzhou-2022").unwrap();
        let words = look.words.unwrap();
        let section = |id: &str| words.sections.iter().find(|s| s.id == id).unwrap();
        let listed = section("eligibility")
            .lines
            .iter()
            .find(|l| l.says.starts_with("上市公司"))
            .unwrap();
        assert!(listed.off && listed.says.contains("未启用"), "{}", listed.says);
        assert_eq!(
            (listed.clause.as_str(), listed.marks.as_slice()),
            ("2023年征集通知", &["N".to_owned()][..])
        );
        let commitment = section("checklist").lines.iter().find(|l| l.says.contains("承诺函")).unwrap();
        assert!(commitment.says.contains("每家申报机构"), "{}", commitment.says);
        assert_eq!(commitment.marks, ["N", "P"]);
        assert_eq!(section("panel").lines[0].marks, ["L"]);
        for line in words.sections.iter().flat_map(|s| &s.lines) {
            assert!(!line.says.contains("profile-") && !line.says.contains('{'), "{}", line.says);
        }
    }

    #[test]
    fn the_example_adds_up() {
        for (name, dropped) in [("guangzhou-2022", 2), ("blank", 0)] {
            let look = look_at_profile(&Texts::new(Lang::English), name).unwrap();
            let example = look.words.unwrap().example.unwrap();
            assert_eq!(example.rows.iter().filter(|r| r.dropped).count(), dropped);
            assert_eq!(example.means.len(), example.criteria.len());
            assert!(!example.score.is_empty());
            assert!(example.says.iter().any(|s| s.contains(&example.score)), "{:?}", example.says);
        }
    }
}
