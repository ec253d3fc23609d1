//! School years, said with both their years or counted from the present one.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
};

use super::{
    ast::{Base, Year},
    figures::expand,
    lex::{Found, dash, eow, fail, lookup, modern_year, phrase, separator, space, two_digits},
};

/// `năm học 2022-2023`, `năm học mới 2022 - 2023`, `năm học 2022/2023`
pub(crate) fn school_year(i: &str) -> Found<'_, Base> {
    let (rest, _) =
        (alt((phrase("năm học"), phrase("niên học"))), opt((space, phrase("mới"))), space)
            .parse(i)?;
    let joint = alt((dash, value((), separator("/"))));
    let (rest, (first, (), last, ())) =
        (modern_year, joint, alt((modern_year, map(two_digit_year, expand))), eow).parse(rest)?;
    if last == first + 1 {
        Ok((rest, Base::SchoolYear(Year::Stated(first), last)))
    } else {
        fail(i)
    }
}

/// The second year, shortened: `22` of `2021-22`.
pub(crate) fn two_digit_year(i: &str) -> Found<'_, i16> {
    map(two_digits(99), i16::from).parse(i)
}

/// School years counted from the one of writing.
const DEICTIC_SCHOOL_YEARS: &[(&str, i32)] = &[
    ("năm học này", 0),
    ("năm học mới", 0),
    ("năm học trước", -1),
    ("năm học vừa qua", -1),
    ("năm học qua", -1),
    ("năm học tới", 1),
    ("năm học sau", 1),
];

/// `năm học này`, `năm học vừa qua`
pub(crate) fn deictic_school_year(i: &str) -> Found<'_, Base> {
    map(lookup(DEICTIC_SCHOOL_YEARS), Base::SchoolYearNear).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    #[test]
    fn school_years() {
        assert_found(
            period("năm học mới 2022-2023"),
            "",
            Base::SchoolYear(Year::Stated(2022), 2023),
        );
        assert!(period("năm học sinh").is_err());
    }
}
