//! What the formulas of the spreadsheet give, exactly.

/// Score by the formula of the spreadsheet, and how far it is from the exact one.
pub(super) fn reckoned_again(line: &lx_tally::Standard, profile: &lx_domain::Profile) -> Option<(String, String)> {
    let decimals = u32::from(profile.rule.rounding.decimals);
    let mut sum: i128 = 0;
    // All terms at 12 decimals: six of a mean, six of a weight.
    for criterion in &profile.rule.criteria {
        let mean = units(&line.criteria.get(&criterion.id)?.as_ref()?.to_string(), 6)?;
        let weight = i128::from(criterion.weight.units) * 10_i128.pow(6_u32.checked_sub(u32::from(criterion.weight.scale))?);
        sum += mean * weight;
    }
    let step = 10_i128.pow(12_u32.checked_sub(decimals)?);
    let again = (sum + step / 2) / step;
    let score = units(&line.score.as_ref()?.to_string(), decimals)?;
    Some((text(again, decimals), text((again - score).abs(), decimals)))
}

/// `"17.35"` as 17350000 for six decimals.
fn units(text: &str, decimals: u32) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let missing = usize::try_from(decimals).ok()?.checked_sub(part.len())?;
    format!("{whole}{part}{}", "0".repeat(missing)).parse().ok()
}

fn text(units: i128, decimals: u32) -> String {
    let step = 10_i128.pow(decimals);
    let width = usize::try_from(decimals).unwrap_or(0);
    if width == 0 {
        units.to_string()
    } else {
        format!("{}.{:0width$}", units / step, units % step)
    }
}
