//! Text typed without diacritics: the words of time get theirs back, so that one grammar serves both.
//!
//! Only a text with no Vietnamese letter at all is treated so. A single word is ambiguous ("nam" is a
//! year, a man or the south), so it counts only beside a figure or another word of time.

use std::{ops::Range, sync::LazyLock};

use super::{Folded, table::rows, vowels::bare};
use rustc_hash::FxHashMap as HashMap;

/// The words and phrases of `data/plain_words.tsv`, by their bare form; phrases as lists of words.
static WORDS: LazyLock<HashMap<String, Vec<Vec<&'static str>>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<Vec<&'static str>>> = HashMap::default();
    for row in rows(include_str!("../../data/plain_words.tsv")) {
        let words: Vec<&str> = row.flat_map(|cell| cell.split(' ')).collect();
        table.entry(strip(words[0])).or_default().push(words);
    }
    for phrases in table.values_mut() {
        phrases.sort_by_key(|words| std::cmp::Reverse(words.len()));
    }
    table
});

/// A word without its marks.
pub(crate) fn strip(word: &str) -> String {
    word.chars().map(bare).collect()
}

/// Whether a text has letters, and none of them with a Vietnamese mark.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_alphabetic())
        && !text.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
}

/// The view with its words of time spelt in full.
pub(crate) fn restore(folded: &Folded) -> Folded {
    let text = folded.as_str();
    let tokens = tokens(text);
    let mut spelt: Vec<Option<&'static str>> = vec![None; tokens.len()];
    let mut single: Vec<Option<&'static str>> = vec![None; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let Some(phrases) = WORDS.get(&text[tokens[at].clone()]) else {
            at += 1;
            continue;
        };
        match phrases.iter().find(|words| fits(text, &tokens[at..], words)) {
            Some(words) if words.len() > 1 => {
                for (offset, word) in words.iter().enumerate() {
                    spelt[at + offset] = Some(word);
                }
                at += words.len();
            }
            Some(words) => {
                single[at] = words.first().copied();
                at += 1;
            }
            None => at += 1,
        }
    }
    let is_figure = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            text.as_bytes()[t.start].is_ascii_digit()
                || matches!(&text[t.clone()], "i" | "ii" | "iii" | "iv")
        })
    };
    let is_time = |at: usize| {
        is_figure(at)
            || matches!(single.get(at), Some(Some(_)))
            || matches!(spelt.get(at), Some(Some(_)))
    };
    let joined = |a: usize, b: usize| {
        tokens.get(b).is_some_and(|next| {
            text[tokens[a].end..next.start].chars().all(|c| matches!(c, ' ' | '/' | '-'))
        })
    };
    let settled: Vec<Option<&str>> = (0..tokens.len())
        .map(|at| {
            let beside = at > 0 && is_time(at - 1) && joined(at - 1, at)
                || is_time(at + 1) && joined(at, at + 1);
            spelt[at].or(single[at].filter(|_| beside))
        })
        .collect();
    folded.respelt(
        tokens.iter().cloned().zip(settled).filter_map(|(range, word)| Some((range, word?))),
    )
}

/// Runs of ASCII letters and of digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let class: fn(&u8) -> bool = match bytes[at] {
            b if b.is_ascii_alphabetic() => u8::is_ascii_alphabetic,
            b if b.is_ascii_digit() => u8::is_ascii_digit,
            _ => {
                at += 1;
                continue;
            }
        };
        while at < bytes.len() && class(&bytes[at]) {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

/// Whether the tokens are a phrase's words, one space apart.
fn fits(text: &str, tokens: &[Range<usize>], words: &[&str]) -> bool {
    tokens.len() >= words.len()
        && words.iter().zip(tokens).all(|(word, token)| strip(word) == text[token.clone()])
        && tokens[..words.len()].windows(2).all(|pair| pair[1].start == pair[0].end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(text: &str) -> String {
        restore(&Folded::new(text)).as_str().to_owned()
    }

    #[test]
    fn words_of_time_are_spelt_in_full() {
        assert_eq!(restored("Tu ngay 5/7/2021 den nay"), "từ ngày 5/7/2021 đến nay");
        assert_eq!(restored("Thoi gian toi, cach ly 14 ngay"), "thời gian tới, cach ly 14 ngày");
        assert_eq!(restored("Sang 5/8/2022 o Ha Nam"), "sáng 5/8/2022 o ha nam");
        assert_eq!(
            restored("sang tao, toi da, dong nguoi, thang loi"),
            "sang tao, toi da, dong nguoi, thang loi"
        );
    }

    #[test]
    fn spans_lead_back() {
        let text = "Ngay 20 thang 7 nam 2021.";
        let view = restore(&Folded::new(text));
        let end = view.as_str().find('.').unwrap();
        assert_eq!(view.span(0, end).of(text), Some("Ngay 20 thang 7 nam 2021"));
    }

    #[test]
    fn marked_text_is_left_alone() {
        assert!(is_plain("ngay 5/8 - x"));
        assert!(!is_plain("ngày 5/8"));
        assert!(!is_plain("5/8"));
    }
}
