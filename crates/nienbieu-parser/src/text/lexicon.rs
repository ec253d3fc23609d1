//! Phrases with what each means: the longest that stands at a word.

use std::collections::HashMap;

use super::{Folded, is_alphanumeric};

/// Phrases, folded, by their first word; the longest first.
#[derive(Debug)]
pub(crate) struct Lexicon<T> {
    by_first_word: HashMap<String, Vec<(String, T)>>,
}

impl<T> Lexicon<T> {
    /// A lexicon of phrases as they are printed; of two that are the same the first counts.
    pub(crate) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_first_word: HashMap<String, Vec<(String, T)>> = HashMap::new();
        for (phrase, value) in rows {
            let phrase = Folded::new(phrase).as_str().to_owned();
            let same = by_first_word.entry(first_word(&phrase).to_owned()).or_default();
            same.push((phrase, value));
        }
        for same in by_first_word.values_mut() {
            same.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
        Self { by_first_word }
    }

    /// The longest phrase that the folded text starts with, as whole words: its length and meaning.
    pub(crate) fn at(&self, text: &str) -> Option<(usize, &T)> {
        let ends = |rest: &str| !rest.starts_with(is_alphanumeric);
        let same = self.by_first_word.get(first_word(text))?;
        same.iter()
            .find(|(phrase, _)| text.strip_prefix(phrase.as_str()).is_some_and(ends))
            .map(|(phrase, value)| (phrase.len(), value))
    }
}

/// Letters and digits up to the first other character; that character itself where none stand.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_alphanumeric(c)).unwrap_or(text.len());
    if end > 0 { &text[..end] } else { &text[..text.chars().next().map_or(0, char::len_utf8)] }
}

/// The starts of the words of a folded text, in order.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let was = std::mem::replace(&mut inside, is_alphanumeric(c));
        (inside && !was).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_counts() {
        let lexicon = Lexicon::new([("ca", 1), ("Ca mắc", 2), ("%", 3), ("ca mắc mới", 4)]);
        assert_eq!(lexicon.at("ca mắc, đã khỏi"), Some(("ca mắc".len(), &2)));
        assert_eq!(lexicon.at("ca mắc mớin"), Some(("ca mắc".len(), &2)));
        assert_eq!(lexicon.at("% số hộ"), Some((1, &3)));
        assert_eq!(lexicon.at("cam sành"), None);
        assert_eq!(word_starts("12 ca, “mới”").collect::<Vec<_>>(), [0, 3, 10]);
    }
}
