//! Texts to throw at the parser: the corpus in other spellings, and heaps of its hardest words.

use std::{fs, path::Path};

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The corpus: name and text, without a byte order mark.
pub(crate) fn corpus() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut paths: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty());
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        text.trim_start_matches('\u{feff}').to_owned()
    };
    paths
        .iter()
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into(), read(path)))
        .collect()
}

/// One text as other keyboards and systems write it.
pub(crate) fn spellings(text: &str) -> [(&'static str, String); 5] {
    let plain = text.replace("\r\n", "\n");
    [
        ("NFC", plain.nfc().collect()),
        ("NFD", plain.nfd().collect()),
        ("CRLF", plain.replace('\n', "\r\n")),
        ("old tone placement", retone(&plain.nfc().collect::<String>(), |pair| pair)),
        ("new tone placement", retone(&plain.nfc().collect::<String>(), |(old, new)| (new, old))),
    ]
}

/// Open syllables whose tone mark stands on the first vowel (old) or on the second (new).
const TONES: &[(&str, &str)] = &[
    ("òa", "oà"),
    ("óa", "oá"),
    ("ỏa", "oả"),
    ("õa", "oã"),
    ("ọa", "oạ"),
    ("òe", "oè"),
    ("óe", "oé"),
    ("ỏe", "oẻ"),
    ("õe", "oẽ"),
    ("ọe", "oẹ"),
    ("ùy", "uỳ"),
    ("úy", "uý"),
    ("ủy", "uỷ"),
    ("ũy", "uỹ"),
    ("ụy", "uỵ"),
];

/// Writes each syllable that ends in the pair's second spelling with its first. "quý" has one spelling.
fn retone(
    text: &str,
    direct: fn((&'static str, &'static str)) -> (&'static str, &'static str),
) -> String {
    let mut text = text.to_owned();
    for (to, from) in TONES.iter().map(|&pair| direct(pair)) {
        let parts: Vec<&str> = text.split(from).collect();
        let mut out = parts[0].to_owned();
        for rest in &parts[1..] {
            let open =
                !rest.chars().next().is_some_and(char::is_alphabetic) && !out.ends_with(['q', 'Q']);
            out.push_str(if open { to } else { from });
            out.push_str(rest);
        }
        text = out;
    }
    text
}

/// Words, figures and marks that times are made of.
const PIECES: &[&str] = &[
    "ngày",
    "tháng",
    "năm",
    "quý",
    "tuần",
    "giờ",
    "phút",
    "giây",
    "h",
    "thứ",
    "hai",
    "Chủ nhật",
    "từ",
    "đến",
    "nay",
    "hôm",
    "qua",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "rạng sáng",
    "đầu",
    "giữa",
    "cuối",
    "hết",
    "trước",
    "sau",
    "khoảng",
    "gần",
    "hơn",
    "mỗi",
    "hằng",
    "cách đây",
    "kể từ",
    "đến hết",
    "thập kỷ",
    "thế kỷ",
    "mùng",
    "rằm",
    "âm lịch",
    "Tết",
    "Giáp Thìn",
    "giai đoạn",
    "nhiệm kỳ",
    "năm học",
    "tuổi",
    "rưỡi",
    "kém",
    "nửa",
    "tới",
    "này",
    "ngoái",
    "và",
    "Cập nhật lúc",
    "Ngày đăng:",
    "GMT+7",
    "SA",
    "CH",
    "PM",
    "(CDC Hà Nam) -",
    "Trang chủ",
    "Tin liên quan",
    "tháng Giêng",
    "0",
    "1",
    "2",
    "5",
    "12",
    "13",
    "19",
    "24",
    "29",
    "30",
    "31",
    "32",
    "60",
    "99",
    "1900",
    "2021",
    "2024",
    "9999",
    "10000",
    "18446744073709551616",
    "00",
    "I",
    "II",
    "IV",
    "V",
    "X",
    "7/5",
    "30/2",
    "29/2/2023",
    "31.12.2021",
    "12-18/7",
    "2020-2022",
    "5h30",
    "24h",
    "25:61",
    "17:55",
    "2021-07-24T18:27Z",
];

/// What stands between them, and what is hard to read.
const MARKS: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    "",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "/",
    "-",
    "–",
    ".",
    ",",
    ":",
    ";",
    "(",
    ")",
    "[",
    "“",
    "”",
    "…",
    "|",
    "»",
    ">",
    "•",
    "+",
    "~",
    "?",
    "%",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{301}",
    "\u{323}",
    "\u{2028}",
    "\u{85}",
    "Đ",
    "İ",
    "ß",
    "ﬁ",
    "１",
    "／",
    "٣",
    "日",
    "🦠",
    "👨\u{200d}👩\u{200d}👧",
    "\u{10ffff}",
    "\u{0}",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        6 => prop::sample::select(MARKS).prop_map(str::to_owned),
        2 => (0u32..40, prop::sample::select(&["/", "-", ".", "h", ":", " tháng "][..]), 0u32..70)
            .prop_map(|(a, mark, b)| format!("{a}{mark}{b}")),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// Heaps of pieces.
pub(crate) fn heap() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

/// An article of the corpus with a stretch cut out and a heap put in.
pub(crate) fn damaged() -> impl Strategy<Value = String> {
    let articles: Vec<String> = corpus().into_iter().map(|(_, text)| text).collect();
    (prop::sample::select(articles), any::<prop::sample::Index>(), 0usize..200, heap()).prop_map(
        |(text, at, len, heap)| {
            let chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len());
            let rest = chars[at..].iter().skip(len);
            chars[..at].iter().copied().chain(heap.chars()).chain(rest.copied()).collect()
        },
    )
}
