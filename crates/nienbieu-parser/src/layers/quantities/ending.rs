//! Phrases looked for at the end of a text: what stands right in front of a number.

use crate::text::{Folded, trie::Trie};

/// The most words that a phrase in front of a number has.
const WORDS: usize = 5;

/// What parts words.
const PARTS: [char; 5] = [' ', '(', '“', '"', '\n'];

/// Phrases with what each means, found where a text ends in them.
#[derive(Debug)]
pub(super) struct Endings<T> {
    /// The phrases from back to front.
    phrases: Trie,
    meanings: Vec<T>,
}

impl<T> Endings<T> {
    /// The endings of phrases as they are printed; of two that are the same the first counts.
    pub(super) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let fold = |(phrase, meaning)| (Folded::new(phrase).into_string(), meaning);
        let fits = |(phrase, _): &(String, T)| {
            !phrase.contains(&PARTS[1..]) && phrase.split(' ').count() <= WORDS
        };
        let (phrases, meanings): (Vec<String>, Vec<T>) =
            rows.into_iter().map(fold).filter(fits).unzip();
        let reversed: Vec<Vec<u8>> = phrases.iter().map(|p| p.bytes().rev().collect()).collect();
        Self { phrases: Trie::new(&reversed), meanings }
    }

    /// The longest phrase that a folded text ends in, spaces aside: where it starts, and its meaning.
    pub(super) fn of(&self, text: &str) -> Option<(usize, &T)> {
        let text = text.trim_end_matches(' ');
        let endings = self.phrases.prefixes(text.bytes().rev());
        let starts = endings.map(|(length, place)| (text.len() - length, place));
        let opens = |start: usize| start == 0 || text[..start].ends_with(PARTS);
        let (start, place) = starts.filter(|&(start, _)| opens(start)).last()?;
        Some((start, &self.meanings[place]))
    }

    /// Whether a folded text ends in one of the phrases.
    pub(super) fn end(&self, text: &str) -> bool {
        self.of(text).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_ending_counts() {
        let endings = Endings::new([("quá", 1), ("không quá", 2), (":", 3)]);
        assert_eq!(endings.of("tụ tập không quá "), Some(("tụ tập ".len(), &2)));
        assert_eq!(endings.of("(quá "), Some((1, &1)));
        assert_eq!(endings.of("tụ tập :"), Some(("tụ tập ".len(), &3)));
        assert_eq!(endings.of("quáx"), None);
        assert_eq!(endings.of(""), None);
    }
}
