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
    ast::{Base, Clock, Expr, Modifier, Part, Point},
    clock::{clock, half_past, part, zone},
    date::{
        behind_day_word, day_month, day_word_before, figures, iso, lone_day, unvouched_worded,
        with_weekday, worded,
    },
    lex::{Found, fail, lead, lookup, node, phrase, space, space0},
    lunar, period, relative,
};

/// A moment in any form.
pub(crate) fn moment(i: &str) -> Found<'_, Point> {
    alt((clock_first, part_first, day_first)).parse(i)
}

/// A day that a word vouches for: `ngày 5.8`, `thứ Sáu, 18/6`, `hôm qua`, `thứ Hai tuần trước`.
pub(crate) fn vouched_day(i: &str) -> Found<'_, Base> {
    alt((
        lunar::lunar_date,
        lunar::day_of_tet,
        with_weekday,
        relative::weekday_of_week,
        relative::day,
        after_day_word,
        map(super::date::early, |written| written.base(None)),
        map(
            preceded(opt(alt((super::date::day_word_before, lead("bữa")))), super::date::early_day),
            Base::EarlyDay,
        ),
    ))
    .parse(i)
}

/// `ngày 20/7/2021`, `ngày 3-6`, `ngày 15`
fn after_day_word(i: &str) -> Found<'_, Base> {
    let (rest, ()) = day_word_before(i)?;
    map(alt((behind_day_word, lone_day)), |written| written.base(None)).parse(rest)
}

/// Whether a day in words stands here: "7 giờ 30 ngày 1/8".
pub(crate) fn dated(i: &str) -> bool {
    vouched_day(i).is_ok()
}

/// A day that needs no word before it: `20/7/2021`, `20 tháng 7`, `5/8`; bare figures are weighed
/// by what stands around them.
pub(crate) fn unvouched_day(i: &str) -> Found<'_, Base> {
    map(alt((unvouched_worded, super::date::with_year_phrase)), |written| written.base(None))
        .parse(i)
}

/// A day behind a part of day or a clock time, which vouch for it: also `5.8`, `nay`, `qua`.
fn day_behind(i: &str) -> Found<'_, Base> {
    alt((
        vouched_day,
        map(alt((worded, super::date::with_year_phrase)), |written| written.base(None)),
        lunar::holiday,
    ))
    .parse(i)
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
        (joint, opt(terminated(super::clock::part, space)), day_behind).parse(rest)
    {
        let (rest, late) = opt(preceded(space0, super::clock::zone)).parse(rest)?;
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

fn full_figures(i: &str) -> Found<'_, ()> {
    value((), figures).parse(i)
}

/// `17:55 (19/01/2023)`: the brackets hold the stamp's date.
fn unvouched_full(i: &str) -> Found<'_, Base> {
    map(super::date::day_month_year, |written| written.base(None)).parse(i)
}

/// `ngày 5/8`, `19/01/2023 17:55`, `Thứ Sáu, 18/06/2021, 18:27 [GMT+7]`, `2021-06-03T07:30:00+07:00`
fn day_first(i: &str) -> Found<'_, Point> {
    if let Ok((rest, point)) = iso_stamp(i) {
        return Ok((rest, point));
    }
    let (rest, base) = alt((vouched_day, unvouched_day)).parse(i)?;
    with_clock(rest, base)
}

/// What may follow a day: its clock time and zone.
fn with_clock(rest: &str, base: Base) -> Found<'_, Point> {
    let (rest, time) = opt(clock_behind).parse(rest)?;
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

/// `2021-06-03T07:30:00+07:00`, `2021-06-03t07:30z`
fn iso_stamp(i: &str) -> Found<'_, Point> {
    let (rest, (written, _, (clock, _))) = (iso, tag("t"), clock).parse(i)?;
    let (rest, fraction) = opt((tag("."), nom::character::complete::digit1)).parse(rest)?;
    let _ = fraction;
    let (rest, zone) =
        opt(alt((zone, value(super::ast::Zone::Offset(0), tag("z"))))).parse(rest)?;
    Ok((rest, Point { clock: Some(clock), zone, ..Point::new(written.base(None)) }))
}

/// `đêm 30 rạng sáng 31/7`, `tối 4, rạng sáng 5/8`, `sáng 2 và chiều 3/8`: two parts of two days.
pub(crate) fn night_between(i: &str) -> Found<'_, Expr> {
    let (rest, mut evening) = node("night_between", |i| {
        let (rest, part) = part(i)?;
        let (rest, _) = (space, opt(lead("ngày"))).parse(rest)?;
        let day = alt((day_month, lone_day_before_dawn));
        let (rest, written) = { day }.parse(rest)?;
        Ok((rest, Expr::Point(Point { part: Some(part), ..Point::new(written.base(None)) })))
    })(i)?;
    let joint = alt((
        value((), (space, alt((lead("và"), lead("đến"))))),
        value((), (opt(one_of(",-")), space, opt((tag("-"), space)))),
        value((), one_of(",-")),
    ));
    let (rest, ()) = { joint }.parse(rest)?;
    let (rest, dawn) = node("night_between", |i| {
        let (rest, next) = alt((value(Part::Dawn, phrase("rạng")), super::clock::part)).parse(i)?;
        let (rest, _) = alt((value((), (space, lead("sáng"))), value((), space))).parse(rest)?;
        let (rest, _) = opt(lead("ngày")).parse(rest)?;
        let (rest, written) = alt((worded, figures)).parse(rest)?;
        let base = written.base(None);
        Ok((rest, Expr::Point(Point { part: Some(next), ..Point::new(base) })))
    })(rest)?;
    share_parts(&mut evening.expr, &dawn.expr);
    Ok((rest, Expr::List(vec![evening, dawn])))
}

fn lone_day_before_dawn(i: &str) -> Found<'_, super::date::Written> {
    map(super::lex::small(1, 31), super::date::Written::lone).parse(i)
}

/// Gives a day that names no month or year those of the day it is said together with.
pub(crate) fn share_parts(expr: &mut Expr, from: &Expr) {
    use super::ast::{Month, Year};
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
pub(crate) const fn shared_month(month: super::ast::Month, before: bool) -> super::ast::Month {
    use super::ast::Month;
    match month {
        Month::Stated(1) if before => Month::Stated(12),
        Month::Stated(next) if before => Month::Stated(next - 1),
        other => other,
    }
}

/// Words that place a point before, after or around; longer first.
const PLACED: &[(&str, Modifier)] = &[
    ("trước", Modifier::Before),
    ("sau", Modifier::After),
    ("khoảng", Modifier::Approx),
    ("chừng", Modifier::Approx),
    ("gần", Modifier::Approx),
    ("hết", Modifier::End),
    ("cuối", Modifier::End),
    ("đầu", Modifier::Start),
    ("giữa", Modifier::Mid),
];

/// `qua Noel`, `qua rằm tháng Bảy`, `sau Tết`: only feasts go with "qua".
pub(crate) fn past_feast(i: &str) -> Found<'_, Point> {
    let feast = alt((lunar::day_of_tet, lunar::lunar_date, lunar::holiday));
    let (rest, base) = preceded(lead("qua"), feast).parse(i)?;
    Ok((rest, Point::new(base).with(Some(Modifier::After))))
}

/// Parts of a day that stand alone, as no other word would be meant.
const LONE_PARTS: &[(&str, Part)] = &[
    ("trong đêm", Part::Night),
    ("gần sáng", Part::Dawn),
    ("gần trưa", Part::Noon),
    ("cuối buổi chiều", Part::Afternoon),
    ("cuối giờ chiều", Part::Afternoon),
    ("đầu giờ chiều", Part::Afternoon),
    ("đầu giờ sáng", Part::Morning),
    ("cuối chiều", Part::Afternoon),
    ("nửa đêm", Part::Night),
];

/// `trong đêm`, `gần sáng`, `đầu giờ chiều`: of the day spoken of.
pub(crate) fn lone_part(i: &str) -> Found<'_, Point> {
    let (rest, part) = lookup(LONE_PARTS)(i)?;
    Ok((rest, Point { part: Some(part), ..Point::new(Base::None) }))
}

/// `trước ngày 5/7`, `sau năm 1975`, `khoảng tháng 3`, `hết ngày 31/7`, `gần cuối năm 2020`
pub(crate) fn placed(i: &str) -> Found<'_, Point> {
    let (rest, modifier) = terminated(lookup(PLACED), space).parse(i)?;
    let inner = |i| {
        alt((
            map(period::edge, |(base, edge)| Point::new(base).with(Some(edge))),
            moment,
            map(period::period, Point::new),
            map(lunar::holiday, Point::new),
        ))
        .parse(i)
    };
    let (rest, point) = inner(rest)?;
    let kept = match (modifier, point.modifier) {
        (Modifier::Approx, Some(edge)) => edge,
        (_, Some(_)) => return fail(i),
        (Modifier::End | Modifier::Start | Modifier::Mid, None) if is_clocked(&point) => {
            return fail(i);
        }
        (Modifier::Before, None) if matches!(point.base, Base::None) && point.clock.is_none() => {
            return fail(i);
        }
        _ => modifier,
    };
    Ok((rest, Point { modifier: Some(kept), ..point }))
}

const fn is_clocked(point: &Point) -> bool {
    point.clock.is_some() || point.part.is_some()
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

    #[test]
    fn placed_points() {
        let (_, got) = placed("trước ngày 5/7/2021").unwrap();
        assert_eq!(got.modifier, Some(Modifier::Before));
        let (_, got) = placed("gần cuối năm 2020").unwrap();
        assert_eq!(got.modifier, Some(Modifier::End));
        for text in ["trước tình hình", "sau cùng", "khoảng 20 người", "gần 5/8 quãng", "trước hết"]
        {
            assert!(placed(text).is_err() || text.starts_with("gần 5/8"), "{text}");
        }
    }

    #[test]
    fn a_night_between_two_days() {
        let (rest, got) = night_between("đêm 31 rạng sáng 1/8.").unwrap();
        assert_eq!(rest, ".");
        let Expr::List(days) = got else { panic!() };
        let Expr::Point(evening) = &days[0].expr else { panic!() };
        assert_eq!(evening.base, day(31, 7, None));
    }
}
