//! Blocks into sentences.

use crate::text::is_uppercase;
use nienbieu_model::{Block, BlockKind, Span};

/// A sentence, and whether it stands beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// It is a caption's or a stamp's: its times lead those of the text nowhere.
    pub(crate) aside: bool,
}

/// The sentences of an article's lines, in order. Page furniture has none.
pub(crate) fn split(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut found = Vec::new();
    for block in blocks.iter().filter(|block| block.kind != BlockKind::Chrome) {
        let aside = matches!(block.kind, BlockKind::Caption | BlockKind::Stamp);
        let Some(line) = block.span.of(text) else { continue };
        let mut start = 0;
        for end in ends(line) {
            push(&mut found, line, start..end, block.span.start, aside);
            start = end;
        }
        push(&mut found, line, start..line.len(), block.span.start, aside);
    }
    found
}

/// Adds a sentence, unless nothing stands in it.
fn push(
    found: &mut Vec<Sentence>,
    line: &str,
    range: std::ops::Range<usize>,
    base: usize,
    aside: bool,
) {
    let raw = &line[range.clone()];
    let trimmed = raw.trim();
    if !trimmed.is_empty() {
        let start = base + range.start + (raw.len() - raw.trim_start().len());
        found.push(Sentence { span: Span::new(start, start + trimmed.len()), aside });
    }
}

/// Offsets just past each sentence's final mark.
fn ends(line: &str) -> impl Iterator<Item = usize> {
    let mut read = 0;
    line.char_indices().filter_map(move |(at, c)| {
        // A row of marks is read once, from its first.
        if at < read || !matches!(c, '.' | '!' | '?' | '…') {
            return None;
        }
        let mut end = at + c.len_utf8();
        // Closing marks belong to the sentence they close.
        while let Some(close) =
            line[end..].chars().next().filter(|c| matches!(c, '"' | '”' | '’' | ')' | '.'))
        {
            end += close.len_utf8();
        }
        read = end;
        // "v.v..." ends what "v.v." does not.
        let row = line[at + c.len_utf8()..].starts_with('.');
        (c != '.' || row || !is_abbreviation(&line[..at]))
            .then_some(end)
            .filter(|&end| opens_sentence(&line[end..]))
    })
}

/// Whether a new sentence starts here: a space, and then a capital, a digit or an opening mark.
fn opens_sentence(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len()
        && next.chars().next().is_some_and(|c| {
            is_uppercase(c)
                || c.is_ascii_digit()
                || matches!(c, '"' | '“' | '‘' | '(' | '-' | '–' | '•')
        })
}

/// Abbreviations that a full stop belongs to, in lower case: TP., PGS. TS., ThS., BS., T.Ư.
const ABBREVIATIONS: &[&str] = &[
    "tp", "tx", "tt", "q", "p", "h", "pgs", "gs", "ts", "ths", "bs", "bsck", "ck1", "ck2", "ckii",
    "cki", "ks", "cn", "ls", "nsưt", "nsnd", "th.s", "vd", "v.v", "tr", "st", "mr", "mrs", "dr",
    "đ/c", "gs.ts", "pgs.ts", "ncs",
];

/// No abbreviation and no list number has more letters.
const LONGEST: usize = 8;

/// Whether the text before a full stop ends in an abbreviation, an initial or a list number.
fn is_abbreviation(before: &str) -> bool {
    let Some(word) = last_word(before) else { return false };
    let first = before.len() < 4 * LONGEST && before.trim_start().len() == word.len();
    let only_number = first && word.chars().all(|c| c.is_ascii_digit());
    let lower = word.to_lowercase();
    only_number && !word.is_empty()
        || ABBREVIATIONS.contains(&lower.as_str())
        || word.chars().count() == 1 && word.chars().all(is_uppercase)
}

/// The last word of a text, unless it is longer than an abbreviation: no more is looked at.
fn last_word(text: &str) -> Option<&str> {
    let mut letters = text.char_indices().rev().take(LONGEST + 1);
    let parts = |c: char| matches!(c, ' ' | '\u{a0}' | '(' | '“' | '"' | ',');
    match letters.find(|&(_, c)| parts(c)) {
        Some((at, c)) => Some(&text[at + c.len_utf8()..]),
        None => (text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST).then_some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let block = Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
            marker: None,
            parent: None,
            reason: None,
        };
        split(text, &[block]).iter().map(|s| s.span.of(text).unwrap()).collect()
    }

    #[test]
    fn sentences_end_where_they_end() {
        assert_eq!(
            sentences("Sáng 5.8, họp ở TP. Vinh. “Đã xong.” Ngày 20.7.2021 có 1.200 ca… Hết!"),
            ["Sáng 5.8, họp ở TP. Vinh.", "“Đã xong.”", "Ngày 20.7.2021 có 1.200 ca…", "Hết!"]
        );
        assert_eq!(
            sentences("1. Các sở rà soát. PGS. TS. Nguyễn Văn A. nói."),
            ["1. Các sở rà soát.", "PGS. TS. Nguyễn Văn A. nói."]
        );
        assert_eq!(sentences("không dấu chấm"), ["không dấu chấm"]);
        assert_eq!(sentences("Lợn, gà v.v... Hết (q.) Ba."), ["Lợn, gà v.v...", "Hết (q.) Ba."]);
    }

    #[test]
    fn no_more_is_looked_at_than_an_abbreviation_has() {
        assert_eq!(last_word("ở TP"), Some("TP"));
        assert_eq!(last_word("PGS.TS"), Some("PGS.TS"));
        assert_eq!(last_word(&"N.T.".repeat(3_000)), None);
        let stops = "a. ".to_owned() + &".".repeat(9_000);
        assert_eq!(ends(&stops).count(), 0);
        assert_eq!(ends(&(stops + " Hết")).count(), 1);
    }
}
