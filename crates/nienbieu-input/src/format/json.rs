//! JSON: a value a line, or values one behind the other, or in one array.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, BufRead, Read};

use nienbieu_model::Source;
use serde_json::value::RawValue;

use super::record::Found;
use super::too_large;
use crate::container::{Place, Reading};
use crate::lookahead::Lookahead;
use crate::{Fault, Flow, Item, Stage};

const MEDIA_TYPE: &str = "application/json";

/// One value a line; a broken line is a fault, and the next is read.
pub(super) fn lines<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    mut body: Lookahead<R>,
) -> Flow {
    let limit = reading.settings.limits.record;
    let mut line = Vec::new();
    let mut number = 0;
    let mut is_torn = false;
    loop {
        let offset = body.offset();
        let is_longer = match body.line(limit, &mut line) {
            Ok(None) => return Flow::Continue(()),
            Ok(Some(is_longer)) => is_longer,
            Err(error) => {
                let source = source(place, number + 1, offset, body.offset() - offset);
                reading.fault(Fault::of_stream(source, &error, body.offset()).with(&line))?;
                is_torn = true;
                continue;
            }
        };
        // Behind a hole stands the end of a line whose beginning is lost.
        if std::mem::take(&mut is_torn) && !line.trim_ascii_start().starts_with(b"{") {
            continue;
        }
        let value = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if value.is_empty() {
            continue;
        }
        number += 1;
        let source = source(place, number, offset, body.offset() - offset);
        if is_longer {
            reading.fault(too_large(source, limit, offset, &line))?;
        } else {
            record(reading, source, value)?;
        }
    }
}

/// Values one behind the other, in brackets and with commas or without.
pub(super) fn values<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    mut body: Lookahead<R>,
) -> Flow {
    let limit = reading.settings.limits.record;
    let mut value = Vec::new();
    let mut number = 0;
    loop {
        let next = skip_between(&mut body).and_then(|()| {
            let offset = body.offset();
            Ok((offset, one(&mut body, limit, &mut value)?))
        });
        let (offset, end) = match next {
            Ok(next) => next,
            Err(error) => {
                let offset = body.offset();
                let source = source(place, number + 1, offset, 0);
                return reading.fault(Fault::of_stream(source, &error, offset).with(&value));
            }
        };
        if matches!(end, End::Nothing) {
            return Flow::Continue(());
        }
        number += 1;
        let source = source(place, number, offset, body.offset() - offset);
        match end {
            End::TooLong => reading.fault(too_large(source, limit, offset, &value))?,
            End::Missing => {
                let message =
                    format!("the JSON that begins at offset {offset} has no end; mend it");
                let fault = Fault::new(source, Stage::Record, "truncated", message);
                return reading.fault(fault.at(body.offset()).with(&value));
            }
            End::Nothing | End::There => record(reading, source, &value)?,
        }
    }
}

fn source(place: &Place, number: u64, offset: u64, length: u64) -> Source {
    Source { media_type: Some(MEDIA_TYPE.to_owned()), ..place.record(number, offset, length) }
}

fn record(reading: &mut Reading<'_>, source: Source, value: &[u8]) -> Flow {
    let at = source.byte_offset.unwrap_or_default();
    let fault = |source, code, message: String| {
        Fault::new(source, Stage::Record, code, message).at(at).with(value)
    };
    let object: Object<'_> = match std::str::from_utf8(value) {
        Err(error) => {
            let offset = at + error.valid_up_to() as u64;
            let message = format!("not UTF-8 at offset {offset}; JSON has to be; convert the file");
            return reading.fault(fault(source, "undecodable", message).at(offset));
        }
        Ok(text) => match serde_json::from_str(text) {
            Ok(object) => object,
            Err(error) => {
                let message = format!("no JSON object: {error}, from offset {at}; mend or drop it");
                return reading.fault(fault(source, "invalid_json", message));
            }
        },
    };
    let found = Found::by(&reading.settings.fields, &|name| field(&object, name));
    match found.raw(source.clone()) {
        Some(raw) => reading.give(Item::Record(raw)),
        None => {
            let names = reading.settings.fields.text.join(", ");
            let message = format!("no field with a text ({names}); name it with --fields text=…");
            reading.fault(fault(source, "no_text_field", message))
        }
    }
}

/// Values stay unread until one is asked for.
type Object<'a> = HashMap<Cow<'a, str>, &'a RawValue>;

/// A text or number, by its name; a dot leads into an object.
fn field(object: &Object<'_>, name: &str) -> Option<String> {
    if let Some(value) = object.get(name) {
        return scalar(value.get());
    }
    let (outer, inner) = name.split_once('.')?;
    let within: Object<'_> = serde_json::from_str(object.get(outer)?.get()).ok()?;
    field(&within, inner)
}

fn scalar(json: &str) -> Option<String> {
    match json.as_bytes().first()? {
        b'"' => serde_json::from_str(json).ok(),
        b'-' | b'0'..=b'9' => Some(json.to_owned()),
        _ => None,
    }
}

/// How the search for a value's end went.
enum End {
    There,
    TooLong,
    /// The input ends within the value.
    Missing,
    /// There is no value any more.
    Nothing,
}

fn skip_between<R: Read>(body: &mut Lookahead<R>) -> io::Result<()> {
    loop {
        let chunk = body.fill_buf()?;
        let is_between = |b: &u8| {
            b.is_ascii_whitespace() || matches!(b, b'[' | b']' | b',' | 0xef | 0xbb | 0xbf)
        };
        let skipped = chunk.iter().take_while(|b| is_between(b)).count();
        let is_all = skipped == chunk.len() && skipped > 0;
        body.consume(skipped);
        if !is_all {
            return Ok(());
        }
    }
}

/// Reads one value up to its end: the bracket that closes it or, where it is no object, what parts it
/// from the next.
fn one<R: Read>(body: &mut Lookahead<R>, limit: usize, value: &mut Vec<u8>) -> io::Result<End> {
    value.clear();
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let mut is_longer = false;
    let ended = |is_longer| if is_longer { End::TooLong } else { End::There };
    loop {
        let chunk = body.fill_buf()?;
        if chunk.is_empty() {
            return Ok(if value.is_empty() { End::Nothing } else { End::Missing });
        }
        let mut taken = 0;
        let mut is_end = false;
        for &byte in chunk {
            if depth == 0 && !in_text && !value.is_empty() && matches!(byte, b',' | b']' | b'\n') {
                is_end = true;
                break;
            }
            taken += 1;
            if value.len() < limit {
                value.push(byte);
            } else {
                is_longer = true;
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => depth += 1,
                b'}' | b']' if !in_text => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        is_end = true;
                        break;
                    }
                }
                _ => {}
            }
        }
        body.consume(taken);
        if is_end {
            return Ok(ended(is_longer));
        }
    }
}
