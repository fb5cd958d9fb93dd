//! Documents that would take the whole program with them, were they not read in a process of their own.

use lx_tests::linxuan;

use super::*;

/// Arrays in arrays in arrays: a reader that follows them runs out of stack.
fn nested_pdf() -> Vec<u8> {
    let nested = "[".repeat(1_000_000);
    let bodies = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/X {nested}"),
    ];
    let (mut pdf, mut places) = (String::from("%PDF-1.4\n"), Vec::new());
    for (nth, body) in bodies.iter().enumerate() {
        places.push(pdf.len());
        pdf.push_str(&format!("{} 0 obj\n{body}\nendobj\n", nth + 1));
    }
    let start = pdf.len();
    let table: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    pdf.push_str(&format!(
        "xref\n0 4\n0000000000 65535 f \n{table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    ));
    pdf.into_bytes()
}

/// Thirty million paragraphs of nothing.
fn endless_lines() -> Vec<u8> {
    b"x\n".repeat(30_000_000)
}

fn import(file: &str, bytes: &[u8]) -> serde_json::Value {
    let Office { folder, desk } = Office::new();
    drop(desk);
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("passphrase"), PASSPHRASE).expect("the passphrase");
    fs::write(
        path("GZ2026-001 甲.zip"),
        zip(&[("01项目申报书.txt", &form("甲项目", "粤海示例证券")), (file, bytes)]),
    )
    .expect("a package");
    let said = linxuan(&[
        "--desk",
        &path("desk"),
        "--passphrase-file",
        &path("passphrase"),
        "import",
        &path("GZ2026-001 甲.zip"),
    ]);
    assert_eq!(said.exit, 0, "{}", said.json);
    let application = said.json["applications"][0].clone();
    assert_eq!(application["title"], "甲项目", "the other documents are read");
    application
}

fn reason(application: &serde_json::Value) -> Option<&str> {
    let findings = application["findings"].as_array()?;
    let unreadable = findings.iter().find(|f| f["code"] == "document_unreadable")?;
    unreadable["message"].as_str()
}

#[test]
fn a_document_that_overflows_the_stack_of_its_reader_is_a_finding_and_the_rest_is_read() {
    let application = import("02章程.pdf", &nested_pdf());
    let says = reason(&application).unwrap_or_default();
    assert!(says.contains("02章程.pdf") && says.contains("文件结构异常"), "{says}");
}

#[test]
fn a_document_that_asks_for_all_the_memory_is_a_finding_and_the_rest_is_read() {
    let application = import("02说明.txt", &endless_lines());
    let says = reason(&application).unwrap_or_default();
    assert!(says.contains("02说明.txt") && says.contains("内存"), "{says}");
}
