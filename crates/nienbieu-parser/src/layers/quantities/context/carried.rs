//! Times that a figure takes over from before its sentence: from its paragraph, from the meeting that is told
//! of, from the line that opens its list, from the count that it goes on with.

use nienbieu_model::{Block, BlockKind, Quantity, Span, Time, TimeClass, TimeType};

use super::{
    super::groups::is_of,
    as_of::Dates,
    clause::{begins_with, begun_with},
    lead::is_aim,
};

/// Sentences back in its paragraph that a figure may take its time from.
const REACH: usize = 6;

/// Sentences back, in any paragraph, that the day of the scene may stand in.
const SCENE: usize = 60;

/// Lines of a list between its opening and an item.
const LIST: usize = 40;

/// Whether a time is a month or more.
fn is_stretch(time: &Time) -> bool {
    let coarse = matches!(
        time.grain.as_ref().map(nienbieu_model::Grain::as_str),
        Some("month" | "quarter" | "half_year" | "year")
    );
    coarse || time.kind == TimeType::Interval
}

impl<'a> Dates<'a> {
    /// The time from before the sentence that a figure holds for.
    pub(super) fn carried(
        &self,
        quantity: &Quantity,
        sentence: usize,
        before: &[Quantity],
    ) -> Option<&'a Time> {
        self.inherited(quantity, sentence, before)
            .or_else(|| self.of_scene(sentence))
            .or_else(|| self.of_list(quantity))
            .or_else(|| self.of_text(quantity))
            .or_else(|| self.going_on(quantity, before))
    }

    /// The time of the last figure of the sentences before, or else the last time there, in the same paragraph.
    fn inherited(
        &self,
        quantity: &Quantity,
        sentence: usize,
        before: &[Quantity],
    ) -> Option<&'a Time> {
        let counts =
            matches!(quantity.aspect.as_deref(), Some("new" | "cumulative" | "stock" | "repeat"));
        let lasts = is_of(quantity.metric.as_deref(), "lasting");
        let summed = is_of(quantity.metric.as_deref(), "summed");
        let aims = is_aim(quantity);
        if lasts && !counts && !summed && !aims {
            return None;
        }
        let block = self.block(quantity)?;
        let earlier = self.view.sentences[..sentence].iter().rev().take(REACH);
        let same = earlier.take_while(|other| block.span.contains(other.span));
        // A goal is one of the plan or the season spoken of, not of the day it is told on.
        let fits = |time: &&Time| match aims {
            true => begins_with(self.view.folded_words(time.span), "period"),
            false => !lasts || counts || summed || is_stretch(time),
        };
        let told = |span: Span| self.within(span).iter().rev().copied();
        same.map(|other| other.span)
            .find_map(|span| self.figured(before, span).chain(told(span)).find(|time| fits(&time)))
    }

    /// The time of the last figure in a stretch of the text that has one, said in that stretch.
    fn figured(&self, before: &[Quantity], span: Span) -> impl Iterator<Item = &'a Time> {
        let near = before.iter().rev().skip_while(|other| other.span.start >= span.end);
        let mut near = near.take_while(|other| other.span.start >= span.start);
        let last = near.find_map(|other| self.of(other));
        last.filter(|time| span.contains(time.span)).into_iter()
    }

    /// The day of the meeting or the ceremony that a sentence opens with: "Tại hội nghị, …".
    fn of_scene(&self, sentence: usize) -> Option<&'a Time> {
        let own = self.view.folded_words(self.view.sentences[sentence].span);
        let scene = begun_with(own, "scene")?;
        let scene = scene.strip_prefix("tại ").unwrap_or(scene);
        let is_day = |time: &&&Time| {
            matches!(time.kind, TimeType::Date | TimeType::Time)
                && time.class == TimeClass::Core
                && time.edtf.as_deref().is_some_and(|edtf| edtf.len() >= 10 && !edtf.contains('/'))
        };
        let earlier = self.view.sentences[..sentence].iter().rev().take(SCENE);
        let named = earlier.filter(|other| self.view.folded_words(other.span).contains(scene));
        named
            .map(|other| self.within(other.span))
            .find_map(|t| t.iter().rev().find(is_day).copied())
    }

    /// The time of the line that opens a list with a colon holds for its items, that of the line above a
    /// table for its cells.
    fn of_list(&self, quantity: &Quantity) -> Option<&'a Time> {
        let at = self.view.block_at(quantity.span.start)?;
        let line = self.view.above_list(at)?;
        let opens = self.view.blocks[at].kind == BlockKind::Table
            || self.view.folded_words(line).trim_end().ends_with(':');
        self.within(line).last().filter(|_| opens).copied()
    }

    /// The count of the sick, the dead or the damage goes on from one paragraph to the next.
    fn going_on(&self, quantity: &Quantity, before: &[Quantity]) -> Option<&'a Time> {
        let tells = is_of(quantity.metric.as_deref(), "going_on") && !is_aim(quantity);
        let at = self.view.block_at(quantity.span.start).filter(|_| tells)?;
        let text = |block: &&Block| {
            use BlockKind::{Dateline, Description, ListItem, Paragraph};
            matches!(block.kind, Paragraph | Description | Dateline | ListItem)
        };
        let plain = |time: &&Time| !begins_with(self.view.folded_words(time.span), "period");
        let told = |span: Span| self.within(span).iter().rev().copied();
        let above = self.view.blocks[..at].iter().rev().filter(text).take(2);
        above
            .map(|block| block.span)
            .find_map(|span| self.figured(before, span).chain(told(span)).find(plain))
    }

    /// What a headline counts took place on the first day that the text below tells of.
    fn of_text(&self, quantity: &Quantity) -> Option<&'a Time> {
        let counts = is_of(quantity.metric.as_deref(), "going_on");
        let at = self.view.block_at(quantity.span.start).filter(|_| counts)?;
        let is_head = |kind: &BlockKind| matches!(kind, BlockKind::Title | BlockKind::Description);
        let blocks = &self.view.blocks[at..];
        let heads = blocks.first().is_some_and(|block| is_head(&block.kind));
        let text =
            |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Dateline);
        let first = blocks.iter().skip(1).find(text).filter(|_| heads)?;
        let tells = |time: &&&Time| {
            time.class == TimeClass::Core
                && !begins_with(self.view.folded_words(time.span), "period")
        };
        self.within(first.span).iter().find(tells).copied()
    }

    /// The time at the head of a table's column, where it has one of its own.
    pub(super) fn of_column(&self, quantity: &Quantity) -> Option<&'a Time> {
        let blocks = self.view.blocks;
        let at = self.view.block_at(quantity.span.start)?;
        if blocks[at].kind != BlockKind::Table {
            return None;
        }
        let rows = (0..at).rev().take(LIST).take_while(|row| blocks[*row].kind == BlockKind::Table);
        let head = blocks[rows.last()?].span;
        let column = |from: usize, to: usize| {
            let words = self.view.folded_words(Span::new(from, to));
            words.matches(['|', '\t']).count()
        };
        let own = column(blocks[at].span.start, quantity.span.start);
        let heads = self.within(head).iter();
        let mut fitting = heads.filter(|time| column(head.start, time.span.start) == own);
        fitting.next().filter(|_| own > 0).copied()
    }

    /// The line that a figure stands in.
    fn block(&self, quantity: &Quantity) -> Option<&'a Block> {
        self.view.blocks.get(self.view.block_at(quantity.span.start)?)
    }
}
