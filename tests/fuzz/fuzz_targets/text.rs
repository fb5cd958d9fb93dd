#![no_main]
use libfuzzer_sys::fuzz_target;

// Text and HTML, by content.
fuzz_target!(|data: &[u8]| lx_fuzz::read(data, "01项目申报书.txt"));
