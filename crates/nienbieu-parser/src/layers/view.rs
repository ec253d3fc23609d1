//! An article as the layers see it.

use std::ops::Range;

use nienbieu_model::{Block, BlockKind, Span, Time};

use crate::{
    structure::sentences::Sentence,
    text::{Folded, is_uppercase},
};

/// An article whose lines and times are known.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The whole text that spans point into.
    pub(crate) text: &'a str,
    /// Its folded view: what matching works on.
    pub(crate) folded: &'a Folded,
    /// The article's lines, page furniture among them.
    pub(crate) blocks: &'a [Block],
    /// The sentences of its own lines, in order. Page furniture has none.
    pub(crate) sentences: &'a [Sentence],
    /// Its times, in order.
    pub(crate) times: &'a [Time],
}

impl<'a> View<'a> {
    /// The article's own lines: all but page furniture.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(|block| block.kind != BlockKind::Chrome)
    }

    /// Where a span stands in the folded text.
    pub(crate) fn range(&self, span: Span) -> Range<usize> {
        self.folded.folded_at(span.start)..self.folded.folded_at(span.end)
    }

    /// The folded words of a span.
    pub(crate) fn folded_words(&self, span: Span) -> &'a str {
        self.folded.as_str().get(self.range(span)).unwrap_or_default()
    }

    /// The words of a span as the page prints them.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.text).unwrap_or_default()
    }

    /// The span of a folded range.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.folded.span(range.start, range.end)
    }

    /// Whether the page prints a capital at a folded offset.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        let at = self.folded.original_start(at);
        self.text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(is_uppercase)
    }

    /// The times that overlap a span.
    pub(crate) fn times_in(&self, span: Span) -> impl Iterator<Item = &'a Time> {
        // The longest time is short, but an interval starts before the ends it holds.
        let from = self.times.partition_point(|time| time.span.start + 200 < span.start);
        self.times[from..]
            .iter()
            .take_while(move |time| time.span.start < span.end)
            .filter(move |time| time.span.overlaps(span))
    }

    /// The index of the line that holds an offset of the original text, or else of the next one.
    pub(crate) fn block_at(&self, at: usize) -> Option<usize> {
        let index = self.blocks.partition_point(|block| block.span.end <= at);
        (index < self.blocks.len()).then_some(index)
    }

    /// Whether a line is an item of a list or a row of a table.
    pub(crate) fn is_item(&self, block: usize) -> bool {
        let kind = self.blocks.get(block).map(|block| &block.kind);
        matches!(kind, Some(BlockKind::ListItem | BlockKind::Table))
    }

    /// The line that stands above the list or table that an item is of, some forty items up at most.
    pub(crate) fn above_list(&self, item: usize) -> Option<Span> {
        const ITEMS: usize = 40;
        let above = (0..item).rev().take(ITEMS).find(|&above| !self.is_item(above));
        above.filter(|_| self.is_item(item)).map(|above| self.blocks[above].span)
    }

    /// Some words of the folded text right before a span, on its line.
    pub(crate) fn words_before(&self, span: Span) -> &'a str {
        const REACH: usize = 48;
        let end = self.range(span).start;
        let text = self.folded.as_str();
        let from = text.ceil_char_boundary(end.saturating_sub(REACH));
        text[from..end].rsplit('\n').next().unwrap_or_default()
    }

    /// The index of the sentence that holds an offset of the original text.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.span.end <= at);
        self.sentences.get(index).filter(|sentence| sentence.span.start <= at).map(|_| index)
    }
}
