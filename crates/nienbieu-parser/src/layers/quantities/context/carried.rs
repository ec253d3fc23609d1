//! Times that a figure takes over from before its sentence: from its paragraph, from the meeting that is told
//! of, from the line that opens its list, from the count that it goes on with.

use nienbieu_model::{BlockKind, Quantity, Span, Time, TimeClass, TimeType};

use super::{
    as_of::Dates,
    clause::{begins_with, begun_with},
};

/// Sentences back in its paragraph that a figure may take its time from.
const REACH: usize = 6;

/// Sentences back, in any paragraph, that the day of the scene may stand in.
const SCENE: usize = 60;

/// Lines of a list between its opening and an item.
const LIST: usize = 40;

/// Metrics whose count is carried on from paragraph to paragraph.
const GOING_ON: &[&str] = &[
    "cases",
    "cases_new",
    "active_cases",
    "deaths",
    "recovered",
    "hospitalised",
    "severe",
    "community_cases",
    "secondary_infections",
    "quarantined",
    "contacts",
    "injured",
    "missing",
    "houses",
];

/// Metrics that tell what a thing is rather than how matters stand: they hold for no day but one said
/// beside them.
const LASTING: &[&str] = &[
    "area",
    "length",
    "weight",
    "volume",
    "power",
    "money",
    "temperature",
    "speed",
    "beds",
    "testing_capacity",
    "other",
];

impl<'a> Dates<'a> {
    /// The time from before the sentence that a figure holds for.
    pub(super) fn carried(&self, quantity: &Quantity, sentence: usize) -> Option<&'a Time> {
        self.inherited(quantity, sentence)
            .or_else(|| self.of_scene(sentence))
            .or_else(|| self.of_list(quantity))
            .or_else(|| self.going_on(quantity, sentence))
    }

    /// The last time of the sentences before, in the same paragraph.
    fn inherited(&self, quantity: &Quantity, sentence: usize) -> Option<&'a Time> {
        let counts =
            matches!(quantity.aspect.as_deref(), Some("new" | "cumulative" | "stock" | "repeat"));
        let lasts = LASTING.contains(&quantity.metric.as_deref().unwrap_or("other"));
        if lasts && !counts
            || matches!(quantity.aspect.as_deref(), Some("target" | "planned" | "capacity"))
        {
            return None;
        }
        let block = self.view.blocks.iter().find(|block| block.span.contains(quantity.span))?;
        let earlier = self.view.sentences[..sentence].iter().rev().take(REACH);
        let same = earlier.take_while(|other| block.span.contains(other.span));
        same.map(|other| self.within(other.span)).find_map(|times| times.last().copied())
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

    /// The time of the line that opens a list with a colon holds for its items.
    fn of_list(&self, quantity: &Quantity) -> Option<&'a Time> {
        let blocks = self.view.blocks;
        let at = blocks.partition_point(|block| block.span.end <= quantity.span.start);
        let is_item = |at: &usize| {
            let kind = blocks.get(*at).map(|block| &block.kind);
            matches!(kind, Some(BlockKind::ListItem | BlockKind::Table))
        };
        let opening =
            (0..at).rev().take(LIST).find(|before| !is_item(before)).filter(|_| is_item(&at))?;
        let line = blocks[opening].span;
        let opens = self.view.folded_words(line).trim_end().ends_with(':');
        self.within(line).last().filter(|_| opens).copied()
    }

    /// The count of the sick, the dead or the damage goes on from one paragraph to the next.
    fn going_on(&self, quantity: &Quantity, sentence: usize) -> Option<&'a Time> {
        if !GOING_ON.contains(&quantity.metric.as_deref()?)
            || matches!(quantity.aspect.as_deref(), Some("target" | "planned" | "capacity"))
        {
            return None;
        }
        let blocks = self.view.blocks;
        let at = blocks.partition_point(|block| block.span.end <= quantity.span.start);
        let text = |kind: &BlockKind| {
            matches!(
                kind,
                BlockKind::Paragraph
                    | BlockKind::Description
                    | BlockKind::Dateline
                    | BlockKind::ListItem
            )
        };
        let above = blocks[..at.min(blocks.len())].iter().rev().filter(|block| text(&block.kind));
        let from = above.take(2).last()?.span.start;
        let start = self.view.sentences[sentence].span.start;
        let plain = |time: &&&Time| !begins_with(self.view.folded_words(time.span), "period");
        self.within(Span::new(from, start)).iter().rev().find(plain).copied()
    }
}
