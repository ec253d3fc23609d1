//! Who, where, how many and by which paper: the items of the other layers in an event's words.

use nienbieu_model::{Directive, Event, Place, Quantity, Record, Span, Time};

/// Ties an event to the items that stand in its quotation.
pub(super) fn attach(event: &mut Event, record: &Record, time: &Time, clause: Span) {
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
    event.place = narrowest(within(&record.places, clause, |place| place.span))
        .or_else(|| narrowest(within(&record.places, quote, |place| place.span)))
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
    let stated = quantity.time_basis.as_deref() == Some("stated");
    quantity.time.as_ref() == Some(&time.id) || !stated && clause.contains(quantity.span)
}

/// The levels of places, the narrowest first.
const LEVELS: [&str; 8] =
    ["hamlet", "facility", "road", "commune", "district", "province", "region", "country"];

/// The narrowest of some places; of those alike the first.
fn narrowest<'a>(places: impl Iterator<Item = &'a Place>) -> Option<&'a Place> {
    let rank = |place: &&Place| {
        let level = place.level.as_deref();
        LEVELS.iter().position(|known| Some(*known) == level).unwrap_or(LEVELS.len())
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
