//! A sentence as words, with what stands between them.

use std::ops::Range;

use crate::{
    layers::View,
    text::{is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase, lexicon::Lexicon},
};

/// A word of the folded text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The page prints it with a capital.
    pub(super) capital: bool,
    /// The page prints nothing but capitals.
    pub(super) all_capitals: bool,
}

/// The words of one sentence.
pub(super) struct Words<'a> {
    /// The folded text up to the sentence's end.
    text: &'a str,
    all: Vec<Word>,
    start: usize,
}

impl<'a> Words<'a> {
    /// The words of a folded range.
    pub(super) fn new(view: &View<'a>, range: Range<usize>) -> Self {
        let text = view.folded.as_str().get(..range.end).unwrap_or_default();
        let mut all = Vec::new();
        let mut at = range.start;
        while let Some(skip) = text.get(at..).and_then(|rest| rest.find(is_alphanumeric)) {
            let start = at + skip;
            let end = word_end(text, start);
            let printed = view.words(view.span(start..end));
            let opens = |is: fn(char) -> bool| printed.starts_with(is);
            let letters = || printed.chars().filter(|c| is_alphabetic(*c));
            let all_capitals =
                !opens(is_lowercase) && letters().count() > 1 && !letters().any(is_lowercase);
            all.push(Word { start, end, capital: opens(is_uppercase), all_capitals });
            at = end;
        }
        Self { text, all, start: range.start }
    }

    /// How many they are.
    pub(super) const fn len(&self) -> usize {
        self.all.len()
    }

    /// The word with a number.
    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.all.get(at)
    }

    /// The folded letters of a word.
    pub(super) fn letters(&self, at: usize) -> &'a str {
        self.get(at).and_then(|word| self.text.get(word.start..word.end)).unwrap_or_default()
    }

    /// Whether a word has a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.capital)
    }

    /// What stands before a word, after the one before it.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let from = match at.checked_sub(1) {
            Some(before) => self.get(before).map_or(self.text.len(), |word| word.end),
            None => self.start,
        };
        let to = self.get(at).map_or(self.text.len(), |word| word.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Whether a word follows the one before it with nothing but a space between.
    pub(super) fn joined(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.gap(at) == " "
    }

    /// The phrase of a lexicon that starts at a word: the number of the word behind it, its meaning.
    pub(super) fn look_up<'l, T>(
        &self,
        lexicon: &'l Lexicon<T>,
        at: usize,
    ) -> Option<(usize, &'l T)> {
        let start = self.get(at)?.start;
        let (length, meaning) = lexicon.at(self.text.get(start..)?)?;
        let mut next = at + 1;
        while self.get(next).is_some_and(|word| word.start < start + length) {
            next += 1;
        }
        // A phrase ends where a word ends: "A" is not "A'Ma".
        let whole = self.get(next - 1).is_some_and(|word| word.end <= start + length);
        whole.then_some((next, meaning))
    }

    /// Whether a phrase of a lexicon starts at a word.
    pub(super) fn is<T>(&self, lexicon: &Lexicon<T>, at: usize) -> bool {
        self.look_up(lexicon, at).is_some()
    }

    /// Whether a phrase of a lexicon ends right before a word: "giải thưởng" + name.
    pub(super) fn is_behind<T>(&self, lexicon: &Lexicon<T>, at: usize) -> bool {
        (1..=4).any(|words| {
            at.checked_sub(words)
                .is_some_and(|from| self.look_up(lexicon, from).is_some_and(|(end, _)| end == at))
        })
    }

    /// The folded text of some words.
    pub(super) fn range(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.get(words.start).map_or(0, |word| word.start);
        let end = words.end.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |w| w.end);
        start..end.max(start)
    }

    /// The folded letters of some words.
    pub(super) fn slice(&self, words: &Range<usize>) -> &'a str {
        self.text.get(self.range(words)).unwrap_or_default()
    }
}

/// The end of the word that starts here: letters and figures, an apostrophe inside, initials with
/// their stops ("n.t.h").
fn word_end(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    let mut letters = 0;
    let mut initials = true;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_alphanumeric(c) {
            letters += 1;
            initials &= letters < 2 && is_alphabetic(c);
            continue;
        }
        let next = chars.peek().map(|&(_, next)| next);
        match c {
            '\'' if next.is_some_and(is_alphabetic) => initials = false,
            '.' if initials && next.is_some_and(is_alphabetic) => {
                let after = rest[at + 1..].chars().nth(1);
                if after.is_some_and(is_alphanumeric) {
                    return start + at;
                }
                letters = 0;
            }
            _ => return start + at,
        }
    }
    text.len()
}
