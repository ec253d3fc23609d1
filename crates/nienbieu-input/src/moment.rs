//! Dates and times as records and pages have them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::{rfc2822, temporal::Pieces};
use jiff::tz::{Offset, TimeZone};

/// Where Vietnamese papers are written: UTC+7.
const LOCAL: Offset = Offset::constant(7);

/// A date or time as ISO 8601: "2021-07-24", "2021-07-24T18:30:00", "2021-07-24T18:30:00+07:00".
///
/// Reads ISO 8601, RFC 2822, day before month with slashes, and seconds or milliseconds since 1970.
/// What a machine wrote in UTC is told in UTC+7, for the day of writing is the day in Vietnam.
///
/// ```
/// use nienbieu_input::moment;
/// assert_eq!(moment("2021-07-23T20:00:00.000Z").as_deref(), Some("2021-07-24T03:00:00+07:00"));
/// assert_eq!(moment("18:30 24/07/2021").as_deref(), Some("2021-07-24T18:30:00"));
/// assert_eq!(moment("hôm qua"), None);
/// ```
#[must_use]
pub fn moment(text: &str) -> Option<String> {
    let text = text.trim();
    since_1970(text).or_else(|| iso(text)).or_else(|| mail(text)).or_else(|| day_first(text))
}

fn since_1970(text: &str) -> Option<String> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        9 | 10 => Timestamp::from_second(number).ok().map(local),
        13 => Timestamp::from_millisecond(number).ok().map(local),
        _ => None,
    }
}

fn local(moment: Timestamp) -> String {
    shown(LOCAL.to_datetime(moment), Some(LOCAL))
}

fn iso(text: &str) -> Option<String> {
    // "2021-07-24 18:30:00 +0700" as well.
    let tight = text.replacen(" +", "+", 1);
    let pieces = Pieces::parse(&tight).ok()?;
    let Some(time) = pieces.time() else { return Some(pieces.date().to_string()) };
    let moment = pieces.date().to_datetime(time);
    match pieces.to_numeric_offset() {
        Some(offset) => zoned(moment, offset),
        None => Some(shown(moment, None)),
    }
}

fn mail(text: &str) -> Option<String> {
    let zoned_moment = rfc2822::parse(text).ok()?;
    zoned(zoned_moment.datetime(), zoned_moment.offset())
}

/// A moment with the offset that it was written with; in UTC a machine wrote it.
fn zoned(moment: DateTime, offset: Offset) -> Option<String> {
    if offset != Offset::UTC {
        return Some(shown(moment, Some(offset)));
    }
    moment.to_zoned(TimeZone::UTC).ok().map(|moment| local(moment.timestamp()))
}

/// "24/07/2021", "24-7-2021 18:30", "18:30 24/07/2021", "24/07/2021, 18:30:05".
fn day_first(text: &str) -> Option<String> {
    let numbers = |part: &str, between: &[char]| -> Option<Vec<i16>> {
        part.split(between).map(|n| n.parse().ok()).collect()
    };
    let (mut day, mut time) = (None, None);
    for part in text.split([' ', ',', '|']).filter(|part| !part.is_empty() && *part != "-") {
        if let Some(found) = numbers(part, &['/', '-', '.']).filter(|n| n.len() == 3) {
            day = Date::new(found[2], i8::try_from(found[1]).ok()?, i8::try_from(found[0]).ok()?)
                .ok();
        } else if let Some(found) = numbers(part, &[':']).filter(|n| matches!(n.len(), 2 | 3)) {
            let small = |at: usize| i8::try_from(found.get(at).copied().unwrap_or_default()).ok();
            time = Time::new(small(0)?, small(1)?, small(2)?, 0).ok();
        } else {
            return None;
        }
    }
    let day = day.filter(|day| (1900..=2100).contains(&day.year()))?;
    Some(time.map_or_else(|| day.to_string(), |time| shown(day.to_datetime(time), None)))
}

fn shown(moment: DateTime, offset: Option<Offset>) -> String {
    let mut text = format!(
        "{}T{:02}:{:02}:{:02}",
        moment.date(),
        moment.hour(),
        moment.minute(),
        moment.second()
    );
    if let Some(offset) = offset {
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        text.push_str(&format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, read) in [
            ("2021-07-24", "2021-07-24"),
            ("2021-07-24T18:30:05", "2021-07-24T18:30:05"),
            ("2021-07-24 18:30", "2021-07-24T18:30:00"),
            ("2021-07-24T18:30:05.123+07:00", "2021-07-24T18:30:05+07:00"),
            ("2021-07-24T18:30:05+0700", "2021-07-24T18:30:05+07:00"),
            ("2021-07-24 18:30:05 +0700", "2021-07-24T18:30:05+07:00"),
            ("2021-07-24T11:30:05Z", "2021-07-24T18:30:05+07:00"),
            ("2021-07-24T11:30:05-05:00", "2021-07-24T11:30:05-05:00"),
            ("Sat, 24 Jul 2021 18:30:05 +0700", "2021-07-24T18:30:05+07:00"),
            ("Sat, 24 Jul 2021 11:30:05 GMT", "2021-07-24T18:30:05+07:00"),
            ("1627126205", "2021-07-24T18:30:05+07:00"),
            ("1627126205000", "2021-07-24T18:30:05+07:00"),
            ("24/07/2021", "2021-07-24"),
            ("24.7.2021 - 18:30", "2021-07-24T18:30:00"),
        ] {
            assert_eq!(moment(text).as_deref(), Some(read), "{text}");
        }
        for text in
            ["", "2021", "31/02/2021", "24/7", "hôm nay", "2021-13-01", "99999999999999999999"]
        {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
