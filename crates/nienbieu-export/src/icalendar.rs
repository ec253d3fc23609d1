//! iCalendar (RFC 5545): a `VEVENT` a dated event, a `VJOURNAL` what has no date.
//!
//! Written here rather than by a builder crate: the maintained one reads the clock and draws random
//! identifiers, and what remains beside the properties is escaping and folding. Its parser is the judge
//! in the tests.
//!
//! * `UID` is made of the text's digest, the article's part and the event's id.
//! * `DTSTAMP`, which the standard demands, is when the page was captured; else its publication; else
//!   the event's own beginning; else 1970. Never the clock.
//! * A day is a `DATE`; a clock time is given in UTC by the article's offset, and floats without one.
//!   `DTEND` is exclusive, as the standard wants it. An end that is open is left out; an event with a
//!   last day alone stands there. `X-NIENBIEU-EDTF` keeps the date itself.

use std::io::{self, Write};

use nienbieu_model::{Publication, Record};

use crate::entry::Entry;
use crate::iri::{digest, plain};
use crate::moment::{Moment, Parts, offset, read, utc};
use crate::text::one_line;
use crate::{Form, Language, Options, Selection};

/// The longest summary, in characters.
const SUMMARY: usize = 120;
/// How many bytes a line may have.
const LINE: usize = 75;
/// Where nothing at all is known of a time.
const NEVER: &str = "19700101T000000Z";

struct Calendar(Language);

pub(crate) fn open(options: &Options) -> Box<dyn Form> {
    Box::new(Calendar(options.language))
}

impl Form for Calendar {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        for (name, value) in [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//Nien Bieu//nienbieu//VI"),
            ("CALSCALE", "GREGORIAN"),
        ] {
            line(name, value, out)?;
        }
        Ok(())
    }

    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let record = rows.record;
        rows.events.iter().try_for_each(|event| {
            let entry = Entry::of(record, event, self.0);
            component(record, &entry, self.0, out)
        })
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        line("END", "VCALENDAR", out)
    }
}

fn component(
    record: &Record,
    entry: &Entry<'_>,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let zone = record.published.time_zone.as_deref().and_then(offset);
    let (event, extent) = (entry.event, entry.extent);
    let kind = if extent.is_placed() { "VEVENT" } else { "VJOURNAL" };
    let uid = format!("{}-{}-{}@nienbieu", digest(record), record.source.part, plain(&event.id));
    line("BEGIN", kind, out)?;
    line("UID", &uid, out)?;
    let stamp = stamp(record, zone).or_else(|| Some(moment(extent.begin?, Some(zone?))));
    line("DTSTAMP", stamp.as_deref().unwrap_or(NEVER), out)?;
    let bounds = [("DTSTART", extent.begin.or_else(|| extent.last())), ("DTEND", extent.end)];
    for (name, bound) in bounds {
        match bound {
            Some(bound) if extent.is_timed => line(name, &moment(bound, zone), out)?,
            Some(bound) => {
                line(&format!("{name};VALUE=DATE"), &bound.day(""), out)?;
            }
            None => {}
        }
    }
    line("SUMMARY", &escaped(&entry.headline(SUMMARY)), out)?;
    line("DESCRIPTION", &description(entry, language), out)?;
    line("CATEGORIES", &escaped(&entry.kind), out)?;
    if let Some(place) =
        event.place.as_deref().and_then(|id| crate::items::find(&record.places, id))
    {
        line("LOCATION", &escaped(&crate::items::place(place)), out)?;
    }
    if let Some(url) = record.source.url.as_deref().filter(|url| is_plain_uri(url)) {
        line("URL", url, out)?;
    }
    if extent.is_placed() {
        line("STATUS", if entry.is_ahead { "TENTATIVE" } else { "CONFIRMED" }, out)?;
        line("TRANSP", "TRANSPARENT", out)?;
    }
    if let Some(edtf) = event.edtf.as_deref() {
        line("X-NIENBIEU-EDTF", &escaped(&one_line(edtf)), out)?;
    }
    line("END", kind, out)
}

/// Date, words and notes, a line each.
fn description(entry: &Entry<'_>, language: Language) -> String {
    let quote = entry.quote.lines().map(one_line);
    let notes = entry.notes.iter().map(|(head, words)| format!("{head}: {words}"));
    let lines = [entry.when.clone(), entry.what(language)].into_iter().chain(quote).chain(notes);
    escaped(&lines.collect::<Vec<_>>().join("\n"))
}

/// When the page was captured, else published, in UTC.
fn stamp(record: &Record, zone: Option<i64>) -> Option<String> {
    if let Some(captured) = record.source.captured_at.as_deref().and_then(utc) {
        return Some(moment(captured, Some(0)));
    }
    let Publication { earliest, .. } = &record.published;
    let (published, _) = read(earliest.as_deref()?)?;
    Some(moment(published, Some(zone.unwrap_or_default())))
}

/// In UTC where the offset is known; else as clocks show it.
fn moment(moment: Moment, zone: Option<i64>) -> String {
    match zone.and_then(|zone| moment.plus(-zone)) {
        Some(utc) => format!("{}Z", compact(utc)),
        None => compact(moment),
    }
}

fn compact(at: Moment) -> String {
    let Parts { hour, minute, second, .. } = at.parts();
    format!("{}T{hour:02}{minute:02}{second:02}", at.day(""))
}

/// Nothing that could end the line or needs an encoding.
fn is_plain_uri(url: &str) -> bool {
    url.contains(':') && url.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A value of type TEXT.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            _ => value.push(c),
        }
    }
    value
}

/// A content line, folded between characters.
fn line(name: &str, value: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut length = 0;
    let mut folded = String::new();
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded.push_str("\r\n");
    out.write_all(folded.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_characters() {
        let mut out = Vec::new();
        let value = "Điện Biên ".repeat(20);
        line("SUMMARY", &value, &mut out).unwrap();
        let folded = String::from_utf8(out).unwrap();
        assert!(folded.split("\r\n").all(|line| line.len() <= LINE), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }
}
