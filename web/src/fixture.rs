//! Small records for tests.

use nienbieu_model::{
    Block, BlockKind, Event, Grain, Record, Span, SpannedText, Time, TimeClass, TimeType,
};

/// A time at these bytes.
pub(crate) fn time(id: &str, start: usize, end: usize, edtf: Option<&str>) -> Time {
    Time {
        id: id.into(),
        span: Span::new(start, end),
        text: String::new(),
        kind: TimeType::Date,
        value: edtf.map(str::to_owned),
        modifier: None,
        quant: None,
        freq: None,
        edtf: edtf.map(str::to_owned),
        earliest: edtf.map(str::to_owned),
        latest: edtf.map(str::to_owned),
        grain: Some(Grain::Day),
        part_of_day: None,
        begin: None,
        end: None,
        anchor: None,
        components: None,
        class: TimeClass::Core,
        calendar: None,
        rule: "day_month_year".into(),
    }
}

/// An event whose quote stands at these bytes.
pub(crate) fn event(id: &str, edtf: Option<&str>, start: usize, end: usize) -> Event {
    Event {
        id: id.into(),
        kind: "other".into(),
        edtf: edtf.map(str::to_owned),
        earliest: edtf.map(str::to_owned),
        latest: edtf.map(str::to_owned),
        time: None,
        time_basis: None,
        place: None,
        quote: Span::new(start, end),
        actors: Vec::new(),
        quantities: Vec::new(),
        citations: Vec::new(),
        directives: Vec::new(),
        diseases: Vec::new(),
        modality: None,
        sources: Vec::new(),
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
