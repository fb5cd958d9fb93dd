//! Profiles (评审方案): the shipped ones, files of an office, what is wrong with them, and a reckoned example.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

pub use lx_domain::config::{ConfigError, ConfigFault, Lint};
use lx_domain::{Digest, Hundredths, Profile, Severity, Track, profile::Criterion};
use lx_tally::{Cell, Standard, TallyApplication, TallySheet, reckon};

use crate::{StepError, files, placing};

const SHIPPED: [(&str, &str); 2] = [
    ("guangzhou-2022", include_str!("../../../../assets/profiles/guangzhou-2022.toml")),
    ("blank", include_str!("../../../../assets/profiles/blank.toml")),
];
const MOST_BYTES: u64 = 1 << 20;
/// More sheets than these make an example nobody follows.
const MOST_SHEETS: u32 = 9;

/// The shipped ones, in the order in which they are offered.
///
/// # Errors
/// None once the program's tests have passed.
pub fn shipped() -> Result<Vec<Profile>, StepError> {
    SHIPPED.iter().map(|(id, _)| find(id)).collect()
}

/// A shipped profile by its id, else the file of that name.
///
/// # Errors
/// [`StepError::Unknown`], [`StepError::Profile`] with line and key.
pub fn find(name: &str) -> Result<Profile, StepError> {
    let fault = |fault| StepError::Profile {
        path: PathBuf::from(name),
        fault,
    };
    look(name)?.lint.into_result().map_err(fault)
}

/// A profile as a person looks at it before using it.
#[derive(Debug)]
pub struct Look {
    /// The id of a shipped profile, or the whole path of a file.
    pub name: String,
    /// Whether it is one that the program ships.
    pub shipped: bool,
    /// What it says, and everything that is wrong with it or should be looked at again.
    pub lint: Lint<Profile>,
}

/// Reads a profile that a person named and finds all its faults.
///
/// # Errors
/// [`StepError::Unknown`] where there is none of that name, [`StepError::TooLarge`], [`StepError::File`]. A faulty profile is
/// none.
pub fn look(name: &str) -> Result<Look, StepError> {
    let (bytes, shipped) = bytes_of(name)?;
    let mut lint = Profile::lint_bytes(&bytes);
    if !shipped {
        beside_the_shipped(&mut lint, &bytes);
    }
    let name = if shipped {
        name.to_owned()
    } else {
        files::absolute(Path::new(name)).display().to_string()
    };
    Ok(Look { name, shipped, lint })
}

fn bytes_of(name: &str) -> Result<(Vec<u8>, bool), StepError> {
    if let Some((_, text)) = SHIPPED.iter().find(|(id, _)| *id == name) {
        return Ok((text.as_bytes().to_vec(), true));
    }
    let path = Path::new(name);
    if !path.is_file() {
        let (what, name) = ("profile", name.to_owned());
        return Err(StepError::Unknown { what, name });
    }
    Ok((files::read(path, MOST_BYTES)?, false))
}

/// What only this program can tell: an id that is taken, characters that its fonts cannot print.
fn beside_the_shipped(lint: &mut Lint<Profile>, bytes: &[u8]) {
    let Some(profile) = &lint.value else { return };
    let text = String::from_utf8_lossy(bytes);
    let lines = || (1_u32..).zip(text.trim_start_matches('\u{FEFF}').lines());
    let mut found = Vec::new();
    let changed = SHIPPED
        .iter()
        .any(|(id, text)| *id == profile.id && Profile::parse(text).as_ref() != Ok(profile));
    let is_id = |line: &str| line.split_once('=').is_some_and(|(key, _)| key.trim() == "id");
    if changed && let Some((line, _)) = lines().find(|(_, line)| is_id(line)) {
        found.push((line, ConfigFault::ShippedId { id: profile.id.clone() }));
    }
    for (line, words) in lines().filter(|(_, line)| !line.trim_start().starts_with('#')) {
        let missing = lx_report::check_glyphs(words.trim());
        if !missing.is_empty() {
            let characters = missing.into_iter().collect();
            found.push((line, ConfigFault::MissingGlyphs { characters }));
        }
    }
    let key_of = |line: u32| lines().find(|(at, _)| *at == line).and_then(|(_, words)| words.split_once('='));
    lint.faults.extend(found.into_iter().map(|(line, reason)| ConfigError {
        line,
        key: key_of(line).map_or_else(String::new, |(key, _)| key.trim().to_owned()),
        reason,
        clause: String::new(),
    }));
    lint.faults.sort_by_key(|f| f.line);
}

/// How many faults stop a profile from being used, and how many should be looked at again.
#[must_use]
pub fn counts(faults: &[ConfigError]) -> (usize, usize) {
    let errors = faults.iter().filter(|f| f.reason.severity() == Severity::Error).count();
    (errors, faults.len().saturating_sub(errors))
}

/// Writes a copy to begin editing with, remarks and all; gives its whole path. Another file of that name stays as it is.
///
/// # Errors
/// [`StepError::Unknown`], [`StepError::Exists`], [`StepError::File`].
pub fn export(name: &str, out: &Path) -> Result<PathBuf, StepError> {
    write_new(&bytes_of(name)?.0, out)
}

/// Writes the profile of a batch as a file: a shipped one with its remarks, any other without, since a batch keeps none.
///
/// # Errors
/// [`StepError::Exists`], [`StepError::File`].
pub fn export_own(profile: &Profile, out: &Path) -> Result<PathBuf, StepError> {
    let shipped = SHIPPED.iter().find(|(_, text)| Profile::parse(text).as_ref() == Ok(profile));
    let text = shipped.map_or_else(|| profile.to_toml(), |(_, text)| (*text).to_owned());
    write_new(text.as_bytes(), out)
}

fn write_new(bytes: &[u8], out: &Path) -> Result<PathBuf, StepError> {
    let out = files::absolute(out);
    // The same bytes are there already: nothing is to be written.
    if files::read(&out, MOST_BYTES).ok().as_deref() != Some(bytes) {
        placing::place(&out, placing::Kind::Other, bytes)?;
    }
    Ok(out)
}

/// What identifies a profile: the digest of its canonical bytes. People compare its short form (校验码); batch files and
/// sheets bind it as `rubric_digest`, screening records name it.
///
/// # Errors
/// None for a profile that was read; [`StepError::Seal`] otherwise.
pub fn digest(profile: &Profile) -> Result<Digest, StepError> {
    Ok(lx_seal::digest_of(profile)?)
}

/// A made-up set of sheets and the score they come to under a profile's rule.
#[derive(Debug)]
pub struct Example {
    /// Points of each sheet in the order of the rubric; the reviewer is named `1`, `2` … in [`Standard`].
    pub sheets: Vec<Vec<Hundredths>>,
    /// What the rule makes of them.
    pub standard: Standard,
}

/// Shows with numbers how points become a score: as many sheets as the panel has and trimming asks for, at most nine.
#[must_use]
pub fn example(profile: &Profile) -> Option<Example> {
    let wanted = profile.rule.trim.map_or(0, |trim| trim.min_sheets).max(profile.panel.min_reviewers);
    let number = wanted.clamp(2, MOST_SHEETS);
    let sheets: Vec<Vec<Hundredths>> = (0..number)
        .map(|reviewer| (0..).zip(&profile.rubric).map(|(at, c)| points(c, reviewer, at)).collect())
        .collect();
    let tally = |(reviewer, points): (u32, &Vec<Hundredths>)| {
        let cells: BTreeMap<_, _> = profile
            .rubric
            .iter()
            .zip(points)
            .map(|(c, p)| (c.id.clone(), Cell::Points(*p)))
            .collect();
        let (reviewer, key) = (reviewer.to_string(), format!("{reviewer:02}"));
        TallySheet { reviewer, key, cells }
    };
    let application = TallyApplication {
        number: "1".to_owned(),
        track: Track::Pilot,
        sheets: (1..).zip(&sheets).map(tally).collect(),
    };
    let standard = reckon(&profile.rule, &[application]).application("1")?.clone();
    Some(Example { sheets, standard })
}

/// Points between 70 and 95 per cent of full marks, on the step, no two neighbours alike.
fn points(criterion: &Criterion, reviewer: u32, at: u32) -> Hundredths {
    let wave = reviewer
        .saturating_mul(7)
        .saturating_add(at.saturating_mul(5))
        .checked_rem(6)
        .unwrap_or(0);
    let percent = i64::from(wave.saturating_mul(5).saturating_add(70));
    let share = criterion.full_marks.0.saturating_mul(percent).checked_div(100).unwrap_or(0);
    let steps = share.checked_div(criterion.step.0).unwrap_or(0);
    Hundredths(steps.saturating_mul(criterion.step.0))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const GUANGZHOU: &str = SHIPPED[0].1;

    #[test]
    fn the_digest_of_a_profile_changes_with_every_rule_and_with_nothing_else() {
        let profile = find("guangzhou-2022").unwrap();
        let own = digest(&profile).unwrap();
        assert_eq!(digest(&find("guangzhou-2022").unwrap()).unwrap(), own, "read twice, it is the same");
        let mut other = profile.clone();
        other.panel.min_reviewers += 2;
        assert_ne!(digest(&other).unwrap(), own);
        let copied = Profile::parse(&format!("# 备注\r\n{}", GUANGZHOU.replace('\n', "\r\n"))).unwrap();
        assert_eq!(digest(&copied).unwrap(), own, "remarks and line ends are no rules");
    }

    #[test]
    fn an_edited_copy_that_keeps_the_id_or_cannot_be_printed_is_pointed_out() {
        let folder = tempfile::tempdir().unwrap();
        let copy = export("guangzhou-2022", &folder.path().join("副本.toml")).unwrap();
        let name = copy.display().to_string();
        assert!(
            look(&name).unwrap().lint.faults.is_empty(),
            "an untouched copy is the shipped profile"
        );
        let edited = GUANGZHOU.replacen("min_reviewers = 5", "min_reviewers = 7", 1).replacen(
            "name = \"科技企业\"",
            "name = \"科技企业\u{E000}\"",
            1,
        );
        fs::write(&copy, &edited).unwrap();
        let faults = look(&name).unwrap().lint.faults;
        let codes: Vec<_> = faults.iter().map(|f| (f.reason.code(), f.key.as_str())).collect();
        assert_eq!(codes, [("shipped_id".to_owned(), "id"), ("missing_glyphs".to_owned(), "name")]);
        assert!(
            matches!(export("guangzhou-2022", &copy), Err(StepError::Exists { .. })),
            "an edited file is not lost"
        );
        assert_eq!(fs::read_to_string(&copy).unwrap(), edited);
    }

    #[test]
    fn the_profile_of_a_batch_can_be_handed_on_with_the_same_digest() {
        let folder = tempfile::tempdir().unwrap();
        let mut profile = find("guangzhou-2022").unwrap();
        let same = export_own(&profile, &folder.path().join("同.toml")).unwrap();
        assert_eq!(fs::read_to_string(same).unwrap(), GUANGZHOU, "a shipped one keeps its remarks");
        profile.id = "shenzhen-2026".to_owned();
        let other = export_own(&profile, &folder.path().join("另.toml")).unwrap();
        let read = find(&other.display().to_string()).unwrap();
        assert_eq!(digest(&read).unwrap(), digest(&profile).unwrap());
    }

    #[test]
    fn a_file_that_is_no_profile_is_refused_with_its_line_and_a_missing_one_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("坏.toml");
        fs::write(&file, "id = “x”\n").unwrap();
        let name = file.display().to_string();
        assert!(matches!(find(&name), Err(StepError::Profile { fault, .. }) if fault.line == 1));
        assert!(matches!(look("没有"), Err(StepError::Unknown { .. })));
    }

    #[test]
    fn the_example_is_reckoned_by_the_rule_it_explains() {
        let profile = find("guangzhou-2022").unwrap();
        let example = example(&profile).unwrap();
        assert_eq!(example.sheets.len(), 5);
        assert_eq!(example.standard.dropped.len(), 2, "five sheets are enough for trimming");
        assert!(example.standard.score.is_some());
        for (points, criterion) in example.sheets.iter().flat_map(|s| s.iter().zip(&profile.rubric)) {
            assert!(lx_domain::check_points(criterion, *points).is_ok());
        }
        let small = super::example(&find("blank").unwrap()).unwrap();
        assert_eq!((small.sheets.len(), small.standard.dropped.len()), (3, 0));
    }
}
