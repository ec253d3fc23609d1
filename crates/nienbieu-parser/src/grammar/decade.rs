//! Decades and centuries.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::Base,
    lex::{Found, eow, fail, lead, lookup, modern_year, phrase, small, space},
    school_year::two_digit_year,
};

/// `thập niên 1990`, `thập kỷ 90`, `những năm 1980`, `những năm 90`
pub(crate) fn decade(i: &str) -> Found<'_, Base> {
    let (rest, _) = alt((
        lead("những năm thập niên"),
        lead("thập niên"),
        lead("thập kỷ"),
        lead("thập kỉ"),
        lead("những năm"),
    ))
    .parse(i)?;
    let year = alt((modern_year, map(two_digit_year, |year| 1900 + year)));
    let (rest, year) = terminated(verify(year, |year| year % 10 == 0), eow).parse(rest)?;
    let (rest, century) = opt(preceded(space, in_century)).parse(rest)?;
    Ok((rest, Base::Decade(century.map_or(year, |c| (i16::from(c) - 1) * 100 + year % 100))))
}

/// `của thế kỷ trước`, `thế kỷ XX`: which century a decade of two digits is in.
fn in_century(i: &str) -> Found<'_, u8> {
    let (rest, _) = opt(lead("của")).parse(i)?;
    if let Ok((rest, ())) = alt((phrase("thế kỷ trước"), phrase("thế kỉ trước"))).parse(rest)
    {
        return Ok((rest, 20));
    }
    match century(rest)? {
        (rest, Base::Century(number)) => Ok((rest, number)),
        _ => fail(i),
    }
}

/// Roman numerals that centuries are written with; longer first.
const CENTURIES: &[(&str, u8)] = &[
    ("xviii", 18),
    ("xvii", 17),
    ("xvi", 16),
    ("xiv", 14),
    ("xiii", 13),
    ("xix", 19),
    ("xxi", 21),
    ("xxii", 22),
    ("xii", 12),
    ("xi", 11),
    ("xv", 15),
    ("xx", 20),
    ("x", 10),
];

/// `thế kỷ XXI`, `thế kỷ 20`, `thế kỷ thứ 10`
pub(crate) fn century(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("thế"), space, alt((phrase("kỷ"), phrase("kỉ"))), space).parse(i)?;
    let (rest, _) = opt(lead("thứ")).parse(rest)?;
    let number = alt((terminated(small(1, 22), eow), lookup(CENTURIES)));
    map(number, Base::Century).parse(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    #[test]
    fn decades_and_centuries() {
        assert_found(period("những năm 90 của thế kỷ trước"), "", Base::Decade(1990));
        assert_found(period("thập niên 1980"), "", Base::Decade(1980));
        assert_found(period("thế kỷ xxi"), "", Base::Century(21));
        for text in ["thế kỷ này", "những năm qua"] {
            assert!(period(text).is_err(), "{text}");
        }
    }
}
