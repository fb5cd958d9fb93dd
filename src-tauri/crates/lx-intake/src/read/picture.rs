//! Pictures: most are shown as they are; TIFF, which copiers write and no window shows, is drawn here.

use std::{collections::BTreeSet, io::Cursor};

use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, codecs::tiff::TiffDecoder};
use lx_domain::DocumentKind;

use super::{Content, Unread};
use crate::limits::Limits;

/// Pages that are counted of one TIFF.
const MOST_PAGES: u32 = 10_000;
/// Pixels along the longer side of a page that is shown: A4 at 400 dots per inch keeps every one of them.
const LONGEST_SIDE: u32 = 5_000;

/// Whether a picture has to be drawn before it can be shown.
pub(crate) fn is_tiff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*")
}

/// How many pages it has, and whether the first of them can be drawn.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Content {
    if !is_tiff(bytes) {
        return Content::of(DocumentKind::Picture);
    }
    match first_page(bytes, limits) {
        Ok(_) => Content {
            pages: Some(pages(bytes)),
            ..Content::of(DocumentKind::Picture)
        },
        Err(why) => Content::unreadable(DocumentKind::Picture, why),
    }
}

/// The first page of a TIFF as PNG.
pub(crate) fn draw(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, Unread> {
    let page = first_page(bytes, limits)?;
    let page = if page.width().max(page.height()) > LONGEST_SIDE {
        page.thumbnail(LONGEST_SIDE, LONGEST_SIDE)
    } else {
        page
    };
    let color = page.color();
    let page = match (color.has_alpha(), color.has_color()) {
        (true, _) => DynamicImage::from(page.into_rgba8()),
        (false, true) => DynamicImage::from(page.into_rgb8()),
        (false, false) => DynamicImage::from(page.into_luma8()),
    };
    let mut png = Cursor::new(Vec::new());
    page.write_to(&mut png, ImageFormat::Png).map_err(|e| why(&e))?;
    Ok(png.into_inner())
}

fn first_page(bytes: &[u8], limits: &Limits) -> Result<DynamicImage, Unread> {
    let mut decoder = TiffDecoder::new(Cursor::new(bytes)).map_err(|e| why(&e))?;
    let (wide, high) = decoder.dimensions();
    if u64::from(wide).saturating_mul(u64::from(high)) > limits.picture_pixels {
        return Err(Unread::Size);
    }
    decoder.set_limits(image::Limits::default()).map_err(|e| why(&e))?;
    let turned = decoder.orientation().map_err(|e| why(&e))?;
    let mut page = DynamicImage::from_decoder(decoder).map_err(|e| why(&e))?;
    page.apply_orientation(turned);
    Ok(page)
}

fn why(error: &ImageError) -> Unread {
    match error {
        ImageError::Limits(_) => Unread::Size,
        _ => Unread::Format,
    }
}

/// Pages of a TIFF: each directory says where the next one lies.
fn pages(bytes: &[u8]) -> u32 {
    let little = bytes.starts_with(b"II");
    let short = |at: usize| {
        let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let value = if little {
            u32::from_le_bytes(four)
        } else {
            u32::from_be_bytes(four)
        };
        usize::try_from(value).ok()
    };
    let behind = |at: usize| {
        let entries = usize::from(short(at)?);
        at.checked_add(2)?.checked_add(entries.checked_mul(12)?)
    };
    let (mut count, mut seen) = (0, BTreeSet::from([0]));
    let mut next = long(4);
    while let Some(end) = next.filter(|at| count < MOST_PAGES && seen.insert(*at)).and_then(behind) {
        count += 1;
        next = long(end);
    }
    count
}
