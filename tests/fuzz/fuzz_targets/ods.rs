#![no_main]
use libfuzzer_sys::fuzz_target;

// The content; behind a mark the properties.
fuzz_target!(|data: &[u8]| {
    let mut parts: Vec<(&str, &[u8])> = vec![("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")];
    parts.extend(["content.xml", "meta.xml"].into_iter().zip(lx_fuzz::pieces(data)));
    lx_fuzz::read(&lx_fuzz::zipped(&parts), "02机构信息.ods");
});
