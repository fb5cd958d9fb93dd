//! Small things of a PDF's objects.

use lopdf::{Dictionary, Object, Stream, StringFormat};

/// A name.
pub(super) fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

/// Words as UTF-16 in a hexadecimal string.
pub(super) fn words(text: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// The same as it stands between `<` and `>`.
pub(crate) fn utf16_hex(text: &str) -> String {
    let digits: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("FEFF{digits}")
}

/// Plain bytes in a literal string.
pub(super) fn bytes(text: &str) -> Object {
    Object::String(text.as_bytes().to_vec(), StringFormat::Literal)
}

/// A compressed stream. miniz writes the same bytes on every machine.
pub(super) fn deflated(mut dictionary: Dictionary, content: &[u8]) -> Stream {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(content, 6);
    dictionary.set("Filter", name("FlateDecode"));
    Stream::new(dictionary, packed).with_compression(false)
}

/// Reads a stream of ours back; `None` if it isn't one, or is larger than `limit`.
pub(crate) fn inflate(stream: &Stream, limit: usize) -> Option<Vec<u8>> {
    let filter = stream.dict.get(b"Filter").ok()?.as_name().ok()?;
    if filter != b"FlateDecode" {
        return None;
    }
    miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(&stream.content, limit).ok()
}
