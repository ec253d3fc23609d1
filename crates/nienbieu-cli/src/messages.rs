//! What the user is told on stderr: what, where, what to do.

use std::fmt::Display;

use nienbieu_export::text::printable;

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
