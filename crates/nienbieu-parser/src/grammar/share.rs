//! What the ends of an interval and the members of a list lend one another.

use super::ast::{Base, Expr, Month, Point, Year};

/// The begin takes month and year, or the year alone, from the end where it names none.
pub(crate) fn share(begin: &mut Expr, end: &Expr) {
    let (Expr::Point(b), Expr::Point(e)) = (begin, end) else { return };
    match (&mut b.base, &e.base) {
        (Base::Day { year, month, day, .. }, Base::Day { year: y, month: m, day: d, .. }) => {
            if *month == Month::Absent {
                *month = shared_month(*m, *day > *d);
            }
            if *year == Year::Absent {
                *year = shared_year((*month, *day), (*m, *d), *y);
            }
        }
        (Base::Month { year, month }, Base::Month { year: y, month: m })
        | (Base::Month { year, month }, Base::Day { year: y, month: m, .. })
            if *year == Year::Absent =>
        {
            *year = shared_year((*month, 0), (*m, 0), *y);
        }
        (Base::Quarter { year, quarter, .. }, Base::Quarter { year: y, quarter: q, .. })
            if *year == Year::Absent && *quarter <= *q =>
        {
            *year = *y;
        }
        // "từ 22 giờ đến 5 giờ hôm sau": the begin stays on the day spoken of.
        (Base::None, Base::Focus(1..)) => {}
        (base @ Base::None, other) if b.clock.is_some() => *base = *other,
        (
            base @ (Base::EarlyDay(_) | Base::Day { month: Month::Absent, .. }),
            Base::Lunar { year, month, leap, .. },
        ) => {
            let (Base::EarlyDay(day) | Base::Day { day, .. }) = *base else { return };
            *base = Base::Lunar { year: *year, month: *month, day: Some(day), leap: *leap };
        }
        _ => {}
    }
}

/// The begin's year: the end's, or the one before where the begin would come after the end.
fn shared_year(begin: (Month, u8), end: (Month, u8), year: Year) -> Year {
    match (begin.0, end.0, year) {
        (Month::Stated(b), Month::Stated(e), Year::Stated(y)) if (b, begin.1) > (e, end.1) => {
            Year::Stated(y - 1)
        }
        // "từ tháng 10 đến tháng 2 năm sau"
        (Month::Stated(b), Month::Stated(e), Year::After) if b > e => Year::Absent,
        (Month::Stated(b), Month::Stated(e), Year::Deictic(years)) if b > e => {
            Year::Deictic(years - 1)
        }
        _ => year,
    }
}

/// Gives a day that names no month or year those of the day it is said together with.
pub(crate) fn share_parts(expr: &mut Expr, from: &Expr) {
    let (Expr::Point(to), Expr::Point(from)) = (expr, from) else { return };
    let (Base::Day { year, month, day, .. }, Base::Day { year: y, month: m, day: d, .. }) =
        (&mut to.base, &from.base)
    else {
        return;
    };
    if *month == Month::Absent {
        *month = shared_month(*m, *day > *d);
    }
    if *year == Year::Absent {
        *year = match (*month, *m, *y) {
            (Month::Stated(12), Month::Stated(1), Year::Stated(next)) => Year::Stated(next - 1),
            _ => *y,
        };
    }
}

/// The month that a day takes from the day it is said together with: the one before, where it is the
/// later of the two by its number ("đêm 31 rạng sáng 1/8").
const fn shared_month(month: Month, before: bool) -> Month {
    match month {
        Month::Stated(1) if before => Month::Stated(12),
        Month::Stated(next @ 2..) if before => Month::Stated(next - 1),
        other => other,
    }
}

/// Whether the two can be ends of one interval: two bare days or two bare hours need a day between them.
pub(crate) fn fits(begin: &Expr, end: &Expr) -> bool {
    match (begin, end) {
        (Expr::Point(b), Expr::Point(e)) => {
            match (&b.base, &e.base) {
                (Base::Year(Year::Stated(first)), Base::Year(Year::Stated(last))) => first <= last,
                // "từ 2 đến năm 2025": the figure was no day.
                (Base::Day { month: Month::Absent, .. }, Base::Day { .. }) => true,
                (Base::Day { month: Month::Absent, .. }, _) => false,
                _ => true,
            }
        }
        _ => true,
    }
}

/// Whether two days of one month stand in the wrong order.
pub(crate) fn unordered(begin: &Expr, end: &Expr) -> bool {
    match (begin, end) {
        (Expr::Point(b), Expr::Point(e)) => match (&b.base, &e.base) {
            (
                Base::Day { month: m, day: d, year: y, .. },
                Base::Day { month: n, day: e, year: z, .. },
            ) => (m == n && y == z || *m == Month::Absent) && d >= e,
            (
                Base::Month { month: Month::Stated(m), .. },
                Base::Month { month: Month::Stated(n), .. },
            ) => m >= n,
            _ => false,
        },
        _ => false,
    }
}

/// The year of a year in figures.
pub(crate) fn stated_year(expr: &Expr) -> Option<i16> {
    match expr {
        Expr::Point(Point { base: Base::Year(Year::Stated(year)), .. }) => Some(*year),
        _ => None,
    }
}

/// The year that a month or quarter names.
pub(crate) fn year_of(expr: &Expr) -> Year {
    match expr {
        Expr::Point(Point {
            base: Base::Month { year, .. } | Base::Quarter { year, .. }, ..
        }) => *year,
        _ => Year::Absent,
    }
}

/// Gives a month or quarter that names no year this one.
pub(crate) fn set_year(expr: &mut Expr, to: Year) {
    if let Expr::Point(Point {
        base: Base::Month { year, .. } | Base::Quarter { year, .. }, ..
    }) = expr
        && *year == Year::Absent
    {
        *year = to;
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::{
        ast::Expr,
        interval::from_to,
        list::day_list,
        testing::{day, ends},
    };

    #[test]
    fn a_month_that_does_not_exist_has_none_before_it() {
        let (begin, end) = ends(from_to("từ 15 đến 3/0/2021"), "");
        assert_eq!((begin, end), (day(15, 0, 2020), day(3, 0, 2021)));
        let (rest, list) = day_list("ngày 15, 3/0/2021").unwrap();
        let Expr::List(days) = list else { panic!("{list:?}") };
        assert_eq!((rest, &days[0].expr), ("", &Expr::at(day(15, 0, 2021))));
    }
}
