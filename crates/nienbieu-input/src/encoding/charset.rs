//! The charsets that Vietnamese was written in before Unicode.

use std::sync::LazyLock;

use encoding_rs::WINDOWS_1258;
use unicode_normalization::UnicodeNormalization;

use super::table::{Table, windows};

/// A charset: its name, what else it is called, how its bytes become text.
pub(super) struct Charset {
    pub(super) name: &'static str,
    pub(super) labels: &'static [&'static str],
    pub(super) decode: fn(&[u8]) -> String,
}

/// Those with letters above ASCII, the more usual first.
pub(super) const CHARSETS: &[Charset] = &[
    Charset { name: "windows-1258", labels: &["cp1258", "x-cp1258"], decode: windows_1258 },
    Charset { name: "tcvn3", labels: &["abc", "tcvn", "x-viet-tcvn5712"], decode: tcvn3 },
    Charset { name: "vni", labels: &["vni-windows", "x-viet-vni"], decode: vni },
    Charset { name: "viscii", labels: &["csviscii", "viscii1.1-1"], decode: viscii },
    Charset { name: "vps", labels: &["x-viet-vps"], decode: vps },
    Charset { name: "tcvn5712-1", labels: &["tcvn-5712", "tcvn5712-1:1993"], decode: tcvn },
];

/// The one in ASCII.
pub(super) const VIQR: Charset = Charset { name: "viqr", labels: &["csviqr"], decode: viqr };

/// The charset with this name, in any case.
pub(super) fn named(label: &str) -> Option<&'static Charset> {
    static ALL: &[&Charset] = &[&VIQR];
    let is_it = |set: &&Charset| {
        std::iter::once(&set.name).chain(set.labels).any(|name| name.eq_ignore_ascii_case(label))
    };
    CHARSETS.iter().find(|set| is_it(set)).or_else(|| ALL.iter().copied().find(is_it))
}

macro_rules! table {
    ($name:ident, $file:literal) => {
        pub(super) static $name: LazyLock<Table> = LazyLock::new(|| {
            Table::read(include_str!(concat!("../../data/encodings/", $file, ".tsv")))
        });
    };
}
table!(TCVN, "tcvn");
table!(VIQR_TABLE, "viqr");
table!(VISCII, "viscii");
table!(VNI, "vni");
table!(VPS, "vps");

fn windows_1258(bytes: &[u8]) -> String {
    WINDOWS_1258.decode_without_bom_handling(bytes).0.nfc().collect()
}

fn viscii(bytes: &[u8]) -> String {
    by_table(&VISCII, bytes, |_| true)
}

fn vps(bytes: &[u8]) -> String {
    by_table(&VPS, bytes, |_| true)
}

fn vni(bytes: &[u8]) -> String {
    by_table(&VNI, bytes, |_| true)
}

/// The whole standard, with the capitals that it puts in place of control characters.
fn tcvn(bytes: &[u8]) -> String {
    by_table(&TCVN, bytes, |_| true).nfc().collect()
}

/// The standard's upper half, as the ABC fonts have it. Capitals with tones are a font of their own
/// there, so that in a line without a small letter of ASCII the others are meant to be capitals too.
fn tcvn3(bytes: &[u8]) -> String {
    let text: String = by_table(&TCVN, bytes, |byte| byte >= 0xa0).nfc().collect();
    text.split_inclusive('\n').map(capitalised).collect()
}

fn capitalised(line: &str) -> String {
    let capitals = line.bytes().filter(u8::is_ascii_uppercase).count();
    if capitals >= 2 && !line.bytes().any(|b| b.is_ascii_lowercase()) {
        line.to_uppercase()
    } else {
        line.to_owned()
    }
}

/// A backslash takes the marks behind it literally.
fn viqr(bytes: &[u8]) -> String {
    let mut parts = bytes.split(|byte| *byte == b'\\');
    let mut text = by_table(&VIQR_TABLE, parts.next().unwrap_or_default(), |_| true);
    for part in parts {
        let (mark, rest) = part.split_at(part.len().min(1));
        text.extend(mark.iter().map(|byte| windows(*byte)));
        text.push_str(&by_table(&VIQR_TABLE, rest, |_| true));
    }
    text
}

/// Letter by letter; where the table says nothing, or is not to be asked, as in the Windows fonts.
fn by_table(table: &Table, bytes: &[u8], asks: fn(u8) -> bool) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 3);
    let mut rest = bytes;
    while let Some(&byte) = rest.first() {
        // Two-byte letters of VNI begin with ASCII.
        let known = if byte < 0x80 || asks(byte) { table.letter(rest) } else { None };
        let known = known.filter(|(_, length)| *length > 1 || asks(byte));
        let (letter, length) = known.unwrap_or_else(|| (windows(byte), 1));
        text.push(letter);
        rest = &rest[length..];
    }
    text
}
