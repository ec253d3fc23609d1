//! What the user is told on stderr: what, where, what to do.

use std::borrow::Cow;
use std::fmt::Display;

/// Something stops the run.
pub(crate) fn error(message: &dyn Display) {
    say("error", anstyle::AnsiColor::Red, message);
}

/// Something is wrong with one input; the run goes on.
pub(crate) fn warning(message: &dyn Display) {
    say("warning", anstyle::AnsiColor::Yellow, message);
}

/// Something that helps.
pub(crate) fn note(message: &dyn Display) {
    say("note", anstyle::AnsiColor::Cyan, message);
}

/// A message that cannot be delivered is dropped: the exit code still tells.
fn say(label: &str, color: anstyle::AnsiColor, message: &dyn Display) {
    use std::io::Write;
    let style = color.on_default().effects(anstyle::Effects::BOLD);
    let message = message.to_string();
    let message = printable(&message);
    let _ = writeln!(anstream::stderr(), "nienbieu: {style}{label}{style:#}: {message}");
}

/// The text without characters that would steer the terminal or turn the reading order.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.contains(steers) {
        Cow::Owned(text.replace(steers, "\u{FFFD}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The same on one line, whatever space it has.
pub(crate) fn one_line(text: &str) -> String {
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
