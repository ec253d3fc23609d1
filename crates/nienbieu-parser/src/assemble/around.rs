//! What the text around a time says of it: its sentence, and which way that sentence looks.

use std::{collections::HashMap, ops::Range, sync::LazyLock};

use super::{sentences::Sentence, words};
use crate::{
    resolve::{Outlook, Surroundings},
    text::Folded,
};

/// The classes of `data/outlook.tsv`.
static CUES: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = include_str!("../../data/outlook.tsv").lines();
    rows.filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .map(|(class, phrases)| (class, phrases.split('|').collect()))
        .collect()
});

/// An article's sentences as its times see them.
pub(crate) struct Around<'a> {
    folded: &'a Folded,
    sentences: &'a [Sentence],
}

impl<'a> Around<'a> {
    pub(crate) const fn new(folded: &'a Folded, sentences: &'a [Sentence]) -> Self {
        Self { folded, sentences }
    }

    /// The clause around a folded offset: between commas, semicolons and brackets.
    fn clause(&self, at: usize) -> &'a str {
        let Some(sentence) = self.sentences.get(self.sentence(at)) else { return "" };
        let start = self.folded.folded_at(sentence.span.start);
        let text = words(self.folded, sentence);
        let inside = at.saturating_sub(start).min(text.len());
        let (before, after) =
            if text.is_char_boundary(inside) { text.split_at(inside) } else { (text, "") };
        let from = before.rfind([',', ';', '(', ')', ':']).map_or(0, |mark| mark + 1);
        let to = after.find([',', ';', '(', ')', ':']).map_or(text.len(), |mark| inside + mark);
        &text[from..to]
    }
}

impl Surroundings for Around<'_> {
    fn sentence(&self, at: usize) -> usize {
        let original = self.folded.original_start(at);
        self.sentences.partition_point(|sentence| sentence.span.end <= original)
    }

    fn outlook(&self, at: usize) -> Outlook {
        let text = self
            .sentences
            .get(self.sentence(at))
            .map_or("", |sentence| words(self.folded, sentence));
        look(text)
    }

    fn clause_outlook(&self, at: usize) -> Outlook {
        look(self.clause(at))
    }

    fn quote_opened(&self, at: usize) -> Option<usize> {
        let text = self.folded.as_str();
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let mut open = None;
        for (offset, c) in text[line..at].char_indices() {
            open = match (c, open) {
                ('"', Some(_)) | ('”' | '»', _) => None,
                ('"' | '“' | '«', _) => Some(line + offset),
                (_, open) => open,
            };
        }
        // Speech follows a colon or a comma; a name or a slogan in quotation marks does not.
        open.filter(|&open| text[line..open].trim_end().ends_with([':', ',']))
    }

    fn happened(&self, at: usize) -> bool {
        let sentence = self.sentences.get(self.sentence(at));
        sentence.is_some_and(|sentence| has_any(words(self.folded, sentence), "happened"))
    }

    fn habitual(&self, at: usize) -> bool {
        let sentence = self.sentences.get(self.sentence(at));
        sentence.is_some_and(|sentence| has_any(words(self.folded, sentence), "habit"))
    }

    fn names_paper(&self, at: usize) -> bool {
        has_any(self.clause(at), "paper")
    }

    fn glosses(&self, between: Range<usize>) -> bool {
        let text = self.folded.as_str().get(between).unwrap_or("?").trim();
        matches!(text, "(" | "," | "" | "[" | "-" | "( ngày" | "tức" | ", tức" | "(tức")
    }
}

/// Which way some words look: a word of the future weighs more than one of the past.
fn look(text: &str) -> Outlook {
    if has_any(text, "future") {
        Outlook::Future
    } else if has_any(text, "past") {
        Outlook::Past
    } else {
        Outlook::Unsaid
    }
}

/// Whether one of a class's phrases stands in the text, as whole words.
fn has_any(text: &str, class: &str) -> bool {
    CUES.get(class).is_some_and(|phrases| phrases.iter().any(|phrase| contains(text, phrase)))
}

/// Whether a phrase stands in the text as whole words.
pub(crate) fn contains(text: &str, phrase: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), phrase).any(|at| {
        let end = at + phrase.len();
        !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
            && !text[end..].chars().next().is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlooks() {
        assert_eq!(look("dự kiến khởi công ngày 5/8"), Outlook::Future);
        assert_eq!(look("ngày 5/8 đã khởi công"), Outlook::Past);
        assert_eq!(look("ngày 5/8 khởi công"), Outlook::Unsaid);
        assert!(contains("sẽ họp", "sẽ"));
        assert!(!contains("vui sẽn", "sẽ"));
    }
}
