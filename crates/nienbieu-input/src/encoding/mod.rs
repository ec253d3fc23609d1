//! Bytes to text.
//!
//! A byte order mark decides; then what is valid UTF-8 is UTF-8; the old charsets are told by the
//! Vietnamese that their bytes spell, each with its score; a declared charset is used where nothing
//! better fits, since old pages often declare a Western one.

mod charset;
mod detect;
mod mojibake;
mod syllable;
mod table;
mod unicode;

use std::borrow::Cow;
use std::fmt;

use encoding_rs::{UTF_16BE, UTF_16LE};
use nienbieu_model::Encoding;

use detect::{Found, Score};

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    /// How the bytes were read, and why so.
    pub encoding: Encoding,
    /// How many letters were put together again, where UTF-8 had been encoded twice.
    pub repaired: Option<usize>,
}

/// Bytes that are no text in any encoding known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable {
    kind: Kind,
    offset: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Binary,
    NotUtf8 { byte: u8, line: usize },
    Utf16,
}

impl Undecodable {
    /// Byte offset of the trouble, from 0.
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Stable, for machines: `binary` or `undecodable`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            Kind::Binary => "binary",
            Kind::NotUtf8 { .. } | Kind::Utf16 => "undecodable",
        }
    }
}

impl fmt::Display for Undecodable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = self.offset;
        match self.kind {
            Kind::Binary => write!(f, "no text: a zero byte at offset {offset}; give a text file"),
            Kind::NotUtf8 { byte, line } => write!(
                f,
                "not UTF-8: byte 0x{byte:02X} at offset {offset} (line {line}) does not belong there, \
                 and no Vietnamese charset fits; save the file as UTF-8 and try again"
            ),
            Kind::Utf16 => write!(
                f,
                "not UTF-16: the unit at offset {offset} stands alone; \
                 save the file as UTF-8 and try again"
            ),
        }
    }
}

impl std::error::Error for Undecodable {}

/// Decodes a text; `declared` is the charset that its surroundings name, if they do.
///
/// ```
/// use nienbieu_input::encoding::decode;
///
/// let old = b"Ng\xb5y 5/8, huy\xd6n M\xad\xeang Lay c\xe3 tr\xb9m y t\xd5 m\xedi";
/// let decoded = decode(old, None).unwrap();
/// assert_eq!(decoded.text, "Ngày 5/8, huyện Mường Lay có trạm y tế mới");
/// assert_eq!(decoded.encoding.name, "tcvn3");
/// ```
///
/// # Errors
///
/// Where the bytes are no text in any known encoding.
pub fn decode<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, Undecodable> {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, 3, "byte order mark", declared),
        [0xff, 0xfe, rest @ ..] => utf16(rest, 2, UTF_16LE, "byte order mark"),
        [0xfe, 0xff, rest @ ..] => utf16(rest, 2, UTF_16BE, "byte order mark"),
        _ => unmarked(bytes, declared),
    }
}

fn unmarked<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, Undecodable> {
    let named = declared.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = named.filter(|e| [UTF_16LE, UTF_16BE].contains(e)) {
        return utf16(bytes, 0, encoding, "declared");
    }
    if let Some(encoding) = unicode::unmarked(bytes) {
        return utf16(bytes, 0, encoding, "every other byte is zero");
    }
    utf8(bytes, 0, "every byte fits", declared)
}

fn utf16(
    bytes: &[u8],
    skipped: usize,
    encoding: &'static encoding_rs::Encoding,
    reason: &'static str,
) -> Result<Decoded<'static>, Undecodable> {
    let name = if encoding == UTF_16BE { "utf-16be" } else { "utf-16le" };
    match unicode::decode(bytes, encoding) {
        Ok(text) => Ok(plain(text, name, reason)),
        Err(at) => Err(Undecodable { kind: Kind::Utf16, offset: at + skipped }),
    }
}

fn utf8<'a>(
    bytes: &'a [u8],
    skipped: usize,
    reason: &'static str,
    declared: Option<&str>,
) -> Result<Decoded<'a>, Undecodable> {
    if let Some(zero) = memchr::memchr(0, bytes) {
        return Err(Undecodable { kind: Kind::Binary, offset: zero + skipped });
    }
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Ok(unicode_text(text, reason)),
        Err(error) => old(bytes, declared).ok_or_else(|| {
            let at = error.valid_up_to();
            let line = memchr::memchr_iter(b'\n', &bytes[..at]).count() + 1;
            Undecodable { kind: Kind::NotUtf8 { byte: bytes[at], line }, offset: at + skipped }
        }),
    }
}

/// A text that is UTF-8: as it stands, unless its letters are of another encoding below.
fn unicode_text<'a>(text: &'a str, reason: &'static str) -> Decoded<'a> {
    if text.is_ascii() {
        if let Some(score) = detect::viqr(text.as_bytes()) {
            let decoded = (charset::VIQR.decode)(text.as_bytes());
            return by_score(decoded, charset::VIQR.name, score, None);
        }
    } else if let Some(repaired) = mojibake::repair(text) {
        let reason = format!(
            "UTF-8 encoded twice; {} letters put together again, {} % of {} words are syllables",
            repaired.letters,
            repaired.score.share(),
            repaired.score.words
        );
        return Decoded {
            text: repaired.text.into(),
            encoding: Encoding { name: "utf-8".into(), reason: reason.into() },
            repaired: Some(repaired.letters),
        };
    }
    plain(text, "utf-8", reason)
}

/// Bytes of before Unicode: by what they spell, by what is declared, or by having marks alone.
fn old(bytes: &[u8], declared: Option<&str>) -> Option<Decoded<'static>> {
    if let Some(Found { charset, score, next }) = detect::eight_bit(bytes) {
        return Some(by_score((charset.decode)(bytes), charset.name, score, Some(next)));
    }
    if let Some(charset) = declared.and_then(charset::named) {
        return Some(plain((charset.decode)(bytes), charset.name, "declared"));
    }
    let named = declared.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    if let Some(encoding) = named
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        let name = encoding.name().to_ascii_lowercase();
        return Some(plain(text.into_owned(), name, "declared"));
    }
    let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0;
    detect::is_typographic(&text)
        .then(|| plain(text.into_owned(), "windows-1252", "nothing but marks beyond ASCII"))
}

fn plain<'a>(
    text: impl Into<Cow<'a, str>>,
    name: impl Into<Cow<'static, str>>,
    reason: &'static str,
) -> Decoded<'a> {
    let encoding = Encoding { name: name.into(), reason: reason.into() };
    Decoded { text: text.into(), encoding, repaired: None }
}

fn by_score(
    text: String,
    name: &'static str,
    score: Score,
    next: Option<(&'static str, Score)>,
) -> Decoded<'static> {
    let mut reason = format!("{} % of {} words are syllables", score.share(), score.words);
    if let Some((next, score)) = next {
        reason.push_str(&format!(", in {next} {} %", score.share()));
    }
    let encoding = Encoding { name: name.into(), reason: reason.into() };
    Decoded { text: text.into(), encoding, repaired: None }
}

#[cfg(test)]
mod tests;
