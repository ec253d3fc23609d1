//! WARC and WET: web archives.

mod http;

use std::io::{self, BufRead, Read};

use nienbieu_model::Source;

use super::too_large;
use crate::container::{Place, Reading};
use crate::lookahead::Lookahead;
use crate::{Fault, Flow, Given, Item, Kind, Raw, Stage};

/// The most bytes of a record's header.
const HEADER: usize = 64 << 10;

/// A record's header.
#[derive(Debug, Default)]
struct Header {
    kind: String,
    length: Option<u64>,
    url: Option<String>,
    date: Option<String>,
    media_type: String,
}

pub(super) fn read<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    mut body: Lookahead<R>,
) -> Flow {
    let mut number = 0;
    loop {
        let offset = body.offset();
        match next(&mut body) {
            Ok(None) => return Flow::Continue(()),
            Ok(Some(Start::Garbage(bytes))) => {
                number += 1;
                let source = place.record(number, offset, body.offset() - offset);
                let message = format!(
                    "no WARC record at offset {offset}: its header is missing or broken; \
                     read on at offset {}",
                    body.offset()
                );
                let fault = Fault::new(source, Stage::Record, "corrupt_warc", message);
                reading.fault(fault.at(offset).with(&bytes))?;
            }
            Ok(Some(Start::Record(header))) => {
                number += 1;
                record(reading, place, &mut body, &header, (number, offset))?;
            }
            Err(error) => {
                number += 1;
                let source = place.record(number, offset, body.offset() - offset);
                reading.fault(Fault::of_stream(source, &error, body.offset()))?;
            }
        }
    }
}

/// What stands where a record should begin.
enum Start {
    Record(Header),
    /// Something else, passed over up to the next record; its beginning.
    Garbage(Vec<u8>),
}

fn next<R: Read>(body: &mut Lookahead<R>) -> io::Result<Option<Start>> {
    let mut line = Vec::new();
    loop {
        if body.line(HEADER, &mut line)?.is_none() {
            return Ok(None);
        }
        if !line.trim_ascii().is_empty() {
            break;
        }
    }
    if line.starts_with(b"WARC/1.") {
        let mut lines = line.clone();
        if let Some(header) = header(body, &mut lines)? {
            return Ok(Some(Start::Record(header)));
        }
        return skip(body, lines).map(Some);
    }
    skip(body, line).map(Some)
}

/// Passes over what is no record, up to a line that begins one.
fn skip<R: Read>(body: &mut Lookahead<R>, garbage: Vec<u8>) -> io::Result<Start> {
    let mut line = Vec::new();
    while !body.peek(7)?.starts_with(b"WARC/1.") {
        if body.line(HEADER, &mut line)?.is_none() {
            break;
        }
    }
    Ok(Start::Garbage(garbage))
}

/// The header's fields; `None` where it has no length, or no end.
fn header<R: Read>(body: &mut Lookahead<R>, lines: &mut Vec<u8>) -> io::Result<Option<Header>> {
    let mut header = Header::default();
    let mut line = Vec::new();
    loop {
        if body.line(HEADER, &mut line)?.is_none() || lines.len() > HEADER {
            return Ok(None);
        }
        lines.extend_from_slice(&line);
        let field = String::from_utf8_lossy(&line);
        let Some((name, value)) = field.trim().split_once(':') else {
            let is_end = field.trim().is_empty();
            return Ok((is_end && header.length.is_some()).then_some(header));
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => header.kind = value.to_ascii_lowercase(),
            "content-length" => header.length = value.parse().ok(),
            "warc-target-uri" => {
                header.url = Some(value.trim_matches(['<', '>']).to_owned());
            }
            "warc-date" => header.date = Some(value.to_owned()),
            "content-type" => header.media_type = value.to_ascii_lowercase(),
            _ => {}
        }
    }
}

/// One record's block.
fn record<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    body: &mut Lookahead<R>,
    header: &Header,
    (number, offset): (u64, u64),
) -> Flow {
    let limit = reading.settings.limits.record;
    let length = header.length.unwrap_or_default();
    let start = body.offset();
    let is_document = matches!(header.kind.as_str(), "response" | "resource" | "conversion");
    let kept = if is_document { length.min(limit as u64) } else { 0 };
    let mut block = Vec::new();
    let read = body.by_ref().take(kept).read_to_end(&mut block);
    let passed = read.and_then(|_| pass(body, length - kept.min(length)));
    let source = Source {
        url: header.url.clone(),
        captured_at: header.date.clone(),
        ..place.record(number, offset, body.offset() - offset)
    };
    if let Err(error) = passed {
        return reading.fault(Fault::of_stream(source, &error, body.offset()).with(&block));
    }
    let left = start + length - body.offset();
    if left > 0 {
        let message = format!("the WARC record at offset {offset} lacks its last {left} bytes");
        let fault = Fault::new(source, Stage::Record, "truncated", message);
        return reading.fault(fault.at(body.offset()).with(&block));
    }
    if !is_document {
        return reading.give(Item::Skipped(source, "not a page"));
    }
    if length > limit as u64 {
        return reading.fault(too_large(source, limit, offset, &block));
    }
    // A length that is too short or too long shows where the next record should begin.
    if !matches!(body.peek(4), Ok(b"" | b"\r\n" | b"\r\n\r\n" | b"\n") | Err(_))
        && !body.peek(2).is_ok_and(|end| end == b"\n\n")
    {
        let message =
            format!("the WARC record at offset {offset} is longer or shorter than it says");
        let fault =
            Fault::new(source, Stage::Record, "corrupt_warc", message).at(offset).with(&block);
        reading.fault(fault)?;
        // The rest of it is no record of its own.
        let _ = skip(body, Vec::new());
        return Flow::Continue(());
    }
    document(reading, header, source, block)
}

/// Passes over bytes.
fn pass<R: Read>(body: &mut Lookahead<R>, mut length: u64) -> io::Result<()> {
    while length > 0 {
        let chunk = body.fill_buf()?.len();
        if chunk == 0 {
            break;
        }
        let passed = length.min(chunk as u64);
        body.consume(usize::try_from(passed).unwrap_or(chunk));
        length -= passed;
    }
    Ok(())
}

fn document(reading: &mut Reading<'_>, header: &Header, source: Source, block: Vec<u8>) -> Flow {
    let offset = source.byte_offset.unwrap_or_default();
    let (media_type, bytes) = if header.kind == "response" {
        match http::body(&block, reading.settings.limits.record) {
            Ok(http::Response { status: 200..=299, media_type, body }) => (media_type, body),
            Ok(_) => return reading.give(Item::Skipped(source, "not a page")),
            Err((code, message)) => {
                let message = format!("{message} (the record at offset {offset})");
                let fault = Fault::new(source, Stage::Record, code, message);
                return reading.fault(fault.at(offset).with(&block));
            }
        }
    } else {
        (header.media_type.clone(), block)
    };
    let (name, parameters) = media_type.split_once(';').unwrap_or((&media_type, ""));
    let kind = match name.trim() {
        "text/html" | "application/xhtml+xml" => Kind::Html,
        "text/plain" | "text/markdown" => Kind::Text,
        _ => return reading.give(Item::Skipped(source, "not a page")),
    };
    let charset = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim()
            .eq_ignore_ascii_case("charset")
            .then(|| value.trim().trim_matches('"').to_owned())
    });
    let source = Source { media_type: Some(name.trim().to_owned()), ..source };
    reading.give(Item::Record(Raw { bytes, kind, source, charset, given: Given::default() }))
}
