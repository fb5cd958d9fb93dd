//! A package of 500 files and 400 MB: into the encrypted desk, beside `unzip -q` and `sha256sum` of every file.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use zip::write::SimpleFileOptions;

use crate::table::{Goal, Row, middle_of_three};

const FILES: u32 = 500;
const BYTES: usize = 800 * 1024;

/// Measures it.
pub fn row() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("GZ2026-900 大包.zip");
    make(&package);
    let (mut nth, mut other) = (0, 0);
    let ours = middle_of_three(|| {
        nth += 1;
        import(folder.path(), &format!("desk{nth}"), &package)
    });
    let theirs = middle_of_three(|| {
        other += 1;
        unzip(&folder.path().join(format!("out{other}")), &package)
    });
    let beside = "unzip -q, then sha256sum of every file".to_owned();
    Row {
        what: "import 400 MB, 500 files".to_owned(),
        ours: ours.into(),
        beside,
        theirs: Some(theirs.into()),
        goal: Goal::Ratio(1.0),
    }
}

/// Scans as they come: PDFs with one big picture each, which packs to three quarters.
pub fn make(package: &Path) {
    let mut archive = zip::ZipWriter::new(BufWriter::new(File::create(package).expect("a file")));
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for nth in 0..FILES {
        let picture: Vec<u8> = (0..BYTES).map(|_| letter(&mut state)).collect();
        archive
            .start_file(format!("扫描件/{nth:03}.pdf"), SimpleFileOptions::default())
            .expect("an entry");
        archive.write_all(&scan(&picture)).expect("its bytes");
    }
    archive.finish().expect("an archive");
}

fn letter(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    b' ' + u8::try_from(*state >> 58).expect("six bits")
}

fn scan(picture: &[u8]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let head = format!(
        "<</Type/XObject/Subtype/Image/Width 1024/Height 800/BitsPerComponent 8/ColorSpace/DeviceGray/Length {}>>\nstream\n",
        picture.len()
    );
    let content = "q 595 0 0 842 0 0 cm /I Do Q";
    let bodies: [Vec<u8>; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>".to_vec(),
        [head.as_bytes(), picture, b"\nendstream"].concat(),
        format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()).into_bytes(),
    ];
    for (nth, body) in bodies.iter().enumerate() {
        places.push(pdf.len());
        pdf.extend_from_slice(format!("{} 0 obj\n", nth + 1).as_bytes());
        pdf.extend_from_slice(body);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let start = pdf.len();
    let table: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    pdf.extend_from_slice(
        format!("xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes(),
    );
    pdf
}

fn import(folder: &Path, desk: &str, package: &Path) -> Duration {
    let mut command = command(folder, desk, package);
    let started = Instant::now();
    said_yes(&mut command);
    started.elapsed()
}

/// What imports a package into a new desk that has a batch.
pub fn command(folder: &Path, desk: &str, package: &Path) -> Command {
    let passphrase = folder.join("passphrase");
    std::fs::write(&passphrase, "林间小路 2026\n").expect("a passphrase");
    let at = || {
        let mut command = Command::new(lx_tests::program("linxuan"));
        command.arg("--json").arg("--desk").arg(folder.join(desk));
        command.arg("--passphrase-file").arg(&passphrase);
        command
    };
    said_yes(at().args(["identity", "create", "--name", "工作人员", "--org", "示例局", "--role", "chair"]));
    said_yes(at().args(["batch", "create", "--name", "测速", "--profile", "guangzhou-2022"]));
    let mut command = at();
    command.arg("import").arg(package);
    command
}

fn said_yes(command: &mut Command) {
    let output = command.output().expect("linxuan runs");
    assert!(
        output.status.success(),
        "{command:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What is measured beside it.
pub fn unzip(out: &Path, package: &Path) -> Duration {
    let started = Instant::now();
    let unpacked = Command::new("unzip")
        .arg("-q")
        .arg(package)
        .arg("-d")
        .arg(out)
        .status()
        .expect("unzip runs");
    assert!(unpacked.success());
    let summed = Command::new("sh")
        .arg("-c")
        .arg("find \"$0\" -type f -print0 | xargs -0 sha256sum > /dev/null")
        .arg(out)
        .status()
        .expect("sha256sum runs");
    assert!(summed.success());
    started.elapsed()
}
