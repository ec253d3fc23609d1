use nienbieu_export::dates::{Shades, shades};
use nienbieu_model::{Event, Record, Span};

/// Events under one date.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<'r> {
    /// The date; none for what is undated.
    pub edtf: Option<&'r str>,
    /// What the words say beside it.
    pub shades: Shades<'r>,
    /// The events, in the record's order.
    pub events: Vec<&'r Event>,
}

/// The timeline, cut where the date changes. The undated stay at the end.
#[must_use]
pub fn groups<'r>(record: &'r Record, events: &[&'r Event]) -> Vec<Group<'r>> {
    let (dated, undated): (Vec<&Event>, Vec<&Event>) =
        events.iter().partition(|e| e.edtf.is_some());
    let date = |event: &'r Event| (event.edtf.as_deref(), shades(record, event));
    let group = |events: &[&'r Event]| {
        let (edtf, shades) = date(events[0]);
        Group { edtf, shades, events: events.to_vec() }
    };
    let undated = (!undated.is_empty()).then_some(&undated[..]);
    dated.chunk_by(|a, b| date(a) == date(b)).chain(undated).map(group).collect()
}

/// The stretch of the text that an article takes: all of its blocks, or all of the text where it
/// has none.
#[must_use]
pub fn extent(record: &Record, text: &str) -> Span {
    let start = record.blocks.iter().map(|block| block.span.start).min();
    let end = record.blocks.iter().map(|block| block.span.end).max();
    start.zip(end).map_or(Span::new(0, text.len()), |(start, end)| {
        let line_start =
            text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        Span::new(line_start, end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{event, record, time};

    #[test]
    fn equal_dates_share_a_group_and_the_undated_come_last() {
        let events = [
            event("e1", Some("2021-07"), 0, 1),
            event("e2", None, 0, 1),
            event("e3", Some("2021-07"), 0, 1),
            event("e4", Some("2021-08"), 0, 1),
        ];
        let record = record("x");
        let shown: Vec<_> = groups(&record, &events.iter().collect::<Vec<_>>())
            .iter()
            .map(|g| (g.edtf, g.events.iter().map(|e| e.id.as_str()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            shown,
            [
                (Some("2021-07"), vec!["e1", "e3"]),
                (Some("2021-08"), vec!["e4"]),
                (None, vec!["e2"]),
            ]
        );
        assert!(groups(&record, &[]).is_empty());
    }

    #[test]
    fn the_middle_of_a_month_is_not_the_month() {
        let mut record = record("x");
        record.times = vec![time("t1", 0, 1, Some("2020-06")), time("t2", 0, 1, Some("2020-06"))];
        record.times[1].modifier = Some("MID".into());
        record.events =
            vec![event("e1", Some("2020-06"), 0, 1), event("e2", Some("2020-06"), 0, 1)];
        record.events[0].time = Some("t1".into());
        record.events[1].time = Some("t2".into());
        let groups = groups(&record, &record.events.iter().collect::<Vec<_>>());
        assert_eq!(groups.iter().map(|g| g.shades.own).collect::<Vec<_>>(), [None, Some("MID")]);
    }

    #[test]
    fn an_interval_takes_the_shades_of_its_ends_where_they_are_its_ends() {
        let mut record = record("x");
        record.times = vec![
            time("t1", 0, 1, Some("2021-06/2021-07-31")),
            time("t2", 0, 1, Some("2021-06")),
            time("t3", 0, 1, Some("2021-07")),
        ];
        record.times[0].begin = Some("t2".into());
        record.times[0].end = Some("t3".into());
        record.times[1].modifier = Some("MID".into());
        record.times[2].modifier = Some("END".into());
        let mut dated = event("e1", Some("2021-06/2021-07-31"), 0, 1);
        dated.time = Some("t1".into());
        let found = Shades { own: None, begin: Some("MID"), end: None };
        assert_eq!(shades(&record, &dated), found);
        dated.edtf = Some("2021".into());
        assert_eq!(shades(&record, &dated), Shades::default());
    }

    #[test]
    fn an_article_takes_the_lines_of_its_blocks() {
        let text = "một\n  hai\nba";
        let mut part = record(text);
        assert_eq!(extent(&part, text), Span::new(0, text.len()));
        part.blocks.retain(|block| block.span.of(text) == Some("hai"));
        assert_eq!(extent(&part, text).of(text), Some("  hai"));
    }
}
