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
}

impl Rule {
    /// Reads a rule file.
    ///
    /// # Errors
    /// [`RuleError`] with line and key of the first fault; unknown keys are faults.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        read_document(text, Self::read)
    }

    /// One criterion.
    #[must_use]
    pub fn criterion(&self, id: &CriterionId) -> Option<&RuleCriterion> {
        self.criteria.iter().find(|c| c.id == *id)
    }

    /// Reads a rule from its table, in a file of its own or in a profile.
    pub(crate) fn read(keys: &mut Keys<'_>) -> Result<Self, RuleError> {
        let mut ids = Vec::new();
        let criteria = keys.tables("criteria", true, |keys| RuleCriterion::read(keys, &mut ids))?;
        if criteria.iter().all(|c| c.weight.units == 0) {
            return Err(keys.fault("criteria", ConfigFault::NoWeight));
        }
        let trim = if keys.has("trim") {
            Some(keys.table("trim", Trim::read)?)
        } else {
            None
        };
        let rounding = keys.table("rounding", Rounding::read)?;
        let ties = if keys.has("ties") {
            keys.table("ties", |keys| Ties::read(keys, &ids))?
        } else {
            Ties::default()
        };
        let outlier_percent = if keys.has("outlier_percent") {
            keys.number("outlier_percent", 1, 100)?
        } else {
            15
        };
        Ok(Self {
            criteria,
            trim,
            rounding,
            ties,
            outlier_percent,
        })
    }
}

impl RuleCriterion {
    fn read(keys: &mut Keys<'_>, ids: &mut Vec<String>) -> Result<Self, RuleError> {
        let id: CriterionId = keys.parsed("id", ConfigFault::NotAnIdentifier)?;
        keys.once("id", id.as_str(), ids)?;
        let full_marks: Hundredths = keys.parsed("full_marks", ConfigFault::NotPoints)?;
        if full_marks.0 <= 0 {
            return Err(keys.fault("full_marks", ConfigFault::NotPositive));
        }
        let weight = keys.parsed("weight", ConfigFault::NotADecimal)?;
        Ok(Self { id, full_marks, weight })
    }
}

impl Trim {
    fn read(keys: &mut Keys<'_>) -> Result<Self, RuleError> {
        let per = keys.word("per", &[("total", TrimPer::Total), ("criterion", TrimPer::Criterion)])?;
        let min_sheets = if keys.has("min_sheets") {
            keys.number("min_sheets", 3, 1000)?
        } else {
            5
        };
        Ok(Self { per, min_sheets })
    }
}

impl Rounding {
    fn read(keys: &mut Keys<'_>) -> Result<Self, RuleError> {
        let mode = keys.word("mode", &[("half_up", RoundingMode::HalfUp), ("half_even", RoundingMode::HalfEven)])?;
        let decimals = u8::try_from(keys.number("decimals", 0, 6)?).unwrap_or(6);
        let words = [
            ("criterion", Stage::Criterion),
            ("weighted", Stage::Weighted),
            ("total", Stage::Total),
        ];
        let mut after = Vec::new();
        for text in keys.texts("after")? {
            after.push(keys.one_of("after", &text, &words)?);
        }
        if !after.contains(&Stage::Weighted) && !after.contains(&Stage::Total) {
            return Err(keys.fault("after", ConfigFault::NoFinalRounding));
        }
        Ok(Self { mode, decimals, after })
    }

    /// Whether values are rounded after this stage.
    #[must_use]
    pub fn rounds_after(&self, stage: Stage) -> bool {
        self.after.contains(&stage)
    }
}

impl Ties {
    fn read(keys: &mut Keys<'_>, ids: &[String]) -> Result<Self, RuleError> {
        let mut by = Vec::new();
        for text in keys.texts("by")? {
            if !ids.contains(&text) {
                return Err(keys.fault("by", ConfigFault::UnknownCriterion(text)));
            }
            by.push(text.parse().map_err(|_| keys.fault("by", ConfigFault::NotAnIdentifier(text)))?);
        }
        Ok(Self { by })
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
