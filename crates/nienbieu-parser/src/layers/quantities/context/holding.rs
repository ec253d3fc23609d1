//! What a figure takes from the time that dates it.

use nienbieu_model::{Quantity, Span, Time, TimeClass, TimeType};

use super::{
    super::groups::is_of,
    as_of::Dates,
    clause::{begins_with, ends_in, last as last_of},
};

/// Times of a list on either side of one that are looked at.
const LIST: usize = 16;

impl Dates<'_> {
    /// Dates a figure by the day of publication, where that is one day.
    pub(super) fn publish(&self, quantity: &mut Quantity) {
        quantity.edtf = self.published.map(str::to_owned);
        quantity.time_basis =
            Some(if self.published.is_some() { "published" } else { "none" }.into());
    }

    /// Dates a figure by a time.
    pub(super) fn take(&self, quantity: &mut Quantity, time: &Time, basis: &'static str) {
        quantity.time = Some(time.id.clone());
        quantity.time_basis = Some(basis.into());
        if quantity.aspect.is_none() && adds_up(quantity) && self.runs(time) {
            quantity.aspect = Some("cumulative".into());
        }
        quantity.edtf = match quantity.aspect.as_deref() {
            Some("stock") => self.end_of(time),
            Some("target" | "planned")
                if ends_in(self.view.words_before(time.span), "due")
                    || self.view.folded_words(time.span).starts_with("hết ") =>
            {
                time.latest.clone().or_else(|| time.edtf.clone())
            }
            _ => self
                .of_all(time)
                .or_else(|| self.since(quantity, time))
                .or_else(|| self.up_to_now(time)),
        };
    }

    /// "từ đầu năm đến nay", "6 tháng đầu năm": what is counted over such a stretch is its sum.
    fn runs(&self, time: &Time) -> bool {
        let words = self.view.folded_words(time.span);
        let from = time.kind == TimeType::Interval && !begins_with(words, "period");
        from && ends_in(words, "until") || last_of(words, "so_far").is_some()
    }

    /// "ngày 19 và 27/8", "hai năm 2021, 2022": what is told of a list of times is of all of them.
    pub(super) fn of_all(&self, time: &Time) -> Option<String> {
        let listed = |time: &Time| time.rule.ends_with("_list");
        let at =
            self.times.binary_search_by_key(&time.span.start, |other| other.span.start).ok()?;
        let joins = |one: &Time, next: &Time| {
            let between = self.view.folded_words(Span::new(one.span.end, next.span.start));
            listed(one) && listed(next) && matches!(between.trim(), "," | "và" | ";" | ", và")
        };
        let from = at.saturating_sub(LIST);
        let earlier =
            self.times[from..=at].windows(2).rev().take_while(|pair| joins(pair[0], pair[1]));
        let later =
            self.times[at..].windows(2).take(LIST).take_while(|pair| joins(pair[0], pair[1]));
        let (first, last) = (at - earlier.count(), at + later.count());
        if first == last {
            return None;
        }
        let (first, last) = (self.times[first].edtf.as_deref()?, self.times[last].edtf.as_deref()?);
        Some(format!("{first}/{last}"))
    }

    /// "kể từ đầu năm 2022": what is counted from a day on is counted up to that of publication.
    fn since(&self, quantity: &Quantity, time: &Time) -> Option<String> {
        let before = self.view.words_before(time.span);
        let open = time.kind != TimeType::Interval && ends_in(before, "since_day");
        let (begin, day) =
            time.edtf.as_deref().zip(self.published).filter(|_| open && adds_up(quantity))?;
        let begun = time.earliest.as_deref().is_some_and(|earliest| earliest < day);
        (begun && !begin.contains('/')).then(|| format!("{begin}/{day}"))
    }

    /// What is counted in a period that goes on is counted up to the day of publication.
    fn up_to_now(&self, time: &Time) -> Option<String> {
        let edtf = time.edtf.as_deref()?;
        let begun = edtf.strip_suffix("/..").filter(|_| time.class == TimeClass::NamedPeriod);
        let (Some(begin), Some(day)) = (begun, self.published) else {
            return Some(edtf.to_owned());
        };
        Some(format!("{begin}/{day}"))
    }

    /// What is in force is so at the end of the stretch that is spoken of.
    fn end_of(&self, time: &Time) -> Option<String> {
        if time.class == TimeClass::NamedPeriod {
            return self.published.map(str::to_owned);
        }
        let edtf = time.edtf.as_deref()?;
        match (&time.kind, edtf.rsplit_once('/')) {
            (TimeType::Interval, Some((_, end))) if !matches!(end, "" | "..") => {
                Some(end.to_owned())
            }
            _ => Some(edtf.to_owned()),
        }
    }
}

/// Whether figures of the kind can be summed: a height, a share or a price cannot.
pub(super) fn adds_up(quantity: &Quantity) -> bool {
    quantity.number.is_some() && !is_of(quantity.metric.as_deref(), "state")
}
