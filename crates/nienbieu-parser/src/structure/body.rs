//! The lines of one article, each with its kind.

use std::{cell::LazyCell, ops::Range};

use nienbieu_model::BlockKind;

use super::features::Ending;
use super::names::{could_be_names, is_place};
use super::page::{Look, Page, repeats};
use super::related::{self, Vocabulary};
use super::section::Section;
use super::{caption, outlet, stamp, tail, title};
use crate::text::is_alphanumeric;

/// A line's kind and, for furniture, the reason.
pub(super) type Kind = (BlockKind, Option<&'static str>);

/// An article's parts, as indices of lines.
pub(super) struct Anatomy {
    pub(super) within: Range<usize>,
    pub(super) title: Option<Range<usize>>,
    /// From the title's end to the furniture behind the article.
    pub(super) body: Range<usize>,
    /// The first and one past the last line of text for certain.
    pub(super) text: Range<usize>,
    /// Bare dates head the parts of a diary or a chronicle: none of them is a stamp.
    pub(super) diary: bool,
}

impl Anatomy {
    pub(super) fn of(page: &Page<'_>, within: Range<usize>) -> Self {
        let title = title::find(page, within.clone());
        let start = title.as_ref().map_or(within.start, |t| t.end);
        let end = tail::find(page, start..within.end);
        let text = |at: &usize| page.is_body(*at) && page.byline(*at).is_none();
        let first = (start..end).find(text).unwrap_or(end);
        let last = (start..end).rev().find(text).map_or(first, |at| at + 1);
        let heads = |at: &usize| is_bare_date(page, *at) && page.is_body(at + 1);
        let diary = within.clone().filter(heads).take(3).count() > 2;
        Self { within, title, body: start..end, text: first..last, diary }
    }
}

fn is_bare_date(page: &Page<'_>, at: usize) -> bool {
    page.stamp(at).is_some_and(|stamp| !stamp.worded)
}

/// The kinds of an article's lines, in order.
pub(super) fn kinds(page: &Page<'_>, it: &Anatomy) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = it.within.clone().map(|at| kind(page, it, at)).collect();
    judge_rows(page, it, &mut kinds);
    if let Some(author) = closing_author(page, it, &kinds) {
        kinds[author - it.within.start] = (BlockKind::Byline, None);
    }
    if let Some(lead) = lead(page, it, &kinds) {
        kinds[lead - it.within.start].0 = BlockKind::Description;
    }
    kinds
}

fn kind(page: &Page<'_>, it: &Anatomy, at: usize) -> Kind {
    if it.title.as_ref().is_some_and(|t| t.contains(&at)) {
        return (BlockKind::Title, None);
    }
    if at >= it.body.end {
        return after(page, at);
    }
    let before_text = at < it.text.start;
    match &page.looks[at] {
        Look::Punctuation => (BlockKind::Chrome, Some("punctuation only")),
        Look::Furniture(reason) => (BlockKind::Chrome, Some(reason)),
        Look::Section(Section::Menu) => (BlockKind::Chrome, Some("navigation")),
        Look::Section(_) if before_text || at >= it.text.end => {
            (BlockKind::Chrome, Some("section"))
        }
        Look::Section(_) => (BlockKind::Heading, None),
        Look::Stamp(_) if is_visit(page, it, at) => (BlockKind::Chrome, Some("day of the visit")),
        Look::Stamp(_) | Look::StampLabel => (stamp_kind(page, it, at), None),
        _ if at < it.body.start => before_title(page, at),
        _ if is_author(page, it, at) => (BlockKind::Byline, None),
        _ if page.is_sure_caption(at) => (BlockKind::Caption, None),
        Look::Table => (BlockKind::Table, None),
        Look::Item(_) => (BlockKind::ListItem, None),
        Look::Prose if is_quote(page.lines[at].text) => (BlockKind::Quote, None),
        Look::Prose => (BlockKind::Paragraph, None),
        // Settled with its neighbours.
        Look::Headline => (BlockKind::Heading, None),
    }
}

/// What follows an article is furniture, whatever it looks like.
fn after(page: &Page<'_>, at: usize) -> Kind {
    let reason = match &page.looks[at] {
        Look::Punctuation => "punctuation only",
        Look::Furniture(reason) => reason,
        Look::Section(_) => "navigation",
        Look::Headline if page.features[at].words < 5 => "after the article",
        Look::Headline | Look::Stamp(_) | Look::StampLabel | Look::Item(_) => "related link",
        _ => "after the article",
    };
    (BlockKind::Chrome, Some(reason))
}

fn before_title(page: &Page<'_>, at: usize) -> Kind {
    if outlet::alone(page.lines[at].text).is_some() {
        return (BlockKind::Chrome, Some("site name"));
    }
    match page.byline(at) {
        Some(author) if author.sure => (BlockKind::Byline, None),
        _ => (BlockKind::Chrome, Some("navigation")),
    }
}

/// An author line counts where authors stand: around the title, or after the text.
fn is_author(page: &Page<'_>, it: &Anatomy, at: usize) -> bool {
    page.byline(at).is_some_and(|author| {
        let outside = at < it.text.start || at >= it.text.end;
        let headed = it.title.is_some() || at >= it.text.end;
        outside && headed && (author.sure || it.text.start < it.text.end)
    })
}

/// Whether a bare date above the title is the day of the visit: the article has a stamp of its own below.
fn is_visit(page: &Page<'_>, it: &Anatomy, at: usize) -> bool {
    let own = |at: usize| page.stamp(at).is_some_and(|stamp| stamp.dated && stamp.worded);
    at < it.body.start && is_bare_date(page, at) && (it.body.start..it.text.end).any(own)
}

/// Inside the text a date on a line of its own is a subhead.
fn stamp_kind(page: &Page<'_>, it: &Anatomy, at: usize) -> BlockKind {
    if it.diary && is_bare_date(page, at) {
        return BlockKind::Heading;
    }
    let texts = (it.text.start..at).filter(|&t| page.is_body(t)).take(2).count();
    let inside = at < it.text.end && texts > 1;
    let stamped = || (it.within.start..it.text.start).any(|t| page.stamp(t).is_some());
    let worded = page.stamp(at).is_none_or(|s| s.worded);
    if inside && (!worded || stamped()) { BlockKind::Heading } else { BlockKind::Stamp }
}

/// A paragraph wholly between one pair of quotation marks.
fn is_quote(text: &str) -> bool {
    let inner = text.strip_prefix('“').and_then(|t| t.strip_suffix(['”']));
    text.starts_with("> ") || inner.is_some_and(|t| !t.contains(['“', '”']) && t.len() > 400)
}

/// Rows of headline-like lines: before, inside and after the text.
fn judge_rows(page: &Page<'_>, it: &Anatomy, kinds: &mut [Kind]) {
    let open = |kinds: &[Kind], at: usize| {
        page.is_headline(at) && kinds[at - it.within.start].0 == BlockKind::Heading
    };
    let heads = it.title.clone().into_iter().flatten();
    let body = heads.chain(it.text.clone().filter(|&at| page.is_body(at)));
    // Few pages have a line that needs them.
    let words = LazyCell::new(|| Vocabulary::of(page, body));
    let count = repeats(page, it.within.clone());
    let repeated = |at: usize| count[&page.features[at].key] > 1;
    let mut at = it.body.start;
    while at < it.body.end {
        if !open(kinds, at) {
            at += 1;
            continue;
        }
        let end =
            (at..it.body.end).find(|&next| !in_row(page, kinds, it, next)).unwrap_or(it.body.end);
        let judged = if it.text.is_empty() {
            vec![(BlockKind::Paragraph, None); end - at]
        } else if end <= it.text.start {
            (at..end).map(|line| under_title(page, it, line, end - at, repeated(line))).collect()
        } else if at >= it.text.end {
            (at..end).map(|line| trailing(page, line, &words, end - at, repeated(line))).collect()
        } else if at > 0 && opens_links(page, at - 1) {
            links(page, at..end, &words)
        } else {
            related::judge(page, at..end, &words, repeated)
        };
        for (line, kind) in (at..end).zip(judged) {
            if open(kinds, line) {
                kinds[line - it.within.start] = kind;
            }
        }
        at = end;
    }
}

/// Whether a line belongs to a row of headlines: captions among them do not break it.
fn in_row(page: &Page<'_>, kinds: &[Kind], it: &Anatomy, at: usize) -> bool {
    let kind = &kinds[at - it.within.start].0;
    page.is_headline(at) && matches!(kind, BlockKind::Heading | BlockKind::Caption)
}

/// "Tin liên quan" on a line of its own, not a marked link (">> …").
fn opens_links(page: &Page<'_>, at: usize) -> bool {
    page.looks[at] == Look::Furniture("related link")
        && page.features[at].words <= 6
        && page.lines[at].text.starts_with(is_alphanumeric)
}

/// After "Tin liên quan" inside a text: links, up to a subhead that speaks of the article.
fn links(page: &Page<'_>, row: Range<usize>, words: &Vocabulary) -> Vec<Kind> {
    let last = row.end - 1;
    row.map(|at| {
        let own = &page.features[at];
        let heads = at == last && page.is_body(at + 1) && page.lines[at].gap > 0;
        if heads && own.words <= 12 && words.share(&own.plain) >= 0.5 {
            (BlockKind::Heading, None)
        } else {
            (BlockKind::Chrome, Some("related link"))
        }
    })
    .collect()
}

/// Between the title and the text.
fn under_title(page: &Page<'_>, it: &Anatomy, at: usize, row: usize, repeated: bool) -> Kind {
    let own = &page.features[at];
    let text = page.lines[at].text;
    if stamp::is_worded(&own.plain) {
        (BlockKind::Stamp, None)
    } else if outlet::alone(text).is_some() || is_place(text) {
        (BlockKind::Dateline, None)
    } else if repeated {
        (BlockKind::Caption, None)
    } else if it.title.is_none() {
        (BlockKind::Chrome, Some("navigation"))
    } else if caption::is_likely(own) && at + 1 == it.text.start && own.words < 30 {
        (BlockKind::Caption, None)
    } else if own.words >= 12 && row == 1 {
        (BlockKind::Description, None)
    } else if at + 1 == it.text.start && own.words >= 3 {
        (BlockKind::Heading, None)
    } else {
        (
            BlockKind::Chrome,
            Some(if row > 1 && own.words > 4 { "related link" } else { "navigation" }),
        )
    }
}

/// After the text, before any furniture.
fn trailing(page: &Page<'_>, at: usize, words: &Vocabulary, row: usize, repeated: bool) -> Kind {
    let own = &page.features[at];
    let share = words.share(&own.plain);
    // What clings to furniture below it is part of that.
    let clings = page.lines.get(at + 1).is_some_and(|next| next.gap == 0)
        && matches!(page.looks.get(at + 1), Some(Look::Furniture(_)))
        && page.lines[at].gap > 0;
    if repeated || (caption::is_likely(own) && share >= 0.4 && !clings) {
        (BlockKind::Caption, None)
    } else if row == 1 && !clings && own.words > 5 && share >= 0.3 {
        (BlockKind::Paragraph, None)
    } else if outlet::alone(page.lines[at].text).is_some() {
        (BlockKind::Dateline, None)
    } else {
        (BlockKind::Chrome, Some(if own.words < 5 { "after the article" } else { "related link" }))
    }
}

/// A name of its own line right behind the text and its captions, where no other author is named: what
/// stands there signs the article, known as a name or not.
fn closing_author(page: &Page<'_>, it: &Anatomy, kinds: &[Kind]) -> Option<usize> {
    let kind = |at: usize| &kinds[at - it.within.start].0;
    let at = (it.text.end..it.within.end).find(|&at| *kind(at) != BlockKind::Caption)?;
    let unnamed = it.within.clone().all(|other| *kind(other) != BlockKind::Byline);
    let ends = (at + 1..it.within.end).all(|next| *kind(next) == BlockKind::Chrome);
    let fits = page.is_headline(at) && page.lines[at].gap > 0 && unnamed && ends;
    (fits && could_be_names(page.lines[at].text)).then_some(at)
}

/// The lead: the first paragraph, where the stamp, links or furniture part it from the rest.
fn lead(page: &Page<'_>, it: &Anatomy, kinds: &[Kind]) -> Option<usize> {
    let title = it.title.as_ref()?;
    let kind = |at: usize| &kinds[at - it.within.start].0;
    let at = it.text.start;
    let next = (at + 1..it.text.end).find(|&next| page.is_body(next))?;
    let fits = *kind(at) == BlockKind::Paragraph
        && page.features[at].words <= 90
        && page.features[at].ending != Ending::Colon;
    let stamp_after = (at + 1..next).any(|b| *kind(b) == BlockKind::Stamp)
        && !(title.end..at).any(|b| *kind(b) == BlockKind::Stamp);
    // It clings to the title or the stamp, where blank lines part the paragraphs.
    let clings = at > 0 && page.lines[at].gap == 0 && page.lines[next].gap > 0;
    let parted = clings || *kind(at + 1) == BlockKind::Chrome || *kind(at + 1) == BlockKind::Byline;
    let under_title = (title.end..at).all(|b| *kind(b) != BlockKind::Description);
    (fits && under_title && (stamp_after || parted)).then_some(at)
}
