//! Timeline records in the forms that other programs and people read.
//!
//! ```
//! use nienbieu_export::{Format, Options};
//! use nienbieu_model::Record;
//!
//! let record = Record::new("sha256:00".into(), 1);
//! let mut out = Vec::new();
//! Format::named("csv").unwrap().write([&record], &Options::default(), &mut out).unwrap();
//! assert!(out.starts_with(b"source,part,title"));
//! ```
//!
//! # Overview
//!
//! [`FORMATS`] is the table of formats: name, file extension, media type, whether a file holds several
//! records and whether a [`Selection`] of rows applies. A [`Format`] opens a [`Form`], which writes
//! records one behind the other into any [`std::io::Write`] and holds no more of them than its format
//! forces it to.
//!
//! # What this crate does not do
//!
//! It chooses no rows: whoever filters hands over a [`Selection`]. It reads no clock and draws no
//! random numbers: the same records give the same bytes.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    warn(
        clippy::print_stdout,
        clippy::print_stderr,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic
    )
)]

mod csv;
pub mod dates;
mod entry;
mod extent;
mod format;
mod html;
mod icalendar;
mod iri;
pub mod items;
mod json;
mod json_ld;
mod language;
pub mod lines;
mod markdown;
mod moment;
mod positions;
mod read;
mod safe_json;
mod selection;
mod svg;
pub mod text;
mod timelinejs;
mod timeml;
mod web_annotation;
mod xml;

pub use csv::Table;
pub use format::{FORMATS, Form, Format, Options};
pub use language::Language;
pub use read::{ReadError, read};
pub use selection::{Selection, hanging};
