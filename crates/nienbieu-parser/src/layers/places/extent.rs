//! How far the name behind a word goes.

use nienbieu_gazetteer::{Kind, communes, districts, provinces};

use super::tokens::{Tokens, key};
use super::words::{KNOWN, Known, Manner, Rank, WORDS, Word};

/// Whether some words are a unit's whole name.
pub(super) fn names_unit(tokens: &Tokens<'_>, from: usize, count: usize) -> bool {
    let name = key(tokens.slice(from, count));
    is_province(&name) || districts::named(&name).next().is_some()
}

/// How many words the name behind a word has.
pub(super) fn name_length(
    tokens: &Tokens<'_>,
    from: usize,
    word: &Word,
    is_list: bool,
) -> Option<usize> {
    let first = tokens.all.get(from)?;
    if word.rank == Rank::Road {
        return road_length(tokens, from, word);
    }
    if first.number {
        let free = !matches!(tokens.gap(from), "/" | "." | "," | "%" | "-")
            || tokens.all.get(from + 1).is_none_or(|next| !next.number);
        let length = first.range.len();
        let numbered = match word.rank {
            Rank::District | Rank::Commune => fits(word, &key(tokens.slice(from, 1))),
            Rank::Hamlet => length < 4 && (word.is_plain() || ends_surely(tokens, from + 1)),
            _ => false,
        };
        return (free && numbered).then_some(1);
    }
    if !first.capital {
        return None;
    }
    let known =
        if word.rank.is_unit() { tokens.longest(from, |name| fits(word, name)) } else { None };
    if let Some(count) = known
        && (!tokens.goes_on(from, count)
            || word.rank == Rank::Province
            || KNOWN.at(tokens.rest(from + count)).is_some()
            || WORDS.at(tokens.rest(from + count)).is_some())
    {
        return Some(count);
    }
    let count = joined_run(tokens, from, word);
    match word.manner {
        Manner::Short | Manner::Numbered | Manner::Longer => None,
        Manner::Weak => (count > 1 && count < 5 && word.rank != Rank::Province
            || ends_surely(tokens, from + count))
        .then_some(count),
        Manner::Plain | Manner::One | Manner::Surname => (count < 5
            && (is_list || !word.of_many)
            && (word.rank != Rank::Facility
                || count > 1
                || word.manner == Manner::One && is_own_name(tokens, from)
                || ends_surely(tokens, from + count)))
        .then_some(count),
    }
}

/// Whether one syllable may be a name: "sông Hồng", but not "chợ Tết" or "cầu Thủ tướng" with the first of two.
fn is_own_name(tokens: &Tokens<'_>, at: usize) -> bool {
    const NONE: &[&str] =
        &["tết", "xuân", "hè", "thủ", "trung", "hàng", "thủy", "phật", "nông", "quốc", "bà", "ông"];
    let name = tokens.slice(at, 1);
    name.chars().count() > 1 && !NONE.contains(&name)
}

/// A name of capitalised words; a facility's may be made of two ("cầu Mỹ Lợi - Cần Giuộc").
pub(super) fn joined_run(tokens: &Tokens<'_>, from: usize, word: &Word) -> usize {
    let first = tokens.run(from).max(1);
    let numbered = |count: usize| {
        let next = tokens.all.get(from + count);
        word.rank != Rank::Facility
            && tokens.gap(from + count - 1) == " "
            && next.is_some_and(|t| t.number && t.range.len() < 3)
            && ends_surely(tokens, from + count + 1)
    };
    if word.rank == Rank::Hamlet && numbered(first) { first + 1 } else { first }
}

/// `4D`, `1A`, `30/4`, `Trần Hưng Đạo`, `Hà Nội - Hải Phòng`, `số 5`
pub(super) fn road_length(tokens: &Tokens<'_>, from: usize, word: &Word) -> Option<usize> {
    let first = tokens.all.get(from)?;
    let digit = |at: usize| tokens.slice(at, 1).starts_with(|c: char| c.is_ascii_digit());
    if digit(from) {
        let mut count = 1;
        while matches!(tokens.gap(from + count - 1), "/" | "-") && digit(from + count) && count < 4
        {
            count += 1;
        }
        // "đường 3 tháng 2"
        if tokens.slice(from + 1, 1) == "tháng" && digit(from + 2) {
            count = 3;
        }
        return (first.range.len() < 5).then_some(count);
    }
    if word.manner == Manner::Short || !first.capital {
        return None;
    }
    let mut count = tokens.run(from);
    while matches!(tokens.gap(from + count - 1), " - " | "-")
        && tokens.run(from + count) > 0
        && count < 10
    {
        count += tokens.run(from + count);
    }
    (count > 1 || ends_surely(tokens, from + count)).then_some(count)
}

/// Whether the gazetteer has a unit of the name that the word may mean.
pub(super) fn fits(word: &Word, name: &str) -> bool {
    match word.rank {
        Rank::Province => is_province(name),
        Rank::District => {
            districts::named(name).any(|u| word.kinds.contains(&u.kind))
                || word.kinds.contains(&Kind::ThanhPho) && is_province(name)
                || word.manner != Manner::Short && districts::named(name).next().is_some()
        }
        Rank::Commune => communes::named(name)
            .any(|u| word.manner != Manner::Short || word.kinds.contains(&u.kind)),
        _ => false,
    }
}

pub(super) fn is_province(name: &str) -> bool {
    provinces::named(name).is_some()
        || matches!(KNOWN.at(name), Some((length, Known::Alias(_))) if length == name.len())
}

/// Whether a name's end is plain: a mark, the sentence's end, or another word of places.
pub(super) fn ends_surely(tokens: &Tokens<'_>, at: usize) -> bool {
    at >= tokens.all.len()
        || tokens.gap(at.saturating_sub(1)) != " "
        || WORDS.at(tokens.rest(at)).is_some()
}
