//! The report of 60 applications and 7 experts, per page, beside typst setting the same words and tables. Each run has a
//! process of its own, so that neither finds its fonts parsed or its pages remembered.

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

use lx_domain::{Opinion, UnixMillis};
use lx_report::{Edition, read_report, set_report};
use lx_steps::{Desk, deciding, merging, reporting};

use crate::{
    panel::Panel,
    table::{Goal, Row, middle_of_three},
};

/// Argument that makes this program one run of the setting.
pub const SET_AGAIN: &str = "set-again";
const AT: UnixMillis = UnixMillis(1_794_000_200_000);

/// Measures it.
pub fn row() -> Row {
    let mut panel = Panel::of(7);
    merging::merge(&mut panel.desk, &panel.sheets, false, AT).expect("merged");
    decide(&mut panel.desk);
    let record = reporting::record(&panel.desk, Edition::Full, AT).expect("a record");
    let set = set_report(&record).expect("a report");
    let (pages, pdf) = (set.pages, set.pdf);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.pdf");
    fs::write(&file, &pdf).expect("a file");
    let ours = middle_of_three(|| in_its_own_process(&file) / pages);
    let theirs = typst(folder.path(), &file);
    let beside = theirs.map_or("typst".to_owned(), |(_, pages)| {
        format!("typst, the same words and tables, a page ({pages} pages)")
    });
    let what = format!("set the report of {} × 7, a page ({pages} pages)", crate::panel::APPLICATIONS);
    Row {
        what,
        ours: ours.into(),
        beside,
        theirs: theirs.map(|(time, _)| time.into()),
        goal: Goal::Ratio(1.0),
    }
}

/// What [`in_its_own_process`] starts: sets the report again from the record inside, and says how many microseconds that took.
pub fn set_again(pdf: &Path) {
    let record = read_report(&fs::read(pdf).expect("a report")).expect("a record");
    let started = Instant::now();
    let set = set_report(&record).expect("a report");
    println!("{}", started.elapsed().as_micros());
    assert!(set.pages > 0, "pages");
}

fn in_its_own_process(pdf: &Path) -> Duration {
    let program = std::env::current_exe().expect("this program");
    let said = Command::new(program).arg(SET_AGAIN).arg(pdf).output().expect("it runs");
    Duration::from_micros(String::from_utf8_lossy(&said.stdout).trim().parse().expect("microseconds"))
}

fn decide(desk: &mut Desk) {
    let numbers: Vec<_> = desk.batch().expect("a batch").file.scored().map(|a| a.number().clone()).collect();
    for (nth, number) in numbers.iter().enumerate() {
        let opinion = if nth % 3 == 0 { Opinion::Recommend } else { Opinion::Later };
        deciding::opine(
            desk,
            number,
            Some(opinion),
            "综合评分与集中评议意见，理由如评分汇总所示。",
            "符合本市金融科技产业导向。",
            AT,
        )
        .expect("an opinion");
    }
    deciding::decide(desk, AT).expect("a decision");
}

/// The words of our pages as typst's source: what stood in columns becomes a table. Time a page, and pages.
fn typst(folder: &Path, ours: &Path) -> Option<(Duration, u32)> {
    let text = Command::new("pdftotext").args(["-layout"]).arg(ours).arg("-").output().ok()?;
    let given = folder.join("report.typ");
    fs::write(&given, source(&String::from_utf8_lossy(&text.stdout))).ok()?;
    let script = "import sys, time, typst\n\
        started = time.perf_counter(); pdf = typst.compile(sys.argv[1], font_paths=[sys.argv[2]], ignore_system_fonts=True); print(time.perf_counter() - started)\n\
        open(sys.argv[3], 'wb').write(pdf)\n";
    let theirs = folder.join("theirs.pdf");
    let python = lx_tests::repository().join("target/venv/bin/python");
    let fonts = lx_tests::repository().join("assets/fonts");
    let mut times = Vec::new();
    for _ in 0..3 {
        let mut command = Command::new(&python);
        command.args(["-c", script]).arg(&given).arg(&fonts).arg(&theirs);
        let said = command.output().ok()?;
        times.push(Duration::from_secs_f64(String::from_utf8_lossy(&said.stdout).trim().parse().ok()?));
    }
    times.sort();
    let info = Command::new("pdfinfo").arg(&theirs).output().ok()?;
    let pages = String::from_utf8_lossy(&info.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("Pages:")?.trim().parse::<u32>().ok())?;
    Some((*times.get(1)? / pages, pages))
}

fn source(text: &str) -> String {
    let mut typ = String::from(
        "#set page(paper: \"a4\", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: \"— 1 —\")\n#set text(font: (\"Noto Serif CJK SC\", \"Noto Sans CJK SC\"), size: 16pt, lang: \"zh\")\n#show table: set text(size: 10.5pt)\n#set par(justify: true, first-line-indent: 2em)\n",
    );
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        let cells: Vec<&str> = line.split("   ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        if cells.len() > 2 {
            rows.push(cells);
            continue;
        }
        if let Some(columns) = rows.iter().map(Vec::len).max() {
            typ.push_str(&format!("#table(columns: {columns},\n"));
            for row in rows.drain(..) {
                for nth in 0..columns {
                    typ.push_str(&format!("[{}], ", escaped(row.get(nth).copied().unwrap_or_default())));
                }
                typ.push('\n');
            }
            typ.push_str(")\n");
        }
        typ.push_str(&escaped(line));
        typ.push('\n');
        if line.is_empty() {
            typ.push('\n');
        }
    }
    typ
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            if "\\#$*_`<>@[]=-+/~'\"".contains(c) {
                vec!['\\', c]
            } else {
                vec![c]
            }
        })
        .collect()
}
