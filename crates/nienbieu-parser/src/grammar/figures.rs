//! Days in figures, with every separator.

use nom::{Parser, branch::alt, character::complete::one_of, combinator::map};

use super::{
    ahead::ends_date,
    ast::{Month, Year},
    date::Written,
    lex::{Found, digits, fail, separator, small, two_digits, year4},
};

/// A date without the word "ngày": `20/7/2021`, `3-6-21`, `20.7.2021`, `2021-06-03`, `5/8`, `5.8`.
pub(crate) fn figures(i: &str) -> Found<'_, Written> {
    alt((iso, day_month_year, day_month)).parse(i)
}

/// `2021-06-03`, `2021/06/03`
pub(crate) fn iso(i: &str) -> Found<'_, Written> {
    let (rest, (year, mark, month)) = (year4, one_of("-/."), digits(2, 2)).parse(i)?;
    let (rest, (again, day)) = (one_of("-/."), digits(2, 2)).parse(rest)?;
    let (Ok(month), Ok(day)) = (month.parse(), day.parse()) else { return fail(i) };
    if mark != again || !ends_date(rest) && !rest.starts_with('t') {
        return fail(i);
    }
    Ok((
        rest,
        Written { day, month: Month::Stated(month), year: Year::Stated(year), mark: Some(mark) },
    ))
}

/// `20/7/2021`, `3-6-2021`, `20.7.2021`, `3/6-2021`, `03/06/21`; always day first. Days and months
/// up to 99 pass here, so that an impossible date can be named for what it is.
pub(crate) fn day_month_year(i: &str) -> Found<'_, Written> {
    let (rest, (day, first, month, second)) =
        (small(0, 99), separator("/-."), small(0, 99), separator("/-.,")).parse(i)?;
    let (rest, year) =
        alt((year4, map(short_year(day, month, first, second), expand))).parse(rest)?;
    if second == ',' && first != '.' || !ends_date(rest) {
        return fail(i);
    }
    Ok((
        rest,
        Written { day, month: Month::Stated(month), year: Year::Stated(year), mark: Some(first) },
    ))
}

/// A year of two digits, only behind two equal separators and a possible day and month.
fn short_year<'a>(
    day: u8,
    month: u8,
    first: char,
    second: char,
) -> impl Fn(&'a str) -> Found<'a, i16> {
    let fits = first == second && (1..=31).contains(&day) && (1..=12).contains(&month);
    move |i| if fits { map(two_digits(99), i16::from).parse(i) } else { fail(i) }
}

/// Two-digit years: 00–49 is this century, 50–99 the last.
pub(crate) const fn expand(year: i16) -> i16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// `5/8`, `5-8`, `5.8`: a day and a month that exist.
pub(crate) fn day_month(i: &str) -> Found<'_, Written> {
    let (rest, (day, mark, month)) = (small(1, 31), separator("/-."), small(1, 12)).parse(i)?;
    if !ends_date(rest) || day > month_days(month) {
        return fail(i);
    }
    Ok((rest, Written { day, month: Month::Stated(month), year: Year::Absent, mark: Some(mark) }))
}

/// The most days a month may have.
const fn month_days(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::{check, written};

    #[test]
    fn dates_in_figures() {
        check(figures("20/7/2021, x"), ", x", written(20, 7, 2021));
        check(figures("3-6-2021"), "", written(3, 6, 2021));
        check(figures("20.7.2021."), ".", written(20, 7, 2021));
        check(figures("03/06/21"), "", written(3, 6, 2021));
        check(figures("12/05/98"), "", written(12, 5, 1998));
        check(figures("2021-06-03"), "", written(3, 6, 2021));
        check(figures("5/8 tại"), " tại", written(5, 8, None));
        check(figures("31/02/2021"), "", written(31, 2, 2021));
        for text in
            ["5/13", "32/1", "31/4", "1/2/3/4", "5/8%", "5.8.1.2", "12/5a", "120/80", "2/300"]
        {
            assert!(figures(text).is_err(), "{text}");
        }
    }
}
