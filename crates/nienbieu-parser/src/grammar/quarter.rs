//! Quarters of a year.

use nom::{Parser, branch::alt, bytes::complete::tag, combinator::opt, sequence::terminated};

use super::{
    ast::{Base, Year},
    lex::{Found, eow, lead, lookup, modern_year, separator, small},
    year::year_behind,
};

/// `quý I`, `quý 1/2022`, `quý I.2022`, `quý IV năm 2021`, `Q1/2022`, `quý này`
pub(crate) fn quarter(i: &str) -> Found<'_, Base> {
    if let Ok((rest, (_, quarter, _, year, ()))) =
        (tag("q"), small(1, 4), separator("/-."), modern_year, eow).parse(i)
    {
        return Ok((rest, quarter_of(Year::Stated(year), quarter)));
    }
    let (rest, ()) = quarter_word(i)?;
    if let Ok((rest, quarter)) = quarter_number(rest) {
        let (rest, year) = opt(year_behind).parse(rest)?;
        return Ok((rest, quarter_of(year.unwrap_or_default(), quarter)));
    }
    let (rest, offset) = lookup(DEICTIC_QUARTERS)(rest)?;
    Ok((rest, Base::Quarter { year: Year::Absent, quarter: None, offset }))
}

/// Roman numerals of quarters; longer first.
const QUARTERS: &[(&str, u8)] = &[("iv", 4), ("iii", 3), ("ii", 2), ("i", 1)];

/// Number words of quarters.
const QUARTER_WORDS: &[(&str, u8)] = &[
    ("thứ nhất", 1),
    ("một", 1),
    ("đầu tiên", 1),
    ("đầu", 1),
    ("thứ hai", 2),
    ("hai", 2),
    ("thứ ba", 3),
    ("ba", 3),
    ("thứ tư", 4),
    ("tư", 4),
    ("bốn", 4),
    ("cuối", 4),
];

/// Quarters counted from the one of writing.
const DEICTIC_QUARTERS: &[(&str, i32)] = &[
    ("này", 0),
    ("nay", 0),
    ("hiện tại", 0),
    ("trước", -1),
    ("vừa qua", -1),
    ("qua", -1),
    ("sau", 1),
    ("tới", 1),
    ("tiếp theo", 1),
    ("kế tiếp", 1),
];

/// `quý`, in its several spellings.
pub(crate) fn quarter_word(i: &str) -> Found<'_, ()> {
    alt((lead("quý"), lead("quí"), lead("qúy"))).parse(i)
}

/// The number behind "quý": `I`, `1`, `hai`, `đầu`.
pub(crate) fn quarter_number(i: &str) -> Found<'_, u8> {
    alt((terminated(small(1, 4), eow), lookup(QUARTERS), lookup(QUARTER_WORDS))).parse(i)
}

/// A quarter by its number.
pub(crate) const fn quarter_of(year: Year, quarter: u8) -> Base {
    Base::Quarter { year, quarter: Some(quarter), offset: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    #[test]
    fn quarters() {
        assert_found(period("quý i.2022,"), ",", quarter_of(Year::Stated(2022), 1));
        assert_found(period("quý iv năm 2021"), "", quarter_of(Year::Stated(2021), 4));
        assert_found(period("quý 3"), "", quarter_of(Year::Absent, 3));
        for text in ["quý khách", "quý báu", "quý vị"] {
            assert!(period(text).is_err(), "{text}");
        }
    }
}
