//! Does a paper say what a profile looks for?

use crate::{
    classify::squeeze,
    paper::Paper,
    script::simplified,
    when::{dates, digits_of},
};

/// Lines at the end of a paper among which its signature stands.
const CLOSING: usize = 8;
/// Characters of the longest line of a signature.
const LONGEST: usize = 40;
/// Characters of a clause within which a date is that of what was done.
const CLAUSE: usize = 24;

/// Whether papers say what a profile looks for, in one of the ways in which papers say it. `text` is all they say.
pub(super) fn say(papers: &[&Paper<'_>], text: &str, word: &str) -> bool {
    word.split(['/', '|']).any(|way| {
        let way = squeeze(way);
        let said = || text.contains(&way) || ways(&way).iter().any(|other| text.contains(other));
        !way.is_empty() && (said() || papers.iter().any(|paper| closes(paper, &way)))
    })
}

/// Whether the signature of a paper says it: who issues a paper, and when, rarely has a label.
fn closes(paper: &Paper<'_>, way: &str) -> bool {
    match way {
        "评估时间" | "评估日期" | "出具时间" | "出具日期" | "签署日期" => is_dated(&lines(paper)),
        "评估人" | "评估部门" | "评估主体" | "出具单位" | "出具部门" | "意见出具人" => is_issued(&lines(paper)),
        _ => false,
    }
}

/// The lines of a paper that are not empty, simplified and without white space.
pub(super) fn lines(paper: &Paper<'_>) -> Vec<String> {
    let all = paper.blocks.iter().flat_map(|b| b.text.lines());
    all.map(|line| simplified(&squeeze(line))).filter(|line| !line.is_empty()).collect()
}

/// Whether lines say when the paper was made.
pub(super) fn is_dated(lines: &[String]) -> bool {
    lines.iter().any(|line| {
        let line = digits_of(line);
        dates(&line).into_iter().any(|(from, until, _)| {
            let before = line.get(..from).unwrap_or_default();
            let behind = line.get(until..).unwrap_or_default().trim_start_matches(['日', '月']);
            is_of_signature(before, behind) || is_of_deed(behind)
        })
    })
}

/// Whether a date between these texts stands beside a signature, or alone.
fn is_of_signature(before: &str, behind: &str) -> bool {
    let (before, behind) = (before.trim_end_matches('('), behind.trim_matches([')', '(', '。']));
    let short = before.chars().count() <= LONGEST && behind.chars().count() <= CLAUSE / 2;
    let alone = before.is_empty() && !behind.contains(['至', '起', '前', '止', '-', '—', '~', '到', ',']);
    let signed = behind.is_empty() && (before.ends_with([':', ')', '期', '间']) || is_house(before));
    let of_validity = ["有效", "期限", "周期"].iter().any(|word| before.contains(word));
    short && !of_validity && (alone || signed)
}

/// Whether what follows a date says that the paper was made then: 2023年3月8日出具.
fn is_of_deed(behind: &str) -> bool {
    let clause: String = behind.chars().take_while(|c| *c != '。').take(CLAUSE).collect();
    ["出具", "评估", "审查", "论证"].iter().any(|deed| clause.contains(deed))
}

/// Whether the last lines name who issues the paper.
fn is_issued(lines: &[String]) -> bool {
    let last = lines.iter().skip(1).rev().take(CLOSING);
    last.map(|line| line.rsplit(':').next().unwrap_or_default())
        .any(|line| line.chars().count() <= LONGEST && is_house(line))
}

/// Whether a text ends with the name of an institution or a department.
fn is_house(text: &str) -> bool {
    let text = SEALS.iter().fold(text, |text, seal| text.trim_end_matches(seal));
    !text.contains(['。', ',', ';']) && HOUSES.iter().any(|end| text.ends_with(end) && text.len() > end.len())
}

/// What stands behind a name where a seal is put.
const SEALS: [&str; 5] = ["(盖章)", "(公章)", "(签章)", "(印章)", "(章)"];

/// How names of institutions and departments end.
pub(super) const HOUSES: [&str; 12] = [
    "公司",
    "事务所",
    "银行",
    "大学",
    "学院",
    "研究院",
    "交易所",
    "中心",
    "委员会",
    "部",
    "办公室",
    "合伙)",
];

/// Other words for the same.
fn ways(word: &str) -> &'static [&'static str] {
    match word {
        "等保定级" | "等保测评" | "等级保护" | "等保" | "等保定级与测评" | "等级保护定级与测评" | "等级保护定级或测评" => {
            &["等级保护", "等保"]
        }
        "算法说明" | "算法安全" | "算法" | "算法机制说明" => &["算法"],
        "数据分类分级" => &["分类分级"],
        "评估人" | "评估部门" | "评估主体" | "出具单位" | "出具部门" | "意见出具人" => {
            &["合规部", "法律部", "法务部", "律师事务所", "合规风控部", "评估单位", "评估机构"]
        }
        "评估时间" | "评估日期" | "出具时间" | "出具日期" => &["日评估", "评估日期", "评估时间", "日出具", "出具日期"],
        "评估结论" | "结论" | "结论意见" => &["结论"],
        "创新点" => &["创新性", "创新之处", "新的实现路径"],
        "指标" | "预期指标" | "目标指标" => &["指标", "预期"],
        "实施计划" => &["实施方案", "进度安排", "实施安排"],
        "投资者保护" | "投资者保护措施" => &["投资者权益", "保护投资者"],
        "投诉处理" | "投诉处理机制" => &["投诉"],
        "退出方案" | "退出机制" => &["退出"],
        "应急预案" => &["应急"],
        "风险补偿" | "风险补偿机制" => &["补偿"],
        "防控措施" | "风险防控措施" => &["措施", "处置"],
        "广州产业" | "产业方向" => &["广州"],
        "风险点" | "风险识别" | "风险点与措施" => &["风险点", "风险识别"],
        "数据和知识产权" | "数据与知识产权" | "知识产权" => &["知识产权"],
        "各方" => &["双方", "三方", "四方", "参与方", "甲方"],
        "职责分工" | "分工" | "职责" | "任务分工" | "各方职责" => &["职责", "分工", "各自负责", "甲方负责", "乙方负责"],
        "有效期" | "有效期限" | "有效期至" => &["营业期限", "经营期限", "有效至", "有效日期", "长期有效"],
        "牌照名称" | "牌照" => &["牌照", "许可证", "业务资格"],
        "主要办公地" | "主要办公地址" => &["办公地", "办公场所", "办公住所", "经营场所"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{is_dated, is_house, is_issued};

    fn all(lines: &[&str]) -> Vec<String> {
        lines.iter().map(|l| (*l).to_owned()).collect()
    }

    #[test]
    fn a_date_beside_the_signature_is_that_of_the_paper() {
        for line in [
            "2023年3月8日",
            "二〇二三年三月八日",
            "2023年6月",
            "日期:2023-03-08",
            "出具日期:2023.3.8",
            "甲示例证券股份有限公司(盖章)2023年3月8日",
            "甲示例证券股份有限公司法律合规部2023年3月8日",
            "(2023年3月8日)",
            "经本公司法律合规部于2023年3月8日评估,结论:合规。",
            "律师事务所于2023年3月8日就本项目出具意见。",
        ] {
            assert!(is_dated(&all(&["合法合规性说明", line])), "{line}");
        }
        for line in [
            "年月日",
            "试点周期:2023年6月1日至2024年5月31日",
            "2023年6月1日至2024年5月31日",
            "系统已于2022年11月通过等保测评。",
            "有效期至:2025年12月31日",
        ] {
            assert!(!is_dated(&all(&["合法合规性说明", line])), "{line}");
        }
    }

    #[test]
    fn who_issues_a_paper_stands_at_its_end() {
        assert!(is_issued(&all(&[
            "合规说明",
            "结论:合规。",
            "甲示例证券股份有限公司(盖章)",
            "2023年3月8日"
        ])));
        assert!(is_issued(&all(&["合规说明", "结论:合规。", "甲示例证券股份有限公司法律合规部"])));
        assert!(!is_issued(&all(&["合规说明", "结论:合规。"])));
        assert!(!is_house("部"));
    }
}
