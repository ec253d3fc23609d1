use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

/// The bytes of an input.
pub enum Body<'a> {
    /// A file, which archives and tables are read from here and there.
    File(File),
    /// Bytes that come once, one behind the other.
    Stream(Box<dyn Read + 'a>),
    /// Bytes at hand.
    Memory(Cursor<Vec<u8>>),
}

impl Body<'_> {
    /// Bytes at hand.
    #[must_use]
    pub const fn memory(bytes: Vec<u8>) -> Self {
        Self::Memory(Cursor::new(bytes))
    }

    /// Bytes that can be read from here and there: of a stream, all of it, where the limit allows.
    #[cfg(any(feature = "zip", feature = "parquet"))]
    pub(crate) fn seekable(self, limit: u64) -> io::Result<Self> {
        let mut stream: Box<dyn Read + '_> = match self {
            Self::File(file) if file.metadata()?.is_file() => return Ok(Self::File(file)),
            Self::Memory(bytes) => return Ok(Self::Memory(bytes)),
            Self::File(file) => Box::new(file),
            Self::Stream(stream) => stream,
        };
        let mut bytes = Vec::new();
        stream.by_ref().take(limit + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > limit {
            let message = format!(
                "an archive inside another, or on stdin, of more than {limit} bytes; unpack it to a file first"
            );
            return Err(io::Error::other(crate::fault::Exceeded {
                code: "archive_too_large",
                message,
            }));
        }
        Ok(Self::memory(bytes))
    }
}

impl Read for Body<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Stream(stream) => stream.read(buffer),
            Self::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Body<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Memory(bytes) => bytes.seek(to),
            Self::Stream(_) => Err(io::ErrorKind::Unsupported.into()),
        }
    }
}
