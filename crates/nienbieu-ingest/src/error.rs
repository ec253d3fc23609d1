use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a run ended early. What is wrong with one record is no error: it is a dead letter.
#[derive(Debug)]
pub struct Error(Kind);

#[derive(Debug)]
enum Kind {
    Output { path: PathBuf, error: io::Error },
    Begun(String),
    TooMany(String),
}

impl Error {
    /// Something cannot be written, or read back.
    pub(crate) fn output(path: &Path, error: io::Error) -> Self {
        Self(Kind::Output { path: path.to_owned(), error })
    }

    /// The folder is another run's.
    pub(crate) fn begun(message: impl Into<String>) -> Self {
        Self(Kind::Begun(message.into()))
    }

    /// More dead letters than are allowed.
    pub(crate) fn too_many(message: impl Into<String>) -> Self {
        Self(Kind::TooMany(message.into()))
    }

    /// The folder cannot be used by this command.
    #[must_use]
    pub const fn is_usage(&self) -> bool {
        matches!(self.0, Kind::Begun(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Output { path, error } => write!(
                f,
                "{}: cannot be written: {error}; see to it that there is room and permission, then run \
                 the same command again: it goes on where it stopped",
                path.display()
            ),
            Kind::Begun(message) | Kind::TooMany(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}
