use nienbieu_model::{
    Diagnostic, Event, Modality, Publication, PublicationStatus, Record, Severity, Span,
    SpannedText, Time, TimeClass, TimeType,
};

use super::*;
use crate::filter::Filter;

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
    let mut out = Vec::new();
    let mut table = Table::new(Look { color, width }, Layer::ALL.into(), Filter::default());
    table.record(record, &mut out).unwrap();
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
