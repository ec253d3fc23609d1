use std::fmt;
use std::io;

use nienbieu_model::Source;

/// How much of a broken record is kept.
pub(crate) const SAMPLE: usize = 64 << 10;

/// Where on its way something broke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Opening the input.
    Open,
    /// Taking off compression, or an archive apart.
    Unpack,
    /// Telling one record from the next, and its fields.
    Record,
    /// Bytes to text.
    Decode,
    /// Text to a record of the model.
    Parse,
}

impl Stage {
    /// Its name, for machines.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Unpack => "unpack",
            Self::Record => "record",
            Self::Decode => "decode",
            Self::Parse => "parse",
        }
    }
}

/// Something that could not be read: what, where, why, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The input or record that it is about.
    pub source: Box<Source>,
    /// Byte offset of the trouble in the innermost stream, from 0, where known.
    pub offset: Option<u64>,
    /// Where on its way it broke.
    pub stage: Stage,
    /// Stable, for machines: `truncated`, `corrupt`, `invalid_json`, `record_too_large`, …
    pub code: &'static str,
    /// For people.
    pub message: String,
    /// The bytes that it is about, at most the first 64 KiB.
    pub sample: Vec<u8>,
}

impl Fault {
    /// A fault of an input or record.
    #[must_use]
    pub fn new(
        source: Source,
        stage: Stage,
        code: &'static str,
        message: impl Into<String>,
    ) -> Self {
        let message = message.into();
        let source = Box::new(source);
        Self { source, offset: None, stage, code, message, sample: Vec::new() }
    }

    /// The same at an offset of the innermost stream.
    #[must_use]
    pub const fn at(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// The same with the beginning of the bytes that it is about.
    #[must_use]
    pub fn with(mut self, bytes: &[u8]) -> Self {
        self.sample = bytes[..bytes.len().min(SAMPLE)].to_vec();
        self
    }

    /// A stream that broke off or makes no sense.
    pub(crate) fn of_stream(source: Source, error: &io::Error, offset: u64) -> Self {
        let (code, message) =
            match error.get_ref().and_then(|inner| inner.downcast_ref::<Exceeded>()) {
                Some(Exceeded { code, message }) => (*code, message.clone()),
                None if error.kind() == io::ErrorKind::UnexpectedEof => (
                    "truncated",
                    format!("the data ends too soon, at offset {offset}; fetch the file again"),
                ),
                None => {
                    ("corrupt", format!("broken at offset {offset}: {error}; fetch the file again"))
                }
            };
        Self::new(source, Stage::Unpack, code, message).at(offset)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source.name {
            Some(name) => write!(f, "{name}: {}", self.message),
            None => write!(f, "stdin: {}", self.message),
        }
    }
}

impl std::error::Error for Fault {}

/// A limit that a stream went beyond, on its way through readers that know only I/O errors.
#[derive(Debug)]
pub(crate) struct Exceeded {
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Exceeded {}
