//! From new moons and solar terms to the rows of the table.

use std::ops::RangeInclusive;

use jiff::{ToSpan, civil::Date};

use super::{day, local, moon, sun};

/// From October 1898 to March 2102, by lunations since that of 6 January 2000.
pub(super) const LUNATIONS: RangeInclusive<i32> = -1252..=1263;

/// The local instants that make the calendar.
pub(super) struct Sky {
    /// The new moons.
    pub(super) moons: Vec<f64>,
    /// The major solar terms, each with the sun's longitude.
    terms: Vec<(f64, u16)>,
}

impl Sky {
    /// As the formulas give them.
    pub(super) fn observed() -> Self {
        let moons = LUNATIONS.map(|l| local(moon::new_moon(l))).collect();
        let mut terms: Vec<_> = (1898..=2102)
            .flat_map(|year| (0..12).map(move |i| (year, i * 30)))
            .map(|(year, degrees)| (local(sun::reaches(degrees.into(), year)), degrees))
            .collect();
        terms.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self { moons, terms }
    }

    /// The same sky with every solar term so many seconds later.
    pub(super) fn with_sun_moved(&self, seconds: f64) -> Self {
        let terms = self.terms.iter().map(|&(at, degrees)| (at + seconds / 86_400.0, degrees));
        Self { moons: self.moons.clone(), terms: terms.collect() }
    }

    /// The days of the winter solstices.
    fn solstices(&self) -> Vec<i32> {
        self.terms.iter().filter(|(_, degrees)| *degrees == 270).map(|(at, _)| day(*at)).collect()
    }

    fn has_major_term(&self, month: &Month) -> bool {
        self.terms.iter().any(|(at, _)| (month.first..month.next).contains(&day(*at)))
    }
}

/// A lunar month: its first day, that of the next, and its name once that is known.
#[derive(Clone, Copy)]
struct Month {
    first: i32,
    next: i32,
    number: u8,
    leap: bool,
}

/// The rows of so many years.
pub(super) fn rows(sky: &Sky, first_year: i16, count: usize) -> Vec<u32> {
    let months = months(sky);
    let starts: Vec<_> =
        (0..months.len()).filter(|&i| months[i].number == 1 && !months[i].leap).collect();
    let years = starts.windows(2).map(|pair| &months[pair[0]..pair[1]]);
    years.skip_while(|year| date(year[0].first).year() < first_year).take(count).map(row).collect()
}

/// The months from the first solstice to the last, named.
fn months(sky: &Sky) -> Vec<Month> {
    let days: Vec<_> = sky.moons.iter().map(|moon| day(*moon)).collect();
    // The month that holds a solstice: the last to begin on its day or before.
    let eleventh = |solstice: i32| days.partition_point(|&first| first <= solstice) - 1;
    let solstices = sky.solstices();
    solstices
        .windows(2)
        .flat_map(|pair| {
            let span = &days[eleventh(pair[0])..=eleventh(pair[1])];
            named(sky, span.windows(2).map(|d| (d[0], d[1])))
        })
        .collect()
}

/// The months from one month 11 to the next: 12 or 13.
fn named(sky: &Sky, spans: impl Iterator<Item = (i32, i32)>) -> Vec<Month> {
    let mut months: Vec<_> =
        spans.map(|(first, next)| Month { first, next, number: 0, leap: false }).collect();
    if months.len() == 13 {
        let leap = months.iter().position(|month| !sky.has_major_term(month));
        months[leap.expect("twelve terms leave one of thirteen months without")].leap = true;
    }
    let mut number = 10;
    for month in &mut months {
        number = if month.leap { number } else { number % 12 + 1 };
        month.number = number;
    }
    months
}

/// One year, as the table has it.
fn row(months: &[Month]) -> u32 {
    let tet = date(months[0].first);
    let lengths = months.iter().enumerate().map(|(i, m)| ((m.next - m.first - 29) as u32) << i);
    let leap = months.iter().find(|month| month.leap).map_or(0, |month| u32::from(month.number));
    let offset = (tet.day_of_year() - 1) as u32;
    let thanh_minh = date(day(local(sun::reaches(15.0, tet.year()))));
    let april = (thanh_minh.day() - 4) as u32;
    lengths.sum::<u32>() | leap << 13 | offset << 17 | april << 23
}

/// The date of a Julian day number.
pub(super) fn date(day: i32) -> Date {
    Date::constant(2000, 1, 1) + (day - 2_451_545).days()
}
