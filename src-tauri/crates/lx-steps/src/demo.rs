//! The whole job on real packages, through the same steps that people take.

use std::path::{Path, PathBuf};

use lx_domain::{Opinion, Outcome, Role, UnixMillis};
use lx_intake::Watch;
use lx_ledger::KdfCost;
use lx_report::Edition;

use crate::{
    Desk, StepError,
    deciding::{decide, opine},
    exporting, files,
    identity::{self, Enrolment},
    intake::{self, RefusedPackage},
    joining, merging, opening, pattern, profiles,
    reporting::{self, Order},
    sample,
    screening::{read_first, screen, screening},
    sealing,
    verifying::{self, Verified},
};

const FAMILY: &str = "林周陈何吴黄梁罗宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

/// What the demo made.
#[derive(Debug)]
pub struct Demo {
    /// The signed report.
    pub report: PathBuf,
    /// Its spreadsheet.
    pub xlsx: PathBuf,
    /// The batch file.
    pub batch: PathBuf,
    /// The scoresheets.
    pub sheets: Vec<PathBuf>,
    /// The chair's card, to verify with.
    pub card: PathBuf,
    /// Packages that were not taken.
    pub refused: Vec<RefusedPackage>,
    /// What verifying the report says.
    pub verified: Verified,
}

/// Runs the whole job into a folder that is empty or not there yet.
///
/// # Errors
/// What the steps refuse.
pub fn demo(out: &Path, packages: Option<&Path>, reviewers: u32, watch: &mut dyn Watch, at: UnixMillis) -> Result<Demo, StepError> {
    let out = files::absolute(out);
    make_room(&out)?;
    let source = match packages {
        Some(folder) => files::absolute(folder),
        None => {
            let folder = out.join("packages");
            sample::write_packages(&folder)?;
            folder
        }
    };
    let (mut chair, card) = enrol(&out, "沈敬", "广州示例金融研究院", Role::Chair, "chair", at)?;
    let mut panel = Vec::new();
    for seat in 1..=reviewers.max(1) {
        panel.push(enrol(
            &out,
            &name(seat),
            &format!("示例大学第{seat}学院"),
            Role::Reviewer,
            &format!("reviewer-{seat}"),
            at,
        )?);
    }
    opening::create_batch(&mut chair, "演示批次（示例）", profiles::find("guangzhou-2022")?, true, at)?;
    let cards: Vec<PathBuf> = panel.iter().map(|(_, card)| card.clone()).collect();
    opening::add_cards(&mut chair, &cards, at)?;
    let imported = intake::import(&mut chair, &[source], watch, at)?;
    for dossier in chair.dossiers()? {
        let suggested = screening(&chair, &dossier)?;
        screen(
            &mut chair,
            &dossier.number,
            &std::collections::BTreeMap::new(),
            Some(suggested.outcome),
            &suggested.reason,
            at,
        )?;
        if suggested.outcome == Outcome::Forward {
            read_first(
                &mut chair,
                &dossier.number,
                "【示例】材料完整，业务场景与风险防控安排清楚，建议转报。",
                at,
            )?;
        }
    }
    opening::freeze(&mut chair, at)?;
    let batch = out.join("演示批次.lxbatch");
    exporting::export_batch(&mut chair, &batch, &[], at)?;
    let mut sheets = Vec::new();
    for (desk, _) in &mut panel {
        sheets.push(score(desk, &batch, chair.me(), &out, at)?);
    }
    merging::merge(&mut chair, &sheets, false, at)?;
    opinions(&mut chair, at)?;
    decide(&mut chair, at)?;
    let (report, xlsx) = (out.join("遴选结果报告.pdf"), out.join("遴选结果报告.xlsx"));
    let order = Order {
        out: report.clone(),
        xlsx: Some(xlsx.clone()),
        edition: Edition::Full,
        p12: None,
    };
    reporting::make_report(&mut chair, &order, at)?;
    let verified = verifying::verify(&report, &[]);
    Ok(Demo {
        report,
        xlsx,
        batch,
        sheets,
        card,
        refused: imported.refused,
        verified,
    })
}

/// What an earlier demo left is taken away; anything else in the folder is nobody's business but its owner's.
fn make_room(out: &Path) -> Result<(), StepError> {
    let mark = out.join("demo.txt");
    let filled = std::fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if filled && !mark.is_file() {
        return Err(lx_ledger::LedgerError::NotEmpty { folder: out.to_owned() }.into());
    }
    for part in ["desks", "cards", "sheets", "packages"] {
        let folder = out.join(part);
        if folder.exists() {
            files::at(&folder, std::fs::remove_dir_all(&folder))?;
        }
    }
    files::write(&mark, format!("遴选演示。口令 passphrase: {}\n", sample::PASSPHRASE).as_bytes())
}

fn enrol(out: &Path, name: &str, org: &str, role: Role, folder: &str, at: UnixMillis) -> Result<(Desk, PathBuf), StepError> {
    let who = Enrolment {
        name: name.to_owned(),
        org: org.to_owned(),
        role,
    };
    let mut desk = identity::create(&out.join("desks").join(folder), sample::PASSPHRASE, &who, KdfCost::LIGHT, at)?;
    let card = out.join("cards").join(format!("{folder}.lxid"));
    identity::export_card(&mut desk, &card, at)?;
    Ok((desk, card))
}

/// An invented name for each seat.
fn name(seat: u32) -> String {
    let given = ["知远", "岚", "䶮", "𫖯", "㛃", "若谷", "听澜"];
    let place = usize::try_from(seat.saturating_sub(1)).unwrap_or_default();
    let family = FAMILY.chars().cycle().nth(place).unwrap_or('林');
    let given = given.iter().cycle().nth(place).copied().unwrap_or_default();
    format!("{family}{given}")
}

fn score(desk: &mut Desk, batch: &Path, chair: lx_domain::Fingerprint, out: &Path, at: UnixMillis) -> Result<PathBuf, StepError> {
    joining::open_batch(desk, batch, &chair, at)?;
    pattern::fill(desk, at)?;
    sealing::seal_sheet(desk, at)?;
    let path = out.join("sheets").join(format!(
        "{}.lxsheet",
        desk.folder().file_name().unwrap_or_default().to_string_lossy()
    ));
    sealing::export_sheet(desk, &path, at)?;
    Ok(path)
}

/// The better half of each track is recommended; every opinion says why.
fn opinions(chair: &mut Desk, at: UnixMillis) -> Result<(), StepError> {
    let outcome = merging::outcome(chair)?;
    let frozen = chair.batch()?;
    for application in frozen.file.scored() {
        let line = outcome.standing.application(application.number().as_str());
        let track = outcome
            .standing
            .applications
            .iter()
            .filter(|a| a.track == application.dossier.track && a.rank.is_some());
        let of = u32::try_from(track.count()).unwrap_or_default();
        let (opinion, reason) = match line.and_then(|l| l.rank.zip(l.score.as_ref())) {
            Some((rank, score)) if rank.saturating_mul(2) <= of.saturating_add(1) => (
                Opinion::Recommend,
                format!("【示例】综合得分{score}分，列同类第{rank}位，专家评审意见总体肯定，建议推荐。"),
            ),
            Some((rank, score)) => (
                Opinion::Later,
                format!("【示例】综合得分{score}分，列同类第{rank}位，建议进一步完善方案后纳入后续批次遴选。"),
            ),
            None => (Opinion::Later, "【示例】本批次未形成得分，建议纳入后续批次遴选。".to_owned()),
        };
        opine(chair, application.number(), Some(opinion), &reason, "", at)?;
    }
    debug_assert!(
        frozen
            .file
            .applications
            .iter()
            .all(|a| a.admission.outcome != Outcome::Admit || !a.admission.reason.is_empty())
    );
    Ok(())
}
