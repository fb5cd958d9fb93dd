//! What fuzzing reaches: names of entries, and the readers without the thread that swallows their panics.

use std::collections::BTreeMap;

use lx_domain::{Digest, Profile, UnixMillis};

use crate::{
    NameEncoding, Terms,
    archive::{
        names::{Wish, decode_name, decode_path},
        paths::label,
        unpack::Stored,
    },
    dossier::{self, Taken},
    limits::Limits,
    read,
};

/// Decodes a name in every way and makes a label of it.
pub fn name(raw: &[u8]) {
    let limits = Limits::default();
    for encoding in [
        None,
        Some(NameEncoding::Gb18030),
        Some(NameEncoding::Big5),
        Some(NameEncoding::Cp437),
    ] {
        for (stated, inner) in [(false, false), (true, false), (false, true)] {
            let wish = Wish { encoding, inner };
            let _ = label(&decode_name(raw, stated, wish).text, &limits);
            let _ = label(&decode_path(raw, wish).text, &limits);
        }
    }
}

/// Reads a document and everything that is found in it, as a package of this one document.
pub fn document(bytes: &[u8], name: &str, profile: &Profile) {
    let limits = Limits {
        xml_part_bytes: 1 << 20,
        inner_archive_bytes: 4 << 20,
        entry_bytes: 16 << 20,
        ..Limits::default()
    };
    let content = read::read(bytes, name, &limits);
    let Ok(provisional) = "P-01".parse() else { return };
    let digest = Digest::of(bytes);
    let stored = Stored {
        path: name.to_owned(),
        digest,
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        kind: content.kind,
    };
    let terms = Terms {
        profile,
        at: UnixMillis(1_776_218_400_000),
        limits,
        provisional,
        printable: &|_| true,
        encoding: None,
        read: true,
    };
    let taken = Taken {
        package_name: "GZ2026-001 项目.zip",
        digest,
        documents: vec![stored],
        contents: BTreeMap::from([(digest, content)]),
        findings: Vec::new(),
    };
    let _ = dossier::compose(&taken, &terms);
}
