//! Untrusted packages → documents, text, fields, findings.
//!
//! What an institution sends is taken apart here and nowhere else. The bytes of every document go to a [`Sink`]; this
//! crate stores nothing, writes nothing, and holds at most an inner archive in memory. A package is either taken whole
//! ([`take`] returns a [`Dossier`](lx_domain::Dossier)) or refused with an [`IntakeError`]; what is wrong with single
//! documents is a [`Finding`](lx_domain::Finding) and the rest is taken all the same.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::as_conversions
    )
)]

mod archive;
mod classify;
mod disk;
mod dossier;
mod error;
mod fields;
mod findings;
#[cfg(feature = "fuzzing")]
pub mod fuzz;
mod grid;
mod limits;
mod magic;
mod package;
mod paper;
mod peek;
mod preview;
mod read;
mod remark;
mod roster;
mod script;
mod several;
mod sink;
mod take;
mod tar;
mod terms;
mod view;
mod voice;
mod when;

pub use archive::names::{NameEncoding, UnknownEncoding};
pub use disk::open_plain;
pub use error::IntakeError;
pub use fields::{same_institution, split_names};
pub use findings::{across::across, is_of_applicants, papers_of_applicants};
pub use limits::Limits;
pub use package::{Discovered, PackagePath, Shape, discover, discover_all, is_form, is_sheet};
pub use peek::{Peek, PeekError, peek};
pub use preview::{Fate, NameUnder, Preview, PreviewEntry, preview};
pub use read::{
    apart::{ARGUMENT as READ_DOCUMENTS, MEMORY as READER_MEMORY, read_apart},
    serve::serve as serve_readers,
};
pub use roster::{Roster, RosterCheck, RosterColumn, RosterError, RosterField, RosterRow, RosterValue, across_roster, read_roster};
pub use sink::{Sink, SinkError, TextBlock, Unwatched, Watch};
pub use take::{Earlier, ReadAgain, read_again, take, take_into};
pub use terms::Terms;
pub use view::{Block, DocumentView, ViewError, drawn, view};
