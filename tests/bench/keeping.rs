//! The same package kept without being read: hashed, encrypted and synced, and nothing else.

use std::{io::Read, path::Path, time::Instant};

use lx_domain::{Digest, UnixMillis};
use lx_intake::{IntakeError, Limits, Sink, SinkError, Terms, TextBlock, Unwatched, discover, take};
use lx_ledger::{DocumentBatch, KdfCost, Ledger};
use lx_steps::profiles;

use crate::{
    importing,
    table::{Goal, Row, middle_of_three},
};

const AT: UnixMillis = UnixMillis(1_794_000_000_000);

/// Measures it.
pub fn row() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("GZ2026-900 大包.zip");
    importing::make(&package);
    let (mut nth, mut other) = (0, 0);
    let ours = middle_of_three(|| {
        nth += 1;
        let mut ledger = Ledger::create(&folder.path().join(format!("desk{nth}")), "口令", KdfCost::LIGHT, AT).expect("a desk");
        let started = Instant::now();
        keep(&mut ledger, &package);
        started.elapsed()
    });
    let theirs = middle_of_three(|| {
        other += 1;
        importing::unzip(&folder.path().join(format!("out{other}")), &package)
    });
    Row {
        what: "keep 400 MB, 500 files, unread".to_owned(),
        ours: ours.into(),
        beside: "unzip -q, then sha256sum of every file".to_owned(),
        theirs: Some(theirs.into()),
        goal: Goal::Ratio(0.5),
    }
}

fn keep(ledger: &mut Ledger, package: &Path) {
    let mut kept = Kept(ledger.documents().batch().expect("a batch of documents"));
    take_unread(package, &mut kept).expect("taken");
    let stored = kept.0.commit().expect("on disk");
    ledger.transaction(|tx| tx.put_documents(&stored)).expect("named");
}

/// Takes a package without reading its documents.
pub fn take_unread(package: &Path, sink: &mut dyn Sink) -> Result<(), IntakeError> {
    let profile = profiles::find("guangzhou-2022").expect("a profile");
    let terms = Terms {
        profile: &profile,
        at: AT,
        limits: Limits::default(),
        provisional: "P-01".parse().expect("a number"),
        printable: &|_| true,
        read: false,
        encoding: None,
    };
    for found in discover(&[package.to_owned()]) {
        take(&found, &terms, sink, &mut Unwatched)?;
    }
    Ok(())
}

struct Kept(DocumentBatch);

impl Kept {
    fn store(&mut self, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let stored = self.0.store(reader).map_err(|error| SinkError(Box::new(error)))?;
        Ok((stored.digest, stored.bytes))
    }
}

impl Sink for Kept {
    fn original(&mut self, _: &str, reader: Box<dyn Read + Send>) -> Result<(), SinkError> {
        self.0.store_beside(reader).map_err(|error| SinkError(Box::new(error)))
    }

    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        let kept = self.0.stored_beside().map_err(|error| SinkError(Box::new(error)))?;
        Ok(kept.map(|stored| stored.digest))
    }

    fn document(&mut self, _: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        self.store(reader)
    }

    fn text(&mut self, _: &Digest, _: &[TextBlock]) -> Result<(), SinkError> {
        Ok(())
    }
}
