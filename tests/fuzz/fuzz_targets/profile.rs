#![no_main]
use libfuzzer_sys::fuzz_target;

// A profile, and a rule of its own.
fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        let _ = lx_domain::Profile::parse(text);
        let _ = lx_domain::Rule::parse(text);
    }
});
