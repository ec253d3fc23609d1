//! The time of a figure's own sentence that the figure holds for.

use nienbieu_model::{Quantity, Span, Time, TimeClass};

use super::{
    as_of::Dates,
    clause::{begins_with, ends_in, is_parted, last, tail},
    lead,
};

impl<'a> Dates<'a> {
    /// The time that governs a figure in its sentence: right behind it, beside it in its clause, else the last
    /// before it, else the only one there is. A term or a plan dates a figure where it opens the sentence or the
    /// clause, or stands right before the figure.
    pub(super) fn in_sentence(&self, quantity: &Quantity, sentence: Span) -> Option<&'a Time> {
        let span = quantity.span;
        let words = |from: usize, to: usize| self.view.folded_words(Span::new(from, to));
        let near = self.within(sentence);
        let opening = near.first().filter(|time| self.opens(time, sentence)).copied();
        let is_opening = |time: &Time| opening.is_some_and(|first| first.id == time.id);
        let plain = |time: &&&Time| {
            is_opening(time)
                || !begins_with(self.view.folded_words(time.span), "period")
                || self.opens_clause(time, sentence)
        };
        let stands = |time: &&&Time| !self.is_aside(time, span, near);
        let mut earlier =
            near.iter().rev().filter(stands).filter(|time| time.span.end <= span.start);
        // What is denied is denied of all that is spoken of, not of the day of what stands beside it.
        let denied = |words: &str| quantity.number.is_none() && words.contains(" và ");
        let joined = earlier.clone().next().filter(|time| {
            let between = words(time.span.end, span.start);
            !is_parted(between) && !denied(between)
        });
        // "thông tuyến trước ngày 25/11; hỗ trợ mỗi hộ 5 triệu đồng": a time by which something is due holds for
        // its own clause.
        let holds = |time: &&&Time| plain(time) && time.modifier.as_deref() != Some("BEFORE");
        let before = earlier.find(holds);
        let after = near.iter().filter(plain).find(|time| time.span.start >= span.end);
        let after = after.filter(|time| {
            time.class != TimeClass::Vague
                && last(words(span.end, time.span.start), "elsewhere").is_none()
        });
        let behind = after.filter(|time| self.is_right_behind(time, span));
        let joined_after = after.filter(|time| {
            let between = words(span.end, time.span.start);
            !is_parted(between) && !ends_in(between, "anew")
        });
        let only = after.filter(|time| {
            let between = words(span.end, time.span.start);
            let apart = between.contains(';') && !lead::is_aim(quantity);
            near.len() == 1 && !apart && !ends_in(between, "anew")
        });
        let joined_plain = joined.filter(plain);
        let beside = before.filter(|time| denied(words(time.span.end, span.start)));
        let opened = beside.and(opening.as_ref());
        let close = behind.or(joined_plain).or(joined_after).or(opened);
        close.or(before).or(joined).or(only).copied()
    }

    /// "11 ca ngày 5/2": nothing but a preposition stands between.
    fn is_right_behind(&self, time: &Time, figure: Span) -> bool {
        let between = self.view.folded_words(Span::new(figure.end, time.span.start)).trim();
        between.is_empty() || begins_with(between, "on") && !between.contains(' ')
    }

    /// Whether a time stands in brackets that the figure stands outside of: "tỉnh (sáp nhập từ 1/7) có 65 xã".
    /// A day in brackets behind another time says which days are meant: "kỳ nghỉ (1 - 3/1)".
    fn is_aside(&self, time: &Time, figure: Span, near: &[&Time]) -> bool {
        let explains = |other: &&Time| {
            let between = Span::new(other.span.end, time.span.start);
            other.span.end < time.span.start && self.view.folded_words(between).trim() == "("
        };
        let between = self.view.folded_words(Span::new(time.span.end, figure.start));
        let closes = |open, close| match (between.find(close), between.find(open)) {
            (Some(at), Some(opened)) => at < opened,
            (closed, _) => closed.is_some(),
        };
        closes('(', ')') && !near.iter().any(explains)
    }

    /// Whether a time opens its sentence, behind a dateline or a preposition at most.
    fn opens(&self, time: &Time, sentence: Span) -> bool {
        let lead = self.view.folded_words(Span::new(sentence.start, time.span.start));
        let lead = lead.rsplit([')', '-']).next().unwrap_or_default();
        lead.split_whitespace().count() <= 2
    }

    /// Whether a time opens its clause: "…; giai đoạn 2018-2022 là 19 ca".
    fn opens_clause(&self, time: &Time, sentence: Span) -> bool {
        let lead = tail(self.view.folded_words(Span::new(sentence.start, time.span.start)));
        let lead = lead.trim();
        let prefaced = |class| ends_in(lead, class) && lead.split_whitespace().count() <= 2;
        let is_term = begins_with(self.view.folded_words(time.span), "term");
        !is_term && (lead.is_empty() || prefaced("anew") || prefaced("on"))
    }
}
