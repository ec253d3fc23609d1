//! Which rows are shown, where the user wants some alone.

use nienbieu_export::items::find;
use nienbieu_export::{Selection, hanging};
use nienbieu_model::{Event, EventKind, Quantity, Record};

use wanted::Wanted;

mod wanted;

/// Kinds, a place and metrics that rows must have; all rows where nothing is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    kinds: Vec<EventKind>,
    place: Option<Wanted>,
    metrics: Vec<String>,
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
    pub(crate) fn choose<'a>(&self, record: &'a Record) -> Selection<'a> {
        if self.is_open() {
            return Selection::all(record);
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
        Selection::around(record, events, quantities)
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

#[cfg(test)]
mod tests;
