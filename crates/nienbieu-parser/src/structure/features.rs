//! What a line looks like by itself: its length, its end, its capitals.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::lexicon::{is_word, plain};
use crate::text::{Line, is_alphanumeric, is_lowercase, is_uppercase};

/// How a line ends, closing quotes and brackets left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// No mark.
    Open,
    /// A full stop, a semicolon, "…".
    Stop,
    Comma,
    Colon,
    /// A question or exclamation mark.
    Ask,
}

/// A line's own features.
#[derive(Clone, Debug)]
pub(super) struct Features {
    pub(super) plain: String,
    pub(super) words: usize,
    pub(super) ending: Ending,
    /// Sentence ends inside the line, before its last one.
    pub(super) breaks: usize,
    pub(super) starts_lower: bool,
    pub(super) all_caps: bool,
    pub(super) letters: bool,
    /// Hash of the plain words: equal for repeated lines.
    pub(super) key: u64,
}

impl Features {
    pub(super) fn of(line: &Line<'_>) -> Self {
        let plain = plain(line.folded);
        let words = if plain.is_empty() { 0 } else { plain.split(' ').count() };
        let first = line.text.chars().find(|c| is_alphanumeric(*c));
        let (mut upper, mut lower) = (0, 0);
        for c in line.text.chars() {
            upper += usize::from(is_uppercase(c));
            lower += usize::from(is_lowercase(c));
        }
        let mut hasher = DefaultHasher::new();
        plain.hash(&mut hasher);
        Self {
            words,
            ending: ending(line.text),
            breaks: breaks(line.text),
            starts_lower: first.is_some_and(is_lowercase),
            all_caps: upper >= 2 && lower * 9 < upper,
            letters: upper + lower > 0,
            key: hasher.finish(),
            plain,
        }
    }

    /// A sentence or more: it ends as one does, or it is too long for a headline.
    pub(super) fn is_prose(&self) -> bool {
        match self.ending {
            Ending::Stop | Ending::Colon => true,
            Ending::Comma => self.words > 25,
            Ending::Ask => self.words > 25 || self.breaks > 0,
            Ending::Open => {
                self.words > 45 || (self.breaks > 0 && self.words > 25) || self.reports()
            }
        }
    }

    /// Somebody says something: a sentence that lost its full stop.
    fn reports(&self) -> bool {
        let verbs = [" cho biết ", " cho hay ", " nhấn mạnh ", " khẳng định ", " nói rằng "];
        self.words >= 12 && verbs.iter().any(|verb| self.plain.contains(verb))
    }
}

/// The mark a line ends in.
pub(super) fn ending(text: &str) -> Ending {
    let closing = |c: char| matches!(c, '"' | '”' | '’' | '\'' | '»' | ')' | ']') || c == ' ';
    match text.trim_end_matches(closing).chars().next_back() {
        Some('.' | ';' | '…') => Ending::Stop,
        Some(',') => Ending::Comma,
        Some(':') => Ending::Colon,
        Some('?' | '!') => Ending::Ask,
        _ => Ending::Open,
    }
}

/// How often a sentence mark is followed by a space and a capital.
fn breaks(text: &str) -> usize {
    let mut found = 0;
    let (mut mark, mut space) = (false, false);
    for c in text.chars() {
        found += usize::from(mark && space && is_uppercase(c));
        match c {
            '.' | '!' | '?' | '…' => (mark, space) = (true, false),
            '"' | '”' | ')' if mark && !space => {}
            c if c.is_whitespace() => space = true,
            '"' | '“' | '(' if space => {}
            _ => (mark, space) = (false, false),
        }
    }
    found
}

/// The words of a text as printed, without the marks around them.
pub(super) fn printed_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().map(|w| w.trim_matches(|c: char| !is_word(c))).filter(|w| !w.is_empty())
}

/// Whether a word starts with a capital.
pub(super) fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, lines::lines};

    fn of(text: &str) -> Features {
        let folded = Folded::new(text);
        Features::of(&lines(text, &folded)[0])
    }

    #[test]
    fn prose_and_headlines() {
        assert!(of("Đoàn đã đến thăm bản.").is_prose());
        assert!(of("Kế hoạch gồm có:").is_prose());
        assert!(of("“Chúng tôi sẽ trở lại.”").is_prose());
        assert!(!of("Vì sao giá lúa tăng?").is_prose());
        assert!(!of("Xuân về trên bản Mông").is_prose());
        assert!(of(&"một hai ba bốn năm ".repeat(10)).is_prose());
    }

    #[test]
    fn breaks_are_between_sentences() {
        assert_eq!(of("Ông đến. Bà về. Trẻ ở lại.").breaks, 2);
        assert_eq!(of("Có 1.200 ca tại TP.HCM. “Tốt!” Ông nói").breaks, 2);
        assert_eq!(of("Quyết định số 3/QĐ-UBND").breaks, 0);
    }

    #[test]
    fn capitals_and_keys() {
        assert!(of("THU NGÂN SÁCH 9 THÁNG").all_caps);
        assert!(!of("TTXVN đưa tin").all_caps);
        assert!(of("– tiếp theo dòng trên").starts_lower);
        assert_eq!(of("Lúa Hè Thu!").key, of("lúa hè thu").key);
    }
}
