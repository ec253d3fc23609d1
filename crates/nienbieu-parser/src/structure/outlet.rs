//! The outlet: "(CDC Hà Nam)" on a line, "Điện Biên TV - " or "(QNO) – " before the first words.

use std::ops::Range;

use super::features::{capital, printed_words};
use super::lexicon::{names, outlets};
use super::names::plain_of;
use crate::text::{is_alphabetic, is_lowercase, is_uppercase};

/// Whether the words name an outlet: known, or built like one ("Báo …", "… TV", "QNO").
pub(super) fn is_outlet(text: &str) -> bool {
    let plain = plain_of(text);
    let words: Vec<&str> = printed_words(text).collect();
    // A portal's name in capitals says whose it is: "… HUYỆN HẬU LỘC, TỈNH THANH HÓA".
    let longest = if text.chars().any(char::is_lowercase) { 9 } else { 14 };
    if words.is_empty()
        || words.len() > longest
        || outlets().has("never", &plain)
        || names().has("place", &plain)
    {
        return false;
    }
    let last = outlets().ends("last", &plain);
    match words[..] {
        _ if outlets().has("name", &plain) => true,
        [one] => is_acronym(one) || is_domain(one),
        _ if outlets().starts("first", &plain).is_some() => is_titled(&words, last),
        [first, _] => last && capital(first),
        _ => last && capital(text) && words.len() < 6,
    }
}

/// "Báo Điện Biên Phủ", "Đài Truyền hình tỉnh"; not "Báo động mưa lũ".
fn is_titled(words: &[&str], last: bool) -> bool {
    let small = |w: &&str| outlets().has("small", &plain_of(w));
    let shouted = words.iter().all(|w| !w.chars().any(is_lowercase));
    let place = (1..words.len()).any(|at| {
        outlets().has("unit", &plain_of(words[at]))
            || names().has("place", &plain_of(&words[at..].join(" ")))
    });
    let titled = words[1..].iter().all(|w| capital(w) || small(w));
    capital(words[0]) && if shouted { last || place } else { titled }
}

/// Two to seven capitals, "&" and "Đ" among them: "TTXVN", "QNO", "GD&TĐ".
fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| is_alphabetic(*c)).count();
    (2..=7).contains(&letters)
        && text.chars().all(|c| is_uppercase(c) || matches!(c, '&' | '.' | '+'))
        && !outlets().has("never", &plain_of(text))
}

/// "baomau.vn", "VOV.VN", "Chinhphu.vn".
fn is_domain(text: &str) -> bool {
    let lower = text.to_lowercase();
    let tail = [".vn", ".com", ".net", ".org"].iter().any(|t| lower.ends_with(t));
    tail && lower.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
}

/// The outlet a paragraph starts with, as a range of its bytes.
pub(super) fn prefix(text: &str) -> Option<Range<usize>> {
    let (inside, rest, bracket) = match text.chars().next()? {
        '(' | '[' => {
            let end = text.find([')', ']']).filter(|&end| end < 80)?;
            (1..end, &text[end + 1..], true)
        }
        _ => {
            let (end, len) = dash(text)?;
            (0..end, &text[end + len..], false)
        }
    };
    let words = text[inside.clone()].trim();
    let from =
        inside.start + (text[inside.clone()].len() - text[inside.clone()].trim_start().len());
    let range = from..from + words.len();
    if rest.trim().is_empty() {
        return None;
    }
    if bracket {
        let dashed = rest.trim_start().starts_with(['-', '–', '—', ':', '|']);
        let fits = is_outlet(words) || (dashed && could_be(words));
        return fits.then(|| first_source(text, range));
    }
    // "Hà Nội (TTXVN) - ", "TTXVN (Hà Nội) - ".
    if let Some(open) = words.find('(') {
        let (before, within) =
            (words[..open].trim(), words[open + 1..].trim_end_matches(')').trim());
        if is_outlet(within) {
            let start = range.start + open + 1;
            return Some(start..start + within.len());
        }
        return is_outlet(before).then(|| range.start..range.start + before.len());
    }
    is_outlet(words).then_some(range)
}

/// Where the dash after the first few words stands, spaces included, and its length.
fn dash(text: &str) -> Option<(usize, usize)> {
    let limit = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let (at, c) = text[..limit].char_indices().find(|&(at, c)| {
        let before = text[..at].chars().next_back().is_some_and(char::is_whitespace);
        let after = text[at + c.len_utf8()..].chars().next().is_some_and(char::is_whitespace);
        match c {
            '–' | '—' | '-' => before || after,
            '|' => true,
            _ => false,
        }
    })?;
    Some((at, c.len_utf8()))
}

/// What may stand in brackets before a dash: a short name that is no place, date or picture.
fn could_be(words: &str) -> bool {
    let plain = plain_of(words);
    let count = printed_words(words).count();
    (1..=7).contains(&count)
        && capital(words)
        && !words.contains(|c: char| c.is_ascii_digit())
        && !names().has("place", &plain)
        && !outlets().has("never", &plain)
        && !plain.starts_with("ảnh ")
}

/// "TTXVN/Vietnam+" is TTXVN.
fn first_source(text: &str, range: Range<usize>) -> Range<usize> {
    match text[range.clone()].find('/') {
        Some(at) if at > 1 => range.start..range.start + at,
        _ => range,
    }
}

/// The outlet a line consists of: "(CDC Hà Nam)", "[Báo Mẫu]", "TTXVN".
pub(super) fn alone(text: &str) -> Option<Range<usize>> {
    let bracket = text.starts_with(['(', '[']) && text.ends_with([')', ']']) && text.len() > 2;
    let range = if bracket { 1..text.len() - 1 } else { 0..text.len() };
    let words = text[range.clone()].trim();
    let from = range.start + (text[range.clone()].len() - text[range].trim_start().len());
    let fits =
        is_outlet(words) || (bracket && could_be(words) && printed_words(words).all(capital));
    fits.then_some(from..from + words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<&str> {
        prefix(text).map(|range| &text[range])
    }

    #[test]
    fn datelines_name_the_outlet() {
        for (text, want) in [
            ("(QNO) – Sáng nay, huyện họp.", "QNO"),
            ("(Mặt trận) - Tính đến nay, tỉnh đã hoàn thành.", "Mặt trận"),
            ("Sơn La TV - Huyện Mộc Châu khai hội.", "Sơn La TV"),
            ("BHG - Mưa to đã gây lũ.", "BHG"),
            ("TPO -Chiều nay, đoàn đến.", "TPO"),
            ("Hà Nội (TTXVN) - Hội nghị khai mạc.", "TTXVN"),
            ("(TTXVN/Vietnam+) - Hội nghị khai mạc.", "TTXVN"),
            ("VOV.VN - Giá lúa tăng.", "VOV.VN"),
            ("(BDO) Mặc dù giãn cách, thu vẫn tăng.", "BDO"),
            ("( Báo Lào Cai ) - Còn 6 ngày nữa.", "Báo Lào Cai"),
        ] {
            assert_eq!(of(text), Some(want), "{text}");
        }
    }

    #[test]
    fn places_and_bodies_are_no_outlets() {
        for text in [
            "Hà Nội - Sáng nay, hội nghị khai mạc.",
            "(Hà Nội) - Sáng nay, hội nghị khai mạc.",
            "(Ảnh: Lê Hoài) - Khai mạc.",
            "(24/7) - Ngày hội.",
            "UBND - HĐND tỉnh họp.",
            "Covid-19 - cuộc chiến dài.",
            "Kinh tế - xã hội phát triển.",
            "Sở Y tế - đơn vị chủ trì - cho biết.",
            "Báo động đỏ - mưa lũ dâng cao.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn lines_that_are_datelines() {
        assert_eq!(alone("(CDC Bắc Ninh)").map(|r| &"(CDC Bắc Ninh)"[r]), Some("CDC Bắc Ninh"));
        assert!(alone("TTXVN").is_some());
        assert!(alone("BÁO ĐIỆN TỬ SƠN LA").is_some());
        assert!(alone("TRANG THÔNG TIN ĐIỆN TỬ HUYỆN TRÀ CÚ").is_some());
        assert!(alone("CỔNG THÔNG TIN ĐIỆN TỬ TỈNH PHÚ YÊN").is_some());
        assert!(alone("CỔNG THÔNG TIN ĐIỆN TỬ HUYỆN SƠN HÒA, TỈNH PHÚ YÊN").is_some());
        assert!(alone("BÁO ĐỘNG CHÁY RỪNG").is_none());
        assert!(alone("Báo động cháy rừng mùa khô").is_none());
        assert!(alone("(Hà Nội)").is_none());
        assert!(alone("Xã hội").is_none());
    }
}
