//! What hangs on an event, in a line.

use nienbieu_export::items::{actor, distinct, figure, find, found, meant, paper, place};
use nienbieu_export::text::one_line;
use nienbieu_model::{Event, Record};

use crate::args::Layer;

/// Figures, papers, people and bodies, diseases, place; of the layers chosen.
pub(super) fn attached(record: &Record, event: &Event, layers: &[Layer]) -> String {
    let of = |layer: Layer, words: Vec<String>| {
        if layers.contains(&layer) { words } else { Vec::new() }
    };
    let figures = event.quantities.iter().filter_map(|id| find(&record.quantities, id));
    let papers = event.citations.iter().filter_map(|id| find(&record.citations, id));
    let diseases = event.diseases.iter().filter_map(|id| find(&record.diseases, id));
    let place = found(&record.places, event.place.as_deref()).map(place);
    let (people, bodies): (Vec<_>, Vec<_>) =
        event.actors.iter().partition(|id| find(&record.people, id).is_some());
    let names = |ids: Vec<&String>| ids.into_iter().filter_map(|id| actor(record, id)).collect();
    let words = [
        of(Layer::Figures, figures.map(figure).collect()),
        of(Layer::Papers, papers.map(|mention| paper(meant(record, mention))).collect()),
        of(Layer::People, names(people)),
        of(Layer::Bodies, names(bodies)),
        of(Layer::Diseases, diseases.map(|disease| one_line(&disease.name)).collect()),
        of(Layer::Places, place.into_iter().collect()),
    ];
    distinct(words.into_iter().flatten()).join(" · ")
}
