//! Numbers that the health service gave its patients.

use std::{
    ops::{Range, RangeInclusive},
    sync::LazyLock,
};

use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while1},
    character::complete::{char, digit1, space0},
    combinator::{map_opt, opt, recognize, verify},
    multi::many0_count,
    sequence::{pair, preceded},
};

use crate::text::is_alphanumeric;
use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::rows,
};

/// No list of patients is written out beyond this many.
const MANY: u64 = 2000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// Whatever number follows is a patient's.
    Number,
    /// Only a number that is followed as a person is.
    Bare,
    /// Goes on after a person.
    GoesOn,
}

static WORDS: LazyLock<Lexicon<Use>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/patient_words.tsv"));
    Lexicon::new(table.filter_map(|mut row| {
        let phrase = row.next()?;
        let used = match row.next()? {
            "number" => Use::Number,
            "bare" => Use::Bare,
            _ => Use::GoesOn,
        };
        Some((phrase, used))
    }))
});

/// The patients that a folded line names by their numbers, in order.
pub(super) fn find(line: &str) -> Vec<(Range<usize>, RangeInclusive<u64>)> {
    let mut found = Vec::new();
    let mut past = 0;
    for start in word_starts(line) {
        if start < past {
            continue;
        }
        let Some((rest, numbers)) = patient(&line[start..]) else { continue };
        past = line.len() - rest.len();
        found.push((start..past, numbers));
        while let Ok((rest, (before, numbers))) = another(&line[past..]) {
            let from = past + before;
            past = line.len() - rest.len();
            found.push((from..past, numbers));
        }
    }
    found
}

/// `WORD number`, with what is left.
fn patient(text: &str) -> Option<(&str, RangeInclusive<u64>)> {
    if let Ok((rest, numbers)) = code(text) {
        return Some((rest, numbers));
    }
    let (length, used) = WORDS.at(text).filter(|(_, used)| **used != Use::GoesOn)?;
    let (rest, numbers) = preceded(space0, numbers).parse(&text[length..]).ok()?;
    let fits = if *used == Use::Number { !counts(rest) } else { goes_on(rest) };
    fits.then_some((rest, numbers))
}

/// `BN12345`, `BN990-993`: the letters and the number in one word.
fn code(text: &str) -> IResult<&str, RangeInclusive<u64>> {
    preceded(tag("bn"), verify_end(numbers)).parse(text)
}

/// The end of a number: no letter or figure right behind it.
fn verify_end<'a>(
    inner: impl Parser<&'a str, Output = RangeInclusive<u64>, Error = nom::error::Error<&'a str>>,
) -> impl Parser<&'a str, Output = RangeInclusive<u64>, Error = nom::error::Error<&'a str>> {
    let end = nom::combinator::peek(nom::combinator::not(take_while1(is_alphanumeric)));
    nom::sequence::terminated(inner, end)
}

/// The next of a list: `, 1441`, ` và 1442`, `; BN1443`. Gives where its own words begin.
fn another(text: &str) -> IResult<&str, (usize, RangeInclusive<u64>)> {
    let mut separator = alt((tag(", "), tag("; "), tag(" và "), tag(", và ")));
    let (rest, separator) = separator.parse(text)?;
    let listed = preceded(opt(pair(tag("bn"), space0)), numbers);
    // Two figures at least: "BN17, 3 người nhà" counts people.
    let (after, numbers) = verify(listed, |found| *found.start() > 9).parse(rest)?;
    if goes_on(after) {
        Ok((after, (separator.len(), numbers)))
    } else {
        Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Verify)))
    }
}

/// `number`, `number-number`, `number đến BNnumber`: the last may leave out the figures it shares.
fn numbers(text: &str) -> IResult<&str, RangeInclusive<u64>> {
    let (rest, first) = number(text)?;
    let to = alt((recognize((space0, char('-'), space0)), tag(" đến "), tag(" tới ")));
    let last = preceded((to, opt(pair(tag("bn"), space0))), number);
    match verify(last, |last| *last > first && last - first < MANY).parse(rest) {
        Ok((rest, last)) => Ok((rest, first..=last)),
        Err(_) => Ok((rest, first..=first)),
    }
}

/// `12345`, `1.440`.
fn number(text: &str) -> IResult<&str, u64> {
    let group = preceded(char('.'), verify(digit1, |figures: &str| figures.len() == 3));
    let grouped = recognize(pair(digit1, many0_count(group)));
    map_opt(grouped, |figures: &str| {
        let plain: String = figures.chars().filter(char::is_ascii_digit).collect();
        plain.parse().ok().filter(|number| *number > 0)
    })
    .parse(text)
}

/// Whether what stands behind a number goes on as of a person: the end, a mark, or a word that does.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        None | Some(';' | ':' | ')' | '(' | '"' | '”' | '\n' | '!' | '?') => true,
        Some(',' | '.') => !chars.next().is_some_and(is_alphanumeric),
        Some(' ') => {
            let rest = rest.trim_start();
            let marks = |c: char| !is_alphanumeric(c) && !matches!(c, '%' | '/' | '-' | '+');
            rest.starts_with(marks)
                || WORDS.at(rest).is_some_and(|(_, used)| *used == Use::GoesOn)
                || rest.is_empty()
        }
        _ => false,
    }
}

/// Whether a unit follows right behind: "số 3%".
fn counts(rest: &str) -> bool {
    rest.starts_with(|c: char| matches!(c, '%' | '/' | '+') || is_alphanumeric(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Folded;

    fn found(text: &str) -> Vec<(String, Vec<u64>)> {
        let folded = Folded::new(text);
        let line = folded.as_str();
        find(line).into_iter().map(|(at, n)| (line[at].to_owned(), n.collect())).collect()
    }

    #[test]
    fn patients_by_number() {
        for (text, words, number) in [
            ("chùm ca bệnh của BN118742 hồi tháng 7", "bn118742", 118_742),
            ("BN 1440 (nữ, 35 tuổi)", "bn 1440", 1440),
            ("BN1.440 là nam", "bn1.440", 1440),
            ("bệnh nhân 17 đã khỏi", "bệnh nhân 17", 17),
            ("Bệnh nhân số 1.440 nhập cảnh", "bệnh nhân số 1.440", 1440),
            ("ca bệnh số 12 tử vong", "ca bệnh số 12", 12),
            ("ca số 91", "ca số 91", 91),
            ("tiếp xúc với bệnh nhân 3021.", "bệnh nhân 3021", 3021),
        ] {
            assert_eq!(found(text), [(words.to_owned(), vec![number])], "{text}");
        }
    }

    #[test]
    fn ranges_and_lists() {
        let one = |n: u64| vec![n];
        assert_eq!(found("BN 990-993"), [("bn 990-993".into(), vec![990, 991, 992, 993])]);
        assert_eq!(found("BN990 đến BN992,")[0].1, [990, 991, 992]);
        assert_eq!(
            found("BN1440, BN1441 và BN1442"),
            [
                ("bn1440".into(), one(1440)),
                ("bn1441".into(), one(1441)),
                ("bn1442".into(), one(1442))
            ]
        );
        assert_eq!(found("các bệnh nhân 1440, 1441 được").len(), 2);
        assert_eq!(found("BN3967-3969, 3980")[1], ("3980".into(), one(3980)));
        assert_eq!(found("BN1-900000").len(), 1);
        assert_eq!(found("BN1-900000")[0].1, [1]);
    }

    #[test]
    fn numbers_of_no_patient() {
        for text in [
            "12 bệnh nhân",
            "điều trị 37 bệnh nhân sởi",
            "bệnh nhân 45 tuổi",
            "BN 45 tuổi",
            "bệnh nhân 2 lần xét nghiệm",
            "bệnh nhân 3 ngày sau",
            "cho bệnh nhân 24/24 giờ",
            "100 BN",
            "bệnh nhân nặng",
            "ca bệnh 5%",
            "ca mắc mới 20",
            "F0, F1, F2",
            "bnx123",
            "bn12a",
            "bệnh nhân thứ 3",
            "5 BN, 3 ca",
            "mỗi bệnh nhân 2 triệu đồng",
            "bệnh nhân 1,2 triệu",
            "hỗ trợ bệnh nhân 500.000 đồng",
            "số 1440",
            "bệnh viện dã chiến số 2",
            "BN0",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("BN17, 3 người nhà").len(), 1);
    }
}
