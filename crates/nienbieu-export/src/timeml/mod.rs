//! TimeML 1.2.1: the article's own text with its times and events marked in it.
//!
//! * A time is a `TIMEX3`. An interval, whose ends are times of their own, becomes a `DURATION` without
//!   text that names them by `beginPoint` and `endPoint`; so does a time that overlaps another, as
//!   elements may not lie within each other. What a `value` cannot say (it is one token of letters,
//!   digits and `-.:_`) stands as EDTF in `comment`.
//! * An `EVENT` stands on the longest stretch of the quotation that no other element takes. Several
//!   events with one quotation are several `MAKEINSTANCE`s of it. Each is tied to its time by a `TLINK`.
//! * Where articles share a text, the document holds the lines of its own.
//! * Characters that XML cannot hold are shown by U+FFFD, one for one.

mod events;
mod marks;
mod times;

use std::io::{self, Write};

use maud::html;
use nienbieu_model::{Record, Span};

use crate::{Form, Options, Selection, xml};
use events::Events;
use marks::Marks;
use times::Times;

struct Document;

pub(crate) fn open(_: &Options) -> Box<dyn Form> {
    Box::new(Document)
}

impl Form for Document {
    fn record(&mut self, rows: &Selection<'_>, out: &mut dyn Write) -> io::Result<()> {
        let record = rows.record;
        let Some(text) = record.text.as_deref() else {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!(
                    "{}: its text was left out, and TimeML marks the text itself; \
                     write the record with its text",
                    record.id
                ),
            ));
        };
        let own = own_lines(record, text);
        let times = Times::of(record);
        let mut marks = Marks::new(text, own);
        times.mark(&mut marks);
        let events = Events::of(rows, &times, &mut marks);
        out.write_all(HEAD.as_bytes())?;
        marks.write(out)?;
        events.write_links(out)?;
        out.write_all(b"</TimeML>\n")
    }
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n";

/// From the article's first line to its last.
fn own_lines(record: &Record, text: &str) -> Span {
    let start = record.blocks.iter().map(|block| block.span.start).min();
    let end = record.blocks.iter().map(|block| block.span.end).max();
    let own = start.zip(end).map(|(start, end)| Span::new(start, end));
    own.filter(|own| own.of(text).is_some()).unwrap_or(Span::new(0, text.len()))
}

/// The characters as XML holds them; line ends stay what they are.
fn characters(text: &str) -> String {
    xml::legal(html!((text))).replace('\r', "&#13;")
}

/// One token, as attributes of type NMTOKEN ask for.
fn is_token(value: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:_".contains(&byte);
    !value.is_empty() && value.bytes().all(fits)
}
