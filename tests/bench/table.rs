//! The one table.

use std::time::Duration;

/// One line of the table: what, how long, beside what, how long that takes.
pub struct Row {
    /// What was done.
    pub what: String,
    /// How long it took.
    pub ours: Duration,
    /// Beside what.
    pub beside: String,
    /// How long that took; none where it could not be measured.
    pub theirs: Option<Duration>,
    /// At most this ratio (ours / theirs) is asked for, or this time.
    pub goal: Goal,
}

/// What is asked for.
pub enum Goal {
    /// Ours / theirs at most.
    Ratio(f64),
    /// Ours at most.
    Time(Duration),
}

impl Row {
    fn ratio(&self) -> Option<f64> {
        self.theirs.map(|theirs| self.ours.as_secs_f64() / theirs.as_secs_f64())
    }

    fn holds(&self) -> Option<bool> {
        match self.goal {
            Goal::Ratio(most) => self.ratio().map(|ratio| ratio <= most),
            Goal::Time(most) => Some(self.ours <= most),
        }
    }
}

/// Prints all rows.
pub fn print(rows: &[Row]) {
    println!("\n| what | time | beside | time | ratio | goal | holds |\n|---|---:|---|---:|---:|---:|---|");
    for row in rows {
        let goal = match row.goal {
            Goal::Ratio(most) => format!("≤ {most:.2}"),
            Goal::Time(most) => format!("≤ {:.2} s", most.as_secs_f64()),
        };
        let theirs = row
            .theirs
            .map_or("not measured".to_owned(), |t| format!("{:.3} s", t.as_secs_f64()));
        let ratio = row.ratio().map_or("–".to_owned(), |r| format!("{r:.2}"));
        let holds = row.holds().map_or("?", |holds| if holds { "yes" } else { "NO" });
        println!(
            "| {} | {:.3} s | {} | {theirs} | {ratio} | {goal} | {holds} |",
            row.what,
            row.ours.as_secs_f64(),
            row.beside
        );
    }
}

/// The middle of three runs.
pub fn middle_of_three(mut run: impl FnMut() -> Duration) -> Duration {
    let mut all = [run(), run(), run()];
    all.sort();
    all[1]
}
