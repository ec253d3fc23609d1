//! Resolved values as the record has them.

use jiff::{ToSpan, civil::Date};
use nienbieu_model::{Certainty, Components, Grain, Span, Time, TimeClass, TimeType};

use super::{
    Item,
    calendar::Calendar,
    length::{self, modifier_code, part_code},
    resolved::{Kind, Resolved},
    state::Anchor,
};
use crate::grammar::ast::{Clock, Modifier, Vague, Zone};

/// The ids' numbers of the items that are kept.
pub(crate) fn numbers(kept: &[bool]) -> Vec<usize> {
    kept.iter()
        .scan(0, |count, &kept| {
            *count += usize::from(kept);
            Some(*count)
        })
        .collect()
}

/// One item of the record; its id is given later.
pub(crate) fn time(
    resolved: &Resolved,
    item: &Item,
    span: Span,
    text: String,
    numbers: &[usize],
) -> Time {
    let id = |index: usize| numbers.get(index).map(|number| format!("t{number}"));
    let (earliest, latest) = bounds(resolved);
    Time {
        id: String::new(),
        span,
        text,
        kind: kind(resolved),
        value: value(resolved),
        modifier: resolved.modifier.map(|modifier| modifier_code(modifier).into()),
        quant: matches!(&resolved.kind, Kind::Set(_)).then(|| "EVERY".into()),
        freq: match &resolved.kind {
            Kind::Set(set) => set.times.map(|times| format!("{times}X")),
            _ => None,
        },
        edtf: edtf(resolved),
        earliest,
        latest,
        grain: grain(resolved),
        part_of_day: resolved.part.map(|part| part_code(part).into()),
        begin: item.ends.and_then(|(begin, _)| id(begin)),
        end: item.ends.and_then(|(_, end)| id(end)),
        anchor: match resolved.anchor {
            Some(Anchor::Published) => Some("published".to_owned()),
            Some(Anchor::Time(number)) => id(number - 1),
            None => None,
        },
        components: components(resolved),
        class: resolved.class.clone(),
        calendar: resolved.lunar.then(|| "lunar".into()),
        rule: item.rule.into(),
    }
}

/// TIMEX3 type.
fn kind(resolved: &Resolved) -> TimeType {
    match &resolved.kind {
        Kind::Point if resolved.clock.is_some() || resolved.part.is_some() => TimeType::Time,
        Kind::Point => TimeType::Date,
        Kind::Vague(Vague::WithinDay) => TimeType::Duration,
        Kind::Vague(_) => TimeType::Date,
        Kind::Duration(_) | Kind::Age(_) => TimeType::Duration,
        Kind::Set(_) => TimeType::Set,
        Kind::Interval { .. } => TimeType::Interval,
    }
}

/// TIMEX3 value.
pub(crate) fn value(resolved: &Resolved) -> Option<String> {
    match &resolved.kind {
        Kind::Point => point_value(resolved),
        Kind::Vague(Vague::Present) => Some("PRESENT_REF".to_owned()),
        Kind::Vague(Vague::Past) => Some("PAST_REF".to_owned()),
        Kind::Vague(Vague::Future) => Some("FUTURE_REF".to_owned()),
        Kind::Vague(Vague::WithinDay) => Some("P1D".to_owned()),
        Kind::Duration(duration) | Kind::Age(duration) => {
            let low = length::compound(duration.length, duration.more);
            Some(duration.max.map_or(low.clone(), |max| format!("{low}/{}", length::value(max))))
        }
        Kind::Set(set) => Some(length::set_value(set)),
        Kind::Interval { value, .. } => Some(value.clone()),
    }
}

/// TIMEX3 value of a place on the calendar or the clock.
fn point_value(resolved: &Resolved) -> Option<String> {
    let day = resolved.calendar.map(|calendar| calendar.value());
    if let Some(clock) = resolved.clock {
        let zone = zone_text(resolved.zone);
        return Some(format!("{}T{}{zone}", day.unwrap_or_default(), clock_text(clock)));
    }
    match resolved.part {
        Some(part) => Some(format!("{}T{}", day?, part_code(part))),
        None => day,
    }
}

/// EDTF level 2.
pub(crate) fn edtf(resolved: &Resolved) -> Option<String> {
    match &resolved.kind {
        Kind::Interval { edtf, .. } => return edtf.clone(),
        Kind::Duration(_) => {
            return resolved.stretch.map(|(first, last)| format!("{first}/{last}"));
        }
        Kind::Point | Kind::Vague(_) => {}
        _ => return None,
    }
    let day = resolved.calendar.map(|calendar| calendar.edtf())?;
    match resolved.clock {
        Some(Clock { hour, minute: None, .. }) => Some(format!("{day}T{hour:02}")),
        Some(Clock { hour, minute: Some(minute), second }) => {
            let zone = zone_text(resolved.zone);
            Some(format!("{day}T{hour:02}:{minute:02}:{:02}{zone}", second.unwrap_or(0)))
        }
        None => Some(day),
    }
}

/// `07`, `07:30`, `07:30:15`: no finer than it was said.
pub(super) fn clock_text(clock: Clock) -> String {
    match (clock.minute, clock.second) {
        (None, _) => format!("{:02}", clock.hour),
        (Some(minute), None) => format!("{:02}:{minute:02}", clock.hour),
        (Some(minute), Some(second)) => format!("{:02}:{minute:02}:{second:02}", clock.hour),
    }
}

/// `+07:00`
pub(crate) fn zone_text(zone: Option<Zone>) -> String {
    match zone {
        Some(Zone::Offset(minutes)) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
        _ => String::new(),
    }
}

/// First and last day or moment.
pub(crate) fn bounds(resolved: &Resolved) -> (Option<String>, Option<String>) {
    if let Kind::Interval { earliest, latest, .. } = &resolved.kind {
        return (earliest.clone(), latest.clone());
    }
    if let Some((first, last)) = resolved.stretch {
        return (Some(first.to_string()), Some(last.to_string()));
    }
    if !matches!(resolved.kind, Kind::Point | Kind::Vague(Vague::Present)) {
        return (None, None);
    }
    if let Some(Calendar::Named(edtf)) = resolved.calendar {
        let part = |text: &str| (text != "..").then(|| text.to_owned());
        return edtf.split_once('/').map_or((None, None), |(a, b)| (part(a), part(b)));
    }
    let Some((first, last)) = resolved.calendar.and_then(|calendar| calendar.bounds()) else {
        return (None, None);
    };
    let (earliest, latest) = match resolved.clock {
        Some(clock) => moment_bounds(first, clock),
        None => (first.to_string(), last.to_string()),
    };
    match resolved.modifier {
        Some(Modifier::Before) => (None, Some(latest)),
        Some(Modifier::After) => (Some(earliest), None),
        _ => (Some(earliest), Some(latest)),
    }
}

/// The minute or the hour that a clock time covers; 24 o'clock is the next day's midnight.
fn moment_bounds(day: Date, clock: Clock) -> (String, String) {
    if clock.hour == 24 {
        let next = day.checked_add(1.day()).unwrap_or(day);
        return (format!("{next}T00:00:00"), format!("{next}T00:00:00"));
    }
    let hour = clock.hour;
    match (clock.minute, clock.second) {
        (None, _) => (format!("{day}T{hour:02}:00:00"), format!("{day}T{hour:02}:59:59")),
        (Some(minute), None) => {
            (format!("{day}T{hour:02}:{minute:02}:00"), format!("{day}T{hour:02}:{minute:02}:59"))
        }
        (Some(minute), Some(second)) => {
            let moment = format!("{day}T{hour:02}:{minute:02}:{second:02}");
            (moment.clone(), moment)
        }
    }
}

/// How fine the value is.
fn grain(resolved: &Resolved) -> Option<Grain> {
    match &resolved.kind {
        Kind::Point | Kind::Vague(Vague::Present) => {}
        _ => return None,
    }
    match (resolved.clock, resolved.part) {
        (Some(Clock { second: Some(_), .. }), _) => Some(Grain::Second),
        (Some(Clock { minute: Some(_), .. }), _) => Some(Grain::Minute),
        (Some(_), _) => Some(Grain::Hour),
        (None, Some(_)) => Some(Grain::PartOfDay),
        (None, None) => resolved.calendar.map(|calendar| calendar.grain()),
    }
}

/// Which parts of the day are known, and how.
fn components(resolved: &Resolved) -> Option<Components> {
    if !matches!(resolved.kind, Kind::Point) || resolved.class == TimeClass::NamedPeriod {
        return None;
    }
    let [year, month, day] = resolved.certainty.clone();
    let mut components =
        resolved.calendar.map(|c| c.components(year, month, day)).unwrap_or_default();
    if let Some(clock) = resolved.clock {
        components.hour = Certainty::Stated;
        if clock.minute.is_some() {
            components.minute = Certainty::Stated;
        }
    }
    Some(components)
}
