//! Why a package is not taken.

use lx_domain::ApplicationNumber;
use lx_intake::IntakeError;

/// Why one package was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportRefusal {
    /// What is wrong with the package.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The very same package is here.
    #[error("the same package is here as {number}")]
    AlreadyHere {
        /// Under which number.
        number: ApplicationNumber,
    },
    /// The very same package is here, of an application that was taken out of the batch.
    #[error("the same package is here as {number}, which moved to the next batch")]
    AlreadyAside {
        /// Under which number.
        number: ApplicationNumber,
    },
    /// A file of this program that moves documents between desks: no package of an institution.
    #[error("{package} is a file of this program")]
    OurFile {
        /// Its name.
        package: String,
    },
    /// It was to go to an application and seems to be another's; a person may insist.
    #[error("{} seems to be of another application than {}: {} {}", .0.package, .0.number, .0.stated, .0.second)]
    OtherApplication(Box<OtherApplication>),
    /// Less room on the disk than the package needs.
    #[error("{package}: needs {needed} bytes, {free} are free")]
    NoRoom {
        /// Its name.
        package: String,
        /// Bytes.
        needed: u64,
        /// Bytes.
        free: u64,
    },
}

/// Why a package seems to be another application's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherApplication {
    /// Its name.
    pub package: String,
    /// Where it was to go.
    pub number: ApplicationNumber,
    /// The title there.
    pub title: String,
    /// What says so: `number`, `names`, `lead`, `title`.
    pub how: &'static str,
    /// Its own number, or its title where names say so.
    pub stated: String,
    /// Its lead, or its title; empty where the number alone says so.
    pub second: String,
}

impl ImportRefusal {
    /// Stable name of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Intake(error) => error.code(),
            Self::AlreadyHere { .. } => "already_here",
            Self::AlreadyAside { .. } => "already_aside",
            Self::OurFile { .. } => "our_file",
            Self::OtherApplication(_) => "other_application",
            Self::NoRoom { .. } => "no_room",
        }
    }
}
