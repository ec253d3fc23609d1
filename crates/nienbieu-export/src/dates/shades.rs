use nienbieu_model::{Event, Record, Time};

use super::Shades;

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
