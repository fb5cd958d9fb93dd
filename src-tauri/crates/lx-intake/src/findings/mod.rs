//! What a person should know about a package. Codes are stable; their words are in `findings.ftl`.

pub(crate) mod across;
mod agreeing;
mod bound;
mod completeness;
mod contradictions;
mod documents;
mod identity;
mod licences;
mod periods;
mod quantities;
mod saying;
mod scales;
mod signing;
mod within;

pub(crate) use completeness::field_word;
pub use completeness::{is_of_applicants, papers_of_applicants};
use lx_domain::{Dossier, Finding};

use crate::{fields::Reading, paper::Paper, terms::Terms};

/// Everything that the papers give reason to say.
pub(crate) fn of(papers: &[Paper<'_>], reading: &Reading, dossier: &Dossier, terms: &Terms<'_>) -> Vec<Finding> {
    let mut found = completeness::of(papers, reading, dossier, terms.profile);
    found.extend(contradictions::of(papers, reading, terms.profile));
    found.extend(scales::of(reading));
    found.extend(scales::told_otherwise(papers, reading));
    found.extend(periods::of(papers, reading, terms));
    found.extend(identity::of(papers, reading, dossier, terms));
    found.extend(licences::of(papers, reading, terms));
    found.extend(documents::of(papers, terms.profile));
    found
}

/// 2026-04-10 as a number that can be compared: 20260410, in China Standard Time.
pub(crate) fn day_of(at: lx_domain::UnixMillis) -> u32 {
    let days = at.0.saturating_add(8 * 3_600_000).div_euclid(86_400_000);
    // Civil date from days since 1970-01-01, after Howard Hinnant's algorithm.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    u32::try_from(year * 10_000 + month * 100 + day).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use lx_domain::UnixMillis;

    use super::day_of;

    #[test]
    fn days_are_those_of_china() {
        assert_eq!(day_of(UnixMillis(0)), 19_700_101);
        assert_eq!(
            day_of(UnixMillis(1_775_750_400_000)),
            20_260_410,
            "2026-04-09T16:00Z is the 10th in China"
        );
        assert_eq!(day_of(UnixMillis(1_709_164_800_000)), 20_240_229);
    }
}
