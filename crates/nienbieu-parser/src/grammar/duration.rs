//! How long something lasts: lengths with their bounds, ranges and finer parts.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Duration, Expr, Length, Modifier, Unit},
    length::{counted, length, unit},
    lex::{Found, dash, fail, lead, lookup, phrase, space},
    number::{halves, worded},
};

/// Words before a length of time that bound it; longer first.
pub(crate) const BOUNDS: &[(&str, Modifier)] = &[
    ("ít nhất là", Modifier::EqualOrMore),
    ("ít nhất", Modifier::EqualOrMore),
    ("tối thiểu", Modifier::EqualOrMore),
    ("không quá", Modifier::EqualOrLess),
    ("chưa quá", Modifier::EqualOrLess),
    ("nhiều nhất", Modifier::EqualOrLess),
    ("tối đa", Modifier::EqualOrLess),
    ("dưới", Modifier::LessThan),
    ("chưa đầy", Modifier::LessThan),
    ("chưa đến", Modifier::LessThan),
    ("trên", Modifier::MoreThan),
    ("hơn", Modifier::MoreThan),
    ("quá", Modifier::MoreThan),
    ("khoảng", Modifier::Approx),
    ("chừng", Modifier::Approx),
    ("gần", Modifier::Approx),
];

/// `khoảng 15 ngày`, `5-7 ngày`, `từ 5 đến 7 ngày`, `hơn hai tuần`
pub(crate) fn duration(i: &str) -> Found<'_, Expr> {
    let (rest, bound) = opt(terminated(lookup(BOUNDS), space)).parse(i)?;
    let (rest, (low, max)) = alt((days_and_nights, measure)).parse(rest)?;
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
pub(crate) const NO_MORE: [Option<Length>; 2] = [None, None];

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

/// `15 ngày`, `5-7 ngày`, `hai, ba ngày`: a length and the upper end, where it is a range.
pub(crate) fn measure(i: &str) -> Found<'_, (Length, Option<Length>)> {
    alt((length_range, neighbours, map(length, |length| (length, None)))).parse(i)
}

/// `3 ngày 2 đêm`, `hai đêm ba ngày`: how long a journey is, told by its days.
fn days_and_nights(i: &str) -> Found<'_, (Length, Option<Length>)> {
    let (rest, (first, _, second)) = (length, space, length).parse(i)?;
    match (first.unit, second.unit) {
        (Unit::Day, Unit::Night) => Ok((rest, (first, None))),
        (Unit::Night, Unit::Day) => Ok((rest, (second, None))),
        _ => fail(i),
    }
}

/// `5-7 ngày`, `từ 5 đến 7 ngày`, `3 đến 6 tháng`
fn length_range(i: &str) -> Found<'_, (Length, Option<Length>)> {
    let (rest, _) = opt(lead("từ")).parse(i)?;
    let joint = alt((dash, value((), (space, alt((phrase("đến"), phrase("tới"))), space))));
    let (rest, (low, (), high)) = (halves, joint, length).parse(rest)?;
    let low = Length { halves: Some(low), unit: high.unit };
    if low.halves < high.halves { Ok((rest, (low, Some(high)))) } else { fail(i) }
}

/// `hai, ba ngày`, `một hai tháng`: two numbers that follow each other.
fn neighbours(i: &str) -> Found<'_, (Length, Option<Length>)> {
    let (rest, (low, _, _, high)) = (worded, opt(tag(",")), space, length).parse(i)?;
    match high.halves {
        Some(halves) if halves == (low + 1) * 2 => {
            let low = Length { halves: Some(low * 2), unit: high.unit };
            Ok((rest, (low, Some(high))))
        }
        _ => fail(i),
    }
}

/// Whether what follows leaves it a length of time: "6 tháng 7" is a date, "năm tháng" an idiom.
fn is_length(length: Length, rest: &str) -> bool {
    let next = rest.trim_start();
    let spaced = next.len() < rest.len();
    match length.unit {
        Unit::Month | Unit::Year => !(spaced && next.starts_with(|c: char| c.is_ascii_digit())),
        // "số 5 ngày 12/1": the day belongs to the date behind it.
        Unit::Day if spaced => {
            phrase("càng")(next).is_err() && !next.starts_with(|c: char| c.is_ascii_digit())
        }
        _ => true,
    }
}

/// `trở lên`, `trở xuống`
pub(crate) fn trailing_bound(i: &str) -> Found<'_, Modifier> {
    lookup(&[("trở lên", Modifier::EqualOrMore), ("trở xuống", Modifier::EqualOrLess)])(i)
}

/// `vài ngày`, `nhiều năm`, `hàng chục năm`: a length with no number.
pub(crate) fn unmeasured(i: &str) -> Found<'_, Expr> {
    let many = alt((
        lead("mấy chục"),
        lead("vài chục"),
        lead("nhiều chục"),
        lead("hàng chục"),
        lead("hàng trăm"),
        lead("vài"),
        lead("mấy"),
        lead("nhiều"),
        lead("dăm"),
    ));
    let (rest, ()) = { many }.parse(i)?;
    let (rest, unit) = unit(rest)?;
    if unit == Unit::Year && phrase("học")(rest.trim_start()).is_ok() {
        return fail(i);
    }
    let length = Length { halves: None, unit };
    Ok((rest, Expr::Duration(Duration { length, more: NO_MORE, max: None, modifier: None })))
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
}
