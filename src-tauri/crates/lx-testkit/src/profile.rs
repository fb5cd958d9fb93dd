//! A small profile: five criteria of 20 points, two checklist items, one round.

use lx_domain::{
    ApplicantClass, CriterionId, Hundredths, Profile, Rule,
    profile::{
        Band, ChecklistItem, Criterion, Eligibility, EligibleClass, GuidanceItem, Method, Panel, RecusalGround, ReportWords, Requirement,
        Veto,
    },
    rule::{Decimal, Rounding, RoundingMode, RuleCriterion, Stage, Ties, Trim, TrimPer},
};

/// The criteria's ids, in printing order.
pub const CRITERIA: [&str; 5] = ["innovation", "feasibility", "security", "goal", "risk_controls"];

const NAMES: [(&str, &str); 5] = [
    ("创新性", "Innovation"),
    ("可行性", "Feasibility"),
    ("安全性", "Security"),
    ("目标合理性", "Goal soundness"),
    ("风险控制措施", "Risk controls"),
];

pub(crate) fn criterion_id(id: &str) -> CriterionId {
    id.parse().expect("a criterion's id")
}

/// The profile.
#[must_use]
pub fn profile() -> Profile {
    Profile {
        id: "testkit".to_owned(),
        name: "测试评审方案".to_owned(),
        name_en: "Test profile".to_owned(),
        edition: "1".to_owned(),
        source: "测试用".to_owned(),
        checklist: vec![
            item("application_form", "项目申报书", Requirement::Always),
            item("pilot_plan", "试点方案", Requirement::Always),
            item("joint_agreement", "联合申报协议", Requirement::WhenJoint),
        ],
        eligibility: eligibility(),
        rubric: CRITERIA
            .iter()
            .zip(NAMES)
            .map(|(id, (name, name_en))| criterion(id, name, name_en))
            .collect(),
        vetoes: vec![Veto {
            id: "illegal".to_owned(),
            name: "违反法律法规".to_owned(),
            name_en: "Against the law".to_owned(),
            clause: "测试第七条".to_owned(),
        }],
        recusal_grounds: [("employment", "任职关系", "Employment"), ("kinship", "亲属关系", "Kinship")]
            .map(ground)
            .to_vec(),
        method: Method::OneRound,
        method_clause: String::new(),
        panel: Panel {
            min_reviewers: 3,
            odd: true,
            clause: "测试第八条".to_owned(),
        },
        rule: rule(),
        report: ReportWords {
            title: "示例市试点项目遴选结果报告".to_owned(),
            addressee: "示例监管部门".to_owned(),
            organiser: "示例市专项工作组".to_owned(),
            basis: "测试公告".to_owned(),
        },
    }
}

fn item(id: &str, name: &str, required: Requirement) -> ChecklistItem {
    ChecklistItem {
        id: id.parse().expect("an item's id"),
        name: name.to_owned(),
        name_en: id.replace('_', " "),
        required,
        known_by: vec![name.to_owned()],
        looks_for: Vec::new(),
        clause: "测试第一条".to_owned(),
    }
}

fn eligibility() -> Eligibility {
    let class = |class, name: &str, name_en: &str| EligibleClass {
        class,
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        known_by: vec![name.to_owned()],
        enabled: true,
        clause: "测试第二条".to_owned(),
    };
    Eligibility {
        classes: vec![
            class(ApplicantClass::Operating, "证券期货经营机构", "Securities and futures firm"),
            class(ApplicantClass::Technology, "科技企业", "Technology company"),
        ],
        seats: vec!["广州".to_owned()],
        seat_clause: "测试第三条".to_owned(),
        technology_clause: "测试第四条".to_owned(),
        forwarded_clause: "测试第五条".to_owned(),
        licensed_clause: "测试第六条".to_owned(),
    }
}

fn criterion(id: &str, name: &str, name_en: &str) -> Criterion {
    let band = |from, name: &str, name_en: &str, reason_required| Band {
        from: Hundredths(from),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        anchor: format!("{name}的表现"),
        anchor_en: format!("{name_en} work"),
        reason_required,
    };
    Criterion {
        id: criterion_id(id),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        short: name.chars().take(2).collect(),
        full_marks: Hundredths(2000),
        step: Hundredths(50),
        bands: vec![
            band(1800, "优秀", "Excellent", true),
            band(1500, "良好", "Good", false),
            band(1000, "一般", "Fair", false),
            band(0, "较差", "Poor", true),
        ],
        guidance: vec![GuidanceItem {
            name: format!("{name}要点"),
            name_en: format!("{name_en}: points"),
            clause: String::new(),
        }],
        clause: "测试第九条".to_owned(),
    }
}

fn ground((id, name, name_en): (&str, &str, &str)) -> RecusalGround {
    RecusalGround {
        id: id.to_owned(),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        clause: "测试第十条".to_owned(),
    }
}

fn rule() -> Rule {
    let criterion = |id: &&str| RuleCriterion {
        id: criterion_id(id),
        full_marks: Hundredths(2000),
        weight: Decimal { units: 1, scale: 0 },
    };
    Rule {
        criteria: CRITERIA.iter().map(criterion).collect(),
        trim: Some(Trim {
            per: TrimPer::Total,
            min_sheets: 5,
        }),
        rounding: Rounding {
            mode: RoundingMode::HalfUp,
            decimals: 2,
            after: vec![Stage::Total],
        },
        ties: Ties {
            by: ["risk_controls", "security", "innovation"].map(criterion_id).to_vec(),
        },
        outlier_percent: 15,
        clause: String::new(),
    }
}
