//! Choices of a form: `☑试点 □试点辅导`, `试点（√） 试点辅导（ ）`.

use crate::classify::squeeze;

/// One piece of a line of boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Box(bool),
    Words(String),
}

/// What is ticked in a text that offers a choice; absent where it offers none. Boxes stand before their words or behind
/// them, as the end of the text shows: what introduces a choice, too, stands before its first box. Where boxes neither
/// begin nor end the text, nobody knows to which words they belong. Boxes inside of an option are another choice.
pub(crate) fn ticked(text: &str) -> Option<Vec<String>> {
    let text = squeeze(text);
    let outer = without_inner(&text);
    let tokens = tokens(if has_marks(&outer) { &outer } else { &text });
    // Without an empty box the marks are bullets, or the only thing that was written.
    if !tokens.contains(&Token::Box(false)) {
        return None;
    }
    let before = match (tokens.first()?, tokens.last()?) {
        (_, Token::Words(_)) => true,
        (Token::Words(_), Token::Box(_)) => false,
        (Token::Box(_), Token::Box(_)) => return Some(Vec::new()),
    };
    if tokens.iter().any(|t| matches!(t, Token::Words(words) if is_torn(words))) {
        return Some(Vec::new());
    }
    let pairs = tokens.windows(2).filter_map(|pair| match (before, pair) {
        (true, [Token::Box(on), Token::Words(words)]) | (false, [Token::Words(words), Token::Box(on)]) => Some((*on, words)),
        _ => None,
    });
    let chosen = pairs.filter(|(on, _)| *on).map(|(_, words)| {
        let words = words.trim_matches(['、', ',', ';', '/', '；', '，', '。', '|']);
        words.to_owned()
    });
    Some(chosen.filter(|words| !words.is_empty()).collect())
}

/// Without the brackets that hold boxes of their own: `☑试点（□独立 ☑联合） □试点辅导`.
fn without_inner(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let length = match bracketed(&chars, at) {
            Some((_, length)) => length,
            None => {
                let inner = chars.iter().skip(at).take_while(|c| **c != ')').count();
                let choice = *c == '(' && chars.iter().skip(at).take(inner).any(|c| mark(*c).is_some());
                if choice {
                    at += inner + 1;
                    continue;
                }
                1
            }
        };
        out.extend(chars.iter().skip(at).take(length));
        at += length;
    }
    out
}

/// Whether words are a piece of brackets inside of which there are boxes.
fn is_torn(words: &str) -> bool {
    let count = |brackets: [char; 2]| words.matches(brackets).count();
    count(['(', '[']) != count([')', ']'])
}

/// Whether there is any box or tick in it.
pub(crate) fn has_marks(text: &str) -> bool {
    text.chars().any(|c| mark(c).is_some())
}

fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let mut words = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let (found, length) = match (bracketed(&chars, at), mark(*c)) {
            (Some((on, length)), _) => (Some(on), length),
            (None, Some(on)) => (Some(on), 1),
            (None, None) => (None, 1),
        };
        match found {
            Some(on) => {
                put(&mut words, &mut tokens);
                tokens.push(Token::Box(on));
            }
            None => words.push(*c),
        }
        at += length;
    }
    put(&mut words, &mut tokens);
    tokens
}

/// What introduces a choice is no part of it.
fn put(words: &mut String, tokens: &mut Vec<Token>) {
    let mut said = std::mem::take(words);
    // 其他：____, from which the blank is gone, is an option.
    if !tokens.is_empty() && said.ends_with(':') {
        said.pop();
    }
    let said = said.rsplit(':').next().unwrap_or_default();
    if !said.is_empty() {
        tokens.push(Token::Words(said.to_owned()));
    }
}

/// `()`, `[√]`, `【x】`: a box made of brackets, and how many characters it takes.
fn bracketed(chars: &[char], at: usize) -> Option<(bool, usize)> {
    let close = match chars.get(at)? {
        '(' => ')',
        '[' => ']',
        '【' => '】',
        '〔' => '〕',
        _ => return None,
    };
    match (chars.get(at + 1)?, chars.get(at + 2)) {
        (c, _) if *c == close => Some((false, 2)),
        (c, Some(end)) if *end == close => match c {
            'x' | 'X' | '×' | 'v' | 'V' => Some((true, 3)),
            c => mark(*c).map(|on| (on, 3)),
        },
        _ => None,
    }
}

fn mark(c: char) -> Option<bool> {
    match c {
        '☑' | '☒' | '√' | '✓' | '✔' | '✅' | '■' | '●' | '◉' | '⊙' | '🗹' => Some(true),
        '□' | '☐' | '○' | '◯' | '▢' | '❑' | '❏' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::ticked;

    #[test]
    fn boxes_stand_before_or_behind_their_words() {
        let one = |text: &str| ticked(text).map(|t| t.join("+"));
        for text in [
            "☑试点 □试点辅导",
            "试点☑ 试点辅导□",
            "（√）试点　（ ）试点辅导",
            "试点（√）、试点辅导（　）",
            "■ 试点　□ 试点辅导",
            "[x]试点 [ ]试点辅导",
            "请选择：☒试点；☐试点辅导",
            "○试点辅导 ●试点",
        ] {
            assert_eq!(one(text).as_deref(), Some("试点"), "{text}");
        }
        assert_eq!(one("☑人工智能 □区块链 ☑大数据").as_deref(), Some("人工智能+大数据"));
        assert_eq!(one("□试点 □试点辅导").as_deref(), Some(""));
        assert_eq!(one("试点"), None);
        assert_eq!(one("●面向投资者 ●面向机构"), None);
        for text in ["（单选）□试点 ☑试点辅导", "请选择 □试点 ☑试点辅导", "请勾选：□试点 ☑试点辅导"]
        {
            assert_eq!(one(text).as_deref(), Some("试点辅导"), "{text}");
        }
        assert_eq!(one("☑试点（□独立申报 ☑联合申报） □试点辅导").as_deref(), Some("试点"));
        assert_eq!(one("☑广州市 □其他：").as_deref(), Some("广州市"));
        for text in ["（□试点 ☑试点辅导）", "□试点☑试点辅导□"] {
            assert_eq!(one(text).as_deref(), Some(""), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn choices_never_panic(text: String) {
            let _ = ticked(&text);
        }
    }
}
