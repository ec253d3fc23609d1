//! Where an article ends: after its last sentence, before the furniture and links that follow.

use std::ops::Range;

use super::page::{Look, Page};

/// One past the last line that can belong to the article's text; what follows is page furniture.
pub(super) fn find(page: &Page<'_>, body: Range<usize>) -> usize {
    let len = body.len();
    // Sentences from here on that continue an article, and author lines from here on.
    let mut real = vec![0usize; len + 1];
    let mut authors = vec![0usize; len + 1];
    for at in body.clone().rev() {
        let index = at - body.start;
        real[index] = real[index + 1] + usize::from(is_continued(page, &body, at));
        let author = page.byline(at).is_some() && at > body.start;
        authors[index] = authors[index + 1] + usize::from(author);
    }
    let mut seen = 0;
    for at in body.clone() {
        let next = at + 1 - body.start;
        seen += usize::from(page.is_body(at) && page.byline(at).is_none());
        if seen == 0 {
            continue;
        }
        if page.byline(at).is_some() && real[next] == 0 {
            return after_authors(page, at..body.end);
        }
        let Look::Furniture(reason) = page.looks[at] else { continue };
        let ends = match reason {
            "footer" | "comments" | "contact form" | "search" | "login" => {
                seen > 1 && real[next] < 3 || real[next] == 0
            }
            "related link" | "latest news" | "tag list" | "sharing" | "counter" | "navigation" => {
                real[next] == 0
            }
            _ => real[next] == 0,
        };
        if ends
            && (authors[next] == 0 || real[next] == 0 && !author_is_near(page, at + 1..body.end))
        {
            return at;
        }
    }
    body.end
}

/// A sentence that is more than the teaser of a link: it follows or precedes another one.
fn is_continued(page: &Page<'_>, body: &Range<usize>, at: usize) -> bool {
    let text = |other: usize| body.contains(&other) && page.is_solid(other);
    page.is_solid(at)
        && (text(at + 1) || (at > body.start && text(at - 1)) || page.features[at].words > 60)
}

/// An author line after sharing buttons and the like, before any link.
fn author_is_near(page: &Page<'_>, rest: Range<usize>) -> bool {
    rest.take(4)
        .take_while(|&at| !page.is_headline(at) || page.byline(at).is_some())
        .any(|at| page.byline(at).is_some())
}

/// Past the author lines, sources and stamps that close an article.
fn after_authors(page: &Page<'_>, rest: Range<usize>) -> usize {
    let closes = |at: &usize| {
        page.byline(*at).is_some()
            || matches!(page.looks[*at], Look::Stamp(_) | Look::StampLabel)
            || page.is_sure_caption(*at)
    };
    rest.clone().take_while(closes).last().map_or(rest.start, |at| at + 1)
}
