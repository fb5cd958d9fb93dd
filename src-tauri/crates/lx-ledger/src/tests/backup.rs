use std::fs;

use super::*;
use crate::{check_backup, restore_backup};

fn backed_up() -> (Desk, Ledger, PathBuf, Stored) {
    let (desk, mut ledger) = Desk::new();
    let stored = store(&mut ledger, &vec![42; 200_000]);
    write(&mut ledger, |tx| {
        tx.set_setting("theme", "dark")?;
        tx.append_journal("import", None, None, NOW, &serde_json::json!({}))
    });
    let file = desk.folder.parent().unwrap().join("备份.lxbackup");
    (desk, ledger, file, stored)
}

#[test]
fn a_restored_backup_opens_with_everything_in_it() {
    let (desk, mut ledger, file, stored) = backed_up();
    let made = ledger.backup_to(&file, NOW).unwrap();
    assert_eq!((made.files, made.made_at), (3, NOW));
    write(&mut ledger, |tx| tx.set_setting("theme", "light"));
    assert_eq!(check_backup(&file).unwrap(), made);
    let folder = desk.folder.parent().unwrap().join("restored");
    assert_eq!(restore_backup(&file, &folder).unwrap(), made);
    let restored = Ledger::open(&folder, PASSPHRASE).unwrap();
    assert_eq!(restored.setting("theme").unwrap().as_deref(), Some("dark"));
    assert_eq!(restored.documents().bytes(&stored.digest).unwrap(), vec![42; 200_000]);
    assert_eq!(restored.journal().unwrap(), ledger.journal().unwrap());
    assert!(matches!(restore_backup(&file, &folder), Err(LedgerError::NotEmpty { .. })));
    assert!(matches!(restore_backup(&file, &desk.folder), Err(LedgerError::NotEmpty { .. })));
}

#[test]
fn a_backup_goes_over_an_earlier_one_and_leaves_no_trace_on_the_desk() {
    let (desk, ledger, file, _) = backed_up();
    ledger.backup_to(&file, NOW).unwrap();
    ledger.backup_to(&file, UnixMillis(NOW.0 + 1)).unwrap();
    assert_eq!(check_backup(&file).unwrap().made_at, UnixMillis(NOW.0 + 1));
    let names: Vec<_> = fs::read_dir(&desk.folder)
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(!names.iter().any(|n| n.contains("copy")), "{names:?}");
}

#[test]
fn a_backup_without_a_document_is_refused_and_not_left_behind() {
    let (desk, ledger, file, stored) = backed_up();
    fs::remove_file(ledger.documents().path(&stored.digest)).unwrap();
    assert!(matches!(ledger.backup_to(&file, NOW), Err(LedgerError::MissingDocument { .. })));
    assert_eq!(fs::read_dir(desk.folder.parent().unwrap()).unwrap().count(), 1, "only the desk");
}

#[test]
fn a_damaged_backup_is_noticed_and_nothing_is_restored() {
    let (desk, ledger, file, _) = backed_up();
    ledger.backup_to(&file, NOW).unwrap();
    let sound = fs::read(&file).unwrap();
    let folder = desk.folder.parent().unwrap().join("restored");
    let last = sound.len() - 1;
    for at in [200, sound.len() / 2, last - 2000] {
        let mut bytes = sound.clone();
        bytes[at] ^= 1;
        fs::write(&file, bytes).unwrap();
        assert!(matches!(check_backup(&file), Err(LedgerError::BackupBroken { .. })), "byte {at}");
        assert!(
            matches!(restore_backup(&file, &folder), Err(LedgerError::BackupBroken { .. })),
            "byte {at}"
        );
        assert!(!folder.exists() || files_below(&folder).is_empty(), "byte {at}");
    }
    fs::write(&file, &sound[..sound.len() / 2]).unwrap();
    assert!(matches!(check_backup(&file), Err(LedgerError::BackupBroken { .. })), "cut");
}

#[test]
fn a_file_that_is_no_backup_is_not_called_a_damaged_desk() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("汇总表.xlsx");
    let mut sheet = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    sheet
        .start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    for bytes in [b"not a backup".to_vec(), Vec::new(), sheet.finish().unwrap().into_inner()] {
        fs::write(&file, bytes).unwrap();
        for refused in [check_backup(&file), restore_backup(&file, &home.path().join("desk"))] {
            assert!(matches!(refused, Err(LedgerError::NotABackup { .. })), "{refused:?}");
        }
    }
    assert!(matches!(check_backup(home.path()), Err(LedgerError::NotABackup { .. })), "a folder");
}

#[test]
fn a_backup_cannot_write_outside_the_desk() {
    use std::io::Write as _;
    let home = TempDir::new().unwrap();
    let file = home.path().join("evil.lxbackup");
    let mut zip = zip::ZipWriter::new(fs::File::create(&file).unwrap());
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let names = ["desk.toml", "desk.db", "../escaped"];
    for name in names {
        zip.start_file(name, options).unwrap();
    }
    let empty = Digest::of(b"");
    let files: Vec<_> = names
        .iter()
        .map(|n| serde_json::json!({ "name": n, "bytes": 0, "sha256": empty }))
        .collect();
    zip.start_file("manifest.json", options).unwrap();
    zip.write_all(
        serde_json::json!({ "format": 1, "made_at": 0, "files": files })
            .to_string()
            .as_bytes(),
    )
    .unwrap();
    zip.finish().unwrap();
    assert!(matches!(
        restore_backup(&file, &home.path().join("desk")),
        Err(LedgerError::BackupBroken { .. })
    ));
    assert!(!home.path().join("escaped").exists());
}
