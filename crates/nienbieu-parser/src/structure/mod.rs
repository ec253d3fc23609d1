//! Page structure: which lines are the article, what each of them is, and what the page says about
//! itself.
//!
//! `page` looks at each line by itself, `split` tells articles apart, `body` gives every line its
//! kind, and this module assembles the articles. The cues are position, length, final marks, capitals,
//! repetition, neighbours and the phrase lists of `data/`.

mod body;
mod byline;
mod caption;
mod dateline;
mod features;
mod lexicon;
mod list;
mod names;
mod outlet;
mod page;
mod related;
mod section;
pub(crate) mod sentences;
mod split;
mod stamp;
mod tail;
mod title;

use std::ops::Range;

use nienbieu_model::{Block, BlockKind, Span, SpannedText};

use crate::moment::Moment;
use crate::text::{Folded, Line, is_alphanumeric};
use body::{Anatomy, Kind};
use features::{Ending, ending};
use list::{Nesting, Style};
use page::{Look, Page};
use section::Section;

/// One article of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Article {
    /// Indices of its lines.
    pub(crate) lines: Range<usize>,
    /// One block a line, in order.
    pub(crate) blocks: Vec<Block>,
    pub(crate) title: Option<SpannedText>,
    pub(crate) lead: Option<SpannedText>,
    pub(crate) byline: Option<SpannedText>,
    pub(crate) outlet: Option<SpannedText>,
    pub(crate) section: Option<SpannedText>,
    /// Index of the moment of publication.
    pub(crate) published: Option<usize>,
    /// Index of the moment of the last change.
    pub(crate) modified: Option<usize>,
    /// Indices of all moments that stand in stamp lines.
    pub(crate) stamp_moments: Vec<usize>,
}

/// Reads a page's structure: its articles, at least one unless the page is blank.
pub(crate) fn analyze(folded: &Folded, lines: &[Line<'_>], moments: &[Moment]) -> Vec<Article> {
    if lines.is_empty() {
        return Vec::new();
    }
    let page = Page::new(folded, lines, moments);
    split::articles(&page).into_iter().map(|within| assemble(&page, within)).collect()
}

fn assemble(page: &Page<'_>, within: Range<usize>) -> Article {
    let anatomy = Anatomy::of(page, within.clone());
    let kinds = body::kinds(page, &anatomy);
    let mut article = Article {
        blocks: blocks(page, &within, &kinds),
        title: anatomy.title.as_ref().map(|title| title_text(page, title)),
        outlet: outlet_text(page, &anatomy, &kinds),
        section: section_text(page, &anatomy),
        byline: byline_text(page, &anatomy, &kinds),
        lead: find(&kinds, &BlockKind::Description).map(|at| whole(page, within.start + at)),
        lines: within,
        ..Article::default()
    };
    stamps(page, &anatomy, &kinds, &mut article);
    article
}

/// A block a line, list items with their marker and parent.
fn blocks(page: &Page<'_>, within: &Range<usize>, kinds: &[Kind]) -> Vec<Block> {
    let mut nesting = Nesting::default();
    let mut announced = false;
    let mut out = Vec::with_capacity(kinds.len());
    for (at, (kind, reason)) in within.clone().zip(kinds) {
        let (mut marker, mut parent) = (None, None);
        match (&page.looks[at], kind) {
            (Look::Item(item), BlockKind::ListItem) => {
                // "…như sau:" before a dash opens a list of its own.
                if announced && matches!(item.style, Style::Sign(_)) {
                    nesting.close();
                }
                parent = nesting.place(item.style, out.len());
                marker = Some(item.text.clone());
                announced = false;
            }
            (_, BlockKind::Heading | BlockKind::Title) => nesting.close(),
            (_, BlockKind::Paragraph) => announced = page.features[at].ending == Ending::Colon,
            _ => {}
        }
        let reason = reason.map(str::to_owned);
        out.push(Block { kind: kind.clone(), span: page.lines[at].span, marker, parent, reason });
    }
    out
}

fn title_text(page: &Page<'_>, title: &Range<usize>) -> SpannedText {
    let text: Vec<&str> = page.lines[title.clone()].iter().map(|line| line.text).collect();
    let span = Span::new(page.lines[title.start].span.start, page.lines[title.end - 1].span.end);
    SpannedText { text: text.join(" "), span }
}

fn find(kinds: &[Kind], wanted: &BlockKind) -> Option<usize> {
    kinds.iter().position(|(kind, _)| kind == wanted)
}

fn whole(page: &Page<'_>, at: usize) -> SpannedText {
    part(page, at, 0..page.lines[at].text.len())
}

/// A stretch of a line, by its bytes.
fn part(page: &Page<'_>, at: usize, range: Range<usize>) -> SpannedText {
    let line = &page.lines[at];
    let span = Span::new(line.span.start + range.start, line.span.start + range.end);
    SpannedText { text: line.text[range].into(), span }
}

/// A stretch of the page that lies in one line.
fn spanned(page: &Page<'_>, at: usize, span: Span) -> SpannedText {
    let start = page.lines[at].span.start;
    part(page, at, span.start - start..span.end - start)
}

/// The dateline's outlet; else the site's name above the title; else the one beside the author.
fn outlet_text(page: &Page<'_>, it: &Anatomy, kinds: &[Kind]) -> Option<SpannedText> {
    let lines = || it.within.clone().zip(kinds);
    let alone = lines().find(|(_, (kind, _))| *kind == BlockKind::Dateline);
    let alone = alone.and_then(|(at, _)| Some(part(page, at, outlet::alone(page.lines[at].text)?)));
    let prefixed = || {
        let texts = it.text.clone().filter(|&at| page.is_prose(at)).take(3);
        texts.into_iter().find_map(|at| Some(part(page, at, outlet::prefix(page.lines[at].text)?)))
    };
    let above = it.title.as_ref().map_or(it.within.start, |title| title.start);
    let site = || {
        let named = |at: usize| Some(part(page, at, outlet::alone(page.lines[at].text)?));
        // "Báo Mới - Tin nhanh trong ngày": the name before what the site says of itself.
        let told_off = |at: usize| {
            let range = outlet::prefix(page.lines[at].text)?;
            let name = &page.lines[at].text[range.clone()];
            name.contains(' ').then(|| part(page, at, range))
        };
        let several = |at: &usize| page.lines[*at].text.contains(' ');
        let told = lines().find(|(_, (_, reason))| *reason == Some("site name"));
        told.and_then(|(at, _)| named(at)).or_else(|| {
            (it.within.start..above)
                .filter(several)
                .find_map(|at| named(at).or_else(|| told_off(at)))
        })
    };
    let stamped =
        || it.within.clone().find_map(|at| Some(spanned(page, at, page.stamp(at)?.outlet?)));
    alone.or_else(prefixed).or_else(stamped).or_else(site).or_else(|| {
        let authors = lines().filter(|(_, (kind, _))| *kind == BlockKind::Byline);
        authors.filter_map(|(at, _)| signed_outlet(page, at)).next()
    })
}

/// The outlet in an author line: "PV/VOV", "Lê Hoài (TTXVN)", "Theo TTXVN".
fn signed_outlet(page: &Page<'_>, at: usize) -> Option<SpannedText> {
    let text = page.lines[at].text;
    let author = page.byline(at)?;
    let rest = text.len() - text[author.range.end..].trim_start_matches(['/', '(', ' ', '-']).len();
    let range = match author.source {
        true => author.range.clone(),
        false => rest..rest + text[rest..].trim_end_matches([')', '.', ' ']).len(),
    };
    outlet::is_outlet(&text[range.clone()]).then(|| part(page, at, range))
}

/// The section named nearest above the title, or else between title and text, or in a stamp.
fn section_text(page: &Page<'_>, it: &Anatomy) -> Option<SpannedText> {
    let named = |at: usize| match &page.looks[at] {
        Look::Section(Section::Named(range)) => Some(part(page, at, range.clone())),
        _ => None,
    };
    let above: Vec<_> = (it.within.start..it.body.start).filter_map(named).collect();
    let menu = above.len() > 2;
    let stamped = |at: usize| Some(spanned(page, at, page.stamp(at)?.section?));
    above
        .into_iter()
        .next_back()
        .filter(|_| !menu)
        .or_else(|| (it.body.start..it.text.start).find_map(named))
        .or_else(|| (it.within.start..it.text.start).find_map(stamped))
}

/// The last author named; a source only where no author is.
fn byline_text(page: &Page<'_>, it: &Anatomy, kinds: &[Kind]) -> Option<SpannedText> {
    let lines: Vec<usize> = it
        .within
        .clone()
        .zip(kinds)
        .filter(|(_, (kind, _))| *kind == BlockKind::Byline)
        .map(|(at, _)| at)
        .collect();
    let read = |at: usize| match page.byline(at) {
        Some(author) => (author.source, part(page, at, author.range.clone())),
        None => (false, whole(page, at)),
    };
    let mut authors: Vec<_> = lines.into_iter().map(read).collect();
    authors.sort_by_key(|(source, _)| *source);
    let stamped = || {
        it.within
            .clone()
            .zip(kinds)
            .filter(|(_, (kind, _))| *kind == BlockKind::Stamp)
            .find_map(|(at, _)| Some(spanned(page, at, page.stamp(at)?.byline?)))
    };
    let named = authors.into_iter().next().map(|(_, text)| text);
    named.or_else(stamped).or_else(|| signed_text(page, it))
}

/// A name after the last sentence on its own line: "… phát triển./. Lê Hoài".
fn signed_text(page: &Page<'_>, it: &Anatomy) -> Option<SpannedText> {
    let at = it.text.clone().next_back()?;
    let text = page.lines[at].text;
    let cut = text.rfind(['.', '!', '?', '”'])?;
    let rest = text[cut..].trim_start_matches(|c: char| !is_alphanumeric(c) && c != '(');
    let start = text.len() - rest.len();
    let spaced = text[cut..start].contains(char::is_whitespace);
    let author = byline::read(rest)
        .filter(|_| spaced && ending(text) == Ending::Open && rest.contains(' '))?;
    Some(part(page, at, start + author.range.start..start + author.range.end))
}

/// Which moments the stamps give: those around the title first, else those after the text.
fn stamps(page: &Page<'_>, it: &Anatomy, kinds: &[Kind], article: &mut Article) {
    let mut lines: Vec<usize> = it
        .within
        .clone()
        .zip(kinds)
        .filter(|(_, (kind, _))| *kind == BlockKind::Stamp)
        .map(|(at, _)| at)
        .collect();
    article.stamp_moments = lines.iter().flat_map(|&at| page.moments[at].clone()).collect();
    // The day at the top of the page may be that of the visit: what stands under the title is better.
    let rank = |at: usize| match at {
        above if above < it.body.start => 1,
        under if under < it.text.end => 0,
        _ => 2,
    };
    lines.sort_by_key(|&at| rank(at));
    for stamp in lines.iter().filter_map(|&at| page.stamp(at)) {
        article.published = article.published.or(stamp.published);
        article.modified = article.modified.or(stamp.modified);
    }
    if article.published.is_none() {
        article.published = article.modified.take();
    }
    // An agency's text carries its day: "Hà Nội, ngày 11-6-2006 (TTXVN) - …".
    let prose = it.text.clone().find(|&at| page.is_prose(at));
    article.published = article.published.or_else(|| page.datelines[prose?]);
}

#[cfg(test)]
mod tests;
