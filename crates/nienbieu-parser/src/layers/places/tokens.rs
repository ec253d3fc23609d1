//! The words of a sentence as names are looked for in it.

use std::ops::Range;

use super::super::View;
use crate::text::{is_alphabetic, is_alphanumeric, is_lowercase};

/// The most words that a name has.
const LONGEST: usize = 6;

/// A word: letters and digits, and what stands inside a word of the highlands ("H'leo").
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) capital: bool,
    pub(super) number: bool,
}

/// A sentence's words.
pub(super) struct Tokens<'a> {
    /// The folded text of the whole page.
    pub(super) text: &'a str,
    pub(super) all: Vec<Token>,
    /// Where the sentence ends.
    pub(super) end: usize,
}

impl<'a> Tokens<'a> {
    /// The words of a folded range.
    pub(super) fn new(view: &View<'a>, range: Range<usize>) -> Self {
        let text = view.folded.as_str();
        let mut all: Vec<Token> = Vec::new();
        let sentence = text.get(range.clone()).unwrap_or_default();
        let mut rest = sentence.char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            if !is_alphanumeric(c) {
                continue;
            }
            let mut end = at + c.len_utf8();
            let mut number = c.is_ascii_digit();
            while let Some(&(next, c)) = rest.peek() {
                let inside = matches!(c, '\'' | '’')
                    && sentence
                        .get(next + c.len_utf8()..)
                        .is_some_and(|after| after.starts_with(is_alphabetic));
                if !is_alphanumeric(c) && !inside {
                    break;
                }
                number &= c.is_ascii_digit();
                end = next + c.len_utf8();
                rest.next();
            }
            let (start, end) = (range.start + at, range.start + end);
            all.push(Token { range: start..end, capital: view.is_capital(start), number });
        }
        Self { text, all, end: range.end }
    }

    /// What stands between a word and the next one; of the last word all that is left.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let from = self.all.get(at).map_or(self.end, |token| token.range.end);
        let to = self.all.get(at + 1).map_or(self.end, |token| token.range.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// The folded text of some words.
    pub(super) fn slice(&self, from: usize, count: usize) -> &'a str {
        self.range(from, count).and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// Where some words stand.
    pub(super) fn range(&self, from: usize, count: usize) -> Option<Range<usize>> {
        let last = self.all.get((from + count).checked_sub(1)?)?;
        Some(self.all.get(from)?.range.start..last.range.end)
    }

    /// The folded text from a word on.
    pub(super) fn rest(&self, from: usize) -> &'a str {
        let start = self.all.get(from).map_or(self.end, |token| token.range.start);
        self.text.get(start..self.end).unwrap_or_default()
    }

    /// How many words a folded length from a word on covers.
    pub(super) fn count(&self, from: usize, length: usize) -> usize {
        let Some(first) = self.all.get(from) else { return 0 };
        let end = first.range.start + length;
        self.all.iter().skip(from).take_while(|token| token.range.end <= end).count()
    }

    fn is_name_word(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.capital || token.number)
    }

    /// How many capitalised words stand side by side from here, numbers left out.
    pub(super) fn run(&self, from: usize) -> usize {
        let mut count = 0;
        while count < LONGEST
            && self.all.get(from + count).is_some_and(|token| token.capital)
            && (count == 0 || self.gap(from + count - 1) == " ")
        {
            count += 1;
        }
        count
    }

    /// The longest name from here that somebody knows: how many words it has.
    pub(super) fn longest(&self, from: usize, known: impl Fn(&str) -> bool) -> Option<usize> {
        let joined = |at: usize| matches!(self.gap(at), " " | "-" | " - ");
        let mut most = 0;
        while most < LONGEST
            && self.is_name_word(from + most)
            && (most == 0 || joined(from + most - 1))
        {
            most += 1;
        }
        (1..=most).rev().find(|&count| known(&key(self.slice(from, count))))
    }

    /// Whether a capitalised word goes on right behind some words, so that the name may be longer.
    pub(super) fn goes_on(&self, from: usize, count: usize) -> bool {
        let last = from + count - 1;
        self.gap(last) == " " && self.all.get(last + 1).is_some_and(|token| token.capital)
    }

    /// Whether a word is printed in capitals throughout.
    pub(super) fn is_shouted(&self, view: &View<'_>, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| {
            let word = view.words(view.span(token.range.clone()));
            word.chars().count() > 1 && !word.chars().any(is_lowercase)
        })
    }
}

/// A folded name as the gazetteer has it: plain apostrophes, no leading zeros.
pub(super) fn key(name: &str) -> String {
    let name = name.replace('’', "'");
    match name.trim_start_matches('0') {
        "" => name,
        rest if rest.bytes().all(|byte| byte.is_ascii_digit()) => rest.to_owned(),
        _ => name,
    }
}
