//! What the tables say of papers: their kinds, the bodies that issue them, the words around them.

use std::sync::LazyLock;

use crate::text::is_alphanumeric;
use crate::text::{
    Folded,
    lexicon::Lexicon,
    plain,
    table::{cell, rows},
};
use rustc_hash::FxHashMap as HashMap;

/// What the word of a kind means where no number follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alone {
    /// Always a paper.
    Paper,
    /// A paper where its issuer is said.
    Act,
    /// Any plan, unless printed with a capital.
    Plan,
    /// Nothing.
    Number,
    /// A law, told by its name.
    Law,
    /// No official paper, even with a number.
    Never,
}

/// A kind of paper.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) alone: Alone,
    /// The code of the only body that issues it.
    pub(super) issuer: Option<&'static str>,
}

/// A body that issues papers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
}

/// What a word beside a paper tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Urgent,
    Many,
    Issues,
    Has,
    Says,
    This,
    After,
    Stops,
    Clause,
    Post,
    Lately,
    Signed,
}

/// Kinds by their words.
pub(super) static KINDS: LazyLock<Lexicon<Kind>> = LazyLock::new(|| {
    let spellings = kinds().flat_map(|(kind, _, others)| {
        let others = others.unwrap_or_default().split('|').filter(|other| !other.is_empty());
        std::iter::once(kind.name).chain(others).map(move |word| (word, kind))
    });
    lexicon(spellings)
});

/// Kinds by the codes of their symbols.
pub(super) static TYPES: LazyLock<HashMap<String, Kind>> = LazyLock::new(|| {
    let mut table = HashMap::default();
    for (kind, codes, _) in kinds() {
        for code in codes.unwrap_or_default().split('|') {
            table.entry(fold(code)).or_insert(kind);
        }
    }
    table
});

/// Bodies by their codes.
pub(super) static ISSUERS: LazyLock<HashMap<String, Body>> = LazyLock::new(|| {
    let codes =
        bodies().flat_map(|(body, codes, _)| codes.split('|').map(move |c| (fold(c), body)));
    codes.collect()
});

/// Bodies by the words that texts call them.
pub(super) static SAID: LazyLock<Lexicon<Body>> = LazyLock::new(|| {
    lexicon(bodies().flat_map(|(body, _, said)| said.split('|').map(move |words| (words, body))))
});

/// Names of laws.
pub(super) static LAWS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let names = rows(include_str!("../../../data/laws.tsv")).filter_map(|mut row| row.next());
    lexicon(names.map(|name| (name, ())))
});

static AROUND: LazyLock<HashMap<&'static str, Lexicon<()>>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, Vec<&'static str>> = HashMap::default();
    for mut row in rows(include_str!("../../../data/document_context.tsv")) {
        let (Some(phrase), Some(what)) = (row.next(), row.next()) else { continue };
        table.entry(what).or_default().push(phrase);
    }
    let lexicons = table.into_iter();
    lexicons.map(|(what, words)| (what, lexicon(words.into_iter().map(|w| (w, ()))))).collect()
});

impl Body {
    /// Whether a paper with this body's code may be told as another's. Offices speak for the bodies they
    /// serve, committees stand under many names, and towns call their committee as provinces do.
    pub(super) fn may_be(self, said: Self) -> bool {
        let same = |one: &str, other: &str| self.code == one && said.code == other;
        self.code == said.code
            || ["BCĐ", "BCH", "BQL"]
                .iter()
                .any(|code| self.code.starts_with(code) && said.code.starts_with(code))
            || same("VPCP", "CP")
            || same("VPCP", "TTg")
            || same("VPTW", "TW")
            || same("ThU", "TU")
    }
}

impl Use {
    const fn name(self) -> &'static str {
        match self {
            Self::Urgent => "urgent",
            Self::Many => "many",
            Self::Issues => "issues",
            Self::Has => "has",
            Self::Says => "says",
            Self::This => "this",
            Self::After => "after",
            Self::Stops => "stops",
            Self::Clause => "clause",
            Self::Post => "post",
            Self::Lately => "lately",
            Self::Signed => "signed",
        }
    }

    /// The length of the longest phrase of this use that the text starts with.
    pub(super) fn at(self, text: &str) -> Option<usize> {
        AROUND.get(self.name())?.at(text).map(|(len, ())| len)
    }

    /// The start of the longest phrase of this use that the text ends with.
    pub(super) fn before(self, text: &str) -> Option<usize> {
        let text = text.trim_end_matches(' ');
        let starts = text.rmatch_indices(|c: char| !is_alphanumeric(c) && c != '.');
        let starts = starts.map(|(at, mark)| at + mark.len()).take(4).filter(|&at| at < text.len());
        let ends = |&at: &usize| self.at(&text[at..]).is_some_and(|len| at + len == text.len());
        starts.chain([0]).filter(ends).min()
    }
}

fn kinds() -> impl Iterator<Item = (Kind, Option<&'static str>, Option<&'static str>)> {
    rows(include_str!("../../../data/document_types.tsv")).filter_map(|mut row| {
        let (name, codes) = (row.next()?, cell(row.next()));
        let alone = match row.next()? {
            "paper" => Alone::Paper,
            "act" => Alone::Act,
            "plan" => Alone::Plan,
            "law" => Alone::Law,
            "never" => Alone::Never,
            _ => Alone::Number,
        };
        Some((Kind { name, alone, issuer: cell(row.next()) }, codes, cell(row.next())))
    })
}

fn bodies() -> impl Iterator<Item = (Body, &'static str, &'static str)> {
    rows(include_str!("../../../data/issuers.tsv")).filter_map(|mut row| {
        let (codes, name, _level) = (row.next()?, row.next()?, row.next()?);
        let code = codes.split('|').next()?;
        Some((Body { code, name }, codes, cell(row.next()).unwrap_or_default()))
    })
}

/// A lexicon of phrases, as they are and as they are typed without diacritics.
fn lexicon<T: Copy>(rows: impl Iterator<Item = (&'static str, T)>) -> Lexicon<T> {
    let rows: Vec<(&str, T)> = rows.collect();
    let bare: Vec<(String, T)> = rows
        .iter()
        .filter(|(phrase, _)| phrase.contains(' '))
        .map(|(phrase, value)| (plain::strip(&fold(phrase)), *value))
        .collect();
    let bare = bare.iter().map(|(phrase, value)| (phrase.as_str(), *value));
    Lexicon::new(rows.iter().copied().chain(bare))
}

fn fold(words: &str) -> String {
    Folded::new(words).as_str().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_decoded() {
        for (code, kind) in
            [("nq", "Nghị quyết"), ("qđ", "Quyết định"), ("ttr", "Tờ trình"), ("cđ", "Công điện")]
        {
            assert_eq!(TYPES.get(code).map(|kind| kind.name), Some(kind));
        }
        for (code, name) in
            [("ttg", "Thủ tướng Chính phủ"), ("bnn&ptnt", "Bộ Nông nghiệp và Phát triển nông thôn")]
        {
            assert_eq!(ISSUERS.get(code).map(|body| body.name), Some(name));
        }
    }

    #[test]
    fn words_before() {
        assert_eq!(Use::Issues.before("ubnd tỉnh đã ký ban hành "), Some("ubnd tỉnh đã ".len()));
        assert_eq!(Use::Many.before("các "), Some(0));
        assert_eq!(Use::Many.before("thực hiện các "), Some("thực hiện ".len()));
        assert_eq!(Use::Many.before("đạt được "), None);
    }
}
