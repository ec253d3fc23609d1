//! Numbers as papers print them: grouped figures, decimals, words, and magnitudes behind them.

use crate::grammar::{
    lex::at_word_end,
    number::{may_be_worded, worded},
};

/// A number that a text starts with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// Bytes it takes, its magnitude among them.
    pub(super) len: usize,
    pub(super) value: f64,
    /// What it says if its one comma parts thousands: "1,234 ca".
    pub(super) grouped: Option<f64>,
    /// The product of its magnitudes; 1 where it has none.
    pub(super) scale: f64,
    /// Written in words.
    pub(super) worded: bool,
    /// Figures with neither marks nor magnitude: what years and names are written in as well.
    pub(super) plain: bool,
}

/// Figures before a magnitude is applied: an integer, and by how many tens to divide it.
struct Mantissa {
    len: usize,
    digits: u64,
    decimals: u32,
    grouped: Option<u64>,
    plain: bool,
}

/// Whether a number may start here: a figure, "nửa", or a word that begins as one of a number does.
pub(super) fn may_start(i: &str) -> bool {
    i.starts_with(|c: char| c.is_ascii_digit()) || may_be_worded(i) || i.starts_with("nửa ")
}

/// A number in figures or words: `1.234`, `98,5`, `1,2 triệu`, `4 tỷ 350 triệu`, `mười hai`, `nửa triệu`.
pub(super) fn number(i: &str) -> Option<Number> {
    if let Some(half) = half(i) {
        return Some(half);
    }
    let first = term(i)?;
    Some(if first.worded { more_words(i, first) } else { more_figures(i, first) })
}

/// `nửa triệu`, `nửa tỷ`
fn half(i: &str) -> Option<Number> {
    let rest = i.strip_prefix("nửa ")?;
    let (len, scale) = magnitudes(&i[i.len() - rest.len() - 1..])?;
    let len = i.len() - rest.len() - 1 + len;
    Some(Number { len, value: scale / 2.0, grouped: None, scale, worded: false, plain: false })
}

/// A mantissa with the magnitudes behind it.
fn term(i: &str) -> Option<Number> {
    let (mantissa, is_worded) = match figures(i) {
        Some(mantissa) => (mantissa, false),
        None => (words(i)?, true),
    };
    let (more, scale) = magnitudes(&i[mantissa.len..]).unwrap_or((0, 1.0));
    let shift = 10f64.powi(i32::try_from(mantissa.decimals).ok()?);
    let (half, value) = halved(&i[mantissa.len + more..], scale);
    Some(Number {
        len: mantissa.len + more + half,
        value: mantissa.digits as f64 * scale / shift + value,
        grouped: mantissa.grouped.filter(|_| scale == 1.0).map(|digits| digits as f64),
        scale,
        worded: is_worded,
        plain: mantissa.plain && scale == 1.0,
    })
}

/// `triệu rưỡi`, `triệu mốt`: half of the magnitude more, or a tenth.
fn halved(i: &str, scale: f64) -> (usize, f64) {
    const PARTS: &[(&str, f64)] = &[(" rưỡi", 0.5), (" mốt", 0.1)];
    let part = PARTS.iter().find(|(word, _)| i.strip_prefix(word).is_some_and(at_word_end));
    part.filter(|_| scale > 1.0).map_or((0, 0.0), |(word, part)| (word.len(), scale * part))
}

/// `4 tỷ 350 triệu`: smaller magnitudes behind a larger one.
fn more_figures(i: &str, mut sum: Number) -> Number {
    let mut scale = sum.scale;
    while let Some(next) = i[sum.len..].strip_prefix(' ').and_then(term) {
        if next.worded || next.scale <= 1.0 || next.scale >= scale || next.value >= scale {
            break;
        }
        sum.len += 1 + next.len;
        sum.value += next.value;
        scale = next.scale;
    }
    sum
}

/// `ba nghìn hai trăm`, `hai triệu năm trăm nghìn`, `một nghìn không trăm linh năm`.
fn more_words(i: &str, mut sum: Number) -> Number {
    let mut scale = sum.scale;
    while scale >= 1000.0 {
        let rest = &i[sum.len..];
        let rest = rest.strip_prefix(" không trăm linh").unwrap_or(rest);
        let Some(next) = rest.strip_prefix(' ').and_then(term) else { break };
        let is_next = next.worded && next.scale < scale && next.value < scale;
        if !is_next || next.scale == 1.0 && next.value < 10.0 && rest.len() == i.len() - sum.len {
            break;
        }
        sum.len = i.len() - rest.len() + 1 + next.len;
        sum.value += next.value;
        scale = next.scale;
    }
    sum
}

/// Words below a thousand.
fn words(i: &str) -> Option<Mantissa> {
    let (rest, value) = worded(i).ok()?;
    let len = i.len() - rest.len();
    Some(Mantissa { len, digits: value.into(), decimals: 0, grouped: None, plain: false })
}

/// The magnitudes behind a number with the space before them: ` triệu`, ` nghìn tỷ`.
fn magnitudes(i: &str) -> Option<(usize, f64)> {
    let mut len = 0;
    let mut scale = 1.0;
    for _ in 0..2 {
        let Some((next, factor)) = magnitude(&i[len..]) else { break };
        len += next;
        scale *= factor;
    }
    (len > 0).then_some((len, scale))
}

/// Magnitudes, and the syllables that make another word of them.
const MAGNITUDES: &[(&str, f64, &[&str])] = &[
    ("chục", 1e1, &[]),
    ("trăm", 1e2, &[]),
    ("nghìn", 1e3, &[]),
    ("ngàn", 1e3, &[]),
    ("vạn", 1e4, &["vật", "sự", "lý"]),
    ("triệu", 1e6, &["chứng", "tập", "phú", "hồi"]),
    ("tỷ", 1e9, &["lệ", "số", "suất", "giá", "phú", "trọng"]),
    ("tỉ", 1e9, &["lệ", "số", "suất", "giá", "phú", "trọng", "mỉ"]),
];

/// One magnitude.
fn magnitude(i: &str) -> Option<(usize, f64)> {
    let words = i.trim_start_matches(' ');
    let spaces = i.len() - words.len();
    let (word, factor, others) = MAGNITUDES
        .iter()
        .find(|(word, ..)| spaces == 1 && words.strip_prefix(word).is_some_and(at_word_end))?;
    let next = words[word.len()..].trim_start_matches(' ');
    let is_other = others.iter().any(|o| next.strip_prefix(o).is_some_and(at_word_end));
    (!is_other).then_some((spaces + word.len(), *factor))
}

/// The magnitude that a text starts with: its length and factor.
pub(super) fn scale(i: &str) -> Option<(usize, f64)> {
    let (word, factor, _) =
        MAGNITUDES.iter().find(|(word, ..)| i.strip_prefix(word).is_some_and(at_word_end))?;
    let (more, next) = magnitudes(&i[word.len()..]).unwrap_or((0, 1.0));
    Some((word.len() + more, factor * next))
}

/// How many digits a text starts with.
pub(super) fn digits(i: &str) -> usize {
    i.bytes().take_while(u8::is_ascii_digit).count()
}

/// The groups of exactly three digits, each behind the mark, that a text starts with.
fn groups(i: &str, mark: char) -> usize {
    let mut at = 0;
    while i[at..].strip_prefix(mark).is_some_and(|rest| digits(rest) == 3) {
        at += 4;
    }
    at
}

/// `1.234.567`, `1.234,5`, `1,234,567`, `98,5`, `1.5`, `02`
fn figures(i: &str) -> Option<Mantissa> {
    let whole = digits(i);
    if whole == 0 || whole > 12 || whole > 3 && i.starts_with('0') {
        return None;
    }
    let groupable = whole <= 3 && !i.starts_with('0');
    let (dots, commas) = (groups(&i[whole..], '.'), groups(&i[whole..], ','));
    let (integer, point) = match (groupable, dots, commas) {
        (true, 4.., _) => (whole + dots, ','),
        (true, _, 8..) => (whole + commas, '.'),
        _ if i[whole..].starts_with('.') => (whole, '.'),
        _ => (whole, ','),
    };
    let fraction = i[integer..].strip_prefix(point).map_or(0, digits);
    let len = if fraction > 0 { integer + 1 + fraction } else { integer };
    let value = |text: &str| text.replace(['.', ','], "").parse().ok();
    let one_comma = groupable && dots == 0 && commas == 4;
    // "64,000" has no fraction to tell: only thousands are written so.
    let thousands = one_comma && i[integer..].starts_with(",000");
    Some(Mantissa {
        len,
        digits: value(&i[..len])?,
        decimals: if thousands { 0 } else { u32::try_from(fraction).ok()? },
        grouped: if one_comma { value(&i[..len]) } else { None },
        plain: len == whole,
    })
    .filter(|_| !more_figures_follow(&i[len..]))
}

/// Whether the figures go on as no number does: a date, a version, an address.
fn more_figures_follow(rest: &str) -> bool {
    rest.strip_prefix(['.', ',', ':']).is_some_and(|rest| digits(rest) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        for (text, value, rest) in [
            ("1.234.567 liều", 1_234_567.0, " liều"),
            ("64.000", 64_000.0, ""),
            ("98,5%", 98.5, "%"),
            ("1.5 ha", 1.5, " ha"),
            ("1,234,567 ca", 1_234_567.0, " ca"),
            ("64,000 liều", 64_000.0, " liều"),
            ("1.234,5 tấn", 1234.5, " tấn"),
            ("1,2 triệu liều", 1_200_000.0, " liều"),
            ("3 ngàn", 3_000.0, ""),
            ("2 vạn người", 20_000.0, " người"),
            ("3,5 tỷ đồng", 3_500_000_000.0, " đồng"),
            ("1,2 nghìn tỷ đồng", 1.2e12, " đồng"),
            ("1 triệu 200 nghìn", 1_200_000.0, ""),
            ("4 tỷ 350 triệu đồng", 4_350_000_000.0, " đồng"),
            ("02 trường hợp", 2.0, " trường hợp"),
            ("2 triệu rưỡi", 2_500_000.0, ""),
            ("một triệu mốt", 1_100_000.0, ""),
            ("một trăm linh năm ca", 105.0, " ca"),
            ("mười hai ca", 12.0, " ca"),
            ("hai mươi mốt xã", 21.0, " xã"),
            ("ba nghìn hai trăm hộ", 3_200.0, " hộ"),
            ("hai triệu năm trăm nghìn đồng", 2_500_000.0, " đồng"),
            ("một nghìn không trăm linh năm hộ", 1_005.0, " hộ"),
            ("nửa triệu đồng", 500_000.0, " đồng"),
            ("3 triệu chứng", 3.0, " triệu chứng"),
            ("2 tỷ lệ", 2.0, " tỷ lệ"),
            ("5 tỷ 200 người", 5e9, " 200 người"),
            ("0,92 m", 0.92, " m"),
        ] {
            let got = number(text).unwrap();
            assert!(may_start(text), "{text}");
            assert_eq!((got.value, &text[got.len..]), (value, rest), "{text}");
        }
        assert_eq!(number("1,234 ca").unwrap().grouped, Some(1234.0));
    }

    #[test]
    fn no_numbers() {
        for text in ["0912345678", "1.2.3", "7:30", "hàng trăm", "trăm", "ca", "1,2,3", "20.7.2021"]
        {
            assert!(number(text).is_none(), "{text}");
        }
    }
}
