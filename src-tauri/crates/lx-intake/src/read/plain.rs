//! Text and HTML.

use lx_domain::DocumentKind;

use super::Content;

/// The text behind bytes: by their mark, else UTF-8, else GB18030.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
            .0
            .into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Plain text: a line is a paragraph.
pub(crate) fn text(bytes: &[u8]) -> Content {
    let mut content = Content::of(DocumentKind::Text);
    for (number, line) in decode(bytes).lines().enumerate() {
        content.paragraph(format!("第{}行", number + 1), line.trim_end().to_owned(), None);
    }
    content
}

/// HTML: what stands between the tags; never shown as HTML.
pub(crate) fn html(bytes: &[u8]) -> Content {
    let mut content = Content::of(DocumentKind::Html);
    let stripped = strip(&decode(bytes));
    let lines = stripped.lines().map(str::trim).filter(|l| !l.is_empty());
    for (number, line) in lines.enumerate() {
        content.paragraph(format!("第{}段", number + 1), line.to_owned(), None);
    }
    content
}

fn strip(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        text.push_str(before);
        let lower: String = tag.chars().skip(1).take(10).collect::<String>().to_lowercase();
        if tag.starts_with("<!--") {
            rest = tag.find("-->").and_then(|at| tag.get(at + 3..)).unwrap_or("");
            continue;
        }
        if let Some(name) = ["script", "style"].into_iter().find(|n| lower.starts_with(n)) {
            let end = format!("</{name}");
            let ascii = tag.to_ascii_lowercase();
            rest = ascii
                .find(&end)
                .and_then(|at| tag.get(at..))
                .and_then(|t| t.find('>').and_then(|e| t.get(e + 1..)))
                .unwrap_or("");
            continue;
        }
        let blocks = [
            "br", "p", "/p", "div", "/div", "tr", "/tr", "li", "h1", "h2", "h3", "h4", "/h", "table", "/table", "title", "/title",
        ];
        if blocks.iter().any(|b| lower.starts_with(b)) {
            text.push('\n');
        } else if lower.starts_with("td") || lower.starts_with("th") {
            text.push(' ');
        }
        rest = tag.find('>').and_then(|at| tag.get(at + 1..)).unwrap_or("");
    }
    text.push_str(rest);
    quick_xml::escape::unescape_with(&text, |name| {
        if name == "nbsp" {
            Some(" ")
        } else {
            quick_xml::escape::resolve_xml_entity(name)
        }
    })
    .map_or_else(
        |_| {
            text.replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
        },
        std::borrow::Cow::into_owned,
    )
}

#[cfg(test)]
mod tests {
    use super::{decode, html, text};
    use crate::read::Piece;

    #[test]
    fn text_is_decoded_by_mark_then_utf_8_then_gb18030() {
        assert_eq!(decode(b"\xFF\xFE\x2D\x4E"), "中");
        assert_eq!(decode("中".as_bytes()), "中");
        assert_eq!(decode(b"\xD6\xD0"), "中");
        assert_eq!(text(b"a\n\nb").pieces.len(), 2);
    }

    #[test]
    fn scripts_and_tags_of_html_are_left_out() {
        let content = html("<html><script>var a='<p>x'</script><p>项目&nbsp;名称：甲</p><!-- no --></html>".as_bytes());
        let said: Vec<_> = content
            .pieces
            .iter()
            .map(|p| match p {
                Piece::Paragraph(p) => p.text.as_str(),
                Piece::Grid(_) => "",
            })
            .collect();
        assert_eq!(said, ["项目 名称：甲"]);
    }
}
