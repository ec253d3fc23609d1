//! A page as its lines and what each looks like, before articles are told apart.

use std::collections::HashMap;
use std::ops::Range;

use super::byline::{self, Byline};
use super::features::{Ending, Features};
use super::list::{self, Marker, Style};
use super::section::{self, Section};
use super::stamp::{self, Stamp};
use super::{caption, dateline, lexicon};
use crate::moment::Moment;
use crate::text::{Folded, Line};

/// What a line looks like by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Look {
    /// No letter, no digit.
    Punctuation,
    Stamp(Stamp),
    /// "Ngày đăng:", with the time on another line.
    StampLabel,
    Section(Section),
    /// The lexicon knows it, and why.
    Furniture(&'static str),
    Table,
    Item(Marker),
    Prose,
    /// A line without a sentence's end: headline, subhead, caption, link, name.
    Headline,
}

/// A page under analysis.
pub(super) struct Page<'a> {
    pub(super) lines: &'a [Line<'a>],
    pub(super) features: Vec<Features>,
    pub(super) looks: Vec<Look>,
    /// Which moments stand in each line.
    pub(super) moments: Vec<Range<usize>>,
    /// Which moment a line's dateline gives.
    pub(super) datelines: Vec<Option<usize>>,
    authors: Vec<Option<Byline>>,
    captions: Vec<bool>,
}

impl<'a> Page<'a> {
    pub(super) fn new(folded: &Folded, lines: &'a [Line<'a>], moments: &[Moment]) -> Self {
        let features: Vec<_> = lines.iter().map(Features::of).collect();
        let mut looks = Vec::with_capacity(lines.len());
        let mut standing = Vec::with_capacity(lines.len());
        let mut datelines = Vec::with_capacity(lines.len());
        let mut next = 0;
        for (line, own) in lines.iter().zip(&features) {
            while moments.get(next).is_some_and(|m| m.range.start < line.range.start) {
                next += 1;
            }
            let end =
                next + moments[next..].iter().take_while(|m| m.range.end <= line.range.end).count();
            looks.push(look(folded, line, own, moments, next..end));
            datelines.push(dateline::day(folded, line, moments, next..end));
            standing.push(next..end);
            next = end;
        }
        let (authors, captions) = (Vec::new(), Vec::new());
        let mut page =
            Self { lines, features, looks, moments: standing, datelines, authors, captions };
        page.settle_stamps();
        page.find_unmarked();
        page.find_tables();
        page.find_dialogue();
        page.find_authors();
        page.find_captions();
        page
    }

    /// A subhead, caption, link or title by its looks: short, without a sentence's end.
    pub(super) fn is_headline(&self, at: usize) -> bool {
        matches!(self.looks.get(at), Some(Look::Headline))
    }

    /// Text of an article for certain: sentences, list items, table rows.
    pub(super) fn is_body(&self, at: usize) -> bool {
        matches!(self.looks.get(at), Some(Look::Prose | Look::Item(_) | Look::Table))
            && !self.is_sure_caption(at)
    }

    /// As `is_body`, but no list of bare headlines.
    pub(super) fn is_solid(&self, at: usize) -> bool {
        let listed = matches!(self.looks.get(at), Some(Look::Item(_)));
        self.is_body(at) && (!listed || self.features[at].is_prose())
    }

    pub(super) fn is_prose(&self, at: usize) -> bool {
        matches!(self.looks.get(at), Some(Look::Prose)) && !self.is_sure_caption(at)
    }

    pub(super) fn stamp(&self, at: usize) -> Option<&Stamp> {
        match self.looks.get(at)? {
            Look::Stamp(stamp) => Some(stamp),
            _ => None,
        }
    }

    /// A caption wherever it stands, by its credit or its first words.
    pub(super) fn is_sure_caption(&self, at: usize) -> bool {
        self.captions[at]
    }

    /// The line read as an author's, whether or not it stands where authors do.
    pub(super) fn byline(&self, at: usize) -> Option<&Byline> {
        self.authors.get(at)?.as_ref()
    }

    /// Whether the headline at a line goes on in the line below it.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let Some(below) = self.lines.get(at + 1) else { return false };
        if below.gap > 0 || !self.is_headline(at + 1) || self.byline(at + 1).is_some() {
            return false;
        }
        let (own, next) = (&self.features[at], &self.features[at + 1]);
        next.starts_lower
            || (own.all_caps && next.all_caps)
            || matches!(own.ending, Ending::Colon | Ending::Comma)
    }

    /// A line that may be a title: a headline, or the first half of one.
    pub(super) fn may_be_title(&self, at: usize) -> bool {
        let own = &self.features[at];
        let half = matches!(self.looks[at], Look::Prose)
            && own.words <= 12
            && own.ending == Ending::Colon
            && self.goes_on(at);
        half || (self.is_headline(at)
            && own.words >= 2
            && own.letters
            && !own.starts_lower
            && !self.is_sure_caption(at))
    }

    /// Where no line ends as a sentence does, the long ones below the first are the text.
    fn find_unmarked(&mut self) {
        let marked = |look: &Look| matches!(look, Look::Prose | Look::Item(_));
        if self.looks.iter().any(marked) {
            return;
        }
        for at in 1..self.looks.len() {
            if self.is_headline(at) && self.features[at].words >= 12 {
                self.looks[at] = Look::Prose;
            }
        }
    }

    /// Tables: neighbouring lines with the same number of cells.
    fn find_tables(&mut self) {
        let cells: Vec<usize> = self.lines.iter().map(|line| cells(line.text)).collect();
        for at in 0..cells.len() {
            let same = |other: Option<usize>| {
                other.and_then(|o| cells.get(o)).is_some_and(|&n| n == cells[at])
            };
            let open = matches!(
                self.looks[at],
                Look::Prose | Look::Headline | Look::Item(_) | Look::Furniture("counter")
            );
            // A row of sections' names right above figures heads a table.
            let heads = self.looks[at] == Look::Section(Section::Menu)
                && same(Some(at + 1))
                && self.lines.get(at + 1).is_some_and(|next| {
                    next.gap == 0 && next.text.contains(|c: char| c.is_ascii_digit())
                });
            if (open || heads) && cells[at] >= 2 && (same(at.checked_sub(1)) || same(Some(at + 1)))
            {
                self.looks[at] = Look::Table;
            }
        }
    }

    /// A dashed question with its answer below is talk, not a list.
    fn find_dialogue(&mut self) {
        let dashed = |look: &Look| matches!(look, Look::Item(Marker { style: Style::Sign(_), .. }));
        for at in 1..self.looks.len() {
            let asks = dashed(&self.looks[at - 1]) && self.features[at - 1].ending == Ending::Ask;
            let answers = dashed(&self.looks[at]) && self.features[at].ending != Ending::Ask;
            if asks && (answers || self.looks[at] == Look::Prose) {
                self.looks[at - 1] = Look::Prose;
                self.looks[at] = Look::Prose;
            }
        }
    }

    /// Authors stand on short lines, once the looks are settled.
    fn find_authors(&mut self) {
        let fits = |at: usize| {
            self.features[at].words <= 20
                && matches!(self.looks[at], Look::Headline | Look::Prose | Look::Item(_))
        };
        let read = |at: usize| if fits(at) { byline::read(self.lines[at].text) } else { None };
        self.authors = (0..self.lines.len()).map(read).collect();
    }

    /// A credit that is surely an author's line is no caption.
    fn find_captions(&mut self) {
        let is_sure = |at: usize| {
            matches!(self.looks[at], Look::Prose | Look::Headline)
                && !self.authors[at].as_ref().is_some_and(|author| author.sure)
                && caption::is_sure(self.lines[at].folded, &self.features[at])
        };
        self.captions = (0..self.lines.len()).map(is_sure).collect();
    }

    /// A clock time alone is a stamp only beside a date's line; a label only before a stamp.
    fn settle_stamps(&mut self) {
        let dated: Vec<bool> =
            (0..self.looks.len()).map(|at| self.stamp(at).is_some_and(|s| s.dated)).collect();
        let near = |at: usize| {
            dated.get(at + 1) == Some(&true) || at.checked_sub(1).is_some_and(|b| dated[b])
        };
        for at in 0..self.looks.len() {
            let part = |s: &Stamp| s.dated || (s.worded && near(at));
            if self.stamp(at).is_some_and(|s| !part(s)) {
                self.looks[at] = dateless_look(&self.lines[at], &self.features[at]);
            }
            if self.looks[at] == Look::StampLabel && dated.get(at + 1) != Some(&true) {
                self.looks[at] = Look::Headline;
            }
        }
        for at in 1..self.looks.len() {
            let update = self.looks[at - 1] == Look::StampLabel
                && stamp::is_update(&self.features[at - 1].plain);
            if let (true, Look::Stamp(stamp)) = (update, &mut self.looks[at]) {
                stamp.modified = stamp.modified.or(stamp.published.take());
            }
        }
    }
}

fn look(
    folded: &Folded,
    line: &Line<'_>,
    own: &Features,
    moments: &[Moment],
    within: Range<usize>,
) -> Look {
    if own.plain.is_empty() {
        return Look::Punctuation;
    }
    if !within.is_empty()
        && let Some(stamp) = stamp::read(folded, line, moments, within)
    {
        return if stamp.today { Look::Furniture("weather and rates") } else { Look::Stamp(stamp) };
    }
    dateless_look(line, own)
}

/// The look of a line whose times, if any, make no stamp.
fn dateless_look(line: &Line<'_>, own: &Features) -> Look {
    let short = own.words <= 20;
    if let Some(section) = short.then(|| section::read(line.text)).flatten() {
        return Look::Section(section);
    }
    if stamp::is_label(&own.plain) {
        return Look::StampLabel;
    }
    if let Some(reason) = lexicon::furniture_of(line.folded, &own.plain) {
        return Look::Furniture(reason);
    }
    match list::marker(line.text) {
        Some(marker) => Look::Item(marker),
        None if own.is_prose() => Look::Prose,
        None => Look::Headline,
    }
}

/// The number of cells parted by tabs or pipes.
fn cells(text: &str) -> usize {
    if !text.bytes().any(|byte| matches!(byte, b'\t' | b'|')) {
        return 0;
    }
    let inner = text.trim_matches('|');
    let parts = inner.split(['\t', '|']).filter(|cell| !cell.trim().is_empty()).count();
    if parts > 1 { parts } else { 0 }
}

/// How often each line occurs among the lines of a range.
pub(super) fn repeats(page: &Page<'_>, within: Range<usize>) -> HashMap<u64, usize> {
    let mut count = HashMap::new();
    for own in &page.features[within] {
        *count.entry(own.key).or_insert(0) += 1;
    }
    count
}
