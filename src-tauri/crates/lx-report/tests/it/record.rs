//! A record large and odd enough to try the pages.

use lx_domain::{
    Applicant, ApplicantClass, ApplicantRole, BatchFile, Decision, DecisionEntry, Digest, Dissent, ItemState, ItemVerdict, Opinion,
    Outcome, Profile, Ruling, RulingKind, Sheet, Track, UnixMillis,
};
use lx_report::{Edition, PROGRAM, ReportRecord};
use lx_seal::{Envelope, PayloadKind, digest_of, open, seal};
use lx_tally::standing_of;
use lx_testkit::{Panel, keys, minutes_later};

const TITLES: [&str; 6] = [
    "基于隐私计算的债券承销尽调数据共享平台",
    "面向区域性股权市场的区块链登记与穿透监管服务",
    "基金托管行云原生估值核算与数字员工协同项目（含跨机构联合运维与多活容灾能力建设）",
    "数字人民币在场外理财结算中的应用",
    "大语言模型投资者适当性问答与投诉响应服务",
    "私募基金份额转让信息披露与估值公允性核验",
];

const REASONS: [&str; 3] = [
    "项目创新点明确，技术路线成熟，业务场景由持牌机构提供，风险识别较为充分",
    "团队与资源投入较好，但GB/T 22239—2019三级测评尚在进行，应急预案对算法失效情形的描述不够具体，建议补充“人工接管”流程后再行申报；其余材料符合要求",
    "目标可量化，服务实体经济成效可验证，与广州数据要素市场建设方向一致",
];

fn dress(batch: &mut BatchFile, profile: Profile) {
    batch.sample = true;
    batch.rubric_digest = digest_of(&profile).unwrap();
    let items: Vec<_> = profile.checklist.iter().map(|item| item.id.clone()).collect();
    batch.profile = profile;
    let count = batch.applications.len();
    for (at, application) in batch.applications.iter_mut().enumerate() {
        let dossier = &mut application.dossier;
        dossier.number = format!("GZ2026-{:03}", at + 1).parse().unwrap();
        dossier.title = TITLES[at % TITLES.len()].to_owned();
        dossier.received_at = UnixMillis(dossier.received_at.0 - 86_400_000 * i64::try_from(at % 20).unwrap());
        dossier.applicants[0].name = format!("广州示例{}股份有限公司", ["证券", "期货", "基金管理", "股权交易中心"][at % 4]);
        if at.is_multiple_of(3) {
            let joint = Applicant {
                name: "深圳木棉示例智能科技有限公司".to_owned(),
                class: Some(ApplicantClass::Technology),
                role: ApplicantRole::Joint,
                ..dossier.applicants[0].clone()
            };
            dossier.applicants.push(joint);
        }
        if at % 10 == 9 {
            dossier.track = Track::Coaching;
        }
        let digest = digest_of(&*dossier).unwrap();
        application.dossier_digest = digest;
        let admission = &mut application.admission;
        admission.dossier = digest;
        admission.number = dossier.number.clone();
        admission.reason = "材料齐备、规范".to_owned();
        let present = |id: &lx_domain::ItemId| (id.clone(), ItemVerdict::of(ItemState::Present, ""));
        admission.items = items.iter().map(present).collect();
        if count >= 6 && at % 6 == 5 {
            admission.items.insert(
                items[1].clone(),
                ItemVerdict::of(ItemState::Missing, "未见联合单位的机构信息表，统一社会信用代码校验位不符"),
            );
            admission.items.insert(
                items[2].clone(),
                ItemVerdict::of(ItemState::Irregular, "试点方案缺少实施计划，第3页与申报书的试点周期不一致"),
            );
            admission.outcome = if at % 12 == 5 { Outcome::Supplement } else { Outcome::Reject };
            admission.reason = if at % 12 == 5 {
                "机构信息缺失，试点方案不规范，通知补充"
            } else {
                "申报机构均为科技企业，没有持牌机构提供业务场景"
            }
            .to_owned();
        }
    }
}

/// A panel with the Guangzhou profile.
pub fn panel(reviewers: usize, applications: usize) -> Panel {
    let profile = Profile::parse(include_str!("../../../../../assets/profiles/guangzhou-2022.toml")).unwrap();
    Panel::with(reviewers, applications, |batch| dress(batch, profile))
}

fn sheets(panel: &Panel, reviewers: usize) -> Vec<Envelope> {
    (0..reviewers)
        .map(|index| {
            let mut sheet = panel.sheet(index).at(minutes_later(60 + 7 * i64::try_from(index).unwrap()));
            if index == 1 {
                sheet = sheet.recused("GZ2026-001");
            }
            if index == 2 && panel.batch.applications.len() > 3 {
                sheet = sheet.abstained("GZ2026-004");
            }
            sheet.sealed()
        })
        .collect()
}

fn decision(panel: &Panel, standing: Digest) -> Decision {
    let opinion = |at: usize| if at.is_multiple_of(3) { Opinion::Recommend } else { Opinion::Later };
    let entries = panel.batch.scored().enumerate().map(|(at, application)| DecisionEntry {
        number: application.number().clone(),
        opinion: opinion(at),
        reason: REASONS[at % REASONS.len()].to_owned(),
        industry: if at % 3 == 0 {
            "与《广州市金融发展“十四五”规划》关于金融科技的部署相符".to_owned()
        } else {
            String::new()
        },
    });
    Decision {
        schema: 1,
        batch: panel.batch.id,
        standing,
        entries: entries.collect(),
        dissents: vec![Dissent {
            by: panel.reviewer(1).fingerprint(),
            text: "对GZ2026-002的安全性仍有保留".to_owned(),
        }],
        by: panel.chair().fingerprint(),
        at: minutes_later(200),
    }
}

/// A record of so many reviewers and applications.
pub fn record(reviewers: usize, applications: usize) -> ReportRecord {
    let panel = panel(reviewers, applications);
    let sheets = sheets(&panel, reviewers);
    let opened: Vec<(Digest, Sheet)> = sheets
        .iter()
        .map(|e| (e.payload_digest(), open(e, PayloadKind::Sheet, &panel.known()).unwrap()))
        .collect();
    let number = panel.batch.scored().nth(1).unwrap().number().clone();
    let kind = RulingKind::Recuse {
        reviewer: panel.reviewer(0).fingerprint(),
        number,
        ground: panel.batch.profile.recusal_grounds[0].id.clone(),
    };
    let ruling: Ruling = panel.ruling(1, kind);
    let standing = digest_of(&standing_of(&panel.batch, &opened, std::slice::from_ref(&ruling)).standing).unwrap();
    ReportRecord {
        edition: Edition::Full,
        batch: panel.batch_envelope.clone(),
        sheets,
        rulings: vec![seal(PayloadKind::Ruling, &ruling, &[panel.chair()]).unwrap()],
        decision: seal(PayloadKind::Decision, &decision(&panel, standing), &[panel.chair()]).unwrap(),
        journal_head: Digest::of(b"the journal's last row"),
        made_at: minutes_later(240),
        program: PROGRAM.to_owned(),
    }
}

/// Keys with which the report is signed.
pub fn chair() -> &'static lx_seal::Keys {
    keys(lx_testkit::CHAIR)
}
