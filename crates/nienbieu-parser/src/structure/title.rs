//! The title: the headline that the page's head leads up to.
//!
//! Cues: it stands before the first sentence; a headline repeated later (as a breadcrumb's end or a
//! picture's text) is it; else the first below the section's name and above the stamp; else the first of five words or more; a long run of headlines is a menu or
//! a list of links, of which the one before the stamp is it.

use std::ops::Range;

use super::features::Ending;
use super::outlet;
use super::page::{Look, Page, repeats};

/// The title's lines within an article's lines.
pub(super) fn find(page: &Page<'_>, within: Range<usize>) -> Option<Range<usize>> {
    let head_end = within.clone().find(|&at| ends_head(page, at)).unwrap_or(within.end);
    let head = within.start..head_end;
    let stamp = head.clone().find(|&at| page.stamp(at).is_some());
    let backed = head_end < within.end || stamp.is_some();
    if !backed || within.len() < 2 {
        return None;
    }
    let candidates: Vec<usize> =
        head.clone().filter(|&at| is_candidate(page, &within, at)).collect();
    let first = match candidates.is_empty() {
        true => sentence_title(page, &within, head_end)?,
        false => choose(page, &within, &candidates, stamp),
    };
    let mut end = first + 1;
    while end < head_end.max(first + 1) && end - first < 3 && page.goes_on(end - 1) {
        end += 1;
    }
    Some(first..end)
}

/// The first sentence ends the head, but not a title's first half.
fn ends_head(page: &Page<'_>, at: usize) -> bool {
    match page.looks[at] {
        Look::Prose => !page.may_be_title(at),
        Look::Item(_) => page.features[at].is_prose(),
        Look::Table => true,
        _ => false,
    }
}

fn is_candidate(page: &Page<'_>, within: &Range<usize>, at: usize) -> bool {
    let continued = at > within.start && page.may_be_title(at - 1) && page.goes_on(at - 1);
    let site = outlet::alone(page.lines[at].text).is_some();
    page.may_be_title(at)
        && !continued
        && !site
        && !page.byline(at).is_some_and(|b| b.sure || page.features[at].words < 5)
}

fn choose(
    page: &Page<'_>,
    within: &Range<usize>,
    candidates: &[usize],
    stamp: Option<usize>,
) -> usize {
    let count = repeats(page, within.clone());
    let long = |&&at: &&usize| page.features[at].words >= 5 || page.goes_on(at);
    let repeated = candidates.iter().filter(long).find(|&&at| count[&page.features[at].key] > 1);
    let before = |limit: usize| candidates.iter().filter(long).rfind(|&&at| at < limit);
    let run =
        candidates.iter().filter(long).take_while(|&&at| stamp.is_none_or(|s| at < s)).count();
    let listed = stamp.filter(|_| run > 2).and_then(before);
    // What stands above the section's name is the site's: a hotline, the weather.
    let section =
        |end: usize| (within.start..end).rfind(|&at| matches!(page.looks[at], Look::Section(_)));
    let filed = stamp.and_then(|stamp| {
        let section = section(stamp)?;
        candidates.iter().filter(long).find(|&&at| section < at && at < stamp)
    });
    *repeated
        .or(listed)
        .or(filed)
        .or_else(|| candidates.iter().find(long))
        .or_else(|| candidates.iter().max_by_key(|&&at| page.features[at].words))
        .unwrap_or(&candidates[0])
}

/// A headline printed with a full stop: one short sentence right before a stamp.
fn sentence_title(page: &Page<'_>, within: &Range<usize>, at: usize) -> Option<usize> {
    let own = page.features.get(at)?;
    let stamped = at + 1 < within.end && page.stamp(at + 1).is_some();
    let fits = stamped
        && page.is_prose(at)
        && own.words <= 30
        && own.breaks == 0
        && own.ending != Ending::Colon;
    fits.then_some(at)
}
