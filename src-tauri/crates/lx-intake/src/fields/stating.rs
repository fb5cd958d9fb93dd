//! What the papers state of each applicant, property by property: certain only where all agree and the value can be understood.

use lx_domain::{Applicant, ApplicantPart, Candidate, FieldStatus, Source, Stated};

use super::{Column, Named, choose::fold};

/// Places that are kept of a property; more tell a person nothing.
const MOST_CANDIDATES: usize = 20;

/// The column of lists and forms that states a property.
const fn column(part: ApplicantPart) -> Column {
    match part {
        ApplicantPart::Name => Column::Name,
        ApplicantPart::Role => Column::Role,
        ApplicantPart::Class => Column::Class,
        ApplicantPart::CreditCode => Column::Code,
        ApplicantPart::Licence => Column::Licence,
        ApplicantPart::Place => Column::Place,
        ApplicantPart::Office => Column::Office,
        ApplicantPart::Duty => Column::Duty,
    }
}

/// Everything stated of one applicant. `role` is where its role was read, absent where it only follows from the order; `sure`
/// whether the papers leave no doubt of it.
pub(super) fn stated(named: &Named, role: Option<&Source>, sure: bool) -> Vec<Stated> {
    ApplicantPart::ALL.into_iter().map(|part| one(named, part, role, sure)).collect()
}

fn one(named: &Named, part: ApplicantPart, role: Option<&Source>, sure: bool) -> Stated {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (_, value, source) in named.values.iter().filter(|(c, value, _)| *c == column(part) && !is_nothing(value)) {
        if candidates.len() < MOST_CANDIDATES && !candidates.iter().any(|c| c.value == *value) {
            candidates.push(Candidate {
                value: value.clone(),
                source: source.clone(),
            });
        }
    }
    // What an institution does is told in other words in every paper.
    let agree = part == ApplicantPart::Duty
        || candidates.windows(2).all(|pair| match pair {
            [a, b] => fold(&a.value) == fold(&b.value),
            _ => true,
        });
    let source = match part {
        ApplicantPart::Role => role.cloned(),
        _ => candidates.first().map(|c| c.source.clone()),
    };
    let understood = match part {
        ApplicantPart::Role => sure,
        _ => understood(&named.applicant, part, source.is_some()),
    };
    Stated {
        part,
        status: if agree && understood {
            FieldStatus::Found
        } else {
            FieldStatus::Confirm
        },
        source,
        candidates,
    }
}

/// Whether the value that was taken can be relied on: present where everybody has one, and of a form that it can have.
fn understood(applicant: &Applicant, part: ApplicantPart, said: bool) -> bool {
    match part {
        ApplicantPart::Name => said,
        ApplicantPart::Class => applicant.class.is_some(),
        ApplicantPart::CreditCode => applicant.credit_code_valid == Some(true),
        ApplicantPart::Place => applicant.place.is_some(),
        ApplicantPart::Role | ApplicantPart::Licence | ApplicantPart::Office | ApplicantPart::Duty => true,
    }
}

/// What of an applicant is to be confirmed whatever its places say.
pub(super) fn confirm(applicant: &mut Applicant, unsure: &[Column]) {
    for stated in applicant.stated.iter_mut().filter(|s| unsure.contains(&column(s.part))) {
        stated.status = FieldStatus::Confirm;
    }
}

/// What is said at doubtful places alone is to be confirmed.
pub(super) fn doubt(applicants: &mut [Named], doubtful: &dyn Fn(&Source) -> bool) {
    for named in applicants {
        for stated in &mut named.applicant.stated {
            let own = named.values.iter().filter(|(c, _, _)| *c == column(stated.part));
            let mut places = own.map(|(_, _, source)| source).chain(&stated.source).peekable();
            if places.peek().is_some() && places.all(doubtful) {
                stated.status = FieldStatus::Confirm;
            }
        }
    }
}

/// What stands in a cell that is left empty on purpose.
pub(super) fn is_nothing(value: &str) -> bool {
    matches!(value, "" | "无" | "/" | "-" | "—" | "——" | "暂无" | "不适用")
}

#[cfg(test)]
mod tests {
    use lx_domain::{ApplicantClass, ApplicantPart as Part, FieldStatus};

    use super::*;

    fn place(place: &str) -> Source {
        Source {
            document: "02申报机构信息表.xlsx".to_owned(),
            place: place.to_owned(),
        }
    }

    fn named(values: &[(Column, &str, &str)]) -> Named {
        Named {
            applicant: Applicant {
                class: Some(ApplicantClass::Operating),
                place: Some("广州".to_owned()),
                credit_code_valid: Some(true),
                ..Applicant::named("粤海示例证券股份有限公司")
            },
            values: values.iter().map(|(c, value, at)| (*c, (*value).to_owned(), place(at))).collect(),
            listed: true,
        }
    }

    fn of(named: &Named, part: Part) -> Stated {
        stated(named, None, false).into_iter().find(|s| s.part == part).unwrap()
    }

    #[test]
    fn a_property_is_certain_where_all_places_agree_however_they_write_it() {
        let one = named(&[
            (Column::Place, "广州市天河区", "Sheet1!F3"),
            (Column::Place, "广州市 天河区", "Sheet1!F9"),
        ]);
        let seat = of(&one, Part::Place);
        assert_eq!((seat.status, seat.source), (FieldStatus::Found, Some(place("Sheet1!F3"))));
        let two = named(&[
            (Column::Place, "广州市天河区", "Sheet1!F3"),
            (Column::Place, "深圳市南山区", "Sheet1!F9"),
        ]);
        let seat = of(&two, Part::Place);
        assert_eq!((seat.status, seat.candidates.len()), (FieldStatus::Confirm, 2));
    }

    #[test]
    fn what_nobody_states_or_understands_is_to_be_confirmed() {
        let mut one = named(&[(Column::Class, "其他类", "Sheet1!D3"), (Column::Office, "无", "Sheet1!G3")]);
        one.applicant.class = None;
        assert_eq!(of(&one, Part::Class).status, FieldStatus::Confirm);
        assert_eq!(
            of(&one, Part::Role).status,
            FieldStatus::Confirm,
            "the order alone makes nobody the lead"
        );
        let office = of(&one, Part::Office);
        assert_eq!(
            (office.status, office.candidates.len()),
            (FieldStatus::Found, 0),
            "an office is not asked of everybody"
        );
    }
}
