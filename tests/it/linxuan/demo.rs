//! `linxuan demo`: what it makes must stand up to other people's tools, and to one changed byte.

use std::{fs, path::Path, process::Command};

use lx_tests::{Demo, linxuan, repository};

fn run(program: &str, args: &[&str], file: &Path) -> (bool, String) {
    let output = Command::new(program)
        .args(args)
        .arg(file)
        .output()
        .unwrap_or_else(|e| panic!("{program}: {e} (.ci/prepare tests)"));
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

#[test]
fn the_demo_gives_a_report_a_spreadsheet_and_five_scoresheets() {
    let demo = Demo::made();
    assert_eq!(demo.sheets().len(), 5);
    let made = [demo.report(), demo.json["xlsx"].as_str().expect("a spreadsheet").into()];
    for path in made.iter().chain(&demo.sheets()) {
        assert!(path.is_absolute() && path.is_file(), "{} is not there", path.display());
        assert!(
            path.starts_with(&demo.folder),
            "{} was written outside the named folder",
            path.display()
        );
    }
    assert_eq!(demo.json["verify"]["valid"], true, "{}", demo.json["verify"]);
}

#[test]
fn other_peoples_readers_accept_the_report() {
    let report = Demo::made().report();
    let (holds, text) = run("qpdf", &["--check"], &report);
    assert!(holds && !text.contains("WARNING"), "qpdf: {text}");
    let (holds, text) = run("pdfsig", &[], &report);
    assert!(holds && text.contains("Signature is Valid."), "pdfsig: {text}");
    assert!(text.contains("Total document signed"), "pdfsig: {text}");
    let (holds, text) = run("pdffonts", &[], &report);
    assert!(
        holds && text.lines().skip(2).all(|line| line.contains(" yes yes ")),
        "every font embedded and subset: {text}"
    );
}

#[test]
fn pyhanko_accepts_the_report() {
    let python = repository().join("target/venv/bin/python");
    if !python.exists() {
        assert!(
            std::env::var_os("CI").is_none(),
            "pyHanko is not installed: .ci/prepare tests puts it into target/venv"
        );
        eprintln!("not checked: pyHanko is not installed (no access to PyPI when .ci/prepare ran)");
        return;
    }
    let script = repository().join("tests/it/linxuan/pyhanko_check.py");
    let (holds, text) = run(&python.to_string_lossy(), &[&script.to_string_lossy()], &Demo::made().report());
    assert!(holds, "pyHanko: {text}");
}

#[test]
fn every_number_of_the_report_can_be_verified_without_a_desk() {
    let said = linxuan(&["verify", &Demo::made().report().to_string_lossy()]);
    assert_eq!((said.exit, &said.json["valid"]), (0, &true.into()), "{}", said.json);
    let claims = said.json["claims"].as_array().expect("claims");
    assert!(
        claims
            .iter()
            .all(|claim| claim["claim"].is_string() && claim.get("holds").is_some() && claim["detail"].is_string())
    );
    assert!(
        claims.iter().any(|claim| claim["holds"].is_null()),
        "without --trust the signer must be said to be unchecked: {}",
        said.json
    );
}

/// The recount shares no code with the program: another language, another reckoning, another Ed25519.
#[test]
fn a_second_program_recounts_every_score_from_the_pdf_alone() {
    let recount = repository().join("assets/verifier/recount.py");
    let report = Demo::made().report();
    let (holds, text) = run("python3", &[&recount.to_string_lossy()], &report);
    assert!(holds && !text.contains('✗'), "{text}");

    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("changed.pdf");
    let bytes = fs::read(&report).expect("the report");
    let sheet = b"/Type/EmbeddedFile";
    let last = bytes.windows(sheet.len()).rposition(|w| w == sheet).expect("an attached sheet");
    let mut changed = bytes.clone();
    changed[last + 400] ^= 0x01;
    fs::write(&copy, changed).expect("a copy");
    let (holds, text) = run("python3", &[&recount.to_string_lossy()], &copy);
    assert!(!holds && text.contains('✗'), "a changed sheet must not recount: {text}");
}

/// One byte of a copy turned over, and what `verify` says of it.
fn with_one_byte_changed(original: &Path, places: &[usize]) {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes = fs::read(original).expect("the original");
    let copy = folder.path().join(original.file_name().expect("a name"));
    for &place in places {
        let mut changed = bytes.clone();
        changed[place] ^= 0x01;
        fs::write(&copy, changed).expect("a copy");
        let said = linxuan(&["verify", &copy.to_string_lossy()]);
        assert_eq!(
            said.exit,
            1,
            "byte {place} of {} in {} was changed: {}",
            bytes.len(),
            original.display(),
            said.json
        );
        assert_eq!(said.json["valid"], false, "byte {place}: {}", said.json);
    }
}

#[test]
fn one_changed_byte_anywhere_in_the_report_is_found() {
    let report = Demo::made().report();
    let length = fs::metadata(&report).expect("the report").len() as usize;
    // Evenly strewn, and the two ends, where readers are lenient.
    let mut places: Vec<usize> = (0..24).map(|i| i * (length - 1) / 23).collect();
    places.extend([1, 8, 12, length - 2, length - 4]);
    with_one_byte_changed(&report, &places);
}

#[test]
fn one_changed_byte_of_a_scoresheet_is_found() {
    for sheet in Demo::made().sheets().iter().take(2) {
        let length = fs::metadata(sheet).expect("the sheet").len() as usize;
        let places: Vec<usize> = (0..12).map(|i| i * (length - 1) / 11).collect();
        with_one_byte_changed(sheet, &places);
    }
}

#[test]
fn bytes_after_the_last_signature_are_not_covered_and_said_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("report.pdf");
    let mut bytes = fs::read(Demo::made().report()).expect("the report");
    bytes.extend_from_slice(b"\n% one line more\n");
    fs::write(&copy, bytes).expect("a copy");
    assert_eq!(linxuan(&["verify", &copy.to_string_lossy()]).exit, 1);
}

#[test]
fn what_cannot_be_read_gets_an_object_and_exit_1() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in [("empty.pdf", &b""[..]), ("text.lxsheet", b"hello"), ("short.pdf", b"%PDF-1.7\n")] {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        let said = linxuan(&["verify", &path.to_string_lossy()]);
        assert_eq!(
            (said.exit, &said.json["valid"]),
            (1, &false.into()),
            "{name}: {} {}",
            said.json,
            said.stderr
        );
        assert!(said.json["claims"].is_array(), "{name}: {}", said.json);
    }
    let said = linxuan(&["verify", &folder.path().join("nowhere.pdf").to_string_lossy()]);
    assert_eq!(said.exit, 1, "{}", said.json);
}
