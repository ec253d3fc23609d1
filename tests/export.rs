//! The exports, each judged by somebody else's reader where there is one.

#[path = "export/annotations.rs"]
mod annotations;
#[path = "export/calendar.rs"]
mod calendar;
#[path = "export/dice.rs"]
mod dice;
#[path = "export/drawing.rs"]
mod drawing;
#[path = "export/linked.rs"]
mod linked;
#[path = "export/markdown.rs"]
mod markdown;
#[path = "export/page.rs"]
mod page;
#[path = "export/round_trip.rs"]
mod round_trip;
#[path = "export/slides.rs"]
mod slides;
#[path = "export/spreadsheet.rs"]
mod spreadsheet;
#[path = "export/timeml.rs"]
mod timeml;

use nienbieu_export::{FORMATS, Format, Language, Options};
use nienbieu_model::{Record, Source};
use nienbieu_parser::Options as Reading;

/// What somebody might paste to break a reader of the exports.
const NASTY: &str = "</title><script>alert(1)</script> \"><img src=x onerror=alert(1)> & 'x' `y` \
    ]]> <!-- --> =HYPERLINK(1) \u{202e}nuriag\u{202c} javascript:alert(1) \\n;,: [a](b) **c** \u{7f}";

/// An article of it.
fn nasty() -> Record {
    let text = format!(
        "Bắc Mây họp {NASTY}\r\n\r\nNgày 5/8/2022, huyện {NASTY} họp.\r\n\r\nDự kiến ngày 9/8/2022 \
         {NASTY} mở cửa.\r\nBEGIN:VEVENT ngày 7/8/2022 mở chợ.\r\n"
    );
    let source = Source {
        part: 1,
        name: Some(format!("={NASTY}")),
        url: Some("javascript:alert(1)".into()),
        ..Source::default()
    };
    let mut records =
        nienbieu_parser::parse_bytes(text.as_bytes(), &source, &Reading::default()).unwrap();
    let record = records.remove(0);
    assert!(record.events.len() >= 3, "{:?}", record.events);
    record
}

/// The records of every fourth article of the corpus.
fn corpus() -> Vec<Record> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() > 30);
    let read = |path| {
        let bytes = std::fs::read(path).unwrap();
        nienbieu_parser::parse_bytes(&bytes, &Source::default(), &Reading::default()).unwrap()
    };
    paths.into_iter().step_by(4).flat_map(read).collect()
}

/// The records in this format, in English.
fn written(format: &str, records: &[Record]) -> String {
    written_in(Language::En, format, records).unwrap()
}

fn written_in(
    language: Language,
    format: &str,
    records: &[Record],
) -> Result<String, std::io::Error> {
    let mut out = Vec::new();
    let options = Options { language, ..Options::default() };
    Format::named(format).unwrap().write(records, &options, &mut out)?;
    Ok(String::from_utf8(out).unwrap())
}

/// The words of an event.
fn quote<'r>(record: &'r Record, event: &nienbieu_model::Event) -> &'r str {
    event.quote.of(record.text.as_deref().unwrap()).unwrap()
}

#[test]
fn the_table_names_each_format_once() {
    for (i, format) in FORMATS.iter().enumerate() {
        assert!(FORMATS[..i].iter().all(|other| other.name != format.name), "{}", format.name);
        assert!(Format::named(format.name).is_some_and(|found| found.about == format.about));
        assert!(format.media_type.contains('/') && !format.extension.contains('.'));
    }
}

#[test]
fn the_same_records_give_the_same_bytes_and_both_languages_differ() {
    let records = &corpus()[..3];
    for format in FORMATS.iter().filter(|format| format.holds_many) {
        let [vi, again] = [0; 2].map(|_| written_in(Language::Vi, format.name, records).unwrap());
        assert_eq!(vi, again, "{}", format.name);
        let is_for_people = ["timelinejs", "icalendar", "markdown", "html", "svg"];
        let differs = vi != written(format.name, records);
        assert_eq!(differs, is_for_people.contains(&format.name), "{}", format.name);
    }
}

#[test]
fn no_record_is_an_export_too() {
    for format in &FORMATS {
        let empty = written(format.name, &[]);
        assert!(!empty.is_empty() || matches!(format.name, "ndjson" | "timeml" | "markdown"));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::with_cases(64)
    })]

    /// Whatever a record holds, nothing panics, and what is read by line or by tree can be read.
    #[test]
    fn any_record_is_written(record in dice::record()) {
        for format in &FORMATS {
            let Ok(out) = written_in(Language::Vi, format.name, std::slice::from_ref(&record)) else {
                proptest::prop_assert!(format.name == "timeml" && record.text.is_none());
                continue;
            };
            match format.name {
                "timeml" => timeml::check(&out),
                "svg" => {
                    roxmltree::Document::parse(&out).unwrap();
                }
                "html" => page::check(&out),
                "icalendar" => {
                    icalendar::parser::read_calendar(&icalendar::parser::unfold(&out)).unwrap();
                }
                _ if format.media_type.ends_with("json") && format.name != "ndjson" => {
                    serde_json::from_str::<serde_json::Value>(&out).unwrap();
                }
                _ => {}
            }
        }
    }
}
