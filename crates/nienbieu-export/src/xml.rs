//! What XML 1.0 can hold.

use std::borrow::Cow;

use maud::Markup;

/// The markup, with U+FFFD for each character that XML cannot hold, however it is escaped.
pub(crate) fn legal(markup: Markup) -> String {
    let markup = markup.into_string();
    match replaced(&markup) {
        Cow::Borrowed(_) => markup,
        Cow::Owned(legal) => legal,
    }
}

fn replaced(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_char) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_char(c) { c } else { '\u{FFFD}' }).collect())
}

/// XML 1.0, `Char`.
const fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn what_xml_cannot_hold_is_replaced_one_for_one() {
        assert_eq!(replaced("a\u{0}\u{1b}\t\u{fffe}🎉"), "a\u{FFFD}\u{FFFD}\t\u{FFFD}🎉");
        assert!(matches!(replaced("Hà Nội"), std::borrow::Cow::Borrowed(_)));
    }
}
