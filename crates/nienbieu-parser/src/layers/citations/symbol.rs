//! The symbol of a paper: "213/UBND-VX", "23/2021/QĐ-TTg", "240-CV/TU", "15/2023/QH15".

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n},
    character::complete::satisfy,
    combinator::{opt, recognize, verify},
    multi::{many_m_n, many0},
    sequence::{delimited, preceded, terminated},
};

use super::tables::{Body, ISSUERS, Kind, TYPES};
use crate::grammar::lex::{Found, at_word_end, eow, fail};
use crate::text::{is_alphabetic, is_alphanumeric};

/// A symbol's parts in the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Symbol<'a> {
    /// Digits, and a letter where one is added ("30a").
    pub(super) number: &'a str,
    pub(super) year: Option<&'a str>,
    pub(super) codes: Vec<&'a str>,
}

/// A number: one to six digits, with a letter behind them where the paper was put between two.
pub(super) fn number(i: &str) -> Found<'_, &str> {
    let letter = terminated(satisfy(|c| matches!(c, 'a'..='e')), eow);
    recognize((take_while_m_n(1, 6, |c: char| c.is_ascii_digit()), opt(letter))).parse(i)
}

/// A year: `19xx`, `20xx`.
fn year(i: &str) -> Found<'_, &str> {
    let four = take_while_m_n(4, 4, |c: char| c.is_ascii_digit());
    verify(four, |year: &str| year.starts_with("19") || year.starts_with("20")).parse(i)
}

/// `number "/" year` of a paper whose symbol is left out: "100/2019".
pub(super) fn number_of_year(i: &str) -> Found<'_, (&str, &str)> {
    whole((number, preceded(tag("/"), year)).parse(i))
}

/// What is found, unless more of a word, a date or an address follows.
fn whole<T>(found: Found<'_, T>) -> Found<'_, T> {
    let (rest, found) = found?;
    if at_word_end(rest) && !rest.starts_with('/') { Ok((rest, found)) } else { fail(rest) }
}

/// A code: a letter, then letters and digits, with "&" or a known body behind "." inside.
fn code(i: &str) -> Found<'_, &str> {
    let word =
        |i| recognize((satisfy(is_alphabetic), take_while_m_n(0, 12, is_alphanumeric))).parse(i);
    let body = verify(word, |code: &str| is_known(code));
    let more = alt((recognize((tag("&"), word)), recognize((tag("."), body))));
    recognize((word, many_m_n(0, 2, more))).parse(i)
}

/// A code of the tables, which may stand apart from what joins it.
fn known(i: &str) -> Found<'_, &str> {
    verify(code, |code: &str| is_known(code)).parse(i)
}

/// A hyphen or slash and the next code: spaces beside it only before a known one.
fn next(i: &str) -> Found<'_, &str> {
    let join = |i| alt((tag("-"), tag("/"))).parse(i);
    alt((preceded(join, code), preceded((opt(tag(" ")), join, opt(tag(" "))), known))).parse(i)
}

/// `number "/" [year "/"] code ("-" code)*`: a paper of the State.
fn state(i: &str) -> Found<'_, Symbol<'_>> {
    let slash = |i| delimited(opt(tag(" ")), tag("/"), opt(tag(" "))).parse(i);
    let first = alt((preceded(tag("/"), code), preceded(slash, known)));
    let (rest, (number, year, first, more)) =
        (number, opt(preceded(slash, year)), first, many0(next)).parse(i)?;
    let codes = std::iter::once(first).chain(more).collect();
    Ok((rest, Symbol { number, year, codes }))
}

/// `number "-" type "/" body ("-" unit)*`: a paper of the Party.
fn party(i: &str) -> Found<'_, Symbol<'_>> {
    let hyphen = delimited(opt(tag(" ")), tag("-"), opt(tag(" ")));
    let slash = delimited(opt(tag(" ")), tag("/"), opt(tag(" ")));
    let kind = verify(code, |code: &str| TYPES.contains_key(code));
    let unit = preceded(tag("-"), code);
    let (rest, (number, _, kind, _, body, more)) =
        (number, hyphen, kind, slash, code, many0(unit)).parse(i)?;
    let codes = [kind, body].into_iter().chain(more).collect();
    Ok((rest, Symbol { number, year: None, codes }))
}

/// A symbol in full.
pub(super) fn symbol(i: &str) -> Found<'_, Symbol<'_>> {
    whole(alt((state, party)).parse(i))
}

impl<'a> Symbol<'a> {
    /// The kind that its code says.
    pub(super) fn kind(&self) -> Option<Kind> {
        TYPES.get(*self.codes.first()?).copied()
    }

    /// The code of its kind.
    pub(super) fn type_code(&self) -> Option<&'a str> {
        self.kind().and(self.codes.first().copied())
    }

    /// The codes of its issuers (several for a joint paper), and of the unit that drew it up.
    pub(super) fn issuers(&self) -> (&[&'a str], &[&'a str]) {
        let joint = self.type_code().is_some_and(|code| code.ends_with("lt"));
        let rest = &self.codes[usize::from(self.kind().is_some())..];
        let count =
            if joint { rest.iter().take_while(|code| issuer(code).is_some()).count() } else { 1 };
        rest.split_at(count.min(rest.len()))
    }

    /// The body whose code comes first.
    pub(super) fn issuer(&self) -> Option<Body> {
        self.issuers().0.first().and_then(|code| issuer(code))
    }

    /// Whether its codes alone tell that it is a paper: a kind with its issuer, or an issuer with
    /// a unit or with the number of an assembly.
    pub(super) fn tells(&self) -> bool {
        let (issuers, units) = self.issuers();
        let body = self.issuer().is_some();
        let assembly =
            issuers.first().is_some_and(|code| code.ends_with(|c: char| c.is_ascii_digit()));
        if self.kind().is_some() { body } else { body && (assembly || !units.is_empty()) }
    }
}

/// The body with a code; "qh15" is an assembly's with its number.
fn issuer(code: &str) -> Option<Body> {
    let bare = code.trim_end_matches(|c: char| c.is_ascii_digit());
    ISSUERS.get(code).or_else(|| ISSUERS.get(bare)).copied()
}

fn is_known(code: &str) -> bool {
    TYPES.contains_key(code) || issuer(code).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, rest: &str, number: &str, year: Option<&str>, codes: &[&str]) {
        assert_eq!(symbol(text), Ok((rest, Symbol { number, year, codes: codes.to_vec() })));
    }

    #[test]
    fn papers_of_the_state() {
        check("213/ubnd-vx về", " về", "213", None, &["ubnd", "vx"]);
        check("23/2021/qđ-ttg.", ".", "23", Some("2021"), &["qđ", "ttg"]);
        check("15/2023/qh15", "", "15", Some("2023"), &["qh15"]);
        check("12 / nq - hđnd ngày", " ngày", "12", None, &["nq", "hđnd"]);
        check("30a/2008/nq-cp", "", "30a", Some("2008"), &["nq", "cp"]);
        check("2021/qđ-ubnd", "", "2021", None, &["qđ", "ubnd"]);
        check("12/2020/ttlt-byt-btc", "", "12", Some("2020"), &["ttlt", "byt", "btc"]);
        check("56/bnn&ptnt-ty", "", "56", None, &["bnn&ptnt", "ty"]);
        check("8/nq-tt.hđnd.", ".", "8", None, &["nq", "tt.hđnd"]);
    }

    #[test]
    fn papers_of_the_party() {
        check("240-cv/tu về", " về", "240", None, &["cv", "tu"]);
        check("36-hd/vptw", "", "36", None, &["hd", "vptw"]);
    }

    #[test]
    fn no_symbols() {
        for text in [
            "12/3/2021",
            "1/500",
            "24/7",
            "60 km/h",
            "5-10/ubnd",
            "2/3 số hộ",
            "12/5a/7",
            "bn12/qđ",
        ] {
            assert!(symbol(text).is_err(), "{text}");
        }
    }

    #[test]
    fn codes_are_told_apart() {
        let (_, joint) = symbol("12/2020/ttlt-byt-btc").unwrap();
        assert_eq!(joint.issuers(), (&["byt", "btc"][..], &[][..]));
        let (_, letter) = symbol("5888/byt-dp").unwrap();
        assert_eq!(letter.issuer().map(|body| body.name), Some("Bộ Y tế"));
        assert_eq!(letter.type_code(), None);
        assert!(letter.tells());
        assert!(!symbol("12/kp3").unwrap().1.tells());
        assert!(!symbol("3/ct-scan").unwrap().1.tells());
    }
}
