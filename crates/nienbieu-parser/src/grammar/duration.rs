//! Lengths of time, ages and repeated times.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Duration, Expr, Length, Modifier, Node, On, Set, Unit},
    clock,
    date::{figures, month_phrase, weekday},
    lex::{Found, at_word_end, dash, eow, fail, lead, lookup, node, phrase, small, space, space0},
    number::{cardinal, halves},
};

/// Units of time as they are counted; longer first.
const UNITS: &[(&str, Unit)] = &[
    ("giây đồng hồ", Unit::Second),
    ("giây", Unit::Second),
    ("phút", Unit::Minute),
    ("tiếng đồng hồ", Unit::Hour),
    ("giờ đồng hồ", Unit::Hour),
    ("tiếng", Unit::Hour),
    ("giờ", Unit::Hour),
    ("ngày đêm", Unit::Day),
    ("ngày", Unit::Day),
    ("hôm", Unit::Day),
    ("đêm", Unit::Night),
    ("tuần lễ", Unit::Week),
    ("tuần", Unit::Week),
    ("tháng", Unit::Month),
    ("quý", Unit::Quarter),
    ("thập kỷ", Unit::Decade),
    ("thập niên", Unit::Decade),
    ("thế kỷ", Unit::Century),
    ("năm", Unit::Year),
];

fn unit(i: &str) -> Found<'_, Unit> {
    lookup(UNITS)(i)
}

/// `15 ngày`, `hai tuần rưỡi`, `nửa tháng`, `một năm rưỡi`, `1,5 năm`, `48h`
pub(crate) fn length(i: &str) -> Found<'_, Length> {
    alt((half, counted, hours)).parse(i)
}

/// `nửa tháng`, `nửa năm`
fn half(i: &str) -> Found<'_, Length> {
    let (rest, unit) = preceded(lead("nửa"), unit).parse(i)?;
    Ok((rest, Length { halves: Some(1), unit }))
}

fn counted(i: &str) -> Found<'_, Length> {
    let (rest, (number, _, unit)) = (halves, space0, unit).parse(i)?;
    // "năm học sinh" are five pupils, "2 tháng Ba": the unit must not open another word or date.
    if unit == Unit::Year && phrase("học")(rest.trim_start()).is_ok() {
        return fail(i);
    }
    let (rest, plus) = opt(preceded(space, phrase("rưỡi"))).parse(rest)?;
    let (rest, _) = opt(preceded(space, phrase("trời"))).parse(rest)?;
    Ok((rest, Length { halves: Some(number + u32::from(plus.is_some())), unit }))
}

/// `48h`
fn hours(i: &str) -> Found<'_, Length> {
    let (rest, (number, _, ())) = (cardinal, tag("h"), eow).parse(i)?;
    Ok((rest, Length { halves: Some(number * 2), unit: Unit::Hour }))
}

/// `vài ngày`, `nhiều năm`, `mấy tuần`, `những năm`
pub(crate) fn vague_length(i: &str) -> Found<'_, Length> {
    let (rest, _) =
        alt((lead("vài"), lead("mấy"), lead("nhiều"), lead("những"), lead("các"), lead("ít")))
            .parse(i)?;
    map(unit, |unit| Length { halves: None, unit }).parse(rest)
}

/// Words before a length of time that bound it; longer first.
const BOUNDS: &[(&str, Modifier)] = &[
    ("ít nhất là", Modifier::EqualOrMore),
    ("ít nhất", Modifier::EqualOrMore),
    ("tối thiểu", Modifier::EqualOrMore),
    ("không quá", Modifier::EqualOrLess),
    ("nhiều nhất", Modifier::EqualOrLess),
    ("tối đa", Modifier::EqualOrLess),
    ("dưới", Modifier::LessThan),
    ("chưa đầy", Modifier::LessThan),
    ("chưa đến", Modifier::LessThan),
    ("trên", Modifier::MoreThan),
    ("hơn", Modifier::MoreThan),
    ("khoảng", Modifier::Approx),
    ("chừng", Modifier::Approx),
    ("gần", Modifier::Approx),
];

/// `khoảng 15 ngày`, `5-7 ngày`, `từ 5 đến 7 ngày`, `hơn hai tuần`
pub(crate) fn duration(i: &str) -> Found<'_, Expr> {
    let (rest, bound) = opt(terminated(lookup(BOUNDS), space)).parse(i)?;
    let (rest, (low, max)) =
        alt((length_range, map(length, |length| (length, None)))).parse(rest)?;
    let finer_part = |unit| preceded((opt(tag(",")), space), finer(unit));
    let (rest, first) = match max {
        None => opt(finer_part(low.unit)).parse(rest)?,
        Some(_) => (rest, None),
    };
    let (rest, second) = match first {
        Some(first) => opt(finer_part(first.unit)).parse(rest)?,
        None => (rest, None),
    };
    let more = [first, second];
    if !is_length(second.or(first).unwrap_or(low), rest) {
        return fail(i);
    }
    let (rest, after) = opt(preceded(space, trailing_bound)).parse(rest)?;
    Ok((rest, Expr::Duration(Duration { length: low, more, max, modifier: after.or(bound) })))
}

/// A length said in one unit.
const NO_MORE: [Option<Length>; 2] = [None, None];

/// The finer part of a length: ` 6 tháng` behind years, ` 31 phút` behind hours.
fn finer<'a>(unit: Unit) -> impl Fn(&'a str) -> Found<'a, Length> {
    move |i| {
        let below = |more: &Length| {
            matches!(
                (unit, more.unit),
                (Unit::Year, Unit::Month)
                    | (Unit::Month, Unit::Day)
                    | (Unit::Hour, Unit::Minute)
                    | (Unit::Minute, Unit::Second)
            )
        };
        verify(counted, below).parse(i)
    }
}

/// `vài ngày`, `nhiều năm`, `hàng chục năm`: a length with no number.
pub(crate) fn unmeasured(i: &str) -> Found<'_, Expr> {
    let many = alt((
        lead("hàng chục"),
        lead("hàng trăm"),
        lead("vài"),
        lead("mấy"),
        lead("nhiều"),
        lead("dăm"),
    ));
    let (rest, ()) = { many }.parse(i)?;
    let (rest, unit) = unit(rest)?;
    if !at_word_end(rest) || unit == Unit::Year && phrase("học")(rest.trim_start()).is_ok() {
        return fail(i);
    }
    let length = Length { halves: None, unit };
    Ok((rest, Expr::Duration(Duration { length, more: NO_MORE, max: None, modifier: None })))
}

/// `trở lên`, `trở xuống`
fn trailing_bound(i: &str) -> Found<'_, Modifier> {
    lookup(&[("trở lên", Modifier::EqualOrMore), ("trở xuống", Modifier::EqualOrLess)])(i)
}

/// `5-7 ngày`, `từ 5 đến 7 ngày`, `3 đến 6 tháng`
fn length_range(i: &str) -> Found<'_, (Length, Option<Length>)> {
    let (rest, _) = opt(lead("từ")).parse(i)?;
    let joint = alt((dash, value((), (space, alt((phrase("đến"), phrase("tới"))), space))));
    let (rest, (low, (), high)) = (halves, joint, length).parse(rest)?;
    let low = Length { halves: Some(low), unit: high.unit };
    if low.halves < high.halves { Ok((rest, (low, Some(high)))) } else { fail(i) }
}

/// Whether what follows leaves it a length of time: "6 tháng 7" is a date, "năm tháng" an idiom.
fn is_length(length: Length, rest: &str) -> bool {
    let next = rest.trim_start();
    let spaced = next.len() < rest.len();
    match length.unit {
        Unit::Month => !(spaced && next.starts_with(|c: char| c.is_ascii_digit())),
        // "số 5 ngày 12/1": the day belongs to the date behind it.
        Unit::Day if spaced => {
            phrase("càng")(next).is_err() && !next.starts_with(|c: char| c.is_ascii_digit())
        }
        Unit::Year => !(spaced && next.starts_with(|c: char| c.is_ascii_digit())),
        _ => true,
    }
}

/// Words behind an age's number.
fn years_old(i: &str) -> Found<'_, Unit> {
    alt((
        value(Unit::Month, phrase("tháng tuổi")),
        value(Unit::Day, phrase("ngày tuổi")),
        value(Unit::Week, phrase("tuần tuổi")),
        value(Unit::Year, phrase("năm tuổi")),
        value(Unit::Year, phrase("tuổi")),
    ))
    .parse(i)
}

/// Words before an age.
const AGE_BOUNDS: &[(&str, Modifier)] = &[
    ("dưới", Modifier::LessThan),
    ("trên", Modifier::MoreThan),
    ("hơn", Modifier::MoreThan),
    ("quá", Modifier::MoreThan),
    ("không quá", Modifier::EqualOrLess),
    ("tối đa", Modifier::EqualOrLess),
    ("chưa đầy", Modifier::LessThan),
    ("chưa đủ", Modifier::LessThan),
    ("chưa đến", Modifier::LessThan),
    ("từ đủ", Modifier::EqualOrMore),
    ("từ", Modifier::EqualOrMore),
    ("đủ", Modifier::EqualOrMore),
    ("khoảng", Modifier::Approx),
    ("gần", Modifier::Approx),
];

/// `18 tuổi`, `12-17 tuổi`, `6 tháng tuổi`, `dưới 5 tuổi`, `từ 18 tuổi trở lên`: what bounds an age
/// stays outside of its words.
pub(crate) fn age(i: &str) -> Found<'_, Expr> {
    let (rest, node) = age_node(i)?;
    Ok((rest, Expr::List(vec![node])))
}

fn age_node(i: &str) -> Found<'_, Node> {
    let (rest, bound) = opt(terminated(lookup(AGE_BOUNDS), space)).parse(i)?;
    let (rest, mut age) = node("age", |i| {
        let (rest, low) = halves(i)?;
        let (rest, high) = opt(preceded(dash, halves)).parse(rest)?;
        let (rest, unit) = preceded(space, years_old).parse(rest)?;
        let length = |halves| Length { halves: Some(halves), unit };
        let max = high.map(length);
        Ok((rest, Expr::Age(Duration { length: length(low), more: NO_MORE, max, modifier: None })))
    })(rest)?;
    let (rest, after) = opt(preceded(space, trailing_bound)).parse(rest)?;
    if let Expr::Age(duration) = &mut age.expr {
        duration.modifier = after.or(bound);
    }
    Ok((rest, age))
}

/// `từ 6 tháng đến dưới 5 tuổi`, `từ 12 đến 17 tuổi`, `từ đủ 12 đến dưới 18 tuổi`: two ages.
pub(crate) fn age_range(i: &str) -> Found<'_, Expr> {
    let (rest, _) = alt((lead("từ đủ"), lead("từ"))).parse(i)?;
    let (rest, low) = node("age_range", |i| {
        let (rest, low) = halves(i)?;
        let (rest, unit) = opt(preceded(space, alt((years_old, unit)))).parse(rest)?;
        let length = Length { halves: Some(low), unit: unit.unwrap_or(Unit::Year) };
        let modifier = Some(Modifier::EqualOrMore);
        Ok((rest, Expr::Age(Duration { length, more: NO_MORE, max: None, modifier })))
    })(rest)?;
    let (rest, _) =
        (space, alt((phrase("đến"), phrase("tới"), phrase("cho đến"))), space).parse(rest)?;
    let (rest, high) = age_node(rest)?;
    Ok((rest, Expr::List(vec![spread_unit(low, &high), with_default_bound(high)])))
}

/// "từ 6 đến 11 tháng tuổi": the lower end has the upper end's unit where it names none.
fn spread_unit(low: Node, high: &Node) -> Node {
    match (&low.expr, &high.expr) {
        (Expr::Age(a), Expr::Age(b)) if a.length.unit == Unit::Year => Node {
            expr: Expr::Age(Duration { length: Length { unit: b.length.unit, ..a.length }, ..*a }),
            ..low
        },
        _ => low,
    }
}

fn with_default_bound(high: Node) -> Node {
    match high.expr {
        Expr::Age(age) if age.modifier.is_none() => Node {
            expr: Expr::Age(Duration { modifier: Some(Modifier::EqualOrLess), ..age }),
            ..high
        },
        _ => high,
    }
}

/// Words that make a unit repeat.
fn every(i: &str) -> Found<'_, ()> {
    alt((lead("hằng"), lead("hàng"), lead("mỗi"), lead("từng"))).parse(i)
}

const fn one(unit: Unit) -> Length {
    Length { halves: Some(2), unit }
}

/// `hằng tháng`, `mỗi tuần`, `thứ Hai hằng tuần`, `ngày 20 hằng tháng`, `2 lần/tuần`, `định kỳ 3 tháng`
pub(crate) fn set(i: &str) -> Found<'_, Expr> {
    alt((
        weekday_set,
        yearly_day,
        monthly_day,
        frequency,
        times_a_day,
        rhythm,
        every_so_often,
        part_set,
        plain_set,
        yearly,
    ))
    .parse(i)
}

/// `hằng ngày`, `mỗi năm`; a count behind "mỗi" is no set: "mỗi ngày 5 người" is, "từng năm" is not.
fn plain_set(i: &str) -> Found<'_, Expr> {
    let (rest, ()) = every(i)?;
    let number = terminated(verify(cardinal, |n| *n > 1), space);
    let counted = map((number, unit), |(number, unit)| (Some(number), unit));
    let (rest, (number, unit)) = alt((counted, map(unit, |unit| (None, unit)))).parse(rest)?;
    let (rest, _) = opt((space, alt((phrase("một lần"), phrase("1 lần"))))).parse(rest)?;
    if unit == Unit::Day && phrase("càng")(rest.trim_start()).is_ok() || !at_word_end(rest) {
        return fail(i);
    }
    let period = Length { halves: Some(number.unwrap_or(1) * 2), unit };
    Ok((rest, Expr::Set(Set { period, times: None, on: None })))
}

/// `mỗi sáng`, `hằng đêm`
fn part_set(i: &str) -> Found<'_, Expr> {
    let (rest, part) = preceded(every, clock::part).parse(i)?;
    Ok((rest, Expr::Set(Set { period: one(Unit::Day), times: None, on: Some(On::Part(part)) })))
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
        map(worded, |(day, _, month)| (day, month, super::ast::Year::Absent)),
    ));
    let (rest, (day, month, year)) = { day }.parse(rest)?;
    let (rest, _) = (space, every, phrase("năm")).parse(rest)?;
    match (month, year) {
        (super::ast::Month::Stated(month), super::ast::Year::Absent) => {
            let on = Some(On::DayOfYear { month, day });
            Ok((rest, Expr::Set(Set { period: one(Unit::Year), times: None, on })))
        }
        _ => fail(i),
    }
}

/// `2 lần/tuần`, `hai lần mỗi ngày`, `3 lần một tuần`, `3 tháng/lần`, `6 tháng một lần`
fn frequency(i: &str) -> Found<'_, Expr> {
    let slash = value((), (space0, tag("/"), space0));
    let per = alt((slash, value((), (space, alt((lead("mỗi"), lead("một"), lead("trong một")))))));
    if let Ok((rest, (times, _, (), (), unit))) =
        (cardinal, space, phrase("lần"), per, unit).parse(i)
    {
        return Ok((rest, Expr::Set(Set { period: one(unit), times: Some(times), on: None })));
    }
    let slash = value((), (space0, tag("/"), space0));
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

    const fn lasting(halves: u32, unit: Unit) -> Expr {
        Expr::Duration(Duration {
            length: Length { halves: Some(halves), unit },
            more: NO_MORE,
            max: None,
            modifier: None,
        })
    }

    #[test]
    fn durations() {
        assert_found(duration("15 ngày theo"), " theo", lasting(30, Unit::Day));
        assert_found(duration("mười lăm ngày"), "", lasting(30, Unit::Day));
        assert_found(duration("hai tuần rưỡi"), "", lasting(5, Unit::Week));
        assert_found(duration("nửa tháng"), "", lasting(1, Unit::Month));
        assert_found(duration("một năm rưỡi"), "", lasting(3, Unit::Year));
        assert_found(
            duration("5-7 ngày"),
            "",
            Expr::Duration(Duration {
                length: Length { halves: Some(10), unit: Unit::Day },
                more: NO_MORE,
                max: Some(Length { halves: Some(14), unit: Unit::Day }),
                modifier: None,
            }),
        );
        for text in ["năm học sinh", "20 tháng 7", "15 người", "1.200 ngày", "một ngày càng"]
        {
            assert!(duration(text).is_err(), "{text}");
        }
    }

    #[test]
    fn ages() {
        let aged = |halves, unit, modifier| {
            Expr::Age(Duration {
                length: Length { halves: Some(halves), unit },
                more: NO_MORE,
                max: None,
                modifier,
            })
        };
        let one = |text| match age(text) {
            Ok((rest, Expr::List(nodes))) => (rest, nodes.into_iter().next().unwrap().expr),
            other => panic!("{other:?}"),
        };
        assert_eq!(one("18 tuổi"), ("", aged(36, Unit::Year, None)));
        assert_eq!(
            one("từ 18 tuổi trở lên"),
            ("", aged(36, Unit::Year, Some(Modifier::EqualOrMore)))
        );
        assert_eq!(one("6 tháng tuổi"), ("", aged(12, Unit::Month, None)));
        assert!(age("tuổi").is_err());
        let (rest, range) = age_range("từ 6 tháng đến dưới 5 tuổi;").unwrap();
        assert_eq!(rest, ";");
        let Expr::List(ends) = range else { panic!() };
        assert_eq!(ends[0].expr, aged(12, Unit::Month, Some(Modifier::EqualOrMore)));
        assert_eq!(ends[1].expr, aged(10, Unit::Year, Some(Modifier::LessThan)));
    }

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
