//! What stands beside a name.

use nienbieu_gazetteer::districts;

use super::extent::{fits, names_unit};
use super::tokens::{Tokens, key};
use super::words::{GUARDS, Guard, KNOWN, Known, Manner, Rank, WORDS, Word};

/// How far back a guard may start.
const GUARD_WORDS: usize = 6;

/// Whether a known name has the capitals of one.
pub(super) fn is_printed(tokens: &Tokens<'_>, at: usize, known: Known) -> bool {
    let Some((length, _)) = KNOWN.at(tokens.rest(at)) else { return false };
    let count = tokens.count(at, length);
    let capital = |i: usize| tokens.all.get(i).is_some_and(|token| token.capital);
    let mut words = at..at + count;
    match known {
        Known::Region(_) => words.any(capital),
        // "Đồng Nai", "Cu-ba", but "Bosnia và Herzegovina" too.
        Known::Country(_) if count == 2 => {
            capital(at) && (capital(at + 1) || tokens.gap(at) == "-")
        }
        Known::Country(_) => {
            capital(at) && (count < 3 || capital(at + count - 1) || tokens.gap(at) == "-")
        }
        // The city is never named without its word: the name alone is the man's.
        Known::Province(province) => province.iso != "VN-SG" && words.all(capital),
        Known::Alias(_) => words.all(capital),
        // "Cột cờ Lũng Cú"
        Known::Landmark => capital(at) && capital(at + count - 1),
    }
}

/// Whether a name is a person's: "Y sĩ Hồ Thị Lĩnh", "UBND tỉnh Nguyễn Văn An", "già làng Siu Blơn".
pub(super) fn is_person(
    tokens: &Tokens<'_>,
    at: usize,
    from: usize,
    count: usize,
    word: &Word,
) -> bool {
    let capital = tokens.all.get(at).is_some_and(|token| token.capital);
    let surname = word.manner == Manner::Surname && capital && !names_unit(tokens, from, count);
    let number = tokens.all.get(from).is_some_and(|token| token.number);
    let known =
        || word.rank.is_unit() && tokens.longest(from, |name| fits(word, name)) == Some(count);
    surname || guard(tokens, at, 1) == Some(Guard::Office) && !number && !known()
}

/// Whether what stands behind a name says where it is: ", huyện …", "(…", ", Điện Biên".
pub(super) fn has_holder(tokens: &Tokens<'_>, at: usize) -> bool {
    let gap = tokens.gap(at.saturating_sub(1));
    let worded = WORDS.at(tokens.rest(at)).is_some_and(|(_, word)| word.rank < Rank::Commune);
    let named = || {
        let count = tokens.run(at);
        count > 1 && districts::named(&key(tokens.slice(at, count))).next().is_some()
            || matches!(KNOWN.at(tokens.rest(at)), Some((_, Known::Province(_) | Known::Alias(_))))
    };
    matches!(gap, ", " | " (" | " - " | " ") && worded || matches!(gap, ", " | " (") && named()
}

/// "các huyện", "3 xã", "hai tỉnh", "nhiều bản".
pub(super) fn is_many(tokens: &Tokens<'_>, at: usize) -> bool {
    const MANY: &[&str] = &[
        "các", "những", "nhiều", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
        "số", "mấy", "vài",
    ];
    at.checked_sub(1).is_some_and(|i| {
        tokens.gap(i) == " "
            && (tokens.all.get(i).is_some_and(|t| t.number) || MANY.contains(&tokens.slice(i, 1)))
    })
}

/// Whether a word begins its sentence, or what is said in it.
pub(super) fn begins(tokens: &Tokens<'_>, at: usize) -> bool {
    at.checked_sub(1).is_none_or(|i| {
        let gap = tokens.gap(i);
        gap.contains(['"', '“', '‘', '(', ':', '.', '?', '!', '…', '\n']) || gap.trim() == "-"
    })
}

/// "M." in "M. Hà Giang".
pub(super) fn is_initial(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.slice(at, 1).chars().count() == 1
}

/// What stands beside a name and says that it is no place's.
pub(super) fn guard(tokens: &Tokens<'_>, at: usize, count: usize) -> Option<Guard> {
    let behind = GUARDS.at(tokens.rest(at + count)).filter(|(_, guard)| **guard == Guard::After);
    if behind.is_some() && tokens.gap(at + count - 1) == " " {
        return Some(Guard::After);
    }
    let start = tokens.all.get(at)?.range.start;
    (1..=GUARD_WORDS.min(at)).find_map(|back| {
        let (length, guard) = GUARDS.at(tokens.rest(at - back))?;
        let from = tokens.all.get(at - back)?.range.start;
        (*guard != Guard::After && from + length + 1 == start && tokens.gap(at - 1) == " ")
            .then_some(*guard)
    })
}
