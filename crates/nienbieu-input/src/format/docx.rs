//! The text of a Word document: its paragraphs, a line each.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The most that the document's text may unpack to.
const LARGEST: u64 = 256 << 20;

/// The text, or why there is none.
pub(crate) fn text(bytes: &[u8]) -> Result<String, String> {
    let shown = |error: &dyn std::fmt::Display| error.to_string();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| shown(&error))?;
    let entry = archive.by_name("word/document.xml").map_err(|error| shown(&error))?;
    let mut xml = String::new();
    entry.take(LARGEST).read_to_string(&mut xml).map_err(|error| shown(&error))?;
    paragraphs(&xml)
}

fn paragraphs(xml: &str) -> Result<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    let mut in_text = false;
    loop {
        let at = reader.buffer_position();
        let event =
            reader.read_event().map_err(|error| format!("{error} (offset {at} of its text)"))?;
        match event {
            Event::Start(element) if element.local_name().as_ref() == "t" => in_text = true,
            Event::End(element) => match element.local_name().as_ref() {
                "t" => in_text = false,
                "p" => text.push_str("\n\n"),
                _ => {}
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                "br" | "cr" => text.push('\n'),
                "tab" => text.push('\t'),
                "p" => text.push_str("\n\n"),
                _ => {}
            },
            Event::Text(words) if in_text => text.push_str(&words),
            Event::GeneralRef(name) if in_text => {
                let known = quick_xml::escape::unescape(&format!("&{};", &*name))
                    .map(std::borrow::Cow::into_owned);
                text.push_str(&known.map_err(|error| error.to_string())?);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let end = text.trim_end().len();
    text.truncate(end);
    text.push('\n');
    Ok(text)
}
