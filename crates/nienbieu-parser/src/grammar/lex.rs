//! Words, spaces and figures of the folded text: what every production is made of.

use nom::{
    IResult, Parser,
    character::complete::one_of,
    combinator::{map_opt, opt, recognize, verify},
    sequence::{preceded, terminated},
};

use super::ast::{Expr, Node};
use crate::text::is_alphanumeric;

/// The result of a production on folded text.
pub(crate) type Found<'a, T> = IResult<&'a str, T>;

/// Fails, for want of anything better to say: a production that does not match is no error.
pub(crate) fn fail<T>(i: &str) -> Found<'_, T> {
    Err(nom::Err::Error(nom::error::Error::new(i, nom::error::ErrorKind::Fail)))
}

/// Whether no letter or digit follows.
pub(crate) fn at_word_end(i: &str) -> bool {
    !i.starts_with(is_alphanumeric)
}

/// The end of a word.
pub(crate) fn eow(i: &str) -> Found<'_, ()> {
    if at_word_end(i) { Ok((i, ())) } else { fail(i) }
}

/// Spaces, at least one.
pub(crate) fn space(i: &str) -> Found<'_, &str> {
    let spaces = i.bytes().take(8).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    if spaces > 0 { Ok((&i[spaces..], &i[..spaces])) } else { fail(i) }
}

/// Spaces, or none.
pub(crate) fn space0(i: &str) -> Found<'_, &str> {
    let spaces = i.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    Ok((&i[spaces..], &i[..spaces]))
}

/// One whole word, or several with spaces between.
#[inline]
pub(crate) fn phrase<'a>(words: &'static str) -> impl Fn(&'a str) -> Found<'a, ()> {
    move |i| {
        // Most phrases are out by their first byte.
        if i.as_bytes().first() != words.as_bytes().first() {
            return fail(i);
        }
        phrase_behind(i, words).map_or_else(|| fail(i), |rest| Ok((rest, ())))
    }
}

/// What remains behind a phrase.
fn phrase_behind<'a>(i: &'a str, words: &str) -> Option<&'a str> {
    let same = i.bytes().zip(words.bytes()).take_while(|(a, b)| a == b).count();
    if same == words.len() {
        return Some(&i[same..]).filter(|rest| at_word_end(rest));
    }
    // Other spaces than one may stand between the words, where all fits up to there.
    if !matches!(i.as_bytes().get(same), Some(b' ' | b'\t')) {
        return None;
    }
    let (first, more) = words.split_once(' ')?;
    spaced(i.strip_prefix(first), more)
}

/// What remains behind the rest of a phrase, its words any number of spaces apart.
fn spaced<'a>(rest: Option<&'a str>, more: &str) -> Option<&'a str> {
    let mut rest = rest?;
    for word in more.split(' ') {
        let next = rest.trim_start_matches([' ', '\t']);
        let apart = (1..=8).contains(&(rest.len() - next.len()));
        rest = next.strip_prefix(word).filter(|_| apart)?;
    }
    at_word_end(rest).then_some(rest)
}

/// The first phrase of the list that fits, with its index; longer ones must come first.
pub(crate) fn one_phrase<'a>(
    phrases: &'static [&'static str],
) -> impl Fn(&'a str) -> Found<'a, usize> {
    move |i| {
        for (index, words) in phrases.iter().enumerate() {
            if let Ok((rest, ())) = phrase(words)(i) {
                return Ok((rest, index));
            }
        }
        fail(i)
    }
}

/// The value of the first phrase that fits; longer ones must come first.
pub(crate) fn lookup<'a, T: Copy>(
    table: &'static [(&'static str, T)],
) -> impl Fn(&'a str) -> Found<'a, T> {
    move |i| {
        let first = i.as_bytes().first();
        for &(words, value) in table {
            if words.as_bytes().first() == first
                && let Ok((rest, ())) = phrase(words)(i)
            {
                return Ok((rest, value));
            }
        }
        fail(i)
    }
}

/// A word and the spaces after it.
pub(crate) fn lead<'a>(words: &'static str) -> impl Fn(&'a str) -> Found<'a, ()> {
    move |i| terminated(phrase(words), space).parse(i)
}

/// A run of `min` to `max` digits with no digit after it.
pub(crate) fn digits<'a>(min: usize, max: usize) -> impl Fn(&'a str) -> Found<'a, &'a str> {
    move |i: &str| {
        let count = i.bytes().take(max + 1).take_while(u8::is_ascii_digit).count();
        if (min..=max).contains(&count) { Ok((&i[count..], &i[..count])) } else { fail(i) }
    }
}

/// A number of one or two digits within bounds.
pub(crate) fn small<'a>(low: u8, high: u8) -> impl Fn(&'a str) -> Found<'a, u8> {
    move |i| {
        map_opt(digits(1, 2), |text| text.parse().ok().filter(|n| (low..=high).contains(n)))
            .parse(i)
    }
}

/// Two digits, up to a greatest number.
pub(crate) fn two_digits<'a>(max: u8) -> impl Fn(&'a str) -> Found<'a, u8> {
    move |i| map_opt(digits(2, 2), |text| text.parse().ok().filter(|n| *n <= max)).parse(i)
}

/// A year of four digits, 1000 to 2999.
pub(crate) fn year4(i: &str) -> Found<'_, i16> {
    let (rest, text) = verify(digits(4, 4), |text: &str| text.starts_with(['1', '2'])).parse(i)?;
    text.parse().map_or_else(|_| fail(i), |year| Ok((rest, year)))
}

/// A year that news speaks of, 1800 to 2199: what needs no word "năm" beside it.
pub(crate) fn modern_year(i: &str) -> Found<'_, i16> {
    verify(year4, |year| (1800..2200).contains(year)).parse(i)
}

/// A separator of date parts, with spaces around it or not.
pub(crate) fn separator<'a>(allowed: &'static str) -> impl Fn(&'a str) -> Found<'a, char> {
    move |i| {
        let (rest, _) = opt(one_of(" ")).parse(i)?;
        let (rest, mark) = one_of(allowed).parse(rest)?;
        let (rest, _) = opt(one_of(" ")).parse(rest)?;
        Ok((rest, mark))
    }
}

/// A hyphen between the ends of a range, with spaces around it or not; an arrow does as well.
pub(crate) fn dash(i: &str) -> Found<'_, ()> {
    let (rest, _) = recognize((space0, one_of("-~→"), space0)).parse(i)?;
    Ok((rest, ()))
}

/// A comma, semicolon or "và" between the members of a list.
pub(crate) fn list_mark(i: &str) -> Found<'_, ()> {
    let words = preceded(space, terminated(one_phrase(&["và", "hoặc", "cùng", "hay"]), space));
    let mark = recognize((space0, one_of(",;"), space0, opt(lead("và"))));
    if let Ok((rest, _)) = recognize(mark).parse(i) {
        return Ok((rest, ()));
    }
    let (rest, _) = recognize(words).parse(i)?;
    Ok((rest, ()))
}

/// Wraps a production's value into a node with its place and its rule's name.
pub(crate) fn node<'a>(
    rule: &'static str,
    mut parser: impl FnMut(&'a str) -> Found<'a, Expr>,
) -> impl FnMut(&'a str) -> Found<'a, Node> {
    move |i| {
        let (rest, expr) = parser(i)?;
        Ok((rest, Node { start: i.len(), end: rest.len(), expr, rule }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn phrases_are_whole_words() {
        assert_found(phrase("thời gian qua")("thời  gian qua, x"), ", x", ());
        assert!(phrase("thời gian qua")("thời gian quan").is_err());
        assert!(phrase("tối")("tốit").is_err());
        assert_found(one_phrase(&["hôm nay", "hôm"])("hôm nay."), ".", 0);
    }

    #[test]
    fn digits_stop_where_they_end() {
        assert_found(digits(1, 2)("12/7"), "/7", "12");
        assert!(digits(1, 2)("123").is_err());
        assert_found(small(1, 31)("07."), ".", 7);
        assert!(small(1, 31)("32").is_err());
        assert_found(modern_year("2021"), "", 2021);
        assert!(modern_year("1021").is_err());
    }

    #[test]
    fn list_marks() {
        for mark in [", ", " và ", ",", "; ", ", và "] {
            assert_found(list_mark(&format!("{mark}5")), "5", ());
        }
        assert!(list_mark(" vàng").is_err());
    }
}
