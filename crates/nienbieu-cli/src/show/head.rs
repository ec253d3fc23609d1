//! What stands above an article's events.

use std::io::{self, Write};

use nienbieu_export::text::one_line;
use nienbieu_model::{Publication, PublicationStatus, Record};

use super::columns::write_line;
use super::date::{between, human};
use super::style::Palette;
use super::wrap::wrap;

/// Writes title, paper, date, author and source.
pub(crate) fn write(
    record: &Record,
    width: usize,
    palette: &Palette,
    out: &mut dyn Write,
) -> io::Result<()> {
    let title = record.title.as_ref().map_or("(no title)", |title| &title.text);
    let text = |field: &Option<nienbieu_model::SpannedText>| field.as_ref().map(|f| f.text.clone());
    let about = [text(&record.outlet), Some(published(&record.published)), text(&record.byline)];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    for (text, style) in
        [(title.to_owned(), palette.title), (about, palette.dim), (source(record), palette.dim)]
    {
        for line in wrap(&one_line(&text), width) {
            write_line(&line, style, style, out)?;
            writeln!(out)?;
        }
    }
    Ok(())
}

/// The date of publication and how it is known.
pub(crate) fn published(publication: &Publication) -> String {
    let zone = publication.time_zone.as_deref().filter(|_| has_clock(publication));
    let zone = zone.map(|zone| format!(" {zone}")).unwrap_or_default();
    let note = match publication.status {
        PublicationStatus::Stated => "as stated",
        PublicationStatus::User => "as given",
        PublicationStatus::Inferred => "inferred",
        PublicationStatus::Unknown => "unknown",
        PublicationStatus::Other(_) => publication.status.as_str(),
    };
    let bounds = || between(publication.earliest.as_deref(), publication.latest.as_deref());
    match publication.edtf.clone().or_else(bounds) {
        Some(edtf) => format!("published {}{zone} ({note})", human(&edtf)),
        None => "date of publication unknown (give it with --published)".to_owned(),
    }
}

fn has_clock(publication: &Publication) -> bool {
    publication.edtf.as_deref().is_some_and(|edtf| edtf.contains('T'))
}

fn source(record: &Record) -> String {
    let name = record.source.name.as_deref().unwrap_or("stdin");
    if record.source.part > 1 {
        format!("{name}, article {}", record.source.part)
    } else {
        name.to_owned()
    }
}
