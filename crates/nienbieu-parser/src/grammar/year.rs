//! Years: in figures, in words, counted from another, and behind a month.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt},
    sequence::{preceded, terminated},
};

use super::{
    ahead::{counts_something, ends_date},
    ast::{Base, Year},
    cycle::cycle_year,
    figures::expand,
    lex::{Found, digits, eow, fail, lead, lookup, modern_year, phrase, separator, space, year4},
    number::{self, below_hundred},
};
use crate::text::is_alphanumeric;

/// `năm 2021`, `năm nay`, `năm ngoái`, `năm hai nghìn không trăm mười`
pub(crate) fn year(i: &str) -> Found<'_, Base> {
    let worded = map(preceded(lead("năm"), worded_year), Year::Stated);
    map(alt((year_phrase, worded)), Base::Year).parse(i)
}

/// Digits of a year read out: `hai nghìn không trăm mười`.
fn worded_year(i: &str) -> Found<'_, i16> {
    let thousands = alt((phrase("nghìn"), phrase("ngàn")));
    let (rest, (thousand, _, ())) = (number::worded, space, thousands).parse(i)?;
    let zero = preceded((space, phrase("không trăm"), space), below_hundred);
    let (rest, low) = alt((zero, preceded(space, number::worded))).parse(rest)?;
    match i16::try_from(thousand * 1000 + low) {
        Ok(year @ 1000..=2999) => Ok((rest, year)),
        _ => fail(i),
    }
}

/// `SN 1990`: a year of birth.
pub(crate) fn birth_year(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("sn"), opt(tag(":")), space).parse(i)?;
    map(terminated(modern_year, eow), |year| Base::Year(Year::Stated(year))).parse(rest)
}

/// A year in figures that another cue vouches for: `từ 2020 đến 2022`.
pub(crate) fn bare_year(i: &str) -> Found<'_, Base> {
    let (rest, year) = modern_year(i)?;
    if ends_date(rest) { Ok((rest, Base::Year(Year::Stated(year)))) } else { fail(i) }
}

/// `năm 2021`, `năm nay`, `năm ngoái`, `cùng năm`, `năm đó`, `năm Quý Mão`
pub(crate) fn year_phrase(i: &str) -> Found<'_, Year> {
    alt((
        map(preceded(lead("năm"), before_christ), Year::Stated),
        map(preceded(lead("năm"), terminated(year4, eow)), Year::Stated),
        deictic_year,
        preceded(lead("năm"), cycle_year),
        map(preceded(lead("năm"), alt((ancient_year, short_year_alone))), Year::Stated),
    ))
    .parse(i)
}

/// `179 TCN`, `3000 trước Công nguyên`: years before the common era count from 0 in ISO 8601.
fn before_christ(i: &str) -> Found<'_, i16> {
    let era = alt((phrase("tcn"), phrase("trước công nguyên")));
    let (rest, (text, _, ())) = (digits(1, 4), space, era).parse(i)?;
    match text.parse::<i16>() {
        Ok(year @ 1..=9998) => Ok((rest, 1 - year)),
        _ => fail(i),
    }
}

/// `938`: a year of three digits, which nothing may follow that it would count.
fn ancient_year(i: &str) -> Found<'_, i16> {
    let (rest, text) = terminated(digits(3, 3), eow).parse(i)?;
    match text.parse() {
        Ok(year) if year > 100 && !counts_something(rest) && !rest.starts_with(['.', ',', '/']) => {
            Ok((rest, year))
        }
        _ => fail(i),
    }
}

/// `năm ngoái`, `sang năm`; not the start of "sang năm 2000" or of "từ đầu năm tới nay".
fn deictic_year(i: &str) -> Found<'_, Year> {
    let (rest, year) = lookup(DEICTIC_YEARS)(i)?;
    let words = &i[..i.len() - rest.len()];
    let next = rest.trim_start();
    let goes_on = words.starts_with("sang") && year4(next).is_ok()
        || words.ends_with("tới") && (phrase("nay")(next).is_ok() || phrase("giờ")(next).is_ok());
    if next.len() < rest.len() && goes_on { fail(i) } else { Ok((rest, year)) }
}

/// Years counted from the year of writing, and from the year spoken of.
const DEICTIC_YEARS: &[(&str, Year)] = &[
    ("năm trước đó", Year::Focus(-1)),
    ("năm sau đó", Year::Focus(1)),
    ("năm vừa qua", Year::Deictic(-1)),
    ("năm vừa rồi", Year::Deictic(-1)),
    ("năm nay", Year::Deictic(0)),
    ("năm này", Year::Deictic(0)),
    ("năm ngoái", Year::Deictic(-1)),
    ("năm trước", Year::Deictic(-1)),
    ("năm qua", Year::Deictic(-1)),
    ("năm rồi", Year::Deictic(-1)),
    ("năm kia", Year::Deictic(-2)),
    ("năm tiếp theo", Year::Focus(1)),
    ("năm kế tiếp", Year::Focus(1)),
    ("năm sau", Year::After),
    ("năm tới", Year::Deictic(1)),
    ("sang năm", Year::Deictic(1)),
    ("cùng năm", Year::Focus(0)),
    ("năm đó", Year::Focus(0)),
    ("năm ấy", Year::Focus(0)),
];

/// `99`: a year of two digits, which nothing may follow that it would count.
fn short_year<'a>(least: i16) -> impl Fn(&'a str) -> Found<'a, i16> {
    move |i| {
        let (rest, text) = terminated(digits(2, 2), eow).parse(i)?;
        match text.parse() {
            Ok(year) if year >= least && ends_date(rest) && !counts_something(rest) => {
                Ok((rest, expand(year)))
            }
            _ => fail(i),
        }
    }
}

/// `năm 75`, `năm 98`: alone, only of the last century and where the clause goes no further.
fn short_year_alone(i: &str) -> Found<'_, i16> {
    let (rest, year) = short_year(50)(i)?;
    if rest.trim_start().starts_with(is_alphanumeric) { fail(i) } else { Ok((rest, year)) }
}

/// ` năm 2021`, `, năm 2021`, ` năm nay`, ` năm ngoái`, `/2021`, `-2021`: a year behind a month.
pub(crate) fn year_behind(i: &str) -> Found<'_, Year> {
    let joined = preceded(separator("/-."), map(modern_year, Year::Stated));
    let short_joined = preceded(tag("/"), map(short_year(13), Year::Stated));
    let short = preceded((opt(tag(",")), space, lead("năm")), map(short_year(0), Year::Stated));
    let of = || (opt(tag(",")), space, opt(lead("của")));
    let worded = preceded(of(), year_phrase);
    let bare = preceded((opt(tag(",")), space), map(modern_year, Year::Stated));
    terminated(alt((worded, joined, bare, short_joined, short, passed_or_coming)), eow).parse(i)
}

/// ` vừa qua`, ` tới`: which one of its kind a day, a month or a quarter is.
pub(crate) fn passed_or_coming(i: &str) -> Found<'_, Year> {
    let (rest, year) = preceded(space, lookup(WHICH)).parse(i)?;
    // "từ ngày 5/8 tới ngày 9/8": here "tới" leads to the other end.
    let next = rest.trim_start();
    let leads_on = next.starts_with(|c: char| c.is_ascii_digit())
        || [
            "ngày", "tháng", "năm", "quý", "hết", "nay", "thứ", "cuối", "đầu", "khi", "sáng",
            "trưa", "chiều", "tối",
        ]
        .iter()
        .any(|word| phrase(word)(next).is_ok());
    if year == Year::Coming && next.len() < rest.len() && leads_on {
        fail(i)
    } else {
        Ok((rest, year))
    }
}

/// Words behind a day, a month or a quarter that say which one.
const WHICH: &[(&str, Year)] = &[
    ("vừa qua", Year::Gone),
    ("vừa rồi", Year::Gone),
    ("sắp tới", Year::Coming),
    ("tới đây", Year::Coming),
    ("tới", Year::Coming),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{period::period, testing::assert_found};

    #[test]
    fn years() {
        assert_found(period("năm 2021"), "", Base::Year(Year::Stated(2021)));
        for text in ["năm người", "năm 20"] {
            assert!(period(text).is_err(), "{text}");
        }
    }
}
