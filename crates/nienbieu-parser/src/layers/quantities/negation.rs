//! Zero by negation: "không ghi nhận ca mắc mới".

use std::ops::Range;

use super::{
    clause::near_end,
    figure::Figure,
    groups::is_of,
    guard::WORDS,
    metric::{self, Side, Subject},
    unit,
};
use crate::text::{is_alphanumeric, lexicon::word_starts};

/// What a negation can say zero of.
const KINDS: &[&str] = &["case", "instance", "contact"];

/// The zeros of a clause.
pub(super) fn zeros(text: &str, clause: Range<usize>, subject: Subject) -> Vec<Figure> {
    let Some(words) = text.get(clause.clone()) else { return Vec::new() };
    let starts = word_starts(words).map(|at| clause.start + at);
    starts.filter_map(|at| zero(text, at, &clause, subject)).collect()
}

/// The zero that begins at a word.
fn zero(text: &str, at: usize, clause: &Range<usize>, subject: Subject) -> Option<Figure> {
    let (len, ()) = WORDS.zero.at(&text[at..clause.end])?;
    let before = &text[near_end(text, clause.start..at)];
    if WORDS.zero_not_after.end(before) || starts_conditional(before) {
        return None;
    }
    let noun = noun_start(text, at + len, clause.end);
    if let Some(end) = harm(text, noun, clause.end) {
        return Some(none_of(at..end, None, "deaths"));
    }
    let unit = unit::unit(text, noun, clause.end).or_else(|| nobody(text, noun, clause.end))?;
    let rest = &text[unit.range.end..clause.end];
    let said = metric::by_words(rest, unit.kind.kind, Side::After);
    let metric = said.as_ref().map_or(unit.kind.metric, |(metric, _)| metric);
    let metric = match metric {
        // "trường hợp" alone may be of anything.
        "open" if subject.epidemic && unit.kind.kind == "case" => "cases",
        "open" => "other",
        metric => metric,
    };
    let counts = KINDS.contains(&unit.kind.kind) && metric != "other"
        || matches!(unit.kind.kind, "person" | "child") && is_of(Some(metric), "harm")
        || matches!(unit.kind.kind, "dose" | "thing") && is_none_at_all(rest);
    if !counts {
        return None;
    }
    let end = said.map_or(unit.range.end, |(_, words)| {
        let end = unit.range.end + words.end;
        if words.start <= 40 { end } else { unit.range.end }
    });
    let end = end + modifiers(&text[end..clause.end]);
    let is_new = text[at..end].split(' ').any(|word| word == "mới" || word == "thêm");
    let metric = if is_new && metric == "cases" { "cases_new" } else { metric };
    Some(none_of(at..end, Some(unit), metric))
}

/// The end of harm that is denied without a unit: "tử vong", "thiệt hại về người".
fn harm(text: &str, at: usize, end: usize) -> Option<usize> {
    let words = text.get(at..end)?.strip_prefix(' ')?;
    let (len, ()) = WORDS.zero_noun.at(words)?;
    Some(at + 1 + len)
}

/// `ai`: people without a noun.
fn nobody(text: &str, at: usize, end: usize) -> Option<unit::Unit> {
    let words = text.get(at..end)?.strip_prefix(' ')?;
    let (len, ()) = WORDS.zero_pronoun.at(words)?;
    let kind = unit::UnitKind { class: unit::Class::Count, kind: "person", metric: "people" };
    Some(unit::Unit { range: at + 1..at + 1 + len, kind, per: None })
}

/// Whether "nào" closes what is denied: "không có vụ cháy nào", not "không có huyện nào đạt".
fn is_none_at_all(rest: &str) -> bool {
    let Some((noun, after)) = rest.split_once(" nào") else { return false };
    let closes = ["", "trong", "ở", "tại"].contains(&after.trim().split(' ').next().unwrap_or(""));
    closes && noun.split(' ').count() <= 4
}

/// A zero.
fn none_of(span: Range<usize>, unit: Option<unit::Unit>, metric: &'static str) -> Figure {
    Figure {
        span,
        number: None,
        value: 0.0,
        max: None,
        comparator: "eq",
        comparator_words: None,
        unit,
        metric,
        aspect: None,
        population: None,
        rule: "zero",
        is_article: false,
        is_small: false,
        is_named: false,
        ellipsis: None,
    }
}

/// Where the noun behind a negation starts: "thêm", "một", "bất kỳ" stand between.
fn noun_start(text: &str, at: usize, end: usize) -> usize {
    let mut at = at;
    for filler in ["thêm", "bất kỳ", "bất cứ", "một"] {
        let rest = &text[at..end];
        if let Some(after) = rest.strip_prefix(' ').and_then(|rest| rest.strip_prefix(filler))
            && after.starts_with(' ')
        {
            at = end - after.len();
        }
    }
    at
}

/// Whether a clause opens a condition.
fn starts_conditional(before: &str) -> bool {
    before.split(' ').any(|word| matches!(word, "nếu" | "khi" | "để"))
}

/// The bytes of the adjectives that belong to what is denied.
fn modifiers(rest: &str) -> usize {
    let mut len = 0;
    for word in rest.split_inclusive(' ').take(5) {
        let bare = word.trim();
        if bare.is_empty() {
            len += word.len();
            continue;
        }
        if WORDS.zero_end.at(&rest[len..]).is_some() || !bare.starts_with(is_alphanumeric) {
            break;
        }
        len += word.len();
    }
    rest[..len].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(&str, &'static str)> {
        let zero = zeros(text, 0..text.len(), Subject::default().with(text)).into_iter().next()?;
        Some((&text[zero.span], zero.metric))
    }

    #[test]
    fn denied_counts() {
        assert_eq!(
            read("huyện không ghi nhận ca mắc mới"),
            Some(("không ghi nhận ca mắc mới", "cases_new"))
        );
        assert_eq!(
            read("không có trường hợp tử vong"),
            Some(("không có trường hợp tử vong", "deaths"))
        );
        assert_eq!(read("chưa ghi nhận ca bệnh nào"), Some(("chưa ghi nhận ca bệnh", "cases")));
        assert_eq!(
            read("bão không gây thiệt hại về người"),
            Some(("không gây thiệt hại về người", "deaths"))
        );
        assert_eq!(read("xã không có vụ cháy nào"), Some(("không có vụ cháy", "other")));
        assert_eq!(read("chưa có ai thiệt mạng"), Some(("chưa có ai thiệt mạng", "deaths")));
        assert_eq!(read("không có ai đến họp"), None);
        assert_eq!(read("không có huyện nào về đích"), None);
        assert_eq!(read("không có người dân nào đồng ý"), None);
        assert_eq!(read("nếu không có ca mắc mới"), None);
        assert_eq!(read("không có xe buýt"), None);
    }
}
