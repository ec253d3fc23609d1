use std::collections::{HashMap, HashSet};

use nienbieu_model::{Event, Quantity, Record};

use super::filter::figures;
use crate::text::plain;

/// How many places may lie one in another: a hamlet, a commune, a district, a province, a country.
const DEEPEST: usize = 5;

/// The places of a record that go by some words; diacritics and case do not count.
pub(super) struct Named<'r> {
    /// Without words there is nothing to ask for.
    idle: bool,
    /// Ids and codes of the places that have the words in a name.
    found: HashSet<&'r str>,
    /// By id and by code, the place that each lies in.
    above: HashMap<&'r str, &'r str>,
}

impl<'r> Named<'r> {
    pub(super) fn new(record: &'r Record, words: &str) -> Self {
        let words = plain(words);
        let mut named =
            Self { idle: words.is_empty(), found: HashSet::new(), above: HashMap::new() };
        if named.idle {
            return named;
        }
        for place in &record.places {
            let names = [Some(&place.text), place.name.as_ref(), place.code.as_ref()];
            let fits = names.into_iter().flatten().any(|name| plain(name).contains(&words));
            for key in [Some(&place.id), place.code.as_ref()].into_iter().flatten() {
                if fits {
                    named.found.insert(key);
                }
                if let Some(above) = &place.parent {
                    named.above.entry(key).or_insert(above);
                }
            }
        }
        named
    }

    /// Whether an event happens there: its own place, those of its figures, those that its quote
    /// names.
    pub(super) fn sees(&self, record: &Record, event: &Event) -> bool {
        let own = || event.place.as_deref().is_some_and(|id| self.has(id));
        let quoted = || {
            let named = record.places.iter().filter(|place| event.quote.contains(place.span));
            named.into_iter().any(|place| self.has(&place.id))
        };
        self.idle || own() || quoted() || figures(record, event).any(|figure| self.holds(figure))
    }

    /// Whether a figure holds there.
    pub(super) fn holds(&self, figure: &Quantity) -> bool {
        let places = [&figure.place, &figure.place_code];
        self.idle || places.into_iter().flatten().any(|place| self.has(place))
    }

    /// Whether a place, by its id or its code, or one that it lies in, goes by the words.
    fn has(&self, place: &str) -> bool {
        let up = |place: &&str| self.above.get(place).copied();
        std::iter::successors(Some(place), up).take(DEEPEST).any(|p| self.found.contains(p))
    }
}
