//! What no time near it dates holds when the article's lead says: an article tells of one day, or of one
//! stretch that it sums up.

use nienbieu_model::{BlockKind, Quantity, Time, TimeClass};

use super::{super::groups::is_of, as_of::Dates, clause::begins_with};

impl<'a> Dates<'a> {
    /// The time that the lead tells of, for a count that no time is said of. What is in force is so on the
    /// day of publication, where that is known.
    pub(super) fn of_lead(&self, quantity: &Quantity) -> Option<&'a Time> {
        let is_stock = quantity.aspect.as_deref() == Some("stock") && self.published.is_some();
        self.lead.filter(|_| !is_stock && is_of_its_day(quantity))
    }

    /// The first time that the lead tells: what stands above the text, and its first line.
    pub(super) fn lead_of(&self) -> Option<&'a Time> {
        use BlockKind::{Dateline, Description, Paragraph};
        let blocks = self.view.blocks;
        let first = blocks.iter().position(|block| matches!(block.kind, Dateline | Paragraph))?;
        let above = blocks[..first].iter().filter(|block| block.kind == Description);
        let told = |time: &&&Time| {
            let words = self.view.folded_words(time.span);
            time.class == TimeClass::Core && !begins_with(words, "term")
        };
        let mut lead = above.chain([&blocks[first]]);
        lead.find_map(|line| self.within(line.span).iter().find(told)).copied()
    }
}

/// Whether a figure is one of the day that is told of: a goal has a day of its own, and what a thing
/// measures holds for no day.
pub(super) fn is_of_its_day(quantity: &Quantity) -> bool {
    let metric = quantity.metric.as_deref();
    let aims = matches!(quantity.aspect.as_deref(), Some("target" | "planned" | "capacity"));
    let measures = is_of(metric, "lasting") && !is_of(metric, "summed");
    !aims && !measures
}
