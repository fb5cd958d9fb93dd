//! Whatever stands in a file: no panic, and what is refused is refused with a line of that file.

use proptest::prelude::*;

use super::Profile;
use crate::{Rule, Severity};

const GUANGZHOU: &str = include_str!("../../../../../assets/profiles/guangzhou-2022.toml");
const BLANK: &str = include_str!("../../../../../assets/profiles/blank.toml");
/// What a slip of the hand or of an input method leaves behind.
const SLIPS: [char; 12] = ['"', '=', '[', ']', '#', '\\', 'x', '7', '\n', '“', '\u{0}', '𫖯'];

fn hold(text: &str) {
    let lint = Profile::lint(text);
    let last = u32::try_from(text.lines().count().max(1)).expect("a line");
    for fault in &lint.faults {
        assert!((1..=last).contains(&fault.line), "{fault} lies outside of {last} lines");
        assert!(!fault.reason.code().is_empty());
    }
    let refused = lint.faults.iter().any(|f| f.reason.severity() == Severity::Error);
    assert_eq!(lint.value.is_none(), refused, "{:?}", lint.faults);
    if let Some(profile) = &lint.value {
        let json = serde_json::to_string(profile).expect("JSON");
        assert_eq!(serde_json::from_str::<Profile>(&json).ok().as_ref(), Some(profile));
        assert_eq!(
            Profile::parse(&profile.to_toml()).as_ref(),
            Ok(profile),
            "written and read it is the same"
        );
    }
}

#[test]
fn a_profile_without_any_one_of_its_lines_is_valid_or_has_a_fault_in_the_file() {
    for text in [GUANGZHOU, BLANK] {
        for gone in 0..text.lines().count() {
            let kept = text.lines().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| line);
            hold(&kept.collect::<Vec<_>>().join("\n"));
        }
    }
}

fn changed(text: &str, at: usize, slip: char) -> String {
    text.chars()
        .enumerate()
        .map(|(here, c)| if here == at { slip } else { c })
        .collect()
}

#[test]
fn a_profile_with_any_one_of_its_characters_changed_is_valid_or_has_a_fault_in_the_file() {
    for at in 0..BLANK.chars().count() {
        hold(&changed(BLANK, at, SLIPS[at % SLIPS.len()]));
    }
    // Every thirteenth of the long one: all kinds of places are met in a second instead of ten.
    for at in (0..GUANGZHOU.chars().count()).step_by(13) {
        hold(&changed(GUANGZHOU, at, SLIPS[at % SLIPS.len()]));
    }
}

proptest! {
    #[test]
    fn arbitrary_text_is_refused_and_nothing_worse(text in any::<String>()) {
        hold(&text);
        let _ = Rule::parse(&text);
    }

    #[test]
    fn arbitrary_bytes_are_refused_and_nothing_worse(bytes in any::<Vec<u8>>()) {
        prop_assert!(!Profile::lint_bytes(&bytes).faults.is_empty());
    }

    #[test]
    fn a_piece_of_a_profile_in_the_wrong_place_is_valid_or_has_a_fault_in_the_file(
        from in 0..GUANGZHOU.len(), length in 0..400_usize, to in 0..GUANGZHOU.len(),
    ) {
        let cut = |at: usize| (at..=GUANGZHOU.len()).find(|i| GUANGZHOU.is_char_boundary(*i)).unwrap_or(GUANGZHOU.len());
        let (from, to) = (cut(from), cut(to));
        let piece = &GUANGZHOU[from..cut((from + length).min(GUANGZHOU.len()))];
        hold(&format!("{}{piece}{}", &GUANGZHOU[..to], &GUANGZHOU[to..]));
    }
}
