//! One value, one spelling.

use serde_json::json;

use super::*;

#[test]
fn members_are_sorted_by_utf_16_as_the_rfc_shows() {
    // RFC 8785, section 3.2.3.
    let value = json!({"\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
        "1": "One", "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis"});
    let written = String::from_utf8(canonical(&value).unwrap()).unwrap();
    let order = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"].map(|word| written.find(word).unwrap());
    assert!(order.is_sorted(), "{written}");
}

#[test]
fn texts_are_escaped_as_the_rfc_shows() {
    // RFC 8785, section 3.2.2.2.
    let value = json!("\u{20ac}$\u{f}\nA'B\"\\\\\"/𬭚");
    assert_eq!(canonical(&value).unwrap(), "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/𬭚\"".as_bytes());
}

#[test]
fn numbers_that_two_readers_could_see_differently_are_not_written() {
    assert!(matches!(canonical(&17.5), Err(SealError::Fraction { .. })));
    assert!(
        matches!(canonical(&json!([{"points": 17.0}])), Err(SealError::Fraction { .. })),
        "17.0 would be written as 17"
    );
    assert!(matches!(canonical(&(1_u64 << 53)), Err(SealError::NumberTooLarge { .. })));
    assert!(matches!(canonical(&i64::MIN), Err(SealError::NumberTooLarge { .. })));
    assert_eq!(canonical(&-9_007_199_254_740_991_i64).unwrap(), b"-9007199254740991");
}

#[test]
fn what_is_read_must_be_what_would_be_written() {
    assert_eq!(parse_canonical::<Vec<u32>>(b"[1,2]").unwrap(), [1, 2]);
    assert!(matches!(parse_canonical::<Vec<u32>>(b"[1, 2]"), Err(SealError::NotCanonical)));
    assert!(matches!(parse_canonical::<Vec<u32>>(b"[01]"), Err(SealError::NotJson { .. })));
    assert!(matches!(parse_canonical::<Vec<u32>>(b"[-1]"), Err(SealError::WrongShape { .. })));
    let twice = br#"{"a":1,"a":1}"#;
    let read = parse_canonical::<std::collections::BTreeMap<String, u32>>(twice);
    assert!(matches!(&read, Err(SealError::DuplicateKey { key }) if key == "a"), "{read:?}");
}

#[test]
fn the_limit_is_on_the_bytes_before_anything_is_read() {
    let refused = parse_canonical_up_to::<Vec<u32>>(b"[1,2]", 4);
    assert!(matches!(refused, Err(SealError::TooLarge { found: 5, limit: 4 })), "{refused:?}");
}
