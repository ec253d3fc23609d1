//! Several articles in one paste: where the next one starts.
//!
//! Splitting one article in two is worse than leaving two together, so a new start needs a headline
//! with text of its own under it and one of: a stamp of its own, a dateline's outlet after the end of
//! the article before, a section's line after that end, or a drawn line between the two.

use std::ops::Range;

use super::outlet;
use super::page::{Look, Page};

/// How far below a headline its stamp or first sentence may stand.
const REACH: usize = 6;

/// The line ranges of the articles on a page.
pub(super) fn articles(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut part = Part::default();
    for at in 0..page.lines.len() {
        if let Some(start) = part.new_start(page, at) {
            found.push(part.start..start);
            part = Part { start, title: Some(page.features[at].key), ..Part::default() };
            part.stamps = (start..at).filter(|&s| page.stamp(s).is_some()).count();
        }
        part.see(page, at);
    }
    found.push(part.start..page.lines.len());
    found
}

/// What was seen of the article so far.
#[derive(Default)]
struct Part {
    start: usize,
    title: Option<u64>,
    texts: usize,
    stamps: usize,
    /// Since the last sentence: an author line, furniture, a list of links, a drawn line.
    author: bool,
    furniture: bool,
    links: bool,
    drawn: bool,
}

impl Part {
    fn see(&mut self, page: &Page<'_>, at: usize) {
        if self.title.is_none() && page.may_be_title(at) && page.features[at].words > 4 {
            self.title = Some(page.features[at].key);
        }
        match &page.looks[at] {
            _ if page.byline(at).is_some() => self.author |= self.texts > 0,
            Look::Furniture(reason) => {
                self.furniture = true;
                self.links |= matches!(*reason, "related link" | "latest news");
            }
            Look::Punctuation => self.drawn |= page.lines[at].text.chars().count() >= 5,
            Look::Stamp(_) => self.stamps += 1,
            _ if page.is_body(at) => {
                self.texts += 1;
                (self.author, self.furniture, self.links, self.drawn) =
                    (false, false, false, false);
            }
            _ => {}
        }
    }

    /// Where the next article starts, if this line is its title.
    fn new_start(&self, page: &Page<'_>, at: usize) -> Option<usize> {
        let own = &page.features[at];
        let headline = self.texts > 0
            && page.may_be_title(at)
            && own.words >= 4
            && page.byline(at).is_none()
            && self.title != Some(own.key)
            && !(page.may_be_title(at - 1) && page.goes_on(at - 1));
        if !headline {
            return None;
        }
        let below = Below::read(page, at)?;
        let above = self.above(page, at);
        let stamp_above = (above..at).any(|b| page.stamp(b).is_some());
        let section_above = (above..at).any(|b| matches!(page.looks[b], Look::Section(_)));
        let ended = self.author || self.furniture || self.drawn;
        let full = below.texts > 1 || below.signed;
        let strong = below.stamped || (stamp_above && self.stamps > 1);
        let evidence = (strong && (full || (!self.links && below.words > 24)))
            || (ended && below.outlet)
            || (ended && section_above && full)
            || (self.drawn && below.words > 14)
            || (self.author && below.signed && full && own.words > 5 && page.lines[at].gap > 0);
        evidence.then_some(above)
    }

    /// The section and stamp lines right above a headline go with it.
    fn above(&self, page: &Page<'_>, at: usize) -> usize {
        let mut start = at;
        while start > self.start + 1 {
            let goes = match &page.looks[start - 1] {
                Look::Section(_) => true,
                Look::Stamp(_) => self.stamps > 1,
                _ => false,
            };
            if !goes {
                break;
            }
            start -= 1;
        }
        start
    }
}

/// What stands under a headline.
struct Below {
    stamped: bool,
    outlet: bool,
    /// Sentences in a row, at most three counted, and the words of the first.
    texts: usize,
    words: usize,
    /// An author line follows the text soon.
    signed: bool,
}

impl Below {
    fn read(page: &Page<'_>, title: usize) -> Option<Self> {
        let mut at = title + 1;
        while at - title < 3 && page.goes_on(at - 1) {
            at += 1;
        }
        let limit = (at + REACH).min(page.lines.len());
        let mut it = Self { stamped: false, outlet: false, texts: 0, words: 0, signed: false };
        while at < limit && it.texts == 0 {
            match &page.looks[at] {
                Look::Stamp(stamp) => it.stamped |= stamp.dated,
                Look::Headline if page.byline(at).is_some() => {}
                Look::Headline if outlet::alone(page.lines[at].text).is_some() => it.outlet = true,
                Look::Headline if page.is_sure_caption(at) => {}
                Look::Headline => return None,
                Look::Prose if page.is_prose(at) => it.texts = 1,
                Look::Table | Look::Item(_) => return None,
                _ => {}
            }
            at += 1;
        }
        let first = at.checked_sub(1).filter(|_| it.texts > 0)?;
        it.words = page.features[first].words;
        it.outlet |= outlet::prefix(page.lines[first].text).is_some();
        for next in at..(at + 8).min(page.lines.len()) {
            it.stamped |= next == at && page.stamp(next).is_some_and(|s| s.dated);
            it.signed |= page.byline(next).is_some();
            if it.signed {
                break;
            }
            it.texts += usize::from(
                page.is_body(next)
                    && it.texts < 3
                    && (next == at || page.is_body(next - 1) || page.stamp(next - 1).is_some()),
            );
            if matches!(page.looks[next], Look::Furniture(_))
                || (page.is_headline(next) && !page.is_sure_caption(next))
            {
                break;
            }
        }
        Some(it)
    }
}
