#![no_main]
use libfuzzer_sys::fuzz_target;

// The body; behind marks styles, comments and properties.
fuzz_target!(|data: &[u8]| {
    let names = [
        "word/document.xml",
        "word/styles.xml",
        "word/comments.xml",
        "docProps/core.xml",
        "docProps/app.xml",
    ];
    let mut parts: Vec<(&str, &[u8])> = vec![("[Content_Types].xml", b"<Types/>")];
    parts.extend(names.into_iter().zip(lx_fuzz::pieces(data)));
    lx_fuzz::read(&lx_fuzz::zipped(&parts), "01项目申报书.docx");
});
