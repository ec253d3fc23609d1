//! Weeks: counted from this one, or by their number in the year.

use nom::{Parser, combinator::opt, sequence::terminated};

use super::{
    ahead::counts_something,
    ast::Base,
    lex::{Found, eow, fail, lookup, phrase, small, space},
    year::year_behind,
};

/// Weeks counted from this one.
const WEEKS: &[(&str, Base)] = &[
    ("cuối tuần này", Base::Weekend(0)),
    ("cuối tuần trước", Base::Weekend(-1)),
    ("cuối tuần rồi", Base::Weekend(-1)),
    ("cuối tuần vừa qua", Base::Weekend(-1)),
    ("cuối tuần qua", Base::Weekend(-1)),
    ("cuối tuần sau", Base::Weekend(1)),
    ("cuối tuần tới", Base::Weekend(1)),
    ("cuối tuần", Base::Weekend(0)),
    ("tuần này", Base::Week(0)),
    ("tuần nay", Base::Week(0)),
    ("tuần trước đó", Base::WeekFocus(-1)),
    ("tuần liền trước", Base::WeekFocus(-1)),
    ("tuần sau đó", Base::WeekFocus(1)),
    ("tuần kế tiếp", Base::WeekFocus(1)),
    ("tuần trước", Base::Week(-1)),
    ("tuần rồi", Base::Week(-1)),
    ("tuần vừa rồi", Base::Week(-1)),
    ("tuần vừa qua", Base::Week(-1)),
    ("tuần qua", Base::Week(-1)),
    ("tuần sau", Base::Week(1)),
    ("tuần tới", Base::Week(1)),
];

/// `tuần này`, `tuần trước`, `cuối tuần qua`
pub(crate) fn week(i: &str) -> Found<'_, Base> {
    lookup(WEEKS)(i)
}

/// `tuần 27`, `tuần thứ 30 năm 2023`, `tuần 36/2025`: a week of the year, as epidemiologists count them.
pub(crate) fn week_of_year(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("tuần"), opt((space, phrase("thứ"))), space).parse(i)?;
    let (rest, week) = terminated(small(1, 53), eow).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    if counts_something(rest) {
        fail(i)
    } else {
        Ok((rest, Base::WeekOfYear { year: year.unwrap_or_default(), week }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn weeks() {
        assert_found(week("cuối tuần qua"), "", Base::Weekend(-1));
        assert_found(week("tuần trước,"), ",", Base::Week(-1));
        assert!(week("tuần").is_err());
    }
}
