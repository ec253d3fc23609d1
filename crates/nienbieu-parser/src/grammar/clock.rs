//! Clock times and parts of day.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, verify},
    sequence::preceded,
};

use super::{
    ahead::counts_something,
    ast::{Clock, Part},
    date::dated,
    lex::{Found, at_word_end, eow, fail, lookup, phrase, small, space, space0, two_digits},
    number,
};

/// Parts of day, longer phrases first.
const PARTS: &[(&str, Part)] = &[
    ("rạng sáng", Part::Dawn),
    ("mờ sáng", Part::Dawn),
    ("tờ mờ sáng", Part::Dawn),
    ("sáng sớm", Part::Morning),
    ("gần trưa", Part::Noon),
    ("giữa trưa", Part::Noon),
    ("chiều tối", Part::Evening),
    ("xế chiều", Part::Afternoon),
    ("chiều muộn", Part::Afternoon),
    ("tối muộn", Part::Evening),
    ("đêm muộn", Part::Night),
    ("đêm khuya", Part::Night),
    ("nửa đêm", Part::Night),
    ("sáng", Part::Morning),
    ("trưa", Part::Noon),
    ("chiều", Part::Afternoon),
    ("tối", Part::Evening),
    ("đêm", Part::Night),
    ("khuya", Part::Night),
];

/// `sáng`, `buổi chiều`, `rạng sáng`, …
pub(crate) fn part(i: &str) -> Found<'_, Part> {
    preceded(opt((phrase("buổi"), space)), lookup(PARTS)).parse(i)
}

/// Marks of a clock's half of the day; true is after noon.
const HALVES: &[(&str, bool)] = &[("sa", false), ("am", false), ("ch", true), ("pm", true)];

/// A clock time with the part of day said beside it: `7h30`, `7 giờ 30 phút sáng`, `5:55 PM`.
pub(crate) fn clock(i: &str) -> Found<'_, (Clock, Option<Part>)> {
    let (rest, clock) = alt((colon, hour_mark, worded)).parse(i)?;
    let (rest, half) = opt(preceded(space0, lookup(HALVES))).parse(rest)?;
    if let Some(after_noon) = half {
        let hour = match (clock.hour, after_noon) {
            (12, false) => 0,
            (hour @ 1..=11, true) => hour + 12,
            (hour, _) => hour,
        };
        return Ok((rest, (Clock { hour, ..clock }, None)));
    }
    let (rest, part) = opt(preceded(space, part)).parse(rest)?;
    Ok((rest, (Clock { hour: hour_of_day(clock.hour, part), ..clock }, part)))
}

/// The hour on a clock of 24, where the part of day says which half is meant.
fn hour_of_day(hour: u8, part: Option<Part>) -> u8 {
    match (part, hour) {
        (Some(Part::Afternoon), 1..=7) => hour + 12,
        (Some(Part::Noon), 1..=2) => hour + 12,
        (Some(Part::Evening), 4..=11) => hour + 12,
        (Some(Part::Night), 6..=11) => hour + 12,
        (Some(Part::Night | Part::Evening), 12) => 24,
        (Some(Part::Dawn), 12) => 0,
        _ => hour,
    }
}

/// `19:05`, `19:05:30`.
fn colon(i: &str) -> Found<'_, Clock> {
    let (rest, (hour, _, minute)) = (small(0, 24), tag(":"), two_digits(59)).parse(i)?;
    let (rest, second) = opt(preceded(tag(":"), two_digits(59))).parse(rest)?;
    if hour == 24 && minute > 0 || rest.starts_with(':') {
        return fail(i);
    }
    Ok((rest, Clock { hour, minute: Some(minute), second }))
}

/// `7h`, `7h30`, `7h30'`, `7g30`, `17h05p`: hour letters without spaces or with.
fn hour_mark(i: &str) -> Found<'_, Clock> {
    let (rest, hour) = small(0, 24)(i)?;
    let (rest, _) = opt(tag(" ")).parse(rest)?;
    let (rest, mark) = one_of("hg").parse(rest)?;
    let minute = preceded(opt(tag(" ")), two_digits(59));
    if let Ok((rest, minute)) = { minute }.parse(rest) {
        let spelt = preceded(space, alt((phrase("phút"), phrase("p"))));
        let (rest, _) = opt(alt((tag("'"), tag("ph"), tag("p")))).parse(rest)?;
        let (rest, _) = opt(spelt).parse(rest)?;
        // "20h 16/4" is eight in the evening of a day in April.
        if (hour < 24 || minute == 0) && at_word_end(rest) && !rest.starts_with('/') {
            return Ok((rest, Clock { hour, minute: Some(minute), second: None }));
        }
    }
    if mark == 'g' {
        return fail(i);
    }
    let (rest, ()) = eow(rest)?;
    if let Ok((rest, clock)) = minus(rest, hour) {
        return Ok((rest, clock));
    }
    let (rest, half) = opt(preceded(space, phrase("rưỡi"))).parse(rest)?;
    Ok((rest, Clock { hour, minute: half.map(|()| 30), second: None }))
}

/// `7 giờ`, `7 giờ 30`, `7 giờ 30 phút`, `7 giờ kém 15`, `8 giờ rưỡi`, `bảy giờ`.
fn worded(i: &str) -> Found<'_, Clock> {
    let hour = alt((small(0, 24), verify(map(number::worded, clip), |hour| *hour <= 24)));
    let (rest, (hour, _, ())) = (hour, space, phrase("giờ")).parse(i)?;
    let full = preceded(space, small(0, 59));
    if let Ok((rest, clock)) = minus(rest, hour) {
        return Ok((rest, clock));
    }
    if let Ok((rest, ())) = preceded(space, phrase("rưỡi")).parse(rest) {
        return Ok((rest, Clock { hour, minute: Some(30), second: None }));
    }
    if let Ok((after, minute)) = { full }.parse(rest) {
        if let Ok((after, ())) = preceded(space, phrase("phút")).parse(after) {
            return Ok((after, Clock { hour, minute: Some(minute), second: None }));
        }
        if ends_minute(after) {
            return Ok((after, Clock { hour, minute: Some(minute), second: None }));
        }
    }
    Ok((rest, Clock { hour, minute: None, second: None }))
}

/// ` kém 15`: minutes that the hour lacks.
fn minus(i: &str, hour: u8) -> Found<'_, Clock> {
    let (rest, minus) = preceded((space, phrase("kém"), space), small(1, 59)).parse(i)?;
    let (rest, _) = opt(preceded(space, phrase("phút"))).parse(rest)?;
    let hour = if hour == 0 { 23 } else { hour - 1 };
    Ok((rest, Clock { hour, minute: Some(60 - minus), second: None }))
}

/// Whether bare minutes may end here: nothing that would make them a count or a date. "đêm" counts nights, but behind
/// an hour and its minutes it is a part of the day.
fn ends_minute(rest: &str) -> bool {
    let goes_on = |mark: char| {
        rest.strip_prefix(mark).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    };
    at_word_end(rest)
        && !rest.starts_with(['/', '%'])
        && !['.', ',', '-'].into_iter().any(goes_on)
        && (!counts_something(rest) || dated(rest.trim_start()) || part(rest.trim_start()).is_ok())
}

/// `8 rưỡi` needs a part of day behind it to be a clock time: `8 rưỡi tối`.
pub(crate) fn half_past(i: &str) -> Found<'_, (Clock, Option<Part>)> {
    let hour = alt((small(1, 12), verify(map(number::worded, clip), |hour| *hour <= 12)));
    let (rest, (hour, _, (), _, part)) = (hour, space, phrase("rưỡi"), space, part).parse(i)?;
    let clock = Clock { hour: hour_of_day(hour, Some(part)), minute: Some(30), second: None };
    Ok((rest, (clock, Some(part))))
}

/// A number that no hour reaches stays out of bounds.
fn clip(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    fn at(hour: u8, minute: impl Into<Option<u8>>) -> Clock {
        Clock { hour, minute: minute.into(), second: None }
    }

    #[test]
    fn clocks() {
        for (text, remainder, want) in [
            ("19:05", "", (at(19, 5), None)),
            ("7h30, x", ", x", (at(7, 30), None)),
            ("17h05'", "", (at(17, 5), None)),
            ("0h ngày", " ngày", (at(0, None), None)),
            ("7 giờ 30 phút", "", (at(7, 30), None)),
            ("7 giờ 30 ngày 1/8", " ngày 1/8", (at(7, 30), None)),
            ("7 giờ kém 15", "", (at(6, 45), None)),
            ("13 giờ chiều", "", (at(13, None), Some(Part::Afternoon))),
            ("2 giờ chiều", "", (at(14, None), Some(Part::Afternoon))),
            ("12 giờ trưa", "", (at(12, None), Some(Part::Noon))),
            ("11 giờ đêm", "", (at(23, None), Some(Part::Night))),
            ("23 giờ 40 đêm 2/12", " 2/12", (at(23, 40), Some(Part::Night))),
            ("22 giờ 10 đêm qua", " qua", (at(22, 10), Some(Part::Night))),
            ("3 giờ 20 ngày công", " 20 ngày công", (at(3, None), None)),
            ("5:55 pm", "", (at(17, 55), None)),
            ("10:20 sa", "", (at(10, 20), None)),
            ("bảy giờ sáng", "", (at(7, None), Some(Part::Morning))),
        ] {
            assert_found(clock(text), remainder, want);
        }
        for text in ["25h", "7:3", "19:65", "1:2:3:4", "7 người", "5g", "24h30"] {
            assert!(clock(text).is_err(), "{text}");
        }
        assert_found(half_past("8 rưỡi tối"), "", (at(20, 30), Some(Part::Evening)));
        assert!(half_past("8 rưỡi").is_err());
    }

    #[test]
    fn parts_of_day() {
        assert_found(part("rạng sáng 31/7"), " 31/7", Part::Dawn);
        assert_found(part("buổi chiều"), "", Part::Afternoon);
        assert!(part("tốit").is_err());
    }
}
