//! Events, with what hangs on them.

use nienbieu_export::items::{actor, figure, find, found, paper, place};
use nienbieu_model::{Event, Record};

use super::{Told, list, pointer, steps, time, words};
use crate::show::date::between;

pub(super) fn told(record: &Record, event: &Event) -> Told {
    let date = event.edtf.clone().unwrap_or_else(|| "undated".to_owned());
    let modality = event.modality.as_ref().map(ToString::to_string);
    let value = list([Some(event.kind.to_string()), modality, Some(date)]);
    let at = found(&record.places, event.place.as_deref()).map(place);
    let ids = |ids: &[String], name: &dyn Fn(&str) -> Option<String>| {
        let told = ids.iter().filter_map(|id| pointer(Some(id), name(id)));
        Some(told.collect::<Vec<_>>().join(", "))
    };
    let steps = steps([
        ("time", list([event.time_basis.clone(), time(record, event.time.as_deref())])),
        ("bounds", bounds(record, event)),
        ("place", pointer(event.place.as_deref(), at)),
        ("figures", ids(&event.quantities, &|id| find(&record.quantities, id).map(figure))),
        ("papers", ids(&event.citations, &|id| find(&record.citations, id).map(paper))),
        ("actors", ids(&event.actors, &|id| actor(record, id))),
        ("instructions", ids(&event.directives, &|_| None)),
        (
            "diseases",
            ids(&event.diseases, &|id| {
                find(&record.diseases, id).map(|disease| disease.name.clone())
            }),
        ),
    ]);
    Told::new(&event.id, "event", event.quote, words(record, event.quote))
        .with(value.unwrap_or_default(), steps)
}

/// Where the date does not say it and its time does not either.
fn bounds(record: &Record, event: &Event) -> Option<String> {
    let of = |earliest: &Option<String>, latest: &Option<String>| {
        (earliest != latest).then(|| between(earliest.as_deref(), latest.as_deref()))?
    };
    let own = of(&event.earliest, &event.latest)?;
    let told = record.time_of(event).and_then(|time| of(&time.earliest, &time.latest));
    (told.as_ref() != Some(&own)).then_some(own)
}
