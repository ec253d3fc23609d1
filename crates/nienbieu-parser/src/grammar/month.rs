//! Months by number, by name, and counted from another.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt},
    sequence::{preceded, terminated},
};

use super::{
    ahead::ends_date,
    ast::{Base, Month, Year},
    lex::{Found, eow, fail, lead, lookup, modern_year, separator, small, year4},
    year::year_behind,
};

/// Months in words as they follow "tháng".
const MONTHS: &[(&str, u8)] = &[
    ("mười một", 11),
    ("mười hai", 12),
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
];

/// `tháng 7`, `tháng Bảy`, `tháng 07`; the number only, "tháng" stands before.
pub(crate) fn month_number(i: &str) -> Found<'_, u8> {
    // "9 tháng năm 2022" are nine months of a year, not a day in May.
    if (lead("năm"), year4).parse(i).is_ok() {
        return fail(i);
    }
    alt((terminated(small(1, 12), eow), lookup(MONTHS))).parse(i)
}

/// Months counted from the month of writing, and the month spoken of.
const DEICTIC_MONTHS: &[(&str, Month)] = &[
    ("tháng trước đó", Month::Focus(-1)),
    ("tháng sau đó", Month::Focus(1)),
    ("tháng này", Month::Deictic(0)),
    ("tháng trước", Month::Deictic(-1)),
    ("tháng rồi", Month::Deictic(-1)),
    ("tháng vừa rồi", Month::Deictic(-1)),
    ("tháng vừa qua", Month::Deictic(-1)),
    ("tháng qua", Month::Deictic(-1)),
    ("tháng sau", Month::After),
    ("tháng tới", Month::Deictic(1)),
    ("tháng đó", Month::Focus(0)),
    ("cùng tháng", Month::Focus(0)),
];

/// `tháng 7`, `tháng này`: what may follow a day.
pub(crate) fn month_phrase(i: &str) -> Found<'_, Month> {
    alt((map(preceded(lead("tháng"), month_number), Month::Stated), lookup(DEICTIC_MONTHS)))
        .parse(i)
}

/// `tháng 7/2021`, `tháng Bảy năm 2021`, `tháng 5 năm ngoái`, `tháng này`, `T3/2020`
pub(crate) fn month(i: &str) -> Found<'_, Base> {
    if let Ok((rest, (month, year))) = short_month(i) {
        return Ok((rest, Base::Month { year, month }));
    }
    let (rest, month) = month_phrase(i)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    // "thắng 2-1" typed without diacritics is a score.
    let joined =
        rest.strip_prefix('-').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    if joined && year.is_none() {
        return fail(i);
    }
    Ok((rest, Base::Month { year: year.unwrap_or_default(), month }))
}

/// `T3/2020`: never without its year, T3 alone may be a Tuesday or a terminal.
fn short_month(i: &str) -> Found<'_, (Month, Year)> {
    let (rest, (_, month, _, year, ())) =
        (tag("t"), small(1, 12), separator("/-."), modern_year, eow).parse(i)?;
    Ok((rest, (Month::Stated(month), Year::Stated(year))))
}

/// `7/2021`, `07-2021`, `7.2021`: a month in figures; "tháng" or another cue must vouch for it.
pub(crate) fn month_figures(i: &str) -> Found<'_, Base> {
    let (rest, (month, _, year)) = (small(1, 12), separator("/-."), modern_year).parse(i)?;
    if !ends_date(rest) {
        return fail(i);
    }
    Ok((rest, Base::Month { year: Year::Stated(year), month: Month::Stated(month) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    const fn month_of(month: u8, year: Year) -> Base {
        Base::Month { year, month: Month::Stated(month) }
    }

    #[test]
    fn months() {
        assert_found(period("tháng 7/2021,"), ",", month_of(7, Year::Stated(2021)));
        assert_found(period("tháng bảy năm ngoái"), "", month_of(7, Year::Deictic(-1)));
        assert_found(period("t3/2020"), "", month_of(3, Year::Stated(2020)));
        assert_found(period("tháng mười hai"), "", month_of(12, Year::Absent));
        assert_found(
            period("tháng này"),
            "",
            Base::Month { year: Year::Absent, month: Month::Deictic(0) },
        );
        for text in ["tháng 13", "t3", "tháng ngày", "tháng 3a"] {
            assert!(period(text).is_err(), "{text}");
        }
    }
}
