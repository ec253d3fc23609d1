//! What the components show, worked out from the record without touching the browser.

mod certainty;
mod entity;
mod explain;
mod groups;
mod number;
mod published;
mod table;
mod time;

pub(crate) use certainty::parts;
pub use certainty::{Reading, reading};
pub use explain::{Explained, explain, meaning, note};
pub use groups::{Group, extent, groups};
pub(crate) use published::bound_day;
pub use published::{suggestions, with_year, yearless};
pub use table::{cells, columns};
