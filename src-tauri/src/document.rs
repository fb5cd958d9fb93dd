//! `lxdoc://localhost/<digest>` and `lxdoc://localhost/file?path=…`: bytes for the page to show, without a copy on disk.
//!
//! Documents come out of the encrypted store; files only where the core made or verified them. Ranges are honoured. Of a TIFF
//! the first page comes as PNG.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    path::{Path, PathBuf},
};

use lx_domain::Digest;
use lx_steps::searching;
use tauri::{
    Url,
    http::{Request, Response, StatusCode, header},
};

use crate::{
    desk::{OpenDesk, blocking},
    range::{Part, part},
};

/// A piece of a document: its bytes, where they start, how long all of it is.
struct Piece {
    bytes: Vec<u8>,
    start: u64,
    size: u64,
}

/// Answers one request; what cannot be shown is simply not found.
pub async fn answer(desk: &OpenDesk, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
    let wanted = request
        .headers()
        .get(header::RANGE)
        .and_then(|value| value.to_str().ok())
        .map(str::to_owned);
    let found = match Url::parse(&request.uri().to_string()) {
        Ok(url) if url.path() == "/file" => file(desk, &url, wanted.clone()).await,
        Ok(url) => document(desk, url.path().trim_start_matches('/'), wanted.clone()).await,
        Err(_) => None,
    };
    found.map_or_else(|| plain(StatusCode::NOT_FOUND), |piece| respond(piece, wanted.is_some()))
}

async fn document(desk: &OpenDesk, name: &str, wanted: Option<String>) -> Option<Piece> {
    let digest: Digest = name.parse().ok()?;
    let ranged = wanted.is_some();
    let read = move |desk: &mut lx_steps::Desk| {
        let (_, size) = searching::document_range(desk, &digest, 0, 0)?;
        let (start, length) = stretch(wanted.as_deref(), size);
        let mut bytes = Vec::new();
        // The store hands out long documents in pieces.
        while (bytes.len() as u64) < length {
            let done = bytes.len() as u64;
            let (more, _) = searching::document_range(desk, &digest, start + done, length - done)?;
            if more.is_empty() {
                break;
            }
            bytes.extend(more);
        }
        Ok(Piece { bytes, start, size })
    };
    let piece = desk.with(move |desk, _, _| read(desk).map_err(|error: lx_steps::StepError| error.into()));
    let piece = piece.await.ok()?;
    if ranged {
        return Some(piece);
    }
    // Drawing takes its time: the desk is free meanwhile.
    let bytes = blocking(move || Ok(searching::shown(piece.bytes))).await.ok()?;
    let size = u64::try_from(bytes.len()).ok()?;
    Some(Piece { bytes, start: 0, size })
}

async fn file(desk: &OpenDesk, url: &Url, wanted: Option<String>) -> Option<Piece> {
    let path = url
        .query_pairs()
        .find(|(key, _)| key == "path")
        .map(|(_, path)| PathBuf::from(path.as_ref()))?;
    if !desk.may_show(&path) {
        return None;
    }
    blocking(move || Ok(read_file(&path, wanted.as_deref()).ok())).await.ok().flatten()
}

fn read_file(path: &Path, wanted: Option<&str>) -> std::io::Result<Piece> {
    let mut file = File::open(path)?;
    let size = file.metadata()?.len();
    let (start, length) = stretch(wanted, size);
    file.seek(SeekFrom::Start(start))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    Ok(Piece { bytes, start, size })
}

/// Where to start and how much to read.
fn stretch(wanted: Option<&str>, size: u64) -> (u64, u64) {
    match part(wanted, size) {
        Part::Whole => (0, size),
        Part::Bytes(bytes) => (bytes.start, bytes.end - bytes.start),
        Part::Outside => (size, 0),
    }
}

fn respond(piece: Piece, ranged: bool) -> Response<Vec<u8>> {
    let Piece { bytes, start, size } = piece;
    let end = start + u64::try_from(bytes.len()).unwrap_or(0);
    let status = match (ranged, bytes.is_empty() && size > 0) {
        (true, true) => StatusCode::RANGE_NOT_SATISFIABLE,
        (true, false) => StatusCode::PARTIAL_CONTENT,
        (false, _) => StatusCode::OK,
    };
    let range = if bytes.is_empty() {
        format!("bytes */{size}")
    } else {
        format!("bytes {start}-{}/{size}", end - 1)
    };
    let mut response = headed(status)
        .header(header::CONTENT_TYPE, media_type(&bytes, start))
        .header(header::ACCEPT_RANGES, "bytes");
    if ranged {
        response = response.header(header::CONTENT_RANGE, range);
    }
    response.body(bytes).unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR))
}

fn headed(status: StatusCode) -> tauri::http::response::Builder {
    Response::builder()
        .status(status)
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "Content-Range, Content-Length, Accept-Ranges",
        )
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CACHE_CONTROL, "no-store")
}

fn plain(status: StatusCode) -> Response<Vec<u8>> {
    headed(status).body(Vec::new()).unwrap_or_default()
}

/// By the first bytes; only what the page can show has a type of its own.
fn media_type(bytes: &[u8], start: u64) -> &'static str {
    const TYPES: [(&[u8], &str); 6] = [
        (b"%PDF-", "application/pdf"),
        (b"\x89PNG", "image/png"),
        (b"\xFF\xD8\xFF", "image/jpeg"),
        (b"GIF8", "image/gif"),
        (b"BM", "image/bmp"),
        (b"RIFF", "image/webp"),
    ];
    let known = TYPES.iter().find(|(magic, _)| start == 0 && bytes.starts_with(magic));
    known.map_or("application/octet-stream", |(_, media)| media)
}
