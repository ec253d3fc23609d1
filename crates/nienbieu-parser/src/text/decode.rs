//! Bytes to text.

use nienbieu_model::Encoding;

use crate::{Error, error::Kind};

/// The most bytes one text may have: offsets and memory stay small.
pub(crate) const LIMIT: usize = 256 << 20;

/// Reads UTF-8, with or without a byte order mark (which is not part of the text).
pub(crate) fn decode(bytes: &[u8]) -> Result<(&str, Encoding), Error> {
    if bytes.len() > LIMIT {
        return Err(Error::new(Kind::TooLarge { len: bytes.len(), limit: LIMIT }));
    }
    let (body, reason) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (rest, "byte order mark"),
        [0xff, 0xfe, ..] => return Err(Error::new(Kind::Utf16 { big_endian: false })),
        [0xfe, 0xff, ..] => return Err(Error::new(Kind::Utf16 { big_endian: true })),
        rest => (rest, "every byte fits"),
    };
    let skipped = bytes.len() - body.len();
    if let Some(zero) = memchr::memchr(0, body) {
        return Err(Error::new(Kind::Binary { offset: zero + skipped }));
    }
    match std::str::from_utf8(body) {
        Ok(text) => Ok((text, Encoding { name: "utf-8".into(), reason: reason.into() })),
        Err(error) => {
            let at = error.valid_up_to();
            let line = memchr::memchr_iter(b'\n', &body[..at]).count() + 1;
            Err(Error::new(Kind::NotUtf8 { offset: at + skipped, line, byte: body[at] }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let (text, encoding) = decode("\u{feff}xin chào".as_bytes()).unwrap();
        assert_eq!((text, &*encoding.reason), ("xin chào", "byte order mark"));
    }

    #[test]
    fn what_is_no_utf8_says_where() {
        let error = decode(b"a\nb\n\xe0\xff").unwrap_err();
        assert!(error.is_encoding());
        assert_eq!(error.offset(), Some(4));
        assert!(error.to_string().contains("0xE0 at offset 4 (line 3)"));
        assert!(decode(b"\xff\xfea\0").unwrap_err().to_string().contains("UTF-16"));
        assert_eq!(decode(b"PK\0").unwrap_err().offset(), Some(2));
    }
}
