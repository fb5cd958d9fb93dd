#![no_main]
use libfuzzer_sys::fuzz_target;

// A page; behind marks the list of pages and the root.
fuzz_target!(|data: &[u8]| {
    let pieces = lx_fuzz::pieces(data);
    let at = |n: usize, or: &'static [u8]| pieces.get(n).copied().filter(|p| !p.is_empty()).unwrap_or(or);
    let parts = [
        (
            "OFD.xml",
            at(2, b"<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"),
        ),
        (
            "Doc_0/Document.xml",
            at(1, b"<Document><Pages><Page ID='1' BaseLoc='P.xml'/></Pages></Document>"),
        ),
        ("Doc_0/P.xml", at(0, b"<Page/>")),
    ];
    lx_fuzz::read(&lx_fuzz::zipped(&parts), "03试点方案.ofd");
});
