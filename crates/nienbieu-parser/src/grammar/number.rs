//! Whole numbers below a thousand, in digits or in words.

use nom::{
    Parser,
    branch::alt,
    combinator::{map_opt, opt},
    sequence::preceded,
};

use super::lex::{Found, digits, fail, lookup, phrase, space};

/// One to nine as they stand alone or first.
const UNITS: &[(&str, u32)] = &[
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// Units as they stand behind tens: hai mươi mốt, hai mươi tư, mười lăm.
const AFTER_TENS: &[(&str, u32)] = &[
    ("mốt", 1),
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("bốn", 4),
    ("lăm", 5),
    ("nhăm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
];

/// Whether a text may start with a number in words, by its first two bytes: most words do not.
pub(crate) fn may_be_worded(i: &str) -> bool {
    let [first, second, ..] = *i.as_bytes() else { return false };
    match first {
        b'b' => matches!(second, b'a' | 0xe1),
        b'c' => second == b'h',
        b'h' => matches!(second, b'a' | 0xc4),
        b'm' => matches!(second, 0xe1 | 0xc6),
        b'n' => second == 0xc4,
        b's' | b't' => second == 0xc3,
        _ => false,
    }
}

/// `một` … `chín trăm chín mươi chín`.
pub(crate) fn worded(i: &str) -> Found<'_, u32> {
    if !may_be_worded(i) {
        return fail(i);
    }
    let mut hundreds = (lookup(UNITS), space, phrase("trăm"));
    if let Ok((rest, (hundred, ..))) = hundreds.parse(i) {
        let (rest, low) = opt(preceded(space, alt((odd, tens)))).parse(rest)?;
        return Ok((rest, hundred * 100 + low.unwrap_or(0)));
    }
    alt((tens, lookup(UNITS))).parse(i)
}

/// `linh năm`, `lẻ năm`: units behind a hundred.
fn odd(i: &str) -> Found<'_, u32> {
    preceded((alt((phrase("linh"), phrase("lẻ"))), space), alt((lookup(AFTER_TENS), lookup(UNITS))))
        .parse(i)
}

/// `mười`, `mười lăm`, `hai mươi`, `hai mươi mốt`, `hăm ba`, `ba chục`.
fn tens(i: &str) -> Found<'_, u32> {
    if let Ok((rest, _)) = phrase("mười")(i) {
        let (rest, unit) = opt(preceded(space, lookup(AFTER_TENS))).parse(rest)?;
        return Ok((rest, 10 + unit.unwrap_or(0)));
    }
    if let Ok((rest, (_, _, unit))) = (phrase("hăm"), space, lookup(AFTER_TENS)).parse(i) {
        return Ok((rest, 20 + unit));
    }
    let (rest, (ten, _, _)) =
        (lookup(UNITS), space, alt((phrase("mươi"), phrase("chục")))).parse(i)?;
    let (rest, unit) = opt(preceded(space, lookup(AFTER_TENS))).parse(rest)?;
    Ok((rest, ten * 10 + unit.unwrap_or(0)))
}

/// A number below a hundred in words, units behind "linh" too.
pub(crate) fn below_hundred(i: &str) -> Found<'_, u32> {
    alt((odd, tens, lookup(UNITS))).parse(i)
}

/// Digits, at most four: a length of time is no telephone number.
fn figures(i: &str) -> Found<'_, u32> {
    map_opt(digits(1, 4), |text: &str| text.parse().ok()).parse(i)
}

/// A whole number in digits or words.
pub(crate) fn cardinal(i: &str) -> Found<'_, u32> {
    alt((figures, worded)).parse(i)
}

/// A number in halves: `3` is 6, `1,5` is 3, `2.5` is 5. Other fractions do not fit.
pub(crate) fn halves(i: &str) -> Found<'_, u32> {
    let (rest, whole) = cardinal(i)?;
    for half in [",5", ".5", ",50", ".50"] {
        if let Some(after) = rest.strip_prefix(half)
            && !after.starts_with(|c: char| c.is_ascii_digit())
        {
            return Ok((after, whole * 2 + 1));
        }
    }
    let mut next = rest.chars();
    if matches!(next.next(), Some(',' | '.')) && next.next().is_some_and(|c| c.is_ascii_digit()) {
        return fail(i);
    }
    Ok((rest, whole * 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn words() {
        for (text, value) in [
            ("một", 1),
            ("mười", 10),
            ("mười lăm", 15),
            ("hai mươi", 20),
            ("hai mươi mốt", 21),
            ("ba mươi tư", 34),
            ("hăm ba", 23),
            ("ba chục", 30),
            ("một trăm linh năm", 105),
            ("hai trăm mười bốn", 214),
        ] {
            assert_found(worded(text), "", value);
        }
        assert!(worded("mốt").is_err());
        assert_found(worded("năm người"), " người", 5);
    }

    #[test]
    fn first_letters_are_known() {
        assert!(UNITS.iter().all(|(word, _)| may_be_worded(word)));
        assert!(["mười", "hăm"].into_iter().all(may_be_worded));
        assert!(!may_be_worded("linh năm") && !may_be_worded(""));
    }

    #[test]
    fn numbers_in_halves() {
        assert_found(halves("1,5 năm"), " năm", 3);
        assert_found(halves("02 ngày"), " ngày", 4);
        assert!(halves("1.234 ngày").is_err());
        assert!(halves("1,25 năm").is_err());
    }
}
