//! What systems leave behind and nobody meant to send.

/// Is this path one that a system made by itself? Such files are skipped and counted.
pub(crate) fn is_junk(path: &str) -> bool {
    let mut parts = path.split('/');
    if parts
        .clone()
        .any(|part| matches!(part, "__MACOSX" | ".git" | "$RECYCLE.BIN" | "System Volume Information"))
    {
        return true;
    }
    let name = parts.next_back().unwrap_or_default();
    let lower = name.to_lowercase();
    name.starts_with("._")
        || name.starts_with("~$")
        || name.starts_with(".~")
        || matches!(
            lower.as_str(),
            ".ds_store" | "thumbs.db" | "desktop.ini" | "ehthumbs.db" | ".directory" | "autorun.inf"
        )
}

#[cfg(test)]
mod tests {
    use super::is_junk;

    #[test]
    fn what_systems_leave_behind_is_junk_and_documents_are_not() {
        for junk in ["__MACOSX/._a.docx", "._a", "x/.DS_Store", "Thumbs.db", "a/~$b.docx", ".~a.docx"] {
            assert!(is_junk(junk), "{junk}");
        }
        for document in ["a.docx", "_MACOSX/a", "缩略图.db", "a~$b.docx"] {
            assert!(!is_junk(document), "{document}");
        }
    }
}
