use super::*;
use crate::{Correction, EnvelopeKind, Export, Original, Part};

fn filled() -> (Desk, Ledger) {
    let (desk, mut ledger) = Desk::new();
    let stored = store(&mut ledger, b"package");
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-001", 1, &[("申报书.docx", stored.digest)]), &Digest([1; 32]))?;
        let original = Original {
            version: 1,
            name: "a.zip".to_owned(),
            digest: stored.digest,
            bytes: stored.bytes,
        };
        tx.put_original(&number("GZ2026-001"), &original)?;
        let part = Part {
            name: "a.zip".to_owned(),
            digest: stored.digest,
        };
        tx.put_parts(&number("GZ2026-001"), 1, &[part])?;
        tx.put_correction(&Correction {
            number: number("GZ2026-001"),
            version: 1,
            about: lx_domain::Corrected::Field(lx_domain::FieldId::Title),
            value: "新名称".to_owned(),
            reason: "笔误".to_owned(),
            by: SECRETARY,
            at: NOW,
        })?;
        tx.put_envelope(EnvelopeKind::Sheet, &Digest([3; 32]), b"{}", NOW)?;
        tx.put_export(&Export {
            kind: "sheet".to_owned(),
            path: "/media/stick/a.lxsheet".to_owned(),
            digest: Digest([4; 32]),
            recipient: None,
            by: Some(SECRETARY),
            at: NOW,
        })?;
        tx.put_admission(
            &lx_domain::Admission {
                number: number("GZ2026-001"),
                dossier: Digest([1; 32]),
                items: std::collections::BTreeMap::new(),
                outcome: lx_domain::Outcome::Supplement,
                reason: "缺承诺函".to_owned(),
                by: SECRETARY,
                at: NOW,
                profile: None,
                first_reading: None,
            },
            1,
        )?;
        tx.put_issued(&crate::Issued {
            number: number("GZ2026-001"),
            version: 1,
            kind: "notice".to_owned(),
            paper: "{}".to_owned(),
            digest: Digest([6; 32]),
            by: SECRETARY,
            at: NOW,
        })?;
        tx.put_carried(&crate::Carried {
            number: number("GZ2026-001"),
            carry: Digest([3; 32]),
            former: number("GZ2025-007"),
            vouched: "nobody".to_owned(),
            by: SECRETARY,
            at: NOW,
        })?;
        tx.append_journal("import", None, None, NOW, &serde_json::json!({}))
    });
    (desk, ledger)
}

#[test]
fn triggers_refuse_update_delete_and_replace_on_sealed_rows() {
    let (_desk, mut ledger) = filled();
    for table in [
        "dossier",
        "dossier_document",
        "original",
        "part",
        "correction",
        "envelope",
        "export",
        "journal",
        "screened",
        "issued",
        "carried",
    ] {
        let column = ledger.row(&format!("SELECT name FROM pragma_table_info('{table}') LIMIT 1"), [], |r| {
            Ok(r.get::<_, String>(0)?)
        });
        let column = column.unwrap().unwrap();
        for change in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            let refused = ledger.transaction(|tx| tx.run(&change, []));
            assert!(
                matches!(&refused, Err(LedgerError::Sealed { table: t }) if t == table),
                "{change}: {refused:?}"
            );
        }
        let rows = ledger
            .row(&format!("SELECT count(*) FROM {table}"), [], |r| Ok(r.get::<_, i64>(0)?))
            .unwrap();
        assert_eq!(rows, Some(1), "{table}");
    }
}

#[test]
fn a_version_of_a_dossier_is_never_replaced() {
    let (_desk, mut ledger) = filled();
    let again = ledger.transaction(|tx| tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([8; 32])));
    assert!(matches!(again, Err(LedgerError::Sealed { .. })));
    write(&mut ledger, |tx| tx.put_dossier(&dossier("GZ2026-001", 2, &[]), &Digest([2; 32])));
    let versions = ledger.dossier_versions(&number("GZ2026-001")).unwrap();
    assert_eq!(
        versions.iter().map(|(d, v)| (d.0[0], v.version)).collect::<Vec<_>>(),
        [(1, 1), (2, 2)]
    );
    assert_eq!(ledger.dossier(&number("GZ2026-001")).unwrap().unwrap().1.version, 2);
}

#[test]
fn a_signed_file_is_kept_once_and_its_countersigned_form_beside_it() {
    let (_desk, mut ledger) = Desk::new();
    let batch = Digest([5; 32]);
    let new = write(&mut ledger, |tx| {
        Ok([
            tx.put_envelope(EnvelopeKind::Batch, &batch, b"one signature", NOW)?,
            tx.put_envelope(EnvelopeKind::Batch, &batch, b"one signature", NOW)?,
            tx.put_envelope(EnvelopeKind::Batch, &Digest([6; 32]), b"another", NOW)?,
            tx.put_envelope(EnvelopeKind::Batch, &batch, b"two signatures", UnixMillis(NOW.0 + 1))?,
        ])
    });
    assert_eq!(new, [true, false, true, true]);
    let kept = ledger.envelopes(EnvelopeKind::Batch).unwrap();
    assert_eq!(
        kept.iter().map(|e| e.bytes.as_slice()).collect::<Vec<_>>(),
        [&b"two signatures"[..], b"another"]
    );
    assert_eq!(
        ledger.envelope(EnvelopeKind::Batch, &batch).unwrap().unwrap().bytes,
        b"two signatures"
    );
    assert_eq!(ledger.envelope(EnvelopeKind::Sheet, &batch).unwrap(), None);
    let elsewhere = ledger.transaction(|tx| tx.put_envelope(EnvelopeKind::Sheet, &batch, b"another", NOW));
    assert!(elsewhere.is_err(), "one file cannot be two things");
}

#[test]
fn a_signed_file_altered_on_disk_is_named() {
    let (desk, ledger) = filled();
    drop(ledger);
    desk.side_door()
        .execute_batch("DROP TRIGGER envelope_kept; UPDATE envelope SET bytes = x'7b207d';")
        .unwrap();
    let ledger = desk.open().unwrap();
    let found = ledger.envelopes(EnvelopeKind::Sheet);
    assert!(matches!(found, Err(LedgerError::Altered { digest }) if digest == Digest([3; 32])));
}

#[test]
fn another_number_moves_every_row_and_leaves_them_sealed() {
    let (_desk, mut ledger) = filled();
    let (from, to) = (number("GZ2026-001"), number("GZ2026-031"));
    write(&mut ledger, |tx| tx.put_aside(&aside(&from, "逾期"), &SECRETARY, NOW));
    let mut restated = ledger.dossier_versions(&from).unwrap();
    for (digest, dossier) in &mut restated {
        *digest = Digest([9; 32]);
        dossier.number = to.clone();
    }
    write(&mut ledger, |tx| tx.renumber(&from, &to, &restated));
    assert!(ledger.dossier(&from).unwrap().is_none());
    assert_eq!(ledger.dossier_versions(&to).unwrap(), restated);
    assert_eq!(ledger.set_aside().unwrap()[0].number, to);
    assert_eq!(ledger.carried().unwrap()[0].number, to);
    assert_eq!((ledger.originals(&to).unwrap().len(), ledger.parts(&to, 1).unwrap().len()), (1, 1));
    assert_eq!((ledger.corrections(&to).unwrap().len(), ledger.issued(&to).unwrap().len()), (1, 1));
    assert!(ledger.screened(&to).unwrap().values().all(|a| a.number == to));
    for table in [
        "dossier",
        "dossier_document",
        "original",
        "part",
        "correction",
        "screened",
        "issued",
        "carried",
    ] {
        let refused = ledger.transaction(|tx| tx.run(&format!("UPDATE {table} SET number = 'X'"), []));
        assert!(
            matches!(&refused, Err(LedgerError::Sealed { table: t }) if t == table),
            "{table}: {refused:?}"
        );
    }
    write(&mut ledger, |tx| tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([5; 32])));
    let taken = ledger.transaction(|tx| tx.renumber(&from, &to, &[]));
    assert!(taken.is_err(), "a number that is taken");
    assert!(ledger.dossier(&from).unwrap().is_some(), "and nothing was changed");
    let sealed = ledger.transaction(|tx| tx.run("DELETE FROM dossier", []));
    assert!(matches!(sealed, Err(LedgerError::Sealed { .. })));
}
