//! The timeline record: what one Vietnamese news article says, as plain data.
//!
//! ```
//! use nienbieu_model::{Record, Span};
//!
//! let record = Record::new("sha256:00".into(), 1);
//! let json = serde_json::to_string(&record).unwrap();
//! let back: Record = serde_json::from_str(&json).unwrap();
//! assert_eq!(back, record);
//! assert_eq!(Span::new(3, 7).len(), 4);
//! ```
//!
//! # Overview
//!
//! One article gives one [`Record`]. Its layers ([`Block`], [`Time`], [`Event`], …) point into the
//! record's text with a [`Span`]: half-open UTF-8 byte offsets, so `text[start..end]` is exactly what
//! the page says. Time expressions follow TIMEX3 (ISO-TimeML), dates with uncertainty follow EDTF
//! level 2 (ISO 8601-2).
//!
//! # What this crate does
//!
//! It holds the types, their JSON form, and (feature `schema`) their JSON Schema. Every enumeration
//! is open: a value that is not known here is kept as it was read, so newer records pass through
//! older readers.
//!
//! # What it does not do
//!
//! It reads no text: that is the parser's work. It fills nothing in: what is absent is `None` and is
//! left out of the JSON.
#![forbid(unsafe_code)]

mod block;
mod edited;
mod entity;
mod event;
mod open_enum;
mod quantity;
mod record;
mod span;
mod time;

pub use block::{Block, BlockKind};
pub use edited::{Change, Edited};
pub use entity::{
    Citation, CitationForm, Directive, Disease, Issuer, Organization, Patient, Person, PersonRole,
    Place, PlaceStatus, Title,
};
pub use event::{Event, EventKind, Modality};
pub use quantity::{NumberSpan, Quantity};
pub use record::{
    Diagnostic, Duplicate, Encoding, Publication, PublicationStatus, Record, SCHEMA_VERSION,
    Severity, Source, SpannedText,
};
pub use span::Span;
pub use time::{Certainty, Components, Grain, Time, TimeClass, TimeType};

/// The JSON Schema (2020-12) of [`Record`], as a JSON value.
///
/// ```
/// let schema = nienbieu_model::json_schema();
/// assert_eq!(schema.get("title").unwrap(), "Record");
/// ```
#[cfg(feature = "schema")]
#[must_use]
pub fn json_schema() -> schemars::Schema {
    schemars::schema_for!(Record)
}
