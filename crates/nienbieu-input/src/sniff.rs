//! What some bytes are, told by how they begin.

/// How much of an input is looked at.
pub(crate) const HEAD: usize = 64 << 10;
/// How many lines may be broken before an input of JSON lines is not taken for one.
const LINES: usize = 5;

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Bzip2,
    Gzip,
    Xz,
    Zstd,
    Tar,
    Zip,
    Parquet,
    Warc,
    Html,
    JsonLines,
    Json,
    Csv(u8),
    Text,
    /// What holds no text that is read here, and what it is.
    Other(&'static str),
}

/// What begins with which bytes, at which offset.
const SIGNATURES: &[(usize, &[u8], Format)] = &[
    (0, b"\x1f\x8b\x08", Format::Gzip),
    (0, b"\x28\xb5\x2f\xfd", Format::Zstd),
    (0, b"BZh", Format::Bzip2),
    (0, b"\xfd7zXZ\0", Format::Xz),
    (0, b"PK\x03\x04", Format::Zip),
    (0, b"PK\x05\x06", Format::Zip),
    (0, b"PAR1", Format::Parquet),
    (0, b"WARC/1.", Format::Warc),
    (257, b"ustar", Format::Tar),
    (0, b"%PDF-", Format::Other("a PDF document")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::Other("a document of old Office")),
    (0, b"\x89PNG\r\n", Format::Other("a picture")),
    (0, b"\xff\xd8\xff", Format::Other("a picture")),
    (0, b"GIF8", Format::Other("a picture")),
    (0, b"\x7fELF", Format::Other("a program")),
    (0, b"SQLite format 3\0", Format::Other("a database")),
    (0, b"7z\xbc\xaf\x27\x1c", Format::Other("a 7z archive")),
    (0, b"Rar!\x1a\x07", Format::Other("a RAR archive")),
];

/// The format of what begins with `head`; `is_text` says which names of columns hold the text.
pub(crate) fn format(head: &[u8], is_text: &dyn Fn(&str) -> bool) -> Format {
    let known = SIGNATURES.iter().find(|(at, bytes, format)| {
        head.get(*at..).is_some_and(|head| head.starts_with(bytes))
            && (*format != Format::Bzip2 || head.get(4..10) == Some(b"1AY&SY"))
    });
    if let Some((_, _, format)) = known {
        return *format;
    }
    if is_skippable_zstd(head) {
        return Format::Zstd;
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    match text {
        [b'{', ..] if begins_object(text) => json_lines(text),
        [b'[', rest @ ..] if begins_object(rest.trim_ascii_start()) => Format::Json,
        _ if is_html(text) => Format::Html,
        _ => delimiter(text, is_text).map_or(Format::Text, Format::Csv),
    }
}

fn is_skippable_zstd(head: &[u8]) -> bool {
    matches!(head, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
}

/// `{"` or `{}`.
fn begins_object(text: &[u8]) -> bool {
    text.strip_prefix(b"{").is_some_and(|rest| matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]))
}

/// One object a line, or one over several lines.
fn json_lines(text: &[u8]) -> Format {
    if !text.contains(&b'\n') {
        return Format::JsonLines;
    }
    let is_object = |line: &[u8]| {
        line.trim_ascii_start().starts_with(b"{")
            && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
    };
    let is_lines = text.split(|b| *b == b'\n').take(LINES).any(is_object);
    // Over several lines, the first has hardly more than the bracket.
    let is_one = text.iter().position(|b| *b == b'\n').is_none_or(|end| end > 200);
    if is_lines || is_one { Format::JsonLines } else { Format::Json }
}

/// Whether the text is a web page: one of its elements stands at the start, behind comments.
pub(crate) fn is_html(text: &[u8]) -> bool {
    const STARTS: [&[u8]; 8] =
        [b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<meta", b"<p>"];
    let mut text = text.trim_ascii_start();
    loop {
        let skipped =
            [(&b"<!--"[..], &b"-->"[..]), (b"<?xml", b"?>")].iter().find_map(|(open, close)| {
                let rest = text.strip_prefix(*open)?;
                memchr::memmem::find(rest, close)
                    .map(|end| rest[end + close.len()..].trim_ascii_start())
            });
        match skipped {
            Some(rest) => text = rest,
            None => break,
        }
    }
    STARTS
        .iter()
        .any(|start| text.get(..start.len()).is_some_and(|t| t.eq_ignore_ascii_case(start)))
}

/// What parts the columns of a table whose header names a column of texts.
fn delimiter(text: &[u8], is_text: &dyn Fn(&str) -> bool) -> Option<u8> {
    let line = text.split(|b| *b == b'\n').next()?.trim_ascii_end();
    let header = std::str::from_utf8(line).ok()?;
    [b',', b'\t', b';'].into_iter().find(|delimiter| {
        let mut cells =
            header.split(char::from(*delimiter)).map(|cell| cell.trim().trim_matches('"'));
        cells.clone().count() > 1
            && cells.clone().all(|cell| cell.len() <= 64)
            && cells.any(is_text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells() {
        let cases: &[(&[u8], Format)] = &[
            (b"", Format::Text),
            ("[Ảnh] Khánh thành cầu".as_bytes(), Format::Text),
            (b"{tin} nhanh", Format::Text),
            (b"id,text\n1,a\n", Format::Csv(b',')),
            (b"id\ttext\n1\ta\n", Format::Csv(b'\t')),
            (b"left out: not a text ending\n", Format::Text),
            ("Hôm nay, text, content".as_bytes(), Format::Csv(b',')),
            (b"\xef\xbb\xbf{\"text\": \"a\"}\n{\"text\": \"b\"}\n", Format::JsonLines),
            (b"{\"text\": broken\n{\"text\": \"b\"}\n", Format::JsonLines),
            (b"{\n  \"text\": \"a\"\n}\n", Format::Json),
            (b"[ {\"text\": \"a\"} ]", Format::Json),
            (b"<?xml version='1.0'?><!-- x --> <HTML><body>", Format::Html),
            (b"<b> is no page", Format::Text),
            (b"BZh is a word", Format::Text),
            (b"BZh91AY&SY", Format::Bzip2),
            (b"WARC/1.0\r\n", Format::Warc),
            (b"%PDF-1.7", Format::Other("a PDF document")),
        ];
        for (head, expected) in cases {
            let is_text = |name: &str| name == "text";
            assert_eq!(format(head, &is_text), *expected, "{}", String::from_utf8_lossy(head));
        }
    }
}
