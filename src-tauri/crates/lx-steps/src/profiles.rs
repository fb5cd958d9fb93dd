//! The shipped profiles.

use std::path::Path;

use lx_domain::Profile;

use crate::{StepError, files};

const SHIPPED: [(&str, &str); 2] = [
    ("guangzhou-2022", include_str!("../../../../assets/profiles/guangzhou-2022.toml")),
    ("blank", include_str!("../../../../assets/profiles/blank.toml")),
];
const MOST_BYTES: u64 = 1 << 20;

/// The shipped ones, in the order in which they are offered.
///
/// # Errors
/// None once the program's tests have passed.
pub fn shipped() -> Result<Vec<Profile>, StepError> {
    SHIPPED.iter().map(|(id, text)| parse(Path::new(id), text)).collect()
}

/// A shipped profile by its id, else the file of that name.
///
/// # Errors
/// [`StepError::Unknown`], [`StepError::Profile`] with line and key.
pub fn find(name: &str) -> Result<Profile, StepError> {
    if let Some((id, text)) = SHIPPED.iter().find(|(id, _)| *id == name) {
        return parse(Path::new(id), text);
    }
    let path = Path::new(name);
    if !path.is_file() {
        return Err(StepError::Unknown {
            what: "profile",
            name: name.to_owned(),
        });
    }
    let bytes = files::read(path, MOST_BYTES)?;
    parse(path, &String::from_utf8_lossy(&bytes))
}

fn parse(path: &Path, text: &str) -> Result<Profile, StepError> {
    Profile::parse(text).map_err(|fault| StepError::Profile {
        path: path.to_owned(),
        fault,
    })
}
