//! First and last day of an EDTF value.

use jiff::civil::Date;
use nienbieu_export::dates::{Edtf, End, Point, YearPrecision};

/// Both bounds, inclusive; none where an end is open or the year is not known.
pub(crate) fn bounds(edtf: &str) -> [Option<String>; 2] {
    match Edtf::read(edtf) {
        Some(Edtf::Point(point)) => of_point(&point),
        Some(Edtf::Interval(begin, end)) => {
            let [first, _] = of_end(&begin);
            let [_, last] = of_end(&end);
            [first, last]
        }
        None => [None, None],
    }
}

fn of_end(end: &End) -> [Option<String>; 2] {
    match end {
        End::Point(point) => of_point(point),
        End::Open | End::Unknown => [None, None],
    }
}

fn of_point(point: &Point) -> [Option<String>; 2] {
    let days = days(point);
    let Some(clock) = &point.time else { return days.map(|day| day.map(iso)) };
    let [from, to] = match clock.split(':').count() {
        1 => [format!("{clock}:00:00"), format!("{clock}:59:59")],
        2 => [format!("{clock}:00"), format!("{clock}:59")],
        _ => [clock.clone(), clock.clone()],
    };
    let [first, last] = days;
    let at = |day: Option<Date>, clock: &str| day.map(|day| format!("{}T{clock}", iso(day)));
    // Minutes stated are a moment, as the parser has it.
    let to = if clock.contains(':') { from.clone() } else { to };
    [at(first, &from), at(last, &to)]
}

fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn days(point: &Point) -> [Option<Date>; 2] {
    let (first_year, years) = match point.year {
        YearPrecision::Year(year) => (year, 1),
        YearPrecision::Decade(year) => (year, 10),
        YearPrecision::Century(year) => (year, 100),
        YearPrecision::Unknown => return [None, None],
    };
    let Ok(year) = i16::try_from(first_year) else { return [None, None] };
    let date = |month: i8, day: i8| Date::new(year, month, day).ok();
    let months = |from: i8, to: i8| [date(from, 1), date(to, 1).map(Date::last_of_month)];
    match (point.month, point.day) {
        (Some(month), Some(day)) => {
            let day = i8::try_from(month).ok().zip(i8::try_from(day).ok());
            let day = day.and_then(|(month, day)| date(month, day));
            [day, day]
        }
        (Some(month @ 1..=12), None) => {
            let month = i8::try_from(month).unwrap_or(1);
            months(month, month)
        }
        (Some(33), None) => months(1, 3),
        (Some(34), None) => months(4, 6),
        (Some(35), None) => months(7, 9),
        (Some(36), None) => months(10, 12),
        (Some(37), None) => months(1, 4),
        (Some(38), None) => months(5, 8),
        (Some(39), None) => months(9, 12),
        (Some(40), None) => months(1, 6),
        (Some(41), None) => months(7, 12),
        // A season's days are not the same everywhere.
        (Some(_), None) => [None, None],
        (None, Some(_)) => [None, None],
        (None, None) => {
            let last = Date::new(year.saturating_add(years - 1), 12, 31).ok();
            [date(1, 1), last]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::bounds;

    #[test]
    fn bounds_of_every_grain() {
        for (edtf, first, last) in [
            ("2021-07-24", "2021-07-24", "2021-07-24"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2021-35", "2021-07-01", "2021-09-30"),
            ("2021-41", "2021-07-01", "2021-12-31"),
            ("2021~", "2021-01-01", "2021-12-31"),
            ("202X", "2020-01-01", "2029-12-31"),
            ("20XX", "2000-01-01", "2099-12-31"),
            ("2021-07-12/2021-07-18", "2021-07-12", "2021-07-18"),
            ("2021-07-20/..", "2021-07-20", ""),
            ("../2021-07", "", "2021-07-31"),
            ("2021-07-24T18", "2021-07-24T18:00:00", "2021-07-24T18:59:59"),
            ("2021-07-24T18:30", "2021-07-24T18:30:00", "2021-07-24T18:30:00"),
            ("XXXX-07-24", "", ""),
            ("2021-02-30", "", ""),
            ("2021-21", "", ""),
            ("giờ", "", ""),
        ] {
            let found = bounds(edtf).map(Option::unwrap_or_default);
            assert_eq!(found, [first, last], "{edtf}");
        }
    }
}
