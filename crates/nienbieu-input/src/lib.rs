//! Files, archives and old charsets in, documents out.
//!
//! ```
//! use nienbieu_input::{Body, Flow, Item, Settings, read};
//!
//! let lines = r#"{"title": "Tin vui", "text": "Ngày 5/8/2022, xã có điện.", "date": "2022-08-06"}"#;
//! let mut texts = Vec::new();
//! read("news.jsonl".to_owned(), Body::memory(lines.as_bytes().to_vec()), &Settings::default(), &mut |item| {
//!     if let Item::Record(raw) = item {
//!         let document = raw.decode().unwrap();
//!         texts.push((document.text.into_owned(), document.published));
//!     }
//!     Flow::Continue(())
//! });
//! assert_eq!(texts[0].0, "Tin vui\n\nNgày 5/8/2022, xã có điện.");
//! assert_eq!(texts[0].1.as_ref().unwrap().moment, "2022-08-06");
//! ```
//!
//! # Overview
//!
//! [`read`] takes an input apart and hands on one [`Item`] after the other: a [`Raw`] record, a
//! [`Fault`], or word of what is no document. What an input is, its content tells, not its name.
//! [`Raw::decode`] makes a record's bytes a [`Document`]; that is apart, so that other threads can do
//! it. [`encoding`] knows the charsets that Vietnamese was written in before Unicode.
//!
//! # What this crate does
//!
//! It unpacks gzip, zstd, bzip2, xz, zip and tar, one within the other; reads JSON, JSON lines, CSV,
//! WARC and WET, Parquet, Word documents, web pages and plain text; and holds all of it to [`Limits`]. Nothing is held
//! whole but the record in hand. What is broken becomes a fault with a code, a place and a remedy, and
//! the rest goes on.
//!
//! # What it does not do
//!
//! It opens no file and reads no clock: the caller does. It does not read the text: that is the
//! parser's work.
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

mod body;
mod container;
mod document;
pub mod encoding;
mod fault;
mod format;
mod item;
mod lookahead;
mod moment;
mod settings;
mod sniff;

pub use body::Body;
pub use container::read;
pub use document::{Document, Published};
pub use fault::{Fault, Stage};
pub use item::{Flow, Given, Item, Kind, Raw};
pub use moment::moment;
pub use settings::{Fields, Limits, Settings};
