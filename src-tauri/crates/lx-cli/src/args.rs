//! The words of a call.

mod carry;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use carry::Carry;

/// 遴选：从申报材料到可自证的遴选结果报告，全程离线。
/// Linxuan: from packages to a report that proves itself, offline.
#[derive(Debug, Parser)]
#[command(name = "linxuan", version, about, disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Arguments {
    /// 工作台文件夹 · folder of the desk (LINXUAN_DESK)
    #[arg(long, global = true, value_name = "DIR")]
    pub desk: Option<PathBuf>,
    /// 口令文件，首行为口令 · file whose first line is the passphrase (LINXUAN_PASSPHRASE_FILE)
    #[arg(long, global = true, value_name = "F")]
    pub passphrase_file: Option<PathBuf>,
    /// 消息语言 · language of messages
    #[arg(long, global = true, value_name = "LANG", value_parser = ["zh-CN", "en"], default_value = "zh-CN")]
    pub lang: String,
    /// 标准输出只有一个 JSON 对象 · exactly one JSON object on stdout
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// 演示全程：导入、审核、评分、汇总、报告、核验 · the whole job on real packages
    Demo(Demo),
    /// 身份、密钥、身份卡 · the desk, the keys, the card
    #[command(subcommand)]
    Identity(Identity),
    /// 批次：新建、启动评审、导出、打开 · the batch
    #[command(subcommand)]
    Batch(Batch),
    /// 评审方案：检查、说明、导出副本，不需要工作台 · profiles; needs no desk
    #[command(subcommand)]
    Profile(Profile),
    /// 评审组名单 · who sits on the committee
    #[command(subcommand)]
    Roster(Roster),
    /// 导入申报材料：压缩包、文件夹、装有多份材料的文件夹 · take packages
    Import(Import),
    /// 看一眼被隔离的文件（十六进制与文字，不打开） · an entry that was put aside, as bytes
    Peek {
        /// 编号 · number
        number: String,
        /// 文件在材料中的路径，见 show · its path, as `show` names it
        path: String,
    },
    /// 申报汇总表：收下、与收到的材料核对、查看 · the spreadsheet that lists the batch
    Listing(Listing),
    /// 申报项目一览 · every application
    Applications,
    /// 一个申报项目 · one application
    Show {
        /// 编号 · number
        number: String,
    },
    /// 全文检索 · full text of all packages
    Search {
        /// 要找的文字 · text
        text: String,
    },
    /// 材料审核 · screen one application
    Screen(Screen),
    /// 补充材料通知 · notice of what is to be supplied
    Notice(Notice),
    /// 申报材料回执 · receipt of the latest package
    Receipt {
        /// 编号 · number
        number: String,
        /// PDF
        #[arg(long)]
        out: PathBuf,
    },
    /// 比较两个版本 · what a supplement changed
    Compare {
        /// 编号 · number
        number: String,
        /// 前一版本，默认为后一版本的上一版 · the earlier version
        #[arg(long)]
        from: Option<u32>,
        /// 后一版本，默认为最新 · the later version
        #[arg(long)]
        to: Option<u32>,
        /// 同时列出正文差异 · the text of changed documents too
        #[arg(long)]
        text: bool,
    },
    /// 转入下一批次 · move an application to the next batch
    Defer {
        /// 编号 · number
        number: String,
        /// 理由 · reason
        #[arg(long, required_unless_present = "back", conflicts_with = "back")]
        reason: Option<String>,
        /// 撤回，仍列入本批次 · take it back into this batch
        #[arg(long)]
        back: bool,
    },
    /// 结转：导出到后续批次、收入前一批次的项目 · carry applications over between batches
    #[command(subcommand)]
    Carry(Carry),
    /// 回避声明 · declare ties
    Declare(Declare),
    /// 评分（草稿） · score into the draft
    Score(Score),
    /// 用电子表格评分 · score in a spreadsheet
    #[command(subcommand)]
    Worksheet(Worksheet),
    /// 签署提交、打印评分表 · sign or print the scoresheet
    #[command(subcommand)]
    Sheet(Sheet),
    /// 汇总评分表 · merge scoresheets of others
    Merge {
        /// 评分表文件 · scoresheet files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// 只检查，不写入 · check only
        #[arg(long)]
        dry_run: bool,
    },
    /// 评分汇总 · the standing
    Standing,
    /// 裁定 · a signed ruling
    #[command(subcommand)]
    Rule(Rule),
    /// 遴选意见 · the opinion on one application
    Decide(Decide),
    /// 遴选结果报告 · the signed selection report
    Report(Report),
    /// 核验任一文件，不需要工作台 · check any file of ours; needs no desk
    Verify {
        /// 文件 · file
        file: PathBuf,
        /// 信任的身份卡、公钥校验码或 CA 证书 · card, fingerprint or CA that is trusted
        #[arg(long, value_name = "CARD|FINGERPRINT|CA.pem")]
        trust: Vec<String>,
    },
    /// 由分数表计算汇总，不需要工作台 · a standing from a plain table; needs no desk
    Tally {
        /// 分数表 · score table
        scores: PathBuf,
        /// 评分规则 · rule file
        #[arg(long)]
        rule: PathBuf,
    },
    /// 日志 · the journal
    #[command(subcommand)]
    Journal(Journal),
    /// 备份 · backups
    #[command(subcommand)]
    Backup(Backup),
}

/// `demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// 输出文件夹 · folder to write into
    #[arg(long)]
    pub out: PathBuf,
    /// 申报材料文件夹，默认为自带示例 · packages; default: the shipped samples
    #[arg(long)]
    pub packages: Option<PathBuf>,
    /// 专家人数 · reviewers
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=99))]
    pub reviewers: u32,
}

/// `import …`
#[derive(Debug, Args)]
pub struct Import {
    /// 材料：压缩包、文件夹、散件 · packages
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// 只看会收下什么，不写入 · show what would be taken, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// 未注明编码的文件名按何种编码读 · how names that state no encoding are read
    #[arg(long, value_name = "ENCODING", value_parser = ["gb18030", "utf-8", "big5", "cp437"])]
    pub encoding: Option<String>,
    /// 归入已有的申报项目 · the application that all of it goes to
    #[arg(long, value_name = "NUMBER")]
    pub into: Option<String>,
    /// 对已有项目：作为新版本，或并入 · to an application that is here: its next version, or added to it
    #[arg(long = "as", value_name = "version|addition", value_parser = ["version", "addition"])]
    pub placing: Option<String>,
}

/// `listing …`
#[derive(Debug, Args)]
pub struct Listing {
    /// 电子表格；不给则查看已收下的 · spreadsheet; without it the one that is kept
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// 只核对，不收下 · compare only, keep nothing
    #[arg(long, requires = "file")]
    pub dry_run: bool,
    /// 撤下已收的汇总表 · forget the one that is kept
    #[arg(long, conflicts_with = "file")]
    pub remove: bool,
}

/// `identity …`
#[derive(Debug, Subcommand)]
pub enum Identity {
    /// 建立工作台、密钥和身份卡 · make the desk, the keys and the card
    Create {
        /// 姓名 · name
        #[arg(long)]
        name: String,
        /// 工作单位 · organisation
        #[arg(long)]
        org: String,
        /// 角色 · role
        #[arg(long, value_parser = ["secretary", "reviewer", "chair", "deputy", "supervisor"])]
        role: String,
    },
    /// 显示身份 · show it
    Show,
    /// 导出身份卡 · write the card
    Card {
        /// .lxid
        #[arg(long)]
        out: PathBuf,
    },
}

/// `batch …`
#[derive(Debug, Subcommand)]
pub enum Batch {
    /// 新建批次 · create
    Create {
        /// 批次名称 · name
        #[arg(long)]
        name: String,
        /// 评审方案：自带名称或文件 · shipped name or a file
        #[arg(long)]
        profile: String,
    },
    /// 受理截止时间、逾期项目、转入下一批次的项目 · deadline, late ones, those moved to the next batch
    Reception {
        /// 设定截止时间，如 2026-12-05 或 "2026-12-05 17:30"；none 为取消 · set it, or take it away
        #[arg(long, value_name = "TIME|none")]
        deadline: Option<String>,
    },
    /// 启动评审 · freeze
    Freeze,
    /// 导出批次文件 · write the batch file
    Export {
        /// .lxbatch
        #[arg(long)]
        out: PathBuf,
        /// 加密给此人：身份卡 · encrypt to this card
        #[arg(long, value_name = "CARD")]
        to: Vec<PathBuf>,
    },
    /// 打开批次文件 · open a batch file
    Open {
        /// .lxbatch
        file: PathBuf,
        /// 已与纸面核对的组长公钥校验码 · the chair's fingerprint, compared with paper
        #[arg(long)]
        chair: Option<String>,
    },
}

/// `profile …`
#[derive(Debug, Subcommand)]
pub enum Profile {
    /// 自带的方案 · the shipped ones
    List,
    /// 检查方案文件，指出每一处问题 · every fault of a file
    Lint {
        /// 方案文件或自带名称 · file or shipped name
        file: String,
    },
    /// 用文字说明方案 · what it means in words
    Show {
        /// 自带名称或文件 · shipped name or a file
        name: String,
    },
    /// 导出副本以便修改 · a copy to edit
    Export {
        /// 自带名称或文件 · shipped name or a file
        name: String,
        /// .toml
        #[arg(long)]
        out: PathBuf,
    },
}

/// `roster …`
#[derive(Debug, Subcommand)]
pub enum Roster {
    /// 加入 · add
    Add {
        /// .lxid
        #[arg(required = true, value_name = "F.lxid")]
        cards: Vec<PathBuf>,
    },
    /// 列出 · list
    List,
}

/// `screen …`
#[derive(Debug, Args)]
pub struct Screen {
    /// 编号 · number
    pub number: String,
    /// 清单项=present|missing|irregular|na · item and state
    #[arg(long = "item", value_name = "ID=STATE")]
    pub items: Vec<String>,
    /// 理由 · reason
    #[arg(long)]
    pub reason: Option<String>,
    /// 审核结果 · outcome
    #[arg(long, value_parser = ["admit", "supplement", "reject", "forward"])]
    pub outcome: Option<String>,
    /// 位置，如 申报书.docx#第3页，可多次给出 · where, may be given more than once
    #[arg(long, value_name = "DOCUMENT[#PLACE]", requires = "items")]
    pub place: Vec<String>,
    /// 代收项目的初步审阅意见 · first reading of a forwarded application
    #[arg(long, value_name = "T")]
    pub first_reading: Option<String>,
}

/// `notice …`
#[derive(Debug, Args)]
pub struct Notice {
    /// 编号 · number
    pub number: String,
    /// PDF
    #[arg(long)]
    pub out: PathBuf,
    /// 补齐期限，如 2026-12-05 · by which day
    #[arg(long, value_name = "DAY")]
    pub deadline: Option<String>,
    /// 不列入的事项，见 --list · lines to leave out
    #[arg(long, value_name = "KEY")]
    pub without: Vec<String>,
    /// 默认不列而仍要列入的事项 · lines to ask for that are left out by default
    #[arg(long, value_name = "KEY")]
    pub with: Vec<String>,
}

/// `declare …`
#[derive(Debug, Args)]
pub struct Declare {
    /// 编号 · number
    pub number: String,
    /// 与各申报机构均无关系 · no tie to any applicant
    #[arg(long, conflicts_with = "tie", required_unless_present = "tie")]
    pub none: bool,
    /// 有关系的申报机构 · applicant of the tie
    #[arg(long, value_name = "APPLICANT", requires = "ground")]
    pub tie: Option<String>,
    /// 回避情形 · ground
    #[arg(long)]
    pub ground: Option<String>,
}

/// `score …`
#[derive(Debug, Args)]
pub struct Score {
    /// 编号 · number
    pub number: String,
    /// 如 innovation=17.50,security=16（空值清除，na 为不适用） · points by criterion
    #[arg(long, value_delimiter = ',', value_name = "ID=POINTS")]
    pub points: Vec<String>,
    /// 某项理由，ID=文字 · reason for one criterion
    #[arg(long, value_name = "ID=T")]
    pub comment: Vec<String>,
    /// 不予评分的理由 · abstain, with its reason
    #[arg(long, value_name = "T", conflicts_with = "points")]
    pub abstain: Option<String>,
}

/// `worksheet …`
#[derive(Debug, Subcommand)]
pub enum Worksheet {
    /// 导出 · write
    Export {
        /// .xlsx
        file: PathBuf,
    },
    /// 导入 · bring back
    Import {
        /// .xlsx
        file: PathBuf,
        /// 只检查，不写入 · check only
        #[arg(long)]
        dry_run: bool,
    },
}

/// `sheet …`
#[derive(Debug, Subcommand)]
pub enum Sheet {
    /// 签署提交 · sign
    Seal {
        /// .lxsheet
        #[arg(long)]
        out: PathBuf,
    },
    /// 打印 · a PDF to be signed by hand
    Print {
        /// PDF
        #[arg(long)]
        out: PathBuf,
    },
}

/// `rule …`
#[derive(Debug, Subcommand)]
pub enum Rule {
    /// 评分表作废 · a sheet does not count
    Void {
        /// 评分表校验码 · digest of the sheet
        sheet: String,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
    /// 两份评分表以其一为准 · of two heads one counts
    Resolve {
        /// 保留的评分表校验码 · digest of the sheet to keep
        sheet: String,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
    /// 评分后回避 · recused after scoring
    Recuse {
        /// 专家姓名或公钥校验码 · name or fingerprint
        reviewer: String,
        /// 编号 · number
        number: String,
        /// 回避情形 · ground
        #[arg(long)]
        ground: String,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
    /// 更正一项分数 · correct one score
    Correct {
        /// 专家姓名或公钥校验码 · name or fingerprint
        reviewer: String,
        /// 编号 · number
        number: String,
        /// 评分项 · criterion
        criterion: String,
        /// 分数 · points
        points: String,
        /// 更正原因 · reason code
        #[arg(long, value_parser = ["eligibility", "reckoning", "out_of_range", "objective"])]
        code: String,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
    /// 同分次序（评审组表决） · order of the tied
    Tie {
        /// 依次的编号 · numbers in order
        #[arg(required = true)]
        order: Vec<String>,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
    /// 变更评审组名单 · amend the roster
    Amend {
        /// 加入 · add a card
        #[arg(long, value_name = "F.lxid")]
        add: Vec<PathBuf>,
        /// 移出：姓名或公钥校验码 · remove
        #[arg(long, value_name = "MEMBER")]
        remove: Vec<String>,
        /// 理由 · reason
        #[arg(long)]
        reason: String,
    },
}

/// `decide …`
#[derive(Debug, Args)]
pub struct Decide {
    /// 编号 · number
    pub number: String,
    /// 建议推荐 / 未纳入本批次 / 不符合申报条件
    #[arg(value_parser = ["recommend", "later", "ineligible"])]
    pub opinion: String,
    /// 理由 · reason
    #[arg(long)]
    pub reason: String,
    /// 产业导向考虑 · industry direction
    #[arg(long, default_value = "")]
    pub industry: String,
}

/// `report …`
#[derive(Debug, Args)]
pub struct Report {
    /// PDF
    #[arg(long)]
    pub out: PathBuf,
    /// 备查版或报送版 · edition
    #[arg(long, value_parser = ["full", "submission"], default_value = "full")]
    pub edition: String,
    /// 电子表格 · spreadsheet
    #[arg(long)]
    pub xlsx: Option<PathBuf>,
    /// 可编辑文档 · editable document
    #[arg(long)]
    pub docx: Option<PathBuf>,
    /// CA 证书 · certificate of an authority
    #[arg(long, requires = "p12_password_file")]
    pub p12: Option<PathBuf>,
    /// 证书口令文件 · file with its password
    #[arg(long)]
    pub p12_password_file: Option<PathBuf>,
}

/// `journal …`
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// 列出 · list
    List,
    /// 核验 · verify
    Verify,
}

/// `backup …`
#[derive(Debug, Subcommand)]
pub enum Backup {
    /// 备份 · write
    Create {
        /// 文件 · file
        file: PathBuf,
    },
    /// 检查 · check
    Check {
        /// 文件 · file
        file: PathBuf,
    },
    /// 恢复到新文件夹（--desk NEW） · restore into a new folder
    Restore {
        /// 文件 · file
        file: PathBuf,
    },
}
