//! Times that a figure takes over from before its sentence: from its paragraph, from the meeting that is told
//! of, from the line that opens its list, from the count that it goes on with.

use nienbieu_model::{Block, BlockKind, Quantity, Span, Time, TimeClass, TimeType};

use super::{
    super::groups::is_of,
    as_of::{Dates, Held},
    clause::{begins_with, begun_with, last},
    lead::is_aim,
};

/// Sentences back in its paragraph that a figure may take its time from.
const REACH: usize = 6;

/// Sentences back, in any paragraph, that the day of the scene may stand in.
const SCENE: usize = 60;

/// Lines of a list between its opening and an item.
const LIST: usize = 40;

/// Bytes at a sentence's start that a length opens it in.
const OPENING: usize = 48;

/// Whether a time is a month or more.
fn is_stretch(time: &Time) -> bool {
    let coarse = matches!(
        time.grain.as_ref().map(nienbieu_model::Grain::as_str),
        Some("month" | "quarter" | "half_year" | "year")
    );
    coarse || time.kind == TimeType::Interval
}

/// A figure that its own sentence does not date.
#[derive(Clone, Copy)]
pub(super) struct Undated<'q> {
    pub(super) figure: &'q Quantity,
    /// The index of its sentence.
    pub(super) sentence: usize,
    /// The figures before it, which have their times.
    pub(super) before: &'q [Quantity],
}

impl<'a> Dates<'a> {
    /// What a figure takes over from before its sentence.
    pub(super) fn carried(&self, undated: Undated<'_>) -> Option<Held<'a>> {
        let figure = undated.figure;
        let own = self.view.sentences[undated.sentence].span;
        let lead = self.view.folded_words(Span::new(own.start, figure.span.start));
        let is_now = self.moves_on(own) || last(lead, "by_now").is_some();
        if is_now && self.published.is_some() && !is_aim(figure) {
            return Some(Held::Published);
        }
        self.inherited(undated)
            .or_else(|| self.of_scene(undated.sentence).map(Held::Of))
            .or_else(|| self.of_list(undated))
            .or_else(|| self.counted_up_to(figure).map(Held::Of))
            .or_else(|| self.of_text(figure).map(Held::Of))
            .or_else(|| self.going_on(undated))
    }

    /// What the sentences before it in its paragraph hold for: their last figure, or else their last time.
    fn inherited(&self, undated: Undated<'_>) -> Option<Held<'a>> {
        let block = self.block(undated.figure)?;
        let earlier = self.view.sentences[..undated.sentence].iter().rev().take(REACH);
        let same = earlier.map(|other| other.span).take_while(|other| block.span.contains(*other));
        // "Riêng tuần qua có 5 ca." tells of something else between.
        let main = same.filter(|other| !begins_with(self.view.folded_words(*other), "anew"));
        main.flat_map(|span| {
            let moved = self.moves_on(span) && self.published.is_some();
            let moved = moved.then_some(Held::Published);
            self.figured(undated, span).into_iter().chain(self.told(undated, span)).chain(moved)
        })
        .next()
    }

    /// What the last dated figure in a stretch of the text holds for, where it suits this one.
    fn figured(&self, undated: Undated<'_>, span: Span) -> Option<Held<'a>> {
        let near = undated.before.iter().rev().skip_while(|other| other.span.start >= span.end);
        let near = near.take_while(|other| other.span.start >= span.start);
        let is_aim = is_aim(undated.figure);
        let held = |other: &Quantity| match self.of(other) {
            None => (other.edtf.is_some() && !is_aim).then_some(Held::Published),
            Some(time) => {
                let alike = other.metric == undated.figure.metric && !is_aim;
                (alike || self.suits(undated.figure, time)).then_some(Held::Of(time))
            }
        };
        near.filter_map(held).next()
    }

    /// The time that a stretch of the text tells of: the day that it opens with, where the others are longer
    /// ("Ngày 5/3, tỉnh tổng kết năm 2021"), or else the last one.
    fn told(&self, undated: Undated<'_>, span: Span) -> Option<Held<'a>> {
        let times = self.within(span);
        let opening = times.first().filter(|time| self.opens(time, span) && !is_stretch(time));
        // The day that a paper is signed is not that of what is told next.
        let suits = |time: &&&Time| !self.is_of_paper(time) && self.suits(undated.figure, time);
        let last = times.iter().rev().find(suits)?;
        let day = opening.filter(|time| is_stretch(last) && suits(time));
        Some(Held::Of(day.unwrap_or(last)))
    }

    /// Whether a figure may take over a time: what a thing measures only takes a stretch, a goal only a plan
    /// or a season, and nothing that is told took place after the day of publication.
    fn suits(&self, figure: &Quantity, time: &Time) -> bool {
        if is_aim(figure) {
            return begins_with(self.view.folded_words(time.span), "period");
        }
        let metric = figure.metric.as_deref();
        let counts = figure.aspect.is_some() || is_of(metric, "summed");
        let ahead = time
            .earliest
            .as_deref()
            .zip(self.published)
            .is_some_and(|(t, day)| t > day && !t.starts_with(day));
        let due = time.modifier.as_deref() == Some("BEFORE");
        !ahead && !due && (!is_of(metric, "lasting") || counts || is_stretch(time))
    }

    /// "Sau hơn ba tuần, dịch đã lan ra 46 xã": a stretch that runs up to the day of writing; one of hours does not.
    fn moves_on(&self, sentence: Span) -> bool {
        let words = self.view.folded_words(sentence);
        let opening = Span::new(sentence.start, (sentence.start + OPENING).min(sentence.end));
        begins_with(words, "since")
            && self.view.times_in(opening).any(|time| {
                time.kind == TimeType::Duration
                    && time.value.as_deref().is_some_and(|value| !value.starts_with("PT"))
            })
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

    /// What the line that opens a list with a colon tells of holds for its items, what the line above a table
    /// does for its cells.
    fn of_list(&self, undated: Undated<'_>) -> Option<Held<'a>> {
        let at = self.view.block_at(undated.figure.span.start)?;
        let line = self.view.above_list(at)?;
        let opens = self.view.blocks[at].kind == BlockKind::Table
            || self.view.folded_words(line).trim_end().ends_with(':');
        if !opens {
            return None;
        }
        let last = self.within(line).last().copied().map(Held::Of);
        self.figured(undated, line).or(last)
    }

    /// The count of the sick, the dead or the damage goes on from one paragraph to the next.
    fn going_on(&self, undated: Undated<'_>) -> Option<Held<'a>> {
        let figure = undated.figure;
        let tells = is_of(figure.metric.as_deref(), "going_on") && !is_aim(figure);
        let at = self.view.block_at(figure.span.start).filter(|_| tells)?;
        let text = |block: &&Block| {
            use BlockKind::{Dateline, Description, ListItem, Paragraph};
            matches!(block.kind, Paragraph | Description | Dateline | ListItem)
        };
        let plain = |held: &Held<'_>| match held {
            Held::Of(time) => !begins_with(self.view.folded_words(time.span), "period"),
            Held::Published => true,
        };
        let told = |span: Span| self.within(span).iter().rev().map(|time| Held::Of(time));
        let above = self.view.blocks[..at].iter().rev().filter(text).take(2);
        let above = above.map(|block| block.span);
        above.flat_map(|span| self.figured(undated, span).into_iter().chain(told(span))).find(plain)
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
