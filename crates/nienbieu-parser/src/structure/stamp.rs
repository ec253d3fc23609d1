//! Stamp lines: a full date and nothing beside it but labels, counters, the section or the author.

use std::ops::Range;

use nienbieu_model::Span;

use super::lexicon::{byline as byline_cues, furniture, is_word, names, plain, stamps};
use super::{byline, outlet, section};
use crate::moment::Moment;
use crate::text::{Folded, Line};

/// A line that says when the page was published or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Moments that the line's words call the publication (or nothing).
    pub(super) published: Option<usize>,
    /// Moments after "cập nhật", "sửa", …
    pub(super) modified: Option<usize>,
    /// A clock time or a label stands there: not just a date.
    pub(super) worded: bool,
    /// A full date stands there.
    pub(super) dated: bool,
    /// It stands beside the weather: the day of the visit, not of the page.
    pub(super) today: bool,
    pub(super) byline: Option<Span>,
    pub(super) section: Option<Span>,
    pub(super) outlet: Option<Span>,
}

/// Reads a line as a stamp; `None` where anything else stands in it.
pub(super) fn read(
    folded: &Folded,
    original: &Line<'_>,
    moments: &[Moment],
    within: Range<usize>,
) -> Option<Stamp> {
    let last = moments[within.clone()].last().map_or(original.range.start, |m| m.range.end);
    let starts = moments[within.clone()].iter().map(|moment| moment.range.start);
    let ends = moments[within.clone()].iter().map(|moment| moment.range.end);
    let mut gaps = std::iter::once(original.range.start).chain(ends).zip(starts);
    if gaps.any(|(end, start)| start.saturating_sub(end) > LONGEST_GAP)
        || original.range.end.saturating_sub(last) > LONGEST_GAP
    {
        return None;
    }
    let mut stamp = Stamp::default();
    let (mut at, mut update) = (original.range.start, false);
    for (index, moment) in moments.iter().enumerate().take(within.end).skip(within.start) {
        let gap = at..moment.range.start.max(at);
        stamp.take(folded, original, gap.clone())?;
        let label = plain(&folded.as_str()[gap]);
        if !label.is_empty() {
            stamp.worded = true;
            if stamps().within("update", &label) {
                update = true;
            } else if stamps().within("publish", &label) {
                update = false;
            }
        }
        stamp.worded |= moment.clock;
        if moment.full_date {
            stamp.dated = true;
            let slot = if update { &mut stamp.modified } else { &mut stamp.published };
            slot.get_or_insert(index);
        } else if moment.clock && update && stamp.dated {
            stamp.modified.get_or_insert(index);
        }
        at = moment.range.end;
    }
    stamp.take(folded, original, at..original.range.end.max(at))?;
    // Without a date, only the rest of a stamp broken over lines: "18:27", "Thứ Sáu,".
    let bare = stamp.byline.is_none() && stamp.section.is_none();
    (stamp.dated || bare).then_some(stamp)
}

/// Whether a line only announces a stamp: "Ngày đăng:", "Cập nhật lúc".
pub(super) fn is_label(plain: &str) -> bool {
    let strong = ["đăng", "cập nhật", "xuất bản", "published", "updated", "posted"];
    plain.len() <= 40 && labels_only(plain) && strong.iter().any(|word| plain.contains(word))
}

/// Whether a line is worded as a stamp although no date was read in it: "Posted on 2.4.18".
pub(super) fn is_worded(plain: &str) -> bool {
    let announces = stamps().within("publish", plain) || stamps().within("update", plain);
    plain.len() <= 80
        && stamps().starts("label", plain).is_some()
        && announces
        && plain.contains(|c: char| c.is_ascii_digit())
}

/// Whether a label speaks of a change.
pub(super) fn is_update(plain: &str) -> bool {
    stamps().within("update", plain)
}

/// The most that stands between the times of a stamp, in bytes.
const LONGEST_GAP: usize = 160;

impl Stamp {
    /// Accepts what stands around the moments, or refuses the line.
    fn take(&mut self, folded: &Folded, original: &Line<'_>, gap: Range<usize>) -> Option<()> {
        let words = &folded.as_str()[gap.clone()];
        let mut from = gap.start;
        for piece in pieces(words) {
            let range = from..from + piece.len();
            from = range.end;
            self.piece(folded, original, piece, range)?;
        }
        Some(())
    }

    fn piece(
        &mut self,
        folded: &Folded,
        original: &Line<'_>,
        piece: &str,
        range: Range<usize>,
    ) -> Option<()> {
        let words = plain(piece);
        let reason = furniture(piece.trim_matches(is_edge));
        self.today |= reason == Some("weather and rates");
        if words.is_empty() || labels_only(&words) || reason.is_some() {
            return Some(());
        }
        let lead = piece.len() - piece.trim_start_matches(is_edge).len();
        let body = piece.trim_matches(is_edge);
        let span = folded.span(range.start + lead, range.start + lead + body.len());
        let text = original.text.get(
            span.start.checked_sub(original.span.start)?
                ..span.end.checked_sub(original.span.start)?,
        )?;
        if section::known(text) {
            self.section.get_or_insert(span);
        } else if let Some(author) = byline::read(text) {
            let start = span.start + author.range.start;
            self.byline.get_or_insert(Span::new(start, span.start + author.range.end));
        } else if outlet::is_outlet(text) {
            self.outlet.get_or_insert(span);
        } else if !names().has("place", &words) {
            return None;
        }
        Some(())
    }
}

fn is_edge(c: char) -> bool {
    !is_word(c)
}

/// Cuts at separators, each left at the start of the piece after it.
fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut from = 0;
    let bytes = words.as_bytes();
    std::iter::from_fn(move || {
        if from >= words.len() {
            return None;
        }
        let cut = words[from..].char_indices().skip(1).find(|&(at, c)| match c {
            '|' | '•' | '·' | ';' | '/' | '[' | ']' | '(' | ')' | '\t' | ',' => true,
            '-' => bytes.get(from + at + 1) == Some(&b' '),
            ' ' => bytes.get(from + at + 1) == Some(&b' ') || opens_label(&words[from + at + 1..]),
            _ => false,
        });
        let end = cut.map_or(words.len(), |(at, _)| from + at);
        let piece = &words[from..end];
        from = end;
        Some(piece)
    })
}

/// Whether a text starts with a label of its own: "Tác giả: …", "Lượt xem: …".
fn opens_label(text: &str) -> bool {
    let Some(colon) = text.find(':').filter(|&at| at <= 40) else { return false };
    let label = &text[..colon];
    byline_cues().has("author", &plain(label)) || furniture(label).is_some()
}

/// Whether labels cover all the words: "cập nhật lúc", "gmt 7", "ngày đăng tin".
fn labels_only(plain: &str) -> bool {
    let mut rest = plain;
    while !rest.is_empty() {
        let number = rest
            .split(' ')
            .next()
            .is_some_and(|w| w.len() <= 4 && w.bytes().all(|b| b.is_ascii_digit()));
        let words = if number {
            1
        } else if let Some(n) = stamps().starts("label", rest) {
            n
        } else {
            return false;
        };
        rest = rest.splitn(words + 1, ' ').nth(words).unwrap_or("");
    }
    true
}
