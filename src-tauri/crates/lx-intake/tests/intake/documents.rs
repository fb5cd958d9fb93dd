//! Single documents: their kinds, what they show, and what goes wrong with them.

use lx_domain::DocumentKind;
use lx_intake::{Block, ViewError, view};

use crate::{
    desk::{codes, found, take_files},
    forge::{docx, entry, ole, p, table, xlsx, zip},
};

#[test]
fn the_kind_is_that_of_the_content() {
    let ofd = zip(&[
        entry(
            "OFD.xml",
            b"<ofd:OFD xmlns:ofd='x'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        entry(
            "Doc_0/Document.xml",
            b"<ofd:Document xmlns:ofd='x'><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>",
        ),
        entry(
            "Doc_0/Pages/Page_0/Content.xml",
            "<ofd:Page xmlns:ofd='x'><ofd:TextCode>项目名称：版式文件项目</ofd:TextCode></ofd:Page>".as_bytes(),
        ),
    ]);
    let ods = zip(&[
        entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        entry("content.xml", "<o xmlns:table='t' xmlns:text='x'><table:table table:name='甲'><table:table-row table:number-rows-repeated='900000'><table:table-cell table:number-columns-repeated='16000'/></table:table-row><table:table-row><table:table-cell><text:p>牵头单位</text:p></table:table-cell><table:table-cell><text:p>甲示例证券股份有限公司</text:p></table:table-cell></table:table-row></table:table></o>".as_bytes()),
    ]);
    let d = take_files(
        "包",
        &[
            ("a.pdf", ofd),
            ("b.xls", ods),
            ("c.doc", docx(&p("文"))),
            ("d.txt", "中文".as_bytes().to_vec()),
            ("e.jpg", b"\xFF\xD8\xFF\xE0".to_vec()),
        ],
    );
    let kinds: Vec<_> = d.documents.iter().map(|d| d.kind).collect();
    assert_eq!(
        kinds,
        [
            DocumentKind::Ofd,
            DocumentKind::Ods,
            DocumentKind::Docx,
            DocumentKind::Text,
            DocumentKind::Picture
        ]
    );
    assert_eq!(d.title, "版式文件项目");
    assert_eq!(d.applicants[0].name, "甲示例证券股份有限公司");
    assert_eq!(d.documents[0].pages, Some(1));
}

#[test]
fn a_document_that_cannot_be_read_is_kept_and_said() {
    let broken = zip(&[entry("[Content_Types].xml", b"x"), entry("xl/workbook.xml", b"<broken")]);
    let files = [
        ("a.doc", ole("WordDocument")),
        ("b.pdf", b"%PDF-1.7 broken".to_vec()),
        ("c.xlsx", broken),
        ("d.rar", b"Rar!\x1A\x07\x00".to_vec()),
        ("e.txt", Vec::new()),
        ("f.txt", Vec::new()),
    ];
    let d = take_files("包", &files);
    assert_eq!(d.documents.len(), 6);
    assert!(
        found(&d, "duplicate_document").is_empty(),
        "that both are empty makes them no copies"
    );
    assert_eq!(found(&d, "document_unreadable").len(), 3, "{:?}", codes(&d));
    assert_eq!(found(&d, "document_not_opened")[0].args["document"], "d.rar");
    assert_eq!(found(&d, "empty_document")[0].args["document"], "e.txt");
}

/// Found by fuzzing: the PDF library slices this one inside of a character.
#[test]
fn a_document_over_which_a_reader_panics_is_kept_and_said() {
    let d = take_files(
        "包",
        &[
            ("a.pdf", include_bytes!("../vectors/crash.pdf").to_vec()),
            ("b.txt", "项目名称：跨境数据流动试点平台".as_bytes().to_vec()),
        ],
    );
    assert_eq!(d.documents.len(), 2);
    assert_eq!(d.title, "跨境数据流动试点平台");
    assert_eq!(found(&d, "document_unreadable")[0].args["reason"], "crash");
}

#[test]
fn a_part_that_unpacks_to_too_much_is_not_read() {
    let xml = crate::forge::Entry {
        method: 8,
        ..entry("word/document.xml", &vec![b' '; 65 << 20])
    };
    let bomb = zip(&[entry("[Content_Types].xml", b"x"), xml]);
    let d = take_files("包", &[("a.docx", bomb)]);
    assert_eq!(found(&d, "document_unreadable")[0].args["reason"], "size");
}

#[test]
fn tracked_changes_hidden_text_macros_and_authors_are_said() {
    let body = r#"<w:document xmlns:w="w"><w:body><w:p><w:ins w:author="李修订"><w:r><w:t>加</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>也藏</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;
    let bytes = zip(&[
        entry("[Content_Types].xml", b"x"),
        entry("word/document.xml", body.as_bytes()),
        entry(
            "word/comments.xml",
            r#"<w:comments xmlns:w="w"><w:comment w:author="王批注"><w:p/></w:comment></w:comments>"#.as_bytes(),
        ),
        entry("word/vbaProject.bin", b"x"),
        entry("word/embeddings/o.bin", b"x"),
        entry(
            "docProps/core.xml",
            "<c xmlns:dc='d'><dc:creator>张评审</dc:creator><lastModifiedBy>Administrator</lastModifiedBy></c>".as_bytes(),
        ),
    ]);
    let d = take_files("包", &[("a.docx", bytes)]);
    for code in ["tracked_changes", "hidden_content", "comments_left", "macros", "embedded_objects"] {
        assert_eq!(found(&d, code).len(), 1, "{code}");
    }
    assert_eq!(found(&d, "author_metadata")[0].args["authors"], "张评审、李修订、王批注");
    let places = |code: &str| found(&d, code)[0].evidence.iter().map(|s| s.place.clone()).collect::<Vec<_>>();
    assert_eq!(places("tracked_changes"), ["第1段"]);
    assert_eq!(places("hidden_content"), ["第1段", "表1"]);
}

#[test]
fn hidden_rows_and_columns_that_say_something_are_named_by_their_cells() {
    let plain = xlsx(&[&["项目名称", "甲乙丙丁项目", "藏"], &["备注", "行", ""], &["", "", ""]]);
    let bytes = crate::forge::patched(&plain, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace("<sheetData>", r#"<cols><col min="3" max="9" hidden="1"/></cols><sheetData>"#)
            .replace(r#"<row r="2">"#, r#"<row r="2" hidden="1">"#)
    });
    let d = take_files("包", &[("a.xlsx", bytes)]);
    let places: Vec<_> = found(&d, "hidden_content")[0].evidence.iter().map(|s| s.place.as_str()).collect();
    assert_eq!(places, ["S!C1", "S!A2", "S!B2"]);
    let d = take_files("包", &[("a.xlsx", plain)]);
    assert!(found(&d, "hidden_content").is_empty());
}

#[test]
fn documents_are_shown_as_headings_paragraphs_and_tables() {
    let bytes = docx(&format!(
        "{}{}",
        p("甲"),
        table(&[&["a|2", "b"], &["v:c", "d", "e"], &["^", "f", "g"]])
    ));
    let shown = view(DocumentKind::Docx, &bytes).unwrap();
    let rows = vec![vec!["a", "", "b"], vec!["c", "d", "e"], vec!["", "f", "g"]];
    assert_eq!(
        shown.blocks,
        [
            Block::Paragraph {
                text: "甲".into(),
                place: "第1段".into()
            },
            Block::Table {
                place: "表1".into(),
                rows: rows.into_iter().map(|r| r.into_iter().map(str::to_owned).collect()).collect()
            },
        ]
    );
    let sheet = view(DocumentKind::Xlsx, &xlsx(&[&["甲", "#5"], &["", "乙"]])).unwrap();
    let rows = vec![vec!["甲".to_owned(), "5".to_owned()], vec![String::new(), "乙".to_owned()]];
    assert_eq!(sheet.blocks, [Block::Sheet { name: "S".into(), rows }]);
    assert_eq!(view(DocumentKind::Pdf, b"%PDF"), Err(ViewError::NotBlocks(DocumentKind::Pdf)));
    assert!(matches!(
        view(DocumentKind::Docx, b"PK\x03\x04"),
        Err(ViewError::NotBlocks(_) | ViewError::Unreadable(_))
    ));
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    let both = [
        include_str!("../../../../../assets/i18n/zh-CN/findings.ftl"),
        include_str!("../../../../../assets/i18n/en/findings.ftl"),
    ];
    let ids = |text: &str| {
        text.lines()
            .filter_map(|l| l.split_once(" = "))
            .map(|(id, _)| id.to_owned())
            .filter(|id| id.starts_with("finding-"))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(both[0]), ids(both[1]), "the same messages in the same order");
    let sources = [
        include_str!("../../src/archive/unpack.rs"),
        include_str!("../../src/archive/zip.rs"),
        include_str!("../../src/take.rs"),
        include_str!("../../src/findings/completeness.rs"),
        include_str!("../../src/findings/contradictions.rs"),
        include_str!("../../src/findings/documents.rs"),
        include_str!("../../src/findings/identity.rs"),
        include_str!("../../src/findings/licences.rs"),
        include_str!("../../src/findings/periods.rs"),
        include_str!("../../src/findings/scales.rs"),
        include_str!("../../src/findings/signing.rs"),
    ];
    for source in sources {
        for call in ["warning(\"", "info(\"", "remark(Severity::Error, \""] {
            for (at, _) in source.match_indices(call) {
                let code = source[at + call.len()..].split('"').next().unwrap();
                let id = format!("finding-{}", code.replace('_', "-"));
                assert!(ids(both[0]).contains(&id), "{id} has no words");
            }
        }
    }
}

#[test]
fn a_document_that_breaks_off_is_said_to_and_nothing_behind_is_called_missing() {
    for fault in ["<w:p><w:r><w:t>乱<<</w:t></w:r></w:p>", "<w:p><w:r>"] {
        let body = [p("试点方案"), p("本项目分三个阶段实施。"), fault.to_owned(), p("业务流程")].concat();
        let d = take_files("包", &[("03试点方案.docx", docx(&body))]);
        assert_eq!(found(&d, "document_broken").len(), 1, "{fault}: {:?}", codes(&d));
        assert!(found(&d, "absent_section").is_empty(), "{fault}");
    }
    let whole = take_files("包", &[("03试点方案.docx", docx(&p("试点方案")))]);
    assert!(found(&whole, "document_broken").is_empty());
}
