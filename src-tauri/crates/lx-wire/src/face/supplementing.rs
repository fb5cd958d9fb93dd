//! Receipts, notices, versions, differences; applications moved to the next batch.

use std::{collections::BTreeMap, path::PathBuf};

use chrono::{Datelike as _, NaiveDateTime};
use lx_domain::{Field, UnixMillis, profile::ChecklistItem};
use lx_steps::{
    Desk, StepError,
    comparing::{ComparedApplicant, ComparedDocument, ComparedField, DocumentChange, texts::Change},
    deferring, files,
    noticing::{self, Point},
    sample::SampleFolders,
    screening as steps,
    supplementing::{self, Version},
};

use super::{
    count, digest, number,
    screening::{application, finding_view, source},
    word,
};
use crate::{
    Fault,
    screening::ApplicationView,
    supplementing::{
        AskedView, Compare, CompareTexts, ComparedApplicantView, ComparedDocumentView, ComparedFieldView, ComparisonView, Defer,
        DeferredView, MakeNotice, MakeReceipt, NoticeLineView, PaperView, PassageView, ReceptionView, TextComparisonView, VersionView,
        WordsView, WriteFirstReading,
    },
    text::Texts,
};

/// Writes the first reading of a forwarded application.
///
/// # Errors
/// What the step refuses.
pub fn first_reading(desk: &mut Desk, texts: &Texts, request: &WriteFirstReading, at: UnixMillis) -> Result<ApplicationView, Fault> {
    steps::read_first(desk, &number(&request.number)?, &request.text, at)?;
    application(desk, texts, &request.number)
}

/// Where a paper goes: where the person said, else the desk's own place for files.
fn target(desk: &Desk, out: Option<&str>, name: &str) -> PathBuf {
    match out.map(str::trim).filter(|o| !o.is_empty()) {
        Some(out) => PathBuf::from(out),
        None => SampleFolders::of_desk(desk.folder())
            .map_or_else(|| desk.out_folder(), |s| s.files())
            .join(format!("{name}.pdf")),
    }
}

/// Writes the receipt of the latest package.
///
/// # Errors
/// What the step refuses.
pub fn make_receipt(desk: &mut Desk, request: &MakeReceipt, at: UnixMillis) -> Result<PaperView, Fault> {
    let of = number(&request.number)?;
    let out = target(desk, request.out.as_deref(), &format!("回执-{of}"));
    noticing::receipt(desk, &of, &out, at)?;
    Ok(PaperView {
        path: files::absolute(&out).display().to_string(),
        short: desk.dossier(&of)?.package_digest.short(),
        lines: 0,
    })
}

/// The words of a line as they will stand in the notice: always Chinese.
fn words_of(chinese: &Texts, point: &Point) -> String {
    let args = point.args.iter().map(|(name, value)| (name.as_str(), value.clone()));
    match (&point.code, point.field) {
        (Some(code), _) => chinese.say(&format!("ask-{}", code.replace('_', "-")), args),
        (None, Some(_)) if point.args.get("others").is_some_and(|o| !o.is_empty()) => chinese.say("ask-field-several", args),
        (None, Some(_)) => chinese.say("ask-field-unsure", args),
        (None, None) => point.text.clone(),
    }
}

/// Everything that a notice can ask for.
///
/// # Errors
/// What reading the desk can meet.
pub fn notice_lines(desk: &Desk, texts: &Texts, of: &str) -> Result<Vec<NoticeLineView>, Fault> {
    let (chinese, profile) = (Texts::of_papers(), desk.profile()?);
    let points = noticing::points(desk, &desk.dossier(&number(of)?)?)?;
    let line = |point: Point| NoticeLineView {
        kind: word(&point.kind),
        what: item_name(texts, &profile.checklist, &point),
        text: words_of(chinese, &point),
        places: point.places.iter().map(source).collect(),
        asked: point.asked,
        key: point.key,
    };
    Ok(points.into_iter().map(line).collect())
}

fn item_name(texts: &Texts, checklist: &[ChecklistItem], point: &Point) -> String {
    let item = point.item.as_ref().and_then(|id| checklist.iter().find(|i| i.id == *id));
    item.map(|i| texts.pick(&i.name, &i.name_en).to_owned()).unwrap_or_default()
}

/// Writes the notice of what is to be supplied.
///
/// # Errors
/// What the step refuses; a day that is none.
pub fn make_notice(desk: &mut Desk, request: &MakeNotice, at: UnixMillis) -> Result<PaperView, Fault> {
    let of = number(&request.number)?;
    let deadline = request
        .deadline
        .as_deref()
        .map(str::trim)
        .filter(|d| !d.is_empty())
        .map(instant)
        .transpose()?;
    let chinese = Texts::of_papers();
    let asked = |point: &Point| match &request.keys {
        Some(keys) => keys.contains(&point.key),
        None => point.asked,
    };
    let points = noticing::points(desk, &desk.dossier(&of)?)?;
    if let Some(stranger) = request.keys.iter().flatten().find(|key| !points.iter().any(|p| p.key == **key)) {
        return Err(Fault::unknown("point", stranger));
    }
    let words: BTreeMap<String, String> = points
        .iter()
        .filter(|p| asked(p))
        .map(|p| (p.key.clone(), words_of(chinese, p)))
        .collect();
    let out = target(desk, request.out.as_deref(), &format!("补充材料通知-{of}"));
    let notice = noticing::notice(desk, &of, &words, deadline, &out, at).map_err(|error| match error {
        // In the words in which it was given.
        StepError::NotATime(_) => Fault::from(StepError::NotATime(request.deadline.clone().unwrap_or_default())),
        error => error.into(),
    })?;
    Ok(PaperView {
        path: files::absolute(&out).display().to_string(),
        short: desk.dossier(&of)?.package_digest.short(),
        lines: count(notice.points.len()),
    })
}

/// An instant in China Standard Time: `2026-12-05 17:30`, or the end of the day where no time is given.
///
/// # Errors
/// A fault for a text that is none.
pub fn instant(text: &str) -> Result<UnixMillis, Fault> {
    let text = text.trim();
    let wrong = || Fault::from(StepError::NotATime(text.to_owned()));
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "23:59"));
    let local = NaiveDateTime::parse_from_str(&format!("{day} {}", time.trim()), "%Y-%m-%d %H:%M").map_err(|_| wrong())?;
    if !(2000..3000).contains(&local.year()) {
        return Err(wrong());
    }
    // To the end of that minute: 23:59 is the whole day.
    let end = local.and_utc().timestamp_millis().saturating_add(59_999);
    Ok(UnixMillis(end.saturating_sub(8 * 3_600_000)))
}

/// An instant as people write it: `2026-12-05 17:30`, in China Standard Time.
#[must_use]
pub fn local_time(at: i64) -> String {
    let local = chrono::DateTime::from_timestamp_millis(at.saturating_add(8 * 3_600_000));
    local.map(|t| t.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

fn version_view(version: &Version) -> VersionView {
    let dossier = &version.dossier;
    VersionView {
        version: dossier.version,
        received_at: dossier.received_at.0,
        package_name: dossier.package_name.clone(),
        package_short: dossier.package_digest.short(),
        documents: count(dossier.documents.len()),
        outcome: version.admission.as_ref().map(|a| word(&a.outcome)),
        reason: version.admission.as_ref().map(|a| a.reason.clone()).unwrap_or_default(),
        receipt_at: version.receipt.map(|at| at.0),
        notice_at: version.notice.as_ref().map(|(_, at)| at.0),
        deadline: version.notice.as_ref().and_then(|(notice, _)| notice.deadline).map(|d| d.0),
        asked: version.notice.as_ref().map_or(0, |(notice, _)| count(notice.points.len())),
    }
}

/// The versions of an application, oldest first.
///
/// # Errors
/// What the step refuses.
pub fn versions(desk: &Desk, of: &str) -> Result<Vec<VersionView>, Fault> {
    Ok(supplementing::versions(desk, &number(of)?)?.iter().map(version_view).collect())
}

/// Two versions beside each other.
///
/// # Errors
/// What the step refuses.
pub fn compare(desk: &Desk, texts: &Texts, request: &Compare) -> Result<ComparisonView, Fault> {
    let found = supplementing::compare(desk, &number(&request.number)?, request.from, request.to)?;
    let profile = desk.profile()?;
    let asked: Vec<AskedView> = found
        .asked
        .iter()
        .map(|asked| AskedView {
            kind: word(&asked.point.kind),
            what: item_name(texts, &profile.checklist, &asked.point),
            text: asked.point.text.clone(),
            settled: asked.settled,
        })
        .collect();
    let comparison = &found.comparison;
    Ok(ComparisonView {
        from: version_view(&found.from),
        to: version_view(&found.to),
        settled: count(asked.iter().filter(|a| a.settled).count()),
        asked,
        documents: comparison.documents.iter().map(document).collect(),
        fields: comparison.fields.iter().filter_map(field).collect(),
        applicants: comparison.applicants.iter().map(|a| applicant(texts, a)).collect(),
        settled_findings: comparison.settled.iter().map(|f| finding_view(texts, f)).collect(),
        new_findings: comparison.raised.iter().map(|f| finding_view(texts, f)).collect(),
        standing_findings: count(comparison.standing),
    })
}

fn document(compared: &ComparedDocument) -> ComparedDocumentView {
    let change = match compared.change {
        DocumentChange::Added => "added",
        DocumentChange::Gone => "gone",
        DocumentChange::Changed => "changed",
        DocumentChange::Renamed => "renamed",
        DocumentChange::Same => "same",
    };
    let (before, after) = (compared.before.as_ref(), compared.after.as_ref());
    ComparedDocumentView {
        change: change.to_owned(),
        before: before.map(|d| d.path.clone()),
        after: after.map(|d| d.path.clone()),
        before_digest: before.map(|d| d.digest.to_string()),
        after_digest: after.map(|d| d.digest.to_string()),
        before_bytes: before.map(|d| d.bytes),
        after_bytes: after.map(|d| d.bytes),
    }
}

fn field(compared: &ComparedField) -> Option<ComparedFieldView> {
    let id = compared.after.as_ref().or(compared.before.as_ref())?.id;
    let value = |f: &Option<Field>| f.as_ref().map(|f| f.value.clone()).unwrap_or_default();
    let place = |f: &Option<Field>| f.as_ref().and_then(|f| f.source.as_ref()).map(source);
    Some(ComparedFieldView {
        id: word(&id),
        before: value(&compared.before),
        before_source: place(&compared.before),
        after: value(&compared.after),
        after_source: place(&compared.after),
    })
}

/// Classes and roles are ids of the core; everything else is the applicant's own words.
fn applicant(texts: &Texts, compared: &ComparedApplicant) -> ComparedApplicantView {
    let words = |value: &str| match compared.part {
        _ if value.is_empty() => String::new(),
        "class" => texts.word(&format!("class-{value}")),
        "role" => texts.word(&format!("applicant-{value}")),
        _ => value.to_owned(),
    };
    ComparedApplicantView {
        name: compared.name.clone(),
        part: compared.part.to_owned(),
        before: words(&compared.before),
        after: words(&compared.after),
    }
}

/// What differs in the text of one document.
///
/// # Errors
/// What the step refuses.
pub fn compare_texts(desk: &Desk, request: &CompareTexts) -> Result<TextComparisonView, Fault> {
    let (before, after) = (digest(&request.before)?, digest(&request.after)?);
    let found = supplementing::compare_texts(desk, &number(&request.number)?, &before, &after)?;
    let words = |(change, text): (Change, String)| WordsView {
        change: match change {
            Change::Same => "same",
            Change::Added => "added",
            Change::Gone => "gone",
        }
        .to_owned(),
        text,
    };
    let passages = found.passages.into_iter().map(|p| PassageView {
        before: p.before,
        after: p.after,
        words: p.words.into_iter().map(words).collect(),
    });
    Ok(TextComparisonView {
        passages: passages.collect(),
        same: count(found.same),
        cut: found.cut,
    })
}

/// Deadline, late ones, those moved to the next batch.
///
/// # Errors
/// What reading the desk can meet.
pub fn reception(desk: &Desk) -> Result<ReceptionView, Fault> {
    let late = deferring::late(desk, &desk.dossiers()?)?;
    let deferred = deferring::deferred(desk)?.into_iter().map(|moved| DeferredView {
        number: moved.number.to_string(),
        title: moved.title,
        lead: moved.lead,
        received_at: moved.received_at.0,
        package_short: moved.package_digest.short(),
        reason: moved.reason,
        withdrawn: moved.withdrawn,
    });
    Ok(ReceptionView {
        deadline: deferring::deadline(desk)?.map(|d| d.0),
        late: late.iter().map(ToString::to_string).collect(),
        deferred: deferred.collect(),
    })
}

/// Sets the deadline, or takes it away.
///
/// # Errors
/// What the step refuses.
pub fn set_deadline(desk: &mut Desk, deadline: Option<&str>, at: UnixMillis) -> Result<ReceptionView, Fault> {
    let deadline = deadline.map(str::trim).filter(|d| !d.is_empty()).map(instant).transpose()?;
    deferring::set_deadline(desk, deadline, at)?;
    reception(desk)
}

/// Moves an application to the next batch.
///
/// # Errors
/// What the step refuses.
pub fn defer(desk: &mut Desk, request: &Defer, at: UnixMillis) -> Result<ReceptionView, Fault> {
    let set_aside = if request.withdrawn { deferring::withdraw } else { deferring::defer };
    set_aside(desk, &number(&request.number)?, &request.reason, at)?;
    reception(desk)
}

/// Takes an application back into this batch.
///
/// # Errors
/// What the step refuses.
pub fn take_back(desk: &mut Desk, of: &str, at: UnixMillis) -> Result<ReceptionView, Fault> {
    deferring::take_back(desk, &number(of)?, at)?;
    reception(desk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_at_its_last_millisecond_in_china() {
        assert_eq!(instant("1970-01-01").ok(), None, "nobody sets a deadline in the past century");
        assert_eq!(instant("2026-12-05").unwrap().0, 1_796_486_399_999);
        assert_eq!(instant("2026-12-05 17:30").unwrap().0, 1_796_463_059_999);
        assert_eq!(instant(" 2024-02-29 ").unwrap(), instant("2024-02-29 23:59").unwrap());
        for wrong in ["2026-02-29", "2026-13-01", "12月5日", "2026-12-05 24:00", ""] {
            let fault = instant(wrong).unwrap_err();
            assert!(
                fault.args.iter().any(|(name, said)| name == "text" && said == wrong),
                "as it was given: {fault:?}"
            );
        }
    }
}
