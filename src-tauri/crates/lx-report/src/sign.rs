//! Signatures as additions at the end of the file: what is signed before stays as it is.

use std::fmt::Write as _;

use lopdf::{Document, Object, ObjectId};
use lx_domain::UnixMillis;
use lx_seal::PdfSigner;
use sha2::{Digest as _, Sha256};

use crate::{error::ReportError, pdf::utf16_hex, words};

/// Where the objects are that a signature replaces, in the file as it is.
struct Anchor {
    form: ObjectId,
    annotations: ObjectId,
    page: ObjectId,
    root: ObjectId,
    info: ObjectId,
    id: String,
    fields: Vec<ObjectId>,
    size: u32,
    previous: usize,
}

/// A file with room for a signature that isn't there yet.
pub(crate) struct Prepared {
    /// What is added to the file; `/Contents` is zeros.
    pub added: Vec<u8>,
    /// Offset of `<` in the whole file.
    pub opens: usize,
    /// Offset behind `>` in the whole file.
    pub closes: usize,
}

fn anchor(pdf: &[u8]) -> Option<Anchor> {
    let document = Document::load_mem(pdf).ok()?;
    let catalog = document.catalog().ok()?;
    let form = catalog.get(b"AcroForm").ok()?.as_reference().ok()?;
    let page = document.get_pages().into_values().next()?;
    let annotations = document.get_dictionary(page).ok()?.get(b"Annots").ok()?.as_reference().ok()?;
    let fields = document.get_dictionary(form).ok()?.get(b"Fields").ok()?.as_array().ok()?;
    let fields = fields.iter().map(Object::as_reference).collect::<Result<Vec<_>, _>>().ok()?;
    let id = document.trailer.get(b"ID").ok()?.as_array().ok()?.first()?.as_str().ok()?;
    let digits = id.iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02X}");
        all
    });
    Some(Anchor {
        form,
        annotations,
        page,
        root: document.trailer.get(b"Root").ok()?.as_reference().ok()?,
        info: document.trailer.get(b"Info").ok()?.as_reference().ok()?,
        id: digits,
        fields,
        size: document.max_id.checked_add(1)?,
        previous: last_xref(pdf)?,
    })
}

/// The number behind the last `startxref`.
fn last_xref(pdf: &[u8]) -> Option<usize> {
    let tail = pdf.get(pdf.len().saturating_sub(64)..)?;
    let text = String::from_utf8_lossy(tail);
    let (_, after) = text.rsplit_once("startxref\n")?;
    after.lines().next()?.trim().parse().ok()
}

fn reference((number, generation): ObjectId) -> String {
    format!("{number} {generation} R")
}

/// Adds a signature field with room for `room` bytes. A pure function, so that a checker can do it again.
pub(crate) fn prepare(pdf: &[u8], name: &str, at: &str, room: usize) -> Option<Prepared> {
    let anchor = anchor(pdf)?;
    let signature = (anchor.size, 0);
    let field = (anchor.size + 1, 0);
    let fields: Vec<String> = anchor.fields.iter().copied().chain([field]).map(reference).collect();
    let fields = fields.join(" ");
    let count = anchor.fields.len() + 1;
    let start = pdf.len();
    let mut added = String::new();
    let mut offsets: Vec<(u32, usize)> = Vec::new();
    let mut object = |added: &mut String, (number, generation): ObjectId, body: &str| {
        offsets.push((number, start + added.len()));
        let _ = write!(added, "{number} {generation} obj\n{body}\nendobj\n");
    };
    object(&mut added, anchor.annotations, &format!("[{fields}]"));
    object(&mut added, anchor.form, &format!("<</Fields[{fields}]/SigFlags 3>>"));
    let title = utf16_hex(&format!("签名{count}"));
    let page = reference(anchor.page);
    object(
        &mut added,
        field,
        &format!(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T<{title}>/V {}/P {page}/Rect[0 0 0 0]/F 132>>",
            reference(signature)
        ),
    );
    let head = format!(
        "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name<{}>/M({at})",
        utf16_hex(name)
    );
    let blank = format!("/ByteRange[0 {:10} {:10} {:10}]/Contents", 0, 0, 0);
    let before = start + added.len() + format!("{} {} obj\n", signature.0, signature.1).len() + head.len();
    let opens = before + blank.len();
    let closes = opens + 2 + 2 * room;
    // What follows Contents is written with its real offsets, so its length is known only afterwards: write twice.
    let write = |end: usize, mut added: String, mut offsets: Vec<(u32, usize)>| {
        let range = format!("/ByteRange[0 {opens:<10} {closes:<10} {:<10}]/Contents", end.saturating_sub(closes));
        offsets.push((signature.0, start + added.len()));
        let _ = write!(
            added,
            "{} {} obj\n{head}{range}<{}>>>\nendobj\n",
            signature.0,
            signature.1,
            "0".repeat(2 * room)
        );
        offsets.sort_unstable();
        let table = start + added.len();
        added.push_str("xref\n");
        for (number, offset) in &offsets {
            let _ = write!(added, "{number} 1\n{offset:010} 00000 n \n");
        }
        let _ = write!(
            added,
            "trailer\n<</Size {}/Prev {}/Root {}/Info {}/ID[<{}><{}>]>>\nstartxref\n{table}\n%%EOF\n",
            anchor.size + 2,
            anchor.previous,
            reference(anchor.root),
            reference(anchor.info),
            anchor.id,
            anchor.id
        );
        added
    };
    let first = write(0, added.clone(), offsets.clone());
    let added = write(start + first.len(), added, offsets);
    Some(Prepared {
        added: added.into_bytes(),
        opens,
        closes,
    })
}

/// SHA-256 of a file but for the bytes from `opens` to `closes`.
pub(crate) fn digest_around(pdf: &[u8], opens: usize, closes: usize) -> Option<[u8; 32]> {
    let mut hash = Sha256::new();
    hash.update(pdf.get(..opens)?);
    hash.update(pdf.get(closes..)?);
    Some(hash.finalize().into())
}

/// Signs a file.
///
/// # Errors
/// [`ReportError::NotAReport`], [`ReportError::Signature`].
pub(crate) fn sign(pdf: &[u8], signer: &PdfSigner, name: &str, at: UnixMillis) -> Result<Vec<u8>, ReportError> {
    let room = signer.cms_room();
    let prepared = prepare(pdf, name, &words::pdf_date(at), room).ok_or_else(|| ReportError::NotAReport("structure".to_owned()))?;
    let mut signed = pdf.to_vec();
    signed.extend_from_slice(&prepared.added);
    let wrong = || ReportError::Signature("no room".to_owned());
    let digest = digest_around(&signed, prepared.opens, prepared.closes).ok_or_else(wrong)?;
    let cms = signer.sign_cms(digest).map_err(|error| ReportError::Signature(error.to_string()))?;
    let digits = cms.iter().fold(String::new(), |mut all, byte| {
        let _ = write!(all, "{byte:02X}");
        all
    });
    let place = signed.get_mut(prepared.opens + 1..prepared.closes - 1).ok_or_else(wrong)?;
    place.get_mut(..digits.len()).ok_or_else(wrong)?.copy_from_slice(digits.as_bytes());
    Ok(signed)
}
