//! Sentences into clauses, and what stands around a number in its own.

use crate::text::is_alphanumeric;
use std::ops::Range;

/// How far a word in front may bear on a number, and one behind it, in bytes.
const REACH: usize = 160;
const REACH_BACK: usize = 96;

/// The clauses of a folded stretch: what commas, semicolons and brackets part.
pub(super) fn clauses(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = sentence.start;
    let Some(words) = text.get(sentence.clone()) else { return found };
    for (at, mark) in words.match_indices([',', ';', '(', ')', '.', '|', '…']) {
        let at = sentence.start + at;
        let after = &text[at + mark.len()..sentence.end];
        // Marks inside numbers, and the dots of abbreviations, part nothing.
        if matches!(mark, "," | ".") && after.starts_with(is_alphanumeric) {
            continue;
        }
        found.push(start..at);
        start = at + mark.len();
    }
    found.push(start..sentence.end);
    found
}

/// The clause that holds an offset.
pub(super) fn clause_at(clauses: &[Range<usize>], at: usize) -> usize {
    clauses.partition_point(|clause| clause.end <= at).min(clauses.len().saturating_sub(1))
}

/// A stretch cut to what is near its end.
pub(super) fn near_end(text: &str, range: Range<usize>) -> Range<usize> {
    let cut = text.ceil_char_boundary(range.end.saturating_sub(REACH));
    range.start.max(cut).min(range.end)..range.end
}

/// A stretch cut to what is near its start.
pub(super) fn near_start(text: &str, range: Range<usize>) -> Range<usize> {
    let cut = text.floor_char_boundary(range.start + REACH_BACK);
    range.start..range.end.min(cut).max(range.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_numbers_part_nothing() {
        let text = "sáng 5/8, có 1.234 ca (98,5%); số chết: 3";
        let got: Vec<_> = clauses(text, 0..text.len()).into_iter().map(|r| &text[r]).collect();
        assert_eq!(got, ["sáng 5/8", " có 1.234 ca ", "98,5%", "", " số chết: 3"]);
    }
}
