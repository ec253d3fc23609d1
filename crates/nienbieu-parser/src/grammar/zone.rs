//! What is said of a clock's zone.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, value},
    sequence::{delimited, preceded},
};

use super::{
    ast::Zone,
    lex::{Found, at_word_end, phrase, small, space, space0, two_digits},
};

/// `GMT+7`, `[GMT+7]`, `(GMT +7)`, `UTC+07:00`, `+07:00`, `giờ Việt Nam`, `giờ địa phương`.
pub(crate) fn zone(i: &str) -> Found<'_, Zone> {
    let bare = |i| alt((offset, named)).parse(i);
    alt((delimited(one_of("[("), bare, one_of("])")), bare)).parse(i)
}

/// `giờ Việt Nam`, `giờ địa phương`
fn named(i: &str) -> Found<'_, Zone> {
    alt((
        value(
            Zone::Offset(420),
            (phrase("giờ"), space, alt((phrase("việt nam"), phrase("hà nội")))),
        ),
        value(Zone::Local, phrase("giờ địa phương")),
    ))
    .parse(i)
}

/// `GMT+7`, `UTC-05:00`, `+0700`.
fn offset(i: &str) -> Found<'_, Zone> {
    let (rest, name) = opt(alt((tag("gmt"), tag("utc")))).parse(i)?;
    let (rest, _) = space0(rest)?;
    if name.is_some() && at_word_end(rest) && !rest.starts_with(['+', '-']) {
        return Ok((rest, Zone::Offset(0)));
    }
    let (rest, sign) = one_of("+-").parse(rest)?;
    let (rest, _) = space0(rest)?;
    let (rest, (hours, minutes)) = match name {
        Some(_) => (small(0, 14), opt(preceded(tag(":"), two_digits(59)))).parse(rest)?,
        None => (two_digits(14), map(preceded(tag(":"), two_digits(59)), Some)).parse(rest)?,
    };
    let total = i16::from(hours) * 60 + i16::from(minutes.unwrap_or(0));
    Ok((rest, Zone::Offset(if sign == '-' { -total } else { total })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn zones() {
        for (text, want) in [
            ("[gmt+7]", Zone::Offset(420)),
            ("(gmt +7)", Zone::Offset(420)),
            ("utc-05:30", Zone::Offset(-330)),
            ("+07:00", Zone::Offset(420)),
            ("giờ việt nam", Zone::Offset(420)),
            ("giờ địa phương", Zone::Local),
        ] {
            assert_found(zone(text), "", want);
        }
        assert!(zone("+7").is_err());
    }
}
