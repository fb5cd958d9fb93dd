//! What the chair does: `rule`, `decide`, `report`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

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
