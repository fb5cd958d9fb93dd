//! A tar writer that can lie.

use std::io::Write;

/// One header and its data, and what is to be said of it.
#[derive(Clone)]
pub struct Item {
    pub name: Vec<u8>,
    pub data: Vec<u8>,
    pub kind: u8,
    pub size: Option<u64>,
    pub link: Vec<u8>,
    /// `ustar\0` + `00`, or what GNU writes, or nothing at all.
    pub magic: [u8; 8],
    pub prefix: Vec<u8>,
    pub broken: bool,
}

pub const POSIX: [u8; 8] = *b"ustar\x0000";
pub const GNU: [u8; 8] = *b"ustar  \0";

/// A plain file.
pub fn item(name: &str, data: &[u8]) -> Item {
    raw_item(name.as_bytes(), data)
}

/// A plain file with these bytes for a name.
pub fn raw_item(name: &[u8], data: &[u8]) -> Item {
    Item {
        name: name.to_vec(),
        data: data.to_vec(),
        kind: b'0',
        size: None,
        link: Vec::new(),
        magic: POSIX,
        prefix: Vec::new(),
        broken: false,
    }
}

/// A header of another kind.
pub fn of_kind(kind: u8, name: &str, data: &[u8]) -> Item {
    Item { kind, ..item(name, data) }
}

/// Extended headers: `length key=value` records.
pub fn pax(kind: u8, records: &[(&str, &[u8])]) -> Item {
    let mut data = Vec::new();
    for (key, value) in records {
        let body = [b" ", key.as_bytes(), b"=", value, b"\n"].concat();
        let mut length = body.len() + 1;
        while length.to_string().len() + body.len() != length {
            length += 1;
        }
        data.extend(length.to_string().bytes());
        data.extend(body);
    }
    of_kind(kind, "PaxHeaders/x", &data)
}

/// A name too long for a header, as GNU tar writes it.
pub fn long_name(name: &[u8]) -> Item {
    Item {
        magic: GNU,
        ..of_kind(b'L', "././@LongLink", &[name, b"\0"].concat())
    }
}

/// Headers and data without an end.
pub fn open_tar(items: &[Item]) -> Vec<u8> {
    let mut out = Vec::new();
    for i in items {
        let mut h = [0_u8; 512];
        let mut put = |at: usize, bytes: &[u8]| h[at..at + bytes.len()].copy_from_slice(bytes);
        put(0, &i.name[..i.name.len().min(100)]);
        put(100, b"0000644\0");
        put(124, format!("{:011o}\0", i.size.unwrap_or(i.data.len() as u64)).as_bytes());
        put(136, b"14000000000\0");
        put(148, b"        ");
        put(156, &[i.kind]);
        put(157, &i.link);
        put(257, &i.magic);
        put(345, &i.prefix);
        let sum: u32 = h.iter().map(|b| u32::from(*b)).sum();
        let sum = if i.broken { sum + 1 } else { sum };
        h[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        out.extend(h);
        out.extend(&i.data);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out
}

/// An archive of these items.
pub fn tar(items: &[Item]) -> Vec<u8> {
    let mut out = open_tar(items);
    out.extend([0; 1024]);
    out
}

pub fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}
