//! A sink that remembers, and the terms of the shipped profile.

use std::{collections::BTreeMap, io::Read, ops::ControlFlow, path::Path};

use lx_domain::{Digest, Dossier, Field, FieldId, Finding, Profile, UnixMillis};
use lx_intake::{IntakeError, Limits, NameEncoding, Sink, SinkError, Terms, TextBlock, Unwatched, Watch, discover, take};

/// Keeps everything in memory.
#[derive(Default)]
pub struct Memory {
    pub originals: Vec<(String, Vec<u8>)>,
    pub documents: BTreeMap<String, Vec<u8>>,
    pub text: BTreeMap<Digest, Vec<TextBlock>>,
}

impl Memory {
    fn swallow(reader: &mut dyn Read) -> Result<(Vec<u8>, Digest, u64), SinkError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|e| SinkError(Box::new(e)))?;
        let (digest, size) = (Digest::of(&bytes), bytes.len() as u64);
        Ok((bytes, digest, size))
    }
}

impl Sink for Memory {
    fn original(&mut self, name: &str, mut reader: Box<dyn Read + Send>) -> Result<(), SinkError> {
        let (bytes, _, _) = Self::swallow(&mut reader)?;
        self.originals.push((name.to_owned(), bytes));
        Ok(())
    }

    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        Ok(self.originals.last().map(|(_, bytes)| Digest::of(bytes)))
    }

    fn document(&mut self, path: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let (bytes, digest, size) = Self::swallow(reader)?;
        assert!(
            self.documents.insert(path.to_owned(), bytes).is_none(),
            "one label for one document: {path}"
        );
        Ok((digest, size))
    }

    fn text(&mut self, digest: &Digest, blocks: &[TextBlock]) -> Result<(), SinkError> {
        self.text.insert(*digest, blocks.to_vec());
        Ok(())
    }
}

/// 2026-04-15 in China.
pub const AT: UnixMillis = UnixMillis(1_776_218_400_000);

pub fn profile() -> Profile {
    Profile::parse(include_str!("../../../../../assets/profiles/guangzhou-2022.toml")).expect("the shipped profile")
}

/// Takes what lies at a path, under these limits.
pub fn take_with(path: &Path, limits: Limits, watch: &mut dyn Watch) -> (Result<Dossier, IntakeError>, Memory) {
    take_under(path, limits, None, watch)
}

/// Takes what lies at a path, its names in this encoding.
pub fn take_path(path: &Path, encoding: Option<NameEncoding>) -> (Result<Dossier, IntakeError>, Memory) {
    take_under(path, Limits::default(), encoding, &mut Unwatched)
}

fn take_under(
    path: &Path,
    limits: Limits,
    encoding: Option<NameEncoding>,
    watch: &mut dyn Watch,
) -> (Result<Dossier, IntakeError>, Memory) {
    let profile = profile();
    let terms = Terms {
        profile: &profile,
        at: AT,
        limits,
        provisional: "P-01".parse().unwrap(),
        printable: &|c| c != '𪚥',
        encoding,
        read: true,
    };
    let packages = discover(&[path.to_owned()]);
    assert_eq!(packages.len(), 1, "one package at {}", path.display());
    let mut sink = Memory::default();
    let outcome = take(&packages[0], &terms, &mut sink, watch);
    (outcome, sink)
}

/// Takes a file of these bytes.
pub fn take_bytes(name: &str, bytes: &[u8]) -> (Result<Dossier, IntakeError>, Memory) {
    take_bytes_with(name, bytes, Limits::default())
}

pub fn take_bytes_with(name: &str, bytes: &[u8], limits: Limits) -> (Result<Dossier, IntakeError>, Memory) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    take_with(&path, limits, &mut Unwatched)
}

/// Takes a folder of these files.
pub fn take_files(name: &str, files: &[(&str, Vec<u8>)]) -> Dossier {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join(name);
    for (file, bytes) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    take_with(&folder, Limits::default(), &mut Unwatched).0.expect("taken")
}

pub fn field(dossier: &Dossier, id: FieldId) -> &Field {
    dossier.fields.iter().find(|f| f.id == id).expect("every field is there")
}

/// Findings of one code.
pub fn found<'d>(dossier: &'d Dossier, code: &str) -> Vec<&'d Finding> {
    dossier.findings.iter().filter(|f| f.code == code).collect()
}

/// Codes with how often they occur, in alphabetical order, as `code×n`.
pub fn codes(dossier: &Dossier) -> Vec<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for finding in &dossier.findings {
        *counts.entry(&finding.code).or_default() += 1;
    }
    counts
        .into_iter()
        .map(|(code, n)| if n == 1 { code.to_owned() } else { format!("{code}×{n}") })
        .collect()
}

/// Ends taking after so many calls.
pub struct EndsAfter(pub u32);

impl Watch for EndsAfter {
    fn progress(&mut self, _: u64, _: u64, _: &str) -> ControlFlow<()> {
        self.0 = self.0.saturating_sub(1);
        if self.0 == 0 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
