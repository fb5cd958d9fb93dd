//! The sample batch from its first screen to its report: what `make run` shows to a newcomer, and the README's pictures.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use lx_tests::repository;

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    window::Window,
    wiretap::Wiretap,
};

/// Pictures that the README uses, by the names they have there.
const OF_THE_README: [&str; 4] = ["screening", "scoring", "deliberating", "report"];

#[test]
fn a_newcomer_takes_the_sample_batch_to_a_signed_report() {
    act(a_newcomer);
}

fn a_newcomer() {
    let pictures = repository().join("target/e2e/sample");
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(1366, 768);
    let wire = Wiretap::on(home.path());
    let window = Window::of(Driver::on(&screen, home.path(), &[]), wire.program(), &["--sample"], &pictures);
    window.resize(1366, 768);
    window.meets("page-start");
    window.picture("start");
    window.press("open-sample");
    window.meets("package-GZ2026-001");
    window.click(&at("package-GZ2026-001"));
    window.meets("application");
    looks(&window, "screening");
    screen_and_open(&window);
    score(&window);
    merge_and_decide(&window);
    report(&window);
    sign_with_a_certificate(&window, home.path());
    drop(window);
    wire.heard_nothing();
    keep(&pictures);
}

/// The page in all the ways it may be looked at: light and dark, Chinese and English, at the smallest size.
fn looks(window: &Window, name: &str) {
    window.picture(name);
    let theme = |to: &str| {
        window
            .script("document.documentElement.dataset.theme = arguments[0]", serde_json::json!([to]))
            .map(drop)
    };
    theme("dark").expect("dark");
    window.picture(&format!("{name}-dark"));
    theme("light").expect("light");
    window.resize(910, 512);
    window.picture(&format!("{name}-small"));
    window.resize(1366, 768);
}

fn screen_and_open(window: &Window) {
    window.confirm_every_outcome();
    window.press("station-opening");
    window.meets("roster");
    looks(window, "opening");
    window.press("freeze");
    // The sample's passphrase is public and stands in the field already.
    window.press("freeze-confirm");
    window.meets("batch-stamp");
}

/// As the first of the five reviewers: the declaration, one form; the sample scores the rest.
fn score(window: &Window) {
    switch(window, 1);
    window.meets("declaration");
    looks(window, "declaration");
    window.press("declare-none");
    window.meets("form");
    window.see(&format!("{} *", at("document")));
    for (criterion, points) in [
        ("innovation", "17.5"),
        ("feasibility", "16"),
        ("security", "16.5"),
        ("goal_soundness", "15.5"),
        ("risk_controls", "17"),
    ] {
        window.write(&at(&format!("points-{criterion}")), points);
    }
    window.saved();
    window
        .script(
            "document.querySelector(arguments[0]).parentElement.scrollTo(0, 0); document.activeElement.blur()",
            serde_json::json!([at("form")]),
        )
        .expect("the top of the form");
    looks(window, "scoring");
    switch(window, 0);
}

/// Another desk of the sample, through the switch in the header: the chair's is the first.
fn switch(window: &Window, desk: usize) {
    window.press("sample-switch");
    window.press(&format!("sample-desk-{desk}"));
}

fn merge_and_decide(window: &Window) {
    window.press("station-merging");
    window.press("sample-sheets");
    window.press("merge-files");
    window.meets("merge-outcome");
    window.see("[data-state=\"merged\"]");
    looks(window, "merging");
    window.press("go-deliberating");
    window.meets("standing");
    looks(window, "deliberating");
    window.press("station-deciding");
    window.opine_on_all();
    looks(window, "deciding");
    window.press("sign-decision");
    window.press("decision-confirm");
    window.meets("decision-stamp");
    window.press("go-reporting");
}

fn report(window: &Window) {
    window.press("make-report");
    window.press("report-confirm");
    window.meets("report-stamp");
    window.see(&format!("{} canvas", at("pdf")));
    window.press("verify-report");
    window.see("[data-testid=\"verify-result\"][data-valid=\"true\"]");
    looks(window, "report");
}

/// The report once more, signed with a certificate that openssl made; its holder is named.
fn sign_with_a_certificate(window: &Window, folder: &Path) {
    let card = pkcs12(folder);
    window.press("make-report");
    window.give("p12", &card);
    window.write(&at("p12-password"), "不对的密码");
    window.press("report-confirm");
    window.meets("refused");
    window.write(&at("p12-password"), P12_PASSWORD);
    window.press("report-confirm");
    window.gone(&at("report-dialog"));
    window.says("report-signatures", "Example Signer");
    window.press("verify-report");
    window.see("[data-testid=\"verify-result\"][data-valid=\"true\"]");
    window.picture("report-p12");
    // Whose it is says the certificate that one trusts from elsewhere.
    let report = PathBuf::from(window.text(&at("report-path")).expect("a path"));
    window.drop_files(&[&report]);
    window.see("[data-claim=\"identity\"]:not([data-holds=\"true\"])");
    window.give("trust-card", &folder.join("signer.pem"));
    window.see("[data-claim=\"identity\"][data-holds=\"true\"]");
}

const P12_PASSWORD: &str = "p12 password";

/// A key and a certificate of its own, packed as an authority would hand them out.
fn pkcs12(folder: &Path) -> PathBuf {
    let at = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let openssl = |args: &[&str]| {
        let done = Command::new("openssl").args(args).output().expect("openssl runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let (key, certificate, pack) = (at("signer.key"), at("signer.pem"), at("signer.p12"));
    openssl(&[
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/C=CN/O=Example Office/CN=Example Signer",
        "-keyout",
        &key,
        "-out",
        &certificate,
    ]);
    openssl(&[
        "pkcs12",
        "-export",
        "-inkey",
        &key,
        "-in",
        &certificate,
        "-passout",
        &format!("pass:{P12_PASSWORD}"),
        "-out",
        &pack,
    ]);
    PathBuf::from(pack)
}

/// `make screenshots` names a folder: the README's pictures go there.
fn keep(pictures: &Path) {
    let Some(folder) = env::var_os("LINXUAN_SCREENSHOTS") else { return };
    let folder = repository().join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    for name in OF_THE_README {
        fs::copy(pictures.join(format!("{name}.png")), folder.join(format!("{name}.png"))).expect("a picture");
    }
}
