#![no_main]
use libfuzzer_sys::fuzz_target;

// Whole PDFs.
fuzz_target!(|data: &[u8]| lx_fuzz::read(data, "03试点方案.pdf"));
