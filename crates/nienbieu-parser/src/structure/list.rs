//! List items: numbers, letters and dashes before a text, and which item stands under which.

use crate::text::{is_alphabetic, is_alphanumeric, is_lowercase};
use std::ops::Range;

/// A family of markers; items of one family are siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Roman,
    /// "1", "1.2": how many numbers.
    Number(usize),
    Letter,
    Sign(char),
}

/// A marker at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) style: Style,
    /// As printed, without its dot.
    pub(super) text: String,
}

/// The marker a line starts with: "1.", "2)", "3/", "a)", "IV.", "-", "+", "•" and a text after it.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '+' | '•' | '*' | '●' | '▪' | '■' | '◦' | '✓' | '➢' | '❖')
    {
        let rest = &text[first.len_utf8()..];
        let worded = rest
            .trim_start()
            .chars()
            .next()
            .is_some_and(|c| is_alphanumeric(c) || "“\"(".contains(c));
        let sign = if matches!(first, '–' | '—') { '-' } else { first };
        return worded.then(|| Marker { style: Style::Sign(sign), text: first.to_string() });
    }
    let body = first_token(text)?;
    let rest = &text[body.end..];
    let after =
        rest.strip_prefix(['.', ')']).or_else(|| rest.strip_prefix("./")).or_else(|| {
            rest.strip_prefix('/').filter(|after| after.starts_with(char::is_whitespace))
        })?;
    if !after.starts_with(|c: char| c.is_whitespace() || is_alphabetic(c))
        || after.trim().is_empty()
    {
        return None;
    }
    let spaced = after.starts_with(char::is_whitespace);
    let token = &text[body];
    let style = style(token).filter(|s| spaced || matches!(s, Style::Number(_)))?;
    let bracket = rest.starts_with(')');
    Some(Marker { style, text: if bracket { format!("{token})") } else { token.to_owned() } })
}

/// Digits with inner dots, or up to four letters.
fn first_token(text: &str) -> Option<Range<usize>> {
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    if digits > 0 {
        let end = text[..digits].trim_end_matches('.').len();
        return (end > 0).then_some(0..end);
    }
    let end =
        text.char_indices().find(|&(_, c)| !is_alphabetic(c)).map_or(text.len(), |(at, _)| at);
    (end > 0 && text[..end].chars().count() <= 4).then_some(0..end)
}

fn style(token: &str) -> Option<Style> {
    if token.starts_with(|c: char| c.is_ascii_digit()) {
        let fits = token.split('.').all(|n| (1..=2).contains(&n.len()) && n != "00");
        return fits.then(|| Style::Number(token.split('.').count()));
    }
    if token.len() <= 4 && token.bytes().all(|b| b"IVX".contains(&b)) {
        return Some(Style::Roman);
    }
    let mut chars = token.chars();
    let (letter, none) = (chars.next()?, chars.next());
    (none.is_none() && is_lowercase(letter)).then_some(Style::Letter)
}

/// The open items while a text is read from top to bottom.
#[derive(Default)]
pub(super) struct Nesting {
    open: Vec<(Style, usize)>,
}

impl Nesting {
    /// Puts an item at its place and says which item it stands under.
    pub(super) fn place(&mut self, style: Style, block: usize) -> Option<usize> {
        if let Some(level) = self.open.iter().position(|&(open, _)| open == style) {
            self.open.truncate(level);
        }
        // Marker families rank: a number never stands under a dash.
        self.open.retain(|&(open, _)| rank(open) <= rank(style));
        let parent = self.open.last().map(|&(_, block)| block);
        self.open.push((style, block));
        parent
    }

    /// What comes next is no part of the lists so far.
    pub(super) fn close(&mut self) {
        self.open.clear();
    }
}

const fn rank(style: Style) -> usize {
    match style {
        Style::Roman => 0,
        Style::Number(depth) => depth,
        Style::Letter => 10,
        Style::Sign('-') => 11,
        Style::Sign(_) => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &str) -> Option<String> {
        marker(line).map(|m| m.text)
    }

    #[test]
    fn markers() {
        for (line, want) in [
            ("1. Sở Y tế", "1"),
            ("12) Các huyện", "12)"),
            ("a) Hộ nghèo", "a)"),
            ("3/ Sở Nội vụ", "3"),
            ("IV. Tổ chức", "IV"),
            ("1.2. Rà soát", "1.2"),
            ("- Tăng cường", "-"),
            ("–Tăng cường", "–"),
            ("+ Mẫu đơn", "+"),
            ("• 24 phòng", "•"),
            ("đ) Khác", "đ)"),
            ("3.Ban chỉ đạo", "3"),
        ] {
            assert_eq!(text(line).as_deref(), Some(want), "{line}");
        }
    }

    #[test]
    fn no_markers() {
        for line in [
            "1.200 ca mắc",
            "5.8, huyện họp",
            "5/8 huyện họp",
            "2021. Năm qua",
            "TP. Hà Nội",
            "Ông. Nam",
            "---",
            "- ",
            "A. Tuấn",
        ] {
            let got = text(line);
            assert!(got.is_none(), "{line}: {got:?}");
        }
    }

    #[test]
    fn items_nest() {
        let mut nesting = Nesting::default();
        let (one, dash, plus) = (Style::Number(1), Style::Sign('-'), Style::Sign('+'));
        let placed: Vec<_> = [one, dash, plus, plus, dash, one, dash]
            .into_iter()
            .enumerate()
            .map(|(at, style)| nesting.place(style, at))
            .collect();
        assert_eq!(placed, [None, Some(0), Some(1), Some(1), Some(0), None, Some(5)]);
    }
}
