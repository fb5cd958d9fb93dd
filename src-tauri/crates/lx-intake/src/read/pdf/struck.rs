//! Words that somebody struck out: a line through them, as long as they are.

use super::{lines::Glyph, rules::Rule};

/// Where above its foot a line through a character runs, in heights of the character: below it is an underline.
const LOWEST: f32 = 0.12;
const HIGHEST: f32 = 0.62;
/// How far such a line may begin before its first character or behind it, and so at its end, in heights of a character. The
/// line of a table is longer.
const OFF: f32 = 0.5;

/// A longer line parts the head of a page from its text; words that are struck out so far stand in a paragraph, in points.
const LONGEST: f32 = 400.0;

/// Whether a line is worth a look at the characters of a page.
pub(super) fn may_strike(rule: &Rule) -> bool {
    !rule.upright && rule.to - rule.from <= LONGEST
}

/// Leaves out what is struck out. Says whether anything was.
pub(super) fn leave_out(glyphs: &mut Vec<Glyph>, rules: &[Rule]) -> bool {
    let mut struck = vec![false; glyphs.len()];
    for rule in rules.iter().filter(|rule| !rule.upright) {
        let below = |g: &Glyph| {
            let (middle, height) = (f32::midpoint(g.left, g.right), (rule.at - g.foot) / g.size);
            (rule.from..=rule.to).contains(&middle) && (LOWEST..=HIGHEST).contains(&height)
        };
        let under: Vec<(usize, Glyph)> = glyphs.iter().copied().enumerate().filter(|(_, g)| below(g)).collect();
        let left = under.iter().map(|(_, g)| g.left).fold(f32::MAX, f32::min);
        let right = under.iter().map(|(_, g)| g.right).fold(f32::MIN, f32::max);
        let off = OFF * under.iter().map(|(_, g)| g.size).fold(0.0, f32::max);
        if (left - rule.from).abs() <= off && (right - rule.to).abs() <= off {
            for (at, _) in under {
                if let Some(one) = struck.get_mut(at) {
                    *one = true;
                }
            }
        }
    }
    let mut gone = struck.iter();
    glyphs.retain(|_| !gone.next().copied().unwrap_or_default());
    struck.contains(&true)
}

#[cfg(test)]
mod tests {
    use super::{Glyph, Rule, leave_out};

    /// What is left of 甲示例证券, each character 10 wide and high from 5 on, under a line.
    fn left(at: f32, from: f32, to: f32) -> String {
        let mut glyphs: Vec<Glyph> = (0_u8..)
            .zip("甲示例证券".chars())
            .map(|(n, char)| Glyph {
                char,
                left: 5.0 + 10.0 * f32::from(n),
                right: 15.0 + 10.0 * f32::from(n),
                foot: 100.0,
                size: 10.0,
            })
            .collect();
        let rule = Rule {
            upright: false,
            at,
            from,
            to,
        };
        let struck = leave_out(&mut glyphs, &[rule]);
        assert_eq!(struck, glyphs.len() < 5);
        glyphs.iter().map(|g| g.char).collect()
    }

    #[test]
    fn a_line_through_words_strikes_them_out_and_no_other_line_does() {
        assert_eq!(left(103.5, 15.0, 35.0), "甲证券");
        assert_eq!(left(103.5, 5.0, 55.0), "");
        assert_eq!(left(98.5, 15.0, 35.0), "甲示例证券", "an underline");
        assert_eq!(left(110.0, 5.0, 55.0), "甲示例证券", "above");
        assert_eq!(left(103.5, 0.0, 300.0), "甲示例证券", "the line of a table");
        assert_eq!(left(103.5, 60.0, 90.0), "甲示例证券", "beside");
    }
}
