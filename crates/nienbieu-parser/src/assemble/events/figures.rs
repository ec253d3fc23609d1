//! What the figures of a time make of its event: `data/event_figures.tsv`.

use std::sync::LazyLock;

use nienbieu_model::{Event, EventKind, Grain, Quantity, Record, Time, TimeType};
use rustc_hash::FxHashMap as HashMap;

use crate::text::table::{cell, rows};

/// What a metric tells of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Case,
    Done,
    Balance,
}

static CLASSES: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    let classes = rows(include_str!("../../../data/event_figures.tsv")).filter_map(|mut row| {
        let class = match cell(row.next())? {
            "case" => Class::Case,
            "done" => Class::Done,
            _ => Class::Balance,
        };
        Some((class, cell(row.next())?))
    });
    classes.flat_map(|(class, metrics)| metrics.split('|').map(move |m| (m, class))).collect()
});

/// The kind that the figures of an event say, where its words say `said`; `until` is whether its time is
/// the day up to which something is counted, `leads` whether it stands at the head of its clause.
///
/// An outbreak's figures report it, whoever speaks. Figures counted over a stretch of time or up to a day
/// report it as well where the words say nothing more than that something happened.
pub(super) fn kind(
    event: &Event,
    record: &Record,
    time: &Time,
    said: Option<&EventKind>,
    until: bool,
    leads: bool,
) -> Option<EventKind> {
    let has = |class| own(event, record, time).any(|found| found == Some(class));
    let plain = matches!(said, None | Some(EventKind::Other(_) | EventKind::Period));
    let counted = until || leads && is_stretch(time);
    if has(Class::Case) && (plain || matches!(said, Some(EventKind::Statement))) {
        return Some(EventKind::CaseReport);
    }
    if has(Class::Done) && until {
        return Some(EventKind::CaseReport);
    }
    if has(Class::Done) && plain && !counted {
        return Some(EventKind::Measure);
    }
    let told = has(Class::Balance) && said.is_none()
        || counted && own(event, record, time).next().is_some();
    (plain && told).then_some(EventKind::CaseReport)
}

/// The classes of the figures that hold for the event's time.
fn own<'a>(
    event: &'a Event,
    record: &'a Record,
    time: &'a Time,
) -> impl Iterator<Item = Option<Class>> + 'a {
    // Both lists come in order of position.
    let first = record.quantities.partition_point(|q| q.span.start < event.quote.start);
    let quoted = record.quantities.iter().skip(first);
    quoted
        .take_while(|quantity| quantity.span.start < event.quote.end)
        .filter(|quantity| is_of(time, quantity))
        .filter(|quantity| !matches!(quantity.aspect.as_deref(), Some("target" | "planned")))
        .map(|quantity| quantity.metric.as_deref().and_then(|m| CLASSES.get(m)).copied())
}

/// Whether a figure holds for a time: it names the time or one of its ends, or another time of that value.
pub(super) fn is_of(time: &Time, quantity: &Quantity) -> bool {
    let Some(id) = quantity.time.as_deref() else { return false };
    let ends = [&time.begin, &time.end];
    time.id == id
        || ends.into_iter().any(|end| end.as_deref() == Some(id))
        || time.edtf.is_some() && time.edtf == quantity.edtf
}

/// Whether a time is long enough for something to be counted over it.
fn is_stretch(time: &Time) -> bool {
    matches!(time.kind, TimeType::Interval | TimeType::Duration)
        || !matches!(
            time.grain,
            None | Some(
                Grain::Second | Grain::Minute | Grain::Hour | Grain::PartOfDay | Grain::Day
            )
        )
}
