use nienbieu_model::{Event, Record};

use crate::layers::{Item, event_of};

/// The side of the page where something was picked; the other side scrolls to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The timeline, or a table.
    List,
    /// The source.
    Source,
}

/// What is marked in the shown article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The event's id.
    pub event: Option<String>,
    /// The ids of the items whose words are marked.
    pub items: Vec<String>,
    /// Where it was picked.
    pub origin: Origin,
}

impl Selection {
    pub(crate) fn of_event(record: &Record, event: &str) -> Option<Self> {
        let event = record.events.iter().find(|e| e.id == event)?;
        let items = times_of_event(record, event);
        Some(Self { event: Some(event.id.clone()), items, origin: Origin::List })
    }

    /// Words picked in the source mark their event too; an item picked in a list stands alone.
    pub(crate) fn of_item(record: &Record, id: &str, origin: Origin) -> Option<Self> {
        let item = Item::find(record, id)?;
        let event = match origin {
            Origin::Source => event_of(record, item).map(|event| event.id.clone()),
            Origin::List => None,
        };
        Some(Self { event, items: vec![item.id().to_owned()], origin })
    }

    /// Whether this item alone was picked, in the source or in a list.
    #[must_use]
    pub fn is_item(&self, id: &str) -> bool {
        self.items.len() == 1 && self.items[0] == id
    }
}

/// The times that date an event: its own and, of an interval, both ends.
#[must_use]
pub fn times_of_event(record: &Record, event: &Event) -> Vec<String> {
    let Some(time) = record.time_of(event) else { return Vec::new() };
    [Some(&time.id), time.begin.as_ref(), time.end.as_ref()]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}
