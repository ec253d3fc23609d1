//! SVG, read by an XML parser.

use roxmltree::{Document, Node};

use super::*;

fn bars<'d>(document: &'d Document<'d>) -> Vec<(String, f64, f64, f64)> {
    let is_bar = |node: &Node<'_, '_>| {
        node.attribute("class").is_some_and(|class| class.starts_with("bar "))
    };
    let number = |node: &Node<'_, '_>, name| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let bar = |node: Node<'_, '_>| {
        let class = node.attribute("class").unwrap().to_owned();
        (class, number(&node, "x"), number(&node, "width"), number(&node, "y"))
    };
    document.descendants().filter(is_bar).map(bar).collect()
}

#[test]
fn bars_are_as_long_as_the_date_is_unsure() {
    let text = "Chợ Mây\n\nBáo Mây, 14/08/2021\n\nNgày 10/8/2021, xã họp. Tháng 7/2021, chợ mở. Từ ngày \
                1/6/2021 đến nay, cầu Gió đóng. Dự kiến ngày 1/9/2021, trường Mây khai giảng.\n";
    let record = nienbieu_parser::parse(text, &Reading::default()).remove(0);
    let svg = written("svg", std::slice::from_ref(&record));
    let document = Document::parse(&svg).unwrap();
    let bars = bars(&document);
    assert_eq!(bars.len(), record.events.len());
    let width = |edtf: &str| {
        let order = record.events.iter().filter(|e| e.modality != Some("planned".into()));
        let at = order.clone().position(|event| event.edtf.as_deref() == Some(edtf)).unwrap();
        bars[at].2
    };
    assert!(width("2021-07") > 10.0 * width("2021-08-10"), "{bars:?}");
    assert!(bars.iter().all(|(_, x, width, _)| *x >= 270.0 && x + width <= 704.0), "{bars:?}");
    // What is planned stands below all that is told as fact.
    let (ahead, facts): (Vec<_>, Vec<_>) = bars.iter().partition(|bar| bar.0.contains("ahead"));
    assert!(!ahead.is_empty() && facts.iter().all(|fact| fact.3 < ahead[0].3), "{bars:?}");
}

#[test]
fn open_ends_fade_and_inferred_dates_are_dashed() {
    let mut record = nasty();
    record.events.truncate(3);
    let bounds = [(Some("2022-08-05"), None), (None, Some("2022-08-09")), (None, None)];
    for (event, (earliest, latest)) in record.events.iter_mut().zip(bounds) {
        event.earliest = earliest.map(str::to_owned);
        event.latest = latest.map(str::to_owned);
        event.modality = None;
        event.time_basis = Some("stated".into());
        event.time = None;
    }
    record.events[1].time_basis = Some("inherited".into());
    let svg = written("svg", std::slice::from_ref(&record));
    let document = Document::parse(&svg).unwrap();
    let classes: Vec<_> = bars(&document).into_iter().map(|bar| bar.0).collect();
    assert_eq!(classes, ["bar fact on", "bar fact until inferred"]);
    assert!(document.descendants().any(|node| node.text() == Some("Undated")));
}

#[test]
fn nasty_words_are_text_without_what_turns_the_order() {
    let svg = written("svg", &[nasty()]);
    let document = Document::parse(&svg).unwrap();
    assert!(document.descendants().all(|node| !node.has_tag_name("script")));
    assert!(document.descendants().all(|node| !node.has_tag_name("img")));
    let texts: String = document.descendants().filter_map(|node| node.text()).collect();
    assert!(texts.contains("<script>alert(1)</script>") && !texts.contains('\u{202e}'));
}

#[test]
fn the_corpus_is_one_drawing() {
    let records = corpus();
    let svg = written("svg", &records);
    let document = Document::parse(&svg).unwrap();
    let rows = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "g")));
    assert_eq!(rows.count(), records.iter().map(|record| record.events.len()).sum::<usize>());
}
