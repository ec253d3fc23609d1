use nienbieu_model::{
    Diagnostic, Event, Modality, Publication, PublicationStatus, Record, Severity, Span,
    SpannedText, Time, TimeClass, TimeType,
};

use super::*;

const TEXT: &str = "Huyện Tam Nông tiêm vắc xin mũi nhắc lại\n\n\
    Từ ngày 12/7 đến 18/7, các trạm y tế trong huyện tiêm vắc xin cho người trên 65 tuổi và người \
    có bệnh nền.\n\
    Sáng 24/7, huyện họp bàn kế hoạch tháng sau.\n\
    Trạm y tế xã Phú Cường mở cửa cả thứ bảy.\n";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn spanned(words: &str) -> SpannedText {
    SpannedText { text: words.into(), span: span(words) }
}

fn time(id: &str, words: &str) -> Time {
    let bare = Time::new(TimeType::Date, TimeClass::Core, span(words), words.into(), "test".into());
    Time { id: id.into(), ..bare }
}

fn event(kind: &str, edtf: Option<&str>, time: Option<&str>, quote: &str) -> Event {
    Event {
        id: "e".into(),
        edtf: edtf.map(Into::into),
        time: time.map(Into::into),
        time_basis: Some(if time.is_some() { "stated" } else { "inherited" }.into()),
        ..Event::new(kind.into(), span(quote))
    }
}

fn record() -> Record {
    let mut record = Record::new("sha256:0".into(), 2);
    record.source.name = Some("news/tam-nong.txt".into());
    record.text = Some(TEXT.into());
    record.title = Some(spanned("Huyện Tam Nông tiêm vắc xin mũi nhắc lại"));
    record.outlet = Some(spanned("Phú Cường"));
    record.published = Publication {
        edtf: Some("2022-07-24T18:05+07:00".into()),
        time_zone: Some("+07:00".into()),
        status: PublicationStatus::Stated,
        ..Publication::unknown()
    };
    let interval = "Từ ngày 12/7 đến 18/7";
    record.times = vec![time("t1", interval), time("t2", "Sáng 24/7")];
    let long = TEXT.lines().nth(2).unwrap();
    let meeting = "Sáng 24/7, huyện họp bàn kế hoạch tháng sau.";
    record.events = vec![
        event("measure", Some("2022-07-12/2022-07-18"), Some("t1"), long),
        event("meeting", Some("2022-07-24"), Some("t2"), meeting),
        Event {
            modality: Some(Modality::Planned),
            ..event("other", Some("2022-08"), None, meeting)
        },
        event("document_issued", None, None, "Trạm y tế xã Phú Cường mở cửa cả thứ bảy."),
    ];
    record.diagnostics = vec![Diagnostic {
        code: "weekday_mismatch".into(),
        severity: Severity::Warning,
        message: "the weekday does not fit the date".into(),
        span: Some(span("Sáng 24/7")),
    }];
    record
}

fn table(record: &Record, width: usize, color: bool) -> String {
    layers(record, &Layer::ALL, width, color)
}

fn layers(record: &Record, layers: &[Layer], width: usize, color: bool) -> String {
    let mut out = Vec::new();
    let mut table = Table::new(Look { color, width }, layers.into());
    table.record(&Selection::all(record), &mut out).unwrap();
    table.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn widest(table: &str) -> usize {
    table.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap()
}

#[test]
fn eighty_columns() {
    insta::assert_snapshot!(table(&record(), 80, false));
}

#[test]
fn a_hundred_and_forty_columns() {
    insta::assert_snapshot!(table(&record(), 140, false));
}

#[test]
fn colour_marks_the_words_without_brackets() {
    let shown = table(&record(), 140, true);
    assert!(shown.contains("\u{1b}[1m\u{1b}[4mSáng 24/7\u{1b}[0m, huyện họp"), "{shown}");
    assert!(!shown.contains('‹'));
}

#[test]
fn nothing_is_wider_than_the_terminal() {
    for width in 40..=140 {
        assert!(widest(&table(&record(), width, false)) <= width, "{width}");
    }
}

/// The same with one item of each layer and more.
fn layered() -> Record {
    let json = serde_json::json!({
        "quantities": [
            {"id": "q1", "span": span("65 tuổi"), "text": "65", "value": 65.0, "comparator": "gt",
             "comparator_text": "trên", "unit": "tuổi", "metric": "people", "aspect": "stock",
             "edtf": "2022-07", "time": "t1", "time_basis": "inherited", "place_code": "VN-45",
             "place_basis": "stated", "rule": "count"},
            {"id": "q2", "span": span("12/7"), "text": "1,2 triệu liều", "value": 1.2e6, "max": 2e6,
             "comparator": "range", "unit": "liều", "rule": "count"},
        ],
        "citations": [
            {"id": "c1", "span": span("Huyện"), "text": "Quyết định số 23/2021/QĐ-TTg",
             "kind": "Quyết định", "identifier": "23/2021/QĐ-TTg", "form": "full",
             "issuer": {"stated": "UBND tỉnh", "decoded": "Thủ tướng Chính phủ", "conflict": true}},
            {"id": "c2", "span": span("kế hoạch"), "text": "Quyết định", "form": "anaphor",
             "refers_to": "c1"},
        ],
        "people": [
            {"id": "p1", "span": span("Huyện"), "name": "Lò Văn Tâm", "role": "speaker",
             "titles": [{"text": "Giám đốc Sở Y tế", "span": span("Sáng")}]},
            {"id": "p2", "span": span("kế hoạch"), "name": "Tâm"},
        ],
        "organizations": [
            {"id": "o1", "span": span("kế hoạch"), "text": "CDC", "abbreviation": "CDC",
             "name": "Trung tâm Kiểm soát bệnh tật", "level": "province", "place": "l1"},
        ],
        "places": [
            {"id": "l1", "span": span("Tam Nông"), "text": "Tam Nông", "level": "district",
             "code": "VN-45-001", "status": "resolved"},
            {"id": "l2", "span": span("Phú Cường"), "text": "Phú Cường", "level": "commune",
             "status": "ambiguous", "candidates": ["VN-45-001-1", "VN-39-002-1"]},
            {"id": "l3", "span": span("xã Phú Cường"), "text": "hồ Sông Cạn", "status": "unresolved"},
        ],
        "diseases": [{"id": "d1", "span": span("bệnh"), "text": "sởi", "name": "sởi", "icd10": "B05"}],
        "patients": [{"id": "n1", "span": span("bệnh"), "text": "BN12 - BN14", "numbers": [12, 13, 14]}],
        "directives": [
            {"id": "i1", "span": span("các trạm y tế"), "marker": "1", "addressees": []},
            {"id": "i2", "span": span("Trạm y tế xã Phú Cường mở cửa cả thứ bảy."), "marker": "a",
             "parent": "i1", "deadline": "t2",
             "addressees": [{"text": "Trạm y tế", "span": span("Trạm y tế")}]},
        ],
    });
    let mut record = serde_json::to_value(record()).unwrap();
    record.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
    let mut record: Record = serde_json::from_value(record).unwrap();
    record.times[1].edtf = Some("2022-07-24".into());
    record.times[1].modifier = Some("BEFORE".into());
    record.times[0].edtf = Some("2022-07".into());
    record.times[0].modifier = Some("MID".into());
    record.events[0].quantities = vec!["q1".into(), "q2".into()];
    record.events[0].citations = vec!["c1".into(), "c2".into()];
    record.events[0].actors = vec!["o1".into(), "p1".into()];
    record.events[0].place = Some("l1".into());
    record
}

#[test]
fn layers_stand_behind_the_events_in_columns() {
    insta::assert_snapshot!(table(&layered(), 100, false));
}

#[test]
fn narrow_layers_have_fewer_columns() {
    insta::assert_snapshot!(table(&layered(), 44, false));
}

#[test]
fn layers_are_shown_as_chosen() {
    let record = layered();
    let papers = layers(&record, &[Layer::People, Layer::Papers], 80, false);
    assert!(papers.contains("Papers 1") && papers.contains("People 1"), "{papers}");
    assert!(!papers.contains("Figures") && !papers.contains("measure"), "{papers}");
    assert_eq!(layers(&record, &[Layer::Events], 80, false).matches('→').count(), 0);
    let some = layers(&record, &[Layer::Events, Layer::People], 80, false);
    assert!(some.contains("→ Lò Văn Tâm\n"), "{some}");
}

#[test]
fn no_layer_is_wider_than_the_terminal() {
    for width in 40..=140 {
        assert!(widest(&table(&layered(), width, false)) <= width, "{width}");
    }
}

#[test]
fn what_is_doubtful_about_a_name_is_coloured() {
    let shown = table(&layered(), 140, true);
    assert!(shown.contains("\u{1b}[33munresolved\u{1b}[0m"), "{shown}");
    assert!(shown.contains("\u{1b}[33mambiguous: VN-45-001-1 or VN-39-002-1\u{1b}[0m"), "{shown}");
}

#[test]
fn the_text_cannot_steer_the_terminal() {
    let mut record = record();
    record.text = Some(TEXT.replace("thứ bảy.", "thứ \u{1b}]0;").into());
    record.title = Some(SpannedText { text: "a\u{1b}[31mb".into(), span: Span::default() });
    record.source.name = Some("x\u{1b}y".into());
    assert!(!table(&record, 80, false).contains('\u{1b}'));
}

#[test]
fn an_article_without_anything() {
    let shown = table(&Record::new("sha256:0".into(), 1), 80, false);
    let lines: Vec<_> = shown.lines().filter(|line| !line.starts_with('─')).collect();
    assert_eq!(
        lines,
        [
            "(no title)",
            "date of publication unknown (give it with --published)",
            "stdin",
            "",
            "  nothing dated was found",
            "",
            "1 article, 0 events"
        ]
    );
}
