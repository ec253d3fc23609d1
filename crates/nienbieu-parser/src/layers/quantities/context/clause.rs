//! Marks and words between a figure and what stands near it.

use std::sync::LazyLock;

use crate::{scan::classes::Classes, text::is_alphanumeric};

/// The phrases of `data/figure_context.tsv`, folded, by class.
static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| Classes::read(include_str!("../../../../data/figure_context.tsv")));

/// The phrases of a class.
fn class(name: &str) -> &'static [&'static str] {
    CLASSES.get(name)
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
    let words = words.trim_end();
    class(name)
        .iter()
        .any(|phrase| words.strip_suffix(*phrase).is_some_and(|b| !b.ends_with(is_alphanumeric)))
}

/// The phrase of the class that the folded words begin with, as whole words.
pub(super) fn begun_with(words: &str, name: &str) -> Option<&'static str> {
    let words = words.trim_start_matches(|c: char| !is_alphanumeric(c));
    let begins = |phrase: &&&str| {
        words.strip_prefix(**phrase).is_some_and(|a| !a.starts_with(is_alphanumeric))
    };
    class(name).iter().filter(begins).max_by_key(|phrase| phrase.len()).copied()
}

/// Whether the folded words begin with a phrase of the class.
pub(super) fn begins_with(words: &str, name: &str) -> bool {
    begun_with(words, name).is_some()
}

/// How far back a phrase that bears on a figure is looked for.
const REACH: usize = 1_200;

/// Where the last phrase of the class ends in the folded words, as whole words.
pub(super) fn last(words: &str, name: &str) -> Option<usize> {
    let from = words.ceil_char_boundary(words.len().saturating_sub(REACH));
    let reach = &words[from..];
    let bounded = |start: usize, end: usize| {
        !words[..start].ends_with(is_alphanumeric) && !words[end..].starts_with(is_alphanumeric)
    };
    let found = class(name).iter().filter_map(|phrase| {
        let ends = reach.rmatch_indices(*phrase);
        let ends = ends.map(|(at, p)| (from + at, from + at + p.len()));
        ends.filter(|&(start, end)| bounded(start, end)).map(|(_, end)| end).next()
    });
    found.max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_written_folded() {
        for name in CLASSES.names() {
            for phrase in class(name) {
                assert_eq!(crate::text::Folded::new(phrase).as_str(), *phrase, "{name}");
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
