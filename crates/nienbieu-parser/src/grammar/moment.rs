//! Moments: a day with its weekday, part of day, clock time and zone, in whatever order they come.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, peek, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Clock, Part, Point, Year, Zone},
    clock::{self, clock, half_past, part},
    date::{day_behind, unvouched_day, vouched_day},
    figures::{day_month_year, figures, iso},
    lex::{Found, eow, fail, lead, small, space, space0},
    relative,
    zone::{self, zone},
};

/// A moment in any form.
pub(crate) fn moment(i: &str) -> Found<'_, Point> {
    alt((clock_first, part_first, day_first)).parse(i)
}

/// `sáng 5/8`, `chiều ngày 3-8`, `tối qua`, `sáng thứ Hai`, `đêm 30 Tết`, `sáng nay`
fn part_first(i: &str) -> Found<'_, Point> {
    let (rest, part) = part(i)?;
    let (rest, _) = opt(alt((preceded(space, tag("muộn")), tag(",")))).parse(rest)?;
    let behind = alt((relative::after_part, day_behind));
    if let Ok((rest, base)) = preceded(space, behind).parse(rest) {
        let (rest, time) = opt(clock_behind).parse(rest)?;
        return Ok((
            rest,
            Point { part: Some(part), clock: time.map(|(c, _)| c), ..Point::new(base) },
        ));
    }
    fail(i)
}

/// `18h30 ngày 1/8`, `7 giờ sáng nay`, `17:55, 19/01/2023`, `22h cùng ngày`, `8 rưỡi tối qua`
fn clock_first(i: &str) -> Found<'_, Point> {
    let (rest, (clock, part)) = alt((half_past, clock)).parse(i)?;
    let (rest, zone) = opt(preceded(space0, zone)).parse(rest)?;
    let point = |base| Point { clock: Some(clock), part, zone, ..Point::new(base) };
    if part.is_some()
        && let Ok((rest, base)) = preceded(space, relative::after_part).parse(rest)
    {
        return Ok((rest, point(base)));
    }
    let joint = alt((
        value((), (space0, one_of("|-•"), space0)),
        value((), (space, opt(alt((lead("của"), lead("trong")))))),
        value((), (tag(","), space0, peek(alt((value((), dated_day), value((), full_figures)))))),
    ));
    if let Ok((rest, ((), second, base))) =
        (joint, opt(terminated(clock::part, space)), day_behind).parse(rest)
    {
        let (rest, late) = opt(preceded(space0, zone::zone)).parse(rest)?;
        let zone = zone.or(late);
        return Ok((rest, Point { zone, part: part.or(second), ..point(base) }));
    }
    let bracketed = (space0, tag("("), unvouched_full, tag(")"));
    if let Ok((rest, (_, _, base, _))) = { bracketed }.parse(rest) {
        return Ok((rest, point(base)));
    }
    if clock.minute.is_some() || part.is_some() {
        return Ok((rest, point(Base::None)));
    }
    fail(i)
}

/// A day with its month: what may follow a clock time behind a comma.
fn dated_day(i: &str) -> Found<'_, ()> {
    match vouched_day(i)? {
        (rest, Base::Day { .. }) => Ok((rest, ())),
        _ => fail(i),
    }
}

/// `5/8`, `19/01/2023`: figures that a comma may part from their clock time.
fn full_figures(i: &str) -> Found<'_, ()> {
    value((), figures).parse(i)
}

/// `17:55 (19/01/2023)`: the brackets hold the stamp's date.
fn unvouched_full(i: &str) -> Found<'_, Base> {
    map(day_month_year, |written| written.base(None)).parse(i)
}

/// `ngày 5/8`, `19/01/2023 17:55`, `Thứ Sáu, 18/06/2021, 18:27 [GMT+7]`, `2021-06-03T07:30:00+07:00`
fn day_first(i: &str) -> Found<'_, Point> {
    if let Ok((rest, point)) = iso_stamp(i) {
        return Ok((rest, point));
    }
    let (rest, base) = alt((vouched_day, unvouched_day)).parse(i)?;
    with_clock(rest, base)
}

/// What may follow a day: its clock time and zone, or "buổi chiều".
fn with_clock(rest: &str, base: Base) -> Found<'_, Point> {
    let full = matches!(base, Base::Day { year: Year::Stated(_), .. });
    let (rest, time) = match opt(clock_behind).parse(rest)? {
        (rest, None) if full => opt(map(short_minutes, |clock| (clock, None))).parse(rest)?,
        found => found,
    };
    if time.is_none()
        && let Ok((rest, part)) = preceded((space, peek(lead("buổi"))), part).parse(rest)
    {
        return Ok((rest, Point { part: Some(part), ..Point::new(base) }));
    }
    let (rest, zone) = match time {
        Some(_) => opt(preceded(space0, zone)).parse(rest)?,
        None => (rest, None),
    };
    let (clock, part) = time.unzip();
    Ok((rest, Point { clock, part: part.flatten(), zone, ..Point::new(base) }))
}

/// ` 17:55`, `, 17h55`, ` | 08:15`, ` lúc 7 giờ`, ` vào lúc 18h`. A comma before "lúc" parts two times.
fn clock_behind(i: &str) -> Found<'_, (Clock, Option<Part>)> {
    let said = (space, alt((lead("vào lúc"), lead("lúc"), lead("vào"))));
    if let Ok((rest, time)) = preceded(said, alt((half_past, clock))).parse(i) {
        return Ok((rest, time));
    }
    let joint = alt((value((), (space0, one_of("|-,•"), space0)), value((), space)));
    let (rest, (clock, part)) = preceded(joint, clock).parse(i)?;
    if clock.minute.is_some() || part.is_some() { Ok((rest, (clock, part))) } else { fail(i) }
}

/// ` 15:2` behind a full date at the line's end: minutes that a page printed without their nought.
fn short_minutes(i: &str) -> Found<'_, Clock> {
    let joint = (space0, opt(one_of("|-,•")), space0);
    let (rest, (_, hour, _, minute, ())) =
        (joint, small(0, 23), tag(":"), small(0, 9), eow).parse(i)?;
    let ends = rest.trim_start().is_empty() || rest.trim_start().starts_with(['(', '[', '|']);
    if ends { Ok((rest, Clock { hour, minute: Some(minute), second: None })) } else { fail(i) }
}

/// `2021-06-03T07:30:00+07:00`, `2021-06-03t07:30z`
fn iso_stamp(i: &str) -> Found<'_, Point> {
    let (rest, (written, _, (clock, _))) = (iso, tag("t"), clock).parse(i)?;
    let (rest, fraction) = opt((tag("."), nom::character::complete::digit1)).parse(rest)?;
    let _ = fraction;
    let (rest, zone) = opt(alt((zone, value(Zone::Offset(0), tag("z"))))).parse(rest)?;
    Ok((rest, Point { clock: Some(clock), zone, ..Point::new(written.base(None)) }))
}

/// `lúc 7 giờ`, `vào 18h`: a bare hour that a word vouches for.
pub(crate) fn bare_clock(i: &str) -> Found<'_, Point> {
    let (rest, (clock, part)) = alt((half_past, clock)).parse(i)?;
    Ok((rest, Point { clock: Some(clock), part, ..Point::new(Base::None) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::day;

    #[test]
    fn any_order() {
        let (rest, got) = moment("thứ sáu, 18/06/2021, 18:27 [gmt+7] x").unwrap();
        assert_eq!(rest, " x");
        assert_eq!(got.clock.map(|c| (c.hour, c.minute)), Some((18, Some(27))));
        assert!(got.zone.is_some());

        let (rest, got) = moment("18h30 ngày 1/8,").unwrap();
        assert_eq!((rest, &got.base), (",", &day(1, 8, None)));

        let (_, got) = moment("sáng 5.8, ban").unwrap();
        assert_eq!((got.part, &got.base), (Some(Part::Morning), &day(5, 8, None)));

        let (_, got) = moment("8 rưỡi tối qua").unwrap();
        assert_eq!((got.clock.map(|c| c.hour), &got.base), (Some(20), &Base::Deictic(-1)));

        let (rest, got) = moment("2021-06-03t07:30:00+07:00").unwrap();
        assert_eq!((rest, got.clock.and_then(|c| c.second)), ("", Some(0)));

        let (rest, got) = moment("thứ tư, 18/3/2026 15:2").unwrap();
        assert_eq!((rest, got.clock.and_then(|c| c.minute)), ("", Some(2)));
        let (rest, _) = moment("ngày 18/3/2026 15:2 nghiêng về đội khách").unwrap();
        assert_eq!(rest, " 15:2 nghiêng về đội khách");

        let (_, got) = moment("17:55 | 19/01/2023").unwrap();
        assert_eq!(got.base, day(19, 1, 2023));
    }

    #[test]
    fn bare_words_are_no_moment() {
        for text in ["sáng kiến", "tối đa", "chiều dài 5", "đêm", "7 giờ", "sáng tạo 5.8", "trưa"]
        {
            assert!(moment(text).is_err(), "{text}");
        }
    }
}
