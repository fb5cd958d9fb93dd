//! Whether the streams of a PDF keep their bounds when they are unpacked, tried out before anything else looks at them.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// Layers of compression, one inside of the other.
const MOST_LAYERS: u32 = 4;

/// Whether no stream unpacks to more than `each` bytes, and all that are no pictures to no more than `all`.
pub(crate) fn streams_fit(bytes: &[u8], each: u64, all: u64) -> bool {
    let mut left = all;
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(|rest| position(rest, b"stream")) {
        let at = from + found;
        from = at + b"stream".len();
        // The end of the one before.
        if bytes.get(..at).is_some_and(|before| before.ends_with(b"end")) {
            continue;
        }
        let body = bytes.get(from..).unwrap_or_default();
        let body = body.strip_prefix(b"\r").unwrap_or(body);
        let body = body.strip_prefix(b"\n").unwrap_or(body);
        let size = unpacked(body, each, MOST_LAYERS);
        if size > each {
            return false;
        }
        let head = bytes.get(at.saturating_sub(400)..at).unwrap_or_default();
        if position(head, b"/Image").is_none() {
            let Some(rest) = left.checked_sub(size) else { return false };
            left = rest;
        }
    }
    true
}

/// How much a stream unpacks to, counted up to a little more than `most`; nothing where it is not compressed.
fn unpacked(body: &[u8], most: u64, layers: u32) -> u64 {
    let zlib = matches!(body, [first, second, ..] if first & 0x0F == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0);
    if !zlib || layers == 0 {
        return 0;
    }
    count(&mut ZlibDecoder::new(body), most, layers)
}

fn count(reader: &mut dyn Read, most: u64, layers: u32) -> u64 {
    let mut head = [0; 2];
    let mut total = 0_u64;
    let mut filled = 0;
    while let Some(room) = head.get_mut(filled..).filter(|r| !r.is_empty()) {
        match reader.read(room) {
            Ok(0) | Err(_) => return total,
            Ok(n) => {
                filled += n;
                total = total.saturating_add(u64::try_from(n).unwrap_or(0));
            }
        }
    }
    let again = head[0] & 0x0F == 8 && u16::from_be_bytes(head) % 31 == 0 && layers > 1;
    let mut whole = (&head[..]).chain(reader);
    if again {
        return count(&mut ZlibDecoder::new(whole), most, layers - 1).max(total);
    }
    let mut piece = [0; 16_384];
    total = 0;
    while total <= most {
        match whole.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(n) => total = total.saturating_add(u64::try_from(n).unwrap_or(0)),
        }
    }
    total
}

fn position(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|w| w == wanted)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::streams_fit;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn pdf(head: &str, streams: &[Vec<u8>]) -> Vec<u8> {
        let mut out = b"%PDF-1.5\n".to_vec();
        for stream in streams {
            out.extend(format!("1 0 obj <<{head}/Filter/FlateDecode>>stream\r\n").bytes());
            out.extend(stream);
            out.extend(b"\nendstream endobj\n");
        }
        out
    }

    #[test]
    fn streams_that_unpack_to_too_much_are_seen_before_they_are_read() {
        let small = packed(&[b' '; 50_000]);
        let fit = |bytes: &[u8]| streams_fit(bytes, 100_000, 200_000);
        assert!(fit(&pdf("", &[small.clone(), small.clone()])));
        assert!(!fit(&pdf("", &[packed(&[b' '; 150_000])])), "one alone");
        assert!(!fit(&pdf("", &vec![small.clone(); 6])), "all together");
        assert!(
            fit(&pdf("/Subtype/Image", &vec![small; 6])),
            "pictures are not unpacked for their text"
        );
        assert!(!fit(&pdf("", &[packed(&packed(&[b' '; 150_000]))])), "packed twice");
        assert!(fit(b"%PDF-1.5 stream stream endstream"));
    }
}
