//! ISO 8601 moments to and from the calendar.
//!
//! The few forms that a record has are read and written here: the calendar crate's own parser and printer
//! know many more, and would weigh as much in the browser as an export or two.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};

/// A day's length; civil days have no other.
pub(crate) const DAY: SignedDuration = SignedDuration::from_hours(24);
pub(crate) const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// `2021-07-24`, or with `T18`, `T18:30`, `T18:30:05` behind it; whether it has a clock time. An offset or
/// a fraction behind that is left aside.
pub(crate) fn read(text: &str) -> Option<(DateTime, bool)> {
    let (day, clock) = text.split_once('T').map_or((text, None), |(day, clock)| (day, Some(clock)));
    let mut parts = day.split('-');
    let mut part = |length: usize| parts.next().filter(|part| part.len() == length)?.parse().ok();
    let (year, month, day): (i16, i16, i16) = (part(4)?, part(2)?, part(2)?);
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let time = clock.map_or_else(|| Some(Time::midnight()), time)?;
    (parts.next().is_none()).then_some((date.to_datetime(time), clock.is_some()))
}

fn time(clock: &str) -> Option<Time> {
    let end = clock.find(['+', '-', 'Z', '.']).unwrap_or(clock.len());
    let mut parts = clock
        .get(..end)?
        .split(':')
        .map(|part| part.parse::<i8>().ok().filter(|number| part.len() == 2 && *number >= 0));
    let hour = parts.next()??;
    let (minute, second) = (parts.next().unwrap_or(Some(0))?, parts.next().unwrap_or(Some(0))?);
    parts.next().is_none().then(|| Time::new(hour, minute, second, 0).ok())?
}

/// `+07:00` or `Z` at the end as a length of time.
pub(crate) fn offset(text: &str) -> Option<SignedDuration> {
    if text == "Z" {
        return Some(SignedDuration::ZERO);
    }
    let (sign, rest) =
        text.strip_prefix('-').map_or((1, text.strip_prefix('+')), |rest| (-1, Some(rest)));
    let (hours, minutes) = rest?.split_once(':')?;
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.len() == 2);
    let minutes = i64::from(number(hours)?) * 60 + i64::from(number(minutes)?);
    (minutes < 24 * 60).then(|| SignedDuration::from_mins(sign * minutes))
}

/// A moment with its offset (RFC 3339), in UTC.
pub(crate) fn utc(text: &str) -> Option<DateTime> {
    let (moment, _) = read(text)?;
    let clock = text.split_once('T')?.1;
    let at = clock.find(['+', '-', 'Z'])?;
    moment.checked_sub(offset(clock.get(at..)?)?).ok()
}

/// `20210724`, with a hyphen between the parts where that is asked for.
pub(crate) fn day(date: Date, between: &str) -> String {
    format!("{:04}{between}{:02}{between}{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn moments_of_every_form() {
        let day = date(2021, 7, 24);
        for (text, moment, is_timed) in [
            ("2021-07-24", day.at(0, 0, 0, 0), false),
            ("2021-07-24T18", day.at(18, 0, 0, 0), true),
            ("2021-07-24T18:30", day.at(18, 30, 0, 0), true),
            ("2021-07-24T18:30:05+07:00", day.at(18, 30, 5, 0), true),
            ("2021-07-24T18:30:05.25Z", day.at(18, 30, 5, 0), true),
        ] {
            assert_eq!(read(text), Some((moment, is_timed)), "{text}");
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
            assert_eq!(offset(zone), Some(SignedDuration::from_mins(minutes)), "{zone}");
        }
        for none in ["", "7", "+7", "+ab:00", "+99:00", "+-7:00"] {
            assert_eq!(offset(none), None, "{none}");
        }
        let utc = |text| utc(text).map(|moment| (self::day(moment.date(), "-"), moment.hour()));
        assert_eq!(utc("2021-07-24T02:30:00+07:00"), Some(("2021-07-23".into(), 19)));
        assert_eq!(utc("2021-07-24T02:30:00"), None);
    }
}
