//! The reckoning rule: how sheets become a score. Parsed from a rule file or a profile.

use serde::{Deserialize, Serialize};

use crate::{id::CriterionId, points::Hundredths};

/// An exact decimal: `units / 10^scale`. In files it is its text, such as `"0.25"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits without the point.
    pub units: i64,
    /// How many of them stand behind the point, at most 6.
    pub scale: u8,
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
