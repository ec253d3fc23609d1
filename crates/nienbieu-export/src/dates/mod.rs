//! Dates with uncertainty (EDTF level 2), read and shown in the reader's language.

mod edtf;
mod show;

pub use edtf::{Edtf, End, Point, Qualifier, YearPrecision};
pub use show::{Shades, show, show_shaded, show_short};
