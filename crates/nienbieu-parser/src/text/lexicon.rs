//! Phrases with what each means: the longest that stands at a word.

use super::{Folded, is_alphanumeric, trie::Trie};

/// Phrases, folded, and what each means.
#[derive(Debug)]
pub(crate) struct Lexicon<T> {
    phrases: Trie,
    meanings: Vec<T>,
}

impl<T> Lexicon<T> {
    /// A lexicon of phrases as they are printed; of two that are the same the first counts.
    pub(crate) fn new<'a>(rows: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let fold = |(phrase, meaning)| (Folded::new(phrase).into_string(), meaning);
        let (phrases, meanings): (Vec<String>, Vec<T>) = rows.into_iter().map(fold).unzip();
        Self { phrases: Trie::new(&phrases), meanings }
    }

    /// The longest phrase that the folded text starts with, as whole words: its length and meaning.
    pub(crate) fn at(&self, text: &str) -> Option<(usize, &T)> {
        let whole = |&(length, _): &(usize, usize)| !text[length..].starts_with(is_alphanumeric);
        let (length, place) = self.phrases.prefixes(text.bytes()).filter(whole).last()?;
        Some((length, &self.meanings[place]))
    }
}

/// The starts of the words of a folded text, in order.
pub(crate) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + length_until(&text[at..], true);
        at = start + length_until(&text[start..], false);
        (at > start).then_some(start)
    })
}

/// How many bytes stand before the first character that is, or is no, letter or digit.
fn length_until(text: &str, is_wanted: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (is, length) = match byte {
            0..0x80 => (byte.is_ascii_alphanumeric(), 1),
            _ => match text[at..].chars().next() {
                Some(c) => (is_alphanumeric(c), c.len_utf8()),
                None => break,
            },
        };
        if is == is_wanted {
            break;
        }
        at += length;
    }
    at
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
