//! Two texts of one document beside each other: paragraphs, and the words in them.

use lx_ledger::TextBlock;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// More paragraphs than this are not compared: what is behind them is said to be left out.
const MOST_PARAGRAPHS: usize = 20_000;
/// Longer paragraphs are shown as gone and added, without words marked.
const MOST_WORDS: usize = 4_000;
/// Two paragraphs are one that was changed if they share at least so many percent of their words.
const ALIKE: usize = 40;

/// What became of a paragraph or of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// As it was.
    Same,
    /// New.
    Added,
    /// No more.
    Gone,
}

/// A paragraph that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it stood; absent where it is new.
    pub before: Option<String>,
    /// Where it stands; absent where it is gone.
    pub after: Option<String>,
    /// Its words, old and new, in reading order.
    pub words: Vec<(Change, String)>,
}

/// What differs between two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextComparison {
    /// The paragraphs that differ, in reading order.
    pub passages: Vec<Passage>,
    /// How many paragraphs are the same.
    pub same: usize,
    /// Whether the texts are longer than what was compared.
    pub cut: bool,
}

/// A paragraph with its place; white space at its ends and its kind make no difference.
struct Paragraph<'t> {
    place: &'t str,
    text: &'t str,
    squeezed: String,
}

fn paragraphs<'t>(blocks: &'t [TextBlock]) -> Vec<Paragraph<'t>> {
    let of = |block: &'t TextBlock| {
        let TextBlock { place, text } = block;
        text.lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(move |text| Paragraph {
                place,
                text,
                squeezed: text.split_whitespace().collect::<Vec<_>>().join(" "),
            })
    };
    blocks.iter().flat_map(of).collect()
}

/// Compares two texts paragraph by paragraph, and where a paragraph was changed word by word: a word is a hanzi, a mark, or a run
/// of letters or digits.
#[must_use]
pub fn compare(before: &[TextBlock], after: &[TextBlock]) -> TextComparison {
    let (mut old, mut new) = (paragraphs(before), paragraphs(after));
    let cut = old.len() > MOST_PARAGRAPHS || new.len() > MOST_PARAGRAPHS;
    old.truncate(MOST_PARAGRAPHS);
    new.truncate(MOST_PARAGRAPHS);
    let keys = |of: &[Paragraph<'_>]| of.iter().map(|p| p.squeezed.clone()).collect::<Vec<_>>();
    let mut found = TextComparison {
        passages: Vec::new(),
        same: 0,
        cut,
    };
    for op in capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new)) {
        let (was, is) = (
            old.get(op.old_range()).unwrap_or_default(),
            new.get(op.new_range()).unwrap_or_default(),
        );
        match op {
            DiffOp::Equal { len, .. } => found.same = found.same.saturating_add(len),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => align(was, is, &mut found.passages),
        }
    }
    found
}

/// Old paragraphs beside the new ones they became, in order; the others are gone or added.
fn align(old: &[Paragraph<'_>], new: &[Paragraph<'_>], into: &mut Vec<Passage>) {
    let mut next = 0;
    for was in old {
        let candidates = new.get(next..).unwrap_or_default().iter().take(12).enumerate();
        let best = candidates.filter_map(|(ahead, is)| {
            let words = words(was.text, is.text)?;
            let alike = percent(&words);
            (alike >= ALIKE).then_some((alike, std::cmp::Reverse(ahead), words))
        });
        match best.max_by_key(|(alike, ahead, _)| (*alike, *ahead)) {
            Some((_, std::cmp::Reverse(ahead), words)) => {
                let here = next.saturating_add(ahead);
                into.extend(new.get(next..here).unwrap_or_default().iter().map(added));
                into.push(Passage {
                    before: Some(was.place.to_owned()),
                    after: new.get(here).map(|is| is.place.to_owned()),
                    words,
                });
                next = here.saturating_add(1);
            }
            None => into.push(Passage {
                before: Some(was.place.to_owned()),
                after: None,
                words: vec![(Change::Gone, was.text.to_owned())],
            }),
        }
    }
    into.extend(new.get(next..).unwrap_or_default().iter().map(added));
}

fn added(is: &Paragraph<'_>) -> Passage {
    Passage {
        before: None,
        after: Some(is.place.to_owned()),
        words: vec![(Change::Added, is.text.to_owned())],
    }
}

/// How much of both is the same, in percent of their characters.
fn percent(words: &[(Change, String)]) -> usize {
    let of = |change: Change| -> usize { words.iter().filter(|(c, _)| *c == change).map(|(_, w)| w.chars().count()).sum() };
    let same = of(Change::Same).saturating_mul(2);
    let all = same.saturating_add(of(Change::Added)).saturating_add(of(Change::Gone));
    same.saturating_mul(100).checked_div(all).unwrap_or(100)
}

/// The words of a changed paragraph; none where it is too long.
fn words(before: &str, after: &str) -> Option<Vec<(Change, String)>> {
    let (old, new) = (split(before), split(after));
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        return None;
    }
    let mut found: Vec<(Change, String)> = Vec::new();
    let mut push = |change: Change, words: &[&str]| {
        let text = words.concat();
        match found.last_mut() {
            _ if text.is_empty() => {}
            Some((last, so_far)) if *last == change => so_far.push_str(&text),
            _ => found.push((change, text)),
        }
    };
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (was, is) = (
            old.get(op.old_range()).unwrap_or_default(),
            new.get(op.new_range()).unwrap_or_default(),
        );
        if let DiffOp::Equal { .. } = op {
            push(Change::Same, is);
        } else {
            push(Change::Gone, was);
            push(Change::Added, is);
        }
    }
    Some(found)
}

/// Hanzi and marks one by one, letters and digits by runs.
fn split(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let run = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '%';
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| !(run(b) && run(c))) {
            words.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        before = Some(c);
    }
    words.push(text.get(start..).unwrap_or_default());
    words.retain(|w| !w.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(texts: &[&str]) -> Vec<TextBlock> {
        let block = |(at, text): (usize, &&str)| TextBlock {
            place: format!("第{}段", at + 1),
            text: (*text).to_owned(),
        };
        texts.iter().enumerate().map(block).collect()
    }

    fn shown(of: &TextComparison) -> Vec<String> {
        let mark = |(change, text): &(Change, String)| match change {
            Change::Same => text.clone(),
            Change::Added => format!("[+{text}]"),
            Change::Gone => format!("[-{text}]"),
        };
        let line = |p: &Passage| {
            let place = |p: &Option<String>| p.clone().unwrap_or_else(|| "—".to_owned());
            format!(
                "{}→{} {}",
                place(&p.before),
                place(&p.after),
                p.words.iter().map(mark).collect::<String>()
            )
        };
        of.passages.iter().map(line).collect()
    }

    #[test]
    fn a_changed_figure_is_marked_whole_in_its_paragraph() {
        let found = compare(
            &blocks(&["一、目标", "试点周期为12个月，用户不超过500户。", "三、其他"]),
            &blocks(&["一、目标", "试点周期为18个月，用户不超过500户。", "三、其他"]),
        );
        assert_eq!(shown(&found), ["第2段→第2段 试点周期为[-12][+18]个月，用户不超过500户。"]);
        assert_eq!((found.same, found.cut), (2, false));
    }

    #[test]
    fn a_paragraph_put_in_does_not_make_the_following_ones_differ() {
        let found = compare(
            &blocks(&["风险点一：数据泄露。", "风险点二：系统中断。"]),
            &blocks(&[
                "风险点一：数据泄露。",
                "退出方案：停止新增，存量平移至常规系统。",
                "风险点二：系统中断。",
            ]),
        );
        assert_eq!(shown(&found), ["—→第2段 [+退出方案：停止新增，存量平移至常规系统。]"]);
    }

    #[test]
    fn a_rewritten_paragraph_beside_a_new_one_finds_its_own() {
        let found = compare(
            &blocks(&["应急预案由信息技术部负责，每年演练一次。"]),
            &blocks(&["投诉处理由客户服务中心受理。", "应急预案由信息技术部负责，每半年演练一次。"]),
        );
        assert_eq!(
            shown(&found),
            [
                "—→第1段 [+投诉处理由客户服务中心受理。]",
                "第1段→第2段 应急预案由信息技术部负责，每[+半]年演练一次。"
            ]
        );
    }

    #[test]
    fn paragraphs_that_share_little_are_gone_and_added() {
        let found = compare(&blocks(&["本项目由甲公司牵头。"]), &blocks(&["附件：承诺函扫描件"]));
        assert_eq!(shown(&found), ["第1段→— [-本项目由甲公司牵头。]", "—→第1段 [+附件：承诺函扫描件]"]);
    }

    #[test]
    fn white_space_makes_no_difference() {
        let found = compare(&blocks(&["一、  目标\n\n二、范围 "]), &blocks(&["一、 目标", "二、范围"]));
        assert_eq!((shown(&found).len(), found.same), (0, 2));
    }
}
