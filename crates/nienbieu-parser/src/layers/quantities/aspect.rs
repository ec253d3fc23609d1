//! In what way a figure holds: new, cumulative, still standing, aimed at. Only what the words say.

use std::sync::LazyLock;

use super::period::Period;
use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};
use rustc_hash::FxHashMap as HashMap;

/// How far from the number the words of a row may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Clause,
    Sentence,
    Near,
    Period,
}

#[derive(Clone, Copy, Debug)]
struct Rule {
    aspect: &'static str,
    reach: Reach,
    side: &'static str,
}

static RULES: LazyLock<Lexicon<Vec<Rule>>> = LazyLock::new(|| {
    let mut rules: HashMap<&'static str, Vec<Rule>> = HashMap::default();
    for mut row in rows(include_str!("../../../data/aspects.tsv")) {
        let (Some(aspect), reach, Some(side)) = (cell(row.next()), row.next(), row.next()) else {
            continue;
        };
        let reach = match reach {
            Some("sentence") => Reach::Sentence,
            Some("near") => Reach::Near,
            Some("period") => Reach::Period,
            _ => Reach::Clause,
        };
        for phrase in cell(row.next()).unwrap_or_default().split('|') {
            rules.entry(phrase).or_default().push(Rule { aspect, reach, side });
        }
    }
    Lexicon::new(rules)
});

/// The stretches around a number.
pub(super) struct Around<'a> {
    /// Its unit's own words.
    pub(super) unit: &'a str,
    /// Behind the unit, to the end of its clause or the next figure.
    pub(super) after: &'a str,
    /// In front of it, from the start of its clause or the figure before.
    pub(super) before: &'a str,
    /// In front of it, from the start of the sentence; ends as `before` does.
    pub(super) sentence: &'a str,
    /// Whole things are counted: only they are new.
    pub(super) is_count: bool,
    /// Such figures can be summed over time.
    pub(super) adds_up: bool,
    /// A share, which is no capacity and no sum.
    pub(super) is_share: bool,
    /// Cases and doses: whenever they are counted over a time, they are summed.
    pub(super) is_event: bool,
    /// What is told of up to a day is summed up to it: cases, but money spent and livestock lost as well.
    pub(super) is_tallied: bool,
    /// What the nearest time in front is.
    pub(super) period: Option<Period>,
}

/// The aspect that the nearest words say, or else the time.
pub(super) fn aspect(around: &Around<'_>) -> Option<&'static str> {
    by_words(around)
        .or_else(|| by_period(around).filter(|aspect| fits(aspect, around)))
        .or_else(|| (around.is_tallied && counts_up(around.sentence)).then_some("cumulative"))
}

/// The aspect that the nearest words say.
fn by_words(around: &Around<'_>) -> Option<&'static str> {
    if is_repeat(around) {
        return Some("repeat");
    }
    behind(around.unit)
        .or_else(|| behind(around.after))
        .filter(|aspect| fits(aspect, around))
        .or_else(|| in_front(around).filter(|aspect| fits(aspect, around)))
}

/// Whether a figure can have an aspect.
fn fits(aspect: &str, around: &Around<'_>) -> bool {
    match aspect {
        "new" => around.is_count,
        "stock" => around.is_count || around.is_share,
        "cumulative" => around.adds_up && !around.is_share,
        "capacity" => !around.is_share,
        _ => true,
    }
}

/// What is aimed at or planned, of figures that are otherwise said to be something else.
pub(super) fn aim(around: &Around<'_>) -> Option<&'static str> {
    by_words(around).filter(|aspect| matches!(*aspect, "target" | "planned"))
}

/// Whether a figure's own clause tells what is: "có", "ghi nhận", "đã".
pub(super) fn is_fact(around: &Around<'_>) -> bool {
    around.before.split(' ').any(|word| matches!(word, "có" | "đã" | "đang" | "hiện" | "nhận"))
}

/// The aim of a list that a sentence opens: "… phấn đấu:", "Chủ tịch yêu cầu:".
pub(super) fn opens_aims(sentence: &str) -> Option<&'static str> {
    let head = sentence.strip_suffix(':')?;
    let last = said(head).last().map(|(_, rule)| rule.aspect);
    last.filter(|aspect| matches!(*aspect, "target" | "planned"))
}

/// `Đến 17 giờ chiều 6/10, …`, `Theo Sở Y tế, đến hết ngày 5/10 …`: a clause that opens with the time up to which
/// it counts.
fn counts_up(sentence: &str) -> bool {
    const DAY: &[&str] =
        &["hết ", "ngày ", "hết ngày ", "sáng ", "trưa ", "chiều ", "tối ", "cuối ngày "];
    let counted = |clause: &str| {
        let Some(time) = clause.trim_start_matches([' ', '“', '"']).strip_prefix("đến ")
        else {
            return false;
        };
        let time = DAY.iter().rev().find_map(|part| time.strip_prefix(part)).unwrap_or(time);
        time.starts_with(|c: char| c.is_ascii_digit())
    };
    sentence.split([',', ';', ':']).any(counted)
}

/// The aspect of what happens over a time.
fn by_period(around: &Around<'_>) -> Option<&'static str> {
    match around.period? {
        Period::Ahead => (!is_fact(around)).then_some("planned"),
        Period::Over => {
            let happened = || {
                let starts = word_starts(around.before);
                let mut rules = starts.filter_map(|at| RULES.at(&around.before[at..]));
                rules.any(|(_, rules)| rules.iter().any(|rule| rule.reach == Reach::Period))
            };
            (around.is_event || happened()).then_some("cumulative")
        }
        // "tuần 30 có 260 ca"
        Period::Day | Period::Week => around.is_event.then_some("new"),
        Period::Other => None,
    }
}

/// `cả 2 ca này`, `trong 5 ca trên`: words on both sides point back.
fn is_repeat(around: &Around<'_>) -> bool {
    let points = |words: &str, side: &str| {
        let rules = RULES.at(words).map(|(_, rules)| rules);
        rules.is_some_and(|rules| rules.iter().any(|r| r.reach == Reach::Near && r.side == side))
    };
    let tail = around.before.trim_end_matches(' ');
    let last = &tail[tail.rfind(' ').map_or(0, |at| at + 1)..];
    let after = around.after.trim_start_matches(' ');
    // "tất cả 142 trường" are no more than all of them.
    let is_both = last == "cả" && !tail.ends_with("tất cả");
    points(last, "before") && (is_both || points(after, "after"))
}

/// The aspect of the first words behind a number.
fn behind(words: &str) -> Option<&'static str> {
    said(words).find(|(_, rule)| rule.side != "before").map(|(_, rule)| rule.aspect)
}

/// The aspect of the last words in front of a number.
fn in_front(around: &Around<'_>) -> Option<&'static str> {
    let own = around.sentence.len().saturating_sub(around.before.len());
    let near = said(around.sentence)
        .filter(|(at, _)| !is_bracketed(around.sentence, *at))
        .filter(|(at, rule)| rule.side != "after" && (*at >= own || rule.reach == Reach::Sentence));
    near.fold(None, |found, (_, rule)| match (found, rule.aspect) {
        // "mục tiêu sẽ có", "dự kiến công suất": what is aimed at stays so.
        (Some("target"), "planned" | "capacity" | "new")
        | (Some("planned"), "capacity" | "new") => found,
        (_, aspect) => Some(aspect),
    })
}

/// Whether a bracket opens before an offset and closes behind it.
fn is_bracketed(words: &str, at: usize) -> bool {
    let opens = words[..at].rfind('(').is_some_and(|open| !words[open..at].contains(')'));
    opens && words[at..].contains(')')
}

/// The rules whose phrases words have, in order, with where each stands.
fn said(words: &str) -> impl Iterator<Item = (usize, Rule)> {
    let mut free = 0;
    word_starts(words).filter_map(move |at| {
        let (len, rules) = RULES.at(&words[at..]).filter(|_| at >= free)?;
        free = at + len;
        let is_said =
            |r: &&Rule| !matches!(r.reach, Reach::Near | Reach::Period) && r.aspect != "none";
        rules.iter().find(is_said).map(|&r| (at, r))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sentence: &str, before: &str, after: &str) -> Option<&'static str> {
        aspect(&Around {
            unit: "",
            after,
            before,
            sentence,
            is_count: true,
            adds_up: true,
            is_share: false,
            is_event: false,
            is_tallied: false,
            period: None,
        })
    }

    #[test]
    fn nearer_words_count_first() {
        assert_eq!(said("đến nay, có ", " có ", " đang điều trị"), Some("stock"));
        assert_eq!(said("đến nay, có ", " có ", ""), Some("cumulative"));
        assert_eq!(said("ghi nhận thêm ", "ghi nhận thêm ", ""), Some("new"));
        assert_eq!(said("cả ", "cả ", " này đều"), Some("repeat"));
        assert_eq!(said("mục tiêu đạt ", "mục tiêu đạt ", ""), Some("target"));
        assert_eq!(said("tất cả ", "tất cả ", " trường học"), None);
        assert_eq!(said("có ", "có ", " dân"), None);
        assert!(counts_up("đến 17 giờ chiều 6/10, "));
        assert!(!counts_up("đến nơi, "));
    }
}
