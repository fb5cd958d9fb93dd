//! The standing as `linxuan standing --json` and `linxuan tally --json` print it.

use crate::standing::{Args, Standing};

impl Standing {
    /// The standing in the keys of the command line's contract. `say` turns a code and its facts into words: the codes
    /// of [`crate::Warning`], [`crate::WhyNotCode`] and [`crate::NoFigure`].
    #[must_use]
    pub fn to_json(&self, say: &dyn Fn(&str, &Args) -> String) -> serde_json::Value {
        let _ = say;
        todo!()
    }
}
