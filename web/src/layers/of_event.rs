use nienbieu_model::{Event, Record};

use super::Item;

/// What hangs on an event: figures, papers, people and bodies, the place, diseases, instructions.
#[must_use]
pub fn items_of<'r>(record: &'r Record, event: &'r Event) -> Vec<Item<'r>> {
    ids(event).filter_map(|id| Item::find(record, id)).collect()
}

fn ids(event: &Event) -> impl Iterator<Item = &String> {
    let Event { quantities, citations, actors, place, diseases, directives, .. } = event;
    quantities.iter().chain(citations).chain(actors).chain(place).chain(diseases).chain(directives)
}

/// The event that an item belongs to: the one that it dates or hangs on, else the one that its
/// interval dates, else the one with the shortest quote around its words.
#[must_use]
pub fn event_of<'r>(record: &'r Record, item: Item<'_>) -> Option<&'r Event> {
    let around = || {
        let around = record.events.iter().filter(|e| e.quote.contains(item.span()));
        around.min_by_key(|event| event.quote.len())
    };
    match item {
        Item::Time(time) => {
            let dated_by = |id: &str| record.events.iter().find(|e| e.time.as_deref() == Some(id));
            let ends = |t: &&nienbieu_model::Time| {
                t.begin.as_ref() == Some(&time.id) || t.end.as_ref() == Some(&time.id)
            };
            let interval = || record.times.iter().filter(ends).find_map(|t| dated_by(&t.id));
            dated_by(&time.id).or_else(interval).or_else(around)
        }
        other => {
            let holds = |e: &&Event| ids(e).any(|id| id == other.id());
            record.events.iter().find(holds).or_else(around)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    #[test]
    fn figures_come_first_and_an_unknown_id_is_left_out() {
        let mut record = layered();
        record.events[0].actors.push("p9".into());
        let ids: Vec<_> = items_of(&record, &record.events[0]).iter().map(|i| i.id()).collect();
        assert_eq!(ids, ["q1", "q2", "l1", "d1"]);
    }

    #[test]
    fn an_item_finds_its_event_by_hanging_on_it_or_by_standing_in_it() {
        let record = layered();
        for (id, event) in [("q2", "e1"), ("c1", "e2"), ("n1", "e2"), ("t1", "e1")] {
            let item = Item::find(&record, id).unwrap();
            assert_eq!(event_of(&record, item).map(|e| e.id.as_str()), Some(event), "{id}");
        }
    }
}
