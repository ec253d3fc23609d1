use nienbieu_export::items;
use nienbieu_model::{Record, Span};
use serde_json::{Value, json};

use super::desk::Desk;
use super::set::in_order;
use crate::report::Status;
use crate::{Anchor, Layer, Target};

/// Fields that hold the id of another item.
const REFERENCES: [&str; 12] = [
    "time",
    "place",
    "disease",
    "part_of",
    "begin",
    "end",
    "anchor",
    "date",
    "deadline",
    "source",
    "refers_to",
    "parent",
];
/// Fields that hold the ids of several.
const LISTS: [&str; 5] = ["actors", "quantities", "citations", "directives", "diseases"];

/// Puts an item on other words.
pub(super) fn span(desk: &mut Desk<'_>, target: &Target, to: &Anchor) -> Result<usize, Status> {
    let at = target.find(desk.record)?;
    let to = find(desk.record, to)?;
    let mut item = desk.get(target.layer, at)?;
    put_on(&mut item, target.layer, to, desk.record);
    desk.put(target.layer, at, item)?;
    if target.layer == Layer::Events {
        in_order(desk, at)?;
    }
    Ok(1)
}

/// Makes one item of several.
pub(super) fn merge(desk: &mut Desk<'_>, targets: &[Target]) -> Result<usize, Status> {
    let [first, others @ ..] = targets else { return refuse("nothing to merge") };
    if others.is_empty() || others.iter().any(|other| other.layer != first.layer) {
        return refuse("only two or more items of one layer can be merged");
    }
    let layer = first.layer;
    let keep = first.find(desk.record)?;
    let mut rest: Vec<usize> =
        others.iter().map(|other| other.find(desk.record)).collect::<Result<_, _>>()?;
    rest.sort_unstable();
    rest.dedup();
    if rest.len() != others.len() || rest.contains(&keep) {
        return refuse("an item cannot be merged with itself");
    }
    let mut item = desk.get(layer, keep)?;
    for &at in &rest {
        let other = desk.get(layer, at)?;
        take_over(&mut item, &other, layer);
    }
    let id = item.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    desk.put(layer, keep, item)?;
    for &at in rest.iter().rev() {
        remove(desk, layer, at, Some(&id))?;
    }
    if layer == Layer::Events {
        let kept = desk.record.events.iter().position(|event| event.id == id);
        in_order(desk, kept.unwrap_or(keep))?;
    }
    Ok(targets.len())
}

/// Makes several items of one: the first part stays what it was, the others get new ids.
pub(super) fn split(
    desk: &mut Desk<'_>,
    target: &Target,
    parts: &[Anchor],
) -> Result<usize, Status> {
    if parts.len() < 2 {
        return refuse("a split needs the words of at least two parts");
    }
    let layer = target.layer;
    let at = target.find(desk.record)?;
    let spans: Vec<Span> =
        parts.iter().map(|part| find(desk.record, part)).collect::<Result<_, _>>()?;
    let whole = desk.get(layer, at)?;
    for (i, span) in spans.iter().enumerate() {
        let mut item = whole.clone();
        put_on(&mut item, layer, *span, desk.record);
        if layer == Layer::Events {
            keep_within(&mut item, *span, desk.record);
        }
        if i == 0 {
            desk.put(layer, at, item)?;
        } else {
            item["id"] = free_id(desk, layer, &whole).into();
            desk.insert(layer, at + i, item)?;
        }
    }
    Ok(parts.len())
}

/// Takes an item away; what led to it leads to another or nowhere.
pub(super) fn remove(
    desk: &mut Desk<'_>,
    layer: Layer,
    at: usize,
    instead: Option<&str>,
) -> Result<(), Status> {
    let was = desk.remove(layer, at)?;
    let Some(id) = was.get("id").and_then(Value::as_str) else { return Ok(()) };
    for other in Layer::ALL {
        for index in 0..other.items(desk.record).len() {
            if !leads_to(desk.record, other, index, id) {
                continue;
            }
            let mut item = desk.get(other, index)?;
            if relink(&mut item, id, instead) {
                desk.put(other, index, item)?;
            }
        }
    }
    Ok(())
}

/// Whether an item leads to another, told without writing it out.
fn leads_to(record: &Record, layer: Layer, index: usize, id: &str) -> bool {
    let any = |ids: &[&Option<String>]| ids.iter().any(|one| one.as_deref() == Some(id));
    macro_rules! refers {
        ($items:ident: $($field:ident),+) => {
            record.$items.get(index).is_some_and(|one| any(&[$(&one.$field),+]))
        };
    }
    match layer {
        Layer::Times => refers!(times: begin, end, anchor),
        Layer::Quantities => refers!(quantities: time, place, disease, part_of),
        Layer::Citations => refers!(citations: date, refers_to),
        Layer::Organizations => refers!(organizations: place),
        Layer::Places => refers!(places: parent),
        Layer::Directives => refers!(directives: parent, deadline, source),
        Layer::People | Layer::Diseases | Layer::Patients => false,
        Layer::Events => record.events.get(index).is_some_and(|one| {
            let lists =
                [&one.actors, &one.quantities, &one.citations, &one.directives, &one.diseases];
            any(&[&one.time, &one.place]) || lists.into_iter().flatten().any(|other| other == id)
        }),
    }
}

/// Whether the item led to that id.
fn relink(item: &mut Value, id: &str, instead: Option<&str>) -> bool {
    let Some(fields) = item.as_object_mut() else { return false };
    let mut changed = false;
    for name in REFERENCES {
        if fields.get(name).and_then(Value::as_str) == Some(id) {
            fields.insert(name.to_owned(), instead.into());
            changed = true;
        }
    }
    for name in LISTS {
        let Some(list) = fields.get_mut(name).and_then(Value::as_array_mut) else { continue };
        let Some(place) = list.iter().position(|one| one == id) else { continue };
        match instead {
            Some(instead) if !list.iter().any(|one| one == instead) => list[place] = instead.into(),
            _ => drop(list.remove(place)),
        }
        changed = true;
    }
    changed
}

/// What hangs on the other hangs on this one too; of a date, the first that is known.
fn take_over(item: &mut Value, other: &Value, layer: Layer) {
    for name in LISTS.into_iter().chain(["sources"]) {
        let Some(more) = other.get(name).and_then(Value::as_array) else { continue };
        let Some(fields) = item.as_object_mut() else { return };
        let list = fields.entry(name).or_insert_with(|| json!([]));
        if let Some(list) = list.as_array_mut() {
            let new = more.iter().filter(|one| !list.contains(one)).cloned().collect::<Vec<_>>();
            list.extend(new);
        }
    }
    let is_empty = |name: &str| item.get(name).is_none_or(Value::is_null);
    if layer == Layer::Events && is_empty("edtf") && is_empty("time") {
        for name in ["edtf", "earliest", "latest", "time", "time_basis"] {
            item[name] = other.get(name).cloned().unwrap_or_default();
        }
    }
    if layer == Layer::Events && item.get("place").is_none_or(Value::is_null) {
        item["place"] = other.get("place").cloned().unwrap_or_default();
    }
}

fn put_on(item: &mut Value, layer: Layer, span: Span, record: &Record) {
    item[layer.span_field()] = json!(span);
    let words = record.text.as_deref().and_then(|text| span.of(text));
    if let (Some(words), true) = (words, item.get("text").is_some()) {
        item["text"] = words.into();
    }
}

/// Leaves to a part of an event what stands in its words.
fn keep_within(item: &mut Value, span: Span, record: &Record) {
    let within = |own: Option<Span>| own.is_some_and(|own| span.contains(own));
    let kept = |name: &str, id: &str| match name {
        "quantities" => within(items::find(&record.quantities, id).map(|one| one.span)),
        "citations" => within(items::find(&record.citations, id).map(|one| one.span)),
        "directives" => within(items::find(&record.directives, id).map(|one| one.span)),
        "diseases" => within(items::find(&record.diseases, id).map(|one| one.span)),
        _ => {
            within(items::find(&record.people, id).map(|one| one.span))
                || within(items::find(&record.organizations, id).map(|one| one.span))
        }
    };
    for name in LISTS {
        if let Some(list) = item.get_mut(name).and_then(Value::as_array_mut) {
            list.retain(|id| id.as_str().is_some_and(|id| kept(name, id)));
        }
    }
}

/// The next number behind the letters of the item's own id.
fn free_id(desk: &mut Desk<'_>, layer: Layer, like: &Value) -> String {
    let own = like.get("id").and_then(Value::as_str).unwrap_or_default();
    let letters = own.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let number =
        |item: Value| item.get("id")?.as_str()?.strip_prefix(&letters)?.parse::<u64>().ok();
    let items = layer.items(desk.record);
    let last = (0..items.len()).filter_map(|at| number(items.get(at)?)).max().unwrap_or(0);
    format!("{letters}{}", last.saturating_add(1))
}

fn find(record: &Record, anchor: &Anchor) -> Result<Span, Status> {
    anchor.find(record.text.as_deref().ok_or(Status::NoText)?)
}

fn refuse<T>(why: &str) -> Result<T, Status> {
    Err(Status::Refused { why: why.to_owned() })
}
