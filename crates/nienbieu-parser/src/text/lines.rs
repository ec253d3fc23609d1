//! Lines with their spans, original and folded.

use std::ops::Range;

use nienbieu_model::Span;

use super::Folded;

/// A non-blank line, without the white space around it.
#[derive(Clone, Debug)]
pub(crate) struct Line<'a> {
    /// Where it stands in the original.
    pub(crate) span: Span,
    /// As the page has it.
    pub(crate) text: &'a str,
    /// As matching sees it.
    pub(crate) folded: &'a str,
    /// Where `folded` stands in the folded text.
    pub(crate) range: Range<usize>,
    /// How many blank lines stand before it.
    pub(crate) gap: usize,
}

/// The non-blank lines of a text, in order.
pub(crate) fn lines<'a>(text: &'a str, folded: &'a Folded) -> Vec<Line<'a>> {
    let mut found = Vec::new();
    let (mut gap, mut start) = (0, 0);
    for end in line_ends(text) {
        let raw = &text[start..end];
        let trimmed = raw.trim_matches(is_blank);
        if trimmed.is_empty() {
            gap += 1;
        } else {
            let from = start + (raw.len() - raw.trim_start_matches(is_blank).len());
            let span = Span::new(from, from + trimmed.len());
            let range = folded.folded_at(span.start)..folded.folded_at(span.end);
            let view = &folded.as_str()[range.clone()];
            found.push(Line { span, text: trimmed, folded: view, range, gap });
            gap = 0;
        }
        start = end;
    }
    found
}

/// Byte offsets just past each line, its line end included.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = text.char_indices().filter_map(move |(at, c)| match c {
        '\r' if bytes.get(at + 1) == Some(&b'\n') => None,
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(at + c.len_utf8()),
        _ => None,
    });
    ends.chain(std::iter::once(text.len()))
}

/// White space and what is invisible.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_and_counted() {
        let text = "Một\r\n\u{a0}\r\n  Hai\u{200b} \nBa\rBốn";
        let folded = Folded::new(text);
        let got: Vec<_> = lines(text, &folded).iter().map(|l| (l.gap, l.text, l.folded)).collect();
        assert_eq!(got, [(0, "Một", "một"), (1, "Hai", "hai"), (0, "Ba", "ba"), (0, "Bốn", "bốn")]);
    }
}
