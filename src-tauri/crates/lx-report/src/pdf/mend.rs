//! What printpdf leaves undone: version, language, identifier, metadata, structure, attachments, a place for signatures.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use lx_domain::{Digest, UnixMillis};
use printpdf::PdfSaveOptions;

use super::{
    content,
    objects::{bytes, deflated, name, words},
    tags,
};
use crate::{error::ReportError, fonts::Fonts, layout::Page, words as phrases};

/// What the document says of itself.
pub(crate) struct Imprint<'a> {
    /// Title, shown in the window's bar.
    pub title: &'a str,
    /// Who sends it.
    pub author: &'a str,
    /// Name and version of the program.
    pub program: &'a str,
    /// When it was made.
    pub at: UnixMillis,
    /// Of what it rests on: its identifier.
    pub digest: Digest,
}

/// A file inside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    /// Its name.
    pub name: String,
    /// What it is, for people.
    pub says: String,
    /// Type.
    pub mime: &'static str,
    /// Content.
    pub content: Vec<u8>,
}

/// Writes the pages.
///
/// # Errors
/// [`ReportError::Pdf`], [`ReportError::Font`].
pub(crate) fn compose(fonts: &Fonts, pages: &[Page], imprint: &Imprint<'_>, attachments: &[Attachment]) -> Result<Vec<u8>, ReportError> {
    let mut warnings = Vec::new();
    let options = PdfSaveOptions {
        optimize: false,
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut document = content::document(fonts, pages, imprint.title)?.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(ReportError::Pdf(format!("{warning:?}")));
    }
    mend(&mut document, pages, imprint, attachments).map_err(|error| ReportError::Pdf(error.to_string()))?;
    let mut file = Vec::new();
    document.save_to(&mut file).map_err(|error| ReportError::Pdf(error.to_string()))?;
    file.push(b'\n');
    Ok(file)
}

fn mend(document: &mut Document, pages: &[Page], imprint: &Imprint<'_>, attachments: &[Attachment]) -> Result<(), lopdf::Error> {
    document.version = "1.7".to_owned();
    let page_ids: Vec<ObjectId> = document.get_pages().into_values().collect();
    for id in &page_ids {
        let page = document.get_dictionary_mut(*id)?;
        page.remove(b"Annots");
    }
    let structure = tags::structure(document, pages, &page_ids)?;
    let outline = tags::outline(document, pages, &page_ids);
    let files = attach(document, attachments, imprint.at);
    let metadata = deflated_xmp(document, imprint);
    // A signature replaces these two objects and nothing else.
    let annotations = document.add_object(Object::Array(Vec::new()));
    let form = document.add_object(dictionary! { "Fields" => Object::Array(Vec::new()) });
    if let Some(first) = page_ids.first() {
        document.get_dictionary_mut(*first)?.set("Annots", annotations);
    }
    let catalog = document.catalog_mut()?;
    catalog.set("Version", name("1.7"));
    catalog.set("Lang", bytes("zh-CN"));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.set("AcroForm", form);
    catalog.set("PageMode", name(if outline.is_some() { "UseOutlines" } else { "UseNone" }));
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if !files.is_empty() {
        let names = files.iter().flat_map(|(name, id)| [words(name), Object::Reference(*id)]).collect();
        catalog.set(
            "Names",
            dictionary! { "EmbeddedFiles" => dictionary! { "Names" => Object::Array(names) } },
        );
        catalog.set("AF", Object::Array(files.iter().map(|(_, id)| Object::Reference(*id)).collect()));
    }
    let info = document.add_object(information(imprint));
    let old = document.trailer.get(b"Info").and_then(Object::as_reference).ok();
    document.trailer.set("Info", info);
    if let Some(old) = old {
        document.objects.remove(&old);
    }
    let id = Object::String(
        imprint.digest.0.iter().take(16).copied().collect(),
        lopdf::StringFormat::Hexadecimal,
    );
    document.trailer.set("ID", Object::Array(vec![id.clone(), id]));
    pack(document);
    document.renumber_objects();
    Ok(())
}

/// Compresses every stream that is still plain.
fn pack(document: &mut Document) {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has(b"Filter")
            && !stream.dict.has_type(b"Metadata")
        {
            let dictionary = stream.dict.clone();
            *stream = deflated(dictionary, &stream.content);
        }
    }
}

fn information(imprint: &Imprint<'_>) -> Dictionary {
    let at = phrases::pdf_date(imprint.at);
    dictionary! {
        "Title" => words(imprint.title),
        "Author" => words(imprint.author),
        "Creator" => words(imprint.program),
        "Producer" => words(imprint.program),
        "CreationDate" => bytes(&at),
        "ModDate" => bytes(&at),
    }
}

fn attach(document: &mut Document, attachments: &[Attachment], at: UnixMillis) -> Vec<(String, ObjectId)> {
    let mut files: Vec<(String, ObjectId)> = attachments
        .iter()
        .map(|file| {
            let size = i64::try_from(file.content.len()).unwrap_or(i64::MAX);
            let params = dictionary! { "Size" => size, "ModDate" => bytes(&phrases::pdf_date(at)) };
            let head = dictionary! { "Type" => name("EmbeddedFile"), "Subtype" => name(file.mime), "Params" => params };
            let stream = document.add_object(deflated(head, &file.content));
            let specification = document.add_object(dictionary! {
                "Type" => name("Filespec"),
                "F" => bytes(&file.name),
                "UF" => words(&file.name),
                "Desc" => words(&file.says),
                "AFRelationship" => name("Data"),
                "EF" => dictionary! { "F" => stream, "UF" => stream },
            });
            (file.name.clone(), specification)
        })
        .collect();
    files.sort();
    files
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn deflated_xmp(document: &mut Document, imprint: &Imprint<'_>) -> ObjectId {
    let at = phrases::xmp_date(imprint.at);
    let (title, author, program) = (escaped(imprint.title), escaped(imprint.author), escaped(imprint.program));
    let packet = format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li><rdf:li xml:lang="zh-CN">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate><xmp:MetadataDate>{at}</xmp:MetadataDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<xmpMM:DocumentID>urn:sha256:{digest}</xmpMM:DocumentID>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}',
        digest = imprint.digest,
    );
    let head = dictionary! { "Type" => name("Metadata"), "Subtype" => name("XML") };
    document.add_object(lopdf::Stream::new(head, packet.into_bytes()).with_compression(false))
}
