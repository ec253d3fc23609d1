//! The layers behind the events, each a section.

mod figures;
mod names;
mod orders;
mod papers;

use nienbieu_export::Selection;
use nienbieu_export::lines::Lines;
use nienbieu_model::Span;

use super::section::{Field, Role, Section};
use crate::args::Layer;

/// The section of a layer; events have none.
pub(super) fn section(layer: Layer, chosen: &Selection<'_>, lines: &Lines) -> Option<Section> {
    Some(match layer {
        Layer::Events => return None,
        Layer::Figures => figures::section(chosen, lines),
        Layer::Papers => papers::section(chosen, lines),
        Layer::People => names::people(chosen, lines),
        Layer::Bodies => names::bodies(chosen, lines),
        Layer::Places => names::places(chosen, lines),
        Layer::Diseases => names::diseases(chosen, lines),
        Layer::Patients => names::patients(chosen, lines),
        Layer::Instructions => orders::section(chosen, lines),
    })
}

/// The items with the same key together, in the order of the first of each.
fn grouped<T: Copy>(items: &[T], key: impl Fn(T) -> String) -> Vec<Vec<T>> {
    let mut places = std::collections::HashMap::new();
    let mut groups: Vec<Vec<T>> = Vec::new();
    for &item in items {
        let at = *places.entry(key(item)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups
}

/// How often, where it is more than once.
fn times(mentions: usize) -> Field {
    Field::note(if mentions > 1 { format!("×{mentions}") } else { String::new() })
}

fn line(span: Span, lines: &Lines) -> Field {
    Field::note(format!("L{}", lines.number(span.start)))
}

/// In brackets where another sentence says it, as with events.
fn by_basis(text: String, basis: Option<&str>) -> String {
    match basis {
        _ if text.is_empty() => text,
        Some("stated") | None => text,
        Some(_) => format!("({text})"),
    }
}

fn plain(text: Option<&str>) -> String {
    text.map(|text| nienbieu_export::text::one_line(text).replace('_', " ")).unwrap_or_default()
}
