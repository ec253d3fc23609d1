//! The items of a record: found by their id, and named as people name them.

use std::collections::HashMap;

use nienbieu_model::{
    Citation, Directive, Disease, Organization, Patient, Person, Place, Quantity, Record, Time,
};

use super::date::human;
use crate::messages::one_line;

/// What every layer's items have.
pub(crate) trait Item {
    fn id(&self) -> &str;
}

macro_rules! items {
    ($($kind:ty),+) => {
        $(impl Item for $kind {
            fn id(&self) -> &str {
                &self.id
            }
        })+
    };
}

items!(Time, Quantity, Citation, Person, Organization, Place, Disease, Patient, Directive);

/// The item with this id.
pub(crate) fn find<'a, T: Item>(items: &'a [T], id: &str) -> Option<&'a T> {
    // Ids count from 1 behind a letter, so that most need no search.
    let number = id.get(1..).and_then(|number| number.parse::<usize>().ok());
    let counted = number.and_then(|number| items.get(number.checked_sub(1)?));
    counted.filter(|item| item.id() == id).or_else(|| items.iter().find(|item| item.id() == id))
}

/// The item with this id, where there is one.
pub(crate) fn found<'a, T: Item>(items: &'a [T], id: Option<&str>) -> Option<&'a T> {
    find(items, id?)
}

/// The figure as printed, with its comparator and its unit.
pub(crate) fn figure(quantity: &Quantity) -> String {
    let mut words = one_line(&quantity.text);
    let lacks = |words: &str, part: &str| !words.to_lowercase().contains(&part.to_lowercase());
    if let Some(before) = quantity.comparator_text.as_deref().filter(|part| lacks(&words, part)) {
        words = format!("{} {words}", one_line(before));
    }
    if let Some(unit) = quantity.unit.as_deref().filter(|part| lacks(&words, part)) {
        words =
            if unit == "%" { format!("{words}%") } else { format!("{words} {}", one_line(unit)) };
    }
    words
}

/// The paper by its kind and number, else as mentioned.
pub(crate) fn paper(citation: &Citation) -> String {
    match (&citation.kind, &citation.identifier) {
        (Some(kind), Some(identifier)) => one_line(&format!("{kind} {identifier}")),
        (None, Some(identifier)) => one_line(identifier),
        _ => one_line(&citation.text),
    }
}

/// The mention that names the paper in full, else the mention itself.
pub(crate) fn meant<'a>(record: &'a Record, mention: &'a Citation) -> &'a Citation {
    found(&record.citations, mention.refers_to.as_deref()).unwrap_or(mention)
}

/// The place by its name, else as mentioned; a name that is a number alone is no name.
pub(crate) fn place(place: &Place) -> String {
    let name = place.name.as_deref().filter(|name| name.contains(char::is_alphabetic));
    one_line(name.unwrap_or(&place.text))
}

/// The places of a record by their codes.
pub(crate) struct Codes<'a> {
    record: &'a Record,
    places: HashMap<&'a str, &'a Place>,
}

impl<'a> Codes<'a> {
    pub(crate) fn of(record: &'a Record) -> Self {
        let mut places = HashMap::new();
        for place in &record.places {
            if let Some(code) = place.code.as_deref() {
                places.entry(code).or_insert(place);
            }
        }
        Self { record, places }
    }

    /// Where a figure is of: the name of its place or of its code, else the code.
    pub(crate) fn place_of(&self, quantity: &Quantity) -> Option<String> {
        let code = quantity.place_code.as_deref();
        let own = found(&self.record.places, quantity.place.as_deref());
        let coded = || code.and_then(|code| self.places.get(code).copied());
        own.or_else(coded).map(place).or_else(|| code.map(one_line))
    }
}

/// The body by its name, else as mentioned.
pub(crate) fn body(organization: &Organization) -> String {
    one_line(organization.name.as_deref().unwrap_or(&organization.text))
}

/// The person or the body with this id.
pub(crate) fn actor(record: &Record, id: &str) -> Option<String> {
    let person = || find(&record.people, id).map(|person| one_line(&person.name));
    person().or_else(|| find(&record.organizations, id).map(body))
}

/// A person's titles in one line.
pub(crate) fn titles(person: &Person) -> String {
    let titles: Vec<_> = person.titles.iter().map(|title| one_line(&title.text)).collect();
    titles.join(", ")
}

/// The date of the time with this id, else its words.
pub(crate) fn date(record: &Record, id: Option<&str>) -> Option<String> {
    let time = found(&record.times, id)?;
    Some(time.edtf.as_deref().map_or_else(|| one_line(&time.text), human))
}

/// The value with no word twice, in the order of their first.
pub(crate) fn distinct(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.clone())).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use nienbieu_model::Span;

    use super::*;

    pub(crate) fn figure(value: f64, comparator: &'static str, max: Option<f64>) -> Quantity {
        Quantity {
            id: "q1".into(),
            span: Span::default(),
            text: String::new(),
            number: None,
            value,
            max,
            comparator: comparator.into(),
            comparator_text: None,
            unit: None,
            metric: None,
            aspect: None,
            population: None,
            disease: None,
            time: None,
            edtf: None,
            time_basis: None,
            place: None,
            place_code: None,
            place_basis: None,
            part_of: None,
            rule: "test".into(),
        }
    }

    #[test]
    fn a_figure_says_comparator_and_unit_once() {
        let figure = |text: &str, before: Option<&str>, unit: Option<&str>| Quantity {
            text: text.into(),
            comparator_text: before.map(Into::into),
            unit: unit.map(Into::into),
            ..figure(12.0, "eq", None)
        };
        let shown = |text, before, unit| super::figure(&figure(text, before, unit));
        assert_eq!(shown("12", Some("trên"), Some("ca mắc")), "trên 12 ca mắc");
        assert_eq!(shown("Trên 12 ca mắc", Some("trên"), Some("ca mắc")), "Trên 12 ca mắc");
        assert_eq!(shown("12", None, Some("%")), "12%");
    }

    #[test]
    fn items_are_found_though_ids_do_not_count() {
        let figures: Vec<_> = ["q1", "q3", "x"]
            .map(|id| Quantity { id: id.into(), ..figure(1.0, "eq", None) })
            .into();
        for id in ["q1", "q3", "x"] {
            assert_eq!(find(&figures, id).map(Item::id), Some(id));
        }
        for id in ["", "q2", "q0", "é1", "q99999999999999999999"] {
            assert!(find(&figures, id).is_none(), "{id}");
        }
    }
}
