#![no_main]
use libfuzzer_sys::fuzz_target;
use lx_seal::{Envelope, parse_canonical};

// Files that travel: the envelope, and the canonical bytes of a scoresheet, a batch file, a card, a ruling and a carry file.
fuzz_target!(|data: &[u8]| {
    if let Ok(envelope) = Envelope::parse(data) {
        let _ = (envelope.kind(), envelope.signers(), envelope.payload_digest());
        assert_eq!(envelope.bytes().ok().as_deref(), Some(data), "what is read is written the same");
    }
    if let Ok(sheet) = parse_canonical::<lx_domain::Sheet>(data) {
        assert_eq!(lx_seal::canonical(&sheet).ok().as_deref(), Some(data), "one meaning, one spelling");
    }
    let _ = parse_canonical::<lx_domain::BatchFile>(data);
    let _ = parse_canonical::<lx_domain::Card>(data);
    let _ = parse_canonical::<lx_domain::Ruling>(data);
    let _ = parse_canonical::<lx_domain::Carry>(data);
    let _ = lx_seal::open_card(data);
});
