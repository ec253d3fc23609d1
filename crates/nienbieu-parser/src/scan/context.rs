//! What stands around a candidate.

use std::ops::Range;

use super::Style;
use crate::text::{is_alphabetic, is_alphanumeric};

/// The text before and after a position, and what was found before it.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) at: usize,
    /// How the text before writes a day and a month.
    pub(crate) style: Style,
    previous: Option<Range<usize>>,
    /// The previous time is one of the clock.
    after_clock: bool,
    is_capital: &'a dyn Fn(usize) -> bool,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        text: &'a str,
        at: usize,
        previous: Option<Range<usize>>,
        is_capital: &'a dyn Fn(usize) -> bool,
        style: Style,
    ) -> Self {
        Self { text, at, style, previous, after_clock: false, is_capital }
    }

    /// The same behind a clock time.
    pub(crate) const fn after_clock(self, after_clock: bool) -> Self {
        Self { after_clock, ..self }
    }

    /// Whether a clock time stands right before, with "và" or "hoặc" between.
    pub(crate) fn follows_clock(&self) -> bool {
        let Some(previous) = self.previous.as_ref().filter(|_| self.after_clock) else {
            return false;
        };
        matches!(self.text.get(previous.end..self.at), Some(" và " | " hoặc "))
    }

    /// The text before, on the same line, at most some sixty bytes of it.
    pub(crate) fn before(&self) -> &'a str {
        let from = self.text.ceil_char_boundary(self.at.saturating_sub(64));
        let before = &self.text[from..self.at];
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// The text after a match of so many bytes, on the same line.
    pub(crate) fn after(&self, length: usize) -> &'a str {
        let rest = &self.text[self.at + length..];
        rest[..rest.floor_char_boundary(64)].split('\n').next().unwrap_or_default()
    }

    /// The match itself.
    pub(crate) fn words(&self, length: usize) -> &'a str {
        &self.text[self.at..self.at + length]
    }

    /// Whether one of the phrases stands right before, as whole words.
    pub(crate) fn follows(&self, phrases: &[&str]) -> bool {
        let before = self.before().trim_end_matches(' ');
        before.len() < self.before().len() && ends_with_any(before, phrases)
    }

    /// Whether one of the phrases stands somewhere before, with no mark between.
    pub(crate) fn names_before(&self, phrases: &[&str]) -> bool {
        let before = self.before();
        let clause = before.rsplit([',', '.', ';', ':', '(', ')', '-']).next().unwrap_or_default();
        let bounded = |at: usize, len: usize| {
            !clause[..at].ends_with(is_alphanumeric)
                && !clause[at + len..].starts_with(is_alphanumeric)
        };
        phrases.iter().any(|p| clause.match_indices(p).any(|(at, found)| bounded(at, found.len())))
    }

    /// Whether "ngày" stands two to four words before, for one day that is named: "ngày bầu cử".
    pub(crate) fn names_day_before(&self) -> bool {
        let before = self.before();
        let clause = before.rsplit([',', '.', ';', ':', '(', ')', '-']).next().unwrap_or_default();
        let words: Vec<&str> = clause.split_whitespace().collect();
        let near = words.len().saturating_sub(5);
        let place = words[near..].iter().rposition(|word| *word == "ngày").map(|at| at + near);
        let is_letters = |word: &&str| word.chars().all(is_alphabetic);
        place.is_some_and(|at| {
            let counted = at.checked_sub(1).is_some_and(|at| {
                matches!(
                    words[at],
                    "mỗi" | "hằng" | "hàng" | "một" | "trong" | "từng" | "nhiều" | "mấy"
                ) || !is_letters(&words[at])
            });
            (2..=4).contains(&(words.len() - at)) && !counted && words[at..].iter().all(is_letters)
        })
    }

    /// Whether one of the phrases stands right after a match, as whole words.
    pub(crate) fn precedes(&self, length: usize, phrases: &[&str]) -> bool {
        let after = self.after(length);
        let next = after.trim_start_matches(' ');
        next.len() < after.len() && phrases.iter().any(|phrase| starts_with(next, phrase))
    }

    /// Whether a letter stands right after a match and a space: the words go on.
    pub(crate) fn goes_on(&self, length: usize) -> bool {
        self.after(length).strip_prefix(' ').is_some_and(|next| next.starts_with(is_alphabetic))
    }

    /// Whether the text right before, spaces included, ends in one of the characters.
    pub(crate) fn touches(&self, chars: &[char]) -> bool {
        self.before().ends_with(chars)
    }

    /// Whether nothing stands before on the line, or a sentence ended there.
    pub(crate) fn opens_sentence(&self) -> bool {
        let before = self.before().trim_end();
        // A dash or a bullet at the line's start opens a list's item.
        let before = before
            .strip_suffix(['-', '+', '*'])
            .filter(|rest| rest.trim().is_empty())
            .unwrap_or(before);
        before.trim().is_empty() || before.ends_with(['.', '!', '?', ':', '"', '“', '…', ';', '•'])
    }

    /// Whether the previous time stands right before, with a list mark or a bracket between.
    pub(crate) fn follows_time(&self) -> bool {
        let Some(previous) = &self.previous else { return false };
        let between = &self.text[previous.end..self.at];
        let between = between.trim();
        between.len() < 12
            && !between.contains('\n')
            && matches!(
                between,
                "," | ";" | "và" | ", và" | "-" | "(" | "/" | "đến" | "tới" | "hoặc" | ""
            )
    }

    /// Whether the match fills a table's cell.
    pub(crate) fn fills_cell(&self, length: usize) -> bool {
        let before = self.before().trim_end_matches(' ');
        let after = self.after(length).trim_start_matches(' ');
        let cell = before.ends_with(['\t', '|']) || after.starts_with(['\t', '|']);
        cell && (before.is_empty() || before.ends_with(['\t', '|']))
            && (after.is_empty() || after.starts_with(['\t', '|']))
    }

    /// Whether the original has a capital letter so many bytes behind the position.
    pub(crate) fn capital(&self, offset: usize) -> bool {
        (self.is_capital)(self.at + offset)
    }
}

/// Whether a text ends in one of the phrases, as whole words.
fn ends_with_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        text.strip_suffix(phrase)
            .is_some_and(|before| !before.chars().next_back().is_some_and(is_alphanumeric))
    })
}

/// Whether a text starts with a phrase, as whole words.
fn starts_with(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase)
        .is_some_and(|after| !after.chars().next().is_some_and(is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_around() {
        let text = "một con đường 30/4 dài\nngày 5/8";
        let at = text.find("30").unwrap();
        let context = Context::new(text, at, None, &|_| false, Style::default());
        assert!(context.follows(&["đường"]));
        assert!(!context.follows(&["ường"]));
        assert!(context.precedes(4, &["dài"]));
        assert!(context.goes_on(4));
        assert_eq!(context.after(4), " dài");
    }
}
