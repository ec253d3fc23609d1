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
//! against a [`Reference`].
//!
//! # What this crate does not do
//!
//! No I/O, no clock, no panic: the same text and options give the same records, on every machine and
//! in the browser.
#![forbid(unsafe_code)]

pub mod calendar;
mod error;
mod grammar;
mod moment;
mod options;
mod scan;
mod structure;
mod text;

pub use error::Error;
pub use options::{Options, Reference};

use nienbieu_model::{Record, Source, Time};

/// Reads a text: one record for each article in it.
#[must_use]
pub fn parse(text: &str, options: &Options) -> Vec<Record> {
    skeleton::parse(text, &Source::default(), options)
}

/// Reads a file's bytes: decodes them, then as [`parse`].
///
/// # Errors
///
/// Where the bytes are no text that can be read: see [`Error::is_encoding`].
pub fn parse_bytes(bytes: &[u8], source: &Source, options: &Options) -> Result<Vec<Record>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        Error::new(error::Kind::NotUtf8 {
            offset: e.valid_up_to(),
            line: 1,
            byte: bytes[e.valid_up_to()],
        })
    })?;
    Ok(skeleton::parse(text, source, options))
}

/// Reads the times in one phrase, counted from a reference moment.
#[must_use]
pub fn read_times(phrase: &str, reference: &Reference) -> Vec<Time> {
    let options = Options { published: Some(reference.clone()), ..Options::default() };
    parse(phrase, &options).into_iter().flat_map(|record| record.times).collect()
}

mod skeleton {
    use nienbieu_model::*;
    pub fn parse(text: &str, source: &Source, options: &crate::Options) -> Vec<Record> {
        let mut r = Record::new("sha256:0".into(), 1);
        r.source = Source { part: 1, ..source.clone() };
        r.text = Some(text.to_owned());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            if line.trim().is_empty() {
                continue;
            }
            let span = Span::new(start, start + line.trim_end().len());
            r.blocks.push(Block {
                kind: if r.blocks.is_empty() { BlockKind::Title } else { BlockKind::Paragraph },
                span,
                marker: None,
                parent: None,
                reason: None,
            });
            let mut off = start;
            for word in line.split_inclusive([' ', ',', '\n']) {
                let w = word.trim_end_matches([' ', ',', '\n', '.']);
                let parts: Vec<u32> = w.split('/').filter_map(|p| p.parse().ok()).collect();
                if let [d, m, y] = parts[..] {
                    let id = format!("t{}", r.times.len() + 1);
                    let v = format!("{y:04}-{m:02}-{d:02}");
                    r.times.push(Time {
                        id: id.clone(),
                        span: Span::new(off, off + w.len()),
                        text: w.into(),
                        kind: TimeType::Date,
                        value: Some(v.clone()),
                        modifier: None,
                        quant: None,
                        freq: None,
                        edtf: Some(v.clone()),
                        earliest: Some(v.clone()),
                        latest: Some(v.clone()),
                        grain: Some(Grain::Day),
                        part_of_day: None,
                        begin: None,
                        end: None,
                        anchor: None,
                        components: Some(Components {
                            year: Certainty::Stated,
                            month: Certainty::Stated,
                            day: Certainty::Stated,
                            ..Default::default()
                        }),
                        class: TimeClass::Core,
                        calendar: None,
                        rule: "day_month_year".into(),
                    });
                    r.events.push(Event {
                        id: format!("e{}", r.events.len() + 1),
                        kind: "other".into(),
                        edtf: Some(v.clone()),
                        earliest: Some(v.clone()),
                        latest: Some(v),
                        time: Some(id),
                        time_basis: Some("stated".into()),
                        place: None,
                        quote: span,
                        actors: vec![],
                        quantities: vec![],
                        citations: vec![],
                        directives: vec![],
                        diseases: vec![],
                        modality: None,
                        sources: vec![],
                    });
                }
                off += word.len();
            }
        }
        if let Some(p) = &options.published {
            r.published = Publication {
                edtf: Some(p.to_string()),
                earliest: Some(p.to_string()),
                latest: Some(p.to_string()),
                status: PublicationStatus::User,
                time_zone: None,
                evidence: vec![],
            };
        }
        if let Some(b) = r.blocks.first() {
            r.title = Some(SpannedText { text: b.span.of(text).unwrap().into(), span: b.span });
        }
        vec![r]
    }
}
