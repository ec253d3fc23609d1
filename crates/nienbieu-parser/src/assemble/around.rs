//! What the text around a time says of it: its sentence, and which way that sentence looks.

use std::{cell::Cell, ops::Range, sync::LazyLock};

use super::words;
use crate::{
    resolve::{Outlook, Surroundings},
    scan::classes::Classes,
    structure::sentences::Sentence,
    text::{
        Folded, is_alphanumeric,
        phrases::{Phrases, has},
    },
};

/// The classes of `data/outlook.tsv`, in the order of their marks.
const CLASSES: [&str; 5] = ["future", "past", "happened", "habit", "paper"];
const FUTURE: usize = 0;
const PAST: usize = 1;
const HAPPENED: usize = 2;
const HABIT: usize = 3;
const PAPER: usize = 4;

static CUES: LazyLock<Phrases> = LazyLock::new(|| {
    let classes = Classes::read(include_str!("../../data/outlook.tsv"));
    let of = |(number, class)| classes.get(class).iter().map(move |phrase| (*phrase, number));
    Phrases::new(CLASSES.into_iter().enumerate().flat_map(of))
});

/// An article's sentences as its times see them.
pub(crate) struct Around<'a> {
    folded: &'a Folded,
    sentences: &'a [Sentence],
    /// The last offset asked about, and the cues of its sentence and of its clause.
    last: Cell<Option<(usize, u32, u32)>>,
    /// The last passage that cues were looked for in, and those.
    passage: Cell<(&'a str, u32)>,
}

impl<'a> Around<'a> {
    pub(crate) const fn new(folded: &'a Folded, sentences: &'a [Sentence]) -> Self {
        Self { folded, sentences, last: Cell::new(None), passage: Cell::new(("", 0)) }
    }

    /// The cues of the sentence and of the clause around a folded offset.
    fn cues(&self, at: usize) -> (u32, u32) {
        if let Some((known, sentence, clause)) = self.last.get()
            && known == at
        {
            return (sentence, clause);
        }
        let (sentence, clause) = (self.passage_cues(at), CUES.marks(self.clause(at)));
        self.last.set(Some((at, sentence, clause)));
        (sentence, clause)
    }

    /// The cues of the sentence around a folded offset; the next offset is often in the same one.
    fn passage_cues(&self, at: usize) -> u32 {
        let (text, _) = self.passage(at);
        let (known, cues) = self.passage.get();
        if std::ptr::eq(known, text) {
            return cues;
        }
        let cues = CUES.marks(text);
        self.passage.set((text, cues));
        cues
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

    /// The clause before the bracket that a folded offset stands in: "Nghị quyết 06-NQ/TU (24/10/2021)".
    fn bracketed(&self, at: usize) -> &'a str {
        let (text, inside) = self.passage(at);
        let before = &text[..text.floor_char_boundary(inside)];
        let Some(open) = before.rfind(['(', ')', ',', ';', ':']) else { return "" };
        let Some(named) = before[..open].rsplit([',', ';', ')', ':']).next() else { return "" };
        if before[open..].starts_with('(') { named } else { "" }
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

/// Words that set the time behind them off from what is told.
const LEADS_OFF: &[&str] = &["so với", "so", "hơn", "tính từ", "kể từ", "từ"];

/// Words that compare with the time behind them, which is the one before the time told of.
const COMPARES: &[&str] =
    &["so với", "so với cả", "so với cùng kỳ", "so với cùng kì", "cùng kỳ", "cùng kì"];

/// How far a word may stand from a time that it bears on, in bytes; keeps the work linear.
const REACH: usize = 500;

impl Surroundings for Around<'_> {
    fn sentence(&self, at: usize) -> usize {
        let original = self.folded.original_start(at);
        self.sentences.partition_point(|sentence| sentence.span.end <= original)
    }

    fn outlook(&self, at: usize) -> Outlook {
        look(self.cues(at).0)
    }

    fn clause_outlook(&self, at: usize) -> Outlook {
        look(self.cues(at).1)
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
        has(self.cues(at).0, HAPPENED)
    }

    fn habitual(&self, at: usize) -> bool {
        has(self.cues(at).0, HABIT)
    }

    fn names_paper(&self, at: usize) -> bool {
        has(self.cues(at).1, PAPER) || has(CUES.marks(self.bracketed(at)), PAPER)
    }

    fn aside(&self, at: usize) -> bool {
        self.sentences.get(self.sentence(at)).is_some_and(|sentence| sentence.aside)
    }

    fn opens_sentence(&self, at: usize) -> bool {
        let (text, inside) = self.passage(at);
        let before = text.get(..inside).unwrap_or_default().trim();
        matches!(before, "" | "trong" | "vào" | "từ" | "đến" | "-" | "+")
    }

    fn counts_from(&self, between: Range<usize>) -> bool {
        let text = self.folded.as_str().get(between).unwrap_or("?").trim();
        let text = text.trim_start_matches([',', ' ']);
        matches!(text, "kể từ" | "tính từ" | "từ" | "bắt đầu từ" | "kể từ lúc" | "tính từ lúc")
    }

    fn leads_off(&self, at: usize) -> bool {
        let (text, inside) = self.passage(at);
        let before = text.get(..inside).unwrap_or_default().trim_end();
        LEADS_OFF.iter().any(|words| {
            before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(is_alphanumeric))
        })
    }

    fn compares(&self, at: usize) -> bool {
        let (text, inside) = self.passage(at);
        let before = text.get(..inside).unwrap_or_default().trim_end();
        COMPARES.iter().any(|words| {
            before.strip_suffix(words).is_some_and(|rest| !rest.ends_with(is_alphanumeric))
        })
    }

    fn says_past(&self, at: usize) -> bool {
        self.folded.as_str().get(at..).is_some_and(|words| words.starts_with("hôm "))
    }

    fn adjoins(&self, between: Range<usize>) -> bool {
        matches!(self.folded.as_str().get(between), Some(" " | ", "))
    }

    fn glosses(&self, between: Range<usize>) -> bool {
        let text = self.folded.as_str().get(between).unwrap_or("?").trim();
        matches!(text, "(" | "," | "" | "[" | "-" | "( ngày" | "tức" | ", tức" | "(tức")
    }
}

/// Which way some words look: a word of the future weighs more than one of the past.
const fn look(cues: u32) -> Outlook {
    if has(cues, FUTURE) {
        Outlook::Future
    } else if has(cues, PAST) {
        Outlook::Past
    } else {
        Outlook::Unsaid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlooks() {
        let look = |text| look(CUES.marks(text));
        assert_eq!(look("dự kiến khởi công ngày 5/8"), Outlook::Future);
        assert_eq!(look("ngày 5/8 đã khởi công"), Outlook::Past);
        assert_eq!(look("ngày 5/8 khởi công"), Outlook::Unsaid);
    }
}
