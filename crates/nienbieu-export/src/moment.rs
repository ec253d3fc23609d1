//! Moments on the Gregorian calendar, as clocks show them, to and from ISO 8601.
//!
//! A count of seconds and the few forms that a record has are all that the exports need. The calendar
//! crate that the parser uses brings zones, units and messages beside, which weigh as much in the browser
//! as several exports.

/// Seconds in a day; civil days have no other length.
pub(crate) const DAY: i64 = 24 * 60 * 60;

/// A second, counted from the first of 1970; its year has four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Moment(i64);

/// The parts of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
}

/// How many days a month has, from 1 to 12; none in any other.
#[must_use]
pub const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    }
}

impl Moment {
    /// The first second of a day; none where there is no such day.
    pub(crate) fn of_day(year: i64, month: i64, day: i64) -> Option<Self> {
        let is_day = (0..=9999).contains(&year) && (1..=days_in_month(year, month)).contains(&day);
        is_day.then(|| Self(days_before(year, month, day) * DAY))
    }

    /// The same with a clock time.
    fn at(self, hour: i64, minute: i64, second: i64) -> Option<Self> {
        let fits =
            (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
        fits.then(|| Self(self.0 + (hour * 60 + minute) * 60 + second))
    }

    /// So many seconds on; none beyond the years of four digits.
    pub(crate) fn plus(self, seconds: i64) -> Option<Self> {
        let moved = Self(self.0.checked_add(seconds)?);
        let range = days_before(0, 1, 1) * DAY..days_before(10_000, 1, 1) * DAY;
        range.contains(&moved.0).then_some(moved)
    }

    /// How many seconds from another to this one.
    pub(crate) const fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// The first second of its day.
    pub(crate) const fn midnight(self) -> Self {
        Self(self.0.div_euclid(DAY) * DAY)
    }

    pub(crate) fn parts(self) -> Parts {
        let (year, month, day) = date(self.0.div_euclid(DAY));
        let second = self.0.rem_euclid(DAY);
        Parts {
            year,
            month,
            day,
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
        }
    }

    /// `20210724`, with what is asked for between the parts.
    pub(crate) fn day(self, between: &str) -> String {
        let Parts { year, month, day, .. } = self.parts();
        format!("{year:04}{between}{month:02}{between}{day:02}")
    }
}

/// Days from the first of 1970 to this one. Years are counted from March, so that the leap day is the last
/// of its year, in spans of 400 years, which are all alike (Howard Hinnant, "chrono-compatible low-level
/// date algorithms").
const fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day by the days from the first of 1970.
const fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march + 2) / 5 + 1;
    let month = if march < 10 { march + 3 } else { march - 9 };
    (era * 400 + years + if month <= 2 { 1 } else { 0 }, month, day)
}

/// `2021-07-24`, or with `T18`, `T18:30`, `T18:30:05` behind it; whether it has a clock time. An offset or
/// a fraction behind that is left aside.
pub(crate) fn read(text: &str) -> Option<(Moment, bool)> {
    let (day, clock) = text.split_once('T').map_or((text, None), |(day, clock)| (day, Some(clock)));
    let mut parts = day.split('-');
    let date = Moment::of_day(
        number(parts.next()?, 4)?,
        number(parts.next()?, 2)?,
        number(parts.next()?, 2)?,
    )?;
    if parts.next().is_some() {
        return None;
    }
    let Some(clock) = clock else { return Some((date, false)) };
    let end = clock.find(['+', '-', 'Z', '.']).unwrap_or(clock.len());
    let mut parts = clock.get(..end)?.split(':');
    let hour = number(parts.next()?, 2)?;
    let mut finer = || parts.next().map_or(Some(0), |part| number(part, 2));
    let moment = date.at(hour, finer()?, finer()?)?;
    parts.next().is_none().then_some((moment, true))
}

/// A number of so many digits.
fn number(text: &str, digits: usize) -> Option<i64> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| fits)
}

/// `+07:00` or `Z` in seconds.
pub(crate) fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let (sign, rest) =
        text.strip_prefix('-').map_or((1, text.strip_prefix('+')), |rest| (-1, Some(rest)));
    let (hours, minutes) = rest?.split_once(':')?;
    let seconds = (number(hours, 2)? * 60 + number(minutes, 2)?) * 60;
    (seconds < DAY).then_some(sign * seconds)
}

/// A moment with its offset (RFC 3339), in UTC.
pub(crate) fn utc(text: &str) -> Option<Moment> {
    let (moment, _) = read(text)?;
    let clock = text.split_once('T')?.1;
    let at = clock.find(['+', '-', 'Z'])?;
    moment.plus(-offset(clock.get(at..)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_ten_thousand_years_goes_there_and_back() {
        let mut days = days_before(0, 1, 1);
        for year in 0..10_000 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    assert_eq!(
                        (days_before(year, month, day), date(days)),
                        (days, (year, month, day))
                    );
                    days += 1;
                }
            }
        }
        assert_eq!((days_before(1970, 1, 1), days_before(2021, 7, 24)), (0, 18_832));
    }

    #[test]
    fn moments_of_every_form() {
        for (text, clock, is_timed) in [
            ("2021-07-24", (0, 0, 0), false),
            ("2021-07-24T18", (18, 0, 0), true),
            ("2021-07-24T18:30", (18, 30, 0), true),
            ("2021-07-24T18:30:05+07:00", (18, 30, 5), true),
            ("2021-07-24T18:30:05.25Z", (18, 30, 5), true),
        ] {
            let (moment, timed) = read(text).unwrap();
            let Parts { hour, minute, second, .. } = moment.parts();
            assert_eq!((moment.day("-").as_str(), timed), ("2021-07-24", is_timed), "{text}");
            assert_eq!((hour, minute, second), clock, "{text}");
        }
        for none in [
            "",
            "2021-07",
            "2021-7-24",
            "2021-02-30",
            "+021-07-24",
            "2021-07-24T",
            "2021-07-24T24:00",
            "2021-07-24T1:00",
            "2021-07-24-1",
        ] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn offsets_are_read_both_ways() {
        for (zone, minutes) in [("+07:00", 420), ("-03:30", -210), ("+00:00", 0), ("Z", 0)] {
            assert_eq!(offset(zone), Some(minutes * 60), "{zone}");
        }
        for none in ["", "7", "+7", "+ab:00", "+99:00", "+-7:00"] {
            assert_eq!(offset(none), None, "{none}");
        }
        let utc = |text| utc(text).map(|moment| (moment.day("-"), moment.parts().hour));
        assert_eq!(utc("2021-07-24T02:30:00+07:00"), Some(("2021-07-23".into(), 19)));
        assert_eq!(utc("2021-07-24T02:30:00"), None);
    }

    #[test]
    fn there_is_nothing_beyond_four_digits() {
        let (last, _) = read("9999-12-31").unwrap();
        assert_eq!((last.plus(DAY), last.plus(i64::MAX)), (None, None));
        assert!(last.plus(DAY - 1).is_some());
    }
}
