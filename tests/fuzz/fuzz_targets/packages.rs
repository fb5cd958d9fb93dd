#![no_main]
use std::io::Read;

use libfuzzer_sys::fuzz_target;
use lx_domain::Digest;
use lx_intake::{Limits, Sink, SinkError, Terms, TextBlock, Unwatched, discover, take};

// Whole packages: ZIP, tar, tar.gz, 7z, loose files, by content. Nothing is read, only taken apart.
fuzz_target!(|data: &[u8]| {
    let Ok(package) = Package::of(data) else { return };
    package.take();
});

struct Package(std::path::PathBuf);

impl Package {
    fn of(data: &[u8]) -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("lx-fuzz-{}.zip", std::process::id()));
        std::fs::write(&path, data)?;
        Ok(Self(path))
    }

    fn take(&self) {
        let profile = lx_domain::Profile::parse(include_str!("../../../assets/profiles/guangzhou-2022.toml")).expect("the shipped profile");
        let limits = Limits {
            entry_bytes: 1 << 20,
            total_bytes: 4 << 20,
            inner_archive_bytes: 1 << 20,
            entries: 500,
            ..Limits::default()
        };
        let terms = Terms {
            profile: &profile,
            at: lx_domain::UnixMillis(0),
            limits,
            provisional: "P-01".parse().expect("a number"),
            printable: &|_| true,
            encoding: None,
            read: false,
        };
        for package in discover(std::slice::from_ref(&self.0)) {
            let _ = take(&package, &terms, &mut Nothing::default(), &mut Unwatched);
        }
    }
}

impl Drop for Package {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[derive(Default)]
struct Nothing(Option<Digest>);

impl Nothing {
    fn swallow(reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|e| SinkError(Box::new(e)))?;
        Ok((Digest::of(&bytes), bytes.len() as u64))
    }
}

impl Sink for Nothing {
    fn original(&mut self, _: &str, mut reader: Box<dyn Read + Send>) -> Result<(), SinkError> {
        self.0 = Some(Self::swallow(&mut reader)?.0);
        Ok(())
    }
    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        Ok(self.0)
    }
    fn document(&mut self, _: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        Self::swallow(reader)
    }
    fn text(&mut self, _: &Digest, _: &[TextBlock]) -> Result<(), SinkError> {
        Ok(())
    }
}
