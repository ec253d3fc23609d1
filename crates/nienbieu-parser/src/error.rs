use std::fmt;

/// Why an input could not be read. Opaque: ask it with its predicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    NotUtf8 { offset: usize, line: usize, byte: u8 },
    Utf16 { big_endian: bool },
    Binary { offset: usize },
    TooLarge { len: usize, limit: usize },
    Reference(String),
    TimeZone(String),
}

impl Error {
    pub(crate) const fn new(kind: Kind) -> Self {
        Self(kind)
    }

    /// The bytes are no text that can be read.
    #[must_use]
    pub const fn is_encoding(&self) -> bool {
        matches!(self.0, Kind::NotUtf8 { .. } | Kind::Utf16 { .. } | Kind::Binary { .. })
    }

    /// The input is larger than one text may be.
    #[must_use]
    pub const fn is_too_large(&self) -> bool {
        matches!(self.0, Kind::TooLarge { .. })
    }

    /// A reference date could not be read.
    #[must_use]
    pub const fn is_reference(&self) -> bool {
        matches!(self.0, Kind::Reference(_))
    }

    /// A UTC offset could not be read.
    #[must_use]
    pub const fn is_time_zone(&self) -> bool {
        matches!(self.0, Kind::TimeZone(_))
    }

    /// Byte offset of the trouble in the input, from 0.
    #[must_use]
    pub const fn offset(&self) -> Option<usize> {
        match self.0 {
            Kind::NotUtf8 { offset, .. } | Kind::Binary { offset } => Some(offset),
            _ => None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::NotUtf8 { offset, line, byte } => write!(
                f,
                "not UTF-8: byte 0x{byte:02X} at offset {offset} (line {line}) does not belong there; \
                 save the file as UTF-8 and try again"
            ),
            Kind::Utf16 { big_endian } => write!(
                f,
                "the text is UTF-16 ({} byte order mark at offset 0); save the file as UTF-8 and try again",
                if *big_endian { "big-endian" } else { "little-endian" }
            ),
            Kind::Binary { offset } => {
                write!(f, "no text: a zero byte at offset {offset}; give a text file")
            }
            Kind::TooLarge { len, limit } => write!(
                f,
                "the text has {len} bytes, more than the {limit} that one text may have; split it"
            ),
            Kind::Reference(text) => write!(
                f,
                "{text:?} is no date; write 2021-07-24, 2021-07-24T18:30 or 2021-07-24T18:30+07:00"
            ),
            Kind::TimeZone(text) => write!(f, "{text:?} is no UTC offset; write it as +07:00"),
        }
    }
}

impl std::error::Error for Error {}
