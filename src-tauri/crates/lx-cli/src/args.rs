//! The words of a call.

mod batch;
mod carry;
mod desk;
mod packages;
mod panel;
mod sheets;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use self::{
    batch::{Batch, Profile, Roster},
    carry::Carry,
    desk::{Backup, Identity, Journal},
    packages::{Import, Listing, Notice, Screen},
    panel::{Decide, Report, Rule},
    sheets::{Declare, Score, Sheet, Worksheet},
};

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
    /// 移出本批次 · take an application out of this batch
    Defer {
        /// 编号 · number
        number: String,
        /// 理由 · reason
        #[arg(long, required_unless_present = "back", conflicts_with = "back")]
        reason: Option<String>,
        /// 撤回申报或误收，不转入下一批次 · withdrawn or received by mistake: it does not move to the next batch
        #[arg(long, conflicts_with = "back")]
        withdrawn: bool,
        /// 移回本批次 · take it back into this batch
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
