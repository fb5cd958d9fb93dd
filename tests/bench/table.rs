//! The one table.

use std::{fmt, time::Duration};

/// One line of the table: what, how long, beside what, how long that takes.
pub struct Row {
    /// What was done.
    pub what: String,
    /// What it took.
    pub ours: Amount,
    /// Beside what.
    pub beside: String,
    /// What that took; none where it could not be measured.
    pub theirs: Option<Amount>,
    /// At most this ratio (ours / theirs) is asked for, or this amount.
    pub goal: Goal,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Amount {
    /// Time.
    Time(Duration),
    /// Memory, at its highest.
    Bytes(u64),
}

impl From<Duration> for Amount {
    fn from(time: Duration) -> Self {
        Self::Time(time)
    }
}

impl Amount {
    #[allow(clippy::cast_precision_loss, reason = "a ratio of megabytes")]
    fn size(self) -> f64 {
        match self {
            Self::Time(time) => time.as_secs_f64(),
            Self::Bytes(bytes) => bytes as f64,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => write!(f, "{:.3} s", time.as_secs_f64()),
            Self::Bytes(bytes) => write!(f, "{} MB", bytes / 1_000_000),
        }
    }
}

/// What is asked for.
pub enum Goal {
    /// Ours / theirs at most.
    Ratio(f64),
    /// Ours at most.
    Most(Amount),
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.theirs.map(|theirs| self.ours.size() / theirs.size())
    }

    fn holds(&self) -> Option<bool> {
        match self.goal {
            Goal::Ratio(most) => self.ratio().map(|ratio| ratio <= most),
            Goal::Most(most) => Some(self.ours <= most),
        }
    }
}

/// Prints all rows.
pub fn print(rows: &[Row]) {
    println!("\n| what | took | beside | took | ratio | goal | holds |\n|---|---:|---|---:|---:|---:|---|");
    for row in rows {
        let goal = match row.goal {
            Goal::Ratio(most) => format!("≤ {most:.2}"),
            Goal::Most(most) => format!("≤ {most}"),
        };
        let theirs = row.theirs.map_or("not measured".to_owned(), |t| t.to_string());
        let ratio = row.ratio().map_or("–".to_owned(), |r| format!("{r:.2}"));
        let holds = row.holds().map_or("?", |holds| if holds { "yes" } else { "NO" });
        println!(
            "| {} | {} | {} | {theirs} | {ratio} | {goal} | {holds} |",
            row.what, row.ours, row.beside
        );
    }
}

/// The middle of three runs.
pub fn middle_of_three(mut run: impl FnMut() -> Duration) -> Duration {
    let mut all = [run(), run(), run()];
    all.sort();
    all[1]
}
