//! One document read.

use std::panic::{AssertUnwindSafe, catch_unwind};

use nienbieu_input::{Fault, Raw, Stage};
use nienbieu_model::Record;
use nienbieu_parser::{Document, Options, Reference, parse_document};

/// The records of one document: decoded, parsed, with what was doubtful on the way.
///
/// # Errors
///
/// Where its bytes cannot be decoded. A panic of the parser, which no input should cause, is an error of
/// this document alone.
pub fn records(raw: &Raw, options: &Options) -> Result<Vec<Record>, Fault> {
    let read = || -> Result<Vec<Record>, Fault> {
        let decoded = raw.decode()?;
        let stated = decoded.published.as_ref().and_then(|stated| {
            let reference: Reference = stated.moment.parse().ok()?;
            Some((reference, stated.by.as_str()))
        });
        let document = Document {
            text: &decoded.text,
            bytes: &raw.bytes,
            source: &decoded.source,
            published: stated.as_ref().map(|(reference, by)| (reference, *by)),
        };
        let mut records = parse_document(&document, options);
        for record in &mut records {
            record.diagnostics.extend(decoded.remarks.iter().cloned());
        }
        Ok(records)
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        let message = "the parser failed on this text; please report it with the text";
        Err(Fault::new(raw.source.clone(), Stage::Parse, "internal", message).with(&raw.bytes))
    })
}
