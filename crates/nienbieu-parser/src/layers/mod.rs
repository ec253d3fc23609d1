//! What an article says besides times: papers, people, bodies, places, diseases, figures, instructions.
//!
//! Each layer reads a [`View`] of the article, and what it needs of the layers before it, and gives
//! its items in order of position. Layers write to nothing but their own items and diagnostics.

mod citations;
mod directives;
mod health;
mod organizations;
mod people;
mod places;
mod quantities;
mod view;

use nienbieu_model::Record;

pub(crate) use view::View;

/// Fills the layers of a record whose head is known; its lines and times are the view's.
pub(crate) fn fill(record: &mut Record, view: &View<'_>) {
    (record.diseases, record.patients) = health::read(view);
    record.places = places::read(view, record);
    record.organizations = organizations::read(view, &record.places);
    let (citations, doubts) = citations::read(view, &record.organizations);
    record.citations = citations;
    record.diagnostics.extend(doubts);
    record.people = people::read(view, record);
    let (quantities, doubts) = quantities::read(view, record);
    record.quantities = quantities;
    record.diagnostics.extend(doubts);
    record.directives = directives::read(view, record);
}
