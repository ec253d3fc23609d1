//! What may stand right behind a match without making it something else.

use nom::{Parser, branch::alt, character::complete::one_of, combinator::map};

use super::lex::{Found, at_word_end, fail, phrase, small};
use crate::text::is_alphanumeric;

/// Whether a date in figures may end here: not in the middle of a longer number, code or sum.
pub(crate) fn ends_date(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        None => true,
        Some('/' | '-' | '.' | ',' | ':') => {
            !next.next().is_some_and(is_alphanumeric) || dashes_on(rest)
        }
        Some('%') => false,
        Some(c) => !is_alphanumeric(c),
    }
}

/// `12/7-18/7`: a hyphen or comma before the next date does end this one.
fn dashes_on(rest: &str) -> bool {
    rest.strip_prefix(['-', ',']).is_some_and(|after| {
        alt((map(day_month_shape, drop), map(small(1, 31), drop))).parse(after).is_ok()
    })
}

/// `18/7`, `18.7`, possible or not.
fn day_month_shape(i: &str) -> Found<'_, (u8, char, u8)> {
    (small(1, 31), one_of("/."), small(1, 12)).parse(i)
}

/// Words that a number before them counts: `mỗi ngày 3 lần` has no third day in it.
const COUNTED: &[&str] = &[
    "lần",
    "người",
    "ca",
    "giờ",
    "tiếng",
    "phút",
    "buổi",
    "bữa",
    "viên",
    "mũi",
    "liều",
    "chuyến",
    "lượt",
    "nghìn",
    "ngàn",
    "triệu",
    "tỷ",
    "tỉ",
    "tấn",
    "tạ",
    "kg",
    "km",
    "m",
    "ha",
    "lít",
    "đồng",
    "đêm",
    "ngày",
    "tuần",
    "tháng",
    "năm",
    "con",
    "cái",
    "chiếc",
    "xe",
    "hộ",
    "vụ",
    "trường",
    "bệnh",
    "mẫu",
    "suất",
    "trận",
    "tiết",
    "đợt",
    "điểm",
    "độ",
    "%",
];

/// Whether a word follows that the number before it counts.
pub(crate) fn counts_something(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len()
        && COUNTED.iter().any(|word| next.strip_prefix(word).is_some_and(at_word_end))
}

/// Whether a measure follows rather than the words a date goes on with.
pub(crate) fn followed_by_unit(rest: &str) -> bool {
    let next = rest.trim_start();
    let goes_on = ["có", "tại", "ở", "với", "do", "là", "đã", "sẽ"]
        .iter()
        .any(|word| phrase(word)(next).is_ok());
    counts_something(rest)
        || !(next.is_empty() || next.starts_with([',', ';', ')', ':']) || goes_on)
}

/// "năm" as a year, not as the number five or the start of "năm học".
pub(crate) fn not_a_unit(i: &str) -> Found<'_, ()> {
    let next = i.trim_start();
    let counted = ["học", "người", "tháng", "ngày", "tuần", "em", "con", "cái"];
    if counted.iter().any(|word| phrase(word)(next).is_ok()) { fail(i) } else { Ok((i, ())) }
}

/// "đầu tháng", not "đầu tháng thứ 3".
pub(crate) fn not_counted(i: &str) -> Found<'_, ()> {
    let next = i.trim_start();
    let counted = next.starts_with(|c: char| c.is_ascii_digit()) || phrase("thứ")(next).is_ok();
    if counted { fail(i) } else { Ok((i, ())) }
}
