//! One expression at a time: which calendar value it has, and what completed it.

use nienbieu_model::TimeClass;

use super::{
    distance::{resolve_distant, resolve_recent},
    place::place,
    resolved::{Doubt, Kind, Resolved},
    scope::Scope,
    state::{Anchor, Outlook},
};
use crate::{
    calendar::holidays,
    grammar::ast::{Base, Expr, Modifier, Point, Vague},
};

/// Resolves one expression.
pub(crate) fn resolve(expr: &Expr, scope: &Scope<'_>) -> Result<Resolved, Doubt> {
    match expr {
        Expr::Point(point) => resolve_point(point, scope),
        Expr::Vague(vague) => Ok(resolve_vague(*vague, scope)),
        Expr::Duration(duration) => {
            let resolved = Resolved::new(Kind::Duration(*duration), TimeClass::Core);
            Ok(Resolved { modifier: duration.modifier, ..resolved })
        }
        Expr::Recent { length, dir } => Ok(resolve_recent(*length, *dir, scope)),
        Expr::Distant { length, dir, from, modifier } => {
            let resolved = resolve_distant(*length, *dir, *from, scope);
            Ok(Resolved { modifier: *modifier, ..resolved })
        }
        Expr::Set(set) => Ok(Resolved::new(Kind::Set(*set), TimeClass::Core)),
        Expr::Age(age) => {
            let resolved = Resolved::new(Kind::Age(*age), TimeClass::Age);
            Ok(Resolved { modifier: age.modifier, ..resolved })
        }
        Expr::Interval(..) | Expr::List(_) => {
            Ok(Resolved::new(Kind::Vague(Vague::Present), TimeClass::Vague))
        }
    }
}

/// Which way an expression looks in a sentence: a date that something is due before lies ahead.
pub(crate) fn outlook(expr: &Expr, sentence: Outlook) -> Outlook {
    match expr {
        Expr::Point(Point { modifier: Some(Modifier::Before), .. })
            if sentence == Outlook::Unsaid =>
        {
            Outlook::Future
        }
        _ => sentence,
    }
}

/// A point: its place, with the clock, part of day and zone that the words say.
pub(crate) fn resolve_point(point: &Point, scope: &Scope<'_>) -> Result<Resolved, Doubt> {
    let (calendar, anchor, certainty) = place(point, scope)?;
    let mut resolved = Resolved::new(Kind::Point, class_of(&point.base));
    resolved.calendar = calendar;
    resolved.anchor = anchor;
    resolved.certainty = certainty;
    resolved.clock = point.clock;
    resolved.part = point.part;
    resolved.zone = point.zone;
    resolved.modifier = point.modifier.or(inner_modifier(&point.base));
    let by_feast = scope.state.last.is_some_and(|carried| carried.lunar)
        && matches!(point.base, Base::EarlyDay(_));
    resolved.lunar = by_feast
        || matches!(point.base, Base::Lunar { .. })
        || matches!(point.base, Base::Holiday { index, .. } if holidays()[index].is_lunar());
    if let Base::Day { weekday, .. } = point.base {
        resolved.weekday = weekday;
    }
    Ok(resolved)
}

/// Which class of times a base belongs to.
const fn class_of(base: &Base) -> TimeClass {
    match base {
        Base::Holiday { .. } => TimeClass::Holiday,
        Base::Named(_) | Base::Term(_) => TimeClass::NamedPeriod,
        _ => TimeClass::Core,
    }
}

/// Modifiers that a base implies.
const fn inner_modifier(base: &Base) -> Option<Modifier> {
    match base {
        Base::HalfMonth { half: 1, .. } | Base::TenDays { part: 1, .. } => Some(Modifier::Start),
        Base::TenDays { part: 2, .. } => Some(Modifier::Mid),
        Base::HalfMonth { .. } | Base::TenDays { .. } => Some(Modifier::End),
        _ => None,
    }
}

/// `hiện nay` is the day of writing; other such words have no day.
fn resolve_vague(vague: Vague, scope: &Scope<'_>) -> Resolved {
    let mut resolved = Resolved::new(Kind::Vague(vague), TimeClass::Vague);
    if vague == Vague::Present
        && let Some(day) = scope.writing.day()
    {
        resolved.calendar = Some(day);
        resolved.anchor = Some(Anchor::Published);
    }
    resolved
}
