//! Repeated times.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, map_opt, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Expr, Length, Month, On, Set, Unit, Year},
    clock,
    figures::figures,
    length::{length, unit},
    lex::{Found, dash, fail, lead, list_mark, lookup, phrase, small, space, space0},
    month::month_phrase,
    number::cardinal,
    season::SEASONS,
    weekday::weekday,
};

/// `hằng tháng`, `mỗi tuần`, `thứ Hai hằng tuần`, `ngày 20 hằng tháng`, `2 lần/tuần`, `định kỳ 3 tháng`
pub(crate) fn set(i: &str) -> Found<'_, Expr> {
    alt((
        weekday_run,
        weekday_set,
        yearly_day,
        yearly_month,
        monthly_day,
        frequency,
        times_a_day,
        rhythm,
        every_so_often,
        part_set,
        daily_clock,
        plain_set,
        yearly,
    ))
    .parse(i)
}

/// Words that make a unit repeat.
fn every(i: &str) -> Found<'_, ()> {
    alt((lead("hằng"), lead("hàng"), lead("mỗi"), lead("từng"))).parse(i)
}

/// One unit.
const fn one(unit: Unit) -> Length {
    Length { halves: Some(2), unit }
}

/// `hằng ngày`, `mỗi năm`; a count behind "mỗi" is no set: "mỗi ngày 5 người" is, "từng năm" is not.
fn plain_set(i: &str) -> Found<'_, Expr> {
    let (rest, ()) = every(i)?;
    let number = terminated(verify(cardinal, |n| *n > 1), space);
    let counted = map((number, unit), |(number, unit)| (Some(number), unit));
    let (rest, (number, unit)) = alt((counted, map(unit, |unit| (None, unit)))).parse(rest)?;
    let (rest, once) = opt((space, alt((phrase("một lần"), phrase("1 lần"))))).parse(rest)?;
    if unit == Unit::Day && phrase("càng")(rest.trim_start()).is_ok() {
        return fail(i);
    }
    let period = Length { halves: Some(number.unwrap_or(1) * 2), unit };
    let times = once.map(|_| 1);
    Ok((rest, Expr::Set(Set { period, times, on: None })))
}

/// `mỗi sáng`, `hằng đêm`
fn part_set(i: &str) -> Found<'_, Expr> {
    let (rest, part) = preceded(every, clock::part).parse(i)?;
    Ok((rest, Expr::Set(Set { period: one(Unit::Day), times: None, on: Some(On::Part(part)) })))
}

/// `16 giờ hằng ngày`, `7h30 mỗi ngày`
fn daily_clock(i: &str) -> Found<'_, Expr> {
    let (rest, (clock, _)) = clock::clock(i)?;
    let (rest, _) = (space, every, phrase("ngày")).parse(rest)?;
    let on = Some(On::Clock(clock));
    Ok((rest, Expr::Set(Set { period: one(Unit::Day), times: None, on })))
}

/// `thứ Hai đến thứ Sáu hằng tuần`, `thứ Ba, thứ Sáu hằng tuần`: several days of each week.
fn weekday_run(i: &str) -> Found<'_, Expr> {
    let joint = |i| {
        alt((value((), (space, alt((phrase("đến"), phrase("tới"))), space)), dash, list_mark))
            .parse(i)
    };
    let (mut rest, _) = weekday(i)?;
    let mut more = false;
    while let Ok((next, _)) = preceded(joint, weekday).parse(rest) {
        (rest, more) = (next, true);
    }
    let (rest, _) = (space, every, phrase("tuần")).parse(rest)?;
    let set = Set { period: one(Unit::Week), times: None, on: None };
    if more { Ok((rest, Expr::Set(set))) } else { fail(i) }
}

/// `thứ Hai hằng tuần`, `Chủ nhật mỗi tuần`, `mỗi thứ Bảy`, `thứ Năm hằng tuần`
fn weekday_set(i: &str) -> Found<'_, Expr> {
    let weekly = (space, every, phrase("tuần"));
    let before = preceded(alt((lead("mỗi"), lead("hằng"), lead("hàng"))), weekday);
    let (rest, part) = opt(terminated(clock::part, space)).parse(i)?;
    let (rest, day) = alt((before, terminated(weekday, weekly))).parse(rest)?;
    let (rest, _) = opt((space, every, phrase("tuần"))).parse(rest)?;
    let on = Some(On::Weekday(day, part));
    Ok((rest, Expr::Set(Set { period: one(Unit::Week), times: None, on })))
}

/// `ngày 20 hằng tháng`, `ngày 15 mỗi tháng`
fn monthly_day(i: &str) -> Found<'_, Expr> {
    let monthly = (space, every, phrase("tháng"));
    let (rest, day) = (terminated(preceded(lead("ngày"), small(1, 31)), monthly)).parse(i)?;
    Ok((
        rest,
        Expr::Set(Set { period: one(Unit::Month), times: None, on: Some(On::DayOfMonth(day)) }),
    ))
}

/// `ngày 10/3 hằng năm`, `ngày 5 tháng 9 hằng năm`
fn yearly_day(i: &str) -> Found<'_, Expr> {
    let (rest, _) = opt(lead("ngày")).parse(i)?;
    let worded = (small(1, 31), space, month_phrase);
    let day = alt((
        map(figures, |written| (written.day, written.month, written.year)),
        map(worded, |(day, _, month)| (day, month, Year::Absent)),
    ));
    let (rest, (day, month, year)) = { day }.parse(rest)?;
    let (rest, _) = (space, every, phrase("năm")).parse(rest)?;
    match (month, year) {
        (Month::Stated(month), Year::Absent) => {
            let on = Some(On::DayOfYear { month, day });
            Ok((rest, Expr::Set(Set { period: one(Unit::Year), times: None, on })))
        }
        _ => fail(i),
    }
}

/// `tháng 9 hằng năm`, `mùa mưa hằng năm`
fn yearly_month(i: &str) -> Found<'_, Expr> {
    let month = map_opt(month_phrase, |month| match month {
        Month::Stated(month) => Some(On::Month(month)),
        _ => None,
    });
    let (rest, on) = alt((month, map(lookup(SEASONS), On::Season))).parse(i)?;
    let (rest, _) = (space, every, phrase("năm")).parse(rest)?;
    Ok((rest, Expr::Set(Set { period: one(Unit::Year), times: None, on: Some(on) })))
}

/// `/`, with spaces around it or not.
fn slash(i: &str) -> Found<'_, ()> {
    value((), (space0, tag("/"), space0)).parse(i)
}

/// `2 lần/tuần`, `hai lần mỗi ngày`, `3 lần một tuần`, `3 tháng/lần`, `6 tháng một lần`
fn frequency(i: &str) -> Found<'_, Expr> {
    let per = alt((slash, value((), (space, alt((lead("mỗi"), lead("một"), lead("trong một")))))));
    if let Ok((rest, (times, _, (), (), unit))) =
        (cardinal, space, phrase("lần"), per, unit).parse(i)
    {
        return Ok((rest, Expr::Set(Set { period: one(unit), times: Some(times), on: None })));
    }
    let once = alt((
        slash,
        value((), (space, phrase("một"), space)),
        value((), (space, phrase("1"), space)),
    ));
    let turn = alt((phrase("lần"), phrase("chuyến"), phrase("lượt")));
    let (rest, (period, (), ())) = (length, once, turn).parse(i)?;
    Ok((rest, Expr::Set(Set { period, times: None, on: None })))
}

/// `ngày hai lần`, `ngày hai chuyến`, `tuần ba buổi`
fn times_a_day(i: &str) -> Found<'_, Expr> {
    let per = alt((value(Unit::Day, phrase("ngày")), value(Unit::Week, phrase("tuần"))));
    let turn =
        alt((phrase("lần"), phrase("chuyến"), phrase("lượt"), phrase("buổi"), phrase("bữa")));
    let (rest, (unit, _, times, _, ())) = (per, space, cardinal, space, turn).parse(i)?;
    Ok((rest, Expr::Set(Set { period: one(unit), times: Some(times), on: None })))
}

/// `cứ 2 tuần`, `cứ 5 năm một lần`
fn every_so_often(i: &str) -> Found<'_, Expr> {
    let (rest, period) = preceded(lead("cứ"), length).parse(i)?;
    let (rest, _) = opt((space, alt((phrase("một lần"), phrase("1 lần"))))).parse(rest)?;
    Ok((rest, Expr::Set(Set { period, times: None, on: None })))
}

/// `thường niên`
fn yearly(i: &str) -> Found<'_, Expr> {
    let set = Set { period: one(Unit::Year), times: None, on: None };
    value(Expr::Set(set), phrase("thường niên")).parse(i)
}

/// `định kỳ 3 tháng`, `định kỳ hằng tháng`
fn rhythm(i: &str) -> Found<'_, Expr> {
    let (rest, _) = alt((lead("định kỳ"), lead("định kì"))).parse(i)?;
    let counted = map(length, |period| Expr::Set(Set { period, times: None, on: None }));
    alt((frequency, plain_set, counted)).parse(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn sets() {
        let every = |unit, on| Expr::Set(Set { period: one(unit), times: None, on });
        assert_found(set("hằng tháng"), "", every(Unit::Month, None));
        assert_found(set("mỗi tuần"), "", every(Unit::Week, None));
        assert_found(set("thứ hai hằng tuần"), "", every(Unit::Week, Some(On::Weekday(1, None))));
        assert_found(set("ngày 20 hằng tháng"), "", every(Unit::Month, Some(On::DayOfMonth(20))));
        assert_found(
            set("2 lần/tuần"),
            "",
            Expr::Set(Set { period: one(Unit::Week), times: Some(2), on: None }),
        );
        for text in ["hàng hóa", "hàng không", "mỗi người", "hàng ngàn", "hàng ngày càng"]
        {
            assert!(set(text).is_err(), "{text}");
        }
    }
}
