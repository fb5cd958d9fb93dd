//! A person ends an import: from that moment until the answer, at the longest of ten moments. What was given up is removed
//! beside what follows, and is gone before the next import begins.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use lx_domain::{Role, UnixMillis};
use lx_steps::{KdfCost, Watch, identity, intake, opening, profiles};

use crate::{
    importing,
    table::{Goal, Row},
};

const AT: UnixMillis = UnixMillis(1_794_000_000_000);
const MOMENTS: u64 = 10;
const PACKAGE_BYTES: u64 = 400_000_000;

/// Measures it.
pub fn row() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("GZ2026-900 大包.zip");
    importing::make(&package);
    let chair = identity::Enrolment {
        name: "组长".to_owned(),
        org: "示例研究院".to_owned(),
        role: Role::Chair,
    };
    let mut desk = identity::create(&folder.path().join("desk"), "口令", &chair, KdfCost::LIGHT, AT).expect("a desk");
    let profile = profiles::find("guangzhou-2022").expect("a profile");
    opening::create_batch(&mut desk, "测速批次", profile, false, AT).expect("a batch");
    let longest = (0..MOMENTS).map(|nth| {
        let mut hand = Hand {
            after: PACKAGE_BYTES * nth / MOMENTS,
            asked: None,
        };
        let ended = intake::import(&mut desk, std::slice::from_ref(&package), &mut hand, AT).expect("an answer");
        let took = hand.asked.expect("the moment came").elapsed();
        assert!(ended.taken.is_empty(), "{nth}");
        took
    });
    Row {
        what: "cancel an import of 400 MB, until the answer".to_owned(),
        ours: longest.max().unwrap_or_default().into(),
        beside: "–".to_owned(),
        theirs: None,
        goal: Goal::Most(Duration::from_millis(200).into()),
    }
}

/// Asks for the end once so many bytes are taken, right after the import has looked whether it may go on.
struct Hand {
    after: u64,
    asked: Option<Instant>,
}

impl Watch for Hand {
    fn progress(&mut self, bytes: u64, _: u64, _: &str) -> ControlFlow<()> {
        if self.asked.is_some() {
            return ControlFlow::Break(());
        }
        self.asked = (bytes >= self.after).then(Instant::now);
        ControlFlow::Continue(())
    }
}
