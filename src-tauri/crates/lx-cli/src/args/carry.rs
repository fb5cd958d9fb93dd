//! The words of `carry …`.

use std::path::PathBuf;

use clap::Subcommand;

/// `carry …`
#[derive(Debug, Subcommand)]
pub enum Carry {
    /// 本批次可以结转的项目 · what can move to a later batch
    List,
    /// 导出结转文件 · write the file that a later batch takes in
    Export {
        /// 编号；不给则为默认结转的全部 · numbers; without them everything carried over by default
        #[arg(value_name = "NUMBER")]
        numbers: Vec<String>,
        /// 结转文件 · the file
        #[arg(long, value_name = "F.lxcarry")]
        out: PathBuf,
        /// 不附材料 · records and conclusions only
        #[arg(long)]
        without_documents: bool,
        /// 加密给此人 · encrypt to this person
        #[arg(long, value_name = "CARD")]
        to: Option<PathBuf>,
    },
    /// 收入前一批次的结转文件 · take in a file of an earlier batch
    Import {
        /// 结转文件 · the file
        #[arg(value_name = "F.lxcarry")]
        file: PathBuf,
        /// 前一批次的编号；不给则为全部 · numbers of the earlier batch; without them all of it
        #[arg(value_name = "NUMBER")]
        numbers: Vec<String>,
        /// 只看，不写入 · look only
        #[arg(long)]
        dry_run: bool,
        /// 信任的身份卡、公钥校验码或 CA 证书 · card, fingerprint or CA that is trusted
        #[arg(long, value_name = "CARD|FINGERPRINT|CA.pem")]
        trust: Vec<String>,
        /// 给新编号 · another number in this batch
        #[arg(long = "as", value_name = "OLD=NEW")]
        named: Vec<String>,
        /// 并入已有项目，只添前次结论 · joins an application that is here
        #[arg(long, value_name = "OLD=HERE")]
        beside: Vec<String>,
    },
}
