//! Headline-like lines inside an article: subheads, captions, or links to other articles.
//!
//! All three look alike. A caption describes a picture or repeats the title; a subhead is short and
//! stands alone right before the text it heads; links come in rows and speak of other things, so
//! few of their word pairs are the article's.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use nienbieu_model::BlockKind;

use super::caption;
use super::page::Page;

/// The word pairs of an article's sentences and title.
pub(super) struct Vocabulary(HashSet<u64>);

impl Vocabulary {
    pub(super) fn of(page: &Page<'_>, lines: impl Iterator<Item = usize>) -> Self {
        Self(lines.flat_map(|at| pairs(&page.features[at].plain)).collect())
    }

    /// The share of a line's word pairs that the article uses too.
    pub(super) fn share(&self, plain: &str) -> f32 {
        let all: Vec<u64> = pairs(plain).collect();
        let known = all.iter().filter(|pair| self.0.contains(pair)).count();
        known as f32 / all.len().max(1) as f32
    }
}

fn pairs(plain: &str) -> impl Iterator<Item = u64> {
    plain.split(' ').zip(plain.split(' ').skip(1)).map(|pair| {
        let mut hasher = DefaultHasher::new();
        pair.hash(&mut hasher);
        hasher.finish()
    })
}

/// What each line of a row of headlines is; the row ends right before `row.end`.
pub(super) fn judge(
    page: &Page<'_>,
    row: Range<usize>,
    words: &Vocabulary,
    repeated: impl Fn(usize) -> bool,
) -> Vec<(BlockKind, Option<&'static str>)> {
    let alone = row.len() == 1;
    let shares: Vec<f32> = row.clone().map(|at| words.share(&page.features[at].plain)).collect();
    let kinds = row.clone().map(|at| {
        let own = &page.features[at];
        let share = shares[at - row.start];
        let likely = caption::is_likely(own);
        let heads = at + 1 == row.end && page.is_body(at + 1);
        let glued = at > row.start && page.lines[at].gap == 0 && has_gaps(page, &row);
        if page.byline(at).is_some_and(|b| b.sure)
            || repeated(at)
            || page.is_sure_caption(at)
            || (likely && (alone || share >= 0.45))
        {
            return Some(BlockKind::Caption);
        }
        let brief = own.words <= 6 && !glued;
        let apart =
            alone || brief || (!glued && share >= 0.3) || follows_caption(page, &row, at, &shares);
        if heads && apart && own.words <= 16 {
            return Some(BlockKind::Heading);
        }
        (alone && share >= 0.25 || share >= 0.65 && own.words >= 7).then_some(BlockKind::Caption)
    });
    let mut kinds: Vec<_> = kinds.collect();
    // One line left over beside captions and subheads is no row of links.
    let left: Vec<usize> = (0..kinds.len()).filter(|&i| kinds[i].is_none()).collect();
    if let ([one], false) = (&left[..], alone) {
        let likely = caption::is_likely(&page.features[row.start + one]);
        kinds[*one] = (likely || shares[*one] >= 0.3).then_some(BlockKind::Caption);
    }
    kinds
        .into_iter()
        .map(|kind| match kind {
            Some(kind) => (kind, None),
            None => (BlockKind::Chrome, Some("related link")),
        })
        .collect()
}

/// Whether blank lines part the page's lines around a row.
fn has_gaps(page: &Page<'_>, row: &Range<usize>) -> bool {
    page.lines[row.start].gap > 0 && page.lines.get(row.end).is_none_or(|line| line.gap > 0)
}

/// A subhead under a caption is not one more link.
fn follows_caption(page: &Page<'_>, row: &Range<usize>, at: usize, shares: &[f32]) -> bool {
    at.checked_sub(1).filter(|before| row.contains(before)).is_some_and(|before| {
        let own = &page.features[before];
        page.is_sure_caption(before)
            || (caption::is_likely(own) && shares[before - row.start] >= 0.45)
    })
}
