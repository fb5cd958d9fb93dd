//! A batch as a busy year brings it: sixty packages, each with its own names, some with something wrong.

use std::{
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use lx_domain::credit_code::{CreditCodeError, check};
use lx_tests::repository;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// How many.
pub const MANY: usize = 60;

const PLACES: [&str; 12] = [
    "粤海", "岭南", "珠江", "荔湾", "白云", "越秀", "海珠", "天河", "番禺", "黄埔", "花都", "南沙",
];
const LICENSED: [(&str, &str); 5] = [
    ("示例证券股份有限公司", "证券期货经营机构"),
    ("示例基金管理有限公司", "证券期货经营机构"),
    ("示例期货有限公司", "证券期货经营机构"),
    ("示例银行股份有限公司广州分行", "基金托管机构"),
    ("示例股权交易中心有限公司", "区域性股权市场运营机构"),
];
const TECHNOLOGIES: [&str; 6] = ["隐私计算", "区块链", "大语言模型", "图计算", "可信执行环境", "知识图谱"];
const SCENARIOS: [&str; 10] = [
    "债券承销尽职调查数据共享平台",
    "投资者适当性问答与投诉响应服务",
    "期货套期保值与动态保证金预警系统",
    "区域性股权登记与穿透监管服务",
    "基金估值核算与数字员工协同项目",
    "场外衍生品交易对手风险联合识别",
    "私募基金份额转让信息披露与估值公允性核验",
    "资产证券化底层资产持续监测",
    "行情低时延分发与异常交易智能识别，以及面向中小机构的集约化运维与应急演练协同（含灾备切换、压力测试与日终对账）",
    "上市公司公告智能核对",
];
const OWNERS: [&str; 5] = ["欧阳䶮", "何𫖯", "吴㛃", "李思远", "司徒文彬"];

/// One application of the batch.
pub struct Made {
    /// Its number.
    pub number: String,
    /// Its package.
    pub path: PathBuf,
}

/// Everything that anybody wrote in it.
pub fn words() -> String {
    (1..=MANY).flat_map(documents).fold(String::new(), |all, (name, bytes)| {
        let text = if name.ends_with(".pdf") {
            String::new()
        } else {
            String::from_utf8_lossy(&bytes).into_owned()
        };
        all + &name + &text
    })
}

/// Writes the packages into `folder`.
pub fn make(folder: &Path) -> Vec<Made> {
    fs::create_dir_all(folder).expect("a folder");
    (1..=MANY).map(|nth| package(folder, nth)).collect()
}

/// What the `nth` institution sends when it is asked for what was missing: the whole package once more, mended.
pub fn supplement(folder: &Path, nth: usize) -> PathBuf {
    let mut files = documents(nth);
    files.retain(|(name, _)| !name.contains("风险防控"));
    let plan = "风险防控方案\n风险点：模型误判。防控措施：人工复核。风险补偿：设立专项资金。应急预案：十五分钟内切换。\n退出方案：三十日内平稳退出。投诉处理：专人受理。投资者保护：充分告知。\n";
    files.push(("06风险防控方案.txt".to_owned(), plan.into()));
    for (name, bytes) in &mut files {
        if name.contains("试点方案") {
            *bytes = String::from_utf8_lossy(bytes)
                .replace("分三个阶段实施", "分四个阶段实施，增设回退演练")
                .into_bytes();
        }
    }
    let path = folder.join(format!("{} 补充材料.zip", number(nth)));
    write(&path, &files);
    path
}

fn number(nth: usize) -> String {
    format!("GZ2026-{:03}", 100 + nth)
}

fn title(nth: usize) -> String {
    format!(
        "基于{}的{}",
        TECHNOLOGIES[nth % TECHNOLOGIES.len()],
        SCENARIOS[nth % SCENARIOS.len()]
    )
}

fn package(folder: &Path, nth: usize) -> Made {
    let number = number(nth);
    let path = folder.join(format!("{number} {}.zip", title(nth)));
    write(&path, &documents(nth));
    if nth == DAMAGED {
        damage(&path);
    }
    Made { number, path }
}

/// In this one an entry is damaged on its way.
pub const DAMAGED: usize = 4;
/// This one is forwarded: a market core institution of the city.
pub const FORWARDED: usize = 6;
/// In this one the plan of risks is missing, and comes later.
pub const LACKING: usize = 3;
/// This one was coached before.
pub const COACHED: usize = 8;

fn institutions(nth: usize) -> Vec<(String, &'static str, String)> {
    let place = |at: usize| PLACES[at % PLACES.len()];
    if nth == FORWARDED {
        return vec![with_code("华南示例商品交易所".to_owned(), "市场核心机构", nth)];
    }
    let (kind, class) = LICENSED[nth % LICENSED.len()];
    let mut all = vec![with_code(format!("{}{kind}", place(nth / 5)), class, nth)];
    for joint in 1..=nth % 4 {
        let name = format!("{}示例数科技术（广州）有限公司", place(nth + joint * 3));
        all.push(with_code(name, "科技企业", nth));
    }
    all
}

/// The credit code that an institution has in every application; in every twenty-fourth the last is written wrong.
fn with_code(name: String, class: &'static str, nth: usize) -> (String, &'static str, String) {
    let own = name.bytes().fold(7_u32, |sum, byte| (sum * 31 + u32::from(byte)) % 9_999_991);
    let body = format!("91440101MA{own:07}");
    let check = match check(&format!("{body}0")) {
        Err(CreditCodeError::CheckDigit { expected, .. }) => expected,
        _ => '0',
    };
    let wrong = if check == '1' { '2' } else { '1' };
    (name, class, format!("{body}{}", if nth % 24 == 5 { wrong } else { check }))
}

type Documents = Vec<(String, Vec<u8>)>;

fn documents(nth: usize) -> Documents {
    let (title, all) = (title(nth), institutions(nth));
    let joint: Vec<&str> = all.iter().skip(1).map(|(name, ..)| name.as_str()).collect();
    let mut files: Documents = vec![
        ("01项目申报书.txt".to_owned(), form(nth, &title, &all[0].0, &joint).into()),
        ("02申报机构信息表.html".to_owned(), table(&all).into()),
        ("03试点方案.txt".to_owned(), plan(&title).into()),
        (
            "04合法合规性说明.txt".to_owned(),
            format!(
                "合法合规性说明\n出具单位：{}合规部\n出具日期：2026年3月{}日\n结论：合规。\n",
                all[0].0,
                nth % 28 + 1
            )
            .into(),
        ),
        ("05安全性评估报告.pdf".to_owned(), security(nth)),
        (
            "09产业导向说明.txt".to_owned(),
            format!("产业导向说明\n{title}契合广州产业发展导向。\n").into(),
        ),
    ];
    if nth % 10 != LACKING {
        files.push(("06风险防控方案.txt".to_owned(), format!("风险防控方案\n围绕{title}：\n风险点：模型误判。防控措施：人工复核。\n风险补偿：设立专项资金。应急预案：十五分钟内切换。退出方案：三十日内平稳退出。\n投诉处理：专人受理。投资者保护：充分告知。\n").into()));
    }
    for (name, ..) in &all {
        files.push((
            format!("07承诺函-{name}.txt"),
            format!(
                "承诺函\n{name}承诺所报材料真实、完整（{}）。\n盖章：{name}\n签字：{}\n日期：2026年4月{}日\n",
                number(nth),
                OWNERS[nth % OWNERS.len()],
                nth % 28 + 1
            )
            .into(),
        ));
    }
    if all.len() > 1 && nth % 7 != 1 {
        files.push((
            "08联合申报协议.txt".to_owned(),
            format!(
                "联合申报协议\n各方：{}、{}\n牵头单位：{}\n职责分工：牵头单位提供场景。数据归各方所有。知识产权共有。\n",
                all[0].0,
                joint.join("、"),
                all[0].0
            )
            .into(),
        ));
    }
    if nth == COACHED {
        files.push((
            "10辅导记录.txt".to_owned(),
            "辅导记录\n前期评估结论\n业务模式合规，技术路线可行；建议补充退出方案后转入试点。\n".into(),
        ));
    }
    files
}

fn form(nth: usize, title: &str, lead: &str, joint: &[&str]) -> String {
    let track = if nth == COACHED { "试点辅导" } else { "试点" };
    let joint = if joint.is_empty() { "无".to_owned() } else { joint.join("、") };
    let rest = format!("本项目围绕{title}，改变了以往依赖人工核对的做法。\n").repeat(12);
    // Every seventh names two projects, so that a person has to choose.
    let also = if nth % 7 == 5 {
        "项目名称：面向中小机构的试点项目\n"
    } else {
        ""
    };
    format!(
        "广州资本市场金融科技创新试点项目申报书\n项目编号：{}\n项目名称：{title}\n{also}申报类型：{track}\n牵头单位：{lead}\n联合单位：{joint}\n\
         业务场景：{}\n技术应用：{}\n服务对象：机构客户\n试点周期：{}个月\n预期规模：不超过{}家机构客户\n项目负责人：{}\n联系人：办公室\n\
         联系电话：020-00000000\n申报日期：2026年4月{}日\n一、创新性\n{rest}",
        number(nth),
        SCENARIOS[nth % SCENARIOS.len()],
        TECHNOLOGIES[nth % TECHNOLOGIES.len()],
        6 + nth % 18,
        100 + nth * 5,
        OWNERS[nth % OWNERS.len()],
        nth % 28 + 1,
    )
}

fn table(all: &[(String, &str, String)]) -> String {
    let head = "<tr><th>机构名称</th><th>统一社会信用代码</th><th>机构类别</th><th>牌照名称</th><th>注册地</th><th>主要办公地</th><th>分工</th><th>角色</th></tr>";
    let row = |(at, (name, class, code)): (usize, &(String, &str, String))| {
        let licence = if *class == "科技企业" {
            ""
        } else {
            "经营证券期货业务许可证"
        };
        let (duty, role) = if at == 0 {
            ("提供业务场景", "牵头单位")
        } else {
            ("提供技术", "联合单位")
        };
        format!(
            "<tr><td>{name}</td><td>{code}</td><td>{class}</td><td>{licence}</td><td>广州市天河区</td><td>广州市天河区</td><td>{duty}</td><td>{role}</td></tr>"
        )
    };
    let rows: String = all.iter().enumerate().map(row).collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>申报机构信息表</title></head><body><table>{head}{rows}</table></body></html>"
    )
}

fn plan(title: &str) -> String {
    let part = |name: &str| format!("{name}\n{title}在{name}上分三个阶段实施，逐阶段验收并留存记录。\n").repeat(6);
    let parts: String = ["创新点", "技术架构", "业务流程", "实施计划", "指标"]
        .into_iter()
        .map(part)
        .collect();
    format!("试点方案\n{parts}")
}

/// The sample's report of four pages; a remark at its end makes it another file.
fn security(nth: usize) -> Vec<u8> {
    let path = "assets/samples/GZ2026-004 基金托管行云原生估值核算与数字员工协同项目/05安全性评估报告.pdf";
    let mut bytes = fs::read(repository().join(path)).expect("the sample's report");
    bytes.extend(format!("% {nth}\n").bytes());
    bytes
}

fn write(path: &Path, files: &Documents) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(name, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    fs::write(path, writer.finish().expect("an archive").into_inner()).expect("a package");
}

/// One letter of the stored commitment changes, so that its checksum is wrong.
fn damage(path: &Path) {
    let mut bytes = fs::read(path).expect("a package");
    let words = "承诺所报材料真实".as_bytes();
    let at = bytes.windows(words.len()).position(|window| window == words).expect("the words");
    bytes[at..at + words.len()].copy_from_slice("承诺所报材料属实".as_bytes());
    fs::write(path, bytes).expect("a package");
}
