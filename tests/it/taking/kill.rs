//! An import that is killed: the desk opens and holds the whole package or none of it.

use std::{
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use lx_tests::program;

use super::*;

/// So many kills in the ordinary suite; `LX_KILLS=200` for the slow one.
const KILLS: u32 = 16;

fn kills() -> u32 {
    std::env::var("LX_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(KILLS)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// A desk before the import, and a real process that imports.
struct Importing {
    office: tempfile::TempDir,
    package: PathBuf,
}

impl Importing {
    fn new() -> Self {
        let Office { folder, desk } = Office::new();
        drop(desk);
        fs::write(folder.path().join("passphrase"), PASSPHRASE).expect("the passphrase");
        let samples = lx_tests::repository().join("assets/samples");
        let smallest = fs::read_dir(samples).expect("samples").map(|e| e.expect("a sample").path());
        let smallest = smallest
            .filter(|p| p.is_file())
            .min_by_key(|p| fs::metadata(p).map_or(u64::MAX, |m| m.len()));
        Self {
            office: folder,
            package: smallest.expect("a sample"),
        }
    }

    /// A desk as it was before the import.
    fn desk(&self, name: &str) -> PathBuf {
        let to = self.office.path().join(name);
        copy(&self.office.path().join("desk"), &to);
        to
    }

    fn start(&self, desk: &Path) -> Child {
        Command::new(program("linxuan"))
            .arg("--desk")
            .arg(desk)
            .arg("--passphrase-file")
            .arg(self.office.path().join("passphrase"))
            .arg("import")
            .arg(&self.package)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("linxuan runs")
    }
}

/// Documents of the one application, or none; every file that the desk must hold is there, and no other.
fn held(desk: &Path, at: &str) -> usize {
    let opened = Desk::open(desk, PASSPHRASE).unwrap_or_else(|e| panic!("{at}: the desk does not open: {e}"));
    let dossiers = opened.dossiers().expect("dossiers");
    assert!(dossiers.len() <= 1, "{at}");
    let records = opened.records();
    let known = records.known_documents().expect("documents");
    for stored in &known {
        records.documents().bytes(&stored.digest).unwrap_or_else(|e| panic!("{at}: {e}"));
    }
    assert_eq!(files_below(&desk.join("documents")).len(), known.len(), "{at}: orphans are swept");
    let imports = records
        .journal()
        .expect("the journal")
        .iter()
        .filter(|row| row.kind == "import")
        .count();
    assert_eq!(imports, dossiers.len(), "{at}: the journal says what is there");
    let Some(dossier) = dossiers.first() else {
        assert!(known.is_empty(), "{at}: nothing of a package that is not there");
        return 0;
    };
    assert_eq!(records.originals(&dossier.number).expect("originals").len(), 1, "{at}");
    for document in &dossier.documents {
        assert!(records.documents().contains(&document.digest), "{at}: {}", document.path);
    }
    dossier.documents.len()
}

/// Moments spread over the whole import and a little beyond, in an order that no two neighbours share.
fn moment(round: u32, of: u32, whole: Duration) -> Duration {
    let step = whole.mul_f64(1.1) / of;
    // 61 has no factor in common with the numbers of kills used here.
    step * (round * 61 % of) + step.mul_f64(f64::from(round * 37 % 100) / 100.0)
}

#[test]
fn an_import_killed_at_any_moment_leaves_the_whole_package_or_none_of_it() {
    let importing = Importing::new();
    let reference = importing.desk("whole");
    let started = Instant::now();
    assert!(importing.start(&reference).wait().expect("an end").success());
    let whole = started.elapsed();
    let all = held(&reference, "not killed");
    assert!(all >= 5);
    let (mut none, mut complete) = (0, 0);
    for round in 0..kills() {
        let after = moment(round, kills(), whole);
        let at = format!("killed after {after:?} of {whole:?}");
        let desk = importing.desk(&format!("killed-{round}"));
        let mut child = importing.start(&desk);
        // The moment is what is tested, not what is waited for.
        thread::park_timeout(after);
        let _ = child.kill();
        child.wait().expect("an end");
        match held(&desk, &at) {
            0 => none += 1,
            n => {
                assert_eq!(n, all, "{at}: the whole package");
                complete += 1;
            }
        }
        if round % 8 == 0 {
            importing.start(&desk).wait().expect("an end");
            assert_eq!(held(&desk, &format!("{at}, imported again")), all);
        }
        fs::remove_dir_all(&desk).expect("removed");
    }
    assert!(none > 0, "some kills came before the end: {complete} of {} were complete", kills());
}
