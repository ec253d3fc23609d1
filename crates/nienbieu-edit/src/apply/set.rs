use std::collections::BTreeMap;

use nienbieu_model::Event;
use serde_json::Value;

use super::desk::Desk;
use crate::bounds::bounds;
use crate::report::Status;
use crate::{Layer, Target};

/// Sets fields of an item, and lets what is dated by a time follow it.
pub(super) fn fields(
    desk: &mut Desk<'_>,
    target: &Target,
    fields: &BTreeMap<String, Value>,
) -> Result<usize, Status> {
    let layer = target.layer;
    let allowed = layer.fields();
    if let Some(wrong) = fields.keys().find(|name| !allowed.contains(&name.as_str())) {
        let why =
            format!("{} have no {wrong} to set; they have {}", layer.name(), allowed.join(", "));
        return Err(Status::Refused { why });
    }
    let at = target.find(desk.record)?;
    let was = desk.get(layer, at)?;
    let mut item = was.clone();
    for (name, value) in with_bounds(layer, fields) {
        put_field(&mut item, &name, value);
    }
    if fields.contains_key("edtf") && matches!(layer, Layer::Events | Layer::Quantities) {
        put_field(&mut item, "time_basis", "user".into());
    }
    desk.put(layer, at, item)?;
    if layer == Layer::Times {
        follow(desk, at, &was)?;
    }
    if layer == Layer::Events {
        in_order(desk, at)?;
    }
    Ok(1)
}

/// An EDTF value set without bounds brings its own.
fn with_bounds(layer: Layer, fields: &BTreeMap<String, Value>) -> BTreeMap<String, Value> {
    let mut all = fields.clone();
    let bounded = layer.fields().contains(&"earliest");
    let given = fields.contains_key("earliest") || fields.contains_key("latest");
    if let (Some(edtf), true, false) = (fields.get("edtf"), bounded, given) {
        let [first, last] = edtf.as_str().map_or([None, None], bounds);
        all.insert("earliest".to_owned(), first.into());
        all.insert("latest".to_owned(), last.into());
    }
    all
}

fn put_field(item: &mut Value, name: &str, value: Value) {
    if let Some(fields) = item.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
}

/// Events and figures that had the time's own date get its new one.
fn follow(desk: &mut Desk<'_>, at: usize, was: &Value) -> Result<(), Status> {
    let now = desk.get(Layer::Times, at)?;
    let date = |item: &Value| ["edtf", "earliest", "latest"].map(|name| item.get(name).cloned());
    if date(was) == date(&now) {
        return Ok(());
    }
    let mut moved = Vec::new();
    for layer in [Layer::Quantities, Layer::Events] {
        for index in 0..layer.items(desk.record).len() {
            let mut item = desk.get(layer, index)?;
            if item.get("time") != was.get("id") || item.get("edtf") != was.get("edtf") {
                continue;
            }
            let names = if layer == Layer::Events { 3 } else { 1 };
            for (name, value) in ["edtf", "earliest", "latest"].iter().zip(date(&now)).take(names) {
                put_field(&mut item, name, value.unwrap_or_default());
            }
            if layer == Layer::Events {
                moved.extend(item.get("id").and_then(Value::as_str).map(str::to_owned));
            }
            desk.put(layer, index, item)?;
        }
    }
    for id in moved {
        if let Some(at) = desk.record.events.iter().position(|event| event.id == id) {
            in_order(desk, at)?;
        }
    }
    Ok(())
}

/// Moves an event to where its date puts it: by its first moment, its last, its position; undated ones
/// stand at the end.
pub(super) fn in_order(desk: &mut Desk<'_>, at: usize) -> Result<(), Status> {
    let events = &desk.record.events;
    let Some(own) = events.get(at).map(key) else { return Ok(()) };
    let others =
        || events.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, event)| key(event));
    let is_after = others().take(at).all(|other| other <= own);
    let is_before = others().skip(at).all(|other| own <= other);
    if is_after && is_before {
        return Ok(());
    }
    let place = others().take_while(|other| *other <= own).count();
    let event = desk.remove(Layer::Events, at)?;
    desk.insert(Layer::Events, place, event)
}

fn key(event: &Event) -> (bool, &str, bool, &str, usize) {
    let (first, last) = (event.earliest.as_deref(), event.latest.as_deref());
    let begin = first.or(last);
    (
        begin.is_none(),
        begin.unwrap_or_default(),
        last.is_none(),
        last.unwrap_or_default(),
        event.quote.start,
    )
}
