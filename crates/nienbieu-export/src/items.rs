//! The items of a record: found by their id, and named as people name them.

use std::collections::HashMap;

use nienbieu_model::{
    Citation, Directive, Disease, Event, Organization, Patient, Person, Place, Quantity, Record,
    Time,
};

use crate::text::one_line;

/// What every layer's items have.
pub trait Item {
    /// `t1`, `q1`, …: unique in its layer.
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

items!(Event, Time, Quantity, Citation, Person, Organization, Place, Disease, Patient, Directive);

/// The item with this id.
#[must_use]
pub fn find<'a, T: Item>(items: &'a [T], id: &str) -> Option<&'a T> {
    // Ids count from 1 behind a letter, so that most need no search.
    let number = id.get(1..).and_then(|number| number.parse::<usize>().ok());
    let counted = number.and_then(|number| items.get(number.checked_sub(1)?));
    counted.filter(|item| item.id() == id).or_else(|| items.iter().find(|item| item.id() == id))
}

/// The item with this id, where there is one.
#[must_use]
pub fn found<'a, T: Item>(items: &'a [T], id: Option<&str>) -> Option<&'a T> {
    find(items, id?)
}

/// The figure as printed, with its comparator and its unit.
#[must_use]
pub fn figure(quantity: &Quantity) -> String {
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
#[must_use]
pub fn paper(citation: &Citation) -> String {
    match (&citation.kind, &citation.identifier) {
        (Some(kind), Some(identifier)) => one_line(&format!("{kind} {identifier}")),
        (None, Some(identifier)) => one_line(identifier),
        _ => one_line(&citation.text),
    }
}

/// The mention that names the paper in full, else the mention itself.
#[must_use]
pub fn meant<'a>(record: &'a Record, mention: &'a Citation) -> &'a Citation {
    found(&record.citations, mention.refers_to.as_deref()).unwrap_or(mention)
}

/// The place by its name, else as mentioned; a name that is a number alone is no name.
#[must_use]
pub fn place(place: &Place) -> String {
    let name = place.name.as_deref().filter(|name| name.contains(char::is_alphabetic));
    one_line(name.unwrap_or(&place.text))
}

/// The places of a record by their codes.
pub struct Codes<'a> {
    record: &'a Record,
    places: HashMap<&'a str, &'a Place>,
}

impl<'a> Codes<'a> {
    /// By the first place of each code.
    #[must_use]
    pub fn of(record: &'a Record) -> Self {
        let mut places = HashMap::new();
        for place in &record.places {
            if let Some(code) = place.code.as_deref() {
                places.entry(code).or_insert(place);
            }
        }
        Self { record, places }
    }

    /// Where a figure is of: the name of its place or of its code, else the code.
    #[must_use]
    pub fn place_of(&self, quantity: &Quantity) -> Option<String> {
        let code = quantity.place_code.as_deref();
        let own = found(&self.record.places, quantity.place.as_deref());
        let coded = || code.and_then(|code| self.places.get(code).copied());
        own.or_else(coded).map(place).or_else(|| code.map(one_line))
    }
}

/// The body by its name, else as mentioned.
#[must_use]
pub fn body(organization: &Organization) -> String {
    one_line(organization.name.as_deref().unwrap_or(&organization.text))
}

/// The person or the body with this id.
#[must_use]
pub fn actor(record: &Record, id: &str) -> Option<String> {
    let person = || find(&record.people, id).map(|person| one_line(&person.name));
    person().or_else(|| find(&record.organizations, id).map(body))
}

/// A person's titles in one line.
#[must_use]
pub fn titles(person: &Person) -> String {
    let titles: Vec<_> = person.titles.iter().map(|title| one_line(&title.text)).collect();
    titles.join(", ")
}

/// The value with no word twice, in the order of their first.
#[must_use]
pub fn distinct(words: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.clone())).collect()
}

#[cfg(test)]
mod tests {
    use nienbieu_model::Span;

    use super::*;

    fn quantity(text: &str) -> Quantity {
        Quantity::new(text.to_owned(), Span::default(), 12.0, "test".into())
    }

    #[test]
    fn a_figure_says_comparator_and_unit_once() {
        let shown = |text: &str, before: Option<&str>, unit: Option<&str>| {
            figure(&Quantity {
                comparator_text: before.map(Into::into),
                unit: unit.map(Into::into),
                ..quantity(text)
            })
        };
        assert_eq!(shown("12", Some("trên"), Some("ca mắc")), "trên 12 ca mắc");
        assert_eq!(shown("Trên 12 ca mắc", Some("trên"), Some("ca mắc")), "Trên 12 ca mắc");
        assert_eq!(shown("12", None, Some("%")), "12%");
    }

    #[test]
    fn items_are_found_though_ids_do_not_count() {
        let figures: Vec<_> =
            ["q1", "q3", "x"].map(|id| Quantity { id: id.into(), ..quantity("12") }).into();
        for id in ["q1", "q3", "x"] {
            assert_eq!(find(&figures, id).map(Item::id), Some(id));
        }
        for id in ["", "q2", "q0", "é1", "q99999999999999999999"] {
            assert!(find(&figures, id).is_none(), "{id}");
        }
    }
}
