//! Intervals: made of their two ends once these are known.

use jiff::{ToSpan, civil::Date};
use nienbieu_model::{Certainty, TimeClass};

use super::{
    Item,
    calendar::Calendar,
    render,
    resolved::{Kind, Resolved},
    state::{FUTURE_WEIGHT, Writing},
};
use crate::grammar::ast::{Base, Expr, Modifier, Point, Vague, Year};

/// Gives every interval its value.
pub(crate) fn resolve(items: &mut [Item], writing: &Writing) {
    for index in 0..items.len() {
        let Some((begin, end)) = items[index].ends else { continue };
        put_in_order(items, begin, end, writing);
        pass_midnight(items, begin, end);
        let (Some(first), Some(last)) = (&items[begin].resolved, &items[end].resolved) else {
            continue;
        };
        let mut interval = join(first, last, writing);
        if opens_year(&items[begin]) {
            begin_with_year(&mut interval, first, last);
        }
        items[index].resolved = Some(interval);
    }
}

/// An inferred year gives way where the begin would come after the end.
fn put_in_order(items: &mut [Item], begin: usize, end: usize, writing: &Writing) {
    let day = |item: &Item| item.resolved.as_ref().and_then(|r| r.calendar?.bounds());
    let (Some((first, _)), Some((_, last))) = (day(&items[begin]), day(&items[end])) else {
        return;
    };
    if first <= last {
        return;
    }
    let inferred = |item: &Item| {
        item.resolved
            .as_ref()
            .is_some_and(|r| r.certainty[0] == Certainty::Inferred && r.kind == Kind::Point)
    };
    let both = inferred(&items[begin]) && inferred(&items[end]);
    let ahead = both && writing.date().is_some_and(|writing| reaches(writing, (first, last)));
    if inferred(&items[begin]) && !ahead {
        move_year(&mut items[begin], -1);
    } else if inferred(&items[end]) {
        move_year(&mut items[end], 1);
    }
}

/// Whether an interval whose ends came out in the wrong order, the begin ahead and the end behind, begins
/// sooner than it ended: "từ 15/5 đến 30/9" in a paper of May.
fn reaches(writing: Date, (first, last): (Date, Date)) -> bool {
    let ahead = writing.duration_until(first).as_hours();
    let behind = last.duration_until(writing).as_hours();
    ahead * FUTURE_WEIGHT < behind
}

/// "từ 23h đến 2h" ends on the next day; where the end's day is said, it begins on the one before.
fn pass_midnight(items: &mut [Item], begin: usize, end: usize) {
    let clocked = |item: &Item| {
        item.resolved.as_ref().and_then(|r| Some((r.calendar?.date()?, r.clock?.hour)))
    };
    let (Some((first, from)), Some((last, to))) = (clocked(&items[begin]), clocked(&items[end]))
    else {
        return;
    };
    if first != last || from <= to {
        return;
    }
    let said = items[end].resolved.as_ref().is_some_and(|r| r.certainty[2] == Certainty::Stated);
    let (place, days) = if said { (begin, -1) } else { (end, 1) };
    if let (Some(resolved), Ok(day)) = (&mut items[place].resolved, last.checked_add(days.days())) {
        resolved.calendar = Some(Calendar::day(day));
    }
}

/// Moves an inferred year.
fn move_year(item: &mut Item, by: i16) {
    let Some(resolved) = &mut item.resolved else { return };
    if let Some(
        Calendar::Day { year: Some(year), .. }
        | Calendar::Month { year: Some(year), .. }
        | Calendar::Quarter { year: Some(year), .. },
    ) = &mut resolved.calendar
    {
        *year += by;
    }
}

/// The interval between two resolved ends.
fn join(first: &Resolved, last: &Resolved, writing: &Writing) -> Resolved {
    let begin = end_of(first, true, writing);
    let end = end_of(last, false, writing);
    let edtf = format!("{}/{}", begin.edtf, end.edtf);
    let edtf = (edtf != "/").then_some(edtf);
    let value = format!("{}/{}", begin.value, end.value);
    let kind = Kind::Interval { edtf, value, earliest: begin.bound, latest: end.bound };
    let mut interval = first.clone();
    interval.kind = kind;
    interval.class = TimeClass::Core;
    interval.modifier = None;
    interval.anchor = first.anchor.or(last.anchor);
    interval
}

/// Whether a time is the start of a year that only its fellow can say: "từ đầu năm đến ngày 10/5".
const fn opens_year(item: &Item) -> bool {
    matches!(
        item.expr,
        Expr::Point(Point {
            base: Base::Year(Year::Deictic(0)),
            modifier: Some(Modifier::Start),
            ..
        })
    )
}

/// Begins an interval with the first day of the year that it ends in, said or not.
fn begin_with_year(interval: &mut Resolved, first: &Resolved, last: &Resolved) {
    let (None, Some(Calendar::Day { year, month: Some(_), .. })) = (first.calendar, last.calendar)
    else {
        return;
    };
    let Kind::Interval { edtf: Some(edtf), value, earliest, .. } = &mut interval.kind else {
        return;
    };
    let year = year.map_or_else(|| "XXXX".to_owned(), |year| format!("{year:04}"));
    for text in [edtf, value] {
        if text.starts_with('/') {
            text.insert_str(0, &format!("{year}-01-01"));
        }
    }
    if !year.starts_with('X') {
        *earliest = Some(format!("{year}-01-01"));
    }
}

/// One end's part of the interval's value.
struct End {
    edtf: String,
    value: String,
    bound: Option<String>,
}

/// What one end gives the interval.
fn end_of(resolved: &Resolved, begins: bool, writing: &Writing) -> End {
    if let Some(day) = edge(resolved, begins) {
        let day = day.to_string();
        return End { edtf: day.clone(), value: day.clone(), bound: Some(day) };
    }
    let edtf = render::edtf(resolved).unwrap_or_default();
    let value = match &resolved.kind {
        Kind::Vague(Vague::Present) if writing.day().is_none() => "PRESENT_REF".to_owned(),
        Kind::Vague(Vague::Present) => edtf.clone(),
        _ => render::value(resolved).unwrap_or_else(|| edtf.clone()),
    };
    let (earliest, latest) = render::bounds(resolved);
    // A feast or a week at an end counts with its near side.
    let edtf = match edtf.split_once('/') {
        Some((first, last)) => if begins { first } else { last }.to_owned(),
        None => edtf,
    };
    End { edtf, value, bound: if begins { earliest } else { latest } }
}

/// "từ đầu năm 2021" begins on its first day; "đến cuối năm 2021", "đến hết tháng 5" end on the last.
fn edge(resolved: &Resolved, begins: bool) -> Option<Date> {
    if resolved.clock.is_some() {
        return None;
    }
    let (first, last) = resolved.calendar?.bounds()?;
    match (resolved.modifier?, begins) {
        (Modifier::Start, true) => Some(first),
        (Modifier::End, false) => Some(last),
        _ => None,
    }
}
