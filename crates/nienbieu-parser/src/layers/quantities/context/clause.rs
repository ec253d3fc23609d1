//! Marks and words between a figure and what stands near it.

use std::sync::LazyLock;

use crate::text::{is_alphanumeric, lexicon::Lexicon, table::rows, trie::Trie};

/// The phrases of one class.
struct Class {
    name: &'static str,
    phrases: Lexicon<&'static str>,
    /// The same from back to front.
    reversed: Trie,
}

/// The phrases of `data/figure_context.tsv`, folded, by class.
static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../../data/figure_context.tsv"));
    table.filter_map(|mut row| Some(Class::new(row.next()?, row.next()?))).collect()
});

/// The phrases of a class.
fn class(name: &str) -> Option<&'static Class> {
    CLASSES.iter().find(|class| class.name == name)
}

impl Class {
    fn new(name: &'static str, phrases: &'static str) -> Self {
        let phrases: Vec<&str> = phrases.split('|').collect();
        let reversed: Vec<Vec<u8>> = phrases.iter().map(|p| p.bytes().rev().collect()).collect();
        let phrases = Lexicon::new(phrases.into_iter().map(|phrase| (phrase, phrase)));
        Self { name, phrases, reversed: Trie::new(&reversed) }
    }

    /// Where the phrases start that some folded words end in, as whole words.
    fn before(&self, words: &str) -> impl Iterator<Item = usize> {
        let starts = self.reversed.prefixes(words.bytes().rev()).map(|(len, _)| words.len() - len);
        starts.filter(|&start| !words[..start].ends_with(is_alphanumeric))
    }
}

/// Whether a mark in the folded words parts one clause from the next; the comma of a decimal does not.
pub(super) fn is_parted(words: &str) -> bool {
    words.char_indices().any(|(at, c)| is_parting(words, at, c))
}

fn is_parting(words: &str, at: usize, mark: char) -> bool {
    match mark {
        ';' | ':' | '(' | ')' | '|' | '\t' | '\n' => true,
        ',' | '.' => !words[at + 1..].starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// The part of the folded words that is of one clause with what follows them.
pub(super) fn tail(words: &str) -> &str {
    let parting = words.char_indices().rev().find(|&(at, c)| is_parting(words, at, c));
    parting.map_or(words, |(at, c)| &words[at + c.len_utf8()..])
}

/// Whether the folded words end in a phrase of the class, as whole words.
pub(super) fn ends_in(words: &str, name: &str) -> bool {
    class(name).is_some_and(|class| class.before(words.trim_end()).next().is_some())
}

/// The phrase of the class that the folded words begin with, as whole words.
pub(super) fn begun_with(words: &str, name: &str) -> Option<&'static str> {
    let words = words.trim_start_matches(|c: char| !is_alphanumeric(c));
    class(name)?.phrases.at(words).map(|(_, phrase)| *phrase)
}

/// Whether the folded words begin with a phrase of the class.
pub(super) fn begins_with(words: &str, name: &str) -> bool {
    begun_with(words, name).is_some()
}

/// How far back a phrase that bears on a figure is looked for.
const REACH: usize = 1_200;

/// Where the last phrase of the class ends in the folded words, as whole words; signs alone are not looked for.
pub(super) fn last(words: &str, name: &str) -> Option<usize> {
    let class = class(name)?;
    let from = words.ceil_char_boundary(words.len().saturating_sub(REACH));
    let mut head = words;
    loop {
        head = head.trim_end_matches(|c: char| !is_alphanumeric(c));
        if head.len() <= from {
            return None;
        }
        if class.before(head).any(|start| start >= from) {
            return Some(head.len());
        }
        head = head.trim_end_matches(is_alphanumeric);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_written_folded() {
        for row in rows(include_str!("../../../../data/figure_context.tsv")) {
            for phrase in row.skip(1).flat_map(|phrases| phrases.split('|')) {
                assert_eq!(crate::text::Folded::new(phrase).as_str(), phrase);
                // `last` goes from word to word: it finds no sign.
                let is_sign = !phrase.contains(is_alphanumeric);
                let is_word =
                    phrase.starts_with(is_alphanumeric) && phrase.ends_with(is_alphanumeric);
                assert!(is_sign || is_word, "{phrase}");
            }
        }
    }

    #[test]
    fn marks_part_clauses() {
        assert!(is_parted(" ca, "));
        assert!(!is_parted(" tăng 1,5 lần so "));
        assert!(!is_parted(" đạt 1.200 tấn "));
    }

    #[test]
    fn the_tail_is_of_one_clause() {
        assert_eq!(tail("bằng 52% dự toán. riêng "), " riêng ");
        assert_eq!(tail("tiêu hủy gấp 1,7 lần cả "), "tiêu hủy gấp 1,7 lần cả ");
        assert_eq!(tail("12 ca;"), "");
    }

    #[test]
    fn phrases_are_whole_words() {
        assert!(ends_in("mưa lớn như ", "comparison"));
        assert!(!ends_in("con bò", "at"));
        assert_eq!(last("12 ca, trong đó ", "parts"), Some("12 ca, trong đó".len()));
        assert_eq!(last("ngân hàng", "parts"), None);
    }

    #[test]
    fn phrases_far_back_do_not_count() {
        let near = format!("{} trong đó {}", "ca ".repeat(9_000), "ca ".repeat(9));
        let far = format!("trong đó {}", "ca ".repeat(9_000));
        assert_eq!(last(&near, "parts"), Some(near.len() - " ".len() - "ca ".len() * 9));
        assert_eq!(last(&far, "parts"), None);
    }
}
