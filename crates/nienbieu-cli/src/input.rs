//! Where the articles come from.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::messages;

/// Endings of the files that are read from a folder.
const TEXT_ENDINGS: [&str; 3] = ["txt", "text", "md"];

/// An input as named by the user.
#[derive(Debug)]
pub(crate) enum Place {
    Stdin,
    Path(PathBuf),
}

impl From<PathBuf> for Place {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::Path(path) }
    }
}

/// One text to read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    File(PathBuf),
}

impl Input {
    /// The name that records carry; stdin has none.
    pub(crate) fn name(&self) -> Option<String> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(display(path)),
        }
    }

    /// All its bytes.
    pub(crate) fn read(&self) -> Result<Vec<u8>, String> {
        match self {
            Self::Stdin => read_stdin().map_err(|error| format!("stdin cannot be read: {error}")),
            Self::File(path) => {
                fs::read(path).map_err(|error| unreadable(&display(path), Some(&error)))
            }
        }
    }
}

impl Place {
    /// The texts of this place, in order; a message in place of what cannot be reached.
    pub(crate) fn inputs(&self) -> Box<dyn Iterator<Item = Result<Input, String>>> {
        match self {
            Self::Stdin => Box::new(std::iter::once(Ok(Input::Stdin))),
            Self::Path(path) if path.is_dir() => walk(path),
            Self::Path(path) => Box::new(std::iter::once(Ok(Input::File(path.clone())))),
        }
    }
}

/// The text files below a folder, sorted by name at each level.
fn walk(folder: &Path) -> Box<dyn Iterator<Item = Result<Input, String>>> {
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_map(|entry| match entry {
            Ok(entry) if entry.file_type().is_file() && is_text(entry.path()) => {
                Some(Ok(Input::File(entry.into_path())))
            }
            Ok(_) => None,
            Err(error) => Some(Err(unwalkable(&error))),
        })
        .peekable();
    if entries.peek().is_some() {
        return Box::new(entries);
    }
    let nothing = format!(
        "{}: no .txt, .text or .md file in this folder; name the files that you mean",
        display(folder)
    );
    Box::new(std::iter::once(Err(nothing)))
}

fn is_text(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| TEXT_ENDINGS.iter().any(|text| text.eq_ignore_ascii_case(ending)))
}

fn unwalkable(error: &walkdir::Error) -> String {
    let path = error.path().map(display).unwrap_or_default();
    match error.loop_ancestor() {
        Some(above) => format!("{path}: a link back to {}; not followed", display(above)),
        None => unreadable(&path, error.io_error()),
    }
}

fn unreadable(path: &str, error: Option<&io::Error>) -> String {
    let remedy = match error.map(io::Error::kind) {
        Some(io::ErrorKind::NotFound) => "; check the spelling",
        Some(io::ErrorKind::PermissionDenied) => "; check its permissions",
        _ => "",
    };
    let cause = error.map_or_else(|| "unknown cause".to_owned(), ToString::to_string);
    format!("{path}: cannot be read: {cause}{remedy}")
}

fn display(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut stdin = io::stdin().lock();
    if stdin.is_terminal() {
        messages::note(&"paste an article, then end with Ctrl-D on a line of its own");
    }
    let mut bytes = Vec::new();
    stdin.read_to_end(&mut bytes)?;
    Ok(bytes)
}
