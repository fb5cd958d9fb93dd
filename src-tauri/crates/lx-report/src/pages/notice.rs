//! 补充材料通知: everything that is missing, irregular, contradictory or to be confirmed, told at once (一次性告知).

use lx_domain::{Applicant, ApplicantPart, Dossier, FieldId, FieldStatus, Profile, Source, UnixMillis};

use super::{TABLE, count, table, val, words};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
    layout::{Align, Cell, Column, Flow, Page, Para, pt, span},
    words as phrases,
};

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeLine {
    /// Item of the checklist, or `申报信息`.
    pub what: String,
    /// `缺失`, `不规范`, `前后不一致`, `请确认`.
    pub state: String,
    /// What is to be supplied or answered.
    pub text: String,
    /// Where.
    pub places: Vec<Source>,
    /// The clause behind it; may be empty.
    pub clause: String,
}

/// What a notice is made of.
pub(crate) struct Notice<'a> {
    /// On which application.
    pub dossier: &'a Dossier,
    /// What is asked for.
    pub lines: &'a [NoticeLine],
    /// Why the screening ended so.
    pub reason: &'a str,
    /// By when.
    pub deadline: Option<UnixMillis>,
    /// By which profile.
    pub profile: &'a Profile,
    /// 批次名称.
    pub batch: &'a str,
    /// Its date.
    pub at: UnixMillis,
}

/// Sets the notice.
///
/// # Errors
/// [`ReportError::MissingGlyphs`].
pub(crate) fn notice(fonts: &Fonts, notice: &Notice<'_>) -> Result<Vec<Page>, ReportError> {
    let (dossier, profile) = (notice.dossier, notice.profile);
    let mut flow = Flow::new(fonts);
    flow.para(&[span(Face::Bold, "补充材料通知")], Para::TITLE)?;
    flow.space(pt(18));
    flow.para(&[span(Face::Serif, format!("{}：", addressee(dossier)))], Para::FLUSH)?;
    flow.text(&format!(
        "你单位申报的“{}”（编号{}，{}）材料已于{}收到。经对规范性、完整性审核，{}",
        title(dossier),
        dossier.number,
        notice.batch,
        phrases::date(dossier.received_at),
        if notice.lines.is_empty() {
            "需要补充完善，现一次性告知。".to_owned()
        } else {
            format!("下列{}项需要补充完善，现一次性告知。", notice.lines.len())
        }
    ))?;
    if notice.lines.is_empty() {
        flow.text(&super::screening::full_stop(notice.reason))?;
    } else {
        asked(&mut flow, notice.lines)?;
    }
    flow.space(pt(12));
    // The name and the date never stand on a page without text.
    flow.need(pt(214));
    let by = notice
        .deadline
        .map_or_else(|| "请".to_owned(), |deadline| format!("请于{}前，", phrases::until(deadline)));
    flow.text(&format!(
        "{by}将补充后的完整材料作为新版本一并报送，并附逐项说明。未在规定时间和本批次评审启动前补齐的，转入后续批次。补充材料请注明编号，电子版与纸质版保持一致。"
    ))?;
    flow.space(pt(28));
    flow.need(pt(58));
    if !profile.report.organiser.is_empty() {
        flow.para(&[span(Face::Serif, format!("{}　　", profile.report.organiser))], Para::RIGHT)?;
    }
    flow.para(&[span(Face::Serif, format!("{}　　", phrases::date(notice.at)))], Para::RIGHT)?;
    Ok(flow.finish(None)?.0)
}

/// Behind what no person has confirmed and the papers leave open.
const UNSURE: &str = "（待核实）";

/// The title, marked where it is not certain.
pub(super) fn title(dossier: &Dossier) -> String {
    format!("{}{}", dossier.title, unsure(dossier, FieldId::Title))
}

/// The mark of a field that is not certain; nothing behind one that is.
pub(super) fn unsure(dossier: &Dossier, id: FieldId) -> &'static str {
    let open = |f: &lx_domain::Field| f.id == id && f.status == FieldStatus::Confirm;
    if dossier.fields.iter().any(open) { UNSURE } else { "" }
}

/// The applicants, lead first; marked whose name is not certain.
pub(super) fn addressee(dossier: &Dossier) -> String {
    let name = |a: &Applicant| {
        let open = a.stated(ApplicantPart::Name).is_some_and(|s| s.status == FieldStatus::Confirm);
        format!("{}{}", a.name, if open { UNSURE } else { "" })
    };
    let applicants: Vec<String> = dossier.applicants.iter().map(name).collect();
    if applicants.is_empty() {
        "申报机构".to_owned()
    } else {
        applicants.join("、")
    }
}

fn asked(flow: &mut Flow<'_>, lines: &[NoticeLine]) -> Result<(), ReportError> {
    let row = |(at, line): (usize, &NoticeLine)| {
        let text = super::screening::full_stop(&line.text);
        let text = match phrases::places(&line.places) {
            places if places.is_empty() => text,
            places => format!("{text}\n（见{places}）"),
        };
        let cells: Vec<Cell> = vec![
            words(count(at + 1)),
            words(line.what.clone()),
            val(line.state.clone(), "state"),
            val(text, "text"),
            words(line.clause.clone()),
        ];
        (line.what.clone(), cells)
    };
    let columns = vec![
        Column::tight("序号", Align::Centre),
        Column::new("事项", 24, Align::Left),
        Column::tight("情况", Align::Centre),
        Column::new("需要补充完善的内容", 50, Align::Left),
        Column::new("依据", 22, Align::Left),
    ];
    table(flow, columns, lines.iter().enumerate().map(row), TABLE)
}
