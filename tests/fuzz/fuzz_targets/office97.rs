#![no_main]
use libfuzzer_sys::fuzz_target;

// .doc, .wps, .xls and .et: whatever the OLE file says it is.
fuzz_target!(|data: &[u8]| lx_fuzz::read(data, "01项目申报书.doc"));
