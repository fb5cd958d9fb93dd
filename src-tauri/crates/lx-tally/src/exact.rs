//! Exact fractions, and decimals made of them by a stated rounding.

use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::{Serialize, Serializer};

use lx_domain::{
    Hundredths,
    rule::{Decimal, RoundingMode},
};

/// A decimal with a fixed number of decimals, `units / 10^scale`; in files it is its text, such as `"86.50"`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Score {
    units: BigInt,
    scale: u32,
}

/// `10^scale`.
fn power(scale: u32) -> BigInt {
    num_traits::pow(BigInt::from(10), usize::try_from(scale).unwrap_or(0))
}

impl Score {
    /// `value` rounded to `decimals` in the stated mode. Half is away from zero for `half_up`.
    #[must_use]
    pub fn rounded(value: &BigRational, mode: RoundingMode, decimals: u32) -> Self {
        let scaled = value * BigRational::from_integer(power(decimals));
        let size = scaled.abs();
        let (whole, rest) = size.numer().div_rem(size.denom());
        let twice: BigInt = rest * 2;
        let up = match twice.cmp(size.denom()) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Greater => true,
            std::cmp::Ordering::Equal => match mode {
                RoundingMode::HalfUp => true,
                RoundingMode::HalfEven => whole.is_odd(),
            },
        };
        let size = if up { whole + 1 } else { whole };
        let units = if scaled.is_negative() { -size } else { size };
        Self { units, scale: decimals }
    }

    /// A finite decimal as it is, with at least `least` decimals; beyond twelve it would be cut, which no sum of
    /// points times weights can reach (two and six decimals).
    #[must_use]
    pub fn exact(value: &BigRational, least: u32) -> Self {
        let mut scale = least;
        while scale < 12 && !(value * BigRational::from_integer(power(scale))).is_integer() {
            scale += 1;
        }
        Self::rounded(value, RoundingMode::HalfEven, scale)
    }

    /// The exact value.
    #[must_use]
    pub fn value(&self) -> BigRational {
        BigRational::new(self.units.clone(), power(self.scale))
    }

    /// The same value to fewer decimals, for a narrow place; half up.
    #[must_use]
    pub fn to_decimals(&self, decimals: u32) -> Self {
        Self::rounded(&self.value(), RoundingMode::HalfUp, decimals)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = self.units.abs().div_rem(&power(self.scale));
        let sign = if self.units.is_negative() { "-" } else { "" };
        if self.scale == 0 {
            return write!(f, "{sign}{whole}");
        }
        let width = usize::try_from(self.scale).unwrap_or(0);
        write!(f, "{sign}{whole}.{:0>width$}", part.to_string())
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// Points as a fraction.
pub(crate) fn of_points(points: Hundredths) -> BigRational {
    BigRational::new(BigInt::from(points.0), BigInt::from(100))
}

/// A decimal as a fraction.
pub(crate) fn of_decimal(decimal: Decimal) -> BigRational {
    BigRational::new(BigInt::from(decimal.units), power(u32::from(decimal.scale)))
}

/// The mean; absent for nothing, since the mean of nothing is not zero.
pub(crate) fn mean<'a>(values: impl IntoIterator<Item = &'a BigRational>) -> Option<BigRational> {
    let mut sum = BigRational::zero();
    let mut count = 0_u64;
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / BigRational::from_integer(BigInt::from(count)))
}

/// The mean of points, their sum taken in whole hundredths; absent for nothing.
pub(crate) fn mean_of_points(points: impl IntoIterator<Item = Hundredths>) -> Option<BigRational> {
    let (mut sum, mut count) = (0_i128, 0_i128);
    for each in points {
        sum += i128::from(each.0);
        count += 1;
    }
    (count > 0).then(|| BigRational::new(BigInt::from(sum), BigInt::from(count * 100)))
}
