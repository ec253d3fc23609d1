use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::charset::{self, CHARSETS};
use super::*;

const NEWS: &str = "Điện Biên: Khánh thành cầu treo ở bản vùng cao\n\n\
    Sáng 5/8/2022, Uỷ ban nhân dân huyện Mường Lay đã tổ chức lễ khánh thành cầu treo dài 120 mét, nối \
    hai bản với trung tâm xã. Ông Lò Văn Tâm, Phó Chủ tịch huyện, cho biết công trình được khởi công từ \
    tháng Giêng, tổng kinh phí 3,5 tỷ đồng; những người dân ở đây sẽ không phải đi bè qua suối nữa.\n";

/// The 134 letters of Vietnamese above ASCII, both cases.
fn letters() -> Vec<char> {
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let vowels = "aăâeêioôơuưy";
    let toned = vowels.chars().flat_map(|v| tones.map(|t| format!("{v}{t}")));
    let small = toned.flat_map(|v| v.nfc().collect::<Vec<_>>()).filter(|c| !c.is_ascii());
    let small: Vec<char> = small.chain(['đ']).collect();
    let large = small.iter().flat_map(|c| c.to_uppercase());
    let all: Vec<char> = small.iter().copied().chain(large).collect();
    assert_eq!(all.len(), 134);
    all
}

/// The bytes of a text in a charset, by its table turned round.
fn encode(table: &table::Table, text: &str) -> Vec<u8> {
    let mut of: HashMap<char, Vec<u8>> = HashMap::new();
    for (bytes, letter) in table.letters() {
        of.entry(letter)
            .and_modify(|known| *known = bytes.clone().min(known.clone()))
            .or_insert(bytes);
    }
    text.chars()
        .flat_map(|c| of.get(&c).cloned().unwrap_or_else(|| c.to_string().into_bytes()))
        .collect()
}

/// The same in TCVN3: capitals with tones as a capital and a mark behind it.
fn encode_tcvn3(text: &str) -> Vec<u8> {
    let marks = [
        ('\u{300}', 0xb0),
        ('\u{309}', 0xb1),
        ('\u{303}', 0xb2),
        ('\u{301}', 0xb3),
        ('\u{323}', 0xb4),
    ];
    let mut bytes = Vec::new();
    for c in text.chars() {
        let one = encode(&charset::TCVN, &c.to_string());
        if let [byte] = one[..]
            && (byte >= 0xa0 || c.is_ascii())
        {
            bytes.push(byte);
            continue;
        }
        let parts: Vec<char> = std::iter::once(c).nfd().collect();
        let (tone, base): (Vec<char>, Vec<char>) =
            parts.into_iter().partition(|c| marks.iter().any(|(mark, _)| mark == c));
        bytes.extend(encode(&charset::TCVN, &base.into_iter().nfc().collect::<String>()));
        let mark = marks.iter().find(|(mark, _)| Some(mark) == tone.first());
        bytes.extend(mark.map(|(_, byte)| *byte));
    }
    bytes
}

/// The same in windows-1258: the tones of all but the shaped letters stand behind them.
fn encode_1258(text: &str) -> Vec<u8> {
    let tones = "\u{300}\u{301}\u{303}\u{309}\u{323}";
    let mut parted = String::new();
    for c in text.chars() {
        let (tone, base): (String, String) =
            std::iter::once(c).nfd().partition(|c| tones.contains(*c));
        parted.extend(base.nfc());
        parted.push_str(&tone);
    }
    let (bytes, _, failed) = encoding_rs::WINDOWS_1258.encode(&parted);
    assert!(!failed, "{text}");
    bytes.into_owned()
}

fn encoded(name: &str, text: &str) -> Vec<u8> {
    match name {
        "windows-1258" => encode_1258(text),
        "tcvn3" => encode_tcvn3(text),
        "tcvn5712-1" => encode(&charset::TCVN, text),
        "vni" => encode(&charset::VNI, text),
        "viscii" => encode(&charset::VISCII, text),
        "vps" => encode(&charset::VPS, text),
        "viqr" => {
            // What would be taken for a mark is taken literally.
            let literal = text.chars().flat_map(|c| {
                let mark = "?.'`~^(+\\".contains(c).then_some('\\');
                mark.into_iter().chain([c])
            });
            encode(&charset::VIQR_TABLE, &literal.collect::<String>())
        }
        name => panic!("{name}"),
    }
}

const NAMES: [&str; 7] = ["windows-1258", "tcvn3", "tcvn5712-1", "vni", "viscii", "vps", "viqr"];

#[test]
fn every_letter_comes_back_from_every_charset() {
    for name in NAMES {
        let charset = charset::named(name).unwrap();
        for letter in letters() {
            // A small letter of ASCII beside it, as lines in capitals are read in their own way.
            let text = format!("x{letter} x");
            let back = (charset.decode)(&encoded(name, &text));
            assert_eq!(back, text, "{name}");
        }
    }
}

#[test]
fn every_charset_is_told_from_the_others() {
    for name in NAMES {
        let decoded = decode(&encoded(name, NEWS), None)
            .unwrap_or_else(|e| panic!("{name}: {e}"))
            .text
            .into_owned();
        assert_eq!(decoded, NEWS, "{name}");
        let bytes = encoded(name, NEWS);
        let decoded = decode(&bytes, None).unwrap();
        // Without a capital in place of a control character both are the same standard.
        let told = &*decoded.encoding.name;
        assert!(told == name || (name, told) == ("tcvn5712-1", "tcvn3"), "{name}: {told}");
        assert!(decoded.encoding.reason.contains("% of"), "{}", decoded.encoding.reason);
        // A Western charset is what old pages declare.
        assert_eq!(decode(&bytes, Some("iso-8859-1")).unwrap().text, NEWS, "{name}");
    }
}

#[test]
fn capitals_of_the_abc_fonts() {
    let bytes = encoded("tcvn3", "Người dân vùng cao đã có điện.\n");
    // The capital fonts have the small letters' codes.
    let title = encoded("tcvn3", "HUYệN MƯờNG LAY Có ĐIệN\n");
    let text = decode(&[title, bytes].concat(), None).unwrap().text.into_owned();
    assert_eq!(text, "HUYỆN MƯỜNG LAY CÓ ĐIỆN\nNgười dân vùng cao đã có điện.\n");
}

#[test]
fn utf8_stays_as_it_is() {
    for text in [
        NEWS,
        "ngày",
        "“XÃ”, “ĐÔ”",
        "café, naïve, Müller",
        "тест 漢字 🙂",
        "",
        "PHƯỜNG Ã»",
        "á» áº",
    ] {
        let decoded = decode(text.as_bytes(), Some("windows-1252")).unwrap();
        assert_eq!((&*decoded.text, &*decoded.encoding.name), (text, "utf-8"));
        assert_eq!((decoded.repaired, &*decoded.encoding.reason), (None, "every byte fits"));
    }
    let decoded = decode(b"\xef\xbb\xbfxin ch\xc3\xa0o", None).unwrap();
    assert_eq!((&*decoded.text, &*decoded.encoding.reason), ("xin chào", "byte order mark"));
}

#[test]
fn english_is_no_viqr() {
    for text in [
        "They're here. You're there? It's so. We (all) go to a+b, e^x, o(n), ~/home/a, `ls`. See u.s.a.",
        "int main(int argc, char **argv) { return a ^ b; } add(a, b) + o(1)",
        "What do I do? Who are you? Go to co.uk (e.g. a.co) or http://a.b/c?d=e+f and i+1, u+2, o+3.",
        "Ngay 5/8, huyen Muong Lay co tram y te moi (xa Na Son).",
    ] {
        let repeated = text.repeat(5);
        assert_eq!(decode(repeated.as_bytes(), None).unwrap().encoding.name, "utf-8", "{text}");
    }
    let marks = decode(b"It\x92s \x93fine\x94 \x96 he said", None).unwrap();
    assert_eq!((&*marks.text, &*marks.encoding.name), ("It’s “fine” – he said", "windows-1252"));
}

#[test]
fn other_languages_are_not_taken_for_vietnamese() {
    let (french, _, _) = encoding_rs::WINDOWS_1252.encode(
        "Les élèves français ont été déçus à Nîmes où la fête a été annulée, à côté du château.",
    );
    assert_eq!(decode(&french, None).unwrap_err().code(), "undecodable");
    let declared = decode(&french, Some("iso-8859-1")).unwrap();
    assert_eq!(
        (&*declared.encoding.name, &*declared.encoding.reason),
        ("windows-1252", "declared")
    );
    assert!(declared.text.starts_with("Les élèves"));
    let (russian, _, _) =
        encoding_rs::WINDOWS_1251.encode("Сегодня в городе прошёл дождь, завтра снег");
    assert!(decode(&russian, None).is_err());
}

#[test]
fn viqr_as_people_type_it() {
    let typed = b"Tie^'ng Vie^.t khong kho', nhu+ng nhie^`u ngu+o+`i dda~ que^n.";
    let decoded = decode(typed, None).unwrap();
    assert_eq!(decoded.text, "Tiếng Việt khong khó, nhưng nhiều người đã quên.");
    assert_eq!(decoded.encoding.name, "viqr");
}

#[test]
fn double_encoding_is_repaired_and_told() {
    let wrong = |text: &str| -> String { text.bytes().map(table::windows).collect() };
    for text in [NEWS.to_owned(), format!("“{NEWS}” – 25 °C")] {
        for broken in [wrong(&text), wrong(&wrong(&text))] {
            let decoded = decode(broken.as_bytes(), None).unwrap();
            assert_eq!(decoded.text, text);
            let letters = text.chars().filter(|c| !c.is_ascii()).count();
            assert!(decoded.repaired.unwrap() >= letters);
            assert!(decoded.encoding.reason.contains("encoded twice"));
        }
    }
}

#[test]
fn utf16_with_a_mark_and_without() {
    let units: Vec<u16> = NEWS.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
    for (bytes, name) in [(&little, "utf-16le"), (&big, "utf-16be")] {
        let decoded = decode(bytes, None).unwrap();
        assert_eq!((&*decoded.text, &*decoded.encoding.name), (NEWS, name));
        let mark: &[u8] = if name == "utf-16le" { b"\xff\xfe" } else { b"\xfe\xff" };
        let marked = [mark, bytes].concat();
        let decoded = decode(&marked, None).unwrap();
        assert_eq!((&*decoded.text, &*decoded.encoding.reason), (NEWS, "byte order mark"));
    }
    let alone = decode(b"\xff\xfea\0\0\xd8b\0", None).unwrap_err();
    assert_eq!((alone.offset(), alone.code()), (4, "undecodable"));
    assert!(alone.to_string().contains("offset 4"));
}

#[test]
fn what_is_no_text_says_where() {
    let error = decode(b"a\nb\n\xe0\xff", None).unwrap_err();
    assert_eq!((error.offset(), error.code()), (4, "undecodable"));
    assert!(error.to_string().contains("0xE0 at offset 4 (line 3)"), "{error}");
    let error = decode(b"PK\0", None).unwrap_err();
    assert_eq!((error.offset(), error.code()), (2, "binary"));
}

#[test]
fn a_charset_that_is_declared_is_used_where_too_little_speaks() {
    let bytes = encoded("viscii", "Hà Nội");
    assert!(decode(&bytes, None).is_err());
    assert_eq!(decode(&bytes, Some("VISCII")).unwrap().text, "Hà Nội");
    assert_eq!(CHARSETS.len(), 6);
}

proptest::proptest! {
    #[test]
    fn no_bytes_stop_it(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        if let Err(error) = decode(&bytes, None) {
            proptest::prop_assert!(error.offset() <= bytes.len());
        }
    }

    #[test]
    fn text_is_itself(text in "\\PC{0,200}") {
        let decoded = decode(text.as_bytes(), None).unwrap();
        if decoded.encoding.name == "utf-8" && decoded.repaired.is_none() && !text.starts_with('\u{feff}') {
            proptest::prop_assert_eq!(&*decoded.text, &*text);
        }
    }
}
