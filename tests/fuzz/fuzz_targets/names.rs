#![no_main]
use libfuzzer_sys::fuzz_target;

// Names of entries as archives give them.
fuzz_target!(|data: &[u8]| lx_intake::fuzz::name(data));
