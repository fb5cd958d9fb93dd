//! What is not TOML, said so that somebody who never heard of TOML can mend it.

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::{ConfigError, ConfigFault};

/// More of them than anybody reads at once.
const MOST: usize = 50;

/// Marks that an input method writes where TOML wants their half-width twins.
const TWINS: [(char, &str); 14] = [
    ('“', "\""),
    ('”', "\""),
    ('‘', "\""),
    ('’', "\""),
    ('＂', "\""),
    ('＝', "="),
    ('，', ","),
    ('、', ","),
    ('［', "["),
    ('］', "]"),
    ('【', "["),
    ('】', "]"),
    ('＃', "#"),
    ('\u{3000}', " "),
];

/// The tables, and every fault of form with its line; one fault a line.
pub(super) fn parse(text: &str) -> (Spanned<DeTable<'_>>, Vec<ConfigError>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<ConfigError> = errors.iter().map(|error| fault(text, error)).collect();
    faults.sort_by_key(|f| f.line);
    faults.dedup_by_key(|f| f.line);
    faults.truncate(MOST);
    (table, faults)
}

/// The line of a byte offset, from 1, and where that line begins.
pub(super) fn line_of(text: &[u8], offset: usize) -> (u32, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let count = before.iter().filter(|b| **b == b'\n').count();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at.saturating_add(1));
    (u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1), start)
}

/// A fault of the file as a whole.
fn whole(line: u32, reason: ConfigFault) -> ConfigError {
    ConfigError {
        line,
        key: String::new(),
        reason,
        clause: String::new(),
    }
}

pub(super) fn not_utf8(bytes: &[u8], valid: usize) -> ConfigError {
    whole(line_of(bytes, valid).0, ConfigFault::NotUtf8)
}

pub(super) fn unreadable() -> ConfigError {
    let (column, detail) = (1, String::new());
    whole(1, ConfigFault::Syntax { column, detail })
}

fn fault(text: &str, error: &Error) -> ConfigError {
    // An error at the end of a file that ends with a line end belongs to the last line that people see.
    let most = text.trim_end().len();
    let at = error.span().map_or(0, |span| span.start).min(most);
    let (line, start) = line_of(text.as_bytes(), at);
    let source = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let before = text.get(start..at).unwrap_or_default();
    let column = u32::try_from(before.chars().count()).unwrap_or(u32::MAX).saturating_add(1);
    whole(line, told(source, column, error.message()))
}

/// The most helpful thing to say of a line that is not TOML.
fn told(source: &str, column: u32, detail: &str) -> ConfigFault {
    if let Some(found) = full_width(source) {
        return found;
    }
    if detail.contains("duplicate key") {
        return ConfigFault::DuplicateKey { column };
    }
    if !source.contains("\"\"\"")
        && let Some(column) = unclosed(source)
    {
        return ConfigFault::UnclosedQuote { column };
    }
    let bare = source.trim();
    if !bare.is_empty() && !bare.contains('=') && !bare.starts_with(['[', '"', ']', '#', '}']) {
        return ConfigFault::NoEquals;
    }
    let detail = detail.to_owned();
    ConfigFault::Syntax { column, detail }
}

/// The first full-width mark outside quotation marks and before a comment.
fn full_width(source: &str) -> Option<ConfigFault> {
    let mut quoted = false;
    for (column, c) in (1_u32..).zip(source.chars()) {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => return None,
            _ if quoted => {}
            _ => {
                if let Some((mark, twin)) = TWINS.iter().find(|(mark, _)| *mark == c) {
                    let (found, instead) = (mark.to_string(), (*twin).to_owned());
                    return Some(ConfigFault::FullWidth { column, found, instead });
                }
            }
        }
    }
    None
}

/// Where a quotation mark without its partner stands.
fn unclosed(source: &str) -> Option<u32> {
    let (mut open, mut escaped) = (None, false);
    for (column, c) in (1_u32..).zip(source.chars()) {
        match c {
            '#' if open.is_none() => break,
            '\\' if open.is_some() && !escaped => {
                escaped = true;
                continue;
            }
            '"' if !escaped => open = if open.is_some() { None } else { Some(column) },
            _ => {}
        }
        escaped = false;
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{ConfigFault, told};

    #[test]
    fn what_an_input_method_does_to_toml_is_named() {
        let code = |source: &str| told(source, 1, "expected newline").code();
        assert_eq!(code("id = “guangzhou”"), "full_width");
        assert_eq!(code("id ＝ \"x\""), "full_width");
        assert_eq!(code("name = \"通知“原文”"), "unclosed_quote", "marks inside a text are its own");
        assert_eq!(code("这一行不是设置"), "no_equals");
        assert_eq!(code("a = 1 2 # “注释”"), "syntax");
        assert_eq!(told("a = \"x\\\"", 1, ""), ConfigFault::UnclosedQuote { column: 5 });
        assert_eq!(told("id = 1", 1, "duplicate key"), ConfigFault::DuplicateKey { column: 1 });
    }
}
