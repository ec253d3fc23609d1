//! Stretches up to the day of writing or from it, and distances.

use jiff::civil::Date;
use nienbieu_model::TimeClass;

use super::{
    calendar::Calendar,
    length::{destination, shift},
    place::INFERRED,
    place::counted::{from_focus, from_writing},
    resolved::{Kind, Resolved},
    scope::Scope,
    state::Anchor,
};
use crate::grammar::ast::{Dir, Duration, From, Length, Unit};

/// `7 ngày qua`: the stretch that ends or begins with the day of writing.
pub(crate) fn resolve_recent(duration: Duration, dir: Dir, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Duration(duration), TimeClass::Core);
    resolved.modifier = duration.modifier;
    // Of a range, the longer: it holds the shorter.
    let length = duration.max.unwrap_or(duration.length);
    if let Some(writing) = scope.writing.date()
        && let Some(there) = shift(writing, length, dir)
    {
        resolved.anchor = Some(Anchor::Published);
        resolved.stretch = Some(if dir == Dir::Back { (there, writing) } else { (writing, there) });
    }
    resolved
}

/// `3 ngày trước`, `sau đó 2 tuần`: as fine as its unit.
pub(crate) fn resolve_distant(length: Length, dir: Dir, from: From, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Point, TimeClass::Core);
    let fine = matches!(length.unit, Unit::Hour | Unit::Minute | Unit::Second);
    let whole_days = length.unit == Unit::Hour && length.halves.is_some_and(|h| h % 48 == 0);
    let value = |day: Date| destination(day, length, dir).filter(|_| !fine || whole_days);
    let (calendar, anchor, certainty) = match from {
        From::Writing => from_writing(scope, value),
        From::Focus => match coarse_focus(length, scope) {
            Some((day, time)) => (value(day), Some(Anchor::Time(time)), INFERRED),
            None => from_focus(scope, value),
        },
    };
    resolved.calendar = calendar;
    resolved.anchor = anchor;
    resolved.certainty = certainty;
    if calendar.is_none() {
        // What cannot be placed is still a length of time.
        resolved.kind =
            Kind::Duration(Duration { length, more: [None, None], max: None, modifier: None });
    }
    resolved
}

/// Where the last time spoken of is a month or a year, months and years are counted from it.
fn coarse_focus(length: Length, scope: &Scope<'_>) -> Option<(Date, usize)> {
    let carried = scope.state.last?;
    let fits = match carried.calendar {
        Calendar::Month { .. } => {
            matches!(length.unit, Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade)
        }
        Calendar::Year(_) => matches!(length.unit, Unit::Year | Unit::Decade | Unit::Century),
        _ => false,
    };
    let (first, _) = carried.calendar.bounds().filter(|_| fits)?;
    Some((first, carried.time))
}
