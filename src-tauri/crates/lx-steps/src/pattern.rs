//! Demonstration scores (示例): a fixed pattern, never meant of anybody's work.

use lx_domain::{ApplicationNumber, BatchFile, Digest, Hundredths, UnixMillis, profile::Criterion};

use crate::{
    Desk, StepError,
    declaring::{Tie, declare},
    scoring::{Given, Remarks, remark, score},
};

/// Fills the draft of a sample reviewer: every application and criterion by a fixed pattern that varies with both and with the
/// seat; one recusal in the whole panel.
///
/// # Errors
/// [`StepError::NotASample`] outside of a sample batch; what scoring refuses.
pub fn fill(desk: &mut Desk, at: UnixMillis) -> Result<(), StepError> {
    let frozen = desk.batch()?;
    if !frozen.file.sample {
        return Err(StepError::NotASample);
    }
    let seat = desk.roster()?.member(&desk.me()).map_or(0, |m| m.seat);
    let numbers: Vec<ApplicationNumber> = frozen.file.scored().map(|a| a.number().clone()).collect();
    for (place, number) in (0_u32..).zip(&numbers) {
        if let Some(ground) = recusal(&frozen.file, seat, place, numbers.len()) {
            declare(desk, number, &ground, at)?;
            continue;
        }
        declare(desk, number, &Tie::None, at)?;
        for criterion in &frozen.file.profile.rubric {
            let points = points(criterion, number, seat);
            let reason = reason(criterion, points);
            let given = Given {
                points: Some(points.to_string()),
                reason: Some(reason),
                ..Given::default()
            };
            score(desk, number, &criterion.id, given, at)?;
        }
        let comment = "【示例】演示评分，非真实评审意见。".to_owned();
        remark(
            desk,
            number,
            Remarks {
                comment: Some(comment),
                ..Remarks::default()
            },
            at,
        )?;
    }
    Ok(())
}

/// The third reviewer is recused from the second application, where there are enough of both.
fn recusal(file: &BatchFile, seat: u32, place: u32, applications: usize) -> Option<Tie> {
    let ground = file.profile.recusal_grounds.first()?;
    (seat == 3 && place == 1 && applications > 2).then(|| Tie::To {
        ground: ground.id.clone(),
        reason: "【示例】三年内曾在联合申报单位任职。".to_owned(),
    })
}

/// Between 60 % and 95 % of full marks, in steps.
fn points(criterion: &Criterion, number: &ApplicationNumber, seat: u32) -> Hundredths {
    let spread = |text: String, size: i64| {
        let [a, b, ..] = Digest::of(text.as_bytes()).0;
        i64::from(u16::from_be_bytes([a, b])).rem_euclid(size.max(1))
    };
    // Most comes from the application, some from the criterion, a little from the reviewer.
    let percent = 66
        + spread(format!("application {number}"), 21)
        + spread(format!("criterion {number} {}", criterion.id), 9)
        + spread(format!("reviewer {seat} {number} {}", criterion.id), 7)
        - spread(format!("severity {seat}"), 6);
    let full = criterion.full_marks.0;
    let step = criterion.step.0.max(1);
    Hundredths(
        (full.saturating_mul(percent.clamp(50, 96)) / 100 / step)
            .saturating_mul(step)
            .clamp(0, full),
    )
}

/// A written reason wherever the band asks for one.
fn reason(criterion: &Criterion, points: Hundredths) -> String {
    let band = criterion.bands.iter().filter(|b| b.from <= points).max_by_key(|b| b.from);
    match band {
        Some(band) if band.reason_required => format!("【示例】{}：{}档，演示用理由。", criterion.name, band.name),
        Some(_) | None => String::new(),
    }
}
