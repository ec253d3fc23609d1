//! What the text around a time says of it: its sentence, and which way that sentence looks.

use std::{ops::Range, sync::LazyLock};

use super::{sentences::Sentence, words};
use crate::{
    resolve::{Outlook, Surroundings},
    scan::classes::Classes,
    text::Folded,
};

/// The classes of `data/outlook.tsv`.
static CUES: LazyLock<Classes> =
    LazyLock::new(|| Classes::read(include_str!("../../data/outlook.tsv")));

/// An article's sentences as its times see them.
pub(crate) struct Around<'a> {
    folded: &'a Folded,
    sentences: &'a [Sentence],
}

impl<'a> Around<'a> {
    pub(crate) const fn new(folded: &'a Folded, sentences: &'a [Sentence]) -> Self {
        Self { folded, sentences }
    }

    /// The sentence around a folded offset, or as much of it as may bear on what stands there.
    fn passage(&self, at: usize) -> (&'a str, usize) {
        let Some(sentence) = self.sentences.get(self.sentence(at)) else { return ("", 0) };
        let start = self.folded.folded_at(sentence.span.start);
        let text = words(self.folded, sentence);
        let inside = at.saturating_sub(start).min(text.len());
        let (from, to) = (inside.saturating_sub(REACH), (inside + REACH).min(text.len()));
        let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to));
        (&text[from..to], inside.saturating_sub(from))
    }

    /// The clause around a folded offset: between commas, semicolons and brackets.
    fn clause(&self, at: usize) -> &'a str {
        let (text, inside) = self.passage(at);
        let (before, after) = text.split_at(text.floor_char_boundary(inside));
        let from = before.rfind([',', ';', '(', ')', ':']).map_or(0, |mark| mark + 1);
        let to =
            after.find([',', ';', '(', ')', ':']).map_or(text.len(), |mark| before.len() + mark);
        &text[from..to]
    }
}

/// How far a word may stand from a time that it bears on, in bytes; keeps the work linear.
const REACH: usize = 500;

impl Surroundings for Around<'_> {
    fn sentence(&self, at: usize) -> usize {
        let original = self.folded.original_start(at);
        self.sentences.partition_point(|sentence| sentence.span.end <= original)
    }

    fn outlook(&self, at: usize) -> Outlook {
        look(self.passage(at).0)
    }

    fn clause_outlook(&self, at: usize) -> Outlook {
        look(self.clause(at))
    }

    fn quote_opened(&self, at: usize) -> Option<usize> {
        let text = self.folded.as_str();
        let reach = text.floor_char_boundary(at.saturating_sub(4 * REACH));
        let line = text[reach..at].rfind('\n').map_or(reach, |newline| reach + newline + 1);
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
        has_any(self.passage(at).0, "happened")
    }

    fn habitual(&self, at: usize) -> bool {
        has_any(self.passage(at).0, "habit")
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
    CUES.get(class).iter().any(|phrase| contains(text, phrase))
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
