//! What stops a number from being a figure.

use std::sync::LazyLock;

use super::{
    ending::Endings,
    number::Number,
    unit::{Class, Unit},
};
use crate::text::is_alphanumeric;
use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};
use rustc_hash::FxHashMap as HashMap;

/// The classes of `not_quantities.tsv`.
pub(super) struct Words {
    pub(super) name: Endings<()>,
    rank: Endings<()>,
    group: Endings<()>,
    sends: Endings<()>,
    pub(super) spends: Endings<()>,
    count: Endings<()>,
    before_name: Lexicon<()>,
    worded_not_after: Endings<()>,
    worded_after: Endings<()>,
    pub(super) no_unit: Lexicon<()>,
    pub(super) vouch: Endings<()>,
    pub(super) bare_after: Endings<()>,
    pub(super) opens_part: Endings<()>,
    pub(super) only: Endings<()>,
    pub(super) change: Endings<()>,
    pub(super) change_gap: Endings<()>,
    pub(super) compared: Endings<()>,
    pub(super) part: Endings<()>,
    pub(super) excess: Endings<()>,
    pub(super) population_end: Lexicon<()>,
    pub(super) zero: Lexicon<()>,
    pub(super) zero_noun: Lexicon<()>,
    pub(super) zero_pronoun: Lexicon<()>,
    pub(super) zero_not_after: Endings<()>,
    pub(super) zero_end: Lexicon<()>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut classes: HashMap<&str, &str> = HashMap::default();
    for mut row in rows(include_str!("../../../data/not_quantities.tsv")) {
        if let (Some(class), Some(phrases)) = (row.next(), cell(row.next())) {
            classes.insert(class, phrases);
        }
    }
    let phrases = |class: &str| {
        let phrases = classes.get(class).copied().unwrap_or_default();
        phrases.split('|').filter(|phrase| !phrase.is_empty()).map(|phrase| (phrase, ()))
    };
    let endings = |class: &str| Endings::new(phrases(class));
    let lexicon = |class: &str| Lexicon::new(phrases(class));
    Words {
        name: endings("name"),
        rank: endings("rank"),
        group: endings("group"),
        sends: endings("sends"),
        spends: endings("spends"),
        count: endings("count"),
        before_name: lexicon("before_name"),
        worded_not_after: endings("worded_not_after"),
        worded_after: endings("worded_after"),
        no_unit: lexicon("no_unit"),
        vouch: endings("vouch"),
        bare_after: endings("bare_after"),
        opens_part: endings("opens_part"),
        only: endings("only"),
        change: endings("change"),
        change_gap: endings("change_gap"),
        compared: endings("compared"),
        part: endings("part"),
        excess: endings("excess"),
        population_end: lexicon("population_end"),
        zero: lexicon("zero"),
        zero_noun: lexicon("zero_noun"),
        zero_pronoun: lexicon("zero_pronoun"),
        zero_not_after: endings("zero_not_after"),
        zero_end: lexicon("zero_end"),
    }
});

/// The largest number that counts ranks.
const RANK: f64 = 20.0;

/// Papers group the digits of counts from here on: without marks they are codes.
const UNGROUPED: f64 = 1e6;

/// Whether the words in front let a number with this unit be a figure. `before` ends at the number.
pub(super) fn passes(before: &str, number: &Number, unit: Option<&Unit>) -> bool {
    let counts = unit.is_none_or(|unit| unit.kind.class == Class::Count);
    if !counts || !number.plain || WORDS.count.end(before) {
        return true;
    }
    if number.value >= UNGROUPED {
        return false;
    }
    let is_small = number.value <= RANK;
    let is_people = unit.is_some_and(|unit| matches!(unit.kind.kind, "person" | "child"));
    let is_sent = unit
        .is_some_and(|unit| matches!(unit.kind.kind, "person" | "child" | "vehicle" | "team"))
        && WORDS.sends.end(before);
    is_sent
        || !(WORDS.name.end(before)
            || is_small && WORDS.rank.end(before)
            || is_small && !is_people && WORDS.group.end(before))
}

/// Whether number words are a number: "năm" is a year behind "cuối", "hai" a girl behind "chị".
/// `through` ends behind the number itself.
pub(super) fn worded_passes(before: &str, through: &str) -> bool {
    !WORDS.worded_not_after.end(before)
        || WORDS.worded_after.end(before)
        || WORDS.worded_after.end(through)
}

/// Whether a number in front of these words is part of a name, a slogan or an idiom.
pub(super) fn opens_name(after: &str) -> bool {
    WORDS.before_name.at(after.trim_start_matches(' ')).is_some()
}

/// Whether the character in front of a number parts it from what stands before.
pub(super) fn starts_free(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => true,
        Some(c) if is_alphanumeric(c) || matches!(c, '+' | '#' | '_' | '@' | '$') => false,
        // "covid-19", "12/5", "1.2", "7:30", "QĐ-UB"; but "- 12 ca" opens an item.
        Some('-' | '/' | '.' | ',' | ':') => back.next().is_none_or(char::is_whitespace),
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attached_figures_are_no_numbers() {
        for before in ["covid-", "12/", "h5n", "7:", "+"] {
            assert!(!starts_free(before), "{before}");
        }
        for before in ["", "có ", "(", "\n- ", "“"] {
            assert!(starts_free(before), "{before}");
        }
    }
}
