//! The reckoning rule: how sheets become a score. Parsed from a rule file or a profile.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    config::{ConfigFault, Keys, RuleError, read_document},
    id::CriterionId,
    points::Hundredths,
};

/// An exact decimal: `units / 10^scale`. In files it is its text, such as `"0.25"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits without the point.
    pub units: i64,
    /// How many of them stand behind the point, at most 6.
    pub scale: u8,
}

/// Why a text is not an exact decimal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a decimal number with at most six digits behind the point")]
pub struct DecimalError(pub String);

impl Decimal {
    /// One.
    pub const ONE: Self = Self { units: 1, scale: 0 };
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads `1`, `0.25`: no sign, no exponent, no leading zero, at most nine digits before and six behind the point.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let wrong = || DecimalError(text.to_owned());
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let fine = !whole.is_empty()
            && whole.len() <= 9
            && part.len() <= 6
            && digits(whole)
            && digits(part)
            && !text.ends_with('.')
            && (whole.len() == 1 || !whole.starts_with('0'));
        if !fine {
            return Err(wrong());
        }
        let units = format!("{whole}{part}").parse().map_err(|_| wrong())?;
        Ok(Self {
            units,
            scale: u8::try_from(part.len()).map_err(|_| wrong())?,
        })
    }
}

impl fmt::Display for Decimal {
    /// As it was written: `0.250` stays `0.250`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = usize::from(self.scale);
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = scale + 1);
        let (whole, part) = digits.split_at(digits.len() - scale);
        let point = if part.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{point}{part}")
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

/// One criterion as the reckoning sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleCriterion {
    /// Which.
    pub id: CriterionId,
    /// Most points a reviewer can give.
    pub full_marks: Hundredths,
    /// What its mean is multiplied by.
    pub weight: Decimal,
}

/// Over what the highest and the lowest are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrimPer {
    /// The sheets with the highest and the lowest total.
    Total,
    /// In each criterion its highest and lowest points.
    Criterion,
}

/// 去掉一个最高分和一个最低分.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trim {
    /// Over what.
    pub per: TrimPer,
    /// Below so many valid sheets nothing is dropped; at least 3.
    pub min_sheets: u32,
}

/// How a value is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundingMode {
    /// 四舍五入.
    HalfUp,
    /// 四舍六入五成双 (GB/T 8170).
    HalfEven,
}

/// Where a value is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The mean of a criterion.
    Criterion,
    /// Mean × weight.
    Weighted,
    /// The sum.
    Total,
}

/// Rounding: to how many decimals, and only after the named stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// How.
    pub mode: RoundingMode,
    /// 0 to 6.
    pub decimals: u8,
    /// Where; must hold `weighted` or `total`.
    pub after: Vec<Stage>,
}

/// How equal scores are ordered; what stays equal waits for the panel's vote.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ties {
    /// Criteria whose means are compared, in this order.
    pub by: Vec<CriterionId>,
}

/// The whole rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// In printing order.
    pub criteria: Vec<RuleCriterion>,
    /// May be absent: nothing is dropped.
    pub trim: Option<Trim>,
    /// Rounding.
    pub rounding: Rounding,
    /// Ties.
    pub ties: Ties,
    /// 评分差异提示: share of full marks, in percent; a total further from the median is pointed out. Default 15.
    pub outlier_percent: u32,
    /// The clause behind the reckoning; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
}

impl Rule {
    /// Reads a rule file.
    ///
    /// # Errors
    /// [`RuleError`] with line and key of the first fault; unknown keys are faults.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        read_document(text, |keys| Self::read(keys, &mut Vec::new())).into_result()
    }

    /// One criterion.
    #[must_use]
    pub fn criterion(&self, id: &CriterionId) -> Option<&RuleCriterion> {
        self.criteria.iter().find(|c| c.id == *id)
    }

    /// Reads a rule from its table, in a file of its own or in a profile; `ids` takes the criteria's ids, read well or not.
    pub(crate) fn read(keys: &mut Keys<'_>, ids: &mut Vec<String>) -> Option<Self> {
        let clause = keys.text_or_empty("clause");
        let criteria = keys.tables("criteria", true, |keys| RuleCriterion::read(keys, ids));
        if criteria.as_ref().is_some_and(|all| all.iter().all(|c| c.weight.units == 0)) {
            keys.note("criteria", ConfigFault::NoWeight);
        }
        // What may be absent is absent, or read: `Some(None)`, `Some(Some(…))`; `None` is a fault that was noted.
        let trim = optional(keys, "trim", |keys| keys.table("trim", Trim::read));
        let rounding = keys.table("rounding", Rounding::read);
        let ties = optional(keys, "ties", |keys| keys.table("ties", |keys| Ties::read(keys, ids)));
        let outlier_percent = optional(keys, "outlier_percent", |keys| keys.number("outlier_percent", 1, 100));
        Some(Self {
            criteria: criteria?,
            trim: trim?,
            rounding: rounding?,
            ties: ties?.unwrap_or_default(),
            outlier_percent: outlier_percent?.unwrap_or(15),
            clause: clause?,
        })
    }
}

fn optional<T>(keys: &mut Keys<'_>, key: &'static str, read: impl FnOnce(&mut Keys<'_>) -> Option<T>) -> Option<Option<T>> {
    if keys.has(key) { read(keys).map(Some) } else { Some(None) }
}

impl RuleCriterion {
    fn read(keys: &mut Keys<'_>, ids: &mut Vec<String>) -> Option<Self> {
        let id: Option<CriterionId> = keys.parsed("id", |found| ConfigFault::NotAnIdentifier { found });
        let once = id.as_ref().and_then(|id| keys.once("id", id.as_str(), ids));
        let full_marks: Option<Hundredths> = keys.parsed("full_marks", |found| ConfigFault::NotPoints { found });
        if full_marks.is_some_and(|marks| marks.0 <= 0) {
            keys.note("full_marks", ConfigFault::NotPositive);
        }
        let weight = keys.parsed("weight", |found| ConfigFault::NotADecimal { found });
        once?;
        Some(Self {
            id: id?,
            full_marks: full_marks?,
            weight: weight?,
        })
    }
}

impl Trim {
    fn read(keys: &mut Keys<'_>) -> Option<Self> {
        let per = keys.word("per", &[("total", TrimPer::Total), ("criterion", TrimPer::Criterion)]);
        let min_sheets = optional(keys, "min_sheets", |keys| keys.number("min_sheets", 3, 1000));
        Some(Self {
            per: per?,
            min_sheets: min_sheets?.unwrap_or(5),
        })
    }
}

impl Rounding {
    fn read(keys: &mut Keys<'_>) -> Option<Self> {
        let mode = keys.word("mode", &[("half_up", RoundingMode::HalfUp), ("half_even", RoundingMode::HalfEven)]);
        let decimals = keys.number("decimals", 0, 6).and_then(|n| u8::try_from(n).ok());
        let words = [
            ("criterion", Stage::Criterion),
            ("weighted", Stage::Weighted),
            ("total", Stage::Total),
        ];
        let texts = keys.texts("after");
        let (mut after, mut fine) = (Vec::new(), true);
        for (at, text) in (1_usize..).zip(texts.iter().flatten()) {
            match keys.one_of(&format!("after[{at}]"), text, &words) {
                Some(stage) => after.push(stage),
                None => fine = false,
            }
        }
        if texts.is_some() && fine && !after.contains(&Stage::Weighted) && !after.contains(&Stage::Total) {
            keys.note("after", ConfigFault::NoFinalRounding);
        }
        texts.filter(|_| fine)?;
        Some(Self {
            mode: mode?,
            decimals: decimals?,
            after,
        })
    }

    /// Whether values are rounded after this stage.
    #[must_use]
    pub fn rounds_after(&self, stage: Stage) -> bool {
        self.after.contains(&stage)
    }
}

impl Ties {
    fn read(keys: &mut Keys<'_>, ids: &[String]) -> Option<Self> {
        let texts = keys.texts("by")?;
        let (mut by, mut fine) = (Vec::new(), true);
        for (at, text) in (1_usize..).zip(texts) {
            match text.parse() {
                Ok(id) if ids.contains(&text) => by.push(id),
                Ok(_) | Err(_) => {
                    fine = false;
                    let (found, allowed) = (text, ids.join(", "));
                    keys.note_at(&format!("by[{at}]"), ConfigFault::UnknownCriterion { found, allowed });
                }
            }
        }
        fine.then_some(Self { by })
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn a_decimal_is_written_as_it_was_read() {
        for text in ["0", "1", "0.25", "0.250", "12.000001", "100"] {
            assert_eq!(text.parse::<Decimal>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
        for text in ["", ".", "1.", ".5", "01", "-1", "+1", "1e3", "1.0000001", "１", "1,5", "NaN"] {
            assert!(text.parse::<Decimal>().is_err(), "{text:?}");
        }
    }
}
