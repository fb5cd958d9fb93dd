//! 补充材料通知: everything that is missing or irregular, told at once (一次性告知).

use lx_domain::{Admission, Dossier, ItemState, Profile, UnixMillis};

use super::{TABLE, count, val, words};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
    layout::{Align, Cell, Column, Flow, Page, Para, Table, pt, span},
    words as phrases,
};

/// Sets the notice.
///
/// # Errors
/// [`ReportError::MissingGlyphs`].
pub(crate) fn notice(
    fonts: &Fonts,
    dossier: &Dossier,
    admission: &Admission,
    profile: &Profile,
    batch: &str,
    at: UnixMillis,
) -> Result<Vec<Page>, ReportError> {
    let mut flow = Flow::new(fonts);
    flow.para(&[span(Face::Bold, "补充材料通知")], Para::TITLE)?;
    flow.space(pt(18));
    let applicants: Vec<&str> = dossier.applicants.iter().map(|a| a.name.as_str()).collect();
    let addressee = if applicants.is_empty() {
        "申报机构".to_owned()
    } else {
        applicants.join("、")
    };
    flow.para(&[span(Face::Serif, format!("{addressee}："))], Para::FLUSH)?;
    flow.text(&format!(
        "你单位申报的“{}”（编号{}，{batch}）材料已于{}收到。经对规范性、完整性审核，下列事项需要补充完善，现一次性告知。",
        dossier.title,
        dossier.number,
        phrases::date(dossier.received_at)
    ))?;
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    for item in &profile.checklist {
        let Some(verdict) = admission.items.get(&item.id) else { continue };
        if !matches!(verdict.state, ItemState::Missing | ItemState::Irregular) {
            continue;
        }
        let cells = vec![
            words(count(rows.len() + 1)),
            words(item.name.clone()),
            val(phrases::item_state(verdict.state), "state"),
            val(verdict.reason.clone(), "reason"),
            words(item.clause.clone()),
        ];
        rows.push((item.name.clone(), cells));
    }
    if rows.is_empty() {
        flow.text("（没有缺失或不规范的事项。）")?;
    } else {
        let columns = vec![
            Column::tight("序号", Align::Centre),
            Column::new("事项", 28, Align::Left),
            Column::tight("情况", Align::Centre),
            Column::new("需要补充完善的内容", 44, Align::Left),
            Column::new("依据", 22, Align::Left),
        ];
        Table {
            caption: None,
            columns,
            rows,
            setting: TABLE,
        }
        .set(&mut flow)?;
    }
    if !admission.reason.is_empty() {
        flow.text(&super::screening::full_stop(&admission.reason))?;
    }
    flow.text(
        "请将补充后的完整材料作为新版本一并报送；未在本批次评审启动前补齐的，转入后续批次。补充材料请注明编号，电子版与纸质版保持一致。",
    )?;
    flow.space(pt(40));
    flow.need(pt(64));
    if !profile.report.organiser.is_empty() {
        flow.para(&[span(Face::Serif, format!("{}　　", profile.report.organiser))], Para::RIGHT)?;
    }
    flow.para(&[span(Face::Serif, format!("{}　　", phrases::date(at)))], Para::RIGHT)?;
    Ok(flow.finish(None)?.0)
}
