//! Who, where, how many and by which paper: the items of the other layers in an event's words.

use super::figures::is_of;
use nienbieu_model::{Directive, Event, Place, PlaceStatus, Quantity, Record, Span, Time};

/// Ties an event to the items that stand in its quotation; `part` is as much of that as has no semicolon
/// between itself and the time's clause.
pub(super) fn attach(event: &mut Event, record: &Record, time: &Time, clause: Span, part: Span) {
    let quote = event.quote;
    let people =
        within(&record.people, quote, |person| person.span).map(|person| (person.span, &person.id));
    let bodies =
        within(&record.organizations, quote, |body| body.span).map(|body| (body.span, &body.id));
    let mut actors: Vec<_> = people.chain(bodies).collect();
    actors.sort_by_key(|(span, _)| *span);
    event.actors = actors.into_iter().map(|(_, id)| id.clone()).collect();
    event.quantities = within(&record.quantities, quote, |quantity| quantity.span)
        .filter(|quantity| holds_then(quantity, time, clause))
        .map(|quantity| quantity.id.clone())
        .collect();
    event.citations = ids(within(&record.citations, quote, |citation| citation.span), |c| &c.id);
    event.diseases = ids(within(&record.diseases, quote, |disease| disease.span), |d| &d.id);
    event.directives = ids(given_in(&record.directives, quote), |directive| &directive.id);
    event.place = beside(record, time)
        .or_else(|| narrowest(within(&record.places, clause, |place| place.span)))
        .or_else(|| narrowest(within(&record.places, part, |place| place.span)))
        .map(|place| place.id.clone());
}

/// The directives that a span has words of; they come in order and do not overlap.
fn given_in(directives: &[Directive], span: Span) -> impl Iterator<Item = &Directive> {
    let from = directives.partition_point(|directive| directive.span.end <= span.start);
    let following = directives.get(from..).unwrap_or_default().iter();
    following.take_while(move |directive| directive.span.start < span.end)
}

/// Whether a figure holds for a time: it says so, or says nothing and stands in the time's clause.
fn holds_then(quantity: &Quantity, time: &Time, clause: Span) -> bool {
    match quantity.time {
        Some(_) => is_of(time, quantity),
        None => quantity.edtf.is_none() && clause.contains(quantity.span),
    }
}

/// The levels of places, the narrowest first.
const LEVELS: [&str; 8] =
    ["hamlet", "facility", "road", "commune", "district", "province", "region", "country"];

/// The place that a time in brackets stands behind: "phường Âu Lâu (ngày 30/10)".
fn beside<'a>(record: &'a Record, time: &Time) -> Option<&'a Place> {
    let behind = record.places.partition_point(|place| place.span.end <= time.span.start);
    let place = record.places.get(behind.checked_sub(1)?)?;
    let between = record.text.as_deref()?.get(place.span.end..time.span.start)?;
    let inside = between.trim_start().strip_prefix('(')?;
    matches!(inside.trim(), "" | "ngày" | "từ ngày" | "hôm").then_some(place)
}

/// The narrowest of some places, those that can be found on a map before the others; of those alike the first.
fn narrowest<'a>(places: impl Iterator<Item = &'a Place>) -> Option<&'a Place> {
    let rank = |place: &&Place| {
        let level = place.level.as_deref();
        let known = place.status == PlaceStatus::Resolved || place.parent.is_some();
        (!known, LEVELS.iter().position(|known| Some(*known) == level).unwrap_or(LEVELS.len()))
    };
    places.min_by_key(rank)
}

/// The items that lie within a span; they come in order of position.
fn within<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let from = items.partition_point(|item| of(item).start < span.start);
    let to = items.partition_point(|item| of(item).start < span.end);
    items.get(from..to).unwrap_or_default().iter().filter(move |item| of(item).end <= span.end)
}

fn ids<'a, T: 'a>(items: impl Iterator<Item = &'a T>, id: impl Fn(&T) -> &String) -> Vec<String> {
    items.map(|item| id(item).clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use nienbieu_model::{
        Directive, Disease, EventKind, NumberSpan, Organization, Person, TimeClass, TimeType,
    };

    const TEXT: &str = "Ngày 5/8, bà Lê Thị A thăm xã B, huyện C có 12 ca sởi, ngày 6/8 có 7 ca.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn time(id: &str, words: &str) -> Time {
        let (class, rule) = (TimeClass::Core, "moment".into());
        let time = Time::new(TimeType::Date, class, span(words), words.into(), rule);
        Time { id: id.into(), ..time }
    }

    fn quantity(id: &str, words: &str, of: Option<&str>) -> Quantity {
        Quantity {
            id: id.into(),
            number: Some(NumberSpan { span: span(words) }),
            time: of.map(str::to_owned),
            time_basis: of.map(|_| "stated".into()),
            ..Quantity::new(words.into(), span(words), 1.0, "count".into())
        }
    }

    fn place(id: &str, words: &str, level: &str) -> Place {
        Place {
            id: id.into(),
            span: span(words),
            text: words.into(),
            name: None,
            level: Some(level.into()),
            code: None,
            parent: None,
            status: PlaceStatus::Unresolved,
            candidates: vec![],
        }
    }

    fn record() -> Record {
        let mut record = Record::new("sha256:00".into(), 1);
        let name = "Lê Thị A".to_owned();
        record.people =
            vec![Person { id: "p1".into(), span: span(&name), name, titles: vec![], role: None }];
        record.organizations = vec![Organization {
            id: "o1".into(),
            span: span("huyện C"),
            text: "huyện C".into(),
            name: None,
            abbreviation: None,
            level: None,
            place: None,
        }];
        record.places = vec![place("l1", "xã B", "commune"), place("l2", "huyện C", "district")];
        record.diseases = vec![Disease {
            id: "d1".into(),
            span: span("sởi"),
            text: "sởi".into(),
            name: "sởi".into(),
            icd10: None,
        }];
        record.quantities =
            vec![quantity("q1", "12 ca", Some("t1")), quantity("q2", "7 ca", Some("t2"))];
        record.directives = vec![Directive {
            id: "i1".into(),
            span: span("ngày 6/8 có 7 ca"),
            marker: None,
            level: None,
            parent: None,
            addressees: vec![],
            deadline: None,
            source: None,
        }];
        record
    }

    #[test]
    fn what_stands_in_the_quotation() {
        let mut event = Event::new(
            EventKind::CaseReport,
            span("Ngày 5/8, bà Lê Thị A thăm xã B, huyện C có 12 ca sởi"),
        );
        let clause = span("Ngày 5/8, bà Lê Thị A thăm xã B");
        let quote = event.quote;
        attach(&mut event, &record(), &time("t1", "5/8"), clause, quote);
        assert_eq!(event.actors, ["p1", "o1"]);
        assert_eq!(event.quantities, ["q1"]);
        assert_eq!(event.diseases, ["d1"]);
        assert_eq!(event.place.as_deref(), Some("l1"));
        assert!(event.directives.is_empty() && event.citations.is_empty());
    }

    #[test]
    fn what_stands_elsewhere_is_another_events() {
        let clause = span("ngày 6/8 có 7 ca");
        let mut event = Event::new(EventKind::CaseReport, clause);
        attach(&mut event, &record(), &time("t2", "6/8"), clause, clause);
        assert_eq!(
            (event.quantities, event.directives),
            (vec!["q2".to_owned()], vec!["i1".to_owned()])
        );
        assert!(event.actors.is_empty() && event.place.is_none());
    }
}
