#![no_main]
use libfuzzer_sys::fuzz_target;

// The spreadsheet of a batch, as text or as a workbook.
fuzz_target!(|data: &[u8]| {
    let _ = lx_intake::read_roster("汇总表.csv", data);
    let _ = lx_intake::read_roster("汇总表.xlsx", data);
});
