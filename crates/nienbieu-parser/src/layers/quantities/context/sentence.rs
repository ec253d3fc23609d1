//! The time of a figure's own sentence that the figure holds for.

use nienbieu_model::{Quantity, Span, Time, TimeClass};

use super::{
    as_of::Dates,
    clause::{begins_with, ends_in, is_parted, last, tail},
    lead,
};

/// Bytes before a bracket in which the time may stand that it explains.
const EXPLAINED: usize = 60;

impl<'a> Dates<'a> {
    /// The time that governs a figure in its sentence: right behind it, beside it in its clause, else the last
    /// before it, else the only one there is. A term or a plan dates a figure where it opens the sentence or the
    /// clause, or stands right before the figure.
    pub(super) fn in_sentence(&self, quantity: &Quantity, sentence: Span) -> Option<&'a Time> {
        if let Some(time) = self.of_bracket(quantity.span, sentence) {
            return Some(time);
        }
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
        let stands = |time: &&&Time| !self.is_aside(time, span);
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
        let due =
            |time: &Time| lead::is_aim(quantity) && time.modifier.as_deref() == Some("BEFORE");
        let after = after.filter(|time| {
            let between = words(span.end, time.span.start);
            time.class != TimeClass::Vague && (due(time) || last(between, "elsewhere").is_none())
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
        // "báo cáo trước ngày 20/3; kéo 22 km đường ống, xong trước 30/4": each part of an order has its own day.
        let parted = |from, to| words(from, to).contains(';');
        let own = after.filter(|time| {
            let between = words(span.end, time.span.start);
            (lead::is_aim(quantity) || time.modifier.as_deref() == Some("BEFORE"))
                && !between.contains(';')
                && !ends_in(between, "anew")
                && before.is_none_or(|time| parted(time.span.end, span.start))
        });
        let behind = behind.or(own);
        let close = behind.or(joined_plain).or(joined_after).or(opened);
        close.or(before).or(joined).or(only).copied()
    }

    /// "so với đợt dịch cuối năm 2007 (112 ca)": what stands in brackets behind a time is of that time.
    fn of_bracket(&self, figure: Span, sentence: Span) -> Option<&'a Time> {
        let from = sentence.start.max(figure.start.saturating_sub(EXPLAINED));
        let from = self.view.text.ceil_char_boundary(from);
        let lead = self.view.words(Span::new(from, figure.start));
        let open = lead.rfind('(').filter(|open| !lead[*open..].contains(')'))?;
        let stands = |time: &&Time| {
            let gap = self.view.words(Span::new(time.span.end, from + open));
            time.span.end <= from + open
                && time.edtf.is_some()
                && gap.split_whitespace().count() <= 2
        };
        self.view.times_in(Span::new(from, from + open)).filter(stands).last()
    }

    /// "11 ca ngày 5/2": nothing but a preposition stands between.
    fn is_right_behind(&self, time: &Time, figure: Span) -> bool {
        let between = self.view.folded_words(Span::new(figure.end, time.span.start)).trim();
        between.is_empty() || begins_with(between, "on") && !between.contains(' ')
    }

    /// Whether a time stands in brackets that the figure stands outside of: "tỉnh (sáp nhập từ 1/7) có 65 xã".
    /// A day in brackets behind another time says which days are meant: "kỳ nghỉ (1 - 3/1)".
    fn is_aside(&self, time: &Time, figure: Span) -> bool {
        let explains = |other: &Time| {
            let gap = Span::new(other.span.end, time.span.start);
            let gap = self.view.folded_words(gap).strip_suffix('(').unwrap_or(",");
            other.span.end < time.span.start
                && gap.split_whitespace().count() <= 3
                && !is_parted(gap)
        };
        let reach = Span::new(time.span.start.saturating_sub(EXPLAINED), time.span.start);
        let between = self.view.folded_words(Span::new(time.span.end, figure.start));
        let closes = |open, close| match (between.find(close), between.find(open)) {
            (Some(at), Some(opened)) => at < opened,
            (closed, _) => closed.is_some(),
        };
        closes('(', ')') && !self.view.times_in(reach).any(explains)
    }

    /// Whether a time opens its sentence, behind a dateline or a preposition at most.
    pub(super) fn opens(&self, time: &Time, sentence: Span) -> bool {
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
