//! iCalendar, read by the crate `icalendar`.

use icalendar::parser::{Component, read_calendar, unfold};

use super::*;

/// The name of each component, the name and the value of each of its properties.
fn components(ics: &str) -> Vec<(String, Vec<(String, String)>)> {
    let unfolded = unfold(ics);
    let calendar = read_calendar(&unfolded).unwrap();
    let properties = |component: &Component<'_>| {
        let all = component.properties.iter();
        all.map(|p| (p.name.as_str().to_owned(), p.val.as_str().to_owned())).collect()
    };
    let all = calendar.components.iter();
    all.map(|one| (one.name.as_str().to_owned(), properties(one))).collect()
}

fn value<'p>(properties: &'p [(String, String)], name: &str) -> Option<&'p str> {
    let mut of_name = properties.iter().filter(|(key, _)| key == name);
    let first = of_name.next().map(|(_, value)| value.as_str());
    assert!(of_name.next().is_none(), "{name} twice");
    first
}

#[test]
fn every_event_of_the_corpus_is_a_component_with_what_the_standard_demands() {
    let records = corpus();
    let ics = written("icalendar", &records);
    assert!(ics.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
    let components = components(&ics);
    let events: Vec<_> =
        records.iter().flat_map(|r| r.events.iter().map(move |e| (r, e))).collect();
    assert_eq!(components.len(), events.len());
    let mut uids = std::collections::HashSet::new();
    for ((name, properties), (record, event)) in components.iter().zip(events) {
        let value = |name| value(properties, name);
        assert!(uids.insert(value("UID").unwrap()), "{properties:?}");
        let stamp = value("DTSTAMP").unwrap();
        assert!(stamp.len() == 16 && stamp.ends_with('Z'), "{stamp}");
        let is_placed = event.earliest.is_some() || event.latest.is_some();
        assert_eq!(name, if is_placed { "VEVENT" } else { "VJOURNAL" });
        assert_eq!(value("DTSTART").is_some(), is_placed);
        if let (Some(begin), Some(end)) = (value("DTSTART"), value("DTEND")) {
            assert!(begin < end && begin.len() == end.len(), "{begin} {end}");
        }
        let description = value("DESCRIPTION").unwrap();
        let words: Vec<_> = quote(record, event).split_whitespace().collect();
        let told: Vec<_> = description.split_whitespace().collect();
        assert!(told.join(" ").contains(&words.join(" ")), "{description}");
        assert_eq!(value("X-NIENBIEU-EDTF"), event.edtf.as_deref());
    }
}

#[test]
fn days_end_on_the_next_and_clock_times_are_in_utc() {
    let text = "Báo Mây\n14/08/2021 07:30 (GMT+7)\n\nNgày 10/8/2021, xã họp.\n\n18 giờ ngày 11/8/2021, \
                chợ mở.\n";
    let records = nienbieu_parser::parse(text, &Reading::default());
    let components = components(&written("icalendar", &records));
    let dates: Vec<_> = components
        .iter()
        .map(|(_, p)| ["DTSTAMP", "DTSTART", "DTEND"].map(|name| value(p, name).unwrap()))
        .collect();
    let stamp = "20210814T003000Z";
    assert!(dates.contains(&[stamp, "20210810", "20210811"]), "{dates:?}");
    assert!(dates.contains(&[stamp, "20210811T110000Z", "20210811T120000Z"]), "{dates:?}");
}

#[test]
fn no_words_open_a_component_or_a_property() {
    let record = nasty();
    let ics = written("icalendar", std::slice::from_ref(&record));
    let components = components(&ics);
    assert_eq!(components.len(), record.events.len());
    let known = [
        "UID",
        "DTSTAMP",
        "DTSTART",
        "DTEND",
        "SUMMARY",
        "DESCRIPTION",
        "CATEGORIES",
        "LOCATION",
        "STATUS",
        "TRANSP",
        "X-NIENBIEU-EDTF",
        "URL",
    ];
    for (_, properties) in &components {
        assert!(
            properties.iter().all(|(name, _)| known.contains(&name.as_str())),
            "{properties:?}"
        );
    }
    assert_eq!(ics.matches("BEGIN:VEVENT\r\n").count(), record.events.len());
    assert!(!ics.contains(['\u{202e}', '\u{7f}']));
    let description = components
        .iter()
        .find_map(|(_, p)| value(p, "DESCRIPTION").filter(|d| d.contains("huyện")));
    let description = description.unwrap();
    assert!(description.contains("\\n;,: [a](b)"), "{description:?}");
}
