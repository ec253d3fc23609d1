//! Running other programs.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use crate::Outcome;

/// Where programs come from that nothing here can install.
const SOURCES: [(&str, &str); 7] = [
    ("cargo", "install Rust from https://rustup.rs"),
    ("rustc", "install Rust from https://rustup.rs"),
    ("rustup", "install Rust from https://rustup.rs, or the wasm32 target of your own Rust"),
    ("npm", "install Node.js 20 or later, which brings npm"),
    ("node", "install Node.js 20 or later"),
    ("python3", "install Python 3.11 or later"),
    ("apt-get", "install what is missing with your system's package manager"),
];

/// Runs it, its output shown as it comes.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| unstartable(command, &error))?;
    judge(command, status)
}

/// What it prints to stdout; None where it cannot be run or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let answer = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| answer.trim().to_owned())
}

/// Runs it, its output shown as it comes, and gives back the lines that `keep` wants.
pub(crate) fn watch(command: &mut Command, keep: fn(&str) -> bool) -> Outcome<Vec<String>> {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let mut child = command.spawn().map_err(|error| unstartable(command, &error))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let aside = thread::spawn(move || pass_on(err, &mut io::stderr(), keep));
    let mut kept = pass_on(out, &mut io::stdout(), keep);
    kept.extend(aside.join().unwrap_or_default());
    let status = child.wait().map_err(|error| unstartable(command, &error))?;
    judge(command, status).map(|()| kept)
}

fn pass_on(from: Option<impl Read>, to: &mut dyn Write, keep: fn(&str) -> bool) -> Vec<String> {
    let mut kept = Vec::new();
    let mut from = from.map(BufReader::new);
    let mut line = Vec::new();
    while let Some(reader) = &mut from
        && reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0)
    {
        // Where nobody listens any more, the program still runs to its end.
        let _ = to.write_all(&line).and_then(|()| to.flush());
        let text = without_colour(&String::from_utf8_lossy(&line));
        if keep(text.trim()) {
            kept.push(text.trim().to_owned());
        }
        line.clear();
    }
    kept
}

/// The text without `ESC [ … letter`.
fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| c.is_ascii_alphabetic()).map_or(part.len(), |at| at + 1);
        plain.push_str(&part[end..]);
    }
    plain
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn judge(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(format!("`{}` failed ({status})", shown(command)))
}

fn unstartable(command: &Command, error: &io::Error) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() != io::ErrorKind::NotFound {
        return format!("`{}` cannot be started: {error}", shown(command));
    }
    let source = SOURCES.iter().find(|(name, _)| *name == program);
    let remedy = source.map_or("install it", |(_, remedy)| remedy);
    format!("{program} is missing: {remedy}, then run this again")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_go() {
        assert_eq!(without_colour("\u{1b}[32;1m     Summary\u{1b}[0m [1s]"), "     Summary [1s]");
        assert_eq!(without_colour("plain"), "plain");
        assert_eq!(without_colour("cut \u{1b}["), "cut ");
    }

    #[test]
    fn lines_are_kept_from_both_streams() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo keep out; echo keep err >&2"]);
        let kept =
            watch(&mut command, |line| line.starts_with("keep") && !line.ends_with('\n')).unwrap();
        assert_eq!(kept, ["keep out", "keep err"]);
    }

    #[test]
    fn failures_say_what_and_what_to_do() {
        let failed = run(Command::new("sh").args(["-c", "exit 3"])).unwrap_err();
        assert!(failed.contains("`sh -c exit 3` failed") && failed.contains('3'), "{failed}");
        let missing = run(Command::new("npm").env("PATH", "/nowhere")).unwrap_err();
        assert!(missing.starts_with("npm is missing: install Node.js 20"), "{missing}");
    }
}
