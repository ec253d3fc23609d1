use std::collections::HashMap;
use std::io::{self, Write};

use maud::html;
use nienbieu_model::{Event, EventKind, Modality, Span};

use super::marks::Marks;
use super::times::Times;
use crate::{Selection, xml};

/// What stands behind the text: the instances of the events, and what ties them to times.
pub(super) struct Events(Vec<String>);

impl Events {
    /// Marks the events' words, and notes their instances.
    pub(super) fn of(rows: &Selection<'_>, times: &Times<'_>, marks: &mut Marks<'_>) -> Self {
        let mut numbers: HashMap<Span, usize> = HashMap::new();
        let mut links = Vec::new();
        for (i, event) in rows.events.iter().enumerate() {
            let next = numbers.len() + 1;
            let number = *numbers.entry(event.quote).or_insert_with(|| {
                mark(event, next, marks);
                next
            });
            links.push(instance(event, number, i + 1));
            let time = event.time.as_deref().and_then(|id| times.tid(id));
            if let Some(tid) = time {
                links.push(link(rows, event, i + 1, &tid));
            }
        }
        Self(links)
    }

    pub(super) fn write_links(&self, out: &mut dyn Write) -> io::Result<()> {
        self.0.iter().try_for_each(|link| writeln!(out, "{link}"))
    }
}

fn mark(event: &Event, number: usize, marks: &mut Marks<'_>) {
    let class = match event.kind {
        EventKind::Statement => "REPORTING",
        EventKind::Directive => "I_ACTION",
        EventKind::Period => "STATE",
        _ => "OCCURRENCE",
    };
    let element = html! { EVENT eid=(format!("e{number}")) class=(class) {} };
    match marks.longest_free(event.quote) {
        Some(free) if marks.is_free(free) => marks.wrap(free, element),
        _ => marks.point(event.quote.end, element),
    }
}

fn instance(event: &Event, number: usize, instance: usize) -> String {
    let is_denied = event.modality == Some(Modality::Negated);
    let modality = event
        .modality
        .as_ref()
        .filter(|modality| !matches!(modality, Modality::Fact | Modality::Negated));
    let element = html! {
        MAKEINSTANCE eiid=(format!("ei{instance}")) eventID=(format!("e{number}")) pos="NONE"
            tense="NONE" aspect="NONE" polarity=(if is_denied { "NEG" } else { "POS" })
            modality=[modality.map(Modality::as_str)] comment=(event.kind.as_str()) {}
    };
    xml::legal(element)
}

fn link(rows: &Selection<'_>, event: &Event, instance: usize, tid: &str) -> String {
    let time = rows.record.time_of(event);
    let relation = match time.and_then(|time| time.modifier.as_deref()) {
        Some("BEFORE") => "BEFORE",
        Some("AFTER") => "AFTER",
        _ if event.latest.is_none() && event.earliest.is_some() => "BEGUN_BY",
        _ if event.earliest.is_none() && event.latest.is_some() => "ENDED_BY",
        _ => "IS_INCLUDED",
    };
    let element = html! {
        TLINK lid=(format!("l{instance}")) relType=(relation)
            eventInstanceID=(format!("ei{instance}")) relatedToTime=(tid) {}
    };
    xml::legal(element)
}
