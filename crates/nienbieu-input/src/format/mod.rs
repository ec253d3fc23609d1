//! The records of a file.

#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "docx")]
pub(crate) mod docx;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
mod record;
mod text;
#[cfg(feature = "warc")]
mod warc;

use nienbieu_model::Source;

use crate::container::{Place, Reading};
use crate::lookahead::Lookahead;
use crate::sniff::Format;
use crate::{Body, Fault, Flow, Stage};

/// Hands on the records of a file that is no archive.
pub(crate) fn read(
    reading: &mut Reading<'_>,
    format: Format,
    place: &Place,
    body: Body<'_>,
) -> Flow {
    match format {
        Format::Text => text::read(reading, place, Lookahead::new(body), crate::Kind::Text),
        Format::Html => text::read(reading, place, Lookahead::new(body), crate::Kind::Html),
        Format::JsonLines => json::lines(reading, place, Lookahead::new(body)),
        Format::Json => json::values(reading, place, Lookahead::new(body)),
        #[cfg(feature = "csv")]
        Format::Csv(delimiter) => csv::read(reading, place, Lookahead::new(body), delimiter),
        #[cfg(not(feature = "csv"))]
        Format::Csv(_) => text::read(reading, place, Lookahead::new(body), crate::Kind::Text),
        #[cfg(feature = "warc")]
        Format::Warc => warc::read(reading, place, Lookahead::new(body)),
        #[cfg(feature = "parquet")]
        Format::Parquet => parquet::read(reading, place, body),
        format => reading.unsupported(place, format),
    }
}

/// A record beyond the limit.
pub(crate) fn too_large(source: Source, limit: usize, offset: u64, bytes: &[u8]) -> Fault {
    let message = format!(
        "the record at offset {offset} has more than the {limit} bytes that one may have; \
         split it or raise the limit"
    );
    Fault::new(source, Stage::Record, "record_too_large", message).at(offset).with(bytes)
}
