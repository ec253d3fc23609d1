//! Small records for tests.

use nienbieu_model::{
    Block, BlockKind, Event, Grain, Record, Span, SpannedText, Time, TimeClass, TimeType,
};

/// A time at these bytes.
pub(crate) fn time(id: &str, start: usize, end: usize, edtf: Option<&str>) -> Time {
    let edtf = edtf.map(str::to_owned);
    let span = Span::new(start, end);
    let rule = "day_month_year".into();
    Time {
        id: id.into(),
        value: edtf.clone(),
        earliest: edtf.clone(),
        latest: edtf.clone(),
        edtf,
        grain: Some(Grain::Day),
        ..Time::new(TimeType::Date, TimeClass::Core, span, String::new(), rule)
    }
}

/// An event whose quote stands at these bytes.
pub(crate) fn event(id: &str, edtf: Option<&str>, start: usize, end: usize) -> Event {
    let edtf = edtf.map(str::to_owned);
    Event {
        id: id.into(),
        earliest: edtf.clone(),
        latest: edtf.clone(),
        edtf,
        ..Event::new("other".into(), Span::new(start, end))
    }
}

/// A record of this text: a title, then paragraphs.
pub(crate) fn record(text: &str) -> Record {
    let mut record = Record::new("sha256:00".into(), 1);
    record.text = Some(text.into());
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let span = Span::new(start, start + line.trim().len());
        at += line.len();
        if !span.is_empty() {
            let first = record.blocks.is_empty();
            let kind = if first { BlockKind::Title } else { BlockKind::Paragraph };
            record.blocks.push(Block { kind, span, marker: None, parent: None, reason: None });
        }
    }
    record.title = record.blocks.first().map(|block| SpannedText {
        text: block.span.of(text).unwrap_or_default().to_owned(),
        span: block.span,
    });
    record
}
