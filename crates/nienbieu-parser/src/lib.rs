//! Vietnamese news text in, timeline records out.
//!
//! ```
//! use nienbieu_parser::{parse, Options};
//!
//! let text = "Sáng 5/8/2022, huyện Mường Lay khai trương trạm y tế mới.";
//! let records = parse(text, &Options::default());
//! assert_eq!(records[0].times[0].edtf.as_deref(), Some("2022-08-05"));
//! ```
//!
//! # Overview
//!
//! [`parse`] reads a text, [`parse_bytes`] reads a file's bytes, [`read_times`] reads one phrase
//! against a [`Reference`]. [`mod@reference`] lists the rules of the time grammar.
//!
//! # What this crate does not do
//!
//! No I/O, no clock, no panic: the same text and options give the same records, on every machine and
//! in the browser.
#![forbid(unsafe_code)]

mod assemble;
pub mod calendar;
mod error;
mod grammar;
mod moment;
mod options;
pub mod reference;
mod resolve;
mod scan;
mod structure;
mod text;

pub use error::Error;
pub use options::{Options, Reference};

use nienbieu_model::{Encoding, Record, Source, Time};

/// Reads a text: one record for each article in it.
#[must_use]
pub fn parse(text: &str, options: &Options) -> Vec<Record> {
    let encoding = Encoding { name: "utf-8".into(), reason: "given as text".into() };
    assemble::records(text, text.as_bytes(), encoding, &Source::default(), options)
}

/// Reads a file's bytes: decodes them, then as [`parse`].
///
/// # Errors
///
/// Where the bytes are no text that can be read: see [`Error::is_encoding`].
pub fn parse_bytes(bytes: &[u8], source: &Source, options: &Options) -> Result<Vec<Record>, Error> {
    let (text, encoding) = text::decode::decode(bytes)?;
    Ok(assemble::records(text, bytes, encoding, source, options))
}

/// Reads the times in one phrase, counted from a reference moment where one is given.
///
/// ```
/// use nienbieu_parser::read_times;
///
/// let reference = "2021-06-18".parse()?;
/// let times = read_times("từ ngày 15/6 đến nay", Some(&reference));
/// assert_eq!(times[0].edtf.as_deref(), Some("2021-06-15/2021-06-18"));
/// # Ok::<(), nienbieu_parser::Error>(())
/// ```
#[must_use]
pub fn read_times(phrase: &str, reference: Option<&Reference>) -> Vec<Time> {
    assemble::times(phrase, reference)
}
