//! Parts of a year or a month that are told by number or half.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ahead::{not_a_unit, not_counted},
    ast::{Base, Month, Year},
    lex::{Found, eow, fail, lead, lookup, modern_year, phrase, space},
    month::month_phrase,
    number::cardinal,
    year::{year_behind, year_phrase},
};

/// `6 tháng đầu năm 2021`, `9 tháng năm 2022`, `3 tháng cuối năm`, `ba quý đầu năm`, `2 quý đầu năm`
pub(crate) fn months_of_year(i: &str) -> Found<'_, Base> {
    let (rest, (count, _)) = (cardinal, space).parse(i)?;
    let (rest, per) = alt((value(1, phrase("tháng")), value(3, phrase("quý")))).parse(rest)?;
    let (rest, end) = opt(preceded(
        space,
        alt((
            value(false, phrase("đầu tiên")),
            value(false, phrase("đầu")),
            value(true, phrase("cuối")),
        )),
    ))
    .parse(rest)?;
    let (rest, year) = match end {
        Some(_) => opt(preceded((opt((space, phrase("của"))), space), year_of_part)).parse(rest)?,
        None => map(preceded(space, year_stated), Some).parse(rest)?,
    };
    // "6 tháng đầu" alone may be a baby's first six months.
    let (Some(year), Ok(months)) = (year, u8::try_from(count * per)) else { return fail(i) };
    if !(1..=11).contains(&months) {
        return fail(i);
    }
    let (first, last) = if end == Some(true) { (13 - months, 12) } else { (1, months) };
    Ok((rest, Base::Months { year, first, last }))
}

/// `năm 2022`: with its figures, so that "9 tháng năm" stays a ninth of May.
fn year_stated(i: &str) -> Found<'_, Year> {
    map(preceded(lead("năm"), terminated(modern_year, eow)), Year::Stated).parse(i)
}

/// `nửa đầu năm 2021`, `nửa cuối năm`, `nửa năm đầu`, `nửa sau năm 2020`
pub(crate) fn half_year(i: &str) -> Found<'_, Base> {
    let (rest, second) = half_word(i)?;
    let bare = map(terminated(modern_year, eow), Year::Stated);
    let year = alt((year_of_part, bare));
    let (rest, year) = preceded((opt((space, phrase("của"))), space), year).parse(rest)?;
    let (first, last) = if second { (7, 12) } else { (1, 6) };
    Ok((rest, Base::Months { year, first, last }))
}

/// `nửa đầu`, `nửa cuối`: false is the first half.
fn half_word(i: &str) -> Found<'_, bool> {
    lookup(&[("nửa đầu tiên", false), ("nửa đầu", false), ("nửa cuối", true), ("nửa sau", true)])(
        i,
    )
}

/// A year after "đầu", "cuối" or nothing: `năm 2021`, `năm`, `năm nay`. A bare "năm" is this year.
fn year_of_part(i: &str) -> Found<'_, Year> {
    alt((year_phrase, value(Year::Deictic(0), (phrase("năm"), not_a_unit)))).parse(i)
}

/// `nửa đầu tháng 8`, `nửa cuối tháng 8/2021`
pub(crate) fn half_month(i: &str) -> Found<'_, Base> {
    let (rest, second) = half_word(i)?;
    let (rest, month) = preceded(space, month_phrase).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    let half = if second { 2 } else { 1 };
    Ok((rest, Base::HalfMonth { year: year.unwrap_or_default(), month, half }))
}

/// `10 ngày cuối tháng 6`, `thượng tuần tháng 5`, `trung tuần tháng 5/2021`, `hạ tuần tháng này`
pub(crate) fn ten_days(i: &str) -> Found<'_, Base> {
    let (rest, part) = lookup(&[
        ("thượng tuần", 1),
        ("trung tuần", 2),
        ("hạ tuần", 3),
        ("10 ngày đầu", 1),
        ("mười ngày đầu", 1),
        ("10 ngày giữa", 2),
        ("10 ngày cuối", 3),
        ("mười ngày cuối", 3),
    ])(i)?;
    let this_month = map(preceded(phrase("tháng"), not_counted), |()| Month::Deictic(0));
    let (rest, month) = preceded(space, alt((month_phrase, this_month))).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, Base::TenDays { year: year.unwrap_or_default(), month, part }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    #[test]
    fn portions() {
        assert_found(
            period("6 tháng đầu năm 2021"),
            "",
            Base::Months { year: Year::Stated(2021), first: 1, last: 6 },
        );
        assert_found(
            period("9 tháng năm 2022"),
            "",
            Base::Months { year: Year::Stated(2022), first: 1, last: 9 },
        );
        assert_found(
            period("3 tháng cuối năm"),
            "",
            Base::Months { year: Year::Deictic(0), first: 10, last: 12 },
        );
        assert_found(
            period("nửa cuối năm 2021"),
            "",
            Base::Months { year: Year::Stated(2021), first: 7, last: 12 },
        );
        for text in ["6 tháng đầu đời", "nửa đầu hiệp hai"] {
            assert!(period(text).is_err(), "{text}");
        }
    }
}
