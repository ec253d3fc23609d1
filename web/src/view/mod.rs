//! What the components show, worked out from the record without touching the browser.

mod certainty;
mod groups;
mod published;

pub(crate) use certainty::parts;
pub use certainty::{Reading, reading};
pub use groups::{Group, extent, groups};
pub(crate) use published::bound_day;
pub use published::{suggestions, with_year, yearless};
