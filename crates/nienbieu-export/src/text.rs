//! Words of a page where control characters would do harm.

use std::borrow::Cow;

/// The text without characters that would steer a terminal or turn the reading order.
///
/// ```
/// use nienbieu_export::text::printable;
/// assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\u{FFFD}[2Jb\u{FFFD}c");
/// ```
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(steers) {
        Cow::Owned(text.replace(steers, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same on one line, whatever space it has.
#[must_use]
pub fn one_line(text: &str) -> String {
    printable(&text.replace(char::is_whitespace, " ")).into_owned()
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_codes_are_defused() {
        assert_eq!(printable("Hà Nội"), "Hà Nội");
        assert_eq!(one_line("một\r\nhai\tba"), "một  hai ba");
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a\u{FFFD}[2Jb\u{FFFD}c");
    }
}
