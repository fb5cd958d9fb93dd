use std::fs;

use super::*;

#[test]
fn a_desk_opens_with_its_passphrase_and_no_other() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    assert!(matches!(Ledger::open(&desk.folder, "遴选 2027"), Err(LedgerError::WrongPassphrase)));
    desk.open().unwrap();
}

#[test]
fn a_new_passphrase_replaces_the_old_one_and_keeps_everything() {
    let (desk, mut ledger) = Desk::new();
    write(&mut ledger, |tx| tx.set_setting("theme", "dark"));
    let stored = store(&mut ledger, b"content");
    assert!(matches!(
        ledger.change_passphrase("wrong", "new", KdfCost::LIGHT),
        Err(LedgerError::WrongPassphrase)
    ));
    ledger.change_passphrase(PASSPHRASE, "new", KdfCost::LIGHT).unwrap();
    drop(ledger);
    assert!(matches!(desk.open(), Err(LedgerError::WrongPassphrase)));
    let ledger = Ledger::open(&desk.folder, "new").unwrap();
    assert_eq!(ledger.setting("theme").unwrap().as_deref(), Some("dark"));
    assert_eq!(ledger.documents().bytes(&stored.digest).unwrap(), b"content");
}

#[test]
fn a_second_opening_is_refused_while_the_first_lasts() {
    let (desk, ledger) = Desk::new();
    assert!(matches!(desk.open(), Err(LedgerError::Locked { .. })));
    drop(ledger);
    let ledger = desk.open().unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::Locked { .. })));
    drop(ledger);
    desk.open().unwrap();
}

#[test]
fn a_folder_without_a_desk_says_so_and_is_left_alone() {
    let home = TempDir::new().unwrap();
    assert!(matches!(Ledger::open(home.path(), PASSPHRASE), Err(LedgerError::NotADesk { .. })));
    assert!(matches!(
        Ledger::open(&home.path().join("nowhere"), PASSPHRASE),
        Err(LedgerError::NotADesk { .. })
    ));
    assert_eq!(files_below(home.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_desk_is_not_made_over_anything() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    let again = Ledger::create(&desk.folder, PASSPHRASE, KdfCost::LIGHT, NOW);
    assert!(matches!(again, Err(LedgerError::NotEmpty { .. })));
    let home = TempDir::new().unwrap();
    fs::write(home.path().join("论文.docx"), "x").unwrap();
    let beside = Ledger::create(home.path(), PASSPHRASE, KdfCost::LIGHT, NOW);
    assert!(matches!(beside, Err(LedgerError::NotEmpty { .. })));
}

#[test]
fn a_making_that_was_interrupted_can_begin_again() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    fs::remove_file(desk.folder.join("desk.toml")).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::NotADesk { .. })));
    drop(Ledger::create(&desk.folder, PASSPHRASE, KdfCost::LIGHT, NOW).unwrap());
    desk.open().unwrap();
}

#[test]
fn a_desk_of_a_newer_program_is_refused_untouched() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    desk.side_door().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::NewerSchema { found: 99, known }) if known == crate::migrations::known()));
    desk.side_door()
        .pragma_update(None, "user_version", crate::migrations::known())
        .unwrap();
    desk.open().unwrap();
    let file = desk.folder.join("desk.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("format = 1", "format = 2\ncolour = \"red\"")).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::NewerSchema { found: 2, known: 1 })));
}

#[test]
fn a_database_that_is_not_a_desks_is_refused() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    desk.side_door().pragma_update(None, "application_id", 1).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::Damaged { .. })));
}

#[test]
fn a_flipped_byte_on_any_page_is_noticed_when_the_desk_opens() {
    let (desk, mut ledger) = Desk::new();
    write(&mut ledger, |tx| {
        (0..40).try_for_each(|n| tx.set_setting(&format!("key-{n}"), &"值".repeat(500)))
    });
    drop(ledger);
    let file = desk.folder.join("desk.db");
    let sound = fs::read(&file).unwrap();
    let pages = sound.len() / 4096;
    assert!(pages > 10, "the database must be worth damaging");
    for page in (0..pages).step_by(5).chain([pages - 1]) {
        let mut bytes = sound.clone();
        bytes[page * 4096 + 1000] ^= 1;
        fs::write(&file, bytes).unwrap();
        let opened = desk.open();
        assert!(matches!(opened, Err(LedgerError::Damaged { .. })), "page {page}: {opened:?}");
    }
    fs::write(&file, &sound[..sound.len() / 2]).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::Damaged { .. })), "cut");
    fs::write(&file, b"").unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::Damaged { .. })), "emptied");
    fs::remove_file(&file).unwrap();
    assert!(matches!(desk.open(), Err(LedgerError::Damaged { .. })), "gone");
    fs::write(&file, sound).unwrap();
    desk.open().unwrap();
}

#[test]
fn a_damaged_desk_file_is_told_from_a_wrong_passphrase() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    let file = desk.folder.join("desk.toml");
    let text = fs::read_to_string(&file).unwrap();
    for (from, to) in [
        ("passes = 1", "passes = 2"),
        ("salt = \"", "salt = \"0"),
        ("[[slot]]", "[[slat]]"),
        ("format = 1", ""),
    ] {
        fs::write(&file, text.replace(from, to)).unwrap();
        assert!(matches!(desk.open(), Err(LedgerError::Damaged { .. })), "{from}");
    }
}

#[test]
fn a_changed_or_removed_journal_row_is_named_when_the_desk_opens() {
    for (change, seq) in [
        ("UPDATE journal SET detail = '{\"n\":9}' WHERE seq = 2", 2),
        ("UPDATE journal SET at = at + 1 WHERE seq = 3", 3),
        ("UPDATE journal SET by = NULL WHERE seq = 1", 1),
        ("DELETE FROM journal WHERE seq = 2", 2),
    ] {
        let (desk, mut ledger) = Desk::new();
        for n in 1..=4 {
            write(&mut ledger, |tx| {
                tx.append_journal("score", None, Some(&SECRETARY), NOW, &serde_json::json!({ "n": n }))
            });
        }
        drop(ledger);
        let side = desk.side_door();
        side.execute_batch("DROP TRIGGER journal_kept; DROP TRIGGER journal_stays;")
            .unwrap();
        side.execute(change, []).unwrap();
        drop(side);
        let opened = desk.open();
        assert!(
            matches!(opened, Err(LedgerError::JournalBroken { seq: s }) if s == seq),
            "{change}: {opened:?}"
        );
    }
}

#[test]
fn nothing_on_disk_is_in_clear() {
    const MARK: &str = "MARKER-7731 粤科创芯";
    let (desk, mut ledger) = Desk::new();
    let stored = store(&mut ledger, &format!("{MARK} {}", MARK.repeat(5000)).into_bytes());
    write(&mut ledger, |tx| {
        tx.set_setting(MARK, MARK)?;
        tx.put_identity(MARK.as_bytes(), NOW)?;
        tx.put_text(
            &stored.digest,
            &[crate::TextBlock {
                place: MARK.to_owned(),
                text: MARK.repeat(300),
            }],
        )?;
        tx.set_note(&number("GZ2026-001"), MARK, NOW)?;
        tx.put_dossier(&dossier("GZ2026-001", 1, &[(MARK, stored.digest)]), &Digest([1; 32]))?;
        tx.append_journal(MARK, None, None, NOW, &serde_json::json!({ "mark": MARK }))
    });
    let backup = desk.folder.parent().unwrap().join("desk.lxbackup");
    ledger.backup_to(&backup, NOW).unwrap();
    let home = desk.folder.parent().unwrap();
    for when in ["open", "closed"] {
        if when == "closed" {
            drop(std::mem::replace(&mut ledger, Desk::new().1));
        }
        let files = files_below(home);
        assert!(files.len() >= 5, "{files:?}");
        for path in files {
            let bytes = fs::read(&path).unwrap();
            for secret in [
                MARK.as_bytes(),
                b"MARKER-7731",
                "粤科创芯".as_bytes(),
                b"CREATE TABLE",
                b"GZ2026-001",
                &stored.digest.0,
            ] {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret), "{} while {when}", path.display());
            }
            assert!(
                !path.to_string_lossy().contains(&stored.digest.to_string()),
                "a plain digest is a name"
            );
        }
    }
}

#[test]
fn an_erased_desk_leaves_nothing() {
    let (desk, mut ledger) = Desk::new();
    store(&mut ledger, b"content");
    ledger.erase().unwrap();
    assert!(!desk.folder.exists());
}

#[test]
fn a_full_disk_is_said_and_what_was_acknowledged_stays() {
    let (desk, mut ledger) = Desk::new();
    write(&mut ledger, |tx| tx.set_setting("a", "safe"));
    let pages: i64 = ledger.conn.pragma_query_value(None, "page_count", |r| r.get(0)).unwrap();
    ledger.conn.pragma_update(None, "max_page_count", pages).unwrap();
    let refused = ledger.transaction(|tx| {
        tx.set_setting("a", "lost")?;
        tx.set_setting("b", &"满".repeat(100_000))
    });
    assert!(matches!(refused, Err(LedgerError::DiskFull)), "{refused:?}");
    drop(ledger);
    assert_eq!(desk.open().unwrap().setting("a").unwrap().as_deref(), Some("safe"));
}
