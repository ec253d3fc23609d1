use std::fmt;
use std::io;

/// Why a run ended early. What is wrong with one input is no failure: it is reported and counted.
#[derive(Debug)]
pub(crate) struct Failure(Kind);

#[derive(Debug)]
enum Kind {
    Usage(String),
    Input(io::Error),
    Output { to: Option<String>, error: io::Error },
    Ingest(nienbieu_ingest::Error),
}

impl Failure {
    /// The command line asks for something that cannot be.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self(Kind::Usage(message.into()))
    }

    /// Stdin broke off.
    pub(crate) const fn input(error: io::Error) -> Self {
        Self(Kind::Input(error))
    }

    /// The same, where the output was going to the file named.
    pub(crate) fn writing_to(self, path: &str) -> Self {
        match self.0 {
            Kind::Output { error, .. } => Self(Kind::Output { to: Some(path.to_owned()), error }),
            kind => Self(kind),
        }
    }

    /// The reader of the output went away: not the user's trouble.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(&self.0, Kind::Output { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }

    pub(crate) const fn exit_code(&self) -> i32 {
        match &self.0 {
            Kind::Usage(_) => 2,
            Kind::Ingest(error) if error.is_usage() => 2,
            Kind::Input(_) | Kind::Output { .. } | Kind::Ingest(_) => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Usage(message) => f.write_str(message),
            Kind::Ingest(error) => error.fmt(f),
            Kind::Input(error) => write!(f, "stdin cannot be read: {error}"),
            Kind::Output { to: None, error } => write!(f, "stdout cannot be written: {error}"),
            Kind::Output { to: Some(path), error } => write!(
                f,
                "{path}: cannot be written: {error}; \
                 check that its folder exists, may be written to and has room"
            ),
        }
    }
}

impl std::error::Error for Failure {}

impl From<nienbieu_ingest::Error> for Failure {
    fn from(error: nienbieu_ingest::Error) -> Self {
        Self(Kind::Ingest(error))
    }
}

/// Every writer here ends in the output, whatever wraps it.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self(Kind::Output { to: None, error })
    }
}
