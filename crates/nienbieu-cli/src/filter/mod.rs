//! Which rows are shown, where the user wants some alone.

use std::collections::HashSet;

use nienbieu_model::{
    Citation, Directive, Disease, Event, EventKind, Organization, Patient, Person, Place, Quantity,
    Record,
};

use crate::show::items::{Item, find};
use wanted::Wanted;

mod wanted;

/// Kinds, a place and metrics that rows must have; all rows where nothing is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    kinds: Vec<EventKind>,
    place: Option<Wanted>,
    metrics: Vec<String>,
}

/// The items of a record that pass.
pub(crate) struct Chosen<'a> {
    pub(crate) record: &'a Record,
    pub(crate) events: Vec<&'a Event>,
    pub(crate) quantities: Vec<&'a Quantity>,
    pub(crate) citations: Vec<&'a Citation>,
    pub(crate) people: Vec<&'a Person>,
    pub(crate) organizations: Vec<&'a Organization>,
    pub(crate) places: Vec<&'a Place>,
    pub(crate) diseases: Vec<&'a Disease>,
    pub(crate) patients: Vec<&'a Patient>,
    pub(crate) directives: Vec<&'a Directive>,
}

impl Filter {
    pub(crate) fn new(kinds: Vec<EventKind>, place: Option<&str>, metrics: Vec<String>) -> Self {
        Self { kinds, place: place.map(Wanted::new), metrics }
    }

    /// Whether nothing is asked for.
    pub(crate) const fn is_open(&self) -> bool {
        self.kinds.is_empty() && self.place.is_none() && self.metrics.is_empty()
    }

    /// Events and figures by what they are; of the other layers what hangs on them.
    pub(crate) fn choose<'a>(&self, record: &'a Record) -> Chosen<'a> {
        if self.is_open() {
            return Chosen::all(record);
        }
        let place = self.place.as_ref().map(|wanted| wanted.within(record));
        let here = |quantity: &Quantity| place.as_ref().is_none_or(|place| place.has(quantity));
        let there = |event: &Event| place.as_ref().is_none_or(|place| place.holds(event));
        let events: Vec<_> =
            record.events.iter().filter(|e| self.passes(record, e) && there(e)).collect();
        let hanging = hanging(&events);
        let is_wanted = |quantity: &&Quantity| {
            self.measures(quantity)
                && here(quantity)
                && (self.kinds.is_empty() || hanging.contains(quantity.id.as_str()))
        };
        let quantities = record.quantities.iter().filter(is_wanted).collect();
        Chosen::around(record, events, quantities, hanging)
    }

    fn passes(&self, record: &Record, event: &Event) -> bool {
        let quantities = || event.quantities.iter().filter_map(|id| find(&record.quantities, id));
        (self.kinds.is_empty() || self.kinds.contains(&event.kind))
            && (self.metrics.is_empty() || quantities().any(|quantity| self.measures(quantity)))
    }

    fn measures(&self, quantity: &Quantity) -> bool {
        let metric = || quantity.metric.as_deref();
        self.metrics.is_empty() || metric().is_some_and(|m| self.metrics.iter().any(|w| w == m))
    }
}

/// The ids of all that hangs on events.
fn hanging<'a>(events: &[&'a Event]) -> HashSet<&'a str> {
    let lists = events.iter().flat_map(|event| {
        [&event.actors, &event.quantities, &event.citations, &event.directives, &event.diseases]
    });
    let places = events.iter().filter_map(|event| event.place.as_deref());
    lists.flatten().map(String::as_str).chain(places).collect()
}

impl<'a> Chosen<'a> {
    fn all(record: &'a Record) -> Self {
        Self {
            record,
            events: record.events.iter().collect(),
            quantities: record.quantities.iter().collect(),
            citations: record.citations.iter().collect(),
            people: record.people.iter().collect(),
            organizations: record.organizations.iter().collect(),
            places: record.places.iter().collect(),
            diseases: record.diseases.iter().collect(),
            patients: record.patients.iter().collect(),
            directives: record.directives.iter().collect(),
        }
    }

    fn around(
        record: &'a Record,
        events: Vec<&'a Event>,
        quantities: Vec<&'a Quantity>,
        mut ids: HashSet<&'a str>,
    ) -> Self {
        for quantity in &quantities {
            ids.extend(quantity.place.as_deref().into_iter().chain(quantity.disease.as_deref()));
        }
        let quoted = |patient: &&Patient| events.iter().any(|e| e.quote.contains(patient.span));
        Self {
            record,
            citations: among(&record.citations, &ids),
            people: among(&record.people, &ids),
            organizations: among(&record.organizations, &ids),
            places: among(&record.places, &ids),
            diseases: among(&record.diseases, &ids),
            patients: record.patients.iter().filter(quoted).collect(),
            directives: among(&record.directives, &ids),
            events,
            quantities,
        }
    }
}

fn among<'a, T: Item>(items: &'a [T], ids: &HashSet<&str>) -> Vec<&'a T> {
    items.iter().filter(|item| ids.contains(item.id())).collect()
}

#[cfg(test)]
mod tests;
