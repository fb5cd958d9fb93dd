//! A look before packages are taken, taking them, entries put aside, the listing of the batch.

use std::path::{Path, PathBuf};

use lx_domain::{ApplicationNumber, UnixMillis};
use lx_intake::{Fate, NameEncoding, Preview, PreviewEntry, Roster, discover_all};
use lx_steps::{
    Desk, Watch,
    intake::{self, Imported, Placing, Wanted},
    looking::{self, Look, LookTerms, Looked},
    peeking,
};

use super::{
    count, number, paths,
    screening::{application, aside_words, refused},
};
use crate::{
    Fault,
    screening::ImportOutcome,
    taking::{EntryPreview, ImportPackages, ListingView, PackagePreview, PeekView, PreviewView},
    text::Texts,
};

/// So many entries of a package are listed.
const LISTED: usize = 300;
/// So many characters of a name are shown in a note.
const NOTED: usize = 80;

fn encoding_named(text: Option<&str>) -> Result<Option<NameEncoding>, Fault> {
    let named = |text: &str| text.parse().map_err(|_| Fault::unknown("encoding", text));
    text.map(named).transpose()
}

fn placing_named(text: Option<&str>) -> Result<Option<Placing>, Fault> {
    let named = |text: &str| match text {
        "version" => Ok(Placing::Version),
        "addition" => Ok(Placing::Addition),
        _ => Err(Fault::unknown("placing", text)),
    };
    text.map(named).transpose()
}

fn placing_word(placing: Placing) -> &'static str {
    match placing {
        Placing::Version => "version",
        Placing::Addition => "addition",
    }
}

/// Looks at packages; nothing is written. The look is kept by the face for [`preview_under`] and [`import_packages`].
///
/// # Errors
/// What an import would be refused for as a whole.
pub fn preview_packages(desk: &Desk, texts: &Texts, given: &[String], encoding: Option<&str>) -> Result<(Look, PreviewView), Fault> {
    let terms = ImportTerms {
        encoding,
        ..ImportTerms::default()
    };
    preview_on(desk, texts, given, &terms)
}

/// As [`preview_packages`], for packages of which a person says where they go.
///
/// # Errors
/// As [`preview_packages`]; an application that is not here.
pub fn preview_on(desk: &Desk, texts: &Texts, given: &[String], terms: &ImportTerms<'_>) -> Result<(Look, PreviewView), Fault> {
    let terms = LookTerms {
        encoding: encoding_named(terms.encoding)?,
        into: terms.into.map(number).transpose()?,
        placing: placing_named(terms.placing)?,
        anyway: terms.anyway,
    };
    let look = looking::look_on(desk, &paths(given), &terms)?;
    let view = PreviewView {
        packages: (0..).zip(&look.packages).map(|(index, one)| package(texts, index, one)).collect(),
        refused: look
            .refused
            .iter()
            .map(|r| refused(&r.path, &Fault::from(&r.reason), texts))
            .collect(),
        left: look.left.iter().map(|p| p.display().to_string()).collect(),
        listing: match &look.listing {
            Some((_, read)) => Some(listing_ahead(desk, texts, &look, &read.roster)?),
            None => None,
        },
    };
    Ok((look, view))
}

/// The listing of a look: what comes with the same drop counts as received.
fn listing_ahead(desk: &Desk, texts: &Texts, look: &Look, roster: &Roster) -> Result<ListingView, Fault> {
    let mut view = super::listing::view(desk, texts, roster, false)?;
    let coming = |number: &ApplicationNumber| look.packages.iter().any(|p| p.number().as_ref() == Some(number));
    let rows = roster.rows.iter().zip(&view.rows);
    let more = rows.filter(|(row, shown)| shown.matched.is_none() && row.number.as_ref().is_some_and(coming));
    let more = count(more.count());
    view.received = view.received.saturating_add(more);
    view.missing = view.missing.saturating_sub(more);
    Ok(view)
}

/// Decodes the names of one package again, without reading it again.
///
/// # Errors
/// [`Fault`] for an unknown package or encoding.
pub fn preview_under(look: &mut Look, texts: &Texts, index: u32, encoding: Option<&str>) -> Result<PackagePreview, Fault> {
    let encoding = encoding_named(encoding)?;
    let at = usize::try_from(index).unwrap_or(usize::MAX);
    let looked = look.packages.get_mut(at);
    let looked = looked.ok_or_else(|| Fault::unknown("package", &index.to_string()))?;
    looked.preview = looked.preview.under(encoding);
    Ok(package(texts, index, looked))
}

fn package(texts: &Texts, index: u32, looked: &Looked) -> PackagePreview {
    let preview = &looked.preview;
    let proposed = placing_word(looked.placing());
    let with = |wanted: fn(&Fate) -> bool| preview.entries.iter().filter(|e| wanted(&e.fate)).count();
    let aside = with(|f| matches!(f, Fate::Quarantined { .. }));
    let (entries, more) = entries(texts, preview);
    PackagePreview {
        index,
        path: lx_steps::files::absolute(&looked.package.path).display().to_string(),
        name: looked.package.name.clone(),
        number: looked.number().map(|n| n.to_string()),
        title: looked.package.title(),
        here: looked.here(),
        placing: if looked.here() { proposed } else { "new" }.to_owned(),
        proposed: proposed.to_owned(),
        already: looked.already().map(ToString::to_string),
        set_aside: looked.set_aside,
        encoding: preview.encoding.to_string(),
        chosen: preview.chosen,
        undecided: preview.undecided,
        files: preview.files,
        bytes: preview.bytes,
        aside: u64::try_from(aside).unwrap_or(u64::MAX),
        skipped: u64::try_from(with(|f| *f == Fate::Junk)).unwrap_or(u64::MAX),
        doubtful: aside > 0 || preview.entries.iter().any(is_doubtful),
        entries,
        more: u64::try_from(more).unwrap_or(u64::MAX),
    }
}

/// Whether something about an entry's name is to be looked at.
fn is_doubtful(entry: &PreviewEntry) -> bool {
    let guessed = !entry.whole || entry.encoding == Some(NameEncoding::Cp437) || is_odd(entry);
    entry.fate != Fate::Junk && (guessed || entry.original.is_some() || entry.confused_with.is_some())
}

/// Whether a name has characters that no standard names: what Big5 gives when it is read as GB18030.
fn is_odd(entry: &PreviewEntry) -> bool {
    entry.encoding.is_some() && entry.path.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c))
}

/// The entries that are listed, and how many are not.
fn entries(texts: &Texts, preview: &Preview) -> (Vec<EntryPreview>, usize) {
    let more = preview.entries.len().saturating_sub(LISTED);
    let mut all: Vec<&PreviewEntry> = preview.entries.iter().collect();
    if more > 0 {
        // Stable: within both halves the order of the package stays.
        all.sort_by_key(|e| e.fate == Fate::Taken && !is_doubtful(e));
    }
    let listed = all.into_iter().take(LISTED).map(|e| EntryPreview {
        path: e.path.clone(),
        bytes: e.bytes,
        fate: match e.fate {
            Fate::Taken => "taken",
            Fate::Nested => "nested",
            Fate::Junk => "junk",
            Fate::Quarantined { .. } => "quarantined",
        }
        .to_owned(),
        note: note(texts, e),
    });
    (listed.collect(), more)
}

fn note(texts: &Texts, entry: &PreviewEntry) -> String {
    let mut said = Vec::new();
    if let Fate::Quarantined { reason } = &entry.fate {
        said.push(aside_words(texts, reason));
    }
    if entry.fate != Fate::Junk {
        if !entry.whole {
            said.push(texts.word("preview-not-whole"));
        }
        if is_odd(entry) {
            said.push(texts.word("preview-odd"));
        }
        if let Some(original) = &entry.original {
            let original = original.chars().take(NOTED).collect();
            said.push(texts.say("preview-renamed", [("original", original)]));
        }
        if let Some(other) = &entry.confused_with {
            said.push(texts.say("preview-confused", [("other", other.clone())]));
        }
    }
    said.join(" ")
}

/// Takes packages of a look.
///
/// # Errors
/// A refusal of the whole import; single packages are refused in the outcome.
pub fn import_packages(
    desk: &mut Desk,
    texts: &Texts,
    look: &Look,
    request: &ImportPackages,
    watch: &mut dyn Watch,
    at: UnixMillis,
) -> Result<ImportOutcome, Fault> {
    let mut wanted = Vec::new();
    for choice in &request.packages {
        let looked = look.packages.get(usize::try_from(choice.index).unwrap_or(usize::MAX));
        let looked = looked.ok_or_else(|| Fault::unknown("package", &choice.index.to_string()))?;
        let into = choice.into.as_deref().map(number).transpose()?;
        wanted.push(looked.wanted(into, placing_named(choice.placing.as_deref())?));
    }
    let mut imported = intake::import_wanted(desk, wanted, watch, at)?;
    if let Some((_, read)) = look.listing.as_ref().filter(|_| request.listing && imported.ended.is_empty()) {
        lx_steps::listing::keep(desk, read, at)?;
        imported.listing = Some(read.roster.name.clone());
    }
    outcome(desk, texts, &imported, &look.left)
}

/// How packages given by their paths are taken.
#[derive(Debug, Clone, Default)]
pub struct ImportTerms<'a> {
    /// `gb18030|utf-8|big5|cp437`; absent to have it found out.
    pub encoding: Option<&'a str>,
    /// Number of the application that all of them go to.
    pub into: Option<&'a str>,
    /// `version|addition`.
    pub placing: Option<&'a str>,
    /// Whether they go there though they seem to be another's.
    pub anyway: bool,
}

/// Takes packages by their paths.
///
/// # Errors
/// As [`import_packages`].
pub fn import_paths(
    desk: &mut Desk,
    texts: &Texts,
    given: &[String],
    terms: &ImportTerms<'_>,
    watch: &mut dyn Watch,
    at: UnixMillis,
) -> Result<ImportOutcome, Fault> {
    let (encoding, placing) = (encoding_named(terms.encoding)?, placing_named(terms.placing)?);
    let into: Option<ApplicationNumber> = terms.into.map(number).transpose()?;
    let found = discover_all(&paths(given));
    let wanted = found.packages.into_iter().map(|package| Wanted {
        package,
        encoding,
        into: into.clone(),
        placing,
        anyway: terms.anyway,
    });
    let imported = intake::import_wanted(desk, wanted.collect(), watch, at)?;
    outcome(desk, texts, &imported, &found.left)
}

fn outcome(desk: &Desk, texts: &Texts, imported: &Imported, left: &[PathBuf]) -> Result<ImportOutcome, Fault> {
    let mut numbers = imported.taken.clone();
    // Several packages may have gone to one application.
    let mut seen = std::collections::BTreeSet::new();
    numbers.retain(|n| seen.insert(n.clone()));
    let shown = |path: &Path| lx_steps::files::absolute(path).display().to_string();
    Ok(ImportOutcome {
        applications: numbers
            .iter()
            .map(|n| application(desk, texts, n.as_str()))
            .collect::<Result<_, Fault>>()?,
        refused: imported
            .refused
            .iter()
            .map(|r| refused(&r.path, &Fault::from(&r.reason), texts))
            .collect(),
        listing: imported.listing.clone(),
        left: left.iter().map(|p| shown(p)).collect(),
        ended: imported.ended.iter().map(|p| shown(p)).collect(),
    })
}

/// The beginning of an entry that was put aside, as hexadecimal and as text.
///
/// # Errors
/// What the step refuses.
pub fn peek(desk: &Desk, of: &str, path: &str) -> Result<PeekView, Fault> {
    let found = peeking::peek(desk, &number(of)?, path)?;
    Ok(PeekView {
        number: of.to_owned(),
        path: path.to_owned(),
        bytes: count(found.bytes.len()),
        more: found.more,
        packed: found.packed,
        hex: hex_lines(&found.bytes),
        text: plain_text(&found.text()),
    })
}

fn hex_lines(bytes: &[u8]) -> String {
    let line = |(at, row): (usize, &[u8])| {
        let hex: Vec<String> = row.iter().map(|b| format!("{b:02x}")).collect();
        let ascii: String = row
            .iter()
            .map(|b| if b.is_ascii_graphic() || *b == b' ' { char::from(*b) } else { '.' })
            .collect();
        format!("{:08x}  {:<47}  {ascii}", at.saturating_mul(16), hex.join(" "))
    };
    bytes.chunks(16).enumerate().map(line).collect::<Vec<_>>().join("\n")
}

/// What nobody could see, or what would turn a line around, becomes a dot.
fn plain_text(text: &str) -> String {
    let visible = |c: char| match c {
        '\n' | '\t' => c,
        '\r' => '\n',
        c if c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFD}') =>
        {
            '·'
        }
        c => c,
    };
    text.replace("\r\n", "\n").chars().map(visible).collect()
}
