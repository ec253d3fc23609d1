//! A file that is one document.

use std::io::Read;

use nienbieu_model::Source;

use super::too_large;
use crate::container::{Place, Reading};
use crate::lookahead::Lookahead;
use crate::{Fault, Flow, Given, Item, Kind, Raw};

pub(super) fn read<R: Read>(
    reading: &mut Reading<'_>,
    place: &Place,
    mut body: Lookahead<R>,
    kind: Kind,
) -> Flow {
    let limit = reading.settings.limits.record;
    let media_type = match kind {
        Kind::Html => "text/html",
        _ if is_markdown(place) => "text/markdown",
        _ => "text/plain",
    };
    let source = Source { media_type: Some(media_type.to_owned()), ..place.source() };
    match body.rest(limit) {
        Ok((bytes, false)) => {
            let given = Given::default();
            reading.give(Item::Record(Raw { bytes, kind, source, charset: None, given }))
        }
        Ok((bytes, true)) => reading.fault(too_large(source, limit, 0, &bytes)),
        Err(error) => reading.fault(Fault::of_stream(source, &error, body.offset())),
    }
}

/// By its name: nothing in it tells Markdown from text.
fn is_markdown(place: &Place) -> bool {
    let name = place.source().name.unwrap_or_default().to_lowercase();
    [".md", ".markdown"].iter().any(|ending| name.ends_with(ending))
}
