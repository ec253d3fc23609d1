use std::collections::HashMap;

use maud::html;
use nienbieu_model::{Record, Time, TimeType};

use super::is_token;
use super::marks::Marks;
use crate::moment::{DAY, read};

/// The modifiers that TimeML knows.
const MODIFIERS: [&str; 12] = [
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
    "LESS_THAN",
    "MORE_THAN",
    "EQUAL_OR_LESS",
    "EQUAL_OR_MORE",
    "START",
    "MID",
    "END",
    "APPROX",
];

/// The times of a record with their numbers in the document.
pub(super) struct Times<'a> {
    record: &'a Record,
    /// By the record's id, and by `published`.
    numbers: HashMap<&'a str, usize>,
    /// The time that is the stamp, where the record has one.
    stamp: Option<&'a Time>,
}

/// What stands for a publication among times.
const PUBLISHED: &str = "published";

impl<'a> Times<'a> {
    pub(super) fn of(record: &'a Record) -> Self {
        let mut numbers = HashMap::new();
        for (i, time) in record.times.iter().enumerate() {
            numbers.entry(time.id.as_str()).or_insert(i + 1);
        }
        let stamped = |time: &&Time| {
            time.edtf == record.published.edtf && record.published.evidence.contains(&time.span)
        };
        let stamp = record.times.iter().find(stamped);
        let known = record.published.edtf.is_some().then_some(0);
        let own = stamp.and_then(|stamp| numbers.get(stamp.id.as_str()).copied());
        if let Some(number) = own.or(known) {
            numbers.insert(PUBLISHED, number);
        }
        Self { record, numbers, stamp }
    }

    /// The `tid` of the time with this id.
    pub(super) fn tid(&self, id: &str) -> Option<String> {
        self.numbers.get(id).map(|number| format!("t{number}"))
    }

    pub(super) fn mark(&self, marks: &mut Marks<'_>) {
        if let (None, Some(edtf)) = (self.stamp, &self.record.published.edtf) {
            let kind = if edtf.contains('T') { "TIME" } else { "DATE" };
            let (value, comment) = value(Some(edtf), kind);
            marks.point(
                0,
                html! {
                    TIMEX3 tid="t0" type=(kind) value=(value) temporalFunction="false"
                        functionInDocument="PUBLICATION_TIME" comment=[comment] {}
                },
            );
        }
        for (i, time) in self.record.times.iter().enumerate() {
            let element = self.element(time, i + 1);
            let has_ends = time.begin.is_some() || time.end.is_some();
            if !has_ends && marks.is_free(time.span) {
                marks.wrap(time.span, element);
            } else {
                marks.point(time.span.end, element);
            }
        }
    }

    fn element(&self, time: &Time, number: usize) -> maud::Markup {
        let tid = |id: &Option<String>| self.tid(id.as_deref()?);
        let kind = match &time.kind {
            TimeType::Duration | TimeType::Interval => "DURATION",
            TimeType::Set => "SET",
            TimeType::Time => "TIME",
            TimeType::Date | TimeType::Other(_) => "DATE",
        };
        let is_stretch = time.value.as_deref().is_some_and(|value| value.contains('/'));
        let (kind, (value, comment)) = if is_stretch || kind == "DURATION" && !is_length(time) {
            let edtf = time.edtf.as_deref().or(time.value.as_deref());
            ("DURATION", (length(time), edtf.map(str::to_owned)))
        } else {
            (kind, value(time.value.as_deref(), kind))
        };
        let modifier = time.modifier.as_deref().filter(|said| MODIFIERS.contains(said));
        let function =
            self.stamp.is_some_and(|stamp| std::ptr::eq(stamp, time)).then_some("PUBLICATION_TIME");
        html! {
            TIMEX3 tid=(format!("t{number}")) type=(kind) value=(value) mod=[modifier]
                quant=[time.quant.as_deref()] freq=[time.freq.as_deref().filter(|f| is_token(f))]
                temporalFunction=(time.anchor.is_some()) functionInDocument=[function]
                anchorTimeID=[tid(&time.anchor)] beginPoint=[tid(&time.begin)]
                endPoint=[tid(&time.end)] comment=[comment] {}
        }
    }
}

fn is_length(time: &Time) -> bool {
    time.value.as_deref().is_some_and(|value| value.starts_with('P') && is_token(value))
}

/// The value as one token, and the value itself where that loses something.
fn value(said: Option<&str>, kind: &str) -> (String, Option<String>) {
    // The parts that nobody knows, as TIMEX3 writes them.
    let unknown = match kind {
        "TIME" => "XXXX-XX-XXTXX:XX",
        "DURATION" => "PXD",
        "SET" => "XXXX-XX-XX",
        _ => "XXXX-XX-XX",
    };
    let Some(said) = said else { return (unknown.to_owned(), None) };
    if is_token(said) {
        return (said.to_owned(), None);
    }
    // A moment with its offset to UTC: TIMEX3 has local times.
    let local = said.rsplit_once('+').map_or(said, |(local, _)| local);
    let token = if is_token(local) { local } else { unknown };
    (token.to_owned(), Some(said.to_owned()))
}

/// How many days, both ends within; `PXD` where that is not known.
fn length(time: &Time) -> String {
    let day = |bound: &Option<String>| read(bound.as_deref()?).filter(|(_, timed)| !timed);
    let bounds = day(&time.earliest).zip(day(&time.latest));
    let days =
        bounds.and_then(|((first, _), (last, _))| u32::try_from(last.since(first) / DAY).ok());
    days.map_or_else(|| "PXD".to_owned(), |days| format!("P{}D", u64::from(days) + 1))
}
