//! A desk and who it belongs to: `identity`, `journal`, `backup`.

use std::path::PathBuf;

use clap::Subcommand;

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
