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
//! against a [`Reference`]. [`Options`] carry the publication date where the user knows it.
//! [`mod@reference`] lists the rules of the time grammar, [`calendar`] is the Vietnamese lunar
//! calendar with its feasts.
//!
//! # What this crate does
//!
//! It tells the article from the page around it, line by line; finds every time expression and gives
//! it a TIMEX3 and an EDTF value, with what was stated, what was inferred, and from what; reads figures
//! with unit, metric, aspect and the time and place they hold for, official papers by their symbols,
//! people with their titles, bodies, places, diseases, patients' numbers and instructions; and puts
//! every dated statement on a timeline with the words that make it and all that hangs on them. Spans are half-open UTF-8 byte
//! offsets into the text, exact whatever Unicode form, tone placement or spaces it is typed with.
//!
//! # What it does not do
//!
//! It does no I/O, reads no clock and does not panic: the same text and options give the same records,
//! on every machine and in the browser. It fills nothing in: a year that cannot be had stays `XXXX`.
//! A place, a paper's issuer or a figure's day that the page does not settle stays open, with candidates
//! or without.
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

mod assemble;
pub mod calendar;
mod error;
mod grammar;
mod layers;
mod moment;
mod options;
pub mod reference;
mod resolve;
mod scan;
#[cfg(feature = "stages")]
pub mod stages;
mod structure;
mod text;

pub use error::Error;
pub use options::{Options, Reference};

use nienbieu_model::{Encoding, Record, Source, Time};

/// Reads a text: one record for each article in it, at least one.
///
/// ```
/// use nienbieu_parser::{parse, Options};
///
/// let page = "Tin mới\n\nKhánh thành cầu Nậm Mức\n09/08/2022 07:45\n\n\
///             Sáng 5.8, huyện khánh thành cầu treo dài 120 m.";
/// let record = &parse(page, &Options::default())[0];
/// assert_eq!(record.title.as_ref().unwrap().text, "Khánh thành cầu Nậm Mức");
/// assert_eq!(record.published.edtf.as_deref(), Some("2022-08-09T07:45:00"));
/// assert_eq!(record.events[0].edtf.as_deref(), Some("2022-08-05"));
/// ```
#[must_use]
pub fn parse(text: &str, options: &Options) -> Vec<Record> {
    let encoding = Encoding { name: "utf-8".into(), reason: "given as text".into() };
    let source = &Source { encoding: Some(encoding), ..Source::default() };
    parse_document(&Document { text, bytes: text.as_bytes(), source, published: None }, options)
}

/// A decoded text, and what is known of it beside its words.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The text.
    pub text: &'a str,
    /// The bytes that the record's id is of.
    pub bytes: &'a [u8],
    /// Where the text came from, with its encoding.
    pub source: &'a Source,
    /// When it was published, by what stands beside it, and what that is: "the field date". A stamp in
    /// the text comes before it.
    pub published: Option<(&'a Reference, &'a str)>,
}

/// Reads a text that somebody else decoded: as [`parse`], with what is known of it.
///
/// ```
/// use nienbieu_parser::{parse_document, Document, Options};
///
/// let text = "Sáng 5/8, huyện Mường Lay khai trương trạm y tế mới.";
/// let day = "2022-08-06".parse()?;
/// let published = Some((&day, "the field date"));
/// let document = Document { text, bytes: text.as_bytes(), source: &Default::default(), published };
/// let record = &parse_document(&document, &Options::default())[0];
/// assert_eq!(record.published.edtf.as_deref(), Some("2022-08-06"));
/// assert_eq!(record.times[0].edtf.as_deref(), Some("2022-08-05"));
/// assert_eq!(record.diagnostics[0].code, "published_from_metadata");
/// # Ok::<(), nienbieu_parser::Error>(())
/// ```
#[must_use]
pub fn parse_document(document: &Document<'_>, options: &Options) -> Vec<Record> {
    assemble::records(document, options)
}

/// Reads a file's bytes in UTF-8: decodes them, then as [`parse`].
///
/// ```
/// use nienbieu_parser::{parse_bytes, Options};
///
/// let error = parse_bytes(b"ng\xe0y 5/8", &Default::default(), &Options::default()).unwrap_err();
/// assert!(error.is_encoding());
/// assert_eq!(error.offset(), Some(2));
/// ```
///
/// # Errors
///
/// Where the bytes are no text that can be read: see [`Error::is_encoding`].
pub fn parse_bytes(bytes: &[u8], source: &Source, options: &Options) -> Result<Vec<Record>, Error> {
    let (text, encoding) = text::decode::decode(bytes)?;
    let source = &Source { encoding: Some(encoding), ..source.clone() };
    Ok(parse_document(&Document { text, bytes, source, published: None }, options))
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
