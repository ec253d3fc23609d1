//! Where a time may begin: at a digit, or at a word that some rule begins with.

use std::sync::LazyLock;

use crate::grammar::{holiday_first_words, rules::RULES};

/// Number words that a length of time or an age may begin with.
const NUMBERS: &[&str] =
    &["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "hăm"];

/// First words of the parts of day.
const PARTS: &[&str] = &[
    "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "rạng", "mờ", "tờ", "xế", "nửa", "buổi", "gần",
    "giữa",
];

/// The words that rules begin with, each with its rules, grouped by first byte.
pub(crate) struct Triggers {
    by_first_byte: Vec<Vec<(&'static str, Vec<u8>)>>,
    digit: Vec<u8>,
}

/// Built once: the rules never change.
static TRIGGERS: LazyLock<Triggers> = LazyLock::new(Triggers::build);

impl Triggers {
    /// The table of all rules.
    pub(crate) fn get() -> &'static Self {
        &TRIGGERS
    }

    fn build() -> Self {
        let mut table = Self { by_first_byte: vec![Vec::new(); 256], digit: Vec::new() };
        for (rule, index) in RULES.iter().zip(0u8..) {
            for trigger in rule.triggers.split(' ') {
                match trigger {
                    "#" => table.digit.push(index),
                    "+" => NUMBERS.iter().for_each(|word| table.add(word, index)),
                    "~" => PARTS.iter().for_each(|word| table.add(word, index)),
                    "*" => holiday_first_words().for_each(|word| table.add(word, index)),
                    word => table.add(word, index),
                }
            }
        }
        table
    }

    fn add(&mut self, word: &'static str, rule: u8) {
        let Some(&first) = word.as_bytes().first() else { return };
        let group = &mut self.by_first_byte[usize::from(first)];
        match group.iter_mut().find(|(known, _)| *known == word) {
            Some((_, rules)) if rules.contains(&rule) => {}
            Some((_, rules)) => rules.push(rule),
            None => group.push((word, vec![rule])),
        }
    }

    /// The rules that a word begins.
    fn of_word(&self, word: &str) -> Option<&[u8]> {
        let first = *word.as_bytes().first()?;
        let group = &self.by_first_byte[usize::from(first)];
        group.iter().find(|(known, _)| *known == word).map(|(_, rules)| rules.as_slice())
    }

    /// Every position where a rule may begin, with its rules, in order.
    pub(crate) fn positions<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, &'a [u8])> {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                if !is_word_byte(bytes[at]) {
                    at += sign_length(bytes[at]);
                    continue;
                }
                let start = at;
                while at < bytes.len() && is_word_byte(bytes[at]) {
                    at += 1;
                }
                let rules = if bytes[start].is_ascii_digit() {
                    Some(self.digit.as_slice())
                } else {
                    self.of_word(&text[start..at])
                };
                if let Some(rules) = rules {
                    return Some((start, rules));
                }
            }
            None
        })
    }
}

/// Bytes of letters and digits. Beyond ASCII every character counts as a letter but those of the
/// blocks that hold signs only: Latin-1 punctuation (C2) and U+2000 to U+2FFF (E2: “ ” – …).
const fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 && byte != 0xc2 && byte != 0xe2
}

/// How many bytes the sign that begins with this byte has.
const fn sign_length(byte: u8) -> usize {
    match byte {
        0xe2 => 3,
        0xc2 => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_digits_trigger() {
        assert_eq!(Triggers::get().positions("«ngày» “hiện” 5-8").count(), 4);
        let text = "sáng kiến ngày 5/8 thực hiện";
        let words = ["sáng", "ngày", "5", "8", "hiện"];
        let at: Vec<_> = Triggers::get().positions(text).map(|(at, _)| at).collect();
        assert_eq!(at, words.map(|word| text.find(word).unwrap()));
        assert_eq!(text.find("hiện"), Triggers::get().positions(text).last().map(|(at, _)| at));
    }
}
