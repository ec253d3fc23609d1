use nienbieu_model::{Event, Record, Time};

/// The side of the page where something was picked; the other side scrolls to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The timeline.
    Timeline,
    /// The source.
    Source,
}

/// What is marked in the shown article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The event's id.
    pub event: Option<String>,
    /// The ids of the times that are marked.
    pub times: Vec<String>,
    /// Where it was picked.
    pub origin: Origin,
}

impl Selection {
    pub(crate) fn of_event(record: &Record, event: &str) -> Option<Self> {
        let event = record.events.iter().find(|e| e.id == event)?;
        let times = times_of_event(record, event);
        Some(Self { event: Some(event.id.clone()), times, origin: Origin::Timeline })
    }

    pub(crate) fn of_time(record: &Record, time: &str) -> Option<Self> {
        let time = record.time(time)?;
        let event = event_of_time(record, time).map(|event| event.id.clone());
        Some(Self { event, times: vec![time.id.clone()], origin: Origin::Source })
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

/// The event that a time belongs to: the one it dates, else the one that its interval dates, else
/// the one with the shortest quote around it.
#[must_use]
pub fn event_of_time<'r>(record: &'r Record, time: &Time) -> Option<&'r Event> {
    let dated_by = |id: &str| record.events.iter().find(|e| e.time.as_deref() == Some(id));
    let is_end = |t: &&Time| t.begin.as_ref() == Some(&time.id) || t.end.as_ref() == Some(&time.id);
    dated_by(&time.id)
        .or_else(|| record.times.iter().filter(is_end).find_map(|interval| dated_by(&interval.id)))
        .or_else(|| {
            let around = record.events.iter().filter(|e| e.quote.contains(time.span));
            around.min_by_key(|event| event.quote.len())
        })
}
