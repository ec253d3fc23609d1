use nienbieu_model::{Event, Record, Time};

use crate::dates::Shades;

/// What the words of an event's date say beside its value. What a time says goes with the time's own
/// value: an event may carry another, counted from it.
#[must_use]
pub fn shades<'r>(record: &'r Record, event: &Event) -> Shades<'r> {
    let (Some(time), Some(edtf)) = (record.time_of(event), event.edtf.as_deref()) else {
        return Shades::default();
    };
    if time.edtf.as_deref() == Some(edtf) { shades_of(record, time) } else { Shades::default() }
}

/// What a time's words say beside its value.
#[must_use]
pub fn shades_of<'r>(record: &'r Record, time: &'r Time) -> Shades<'r> {
    let halves = time.edtf.as_deref().and_then(|edtf| edtf.split_once('/'));
    let (begin, end) = halves.unzip();
    let of_end = |id: &Option<String>, value: Option<&str>| {
        let end = record.time(id.as_deref()?)?;
        end.modifier.as_deref().filter(|_| end.edtf.as_deref() == value)
    };
    Shades {
        own: time.modifier.as_deref(),
        begin: of_end(&time.begin, begin),
        end: of_end(&time.end, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{event, record, time};

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
}
