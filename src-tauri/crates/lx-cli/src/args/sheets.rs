//! What an expert does: `declare`, `score`, `worksheet`, `sheet`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
