//! Extended headers of tar: `length key=value` records.

/// What the records say of an entry.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Properties {
    pub(crate) path: Option<Vec<u8>>,
    pub(crate) size: Option<u64>,
    /// A file with holes.
    pub(crate) sparse: bool,
    /// The path is not UTF-8 but whatever bytes the system had.
    pub(crate) binary: bool,
}

/// Reads records, later ones over earlier ones; absent where they do not hold together.
pub(crate) fn read(mut records: &[u8], into: &mut Properties) -> Option<()> {
    while records.iter().any(|b| *b != 0) {
        let blank = records.iter().position(|b| *b == b' ')?;
        let length: usize = std::str::from_utf8(records.get(..blank)?).ok()?.parse().ok()?;
        let (record, rest) = records.split_at_checked(length)?;
        let said = record.get(blank + 1..)?.strip_suffix(b"\n")?;
        let equals = said.iter().position(|b| *b == b'=')?;
        let (key, value) = (said.get(..equals)?, said.get(equals + 1..)?);
        match key {
            b"path" if into.sparse && into.path.is_some() => {}
            b"path" => into.path = (!value.is_empty()).then(|| value.to_vec()),
            b"size" => into.size = Some(std::str::from_utf8(value).ok()?.parse().ok()?),
            b"hdrcharset" => into.binary = value == b"BINARY",
            b"GNU.sparse.name" => {
                into.path = Some(value.to_vec());
                into.sparse = true;
            }
            _ if key.starts_with(b"GNU.sparse.") => into.sparse = true,
            _ => {}
        }
        records = rest;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Properties, read};

    fn of(records: &[u8]) -> Option<Properties> {
        let mut found = Properties::default();
        read(records, &mut found).map(|()| found)
    }

    #[test]
    fn records_name_and_measure_an_entry() {
        let found = of("24 path=项目申报书\n11 size=77\n".as_bytes()).unwrap();
        assert_eq!((found.path.as_deref(), found.size), (Some("项目申报书".as_bytes()), Some(77)));
        assert!(of(b"21 hdrcharset=BINARY\n").unwrap().binary);
        assert!(of(b"22 GNU.sparse.major=1\n").unwrap().sparse);
    }

    #[test]
    fn records_that_lie_about_their_length_are_refused() {
        for bad in [
            &b"99 path=a\n"[..],
            b"9 path=a",
            b"0 path=a\n",
            b"path=a\n",
            b"-1 path=a\n",
            b"11 size=abc\n",
        ] {
            assert_eq!(of(bad), None, "{}", String::from_utf8_lossy(bad));
        }
    }

    proptest::proptest! {
        #[test]
        fn records_never_panic(records: Vec<u8>) {
            let _ = of(&records);
        }
    }
}
