//! Many phrases looked for at once in folded text: one look-up a word.

use std::collections::HashMap;

use super::is_alphanumeric;

/// Phrases by their first word, each with the mark of its class (a bit).
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    by_first_word: HashMap<String, Vec<(String, u32)>>,
}

impl Phrases {
    /// Adds a phrase, folded, to the class with a number below 32.
    pub(crate) fn add(&mut self, phrase: &str, class: usize) {
        let first: String = phrase.chars().take_while(|c| is_alphanumeric(*c)).collect();
        let mark = 1u32.checked_shl(u32::try_from(class).unwrap_or(u32::MAX)).unwrap_or(0);
        self.by_first_word.entry(first).or_default().push((phrase.to_owned(), mark));
    }

    /// The marks of all classes that have a phrase in the text, as whole words.
    pub(crate) fn marks(&self, text: &str) -> u32 {
        let mut marks = 0;
        let mut rest = text;
        while let Some(start) = rest.find(is_alphanumeric) {
            rest = &rest[start..];
            let end = rest.find(|c: char| !is_alphanumeric(c)).unwrap_or(rest.len());
            for (phrase, mark) in self.by_first_word.get(&rest[..end]).into_iter().flatten() {
                let after = rest.strip_prefix(phrase.as_str());
                if after.is_some_and(|after| !after.starts_with(is_alphanumeric)) {
                    marks |= mark;
                }
            }
            rest = &rest[end..];
        }
        marks
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
        let mut phrases = Phrases::default();
        phrases.add("sẽ", 0);
        phrases.add("đến nay", 1);
        phrases.add("đến", 2);
        assert_eq!(phrases.marks("ngày mai sẽ họp"), 0b001);
        assert_eq!(phrases.marks("từ đó đến nay, x"), 0b110);
        assert_eq!(phrases.marks("vui sẽn; đến nayn"), 0b100);
        assert!(has(0b100, 2) && !has(0b100, 1));
    }
}
