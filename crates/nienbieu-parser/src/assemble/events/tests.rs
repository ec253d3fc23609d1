//! What sentences date, and how they speak of it: `tests/events.tsv`.

use nienbieu_model::{Event, Record};

use crate::{Options, parse, text::table::rows};

/// The record of a page of 10 August 2022 with one sentence.
fn record(sentence: &str) -> Record {
    let page = format!("Chuyện trong ngày ở vùng cao\n10/08/2022 08:00\n\n{sentence}\n");
    parse(&page, &Options::default()).into_iter().next().unwrap()
}

/// The event dated by the time with these words.
fn event<'a>(record: &'a Record, words: &str) -> Option<&'a Event> {
    let holds =
        |event: &&Event| record.time_of(event).is_some_and(|time| time.text.contains(words));
    record
        .events
        .iter()
        .skip_while(|event| event.kind.as_str() == "publication")
        .find(holds)
        .or_else(|| {
            record.events.iter().filter(|event| event.kind.as_str() != "publication").find(holds)
        })
}

#[test]
fn sentences_of_the_table() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows(include_str!("../../../tests/events.tsv")) {
        let [words, kind, modality, sentence] = row.collect::<Vec<_>>()[..] else {
            panic!("a row")
        };
        count += 1;
        let record = record(sentence);
        let found = event(&record, words);
        let got = found.map(|event| {
            (event.kind.as_str(), event.modality.as_ref().map_or("-", |m| m.as_str()))
        });
        let fits = |(k, m): (&str, &str)| k == kind && (m == modality || modality == "-");
        if !got.is_some_and(fits) {
            wrong.push(format!("{words} {kind} {modality}: {got:?}: {sentence}"));
        }
    }
    assert!(count >= 80, "{count} sentences");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn places_are_those_of_the_times_own_words() {
    let record = record(
        "Ca bệnh ghi nhận ở tỉnh Lào Cai (ngày 3/8) và tỉnh Yên Bái (ngày 4/8); người nhà đi làm ở Bắc Giang.",
    );
    let place = |words| {
        let id = event(&record, words).and_then(|event| event.place.clone());
        record.places.iter().find(|place| Some(&place.id) == id.as_ref()).map(|p| p.text.clone())
    };
    assert_eq!(place("3/8").as_deref(), Some("tỉnh Lào Cai"));
    assert_eq!(place("4/8").as_deref(), Some("tỉnh Yên Bái"));
}

#[test]
fn each_part_is_quoted_alone() {
    let record = record("Ngày 5/8 ghi nhận 12 ca mắc, ngày 6/8 thêm 7 ca mắc nữa.");
    let text = record.text.as_deref().unwrap();
    let quote = |words| event(&record, words).and_then(|event| event.quote.of(text)).unwrap();
    assert_eq!(quote("5/8"), "Ngày 5/8 ghi nhận 12 ca mắc");
    assert_eq!(quote("6/8"), "ngày 6/8 thêm 7 ca mắc nữa.");
}
