use nienbieu_model::{Event, Quantity, Record};

use super::named::Named;
use crate::{
    layers::{Item, items_of},
    text::plain,
};

/// What is shown of the shown article; the conditions combine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Events of this kind.
    pub kind: Option<String>,
    /// What is tied to a place that goes by these words; diacritics and case do not count.
    pub place: String,
    /// Figures of this metric, and events that have one.
    pub metric: Option<String>,
}

impl Filter {
    /// Whether it leaves nothing out.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.kind.is_none() && self.metric.is_none() && plain(&self.place).is_empty()
    }

    /// The events that it keeps.
    #[must_use]
    pub fn events<'r>(&self, record: &'r Record) -> Vec<&'r Event> {
        let place = Named::new(record, &self.place);
        record.events.iter().filter(|event| self.keeps_event(record, event, &place)).collect()
    }

    /// The figures that it keeps. A figure has no kind.
    #[must_use]
    pub fn figures<'r>(&self, record: &'r Record) -> Vec<Item<'r>> {
        let place = Named::new(record, &self.place);
        let kept = record.quantities.iter().filter(|f| self.has_metric(f) && place.holds(f));
        kept.map(Item::Figure).collect()
    }

    fn keeps_event(&self, record: &Record, event: &Event, place: &Named<'_>) -> bool {
        let kind = self.kind.as_deref().is_none_or(|kind| event.kind.as_str() == kind);
        let metric = || {
            self.metric.is_none() || figures(record, event).any(|figure| self.has_metric(figure))
        };
        kind && metric() && place.sees(record, event)
    }

    fn has_metric(&self, figure: &Quantity) -> bool {
        self.metric.as_deref().is_none_or(|metric| figure.metric.as_deref() == Some(metric))
    }
}

/// The figures that hang on an event.
pub(super) fn figures<'r>(
    record: &'r Record,
    event: &'r Event,
) -> impl Iterator<Item = &'r Quantity> {
    items_of(record, event).into_iter().filter_map(|item| match item {
        Item::Figure(figure) => Some(figure),
        _ => None,
    })
}

/// The kinds of a record's events, in order of first appearance, with how many there are.
#[must_use]
pub fn kinds(record: &Record) -> Vec<(String, usize)> {
    count(record.events.iter().map(|event| event.kind.as_str()))
}

/// The metrics of a record's figures, in order of first appearance, with how many there are.
#[must_use]
pub fn metrics(record: &Record) -> Vec<(String, usize)> {
    count(record.quantities.iter().filter_map(|figure| figure.metric.as_deref()))
}

fn count<'v>(values: impl Iterator<Item = &'v str>) -> Vec<(String, usize)> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value.to_owned(), 1)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    fn kept(filter: &Filter) -> Vec<String> {
        filter.events(&layered()).iter().map(|event| event.id.clone()).collect()
    }

    fn place(words: &str) -> Filter {
        Filter { place: words.into(), ..Filter::default() }
    }

    #[test]
    fn an_idle_filter_keeps_everything() {
        assert!(place(" ").is_idle());
        assert_eq!(kept(&place(" ")), ["e1", "e2"]);
    }

    #[test]
    fn places_are_found_without_diacritics_and_in_any_case() {
        for (words, expected) in [
            ("dien bien", vec!["e1"]),
            ("ĐIỆN", vec!["e1"]),
            ("muong nhe", vec!["e2"]),
            ("vn-71", vec!["e1"]),
            ("hà nội", vec![]),
        ] {
            assert_eq!(kept(&place(words)), expected, "{words}");
        }
    }

    #[test]
    fn a_place_within_is_found_by_the_one_around_it() {
        let mut record = layered();
        record.places[1].parent = Some("VN-71".into());
        assert_eq!(place("dien bien").events(&record).len(), 2);
    }

    #[test]
    fn a_place_that_lies_in_itself_ends() {
        let mut record = layered();
        record.places[0].parent = Some("VN-71".into());
        assert!(place("xyz").events(&record).is_empty());
    }

    #[test]
    fn conditions_combine() {
        let both = Filter {
            kind: Some("case_report".into()),
            metric: Some("deaths".into()),
            ..place("điện biên")
        };
        assert_eq!(kept(&both), ["e1"]);
        assert!(!both.is_idle());
        assert!(kept(&Filter { kind: Some("meeting".into()), ..both.clone() }).is_empty());
        assert!(kept(&Filter { metric: Some("households".into()), ..both }).is_empty());
    }

    #[test]
    fn figures_go_by_metric_and_place() {
        let ids = |filter: &Filter| {
            filter.figures(&layered()).iter().map(|f| f.id().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&place("dien bien")), ["q1"]);
        let filter = Filter {
            metric: Some("deaths".into()),
            kind: Some("meeting".into()),
            ..Filter::default()
        };
        assert_eq!(ids(&filter), ["q2"]);
    }

    #[test]
    fn what_can_be_chosen_is_what_is_there() {
        let record = layered();
        let pair = |name: &str| (name.to_owned(), 1);
        assert_eq!(kinds(&record), [pair("case_report"), pair("document_issued")]);
        assert_eq!(metrics(&record), [pair("cases_new"), pair("deaths"), pair("households")]);
    }
}
