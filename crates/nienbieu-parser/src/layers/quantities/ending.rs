//! Phrases looked for at the end of a text: what stands right in front of a number.

use std::collections::HashMap;

use crate::text::Folded;

/// The most words that a phrase in front of a number has.
const WORDS: usize = 5;

/// Phrases with what each means, found where a text ends in them.
#[derive(Debug)]
pub(super) struct Endings<T>(HashMap<String, T>);

impl<T> Endings<T> {
    /// The endings of phrases as they are printed; of two that are the same the first counts.
    pub(super) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut endings = HashMap::new();
        for (phrase, value) in rows {
            endings.entry(Folded::new(phrase).as_str().to_owned()).or_insert(value);
        }
        Self(endings)
    }

    /// The longest phrase that a folded text ends in, spaces aside: where it starts, and its meaning.
    pub(super) fn of(&self, text: &str) -> Option<(usize, &T)> {
        let text = text.trim_end_matches(' ');
        let mut best = None;
        let mut end = text.len();
        for _ in 0..WORDS {
            let start = text[..end]
                .rfind([' ', '(', '“', '"', '\n'])
                .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
            best = self.0.get(&text[start..]).map(|value| (start, value)).or(best);
            let cut = text[..start].trim_end_matches(' ').len();
            // Only spaces keep the words of a phrase apart.
            if cut == start || cut == 0 {
                break;
            }
            end = cut;
        }
        best
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
