//! Numbers with their units and comparators: what is counted and how surely, before what it means.

use std::ops::Range;

use super::{
    clause::near_end,
    comparator,
    ellipsis::{self, Form},
    guard::{self, WORDS},
    number::{Number, may_start},
    range,
    unit::{self, Class, UNKNOWN, Unit},
};
use crate::text::{is_alphabetic, is_alphanumeric, lexicon::word_starts};

/// A figure on its way to being an item of the record; ranges are folded.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    /// Comparator, number and unit.
    pub(super) span: Range<usize>,
    /// The number alone; none where zero is said by negation.
    pub(super) number: Option<Range<usize>>,
    pub(super) value: f64,
    pub(super) max: Option<f64>,
    pub(super) comparator: &'static str,
    pub(super) comparator_words: Option<Range<usize>>,
    pub(super) unit: Option<Unit>,
    pub(super) metric: &'static str,
    pub(super) aspect: Option<&'static str>,
    /// Whom a share is of.
    pub(super) population: Option<Range<usize>>,
    pub(super) rule: &'static str,
    /// "một", which counts only some things.
    pub(super) is_article: bool,
    /// At most ten.
    pub(super) is_small: bool,
    /// A name stands in front of it: it may be one of a list of such.
    pub(super) is_named: bool,
    /// Its unit is left out, being said of a neighbour.
    pub(super) ellipsis: Option<Form>,
}

impl Figure {
    /// The group of its unit; "bare" where it has none.
    pub(super) fn kind(&self) -> &'static str {
        self.unit.as_ref().map_or("bare", |unit| unit.kind.kind)
    }

    /// Whether a list of places may share it out: people, cases, animals, houses.
    pub(super) fn is_shared_out(&self) -> bool {
        let counts = self.unit.as_ref().is_some_and(|unit| unit.kind.class == Class::Count);
        counts && self.metric != "change" && !matches!(self.kind(), "thing" | "area" | "unknown")
    }

    /// Leaves its comparator out: the words belong to something else.
    pub(super) fn drop_comparator(&mut self) {
        let is_before =
            self.comparator_words.take().is_some_and(|words| words.start == self.span.start);
        if let Some(number) = self.number.as_ref().filter(|_| is_before) {
            self.span.start = number.start;
        }
        if self.max.is_none() {
            self.comparator = "eq";
        }
    }

    /// Where what stands behind it begins.
    pub(super) fn end(&self) -> usize {
        self.span.end
    }
}

/// Reads the figures of one sentence of the folded text.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: Range<usize>,
    /// Whether another layer, or a time, holds part of a range.
    pub(super) taken: &'a dyn Fn(Range<usize>) -> bool,
    /// Nouns that no row names may be units: they cannot be told without diacritics.
    pub(super) open_nouns: bool,
    pub(super) is_capital: &'a dyn Fn(usize) -> bool,
    /// Whether the name of a place ends at an offset.
    pub(super) ends_place: &'a dyn Fn(usize) -> bool,
}

impl Reader<'_> {
    /// Every figure, in order.
    pub(super) fn figures(&self) -> Vec<Figure> {
        let mut found: Vec<Figure> = Vec::new();
        let mut free = self.sentence.start;
        let Some(words) = self.text.get(self.sentence.clone()) else { return found };
        for start in word_starts(words).map(|start| self.sentence.start + start) {
            if start < free || !may_start(&self.text[start..]) {
                continue;
            }
            for figure in self.at(start, free) {
                free = free.max(figure.span.end);
                found.push(figure);
            }
        }
        found
    }

    /// The figure that begins at a word, or the two of a fraction.
    fn at(&self, at: usize, from: usize) -> Vec<Figure> {
        let before = &self.text[near_end(self.text, from.max(self.sentence.start)..at)];
        if !guard::starts_free(before) {
            return Vec::new();
        }
        let opened = comparator::ends_in_from(before);
        let Some(span) = range::range(self.text, at, self.sentence.end, opened) else {
            return Vec::new();
        };
        let number = at..at + span.len;
        if (self.taken)(number.clone()) {
            return Vec::new();
        }
        if let Some(figures) = self.fraction(&span, number.clone(), before) {
            return figures;
        }
        self.counted(&span, number, before, opened).into_iter().collect()
    }

    /// A number or range with its unit, where both are let pass.
    fn counted(
        &self,
        span: &range::Span,
        number: Range<usize>,
        before: &str,
        opened: bool,
    ) -> Option<Figure> {
        let last = span.second.unwrap_or(span.first);
        let unit = self.unit(&last, number.end, before);
        if unit.as_ref().is_some_and(|unit| unit.kind.class == Class::None) {
            return None;
        }
        let spanned = span.second.is_some();
        if unit
            .as_ref()
            .is_some_and(|unit| guard::opens_name(&self.text[unit.range.start..self.sentence.end]))
        {
            return None;
        }
        if unit.is_none() && !self.stands_bare(&last, number.end, before) {
            let form = self.elliptic(&last, number.clone(), before).filter(|_| !spanned)?;
            let figure = self.figure(span, number, None, opened);
            return Some(Figure { rule: ellipsis::RULE, ellipsis: Some(form), ..figure });
        }
        let is_named = self.follows_name(comparator::skip(before), number.start);
        let named = self.ends_in_name(at_of(before, number.start), before) && unit.is_some();
        let before = if named { "" } else { before };
        let through = &self.text[at_of(before, number.start)..number.end];
        let is_word = span.first.worded && !guard::worded_passes(before, through);
        if !spanned && (is_word || !guard::passes(before, &span.first, unit.as_ref())) {
            return None;
        }
        Some(Figure { is_named, ..self.figure(span, number, unit, opened) })
    }

    /// Whether a text, which starts at an offset, ends in two capitalised words: a proper name, whose
    /// last word is none for what it looks like ("Hải Phòng 4 ca").
    fn ends_in_name(&self, start: usize, before: &str) -> bool {
        let mut words = before.trim_end_matches(' ').rsplit(' ');
        let (Some(last), Some(previous)) = (words.next(), words.next()) else { return false };
        let last_at = start + before.trim_end_matches(' ').len() - last.len();
        let previous_at = last_at.saturating_sub(1 + previous.len());
        let is_word = |word: &str| !word.is_empty() && word.chars().all(is_alphabetic);
        is_word(last)
            && is_word(previous)
            && (self.is_capital)(last_at)
            && (self.is_capital)(previous_at)
    }

    /// The unit behind a number; a noun that no row names only where the words before vouch for a count.
    fn unit(&self, number: &Number, at: usize, before: &str) -> Option<Unit> {
        let known = unit::unit(self.text, at, self.sentence.end);
        // "5G", "4K"
        if known.as_ref().is_some_and(|unit| unit.range == (at..at + 1) && (self.is_capital)(at)) {
            return None;
        }
        // Single number words are other words as well: "ba", "năm", "chín".
        let is_word = number.worded && number.value <= 10.0;
        if known.is_some() || is_word || !self.open_nouns {
            return known;
        }
        let is_code = number.plain && number.scale == 1.0 && is_year_or_code(number.value);
        if is_code && !WORDS.vouch.end(before) {
            return None;
        }
        self.noun(at)
    }

    /// One or two plain words behind a number.
    pub(super) fn noun(&self, at: usize) -> Option<Unit> {
        let rest = &self.text[at..self.sentence.end];
        let words = rest.strip_prefix(' ')?;
        if guard::opens_name(words) {
            return None;
        }
        let first = self.plain_word(at + 1)?;
        let next = self.text[first..self.sentence.end].starts_with(' ').then_some(first + 1);
        let end = next.and_then(|next| self.plain_word(next)).unwrap_or(first);
        Some(Unit { range: at + 1..end, kind: UNKNOWN, per: None })
    }

    /// The end of a word in small letters that may be a noun.
    fn plain_word(&self, at: usize) -> Option<usize> {
        let rest = &self.text[at..self.sentence.end];
        let len = rest.find(|c: char| !is_alphabetic(c)).unwrap_or(rest.len());
        let is_plain = len > 0 && !(self.is_capital)(at) && WORDS.no_unit.at(rest).is_none();
        let is_number = crate::grammar::number::worded(rest).is_ok();
        (is_plain && !is_number).then_some(at + len)
    }

    /// Whether a number without a unit is one of a count named before it, or of money.
    fn stands_bare(&self, number: &Number, at: usize, before: &str) -> bool {
        let after = &self.text[at..self.sentence.end];
        let joined =
            after.starts_with(|c: char| is_alphanumeric(c) || matches!(c, '/' | '-' | ':'));
        if joined || number.worded && number.scale == 1.0 || guard::opens_name(after) {
            return false;
        }
        let is_spent = || WORDS.spends.end(comparator::skip(before));
        number.scale >= 1e9
            || number.scale >= 1e6 && !number.worded && is_spent()
            || self.names_count(before)
    }

    /// Whether the words before end as "số ca mắc là" does.
    fn names_count(&self, before: &str) -> bool {
        let clause = before.rsplit([',', ';', '(']).next().unwrap_or(before);
        let before = comparator::skip(clause);
        let Some(head) = bare_head(before) else { return false };
        super::metric::names_count(head)
    }

    /// The figure of a number that is let pass.
    fn figure(
        &self,
        span: &range::Span,
        number: Range<usize>,
        unit: Option<Unit>,
        opened: bool,
    ) -> Figure {
        let from = near_end(self.text, self.sentence.start..number.start).start;
        let end = unit.as_ref().map_or(number.end, |unit| unit.range.end);
        let start =
            if opened { comparator::from_start(self.text, number.start) } else { number.start };
        let spanned = span.second.is_some();
        let before =
            comparator::before(self.text, from, if spanned { start } else { number.start });
        let after = comparator::after(self.text, end, self.sentence.end);
        let (name, words) = comparator::compare(span, opened, before, after);
        let number = if spanned { start..number.end } else { number };
        let lowest = words.as_ref().map_or(number.start, |words| words.start.min(number.start));
        let highest = words.as_ref().map_or(end, |words| words.end.max(end));
        let whole = unit.as_ref().is_some_and(|unit| unit.kind.class == Class::Count);
        let is_one = !spanned && span.first.worded && span.first.value == 1.0;
        let is_article = is_one && !WORDS.only.end(&self.text[from..number.start]);
        let value = |number: Number| number.grouped.filter(|_| whole).unwrap_or(number.value);
        Figure {
            span: lowest..highest,
            number: Some(number),
            value: value(span.first),
            max: span.second.map(value),
            comparator: name,
            comparator_words: words,
            unit,
            metric: "other",
            aspect: None,
            population: None,
            rule: if spanned { "range" } else { "count" },
            is_article,
            is_small: !spanned && span.first.value <= 10.0,
            is_named: false,
            ellipsis: None,
        }
    }
}

/// What bare figures say as well as a count: a year, or a code.
fn is_year_or_code(value: f64) -> bool {
    (1900.0..2100.0).contains(&value) || value >= 1e6
}

/// Where a text that ends at an offset starts.
const fn at_of(before: &str, end: usize) -> usize {
    end - before.len()
}

/// A text without the "là" or colon that it ends in.
fn bare_head(before: &str) -> Option<&str> {
    let before = before.trim_end_matches(' ');
    if let Some(head) = before.strip_suffix(':') {
        return Some(head);
    }
    WORDS.bare_after.of(before).map(|(start, ())| &before[..start])
}
