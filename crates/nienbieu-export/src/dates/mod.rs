//! Dates with uncertainty (EDTF level 2), read and shown in the reader's language.

mod edtf;
mod iso;
mod shades;
mod show;

pub use crate::moment::days_in_month;
pub use edtf::{Edtf, End, Point, Qualifier, YearPrecision};
pub use iso::is_iso;
pub use shades::{shades, shades_of};
pub use show::{Shades, show, show_shaded, show_short};
