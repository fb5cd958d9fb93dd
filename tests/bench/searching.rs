//! Search in the text of a whole batch beside `rg` over the same text laid out as files: a word that stands once, and
//! the first hit of a word that stands everywhere. `LINXUAN_BENCH_TEXT_MB` sets how much text there is.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use lx_domain::{Role, UnixMillis};
use lx_steps::{Desk, KdfCost, Unwatched, identity, intake, opening, profiles, searching};

use crate::table::{Amount, Goal, Row, middle_of_three};

const AT: UnixMillis = UnixMillis(1_794_000_000_000);
const FILE: usize = 4 << 20;
const RARE: &str = "璇玑玉衡以齐七政";
const COMMON: &str = "风险控制";
const WORDS: [&str; 24] = [
    "本项目",
    "采用",
    "分布式",
    "账本",
    "技术",
    "建立",
    "风险控制",
    "机制",
    "数据",
    "安全",
    "符合",
    "监管",
    "要求",
    "投资者",
    "保护",
    "系统",
    "具备",
    "可靠性",
    "证券",
    "期货",
    "业务",
    "场景",
    "测试",
    "验证",
];

/// Measures both.
pub fn rows() -> Vec<Row> {
    let megabytes: usize = std::env::var("LINXUAN_BENCH_TEXT_MB")
        .ok()
        .and_then(|mb| mb.parse().ok())
        .unwrap_or(256);
    let folder = tempfile::tempdir().expect("a folder");
    let files = folder.path().join("files");
    write_texts(&files, megabytes);
    let desk = desk_of(folder.path(), &files);
    let row = |what: &str, word: &'static str, theirs: Option<Duration>| Row {
        what: format!("{what} in {megabytes} MB of text"),
        ours: middle_of_three(|| {
            let started = Instant::now();
            assert!(!searching::search(&desk, word).expect("a search").is_empty());
            started.elapsed()
        })
        .into(),
        beside: "rg over the same text as files".to_owned(),
        theirs: theirs.map(Amount::Time),
        goal: Goal::Ratio(1.0),
    };
    vec![
        row("find a word that stands once", RARE, rg(&files, RARE, Until::End)),
        row(
            "first hits of a word that stands everywhere",
            COMMON,
            rg(&files, COMMON, Until::FirstLine),
        ),
    ]
}

fn write_texts(files: &Path, megabytes: usize) {
    let (mut state, mut written, mut nth) = (0x2545_F491_4F6C_DD1D_u64, 0, 0);
    let mut word = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        WORDS[usize::try_from(state >> 32).expect("32 bits") % WORDS.len()]
    };
    while written < megabytes << 20 {
        let package = files.join(format!("GZ2026-{:03} 文字项目", nth / 8 + 1));
        fs::create_dir_all(&package).expect("a folder");
        let mut text = String::with_capacity(FILE + 256);
        while text.len() < FILE {
            for _ in 0..24 {
                text.push_str(word());
            }
            text.push_str("。\n");
        }
        if written + text.len() >= megabytes << 20 {
            text.push_str(RARE);
        }
        written += text.len();
        fs::write(package.join(format!("{nth}.txt")), text).expect("a file");
        nth += 1;
    }
}

fn desk_of(folder: &Path, files: &Path) -> Desk {
    let chair = identity::Enrolment {
        name: "组长".to_owned(),
        org: "示例研究院".to_owned(),
        role: Role::Chair,
    };
    let mut desk = identity::create(&folder.join("desk"), "口令", &chair, KdfCost::LIGHT, AT).expect("a desk");
    let profile = profiles::find("guangzhou-2022").expect("a profile");
    opening::create_batch(&mut desk, "测速批次", profile, false, AT).expect("a batch");
    let imported = intake::import(&mut desk, &[files.to_owned()], &mut Unwatched, AT).expect("imported");
    assert!(imported.refused.is_empty(), "{:?}", imported.refused);
    desk
}

enum Until {
    FirstLine,
    End,
}

fn rg(files: &Path, word: &str, until: Until) -> Option<Duration> {
    let mut times = Vec::new();
    for _ in 0..3 {
        let started = Instant::now();
        let mut found = Command::new("rg").arg(word).arg(files).stdout(Stdio::piped()).spawn().ok()?;
        let mut lines = BufReader::new(found.stdout.take()?).lines();
        lines.next()?.ok()?;
        match until {
            Until::FirstLine => {
                times.push(started.elapsed());
                found.kill().ok()?;
                found.wait().ok()?;
            }
            Until::End => {
                found.wait().ok()?;
                times.push(started.elapsed());
            }
        }
    }
    times.sort();
    times.get(1).copied()
}
