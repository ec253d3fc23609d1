//! TimelineJS: its own terms here; TimelineJS itself reads it in `tests/readers`.

use serde_json::Value;

use super::*;

#[test]
fn each_dated_event_is_a_slide_and_the_others_stand_on_the_title() {
    let text = "Chợ Mây\n\nBáo Mây, 14/08/2021\n\nNgày 10/8, xã họp. Cuối tháng 7, chợ mở. Từ 6h đến 18h \
                ngày 12/8, cầu Gió đóng. Từ ngày 11/8, trạm mở cửa trở lại.\n";
    let mut record = nienbieu_parser::parse(text, &Reading::default()).remove(0);
    let undated = record.events[0].clone();
    record.events.push(nienbieu_model::Event {
        edtf: None,
        earliest: None,
        latest: None,
        ..undated
    });
    let json: Value =
        serde_json::from_str(&written("timelinejs", std::slice::from_ref(&record))).unwrap();
    let slides = json["events"].as_array().unwrap();
    assert_eq!(slides.len(), record.events.len() - 1);
    let dates = |slide: &Value| {
        let date = |name: &str| slide.get(name).map(|d| (d["month"].as_u64(), d["day"].as_u64()));
        (slide["display_date"].as_str().unwrap().to_owned(), date("start_date"), date("end_date"))
    };
    let all: Vec<_> = slides.iter().map(dates).collect();
    let day = |month, day| Some((Some(month), Some(day)));
    assert!(all.contains(&("late July 2021".into(), day(7, 1), day(7, 31))), "{all:?}");
    assert!(all.contains(&("Tuesday 10 August 2021".into(), day(8, 10), None)), "{all:?}");
    assert_eq!(json["title"]["text"]["headline"], "Chợ Mây");
    let title = json["title"]["text"]["text"].as_str().unwrap();
    assert!(title.starts_with("<p>Undated</p><ul><li>"), "{title}");
}

#[test]
fn nasty_words_are_escaped_in_every_text() {
    let json: Value = serde_json::from_str(&written("timelinejs", &[nasty()])).unwrap();
    let slides = json["events"].as_array().unwrap().iter().chain([&json["title"]]);
    for slide in slides {
        for name in ["headline", "text"] {
            let html = slide["text"][name].as_str().unwrap();
            assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
        }
    }
}
