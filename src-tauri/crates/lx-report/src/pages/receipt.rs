//! 申报材料回执: what was received and when; it proves no more than that.

use lx_domain::{Digest, Document, Dossier, FieldId, Profile, UnixMillis};

use super::{
    TABLE, count,
    notice::{addressee, title, unsure},
    table, val, words,
};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts, file_name},
    layout::{Align, Cell, Column, Flow, Page, Para, pt, span},
    words as phrases,
};

/// What came as an addition to an application, beside what it held before.
#[derive(Debug, Clone)]
pub struct Added<'a> {
    /// Name of the package that came.
    pub package: &'a str,
    /// Its digest.
    pub digest: Digest,
    /// Its documents.
    pub documents: &'a [Document],
}

/// Into which batch something was received, and by whom.
#[derive(Debug, Clone, Copy)]
pub struct Reception<'a> {
    /// Name of the batch.
    pub batch: &'a str,
    /// Who took it.
    pub clerk: &'a str,
    /// The deadline, where the application came after it.
    pub missed: Option<UnixMillis>,
}

/// Sets the receipt.
///
/// # Errors
/// [`ReportError::MissingGlyphs`].
pub(crate) fn receipt(
    fonts: &Fonts,
    dossier: &Dossier,
    added: Option<&Added<'_>>,
    profile: &Profile,
    reception: Reception<'_>,
    at: UnixMillis,
) -> Result<Vec<Page>, ReportError> {
    let Reception { batch, clerk, .. } = reception;
    let mut flow = Flow::new(fonts);
    flow.para(&[span(Face::Bold, "申报材料回执")], Para::TITLE)?;
    flow.space(pt(18));
    flow.para(&[span(Face::Serif, format!("{}：", addressee(dossier)))], Para::FLUSH)?;
    let again = if dossier.version > 1 {
        format!("补充材料（第{}次报送）", dossier.version)
    } else {
        "材料".to_owned()
    };
    flow.text(&format!("你单位报送的{batch}申报{again}已收到，登记如下。"))?;
    facts(&mut flow, dossier, added, reception)?;
    match added {
        None => list(&mut flow, profile, "收到的文件", &dossier.documents)?,
        Some(added) => {
            list(&mut flow, profile, "本次收到的文件", added.documents)?;
            list(&mut flow, profile, "现有材料，含本次收到的文件", &dossier.documents)?;
        }
    }
    flow.space(pt(10));
    // The name, the stamp and the date never stand on a page without text.
    flow.need(pt(290));
    flow.text(
        "本回执仅证明收到上述材料的时间和内容，不表示材料审核通过。校验码是文件内容的 SHA-256 值前八位，可据以核对双方所存文件是否一致。",
    )?;
    closing(&mut flow, profile, clerk, at)?;
    Ok(flow.finish(None)?.0)
}

/// Documents below what they are.
fn list(flow: &mut Flow<'_>, profile: &Profile, what: &str, of: &[Document]) -> Result<(), ReportError> {
    flow.space(pt(14));
    flow.para(
        &[span(Face::Sans, format!("{what}（共{}件）", of.len()))],
        Para { keep: true, ..Para::FLUSH },
    )?;
    documents(flow, profile, of)
}

fn facts(flow: &mut Flow<'_>, dossier: &Dossier, added: Option<&Added<'_>>, reception: Reception<'_>) -> Result<(), ReportError> {
    let version = format!("第{}次报送", dossier.version);
    let (package, digest) = match added {
        Some(added) => (added.package, added.digest),
        None => (dossier.package_name.as_str(), dossier.package_digest),
    };
    let lines = [
        ("编号", dossier.number.to_string()),
        ("项目名称", title(dossier)),
        ("申报机构", addressee(dossier)),
        (
            "办理方式",
            format!("{}{}", phrases::track(dossier.track), unsure(dossier, FieldId::Track)),
        ),
        ("批次", reception.batch.to_owned()),
        ("收到时间", phrases::date_and_time(dossier.received_at)),
        ("报送次数", version),
        ("材料名称", file_name(package)),
        ("材料校验码", digest.short()),
    ];
    let late = |deadline| format!("逾期，受理截止时间为{}", phrases::until(deadline));
    let late = reception.missed.map(|deadline| ("受理情况", late(deadline)));
    let rows = lines.into_iter().chain(late).map(|(what, value)| {
        let cells: Vec<Cell> = vec![words(what), val(value, what)];
        (what.to_owned(), cells)
    });
    let columns = vec![Column::new("登记事项", 24, Align::Centre), Column::new("内容", 96, Align::Left)];
    table(flow, columns, rows, TABLE)
}

fn documents(flow: &mut Flow<'_>, profile: &Profile, documents: &[Document]) -> Result<(), ReportError> {
    let rows = documents.iter().enumerate().map(|(at, document)| {
        let item = profile.checklist.iter().find(|i| document.item.as_ref() == Some(&i.id));
        let cells: Vec<Cell> = vec![
            words(count(at + 1)),
            val(file_name(&document.path), "document"),
            words(item.map(|i| i.name.clone()).unwrap_or_default()),
            val(size(document.bytes), "bytes"),
            val(document.digest.short(), "digest"),
        ];
        (document.path.clone(), cells)
    });
    let columns = vec![
        Column::tight("序号", Align::Centre),
        Column::new("文件", 56, Align::Left),
        Column::new("对应事项", 24, Align::Left),
        Column::new("大小", 16, Align::Right),
        Column::new("校验码", 22, Align::Centre),
    ];
    table(flow, columns, rows, TABLE)
}

/// 12 KB, 3.4 MB: rounded up, so that nothing that is there has no size.
fn size(bytes: u64) -> String {
    const MEGA: u64 = 1 << 20;
    if bytes < MEGA {
        format!("{} KB", bytes.div_ceil(1024))
    } else {
        let tenths = bytes.saturating_mul(10).div_ceil(MEGA);
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// Room for the office's stamp over its name and the date; the program draws no seal.
fn closing(flow: &mut Flow<'_>, profile: &Profile, clerk: &str, at: UnixMillis) -> Result<(), ReportError> {
    flow.space(pt(24));
    flow.para(&[span(Face::Serif, format!("经办人：{clerk}"))], Para::BODY)?;
    flow.space(pt(58));
    let office = if profile.report.organiser.is_empty() {
        "（收件单位盖章）".to_owned()
    } else {
        format!("{}（盖章）", profile.report.organiser)
    };
    flow.para(&[span(Face::Serif, format!("{office}　　"))], Para::RIGHT)?;
    flow.para(&[span(Face::Serif, format!("{}　　", phrases::date(at)))], Para::RIGHT)
}
