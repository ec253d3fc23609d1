//! What no time near it dates holds when the article's lead says: an article tells of one day, or of one
//! stretch that it sums up.

use nienbieu_model::{BlockKind, Quantity, Time, TimeClass};

use super::{
    super::groups::is_of,
    as_of::{Dates, Held},
    clause::{begins_with, ends_in},
};

/// What the lead of an article tells of.
#[derive(Clone, Copy, Default)]
pub(super) struct Lead<'a> {
    /// The first time that it tells.
    first: Option<&'a Time>,
    /// The first season, term or plan that it tells.
    period: Option<&'a Time>,
    /// The time up to which the article counts: "tính đến 16 giờ ngày 22/7".
    cut_off: Option<&'a Time>,
}

impl<'a> Dates<'a> {
    /// The time that the lead tells of, for a figure that no time is said of. What is in force is so on the
    /// day of publication, where that is known; a goal, or what a thing measures, is one of the season or the
    /// plan that is told of.
    pub(super) fn of_lead(&self, quantity: &Quantity) -> Option<Held<'a>> {
        let is_stock = quantity.aspect.as_deref() == Some("stock") && self.published.is_some();
        let lead = if is_of_its_day(quantity) { self.lead.first } else { self.lead.period };
        let lead = lead.filter(|_| !is_stock)?;
        // "Trong hai ngày 8 và 9/4": what is told up to the day of writing holds on it.
        let up_to_now =
            self.of_all(lead).zip(self.published).is_some_and(|(e, day)| e.ends_with(day));
        Some(if up_to_now { Held::Published } else { Held::Of(lead) })
    }

    /// The time up to which a report counts, for what it counts: the sick, the dead, the damage.
    pub(super) fn counted_up_to(&self, quantity: &Quantity) -> Option<&'a Time> {
        let metric = quantity.metric.as_deref();
        let counted = is_of(metric, "going_on") || is_of(metric, "tallied");
        let is_stock = quantity.aspect.as_deref() == Some("stock") && self.published.is_some();
        self.lead.cut_off.filter(|_| counted && !is_stock && !is_aim(quantity))
    }

    /// The one time up to which the article says that it counts.
    fn cut_off(&self) -> Option<&'a Time> {
        let counts = |time: &&&Time| ends_in(self.view.words_before(time.span), "cut_off");
        let mut found = self.times.iter().filter(counts);
        let first = found.next()?;
        found.all(|other| other.edtf == first.edtf).then_some(*first)
    }

    /// What stands above the text, and its first line.
    pub(super) fn lead_of(&self) -> Lead<'a> {
        use BlockKind::{Dateline, Description, Paragraph, Title};
        let blocks = self.view.blocks;
        let Some(first) = blocks.iter().position(|b| matches!(b.kind, Dateline | Paragraph)) else {
            return Lead::default();
        };
        let times = |kinds: &'static [BlockKind]| {
            let above = blocks[..first].iter().filter(|block| kinds.contains(&block.kind));
            let lines = above.chain([&blocks[first]]);
            lines.flat_map(|line| self.within(line.span)).copied()
        };
        let begins = |time: &&Time, class| begins_with(self.view.folded_words(time.span), class);
        let told = |time: &&Time| time.class == TimeClass::Core && !begins(time, "term");
        Lead {
            first: times(&[Description]).find(told),
            cut_off: self.cut_off(),
            period: times(&[Title, Description])
                .find(|t| begins(t, "period") && !begins(t, "term")),
        }
    }
}

/// Whether a figure is aimed at rather than counted.
pub(super) fn is_aim(quantity: &Quantity) -> bool {
    matches!(quantity.aspect.as_deref(), Some("target" | "planned" | "capacity"))
}

/// Whether a figure is told of something: a goal has its own day, and a fever above 39 degrees is anybody's.
pub(super) fn is_told(quantity: &Quantity) -> bool {
    !is_aim(quantity) && !is_of(quantity.metric.as_deref(), "anytime")
}

/// Whether a figure is one of the day that is told of: a goal has a day of its own, and what a thing
/// measures does not change from day to day.
fn is_of_its_day(quantity: &Quantity) -> bool {
    let metric = quantity.metric.as_deref();
    let measures = is_of(metric, "lasting") && !is_of(metric, "summed");
    !is_aim(quantity) && !measures
}
