//! Author lines: a cue ("Tin, ảnh:", "Theo") with names after it, initials, or bare names.

use std::ops::Range;

use super::features::{Ending, capital, ending, printed_words};
use super::lexicon::{byline as cues, is_word, sections};
use super::names::{are_names, is_name, plain_of};
use super::outlet;
use crate::text::is_uppercase;

/// An author line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Byline {
    /// The names, as a range of the line's bytes.
    pub(super) range: Range<usize>,
    /// A cue says so: it needs no support from where it stands.
    pub(super) sure: bool,
    /// It names the paper that the text was taken from.
    pub(super) source: bool,
}

/// Reads a whole line as an author line.
pub(super) fn read(line: &str) -> Option<Byline> {
    let inner = bare(line);
    let text = &line[inner.clone()];
    if text.is_empty() || text.chars().count() > 120 {
        return None;
    }
    let plain = plain_of(text);
    let found = cued(text, &plain)
        .or_else(|| sourced(text, &plain))
        .or_else(|| signed(text))
        .or_else(|| followed(text, &plain))
        .or_else(|| role(text, &plain))
        .or_else(|| with_office(text))
        .or_else(|| named(text))?;
    let range = inner.start + found.range.start..inner.start + found.range.end;
    Some(Byline { range, ..found })
}

/// The line without brackets, stars and a last full stop.
fn bare(line: &str) -> Range<usize> {
    let edge = |c: char| {
        matches!(c, '(' | '[' | '*' | '-' | '–' | '—' | '•' | '/' | '@' | '.') || c.is_whitespace()
    };
    let start = line.len() - line.trim_start_matches(edge).len();
    let end =
        line.trim_end_matches(|c: char| matches!(c, '*' | '-' | '–') || c.is_whitespace()).len();
    let mut range = start..end.max(start);
    let text = &line[range.clone()];
    if text.ends_with([')', ']']) && !text.contains(['(', '[']) {
        range.end -= 1;
    }
    range
}

/// "Bài và ảnh: Minh Anh - Thu Hà".
fn cued(text: &str, plain: &str) -> Option<Byline> {
    let words = cues().starts("author", plain)?;
    let (rest, colon) = after(text, words)?;
    let names = text[rest.clone()].trim_end_matches('.');
    let count = printed_words(names).count();
    let fits =
        are_names(names) || (colon && words > 1 && (1..=12).contains(&count) && capital(names));
    let rest = person(names, rest.start);
    fits.then_some(Byline { range: rest, sure: true, source: false })
}

/// "Theo VnExpress", "Nguồn: TTXVN".
fn sourced(text: &str, plain: &str) -> Option<Byline> {
    let words = cues().starts("source", plain)?;
    let (rest, colon) = after(text, words)?;
    let name = text[rest.clone()].trim_end_matches(['.', ')']);
    let count = printed_words(name).count();
    let fits = outlet::is_outlet(name)
        || are_names(name)
        || ((1..=5).contains(&count)
            && capital(name)
            && (colon || printed_words(name).all(capital)));
    let fits = fits && !matches!(ending(text), Ending::Colon | Ending::Comma);
    let range = rest.start..rest.start + name.len();
    fits.then_some(Byline { range, sure: true, source: true })
}

/// "PV", "BBT", "Nhóm phóng viên", "PV Lê Hoài".
fn role(text: &str, plain: &str) -> Option<Byline> {
    let words = cues().starts("role", plain)?;
    let capitals = text.chars().take(2).all(|c| is_uppercase(c) || c == '.');
    let whole = cues().has("role", plain) && (capitals || words > 1);
    let with_name = after(text, words).is_some_and(|(rest, _)| is_name(&text[rest]));
    // "Nhóm PV Thời sự": the desk that wrote it.
    let desk = after(text, words).is_some_and(|(rest, _)| {
        sections().has("", &plain_of(&text[rest.clone()])) && text[..rest.start].contains("PV")
    });
    (whole || ((with_name || desk) && capital(text))).then_some(Byline {
        range: 0..text.len(),
        sure: true,
        source: false,
    })
}

/// "BT/BAOMAU.VN", "Minh Anh/VOV-Tây Bắc", "Lê Hoài (TTXVN)".
fn signed(text: &str) -> Option<Byline> {
    let at = text.find(['/', '('])?;
    let (left, right) = (text[..at].trim_end(), text[at + 1..].trim_end_matches([')', ' ']).trim());
    let last = printed_words(left).count();
    let fits = last <= 8
        && (are_names(left) || role(left, &plain_of(left)).is_some())
        && !right.is_empty()
        && printed_words(right).count() <= 8
        && (outlet::is_outlet(right)
            || is_site(right)
            || text[at..].starts_with('(')
            || are_names(right));
    fits.then_some(Byline { range: 0..left.len(), sure: true, source: false })
}

/// "Thanh Tâm thực hiện", "Lê Hoài (ghi)".
fn followed(text: &str, plain: &str) -> Option<Byline> {
    if !cues().ends("after", plain) {
        return None;
    }
    let cut = text.match_indices([' ', '(']).map(|(at, _)| at).find(|&at| {
        let rest = plain_of(&text[at..]);
        cues().has("after", &rest)
    })?;
    let left = text[..cut].trim_end_matches(|c: char| !is_word(c));
    let fits = are_names(left) || cues().has("role", &plain_of(left));
    fits.then_some(Byline { range: 0..left.len(), sure: true, source: false })
}

fn is_site(text: &str) -> bool {
    let first = text.split(['-', ' ', '/']).next().unwrap_or_default();
    first.contains('.') || (first.len() > 1 && first.chars().all(is_uppercase))
}

/// "Đức An: Huyện Mường Lay", "Thu Hà - Đài TT-TH Sông Mã": a name and where the author works.
fn with_office(text: &str) -> Option<Byline> {
    let (at, len) =
        [": ", " - ", " – ", ", "].iter().find_map(|cut| Some((text.find(cut)?, cut.len())))?;
    let (left, right) = (text[..at].trim_end(), text[at + len..].trim());
    let plain = plain_of(right);
    let office = OFFICES
        .iter()
        .any(|word| plain.strip_prefix(word).is_some_and(|r| r.is_empty() || r.starts_with(' ')));
    let fits = is_name(left)
        && printed_words(left).count() > 1
        && office
        && capital(right)
        && printed_words(right).count() <= 12
        && ending(text) == Ending::Open;
    fits.then_some(Byline { range: 0..left.len(), sure: false, source: false })
}

/// What an author's office starts with.
const OFFICES: &[&str] = &[
    "huyện",
    "xã",
    "thị xã",
    "thành phố",
    "tp",
    "tỉnh",
    "đài",
    "báo",
    "trung tâm",
    "tt",
    "ttyt",
    "cdc",
    "ban",
    "sở",
    "phòng",
    "bệnh viện",
    "hội",
    "công an",
    "trường",
    "khoa",
    "văn phòng",
    "ubnd",
    "cổng",
    "chi cục",
    "bộ",
    "ctv",
    "pv",
    "cộng tác viên",
    "đoàn",
    "ủy ban",
    "đại học",
];

fn named(text: &str) -> Option<Byline> {
    let text = text.trim_end_matches('.');
    (are_names(text) && printed_words(text).count() <= 14).then_some(Byline {
        range: 0..text.len(),
        sure: false,
        source: false,
    })
}

/// The names without an office or an agency after them.
fn person(names: &str, start: usize) -> Range<usize> {
    let inner = signed(names).or_else(|| with_office(names)).map_or(0..names.len(), |b| b.range);
    start + inner.start..start + inner.end
}

/// What stands after the first words of a text, and whether a colon parts them.
fn after(text: &str, words: usize) -> Option<(Range<usize>, bool)> {
    let mut seen = 0;
    let mut inside = false;
    let mut cut = None;
    for (at, c) in text.char_indices() {
        let letter = is_word(c);
        if inside && !letter {
            seen += 1;
            if seen == words {
                cut = Some(at);
                break;
            }
        }
        inside = letter;
    }
    let rest = &text[cut?..];
    let start = text.len() - rest.trim_start_matches(|c: char| !is_word(c)).len();
    let colon = text[cut?..start].contains(':');
    (start < text.len()).then_some((start..text.len(), colon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(line: &str) -> Option<&str> {
        read(line).map(|b| &line[b.range])
    }

    #[test]
    fn authors() {
        for (line, want) in [
            ("Tin, ảnh: Lê Hoài", "Lê Hoài"),
            ("Bài và ảnh: Minh Anh - Thu Hà", "Minh Anh - Thu Hà"),
            ("BT/BAOMAU.VN", "BT"),
            ("Đức An: Huyện Mường Lay", "Đức An"),
            ("Thu Hà - Đài TT-TH Sông Mã", "Thu Hà"),
            ("Lê Hoài (TTXVN)", "Lê Hoài"),
            ("PV", "PV"),
            ("Theo VnExpress", "VnExpress"),
            ("(Theo TTXVN)", "TTXVN"),
            ("Nguồn: Báo Lao Động", "Báo Lao Động"),
            ("PHAN TRÍ", "PHAN TRÍ"),
            ("Minh Anh/VOV-Tây Bắc", "Minh Anh"),
            ("(Lê Hoài)", "Lê Hoài"),
            ("Thanh Bình thực hiện", "Thanh Bình"),
            ("PV (tổng hợp)", "PV"),
            ("Nhóm PV Thời sự", "Nhóm PV Thời sự"),
        ] {
            assert_eq!(of(line), Some(want), "{line}");
        }
    }

    #[test]
    fn other_lines() {
        for line in [
            "Theo kế hoạch, chiến dịch kéo dài ba ngày.",
            "Bài 2: Những đổi thay ở bản Mông",
            "Hà Nam",
            "Xã hội",
            "Tin khác",
            "Lu nước mưa, nơi muỗi sinh sôi",
            "Sơn La: Mưa lớn gây sạt lở",
            "TTXVN",
        ] {
            assert_eq!(of(line), None, "{line}");
        }
    }
}
