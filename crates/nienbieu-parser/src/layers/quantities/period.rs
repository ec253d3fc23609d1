//! The stretches of time that a sentence speaks of: what is counted over one adds up, what lies ahead
//! is planned.

use std::ops::Range;

use nienbieu_model::{Time, TimeType};

use super::guard::WORDS;
use crate::layers::View;

/// What the nearest time in front of a figure is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// A stretch longer than a week, begun before publication.
    Over,
    /// From an hour or day to the next.
    Day,
    /// One week.
    Week,
    /// Begins after publication.
    Ahead,
    Other,
}

/// The nearest time in front of a figure, those aside that others are compared with.
pub(super) fn before(
    view: &View<'_>,
    published: Option<&str>,
    stretch: Range<usize>,
) -> Option<Period> {
    let text = view.folded.as_str();
    let span = view.span(stretch.clone());
    let held = view.times_in(span).filter(|time| time.span.end <= span.end);
    let mut nearest: Option<&Time> = None;
    for time in held {
        let head = text.get(stretch.start..view.range(time.span).start).unwrap_or_default();
        // The ends of an interval stand inside it.
        let is_end = nearest.is_some_and(|last| time.span.end <= last.span.end);
        if !is_end && !WORDS.compared.end(head) {
            nearest = Some(time);
        }
    }
    nearest.map(|time| {
        let head = text.get(stretch.start..view.range(time.span).start).unwrap_or_default();
        let length = text.get(view.range(time.span)).unwrap_or_default();
        if is_within(head, length) && time.kind == TimeType::Duration {
            Period::Over
        } else {
            period(time, published)
        }
    })
}

/// What kind of stretch a time is.
fn period(time: &Time, published: Option<&str>) -> Period {
    let day = |bound: &Option<String>| {
        bound.as_deref().and_then(|bound| bound.get(..10)).map(str::to_owned)
    };
    let (earliest, latest) = (day(&time.earliest), day(&time.latest));
    let published = published.and_then(|day| day.get(..10));
    if let (Some(earliest), Some(published)) = (&earliest, published)
        && earliest.as_str() > published
    {
        return Period::Ahead;
    }
    match (earliest.as_deref().and_then(days), latest.as_deref().and_then(days)) {
        (Some(earliest), Some(latest)) => match latest.saturating_sub(earliest) {
            1 if time.kind == TimeType::Interval => Period::Day,
            0..6 => Period::Other,
            6 => Period::Week,
            _ => Period::Over,
        },
        // No year is known; but months are long.
        _ if is_stretch(time) && time.text.contains("tháng") => Period::Over,
        _ => Period::Other,
    }
}

/// `trong 3 tuần`, `chỉ trong vòng 2 tháng`: a length longer than a week that something happened in.
fn is_within(head: &str, length: &str) -> bool {
    let head = head.trim_end_matches(' ');
    let opens = ["trong", "trong vòng"].iter().any(|word| head.ends_with(word))
        || length.starts_with("trong ");
    let is_ahead = length.ends_with("tới");
    let weeks =
        length.contains("tuần") && !length.contains("1 tuần") && !length.contains("một tuần");
    opens && !is_ahead && (weeks || length.contains("tháng"))
}

/// Whether a time has a beginning and an end.
fn is_stretch(time: &Time) -> bool {
    time.kind == TimeType::Interval || time.edtf.as_ref().is_some_and(|edtf| edtf.contains('/'))
}

/// Days of a date, roughly: all months as long as the longest.
fn days(date: &str) -> Option<u32> {
    let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    Some((year * 12 + month) * 31 + day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read_times, text::Folded};

    fn nearest(text: &str) -> Option<Period> {
        let folded = Folded::for_times(text);
        let times = read_times(text, None);
        let view = View { text, folded: &folded, blocks: &[], sentences: &[], times: &times };
        before(&view, Some("2024-06-10"), 0..folded.as_str().len())
    }

    #[test]
    fn stretches() {
        assert_eq!(nearest("Từ ngày 2/3/2024 đến ngày 1/5/2024, tỉnh có "), Some(Period::Over));
        assert_eq!(nearest("Năm 2023, tỉnh có "), Some(Period::Over));
        assert_eq!(nearest("8 tháng đầu năm 2023, tỉnh có "), Some(Period::Over));
        assert_eq!(nearest("Năm 2025, tỉnh có "), Some(Period::Ahead));
        assert_eq!(nearest("Ngày 5/6/2024, so với năm 2023, có "), Some(Period::Other));
        assert_eq!(nearest("Tỉnh có "), None);
    }
}
