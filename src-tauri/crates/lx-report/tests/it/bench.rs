//! How long it takes, printed when asked for: `cargo nextest run -p lx-report --no-capture how_long`.

use std::time::Instant;

use lx_report::set_report;

use crate::record::record;

#[test]
fn how_long_sixty_applications_and_seven_experts_take() {
    let record = record(7, 60);
    let before = Instant::now();
    let set = set_report(&record).unwrap();
    let first = before.elapsed();
    let before = Instant::now();
    set_report(&record).unwrap();
    println!(
        "{} pages, {} KB: {:?} with the fonts, {:?} without",
        set.pages,
        set.pdf.len() / 1024,
        first,
        before.elapsed()
    );
}
