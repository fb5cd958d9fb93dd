use std::fs;

use super::*;
use crate::{check_backup, check_documents, restore_backup};

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
fn a_backup_of_damaged_documents_is_refused_and_the_earlier_one_stays() {
    let (_desk, mut ledger, file, stored) = backed_up();
    let others = [b"one".as_slice(), b"two"].map(|content| store(&mut ledger, content));
    ledger.backup_to(&file, NOW).unwrap();
    let (earlier, path) = (fs::read(&file).unwrap(), ledger.documents().path(&stored.digest));
    let whole = fs::read(&path).unwrap();
    let last = whole.len() - 1;
    type Damage<'d> = &'d dyn Fn(&mut Vec<u8>);
    let ways: [(&str, Damage<'_>); 5] = [
        ("emptied", &|b| b.clear()),
        ("one bit", &|b| b[100_000] ^= 1),
        ("one bit of the last", &|b| b[last] ^= 1),
        ("cut", &|b| b.truncate(70_000)),
        ("longer", &|b| b.push(0)),
    ];
    let refused = |ledger: &Ledger| match ledger.backup_to(&file, NOW) {
        Err(LedgerError::DamagedDocuments { documents }) => documents,
        other => panic!("{other:?}"),
    };
    for (way, damage) in ways {
        let mut bytes = whole.clone();
        damage(&mut bytes);
        fs::write(&path, bytes).unwrap();
        assert_eq!(refused(&ledger), [stored.digest], "{way}");
        assert_eq!(fs::read(&file).unwrap(), earlier, "{way}");
    }
    fs::remove_file(&path).unwrap();
    fs::copy(
        ledger.documents().path(&others[0].digest),
        ledger.documents().path(&others[1].digest),
    )
    .unwrap();
    let named = refused(&ledger);
    assert!(named.len() == 2 && named.contains(&stored.digest) && named.contains(&others[1].digest));
    assert_eq!(fs::read(&file).unwrap(), earlier);
    assert!(!file.with_file_name("备份.lxbackup.part").exists());
}

#[test]
fn a_backup_that_was_made_of_damaged_documents_does_not_hold() {
    let (_desk, mut ledger, file, stored) = backed_up();
    store(&mut ledger, b"another");
    ledger.backup_to(&file, NOW).unwrap();
    check_documents(&file, PASSPHRASE).unwrap();
    assert!(matches!(check_documents(&file, "其他"), Err(LedgerError::WrongPassphrase)));
    let name = format!("documents/{}", ledger.documents().name(&stored.digest));
    for (length, without_passphrase) in [(0, true), (150_000, false)] {
        let damaged = file.with_file_name("旧版.lxbackup");
        made_of_damaged(&file, &damaged, &name, length);
        let refused = |result| matches!(result, Err(LedgerError::BackupDamaged { count: 1, .. }));
        assert_eq!(refused(check_backup(&damaged)), without_passphrase, "{length}");
        assert!(refused(check_documents(&damaged, PASSPHRASE)), "{length}");
    }
}

/// The backup as a program would have made it that does not look at documents: one is cut and listed so.
fn made_of_damaged(sound: &Path, damaged: &Path, cut: &str, length: usize) {
    use std::io::{Read as _, Write as _};
    let mut archive = zip::ZipArchive::new(fs::File::open(sound).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(fs::File::create(damaged).unwrap());
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut digest = Digest::of(b"");
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if name == cut {
            bytes.truncate(length);
            digest = Digest::of(&bytes);
        } else if name == "manifest.json" {
            let mut manifest: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let files = manifest["files"].as_array_mut().unwrap();
            let listed = files.iter_mut().find(|f| f["name"] == cut).unwrap();
            listed["bytes"] = length.into();
            listed["sha256"] = serde_json::to_value(digest).unwrap();
            bytes = serde_json::to_vec(&manifest).unwrap();
        }
        out.start_file(name, options).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap();
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
