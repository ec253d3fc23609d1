//! First and last day of an EDTF value.

use nienbieu_export::dates::{Edtf, End, Point, YearPrecision, days_in_month};

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
    let Some(clock) = &point.time else { return days };
    let [from, to] = match clock.split(':').count() {
        1 => [format!("{clock}:00:00"), format!("{clock}:59:59")],
        2 => [format!("{clock}:00"), format!("{clock}:59")],
        _ => [clock.clone(), clock.clone()],
    };
    let [first, last] = days;
    let at = |day: Option<String>, clock: &str| day.map(|day| format!("{day}T{clock}"));
    // Minutes stated are a moment, as the parser has it.
    let to = if clock.contains(':') { from.clone() } else { to };
    [at(first, &from), at(last, &to)]
}

/// First and last day.
fn days(point: &Point) -> [Option<String>; 2] {
    let (year, years) = match point.year {
        YearPrecision::Year(year) => (year, 1),
        YearPrecision::Decade(year) => (year, 10),
        YearPrecision::Century(year) => (year, 100),
        YearPrecision::Unknown => return [None, None],
    };
    let date = |year: i32, month: u8, day: u8| Some(format!("{year:04}-{month:02}-{day:02}"));
    let last_of = |month: u8| {
        u8::try_from(days_in_month(i64::from(year), i64::from(month))).unwrap_or_default()
    };
    let (from, to) = match (point.month, point.day) {
        (Some(month), Some(day)) if (1..=last_of(month)).contains(&day) => {
            return [date(year, month, day), date(year, month, day)];
        }
        // A day without its month, or one that no month has.
        (_, Some(_)) => return [None, None],
        (None, None) => return [date(year, 1, 1), date(year + years - 1, 12, 31)],
        (Some(code), None) => match months(code) {
            Some(months) => months,
            None => return [None, None],
        },
    };
    [date(year, from, 1), date(year, to, last_of(to))]
}

/// First and last month of an EDTF code; a season's days are not the same everywhere.
const fn months(code: u8) -> Option<(u8, u8)> {
    Some(match code {
        1..=12 => (code, code),
        33 => (1, 3),
        34 => (4, 6),
        35 => (7, 9),
        36 => (10, 12),
        37 => (1, 4),
        38 => (5, 8),
        39 => (9, 12),
        40 => (1, 6),
        41 => (7, 12),
        _ => return None,
    })
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
