//! Telling a person's name from a place, a body and ordinary words.

use super::features::{capital, printed_words};
use super::lexicon::{furniture_of, names, outlets, plain, sections};
use crate::text::{Folded, is_alphabetic, is_lowercase};

/// The plain words of a printed text.
pub(super) fn plain_of(text: &str) -> String {
    plain(Folded::new(text).as_str())
}

/// One to four capitalised syllables that are no place, no outlet and no section.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = printed_words(text).collect();
    let letters =
        |c: char| is_alphabetic(c) || matches!(c, '.' | ' ' | '\'' | '’') || c == '\u{a0}';
    if words.is_empty() || words.len() > 5 || text.chars().count() > 40 {
        return false;
    }
    if !text.chars().all(|c| letters(c) || is_combining(c)) || !words.iter().all(|w| capital(w)) {
        return false;
    }
    let plain = plain_of(text);
    if names().has("place", &plain) || sections().has("", &plain) || sections().has("wide", &plain)
    {
        return false;
    }
    let capitals = words.iter().all(|w| w.chars().all(|c| !is_lowercase(c)));
    if words.len() == 1 {
        // Initials ("T.H", "BT"), or a pen name that is a given name.
        return (capitals
            && text.chars().count() <= 6
            && !outlets().has("never", &plain)
            && !outlets().has("name", &plain))
            || names().has("given", &plain);
    }
    let first = plain.split(' ').next().unwrap_or_default();
    let last = plain.rsplit(' ').next().unwrap_or_default();
    let given = |w: &str| names().has("given", w) || w.chars().count() == 1;
    if outlets().has("name", &plain)
        || outlets().starts("first", &plain).is_some()
        || outlets().ends("last", &plain)
    {
        return false;
    }
    // Text typed without marks: nothing to look up.
    let bare = text.is_ascii() && words.len() < 5 && words.iter().all(|w| w.len() < 8) && !capitals;
    let middle = [" thị ", " văn "].iter().any(|word| plain.contains(word));
    match words.len() {
        // Capitals hide what is a name: only the plainest count.
        2 if capitals => given(first) || given(last),
        count if capitals => middle || (count < 4 && given(first)),
        2 => bare || given(first) || given(last),
        _ => bare || middle || plain.split(' ').any(given),
    }
}

/// What may be names where nothing but names is to be expected: capitalised syllables that nobody
/// needs to know ("Sín Chải", "B.Hải", "Út Khiêm"), apart or side by side.
pub(super) fn could_be_names(text: &str) -> bool {
    let parts = parts(text);
    let letters =
        |c: char| is_alphabetic(c) || matches!(c, '.' | ' ' | '\u{a0}') || is_combining(c);
    let fits = |part: &str| {
        let count = printed_words(part).count();
        let plain = plain_of(part);
        let initial = part.contains('.') && !part.ends_with('.');
        part.chars().all(letters)
            && printed_words(part).all(capital)
            && part.chars().any(is_lowercase)
            && (count > 1 && count <= 4 || count == 1 && initial)
            && !names().has("place", &plain)
            && !sections().has("", &plain)
            && !sections().has("wide", &plain)
            && !outlets().has("name", &plain)
            && outlets().starts("first", &plain).is_none()
            && !outlets().ends("last", &plain)
            && furniture_of(&plain, &plain).is_none()
    };
    text.chars().count() <= 50 && (1..=3).contains(&parts.len()) && parts.iter().all(|p| fits(p))
}

/// A place of writing: "Huế", "Trà Cú, Trà Vinh".
pub(super) fn is_place(text: &str) -> bool {
    let parts: Vec<&str> = text.trim_matches(['(', ')']).split(',').map(str::trim).collect();
    let capitals = || printed_words(text).all(capital);
    let last = parts.last().is_some_and(|part| names().has("place", &plain_of(part)));
    parts.len() <= 3 && last && capitals() && printed_words(text).count() <= 8
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Names side by side: "Minh Anh - Thu Hà", "Lê Hoài, Trần An", "An và Bình", "PV – Thu Hà".
pub(super) fn are_names(text: &str) -> bool {
    let parts = parts(text);
    (1..=5).contains(&parts.len()) && parts.iter().all(|part| is_name(part))
}

/// What stands between the separators of a list of names.
pub(super) fn parts(text: &str) -> Vec<&str> {
    text.split(['-', '–', '—', ',', '&', ';', '+', '/'])
        .flat_map(|part| part.split(" và "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people() {
        for name in
            ["Lê Hoài", "Giàng Thị Mỷ", "PHAN TRÍ", "Thu Trang", "T.H", "Phước An", "Y Blom"]
        {
            assert!(is_name(name), "{name}");
        }
        assert!(are_names("Quốc Bảo – Thu Hà"));
        assert!(are_names("Minh Anh, Lê Hoài và Thu Hà"));
    }

    #[test]
    fn names_where_names_stand() {
        for text in ["Phương Thúy - Sín Chải", "Út Khiêm", "B.Hải"] {
            assert!(could_be_names(text), "{text}");
        }
        for text in ["Hà Nam", "Xã hội", "Trở về", "Tin khác", "LIÊN HỆ", "Video", "Báo Điện Biên"]
        {
            assert!(!could_be_names(text), "{text}");
        }
    }

    #[test]
    fn no_names() {
        for text in [
            "Hà Nam",
            "CDC Hà Nam",
            "Xã hội",
            "Y tế",
            "Kinh tế - Xã hội",
            "TTXVN",
            "UBND",
            "Điện Biên TV",
            "Lu nước mưa",
            "Tin khác",
            "Lê Hoài phát biểu",
            "Khoa 3",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }
}
