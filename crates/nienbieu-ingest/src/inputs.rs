//! Where the documents come from.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use nienbieu_input::Body;
use walkdir::{DirEntry, WalkDir};

/// Endings of the files that are read where a folder is read for its texts.
const ENDINGS: [&str; 24] = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonl", "ndjson", "csv",
    "tsv", "warc", "wet", "gz", "tgz", "zst", "bz2", "xz", "zip", "tar", "docx", "parquet", "viq",
];

/// An input as named by the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Standard input.
    Stdin,
    /// A file or folder, or a pattern that names some.
    Path(PathBuf),
}

/// What of a folder is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// Files with an ending known here.
    Known,
    /// Every file but hidden ones.
    All,
}

impl From<PathBuf> for Place {
    fn from(path: PathBuf) -> Self {
        if path.as_os_str() == "-" { Self::Stdin } else { Self::Path(path) }
    }
}

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// The name that records carry; stdin has none.
    #[must_use]
    pub fn name(&self) -> Option<String> {
        match self {
            Self::Stdin => None,
            Self::File(path) => Some(display(path)),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    ///
    /// Where it cannot be opened: what, why and what to do.
    pub fn open(&self) -> Result<Body<'static>, String> {
        match self {
            Self::Stdin => Ok(Body::Stream(Box::new(io::stdin()))),
            Self::File(path) => {
                let opened = File::open(path).and_then(|file| {
                    if file.metadata()?.is_dir() {
                        return Err(io::ErrorKind::IsADirectory.into());
                    }
                    Ok(file)
                });
                opened.map(Body::File).map_err(|error| unreadable(&display(path), Some(&error)))
            }
        }
    }

    /// How many bytes it has, where that is known.
    pub(crate) fn len(&self) -> Option<u64> {
        match self {
            Self::Stdin => None,
            Self::File(path) => {
                fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.len())
            }
        }
    }
}

/// What there is to read, or a message in place of what cannot be reached.
type Inputs = Box<dyn Iterator<Item = Result<Input, String>>>;

impl Place {
    /// The inputs of this place, in order.
    #[must_use]
    pub fn inputs(&self, walk: Walk) -> Inputs {
        match self {
            Self::Stdin => Box::new(std::iter::once(Ok(Input::Stdin))),
            Self::Path(path) if path.is_dir() => folder(path, walk),
            Self::Path(path) if !path.exists() && is_pattern(path) => matching(path, walk),
            Self::Path(path) => Box::new(std::iter::once(Ok(Input::File(path.clone())))),
        }
    }
}

fn is_pattern(path: &Path) -> bool {
    path.to_str().is_some_and(|path| path.contains(['*', '?', '[']))
}

/// What a pattern names, sorted by name.
fn matching(pattern: &Path, walk: Walk) -> Inputs {
    let shown = display(pattern);
    let paths = match glob::glob(&shown) {
        Ok(paths) => paths,
        Err(error) => {
            let message =
                format!("{shown}: no pattern that can be read: {error}; quote what is literal");
            return Box::new(std::iter::once(Err(message)));
        }
    };
    let mut paths = paths
        .map(|path| path.map_err(|e| unreadable(&display(e.path()), Some(e.error()))))
        .peekable();
    if paths.peek().is_none() {
        return Box::new(std::iter::once(Err(format!(
            "{shown}: matches no file; check the pattern"
        ))));
    }
    Box::new(paths.flat_map(move |path| match path {
        Ok(path) if path.is_dir() => folder(&path, walk),
        path => Box::new(std::iter::once(path.map(Input::File))),
    }))
}

/// The files below a folder, sorted by name at each level.
fn folder(folder: &Path, walk: Walk) -> Inputs {
    let is_read = move |entry: &DirEntry| match walk {
        Walk::Known => is_known(entry.path()),
        Walk::All => true,
    };
    let mut entries = WalkDir::new(folder)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(move |entry| walk == Walk::Known || entry.depth() == 0 || !is_hidden(entry))
        .filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_file() && is_read(&entry) => {
                Some(Ok(Input::File(entry.into_path())))
            }
            Ok(_) => None,
            Err(error) => Some(Err(unwalkable(&error))),
        })
        .peekable();
    if walk == Walk::All || entries.peek().is_some() {
        return Box::new(entries);
    }
    let nothing = format!(
        "{}: no file with a known ending (.txt, .md, .html, .jsonl, .warc, .gz, …) in this folder; \
         name the files that you mean",
        display(folder)
    );
    Box::new(std::iter::once(Err(nothing)))
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn is_known(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending)))
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
