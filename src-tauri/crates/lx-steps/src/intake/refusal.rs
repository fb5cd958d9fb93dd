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

impl ImportRefusal {
    /// Stable name of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Intake(error) => error.code(),
            Self::AlreadyHere { .. } => "already_here",
            Self::AlreadyAside { .. } => "already_aside",
            Self::OurFile { .. } => "our_file",
            Self::NoRoom { .. } => "no_room",
        }
    }
}
