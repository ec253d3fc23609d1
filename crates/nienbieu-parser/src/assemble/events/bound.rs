//! Whether a time bounds what is said: a day by which something has to be done, or up to which it is counted.

use std::ops::Range;

use super::clause::Statement;
use crate::text::is_alphanumeric;

/// Words just before a day by which something has to be done, or at the head of its own.
const DUE: [&str; 4] = ["chậm nhất", "muộn nhất", "hạn cuối", "hạn chót"];
/// Words that say that something has to be done.
const MUST: [&str; 9] =
    ["phải", "hoàn thành", "hoàn tất", "xong", "cần", "bảo đảm", "đảm bảo", "đưa vào", "yêu cầu"];
/// Words just before a day up to which something is counted, or at the head of its own.
const UNTIL: [&str; 8] =
    ["tính đến", "đến", "tính tới", "tính từ", "kể từ", "cộng dồn đến", "lũy kế đến", "hết"];

/// Whether something has to be done by a time: "phải thông xe trước 2/9", "xong chậm nhất ngày 5/8".
pub(super) fn is_due(text: &str, statement: &Statement, time: &Range<usize>) -> bool {
    let clause = text.get(statement.clause.clone()).unwrap_or_default();
    led_by(text, statement, time, &DUE)
        || led_by(text, statement, time, &["trước"]) && MUST.iter().any(|word| holds(clause, word))
}

/// Whether something is counted up to a time, or from it on: "tính đến 17h ngày 5/8".
pub(super) fn is_until(text: &str, statement: &Statement, time: &Range<usize>) -> bool {
    led_by(text, statement, time, &UNTIL)
}

/// Whether a figure is set beside that of a time: "tăng 5% so với cùng kỳ năm 2020".
pub(super) fn is_compared(text: &str, statement: &Statement, time: &Range<usize>) -> bool {
    let from = statement.sentence.start.min(time.start);
    let mut before = text.get(from..time.start).unwrap_or_default().trim_end();
    for little in
        ["ngày", "tháng", "của", "cùng kỳ", "cùng thời điểm", "thời điểm", "hồi", "đầu", "cuối"]
    {
        before = before.strip_suffix(little).unwrap_or(before).trim_end();
    }
    before.strip_suffix("so với").is_some_and(|rest| !rest.ends_with(is_alphanumeric))
}

/// Whether a time begins with one of some words, or stands right behind one, but for "ngày" or "hết".
fn led_by(text: &str, statement: &Statement, time: &Range<usize>, words: &[&str]) -> bool {
    let own = text.get(time.clone()).unwrap_or_default();
    let from = statement.sentence.start.min(time.start);
    let mut before = text.get(from..time.start).unwrap_or_default().trim_end();
    for little in ["hết", "ngày", "là", "vào"] {
        before = before.strip_suffix(little).unwrap_or(before).trim_end();
    }
    words.iter().any(|word| {
        let after = own.strip_prefix(word);
        let ends = before.strip_suffix(word);
        after.is_some_and(|rest| !rest.starts_with(is_alphanumeric))
            || ends.is_some_and(|rest| !rest.ends_with(is_alphanumeric))
    })
}

/// Whether some words stand in a text as whole words.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        !text[..at].ends_with(is_alphanumeric)
            && !text[at + words.len()..].starts_with(is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text that is one clause.
    fn one(text: &str) -> Statement {
        let whole = 0..text.len();
        Statement {
            sentence: whole.clone(),
            quote: whole.clone(),
            clause: whole.clone(),
            reach: whole,
        }
    }

    /// Whether the time in braces is due, and whether something is counted up to it.
    fn read(marked: &str) -> (bool, bool) {
        let start = marked.find('{').unwrap();
        let end = marked.find('}').unwrap() - 1;
        let text = marked.replace(['{', '}'], "");
        let statement = one(&text);
        (is_due(&text, &statement, &(start..end)), is_until(&text, &statement, &(start..end)))
    }

    #[test]
    fn compared() {
        for (before, want) in [
            ("giảm 4 ca so với cùng kỳ ", true),
            ("tăng 22 người so với ", true),
            ("so với huyện khác, ", false),
            ("ghi nhận 12 ca trong ", false),
        ] {
            let text = format!("{before}năm 2015");
            assert_eq!(
                is_compared(&text, &one(&text), &(before.len()..text.len())),
                want,
                "{text}"
            );
        }
    }

    #[test]
    fn bounds() {
        for (text, due, until) in [
            ("đoạn đầu phải thông xe kỹ thuật trước {2/9}", true, false),
            ("chậm nhất {ngày 20/8} phải chi trả xong", true, false),
            ("hồ sơ hoàn thành {trước ngày 20/8}", true, false),
            ("tính đến {17h ngày 5/8}, huyện có 12 ca", false, true),
            ("{đến hết ngày 5/8} đã tiêm 200 liều", false, true),
            ("xã phải sơ tán dân trong {đêm 5/8}", false, false),
            ("lễ hội mở {trước ngày 5/8}", false, false),
        ] {
            assert_eq!(read(text), (due, until), "{text}");
        }
    }
}
