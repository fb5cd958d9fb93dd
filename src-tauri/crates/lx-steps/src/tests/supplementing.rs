//! Screening with places, papers to the applicants, supplements, late and forwarded applications.

use std::collections::BTreeMap;

use lx_domain::{
    ApplicationNumber, DocumentKind, Dossier, Field, FieldId, FieldStatus, Finding, ItemId, ItemState, Outcome, Severity, Source,
    UnixMillis,
};
use lx_seal::digest_of;

use super::panel::{AT, Panel};
use crate::{
    Desk, StepError, carrying,
    comparing::DocumentChange,
    deferring, noticing, opening,
    screening::{self, Given},
    supplementing,
};

const DAY: i64 = 86_400_000;

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}

fn state(panel: &Panel, number: &ApplicationNumber, id: &str) -> lx_domain::ItemVerdict {
    let dossier = panel.chair.dossier(number).unwrap();
    let screened = screening::screening(&panel.chair, &dossier).unwrap();
    screened.items.into_iter().find(|i| i.id == item(id)).unwrap().verdict
}

fn say(desk: &mut Desk, number: &ApplicationNumber, id: &str, given: Given, reason: &str) -> Result<(), StepError> {
    screening::screen(desk, number, &BTreeMap::from([(item(id), given)]), None, reason, AT)
}

fn place(document: &str, place: &str) -> Source {
    Source {
        document: document.to_owned(),
        place: place.to_owned(),
    }
}

fn missing(id: &str, name: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        code: "missing_item".to_owned(),
        args: BTreeMap::from([("item".to_owned(), name.to_owned())]),
        evidence: Vec::new(),
        item: Some(item(id)),
        clause: None,
    }
}

fn period(value: &str, status: FieldStatus) -> Field {
    Field {
        id: FieldId::Period,
        value: value.to_owned(),
        status,
        source: Some(place("申报书.txt", "第2段")),
        candidates: Vec::new(),
    }
}

/// A version of an application: what it has is said by `change`; its texts are the paragraphs given.
fn put(desk: &mut Desk, number: &ApplicationNumber, texts: &[(&str, &str)], change: impl FnOnce(&mut Dossier)) {
    let (_, mut dossier) = desk.ledger.dossier(number).unwrap().unwrap();
    dossier.version += 1;
    dossier.package_name = format!("补充-{}.zip", dossier.version);
    let mut batch = desk.ledger.documents().batch().unwrap();
    dossier.documents.clear();
    let mut blocks = Vec::new();
    for (path, text) in texts {
        let stored = batch.store(&mut text.as_bytes()).unwrap();
        dossier.documents.push(lx_domain::Document {
            path: (*path).to_owned(),
            digest: stored.digest,
            bytes: stored.bytes,
            kind: DocumentKind::Text,
            pages: None,
            item: None,
        });
        let block = lx_ledger::TextBlock {
            place: String::new(),
            text: (*text).to_owned(),
        };
        blocks.push((stored.digest, block));
    }
    dossier.package_digest = lx_domain::Digest::of(dossier.package_name.as_bytes());
    change(&mut dossier);
    let documents = batch.commit().unwrap();
    let digest = digest_of(&dossier).unwrap();
    desk.ledger
        .transaction(|tx| {
            tx.put_documents(&documents)?;
            for (document, block) in &blocks {
                tx.put_text(document, std::slice::from_ref(block))?;
            }
            tx.put_dossier(&dossier, &digest)?;
            tx.clear_item_verdicts(number)?;
            tx.remove_admission(number).map(drop)
        })
        .unwrap();
}

#[test]
fn a_verdict_keeps_its_reason_and_its_place() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let here = vec![place("申报书.txt", "第3页")];
    let given = |places| Given {
        state: ItemState::Irregular,
        places,
    };
    let bare = say(&mut panel.chair, &number, "commitment", given(None), " ");
    assert!(matches!(bare, Err(StepError::ReasonMissing)));
    let elsewhere = Some(vec![place("没有的文件.txt", "")]);
    let refused = say(&mut panel.chair, &number, "commitment", given(elsewhere), "印章不清");
    assert!(matches!(refused, Err(StepError::Unknown { what: "document", .. })), "{refused:?}");
    say(&mut panel.chair, &number, "commitment", given(Some(here.clone())), "印章不清").unwrap();
    // Said again without a place, the place that was given stands.
    say(&mut panel.chair, &number, "commitment", given(None), "印章不清，缺日期").unwrap();
    let verdict = state(&panel, &number, "commitment");
    assert_eq!((verdict.reason.as_str(), verdict.places), ("印章不清，缺日期", here));
    assert_eq!((verdict.state.complete(), verdict.state.regular()), (Some(true), Some(false)));
}

#[test]
fn a_record_names_its_profile_and_counts_for_no_other() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    screening::screen(&mut panel.chair, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    let profile = digest_of(&panel.chair.profile().unwrap()).unwrap();
    let admission = panel.chair.ledger.admission(&number).unwrap().unwrap();
    assert_eq!(admission.profile, Some(profile));
    let mut draft = panel.chair.ledger.batch_draft().unwrap().unwrap();
    draft.profile.checklist.pop();
    panel.chair.ledger.transaction(|tx| tx.put_batch_draft(&draft)).unwrap();
    let dossier = panel.chair.dossier(&number).unwrap();
    assert_eq!(screening::screening(&panel.chair, &dossier).unwrap().confirmed, None);
    let blocked = opening::blockers(&panel.chair).unwrap();
    assert!(blocked.contains(&opening::OpeningBlocker::Unscreened(vec![number])), "{blocked:?}");
}

#[test]
fn what_a_person_filled_in_is_offered_in_the_notice_and_asked_for_no_more() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    let absent = |field: &str| Finding {
        code: "absent_field".to_owned(),
        args: BTreeMap::from([("field".to_owned(), field.to_owned())]),
        item: None,
        ..missing("project_form", "")
    };
    put(desk, &number, &[("申报书.txt", "一、目标")], |d| {
        d.findings = vec![absent("period"), absent("scale")];
        d.fields = vec![period("", FieldStatus::Confirm)];
    });
    let asked = |desk: &Desk| {
        let points = noticing::points(desk, &desk.dossier(&number).unwrap()).unwrap();
        points.into_iter().map(|p| (p.args["field"].clone(), p.asked)).collect::<Vec<_>>()
    };
    let said = |period, scale| vec![("period".to_owned(), period), ("scale".to_owned(), scale)];
    assert_eq!(asked(desk), said(true, true));
    screening::correct_field(desk, &number, FieldId::Period, "12个月", "电话核实", AT).unwrap();
    assert_eq!(asked(desk), said(false, true));
}

#[test]
fn a_supplement_shows_what_came_of_what_the_notice_asked_for() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    put(
        desk,
        &number,
        &[("第一次/申报书.txt", "一、目标\n试点周期为12个月。"), ("第一次/承诺函.txt", "承诺")],
        |d| {
            d.findings = vec![missing("pilot_plan", "试点方案"), missing("risk_plan", "风险防控方案")];
            d.fields = vec![period("12个月", FieldStatus::Confirm)];
        },
    );
    screening::screen(desk, &number, &BTreeMap::new(), Some(Outcome::Supplement), "缺两份", AT).unwrap();
    let points = noticing::points(desk, &desk.dossier(&number).unwrap()).unwrap();
    let keys: Vec<&str> = points.iter().map(|p| p.key.as_str()).collect();
    assert_eq!(keys, ["item:pilot_plan", "item:risk_plan", "field:period"]);
    let words: BTreeMap<String, String> = points.iter().map(|p| (p.key.clone(), "请确认".to_owned())).collect();
    let out = panel.folder.path().join("通知.pdf");
    let (past, to_come) = (Some(UnixMillis(AT.0 - DAY)), Some(UnixMillis(AT.0 + 7 * DAY)));
    assert!(matches!(
        noticing::notice(desk, &number, &words, past, &out, AT),
        Err(StepError::NotATime(_))
    ));
    assert!(!out.exists(), "a refused notice is not written");
    noticing::notice(desk, &number, &words, to_come, &out, AT).unwrap();
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));

    put(
        desk,
        &number,
        &[
            ("第二次（补）/申报书.txt", "一、目标\n试点周期为18个月。"),
            ("第二次（补）/各方承诺函.txt", "承诺"),
            ("第二次（补）/试点方案.txt", "方案"),
        ],
        |d| {
            d.findings = vec![missing("risk_plan", "风险防控方案")];
            d.fields = vec![period("18个月", FieldStatus::Found)];
        },
    );
    let found = supplementing::compare(desk, &number, None, None).unwrap();
    assert_eq!((found.from.dossier.version, found.to.dossier.version), (2, 3));
    assert_eq!(
        found.from.admission.as_ref().map(|a| a.outcome),
        Some(Outcome::Supplement),
        "the earlier screening stays"
    );
    let settled: Vec<(&str, bool)> = found.asked.iter().map(|a| (a.point.key.as_str(), a.settled)).collect();
    assert_eq!(
        settled,
        [("item:pilot_plan", true), ("item:risk_plan", false), ("field:period", true)]
    );
    let changes: Vec<_> = found.comparison.documents.iter().map(|d| d.change).collect();
    assert_eq!(changes, [DocumentChange::Added, DocumentChange::Changed, DocumentChange::Renamed]);
    assert_eq!(
        (
            found.comparison.settled.len(),
            found.comparison.raised.len(),
            found.comparison.standing
        ),
        (1, 0, 1)
    );
    let field = &found.comparison.fields[0];
    let value = |f: &Option<Field>| f.as_ref().unwrap().value.clone();
    assert_eq!(
        (value(&field.before), value(&field.after)),
        ("12个月".to_owned(), "18个月".to_owned())
    );
    let form = &found.comparison.documents[1];
    let (before, after) = (form.before.as_ref().unwrap().digest, form.after.as_ref().unwrap().digest);
    let texts = supplementing::compare_texts(desk, &number, &before, &after).unwrap();
    assert_eq!((texts.passages.len(), texts.same), (1, 1));
    let stranger = lx_domain::Digest([7; 32]);
    assert!(supplementing::compare_texts(desk, &number, &before, &stranger).is_err());
    assert!(supplementing::compare(desk, &number, Some(9), None).is_err());
}

#[test]
fn one_version_is_compared_with_nothing_and_no_notice_goes_out_before_the_outcome() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let alone = supplementing::compare(&panel.chair, &number, None, None);
    assert!(matches!(&alone, Err(StepError::OneVersion(n)) if *n == number), "{alone:?}");
    let out = panel.path("通知.pdf");
    let early = noticing::notice(&mut panel.chair, &number, &BTreeMap::new(), None, &out, AT);
    assert!(matches!(&early, Err(StepError::NotScreened(n)) if *n == number), "{early:?}");
    assert!(!out.exists());
}

#[test]
fn what_a_person_said_of_an_item_is_not_asked_for_twice() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    put(desk, &number, &[("机构信息.txt", "机构信息")], |d| {
        let section = Finding {
            severity: Severity::Warning,
            code: "absent_section".to_owned(),
            args: BTreeMap::from([("section".to_owned(), "分工".to_owned())]),
            evidence: vec![place("机构信息.txt", "")],
            item: Some(item("applicant_info")),
            clause: None,
        };
        d.findings = vec![section];
    });
    let asked = |desk: &Desk| -> Vec<(String, bool)> {
        let points = noticing::points(desk, &desk.dossier(&number).unwrap()).unwrap();
        points.into_iter().map(|p| (p.key, p.asked)).collect()
    };
    assert_eq!(asked(desk), [("finding:0".to_owned(), true)]);
    say(desk, &number, "applicant_info", ItemState::Irregular.into(), "分工不明").unwrap();
    assert_eq!(
        asked(desk),
        [("finding:0".to_owned(), false), ("item:applicant_info".to_owned(), true)]
    );
}

#[test]
fn what_was_withdrawn_moves_nowhere_and_is_listed_apart() {
    let mut panel = Panel::before_the_freeze(1, 3);
    let [stays, later, gone] = [0, 1, 2].map(|nth| panel.numbers[nth].clone());
    let desk = &mut panel.chair;
    assert!(matches!(deferring::withdraw(desk, &gone, " ", AT), Err(StepError::ReasonMissing)));
    deferring::defer(desk, &gone, "材料不齐", AT).unwrap();
    deferring::take_back(desk, &gone, AT).unwrap();
    deferring::withdraw(desk, &gone, "误收：不是申报材料", AT).unwrap();
    deferring::defer(desk, &later, "逾期收到", AT).unwrap();
    let left = deferring::deferred(desk).unwrap();
    assert_eq!(
        left.iter().map(|one| (&one.number, one.withdrawn)).collect::<Vec<_>>(),
        [(&later, false), (&gone, true)]
    );
    let carried = carrying::carryable(desk).unwrap();
    assert_eq!(carried.iter().map(|one| &one.dossier.number).collect::<Vec<_>>(), [&later]);
    screening::screen(desk, &stays, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    opening::freeze(desk, AT).unwrap();
    let file = &desk.frozen().unwrap().file;
    assert_eq!((file.applications.len(), &file.deferred), (1, &left));
}

#[test]
fn what_comes_after_the_deadline_is_late_and_moves_to_the_next_batch() {
    let mut panel = Panel::before_the_freeze(1, 2);
    let (early, late) = (panel.numbers[0].clone(), panel.numbers[1].clone());
    let desk = &mut panel.chair;
    // A supplement that came after the deadline does not make the application late.
    put(desk, &early, &[("申报书.txt", "补充")], |d| {
        d.received_at = UnixMillis(AT.0 + 5 * DAY)
    });
    deferring::set_deadline(desk, Some(UnixMillis(AT.0)), AT).unwrap();
    assert!(deferring::late(desk, &desk.dossiers().unwrap()).unwrap().is_empty());
    deferring::set_deadline(desk, Some(UnixMillis(AT.0 - 1)), AT).unwrap();
    let all = deferring::late(desk, &desk.dossiers().unwrap()).unwrap();
    assert_eq!(all.len(), 2, "both first packages came a millisecond after");
    assert!(matches!(deferring::defer(desk, &late, " ", AT), Err(StepError::ReasonMissing)));
    deferring::defer(desk, &late, "逾期收到", AT).unwrap();
    assert_eq!(desk.dossiers().unwrap().len(), 1);
    assert_eq!(deferring::deferred(desk).unwrap()[0].reason, "逾期收到");
    deferring::take_back(desk, &late, AT).unwrap();
    assert!(
        matches!(deferring::take_back(desk, &late, AT), Err(StepError::NotMovedOn(_))),
        "it is in the batch"
    );
    deferring::defer(desk, &late, "逾期收到", AT).unwrap();
    assert!(
        matches!(deferring::defer(desk, &late, "逾期收到", AT), Err(StepError::MovedOn(_))),
        "once is enough"
    );
    let screened = screening::screen(desk, &late, &BTreeMap::new(), Some(Outcome::Supplement), "缺承诺函", AT);
    assert!(matches!(screened, Err(StepError::MovedOn(_))), "{screened:?}");
    let noticed = noticing::notice(desk, &late, &BTreeMap::new(), None, &panel.folder.path().join("通知.pdf"), AT);
    assert!(matches!(noticed, Err(StepError::MovedOn(_))), "{noticed:?}");
    screening::screen(desk, &early, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    let warned = opening::warnings(desk).unwrap();
    assert!(warned.contains(&opening::OpeningWarning::Late(vec![early])), "{warned:?}");
    opening::freeze(desk, AT).unwrap();
    let frozen = &desk.frozen().unwrap().file;
    assert_eq!((frozen.applications.len(), frozen.deferred.len()), (1, 1));
    assert_eq!((&frozen.deferred[0].number, frozen.deadline), (&late, Some(UnixMillis(AT.0 - 1))));
    assert!(matches!(deferring::take_back(desk, &late, AT), Err(StepError::Frozen)));
}

#[test]
fn a_first_reading_is_written_of_forwarded_applications_alone_and_is_never_scored() {
    let mut panel = Panel::before_the_freeze(1, 2);
    let (forwarded, admitted) = (panel.numbers[0].clone(), panel.numbers[1].clone());
    let desk = &mut panel.chair;
    screening::screen(desk, &admitted, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    screening::screen(desk, &forwarded, &BTreeMap::new(), Some(Outcome::Forward), "市场核心机构", AT).unwrap();
    assert!(
        opening::warnings(desk)
            .unwrap()
            .contains(&opening::OpeningWarning::NotRead(vec![forwarded.clone()]))
    );
    let other = screening::read_first(desk, &admitted, "材料完整。", AT);
    assert!(matches!(other, Err(StepError::NotForwarded(_))), "{other:?}");
    assert!(matches!(screening::read_first(desk, &forwarded, " ", AT), Err(StepError::Empty(_))));
    screening::read_first(desk, &forwarded, "材料完整，建议转报。", AT).unwrap();
    // Confirmed again, the reading stays; another outcome has none.
    screening::screen(desk, &forwarded, &BTreeMap::new(), Some(Outcome::Forward), "市场核心机构申报", AT).unwrap();
    opening::freeze(desk, AT).unwrap();
    let file = &desk.frozen().unwrap().file;
    let reading = file.application(&forwarded).unwrap().admission.first_reading.as_ref().unwrap();
    assert_eq!(reading.text, "材料完整，建议转报。");
    assert_eq!(file.scored().map(|a| a.number()).collect::<Vec<_>>(), [&admitted]);
}

#[test]
fn a_receipt_is_in_the_journal_and_in_the_list_of_exports() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let out = panel.folder.path().join("回执.pdf");
    noticing::receipt(&mut panel.chair, &number, &out, AT).unwrap();
    let digest = lx_domain::Digest::of(&std::fs::read(&out).unwrap());
    let exports = panel.chair.ledger.exports().unwrap();
    assert!(exports.iter().any(|e| e.kind == "receipt" && e.digest == digest), "{exports:?}");
    let journal = panel.chair.ledger.journal().unwrap();
    assert!(journal.iter().any(|e| e.kind == "export" && e.digest == Some(digest)));
    assert_eq!(noticing::receipts(&panel.chair, &number).unwrap(), BTreeMap::from([(1, AT)]));
}

#[test]
fn a_notice_goes_out_only_where_something_is_to_be_supplied() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let out = panel.path("通知.pdf");
    let desk = &mut panel.chair;
    for (outcome, reason) in [(Outcome::Admit, ""), (Outcome::Reject, "超出试点范围")] {
        screening::screen(desk, &number, &BTreeMap::new(), Some(outcome), reason, AT).unwrap();
        let refused = noticing::notice(desk, &number, &BTreeMap::new(), None, &out, AT);
        assert!(refused.is_err() && !out.exists(), "{outcome:?}");
    }
    screening::screen(
        desk,
        &number,
        &BTreeMap::new(),
        Some(Outcome::Supplement),
        "请补全体申报机构盖章的承诺函",
        AT,
    )
    .unwrap();
    noticing::notice(desk, &number, &BTreeMap::new(), None, &out, AT).unwrap();
}
