//! The record as files inside the PDF, and the way back.

use std::collections::BTreeMap;

use lopdf::{Document, Object};
use lx_domain::{Digest, UnixMillis};
use lx_seal::{Envelope, canonical};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    error::ReportError,
    pdf::{Attachment, inflate},
    record::{Edition, Printed, ReportRecord},
};

/// No attachment of ours is larger.
const LARGEST: usize = 64 * 1024 * 1024;

const BATCH: &str = "batch.lxbatch.json";
const DECISION: &str = "decision.lxdecision.json";
const EVIDENCE: &str = "evidence.json";
const PRINTED: &str = "printed.json";

/// `evidence.json`: which files make the record, and what no file of ours says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Evidence {
    schema: u32,
    edition: Edition,
    program: String,
    made_at: UnixMillis,
    journal_head: Digest,
    /// 校验码 of the report.
    digest: Digest,
    batch: File,
    sheets: Vec<File>,
    rulings: Vec<File>,
    decision: File,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    /// Of its bytes.
    sha256: Digest,
}

/// `printed.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrintedList {
    schema: u32,
    values: Vec<Printed>,
}

fn pdf_error(error: lx_seal::SealError) -> ReportError {
    ReportError::Pdf(error.to_string())
}

struct Packing {
    files: Vec<Attachment>,
}

impl Packing {
    fn add(&mut self, name: String, says: String, envelope: &Envelope) -> Result<File, ReportError> {
        let content = envelope.bytes().map_err(pdf_error)?;
        let file = File {
            name: name.clone(),
            sha256: Digest::of(&content),
        };
        self.files.push(Attachment {
            name,
            says,
            mime: "application/json",
            content,
        });
        Ok(file)
    }
}

/// The record's files, by name. Sheets and rulings stand in the order of their digests, whatever the record's order.
pub(crate) fn pack(record: &ReportRecord, digest: Digest, printed: &[Printed]) -> Result<Vec<Attachment>, ReportError> {
    let mut packing = Packing { files: Vec::new() };
    let batch = packing.add(BATCH.to_owned(), "批次文件".to_owned(), &record.batch)?;
    let sorted = |envelopes: &[Envelope]| {
        let mut all: Vec<Envelope> = envelopes.to_vec();
        all.sort_by_key(Envelope::payload_digest);
        all
    };
    let sheets = sorted(&record.sheets)
        .iter()
        .enumerate()
        .map(|(at, e)| {
            packing.add(
                format!("sheet-{:03}.lxsheet.json", at + 1),
                format!("评分表 {}", e.payload_digest().short()),
                e,
            )
        })
        .collect::<Result<_, _>>()?;
    let rulings = sorted(&record.rulings)
        .iter()
        .enumerate()
        .map(|(at, e)| {
            packing.add(
                format!("ruling-{:03}.lxruling.json", at + 1),
                format!("裁定 {}", e.payload_digest().short()),
                e,
            )
        })
        .collect::<Result<_, _>>()?;
    let decision = packing.add(DECISION.to_owned(), "遴选意见".to_owned(), &record.decision)?;
    let evidence = Evidence {
        schema: 1,
        edition: record.edition,
        program: record.program.clone(),
        made_at: record.made_at,
        journal_head: record.journal_head,
        digest,
        batch,
        sheets,
        rulings,
        decision,
    };
    let mut files = packing.files;
    let mut json = |name: &str, says: &str, content: Vec<u8>| {
        files.push(Attachment {
            name: name.to_owned(),
            says: says.to_owned(),
            mime: "application/json",
            content,
        });
    };
    json(EVIDENCE, "依据清单", canonical(&evidence).map_err(pdf_error)?);
    json(
        PRINTED,
        "印出数值清单",
        canonical(&PrintedList {
            schema: 1,
            values: printed.to_vec(),
        })
        .map_err(pdf_error)?,
    );
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// What the attachments of a PDF hold.
#[derive(Debug, Clone)]
pub(crate) struct Unpacked {
    pub record: ReportRecord,
    pub printed: Vec<Printed>,
    /// 校验码 as the evidence says it.
    pub digest: Digest,
}

fn not_ours(what: impl Into<String>) -> ReportError {
    ReportError::NotAReport(what.into())
}

/// Every attachment, by name; a name that stands twice is refused.
pub(crate) fn attachments(document: &Document) -> Result<BTreeMap<String, Vec<u8>>, ReportError> {
    let names = || -> Option<Vec<Object>> {
        let names = document.get_dict_in_dict(document.catalog().ok()?, b"Names").ok()?;
        let files = document.get_dict_in_dict(names, b"EmbeddedFiles").ok()?;
        Some(files.get(b"Names").ok()?.as_array().ok()?.clone())
    };
    let names = names().ok_or_else(|| not_ours(EVIDENCE))?;
    let mut files = BTreeMap::new();
    for pair in names.chunks(2) {
        let [Object::String(name, _), Object::Reference(id)] = pair else {
            return Err(not_ours(EVIDENCE));
        };
        let name = utf16(name).ok_or_else(|| not_ours(EVIDENCE))?;
        let content = || -> Option<Vec<u8>> {
            let files = document.get_dict_in_dict(document.get_dictionary(*id).ok()?, b"EF").ok()?;
            let stream = document
                .get_object(files.get(b"F").ok()?.as_reference().ok()?)
                .ok()?
                .as_stream()
                .ok()?;
            inflate(stream, LARGEST)
        };
        let content = content().ok_or_else(|| not_ours(name.clone()))?;
        if files.insert(name.clone(), content).is_some() {
            return Err(not_ours(name));
        }
    }
    Ok(files)
}

fn utf16(bytes: &[u8]) -> Option<String> {
    let units: Vec<u16> = bytes
        .strip_prefix(&[0xFE, 0xFF])?
        .chunks(2)
        .map(|c| if let [a, b] = c { u16::from_be_bytes([*a, *b]) } else { 0 })
        .collect();
    String::from_utf16(&units).ok()
}

fn read<T: Serialize + DeserializeOwned>(files: &BTreeMap<String, Vec<u8>>, name: &str) -> Result<T, ReportError> {
    let bytes = files.get(name).ok_or_else(|| not_ours(name))?;
    // Printed values of a large batch are more than the 4 MiB of a file that travels alone.
    lx_seal::parse_canonical_up_to(bytes, LARGEST).map_err(|_| not_ours(name))
}

/// Reads the record out of the attachments; nothing may be missing, nothing may be there besides.
pub(crate) fn unpack(files: &BTreeMap<String, Vec<u8>>) -> Result<Unpacked, ReportError> {
    let evidence: Evidence = read(files, EVIDENCE)?;
    let printed: PrintedList = read(files, PRINTED)?;
    let envelope = |file: &File| {
        let bytes = files
            .get(&file.name)
            .filter(|bytes| Digest::of(bytes) == file.sha256)
            .ok_or_else(|| not_ours(file.name.clone()))?;
        Envelope::parse(bytes).map_err(|_| not_ours(file.name.clone()))
    };
    let all = |list: &[File]| list.iter().map(envelope).collect::<Result<Vec<_>, _>>();
    let record = ReportRecord {
        edition: evidence.edition,
        batch: envelope(&evidence.batch)?,
        sheets: all(&evidence.sheets)?,
        rulings: all(&evidence.rulings)?,
        decision: envelope(&evidence.decision)?,
        journal_head: evidence.journal_head,
        made_at: evidence.made_at,
        program: evidence.program,
    };
    let expected: Vec<String> = pack(&record, evidence.digest, &printed.values)?
        .into_iter()
        .map(|file| file.name)
        .collect();
    if !files.keys().eq(expected.iter()) {
        return Err(not_ours(EVIDENCE));
    }
    Ok(Unpacked {
        record,
        printed: printed.values,
        digest: evidence.digest,
    })
}
