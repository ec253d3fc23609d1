use std::collections::HashSet;

use nienbieu_model::{
    Citation, Directive, Disease, Event, Organization, Patient, Person, Place, Quantity, Record,
    Time,
};

use crate::items::Item;

/// The rows of a record that go out: all of them, or those that a filter left.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Selection<'a> {
    pub record: &'a Record,
    pub times: Vec<&'a Time>,
    pub events: Vec<&'a Event>,
    pub quantities: Vec<&'a Quantity>,
    pub citations: Vec<&'a Citation>,
    pub people: Vec<&'a Person>,
    pub organizations: Vec<&'a Organization>,
    pub places: Vec<&'a Place>,
    pub diseases: Vec<&'a Disease>,
    pub patients: Vec<&'a Patient>,
    pub directives: Vec<&'a Directive>,
}

impl<'a> Selection<'a> {
    /// All rows.
    ///
    /// ```
    /// use nienbieu_export::Selection;
    /// let record = nienbieu_model::Record::new("sha256:00".into(), 1);
    /// assert!(Selection::all(&record).events.is_empty());
    /// ```
    #[must_use]
    pub fn all(record: &'a Record) -> Self {
        Self {
            record,
            times: record.times.iter().collect(),
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

    /// These events and figures, the times that date them, and of the other layers what hangs on them.
    #[must_use]
    pub fn around(
        record: &'a Record,
        events: Vec<&'a Event>,
        quantities: Vec<&'a Quantity>,
    ) -> Self {
        let mut ids = hanging(&events);
        for quantity in &quantities {
            ids.extend(
                [&quantity.place, &quantity.disease, &quantity.time]
                    .into_iter()
                    .flatten()
                    .map(String::as_str),
            );
        }
        let quoted = |patient: &&Patient| events.iter().any(|e| e.quote.contains(patient.span));
        Self {
            record,
            times: among(&record.times, &ids),
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

/// The ids of all that hangs on events.
#[must_use]
pub fn hanging<'a>(events: &[&'a Event]) -> HashSet<&'a str> {
    let lists = events.iter().flat_map(|event| {
        [&event.actors, &event.quantities, &event.citations, &event.directives, &event.diseases]
    });
    let others = events.iter().flat_map(|event| [&event.place, &event.time]).flatten();
    lists.flatten().chain(others).map(String::as_str).collect()
}

fn among<'a, T: Item>(items: &'a [T], ids: &HashSet<&str>) -> Vec<&'a T> {
    items.iter().filter(|item| ids.contains(item.id())).collect()
}
