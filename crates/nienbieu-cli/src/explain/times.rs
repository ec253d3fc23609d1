//! How a time was read, told from what the record says of it and from the table of rules.

use nienbieu_export::items::find;
use nienbieu_model::{Certainty, Components, Time, TimeClass};
use nienbieu_parser::reference;
use serde::Serialize;

use super::Step;

/// The way to one time's value.
#[derive(Debug, Serialize)]
pub(crate) struct Explanation {
    /// The time's id.
    time: String,
    rule: String,
    anchor: Option<String>,
    pub(crate) steps: Vec<Step>,
}

/// All times of a phrase explained, in their order; `published` says what they are counted from.
pub(crate) fn explain(times: &[Time], published: Option<&str>) -> Vec<Explanation> {
    let explanation = |time: &Time| Explanation {
        time: time.id.clone(),
        rule: time.rule.to_string(),
        anchor: time.anchor.clone(),
        steps: steps(time, times, published),
    };
    times.iter().map(explanation).collect()
}

/// The steps to one of these times.
pub(super) fn steps(time: &Time, times: &[Time], published: Option<&str>) -> Vec<Step> {
    let says = [
        ("rule", Some(rule(&time.rule))),
        ("class", class(time)),
        ("stated", list(stated(time))),
        ("inferred", list(parts(time, &Certainty::Inferred)).map(|what| from(&what, time))),
        ("assumed", list(parts(time, &Certainty::Assumed))),
        ("open", list(open(time))),
        ("anchor", time.anchor.as_deref().map(|id| anchor(id, times, published))),
        ("ends", time.begin.as_ref().zip(time.end.as_ref()).map(|(a, b)| format!("{a} to {b}"))),
        (
            "value",
            value(time).or_else(|| Some("open: no moment to count from is known".to_owned())),
        ),
        ("bounds", bounds(time)),
    ];
    says.into_iter().filter_map(|(step, says)| Some(Step { step, says: says? })).collect()
}

fn rule(name: &str) -> String {
    let known = reference::rules().find(|rule| rule.name == name);
    known.map_or_else(|| name.to_owned(), |rule| format!("{name}, as in “{}”", rule.example))
}

fn class(time: &Time) -> Option<String> {
    let class = (time.class != TimeClass::Core).then(|| time.class.as_str().replace('_', " "));
    let calendar = time.calendar.as_ref().map(|calendar| format!("{calendar} calendar"));
    list(class.into_iter().chain(calendar))
}

/// The parts that the words themselves give.
fn stated(time: &Time) -> impl Iterator<Item = String> {
    let named = |what: &str, value: Option<&str>| value.map(|value| format!("{what} {value}"));
    let others = [
        named("part of day", time.part_of_day.as_deref()),
        named("modifier", time.modifier.as_deref()),
        named("quantifier", time.quant.as_deref()),
        named("frequency", time.freq.as_deref()),
    ];
    parts(time, &Certainty::Stated).chain(others.into_iter().flatten())
}

/// The parts of the value that are known in this way.
fn parts(time: &Time, certainty: &Certainty) -> impl Iterator<Item = String> {
    let components = time.components.iter().flat_map(Components::named);
    components.filter(move |(_, known)| *known == certainty).map(|(name, _)| name.to_owned())
}

/// The parts that are missing above the finest that is there.
fn open(time: &Time) -> impl Iterator<Item = String> {
    let is_known = |known: &Certainty| *known != Certainty::Absent;
    let parts: Vec<_> = time.components.iter().flat_map(Components::named).collect();
    let by_part_of_day = if time.part_of_day.is_some() { 3 } else { 0 };
    let finest = parts.iter().rposition(|(_, known)| is_known(known)).unwrap_or(0);
    let above = parts.into_iter().take(finest.max(by_part_of_day));
    above.filter(move |(_, known)| !is_known(known)).map(|(name, _)| name.to_owned())
}

fn from(what: &str, time: &Time) -> String {
    let source = time.anchor.as_deref().unwrap_or("what the words name");
    format!("{what}, from {source}")
}

/// What the anchor is.
fn anchor(id: &str, times: &[Time], published: Option<&str>) -> String {
    match (find(times, id), published) {
        (Some(other), _) => {
            let value = other.edtf.as_ref().or(other.value.as_ref());
            format!("{id}, “{}” {}", other.text, value.map_or("", String::as_str))
        }
        (None, Some(published)) => format!("{id}, {published}"),
        (None, None) => id.to_owned(),
    }
}

fn value(time: &Time) -> Option<String> {
    let value = time.value.as_ref().map(|value| format!("{} {value}", time.kind));
    let edtf = time.edtf.as_ref().map(|edtf| format!("EDTF {edtf}"));
    list(value.into_iter().chain(edtf))
}

fn bounds(time: &Time) -> Option<String> {
    match (&time.earliest, &time.latest) {
        (Some(earliest), Some(latest)) => Some(format!("{earliest} to {latest}")),
        (Some(earliest), None) => Some(format!("from {earliest}")),
        (None, Some(latest)) => Some(format!("up to {latest}")),
        (None, None) => None,
    }
}

fn list(words: impl IntoIterator<Item = String>) -> Option<String> {
    let words: Vec<_> = words.into_iter().collect();
    (!words.is_empty()).then(|| words.join(", "))
}
