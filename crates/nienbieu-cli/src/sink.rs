//! Where the output goes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Stdout, a stream such as `/dev/null`, or a file that appears whole at the end.
pub(crate) enum Sink {
    Stream(Box<dyn Write>),
    File { temporary: BufWriter<NamedTempFile>, target: PathBuf },
}

impl Sink {
    /// Opens stdout, or the file named.
    pub(crate) fn open(output: Option<&Path>) -> io::Result<Self> {
        let Some(path) = output else {
            return Ok(Self::Stream(Box::new(BufWriter::new(io::stdout().lock()))));
        };
        // A link is written through; a device or pipe cannot be renamed over.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if target.exists() && !target.is_file() {
            let stream = File::options().write(true).open(target)?;
            return Ok(Self::Stream(Box::new(BufWriter::new(stream))));
        }
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        Ok(Self::File { temporary: BufWriter::new(temporary_in(folder, &target)?), target })
    }

    /// Puts the file in its place.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream(mut stream) => stream.flush(),
            Self::File { temporary, target } => {
                let temporary = temporary.into_inner().map_err(io::IntoInnerError::into_error)?;
                temporary.persist(target).map_err(|error| error.error)?;
                Ok(())
            }
        }
    }
}

/// A temporary file with the permissions that the target has or would get.
fn temporary_in(folder: &Path, target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".nienbieu-").suffix(".part");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let temporary = builder.tempfile_in(folder)?;
    if let Ok(existing) = fs::metadata(target) {
        temporary.as_file().set_permissions(existing.permissions())?;
    }
    Ok(temporary)
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stream(stream) => stream.write(bytes),
            Self::File { temporary, .. } => temporary.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.flush(),
            Self::File { temporary, .. } => temporary.flush(),
        }
    }
}
