//! A process that writes is killed in mid-work, twenty times over.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use super::*;

const CHILD: &str = "LX_LEDGER_KILLED_DESK";

/// Writes until it is killed, saying after each write that it is safe. Does nothing in an ordinary run.
#[test]
#[allow(clippy::disallowed_methods, reason = "the parent names the desk in the environment")]
fn the_writer_that_is_killed() {
    let Some(folder) = env::var_os(CHILD) else { return };
    let mut ledger = Ledger::open(Path::new(&folder), PASSPHRASE).unwrap();
    let first: u64 = ledger.setting("count").unwrap().map_or(0, |t| t.parse().unwrap());
    for count in first + 1.. {
        let content = format!("document {count} ").repeat(5_000);
        let mut batch = ledger.documents().batch().unwrap();
        batch.store(&mut content.as_bytes()).unwrap();
        let durable = batch.commit().unwrap();
        write(&mut ledger, |tx| {
            tx.set_setting("count", &count.to_string())?;
            tx.put_documents(&durable)?;
            tx.append_journal("score", None, None, NOW, &serde_json::json!({ "count": count }))
        });
        println!("\nsafe {count}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn an_acknowledged_write_survives_a_kill_at_any_moment() {
    let (desk, ledger) = Desk::new();
    drop(ledger);
    let mut acknowledged = 0_u64;
    for round in 0..20_usize {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "tests::kill::the_writer_that_is_killed", "--nocapture"])
            .env(CHILD, &desk.folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let safe = lines.filter_map(|line| line.unwrap().strip_prefix("safe ").map(|n| n.parse::<u64>().unwrap()));
        // Read on until the child has certainly begun another write, then kill.
        acknowledged = safe.take(1 + round * 7 % 11).last().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();

        let ledger = desk.open().unwrap();
        let count: u64 = ledger.setting("count").unwrap().unwrap().parse().unwrap();
        assert!(
            count >= acknowledged,
            "round {round}: {acknowledged} was acknowledged, {count} is there"
        );
        let rows = ledger.journal().unwrap();
        assert_eq!(
            rows.len(),
            usize::try_from(count).unwrap(),
            "the count and its journal row are one whole"
        );
        let known = ledger.known_documents().unwrap();
        assert_eq!(known.len(), rows.len());
        for stored in &known {
            ledger.documents().bytes(&stored.digest).unwrap();
        }
        assert_eq!(files_below(ledger.documents().folder()).len(), known.len(), "orphans are swept");
    }
    assert!(acknowledged >= 20);
}
