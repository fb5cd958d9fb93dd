//! What the papers state of an applicant, property by property: each with its place, and correctable by a person.

use serde::{Deserialize, Serialize};

use crate::{
    application::{Applicant, ApplicantPart, ApplicantRole, FieldId, FieldStatus, Stated},
    credit_code,
};

/// What a correction is about: a field of the application, or a property of one of its applicants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Corrected {
    /// A field.
    Field(FieldId),
    /// A property of an applicant.
    Applicant {
        /// Which of the applicants as they were read, from 0.
        applicant: u32,
        /// Which property.
        part: ApplicantPart,
    },
}

/// Why a value is none that this property can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a value of this property")]
pub struct NotAValue;

impl Applicant {
    /// A joint applicant of which only the name is known.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            class: None,
            credit_code: None,
            credit_code_valid: None,
            place: None,
            office: None,
            licence: None,
            duty: None,
            role: ApplicantRole::Joint,
            stated: Vec::new(),
        }
    }

    /// A property as it stands: classes and roles by their ids, empty where it isn't stated.
    #[must_use]
    pub fn part(&self, part: ApplicantPart) -> String {
        let id = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        match part {
            ApplicantPart::Name => self.name.clone(),
            ApplicantPart::Role => id(serde_json::json!(self.role)),
            ApplicantPart::Class => id(serde_json::json!(self.class)),
            ApplicantPart::CreditCode => text(&self.credit_code),
            ApplicantPart::Licence => text(&self.licence),
            ApplicantPart::Place => text(&self.place),
            ApplicantPart::Office => text(&self.office),
            ApplicantPart::Duty => text(&self.duty),
        }
    }

    /// Gives a property another value, in the form of [`Applicant::part`]. Name and role are never empty.
    ///
    /// # Errors
    /// [`NotAValue`]: nothing was changed.
    pub fn set_part(&mut self, part: ApplicantPart, value: &str) -> Result<(), NotAValue> {
        let value = value.trim();
        let text = (!value.is_empty()).then(|| value.to_owned());
        let id = || serde_json::Value::from(value);
        match part {
            ApplicantPart::Name => self.name = text.ok_or(NotAValue)?,
            ApplicantPart::Role => self.role = serde_json::from_value(id()).map_err(|_| NotAValue)?,
            ApplicantPart::Class if value.is_empty() => self.class = None,
            ApplicantPart::Class => self.class = Some(serde_json::from_value(id()).map_err(|_| NotAValue)?),
            ApplicantPart::CreditCode => {
                let code = text.map(|code| credit_code::normal(&code));
                self.credit_code_valid = code.as_deref().map(|code| credit_code::check(code).is_ok());
                self.credit_code = code;
            }
            ApplicantPart::Licence => self.licence = text,
            ApplicantPart::Place => self.place = text,
            ApplicantPart::Office => self.office = text,
            ApplicantPart::Duty => self.duty = text,
        }
        Ok(())
    }

    /// What the papers state of a property; absent in records made before places were kept.
    #[must_use]
    pub fn stated(&self, part: ApplicantPart) -> Option<&Stated> {
        self.stated.iter().find(|s| s.part == part)
    }

    /// How many properties wait for a person's confirmation.
    #[must_use]
    pub fn to_confirm(&self) -> usize {
        self.stated.iter().filter(|s| s.status == FieldStatus::Confirm).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::application::ApplicantClass;

    #[test]
    fn every_property_takes_what_it_gives_and_refuses_what_is_none() {
        let mut one = Applicant::named("粤海示例证券股份有限公司");
        let values = [
            "甲公司",
            "lead",
            "operating",
            "91440101NHQT1UAPDT",
            "许可证",
            "广州市天河区",
            "广州市",
            "提供场景",
        ];
        for (part, value) in ApplicantPart::ALL.into_iter().zip(values) {
            assert_eq!(one.set_part(part, value), Ok(()), "{part:?}");
            assert_eq!(one.part(part), value, "{part:?}");
        }
        assert_eq!((one.class, one.role), (Some(ApplicantClass::Operating), ApplicantRole::Lead));
        let before = one.clone();
        for (part, value) in [
            (ApplicantPart::Name, " "),
            (ApplicantPart::Role, ""),
            (ApplicantPart::Class, "证券公司"),
        ] {
            assert_eq!(one.set_part(part, value), Err(NotAValue));
        }
        assert_eq!(one, before);
    }

    #[test]
    fn a_credit_code_is_checked_as_it_is_corrected() {
        let mut one = Applicant::named("粤海示例证券股份有限公司");
        one.set_part(ApplicantPart::CreditCode, "9144 0101-nhqt1uapdt").unwrap();
        assert_eq!(
            (one.credit_code.as_deref(), one.credit_code_valid),
            (Some("91440101NHQT1UAPDT"), Some(true))
        );
        one.set_part(ApplicantPart::CreditCode, "91440101NHQT1UAPD1").unwrap();
        assert_eq!(one.credit_code_valid, Some(false));
        one.set_part(ApplicantPart::CreditCode, "").unwrap();
        assert_eq!((one.credit_code, one.credit_code_valid), (None, None));
    }

    #[test]
    fn a_correction_of_a_field_is_written_as_it_always_was() {
        let written = |about: Corrected| serde_json::to_string(&about).unwrap();
        assert_eq!(written(Corrected::Field(FieldId::Title)), r#""title""#);
        let about = Corrected::Applicant {
            applicant: 1,
            part: ApplicantPart::Class,
        };
        assert_eq!(written(about), r#"{"applicant":1,"part":"class"}"#);
        assert_eq!(serde_json::from_str::<Corrected>(&written(about)).unwrap(), about);
    }
}
