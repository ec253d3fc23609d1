//! Where an event lies on the calendar.

use nienbieu_model::Event;

use crate::moment::{DAY, Moment, read};

/// From the first moment of its bounds to the one behind the last; what is not known is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) begin: Option<Moment>,
    /// Exclusive.
    pub(crate) end: Option<Moment>,
    /// Whether one of the bounds has a clock time.
    pub(crate) is_timed: bool,
}

impl Extent {
    pub(crate) fn of(event: &Event) -> Self {
        let bound = |bound: &Option<String>| bound.as_deref().and_then(read);
        let (first, last) = (bound(&event.earliest), bound(&event.latest));
        let end = last.and_then(|(last, timed)| {
            let unit = if timed { 1 } else { DAY };
            last.plus(unit)
        });
        let is_timed = [first, last].into_iter().flatten().any(|(_, timed)| timed);
        let extent = Self { begin: first.map(|(first, _)| first), end, is_timed };
        // Bounds that stand the wrong way round place nothing.
        if extent.begin.zip(end).is_some_and(|(begin, end)| end <= begin) {
            return Self::default();
        }
        extent
    }

    /// The last day or second within.
    pub(crate) fn last(&self) -> Option<Moment> {
        self.end?.plus(if self.is_timed { -1 } else { -DAY })
    }

    /// Whether it has a place at all.
    pub(crate) const fn is_placed(&self) -> bool {
        self.begin.is_some() || self.end.is_some()
    }
}

#[cfg(test)]
mod tests {
    use nienbieu_model::{EventKind, Span};

    use super::*;

    fn moment(text: &str) -> Option<Moment> {
        read(text).map(|(moment, _)| moment)
    }

    fn extent(earliest: Option<&str>, latest: Option<&str>) -> Extent {
        let event = Event::new(EventKind::Meeting, Span::default());
        let own = |bound: Option<&str>| bound.map(str::to_owned);
        Extent::of(&Event { earliest: own(earliest), latest: own(latest), ..event })
    }

    #[test]
    fn the_last_bound_is_within() {
        let day = extent(Some("2021-07-24"), Some("2021-07-24"));
        assert_eq!(day.begin, moment("2021-07-24"));
        assert_eq!(day.end, moment("2021-07-25"));
        assert!(!day.is_timed);
        let hour = extent(Some("2021-07-24T18:00:00"), Some("2021-07-24T18:59:59"));
        assert_eq!(hour.end, moment("2021-07-24T19"));
        assert!(hour.is_timed);
    }

    #[test]
    fn what_is_no_bound_is_open() {
        assert_eq!(extent(Some("2021-07-24"), None).end, None);
        for (earliest, latest) in
            [(None, None), (Some("hôm qua"), Some("")), (Some("2021-07-24"), Some("2021-07-20"))]
        {
            assert!(!extent(earliest, latest).is_placed(), "{earliest:?} {latest:?}");
        }
        assert_eq!(extent(None, Some("9999-12-31")).end, None);
    }
}
