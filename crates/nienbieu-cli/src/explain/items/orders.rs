//! Instructions.

use nienbieu_export::items::{actor, find, found, paper};
use nienbieu_model::{Directive, Record};

use super::{Told, pointer, steps, time, words};

pub(super) fn told(record: &Record, directive: &Directive) -> Told {
    let addressees: Vec<_> = directive.addressees.iter().map(|who| who.text.as_str()).collect();
    let value = if addressees.is_empty() {
        "to nobody named".to_owned()
    } else {
        format!("to {}", addressees.join(", "))
    };
    let above = found(&record.directives, directive.parent.as_deref());
    let steps = steps([
        ("marker", directive.marker.clone()),
        ("level", directive.level.map(|level| level.to_string())),
        ("under", pointer(directive.parent.as_deref(), above.and_then(|one| one.marker.clone()))),
        ("by", time(record, directive.deadline.as_deref())),
        ("given by", source(record, directive)),
    ]);
    Told::new(&directive.id, "instruction", directive.span, words(record, directive.span))
        .with(value, steps)
}

/// The paper or the person that gives it.
fn source(record: &Record, directive: &Directive) -> Option<String> {
    let id = directive.source.as_deref()?;
    let name = find(&record.citations, id).map(paper).or_else(|| actor(record, id));
    pointer(Some(id), name)
}
