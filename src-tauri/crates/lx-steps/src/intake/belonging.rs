//! Whether a package that goes to an application is that application's: the wrong one would take its place without a word.

use lx_domain::{ApplicationNumber, Dossier, FieldId, FieldStatus, Finding, Severity};
use lx_intake::{PackagePath, same_institution};

use super::{ImportRefusal, OtherApplication, Placing};
use crate::{Desk, StepError, correcting::corrected, numbers::former};

/// What says that a package is another application's.
pub(crate) enum Foreign {
    /// Its number is that of another application here.
    Number(ApplicationNumber),
    /// Two of its number, title and lead, beyond doubt on both sides, are others: `names` of title and lead, `lead` of number
    /// and lead, `title` of number and title.
    Two(&'static str, String, String),
}

impl Foreign {
    /// By the name of the package alone.
    pub(crate) fn by_name(desk: &Desk, package: &PackagePath, goes: &ApplicationNumber) -> Result<Option<Self>, StepError> {
        package.number().map_or(Ok(None), |number| Self::by_number(desk, number, goes))
    }

    /// By its name and by what was read of it; of what is added, a form is read together with what was there.
    pub(super) fn by_papers(
        desk: &Desk,
        package: &PackagePath,
        (before, placing): (&Dossier, Placing),
        read: &Dossier,
    ) -> Result<Option<Self>, StepError> {
        let named = Self::by_name(desk, package, &before.number)?;
        if named.is_some() || placing == Placing::Addition {
            return Ok(named);
        }
        if !read.provisional
            && let Some(stated) = Self::by_number(desk, read.number.clone(), &before.number)?
        {
            return Ok(Some(stated));
        }
        // A person may have put the names right already, as where a project was given another title.
        let before = corrected(&desk.ledger, before.clone())?;
        let other = |id| {
            let (now, was) = (certain(read, id)?, certain(&before, id)?);
            (!same_institution(now, was)).then(|| now.to_owned())
        };
        let own_number = !read.provisional && !before.provisional && read.number != before.number;
        let number = (own_number && !former(desk)?.contains(&read.number)).then(|| read.number.to_string());
        Ok(match (number, other(FieldId::Title), other(FieldId::Lead)) {
            (_, Some(title), Some(lead)) => Some(Self::Two("names", title, lead)),
            (Some(number), _, Some(lead)) => Some(Self::Two("lead", number, lead)),
            (Some(number), Some(title), _) => Some(Self::Two("title", number, title)),
            _ => None,
        })
    }

    fn by_number(desk: &Desk, number: ApplicationNumber, goes: &ApplicationNumber) -> Result<Option<Self>, StepError> {
        let other = number != *goes && desk.ledger.dossier(&number)?.is_some();
        Ok(other.then_some(Self::Number(number)))
    }

    /// Why it is not taken.
    pub(crate) fn refusal(self, package: &PackagePath, before: &Dossier) -> ImportRefusal {
        let (how, stated, second) = self.words();
        ImportRefusal::OtherApplication(Box::new(OtherApplication {
            package: package.name.clone(),
            number: before.number.clone(),
            title: before.title.clone(),
            how,
            stated,
            second,
        }))
    }

    /// What is said of it where it was taken all the same.
    pub(super) fn finding(self, package: &PackagePath, before: &Dossier) -> Finding {
        let (how, stated, second) = self.words();
        let args = [
            ("package", package.name.clone()),
            ("title", before.title.clone()),
            ("how", how.to_owned()),
            ("stated", stated),
            ("second", second),
        ];
        Finding {
            severity: Severity::Error,
            code: "other_application".to_owned(),
            args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            evidence: Vec::new(),
            item: None,
            clause: None,
        }
    }

    fn words(self) -> (&'static str, String, String) {
        match self {
            Self::Number(number) => ("number", number.to_string(), String::new()),
            Self::Two(how, first, second) => (how, first, second),
        }
    }
}

fn certain(dossier: &Dossier, id: FieldId) -> Option<&str> {
    let sure = |status| matches!(status, FieldStatus::Found | FieldStatus::Corrected);
    let field = dossier.fields.iter().find(|f| f.id == id && sure(f.status));
    field.map(|f| f.value.as_str()).filter(|value| !value.is_empty())
}
