//! What the tests of the grammar share.

use super::{
    ast::{Base, Expr, Month, Node, Year},
    date::Written,
    lex::Found,
};

/// Asserts a production's remainder and value.
#[track_caller]
pub(crate) fn assert_found<T: std::fmt::Debug + PartialEq>(
    got: Found<'_, T>,
    remainder: &str,
    value: T,
) {
    assert_eq!(got, Ok((remainder, value)));
}

/// A day with its month, and its year where one is given.
pub(crate) fn day(day: u8, month: u8, year: impl Into<Option<i16>>) -> Base {
    let year = year.into().map_or(Year::Absent, Year::Stated);
    Base::Day { year, month: Month::Stated(month), day, weekday: None }
}

/// The parts of a day with its month, and its year where one is given.
pub(crate) fn written(day: u8, month: u8, year: impl Into<Option<i16>>) -> (u8, Month, Year) {
    (day, Month::Stated(month), year.into().map_or(Year::Absent, Year::Stated))
}

/// Asserts a written day's remainder and parts.
#[track_caller]
pub(crate) fn check(got: Found<'_, Written>, remainder: &str, want: (u8, Month, Year)) {
    let (rest, got) = got.unwrap();
    assert_eq!((rest, (got.day, got.month, got.year)), (remainder, want));
}

/// The bases of an interval's ends, behind which the remainder must stand.
#[track_caller]
pub(crate) fn ends(found: Found<'_, Expr>, remainder: &str) -> (Base, Base) {
    let (rest, expr) = found.unwrap();
    assert_eq!(rest, remainder);
    let Expr::Interval(begin, end) = expr else { panic!("{expr:?}") };
    let base = |node: Node| match node.expr {
        Expr::Point(point) => point.base,
        Expr::Vague(_) => Base::None,
        other => panic!("{other:?}"),
    };
    (base(*begin), base(*end))
}
