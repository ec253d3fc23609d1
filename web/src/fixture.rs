//! Small records for tests.

use nienbieu_model::{
    Block, BlockKind, Citation, CitationForm, Directive, Disease, Event, Grain, Issuer, NumberSpan,
    Organization, Patient, Person, PersonRole, Place, PlaceStatus, Quantity, Record, Span,
    SpannedText, Time, TimeClass, TimeType, Title,
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

/// Two events with everything that can hang on them.
pub(crate) const LAYERED: &str = "Tỉnh Điện Biên chống sởi\n\
    Ngày 24/7/2021, Điện Biên ghi nhận 12 ca mắc mới sởi, 3 ca tử vong.\n\
    Ông Lò Văn Páo, Phó Chủ tịch UBND huyện Mường Nhé, ký Công văn số 36/UBND-VX gửi Sở Y tế, \
    giao phun hoá chất tại 320 hộ dân quanh nhà BN15.\n";

/// The record of [`LAYERED`].
pub(crate) fn layered() -> Record {
    let span = |words: &str| {
        let start = LAYERED.rfind(words).expect("words of the text");
        Span::new(start, start + words.len())
    };
    let mut record = record(LAYERED);
    let date = span("Ngày 24/7/2021");
    let mut time = time("t1", date.start, date.end, Some("2021-07-24"));
    time.text = "Ngày 24/7/2021".into();
    record.times = vec![time];
    record.quantities = vec![
        Quantity {
            aspect: Some("new".into()),
            disease: Some("d2".into()),
            place: Some("l1".into()),
            place_code: Some("VN-71".into()),
            place_basis: Some("stated".into()),
            ..figure("q1", span("12 ca mắc mới"), 12.0, "ca", "cases_new")
        },
        figure("q2", span("3 ca tử vong"), 3.0, "ca", "deaths"),
        Quantity { edtf: None, ..figure("q3", span("320 hộ dân"), 320.0, "hộ", "households") },
    ];
    record.citations = vec![paper(span("Công văn số 36/UBND-VX"))];
    record.people = vec![Person {
        id: "p1".into(),
        span: span("Lò Văn Páo"),
        name: "Lò Văn Páo".into(),
        titles: vec![Title {
            text: "Phó Chủ tịch".into(),
            span: span("Phó Chủ tịch"),
            organization: Some("o1".into()),
        }],
        role: Some(PersonRole::Signatory),
    }];
    record.organizations = vec![
        body("o1", span("UBND huyện Mường Nhé"), Some("Ủy ban nhân dân huyện Mường Nhé")),
        body("o2", span("Sở Y tế"), None),
    ];
    record.organizations[0].level = Some("district".into());
    record.organizations[0].place = Some("l2".into());
    record.places = vec![
        place("l1", span("Điện Biên"), "province", Some("VN-71")),
        place("l2", span("Mường Nhé"), "district", None),
    ];
    record.places[1].status = PlaceStatus::Ambiguous;
    record.places[1].candidates = vec!["VN-71 096".into(), "VN-71 097".into()];
    let first = LAYERED.find("sởi").expect("the title's disease");
    record.diseases =
        vec![disease("d1", Span::new(first, first + "sởi".len())), disease("d2", span("sởi"))];
    record.patients = vec![Patient {
        id: "n1".into(),
        span: span("BN15"),
        text: "BN15".into(),
        number: Some(15),
        numbers: Vec::new(),
    }];
    record.directives = vec![Directive {
        id: "i1".into(),
        span: span("phun hoá chất tại 320 hộ dân quanh nhà BN15"),
        marker: Some("1".into()),
        level: Some(1),
        parent: None,
        addressees: vec![SpannedText { text: "Sở Y tế".into(), span: span("Sở Y tế") }],
        deadline: Some("t1".into()),
        source: Some("c1".into()),
    }];
    record.events = vec![
        hung("e1", Some("2021-07-24"), "case_report", quote(LAYERED, "Ngày", "tử vong.")),
        hung("e2", None, "document_issued", quote(LAYERED, "Ông", "BN15.")),
    ];
    record.events[0].time = Some("t1".into());
    record.events[0].quantities = vec!["q1".into(), "q2".into()];
    record.events[0].place = Some("l1".into());
    record.events[0].diseases = vec!["d1".into()];
    record.events[1].quantities = vec!["q3".into()];
    record.events[1].citations = vec!["c1".into()];
    record.events[1].actors = vec!["p1".into(), "o1".into()];
    record.events[1].place = Some("l2".into());
    record.events[1].directives = vec!["i1".into()];
    record
}

fn quote(text: &str, from: &str, to: &str) -> Span {
    let start = text.find(from).expect("where it begins");
    let end = text.rfind(to).expect("where it ends") + to.len();
    Span::new(start, end)
}

fn hung(id: &str, edtf: Option<&str>, kind: &str, quote: Span) -> Event {
    Event { kind: kind.into(), ..event(id, edtf, quote.start, quote.end) }
}

fn figure(id: &str, span: Span, value: f64, unit: &str, metric: &'static str) -> Quantity {
    Quantity {
        id: id.into(),
        span,
        text: span.of(LAYERED).unwrap_or_default().into(),
        number: Some(NumberSpan { span }),
        value,
        max: None,
        comparator: "eq".into(),
        comparator_text: None,
        unit: Some(unit.into()),
        metric: Some(metric.into()),
        aspect: None,
        population: None,
        disease: None,
        time: Some("t1".into()),
        edtf: Some("2021-07-24".into()),
        time_basis: Some("stated".into()),
        place: None,
        place_code: None,
        place_basis: None,
        part_of: None,
        rule: "count".into(),
    }
}

fn paper(span: Span) -> Citation {
    Citation {
        id: "c1".into(),
        span,
        text: span.of(LAYERED).unwrap_or_default().into(),
        kind: Some("Công văn".into()),
        identifier: Some("36/UBND-VX".into()),
        number: Some("36".into()),
        year: None,
        type_code: None,
        issuer_code: Some("UBND".into()),
        unit_code: Some("VX".into()),
        issuer: Some(Issuer {
            decoded: Some("Ủy ban nhân dân".into()),
            stated: Some("UBND huyện Mường Nhé".into()),
            conflict: true,
        }),
        date: None,
        about: None,
        form: CitationForm::Full,
        refers_to: None,
    }
}

fn body(id: &str, span: Span, name: Option<&str>) -> Organization {
    Organization {
        id: id.into(),
        span,
        text: span.of(LAYERED).unwrap_or_default().into(),
        name: name.map(str::to_owned),
        abbreviation: None,
        level: None,
        place: None,
    }
}

fn place(id: &str, span: Span, level: &str, code: Option<&str>) -> Place {
    let text = span.of(LAYERED).unwrap_or_default().to_owned();
    Place {
        id: id.into(),
        span,
        name: Some(text.clone()),
        text,
        level: Some(level.into()),
        code: code.map(str::to_owned),
        parent: None,
        status: PlaceStatus::Resolved,
        candidates: Vec::new(),
    }
}

fn disease(id: &str, span: Span) -> Disease {
    let text = span.of(LAYERED).unwrap_or_default().to_owned();
    Disease { id: id.into(), span, name: text.clone(), text, icd10: Some("B05".into()) }
}
