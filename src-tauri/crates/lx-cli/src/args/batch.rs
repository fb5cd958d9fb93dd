//! What a batch is made of: `batch`, `profile`, `roster`.

use std::path::PathBuf;

use clap::Subcommand;

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
