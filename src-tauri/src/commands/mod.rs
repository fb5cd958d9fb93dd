//! Every command of the window: a request comes in, one function of `lx-wire::face` is called, its view goes out.

mod carrying;
mod deciding;
mod merging;
mod opening;
mod reporting;
mod scoring;
mod screening;
mod start;
mod supplementing;
mod taking;
mod watch;

pub use carrying::*;
pub use deciding::*;
pub use merging::*;
pub use opening::*;
pub use reporting::*;
pub use scoring::*;
pub use screening::*;
pub use start::*;
pub use supplementing::*;
pub use taking::*;
