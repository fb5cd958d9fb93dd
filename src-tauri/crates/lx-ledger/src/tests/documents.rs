use std::{
    fs,
    io::{self, Read, Seek, SeekFrom},
    thread,
};

use super::*;

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|i| u8::try_from((i * 31 + i / 251) % 256).unwrap()).collect()
}

const LENGTHS: [usize; 10] = [0, 1, 65_503, 65_504, 65_505, 65_536, 131_039, 131_040, 131_072, 300_001];

#[test]
fn documents_of_every_length_come_back_whole_and_in_part() {
    let (desk, mut ledger) = Desk::new();
    let stored: Vec<Stored> = LENGTHS.iter().map(|length| store(&mut ledger, &content(*length))).collect();
    drop(ledger);
    let ledger = desk.open().unwrap();
    for (length, Stored { digest, bytes }) in LENGTHS.iter().zip(stored) {
        let whole = content(*length);
        assert_eq!((digest, bytes), (Digest::of(&whole), u64::try_from(*length).unwrap()));
        assert_eq!(ledger.documents().bytes(&digest).unwrap(), whole);
        let mut reader = ledger.documents().read(&digest).unwrap();
        for from in [0, length / 3, length.saturating_sub(40), *length, length + 10] {
            let mut part = vec![0; 100];
            reader.seek(SeekFrom::Start(u64::try_from(from).unwrap())).unwrap();
            let read = reader.read(&mut part).unwrap();
            let expected = whole.get(from..).unwrap_or_default();
            assert_eq!(part[..read], expected[..read], "{length} from {from}");
            assert!(read > 0 || expected.is_empty());
        }
        assert_eq!(reader.seek(SeekFrom::End(0)).unwrap(), reader.size());
        assert!(reader.seek(SeekFrom::Current(-(i64::try_from(*length).unwrap()) - 1)).is_err());
    }
}

#[test]
fn one_batch_takes_many_and_equal_ones_once() {
    let (_desk, mut ledger) = Desk::new();
    store(&mut ledger, b"already here");
    let mut batch = ledger.documents().batch().unwrap();
    for n in 0..50_usize {
        batch.store(&mut &content(n % 10 * 40_000)[..]).unwrap();
    }
    batch.store(&mut &b"already here"[..]).unwrap();
    let durable = batch.commit().unwrap();
    assert_eq!(durable.iter().count(), 11);
    write(&mut ledger, |tx| tx.put_documents(&durable));
    assert_eq!(ledger.known_documents().unwrap().len(), 11);
    assert_eq!(ledger.missing_documents().unwrap(), []);
    assert_eq!(files_below(ledger.documents().folder()).len(), 11);
}

#[test]
fn a_source_that_fails_costs_that_document_only() {
    struct Failing(usize);
    impl Read for Failing {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            self.0 -= 1;
            if self.0 == 0 {
                Err(io::Error::other("bad CRC"))
            } else {
                Ok(buf.len())
            }
        }
    }
    let (_desk, mut ledger) = Desk::new();
    let mut batch = ledger.documents().batch().unwrap();
    batch.store(&mut &b"one"[..]).unwrap();
    assert!(matches!(batch.store(&mut Failing(5)), Err(LedgerError::Source(e)) if e.to_string() == "bad CRC"));
    batch.store(&mut &b"two"[..]).unwrap();
    let durable = batch.commit().unwrap();
    write(&mut ledger, |tx| tx.put_documents(&durable));
    assert_eq!(ledger.documents().bytes(&Digest::of(b"two")).unwrap(), b"two");
    assert_eq!(files_below(ledger.documents().folder()).len(), 2);
}

#[test]
fn a_batch_that_is_dropped_leaves_nothing() {
    let (_desk, ledger) = Desk::new();
    let mut batch = ledger.documents().batch().unwrap();
    batch.store(&mut &content(500_000)[..]).unwrap();
    drop(batch);
    let folder = ledger.documents().folder().to_owned();
    drop(ledger);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "gone when the desk is closed");
}

#[test]
fn a_batch_begins_after_what_was_given_up_is_gone() {
    let (_desk, ledger) = Desk::new();
    let staged = || fs::read_dir(ledger.documents().folder()).unwrap().count();
    for _ in 0..20 {
        let mut batch = ledger.documents().batch().unwrap();
        assert_eq!(staged(), 1, "only its own folder");
        batch.store(&mut &content(300_000)[..]).unwrap();
        batch.store_beside(Box::new(io::repeat(7))).unwrap();
    }
    assert!(ledger.documents().free_bytes().is_none_or(|free| free > 0));
    assert_eq!(staged(), 0, "free space counts what was given up");
}

#[test]
fn what_no_row_names_is_swept_when_the_desk_opens() {
    let (desk, mut ledger) = Desk::new();
    let kept = store(&mut ledger, b"kept");
    let mut batch = ledger.documents().batch().unwrap();
    batch.store(&mut &b"orphan"[..]).unwrap();
    let _ = batch.commit().unwrap();
    let folder = ledger.documents().folder().to_owned();
    drop(ledger);
    fs::create_dir(folder.join("incoming-0011")).unwrap();
    fs::write(folder.join("incoming-0011/under-way"), "half").unwrap();
    fs::write(folder.join("读我.txt"), "not ours").unwrap();
    let ledger = desk.open().unwrap();
    assert!(ledger.documents().contains(&kept.digest));
    assert!(!ledger.documents().contains(&Digest::of(b"orphan")));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "the kept document and the stranger");
}

#[test]
fn a_document_that_was_cut_swapped_or_changed_is_never_shown() {
    let (_desk, mut ledger) = Desk::new();
    let (a, b) = (store(&mut ledger, &content(200_000)), store(&mut ledger, &content(200_001)));
    let (path_a, path_b) = (ledger.documents().path(&a.digest), ledger.documents().path(&b.digest));
    let (sound_a, sound_b) = (fs::read(&path_a).unwrap(), fs::read(&path_b).unwrap());
    for cut in [0, 10, 150, 300, 65_000, 65_752, 131_000, sound_a.len() - 33, sound_a.len() - 1] {
        fs::write(&path_a, &sound_a[..cut]).unwrap();
        let read = ledger.documents().read(&a.digest);
        assert!(
            matches!(read, Err(LedgerError::Altered { digest }) if digest == a.digest),
            "cut at {cut}"
        );
    }
    fs::write(&path_a, &sound_b).unwrap();
    assert!(
        matches!(ledger.documents().read(&a.digest), Err(LedgerError::Altered { .. })),
        "another document in its place"
    );
    let mut flipped = sound_a.clone();
    flipped[100_000] ^= 1;
    fs::write(&path_a, flipped).unwrap();
    assert!(matches!(ledger.documents().bytes(&a.digest), Err(LedgerError::Altered { .. })));
    let mut reader = ledger.documents().read(&a.digest).unwrap();
    assert!(reader.read_to_end(&mut Vec::new()).is_err(), "the changed part is not handed out");
    fs::remove_file(&path_a).unwrap();
    assert!(matches!(ledger.documents().read(&a.digest), Err(LedgerError::MissingDocument { digest }) if digest == a.digest));
    assert_eq!(ledger.missing_documents().unwrap(), [a.digest]);
}

#[test]
fn documents_are_read_from_several_threads() {
    let (_desk, mut ledger) = Desk::new();
    let stored = store(&mut ledger, &content(200_000));
    let readers: Vec<_> = (0..4)
        .map(|_| {
            let documents = ledger.documents().clone();
            thread::spawn(move || documents.bytes(&stored.digest).unwrap().len())
        })
        .collect();
    for reader in readers {
        assert_eq!(reader.join().unwrap(), 200_000);
    }
}

#[test]
fn a_cleared_desk_keeps_the_originals_only() {
    let (desk, mut ledger) = Desk::new();
    let (package, inner) = (store(&mut ledger, b"package"), store(&mut ledger, b"inner"));
    write(&mut ledger, |tx| {
        let original = crate::Original {
            version: 1,
            name: "a.zip".to_owned(),
            digest: package.digest,
            bytes: package.bytes,
        };
        tx.put_original(&number("P-01"), &original)?;
        tx.forget_documents()
    });
    assert_eq!(ledger.originals(&number("P-01")).unwrap()[0].digest, package.digest);
    drop(ledger);
    let ledger = desk.open().unwrap();
    assert!(ledger.documents().contains(&package.digest) && !ledger.documents().contains(&inner.digest));
}
