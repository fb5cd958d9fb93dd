//! The standing of 60 applications and 100 reviewers, with every leave-one-out standing and the agreement figures.

use std::{
    fs,
    time::{Duration, Instant},
};

use lx_seal::{PayloadKind, open_unchecked};
use lx_steps::sheet_file::SheetFile;
use lx_tally::standing_of;

use crate::{
    panel::Panel,
    table::{Goal, Row, middle_of_three},
};

const SHEETS: u32 = 100;

/// Measures it.
pub fn row() -> Row {
    let panel = Panel::of(SHEETS);
    let batch = panel.desk.batch().expect("a batch").file.clone();
    let read = |path| {
        let file = SheetFile::parse(&fs::read(path).expect("a sheet")).expect("a sheet");
        let sheet = open_unchecked(&file.sheet, PayloadKind::Sheet).expect("a sheet");
        (file.sheet.payload_digest(), sheet)
    };
    let sheets: Vec<_> = panel.sheets.iter().map(read).collect();
    let ours = middle_of_three(|| {
        let started = Instant::now();
        let outcome = standing_of(&batch, &sheets, &[]);
        assert_eq!(outcome.counted.len(), SHEETS as usize);
        started.elapsed()
    });
    Row {
        what: format!("standing of {SHEETS} × {}, agreement and stability", crate::panel::APPLICATIONS),
        ours: ours.into(),
        beside: "–".to_owned(),
        theirs: None,
        goal: Goal::Most(Duration::from_secs(1).into()),
    }
}
