//! Many phrases looked for at once in folded text.

use std::collections::BTreeMap;

use super::{is_alphanumeric, lexicon::word_starts, trie::Trie};

/// Phrases, each with the marks of its classes (a bit a class).
#[derive(Debug)]
pub(crate) struct Phrases {
    phrases: Trie,
    marks: Vec<u32>,
}

impl Phrases {
    /// Phrases, folded, each with the number of its class, below 32.
    pub(crate) fn new<P: Into<String>>(rows: impl IntoIterator<Item = (P, usize)>) -> Self {
        let mut marks: BTreeMap<String, u32> = BTreeMap::new();
        for (phrase, class) in rows {
            let mark = u32::try_from(class).ok().and_then(|class| 1u32.checked_shl(class));
            *marks.entry(phrase.into()).or_default() |= mark.unwrap_or(0);
        }
        let (phrases, marks): (Vec<String>, Vec<u32>) = marks.into_iter().unzip();
        Self { phrases: Trie::new(&phrases), marks }
    }

    /// The marks of all classes that have a phrase in the text, as whole words.
    pub(crate) fn marks(&self, text: &str) -> u32 {
        let at = |start: usize| {
            let rest = &text[start..];
            let phrases = self.phrases.prefixes(rest.bytes());
            phrases.filter(|&(length, _)| !rest[length..].starts_with(is_alphanumeric))
        };
        word_starts(text).flat_map(at).fold(0, |marks, (_, place)| marks | self.marks[place])
    }
}

/// Whether the class with a number is among the marks.
pub(crate) const fn has(marks: u32, class: usize) -> bool {
    marks >> class & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_only() {
        let phrases = Phrases::new([("sẽ", 0), ("đến nay", 1), ("đến", 2)]);
        assert_eq!(phrases.marks("ngày mai sẽ họp"), 0b001);
        assert_eq!(phrases.marks("từ đó đến nay, x"), 0b110);
        assert_eq!(phrases.marks("vui sẽn; đến nayn"), 0b100);
        assert!(has(0b100, 2) && !has(0b100, 1));
    }
}
