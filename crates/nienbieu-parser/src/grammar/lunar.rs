//! Days and months of the lunisolar calendar.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Month, Year},
    date::{behind_day_word, day_word_before},
    holiday::year_of_feast,
    lex::{Found, fail, lead, phrase, small, space},
    month::{month_number, month_phrase},
    worded::early_day,
};

/// `tháng Giêng`, `tháng Chạp`: months that only the lunisolar calendar has.
fn lunar_month(i: &str) -> Found<'_, u8> {
    let named = alt((
        value(1, phrase("tháng giêng")),
        value(12, phrase("tháng chạp")),
        value(12, phrase("tháng mười hai âm")),
    ));
    alt((named, terminated(preceded(lead("tháng"), month_number), lunar_mark))).parse(i)
}

/// ` âm lịch`, ` (âm lịch)`, ` ÂL`, ` Âm lịch`
fn lunar_mark(i: &str) -> Found<'_, ()> {
    let word = |i| alt((phrase("âm lịch"), phrase("al"), phrase("âl"))).parse(i);
    let bracketed = |i| {
        let (rest, _) = nom::bytes::complete::tag("(").parse(i)?;
        let (rest, ()) = word(rest)?;
        value((), nom::bytes::complete::tag(")")).parse(rest)
    };
    preceded(space, alt((bracketed, word))).parse(i)
}

/// `ngày 15/7 âm lịch`, `10/3 âm lịch`, `23 tháng Chạp`, `mùng 8 tháng Giêng`, `rằm tháng Giêng năm 2023`,
/// `tháng Giêng`, `ngày 15 tháng 7 năm Quý Mão (âm lịch)`, `tháng 2 nhuận`
pub(crate) fn lunar_date(i: &str) -> Found<'_, Base> {
    alt((lunar_marked, lunar_named)).parse(i)
}

/// A date that says "âm lịch" behind itself.
fn lunar_marked(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(day_word_before).parse(i)?;
    let full_moon =
        map((alt((lead("ngày rằm"), lead("rằm"))), month_phrase), |((), month)| {
            (15, month, Year::Absent)
        });
    let written = map(behind_day_word, |w| (w.day, w.month, w.year));
    let (rest, (day, month, year)) = alt((full_moon, written)).parse(rest)?;
    let (rest, leap) = opt(preceded(space, phrase("nhuận"))).parse(rest)?;
    let (rest, ()) = lunar_mark(rest)?;
    let (rest, after) = opt(year_of_feast).parse(rest)?;
    match month {
        Month::Stated(month) => Ok((
            rest,
            Base::Lunar {
                year: after.unwrap_or(year),
                month,
                day: Some(day),
                leap: leap.is_some(),
            },
        )),
        _ => fail(i),
    }
}

/// A day of Giêng or Chạp, or the full moon of any month.
fn lunar_named(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(lead("ngày")).parse(i)?;
    let full_moon = |i| {
        let month = alt((lunar_month, preceded(lead("tháng"), month_number)));
        preceded(lead("rằm"), map(month, |month| (Some(15), month))).parse(i)
    };
    let day = alt((early_day, small(1, 30)));
    let dated = (terminated(day, space), lunar_month);
    let (rest, (day, month)) = alt((
        full_moon,
        map(dated, |(day, month)| (Some(day), month)),
        map(lunar_month, |month| (None, month)),
        map(
            terminated(
                preceded(lead("tháng"), month_number),
                nom::combinator::peek((space, phrase("nhuận"))),
            ),
            |month| (None, month),
        ),
    ))
    .parse(rest)?;
    let (rest, leap) = opt(preceded(space, phrase("nhuận"))).parse(rest)?;
    let (rest, _) = opt(lunar_mark).parse(rest)?;
    let (rest, year) = opt(year_of_feast).parse(rest)?;
    Ok((rest, Base::Lunar { year: year.unwrap_or_default(), month, day, leap: leap.is_some() }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn lunar_days() {
        let day = |month, day, year| Base::Lunar { year, month, day, leap: false };
        assert_found(lunar_date("23 tháng chạp"), "", day(12, Some(23), Year::Absent));
        assert_found(lunar_date("ngày 15/7 âm lịch"), "", day(7, Some(15), Year::Absent));
        assert_found(
            lunar_date("rằm tháng giêng năm 2023"),
            "",
            day(1, Some(15), Year::Stated(2023)),
        );
        assert_found(lunar_date("mùng 8 tháng giêng"), "", day(1, Some(8), Year::Absent));
        assert!(lunar_date("ngày 15/7").is_err());
    }
}
