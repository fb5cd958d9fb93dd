//! What institutions send: `import`, `listing`, `screen`, `notice`.

use std::path::PathBuf;

use clap::Args;

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
    #[arg(long = "as", value_name = "version|addition", value_parser = ["version", "addition"], requires = "into")]
    pub placing: Option<String>,
    /// 编号或者项目名称、牵头单位与该项目不符，仍要归入 · into that application though it seems to be another's
    #[arg(long, requires = "into")]
    pub anyway: bool,
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
    /// 审核结论 · outcome
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
    /// 不列入的事项，用 --json 输出的 lines 中的 key · lines to leave out, by their keys in the output of --json
    #[arg(long, value_name = "KEY")]
    pub without: Vec<String>,
    /// 默认不列而仍要列入的事项，同上 · lines to ask for that are left out by default
    #[arg(long, value_name = "KEY")]
    pub with: Vec<String>,
}
