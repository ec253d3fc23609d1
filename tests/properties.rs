//! What holds of any input: no panic, spans that fit, lines that are kept, ids that lead somewhere,
//! one reading for all spellings.

mod invariants;
mod wild;

use nienbieu_model::{PublicationStatus, Record, Source};
use nienbieu_parser::{Options, Reference, parse, parse_bytes, read_times};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn heaps_of_time_words(text in wild::heap()) {
        let records = parse(&text, &Options::default());
        invariants::check(&text, &records);
        invariants::meanings(&records);
    }

    #[test]
    fn heaps_as_phrases(text in wild::heap(), day in prop::option::of(0i32..4000)) {
        let reference: Option<Reference> = day.map(|day| {
            format!("{:04}-{:02}-{:02}", 1990 + day / 100, day % 12 + 1, day % 28 + 1).parse().unwrap()
        });
        for time in read_times(&text, reference.as_ref()) {
            prop_assert_eq!(time.span.of(&text), Some(&*time.text));
        }
    }

    #[test]
    fn damaged_articles(text in wild::damaged()) {
        let records = parse(&text, &Options::default());
        invariants::check(&text, &records);
        invariants::meanings(&records);
    }

    #[test]
    fn any_text(text in any::<String>()) {
        invariants::check(&text, &parse(&text, &Options::default()));
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>(), text in wild::heap(), cut in any::<prop::sample::Index>()) {
        let mut mixed = text.into_bytes();
        mixed.truncate(cut.index(mixed.len() + 1));
        mixed.extend(bytes);
        let read = parse_bytes(&mixed, &Source::default(), &Options::default());
        let body = mixed.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&mixed);
        prop_assert_eq!(read.is_ok(), std::str::from_utf8(body).is_ok() && !body.contains(&0));
    }
}

#[test]
fn corpus_keeps_the_invariants() {
    for (_, text) in wild::corpus() {
        let records = parse(&text, &Options::default());
        invariants::check(&text, &records);
        invariants::meanings(&records);
    }
}

/// What a record says, free of where it says so.
fn reading(record: &Record) -> Vec<String> {
    let times = record.times.iter().map(|time| {
        format!(
            "{} {:?} {:?} {:?} {:?}",
            time.kind, time.edtf, time.value, time.modifier, time.earliest
        )
    });
    let blocks = record.blocks.iter().map(|block| format!("{} {:?}", block.kind, block.reason));
    let events = record.events.iter().map(|event| format!("{} {:?}", event.kind, event.edtf));
    let published = format!("{:?} {}", record.published.edtf, record.published.status);
    times.chain(blocks).chain(events).chain([published]).collect()
}

#[test]
fn spellings_read_alike() {
    let mut differences = Vec::new();
    for (name, text) in wild::corpus() {
        let read = |text: &str| {
            parse(text, &Options::default()).iter().flat_map(reading).collect::<Vec<_>>()
        };
        let plain = read(&text);
        for (spelling, text) in wild::spellings(&text) {
            let other = read(&text);
            let first = plain.iter().zip(&other).find(|(a, b)| a != b);
            if plain != other {
                differences.push(format!("{name} in {spelling}: {first:?}"));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Saying what the page says changes who said it, and nothing else.
#[test]
fn giving_the_stated_date_changes_nothing() {
    let mut tried = 0;
    let mut differences = Vec::new();
    for (name, text) in wild::corpus() {
        let records = parse(&text, &Options::default());
        let [record] = &records[..] else { continue };
        if record.published.status != PublicationStatus::Stated {
            continue;
        }
        tried += 1;
        let published: Reference = record.published.edtf.as_deref().unwrap().parse().unwrap();
        let told = parse(&text, &Options { published: Some(published), ..Options::default() });
        if reading_but_status(record) != reading_but_status(&told[0]) {
            let [page, told] = [record, &told[0]].map(reading_but_status);
            let first = page.iter().zip(&told).find(|(a, b)| a != b);
            differences.push(format!("{name}: {first:?}"));
        }
    }
    assert!(tried >= 40, "only {tried} pages with a stated date");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn reading_but_status(record: &Record) -> Vec<String> {
    let mut lines = reading(record);
    lines.pop();
    lines.push(format!("{:?} {:?}", record.published.edtf, record.published.earliest));
    lines
}

/// Inputs that make careless scanners slow. The check is that they come to an end in the time that
/// tests have, with every line kept.
mod adversarial {
    use super::*;

    fn survives(text: &str) {
        let records = parse(text, &Options::default());
        assert!(!records.is_empty());
        let spans = records.iter().flat_map(|record| &record.blocks).map(|block| block.span);
        let kept: usize = spans.map(|span| span.of(text).unwrap().len()).sum();
        let lines: usize = text.lines().map(|line| line.trim().len()).sum();
        assert_eq!(kept, lines);
    }

    #[test]
    fn a_million_digits() {
        survives(&"1234567890".repeat(100_000));
    }

    #[test]
    fn openings_of_intervals() {
        survives(&"từ ".repeat(100_000));
    }

    #[test]
    fn one_line_of_five_megabytes() {
        let sentence = "Sáng 5/8, xã họp dân về dịch bệnh, nước sạch và mùa màng. ";
        survives(&sentence.repeat(5_000_000 / sentence.len()));
    }

    #[test]
    fn fifty_thousand_short_lines() {
        survives(&"ngày 5/8\n".repeat(50_000));
    }

    #[test]
    fn nested_brackets() {
        survives(&format!("{}ngày 5/8{}", "(".repeat(100_000), ")".repeat(100_000)));
    }
}
