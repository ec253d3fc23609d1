//! Phrases with the bodies they name, and phrases that name none.

use nienbieu_model::{Organization, Place, PlaceStatus, Span};

use crate::layers::citations::testing::{with_view, wrong};

fn read(text: &str) -> Vec<Organization> {
    with_view(text, |view| super::read(view, &[]))
}

/// One body as the table gives it: `words = name | level`.
fn summary(body: &Organization) -> String {
    let or = |text: Option<&str>| text.unwrap_or("-").to_owned();
    format!("{} = {} | {}", body.text, or(body.name.as_deref()), or(body.level.as_deref()))
}

/// What is found in a phrase, as the table gives it.
fn summaries(phrase: &str) -> Vec<String> {
    read(phrase).iter().map(summary).collect()
}

#[test]
fn phrases_that_name_bodies() {
    let table = include_str!("../../../../../tests/papers/organizations.tsv");
    let wrong = wrong(table, summaries);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn phrases_that_name_none() {
    let table = include_str!("../../../../../tests/papers/no-organizations.tsv");
    let wrong = wrong(table, summaries);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn abbreviations_are_kept_and_used_again() {
    let found = read(
        "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh Phú Yên họp. Công ty Cổ phần Nước Xanh (NXA) cho biết NXA sẽ mở rộng.",
    );
    let got: Vec<_> = found
        .iter()
        .map(|o| (o.text.as_str(), o.name.as_deref(), o.abbreviation.as_deref()))
        .collect();
    assert_eq!(
        got,
        [
            (
                "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh Phú Yên",
                Some("Trung tâm Kiểm soát bệnh tật tỉnh Phú Yên"),
                Some("CDC"),
            ),
            ("Công ty Cổ phần Nước Xanh", None, Some("NXA")),
            ("NXA", Some("Công ty Cổ phần Nước Xanh"), Some("NXA")),
        ]
    );
}

#[test]
fn bodies_have_their_places() {
    let text = "Sở Y tế họp với UBND xã Nà Tấu, huyện Điện Biên, tỉnh Điện Biên.";
    let place = |id: &str, words: &str, level: &str| {
        let start = text.find(words).unwrap();
        Place {
            id: id.into(),
            span: Span::new(start, start + words.len()),
            text: words.into(),
            name: None,
            level: Some(level.into()),
            code: None,
            parent: None,
            status: PlaceStatus::Resolved,
            candidates: Vec::new(),
        }
    };
    let places = [place("l1", "xã Nà Tấu", "commune"), place("l2", "tỉnh Điện Biên", "province")];
    let found = with_view(text, |view| super::read(view, &places));
    let got: Vec<_> = found.iter().map(|o| (o.text.as_str(), o.place.as_deref())).collect();
    assert_eq!(got, [("Sở Y tế", Some("l2")), ("UBND xã Nà Tấu", Some("l1"))]);
}

#[test]
fn heads_without_end_are_read() {
    let text = "Văn phòng ".repeat(20_000) + "UBND tỉnh";
    let found = read(&text);
    assert_eq!(found.last().map(|body| body.text.as_str()), Some("Văn phòng UBND tỉnh"));
    assert!(read(&"Bệnh viện (".repeat(20_000)).is_empty());
}

#[test]
fn towns_are_districts_but_in_a_province_that_is_a_city() {
    let level = |code: &str, words: &str| {
        let place = Place {
            id: "l1".into(),
            span: Span::new(0, 0),
            text: String::new(),
            name: None,
            level: None,
            code: Some(code.to_owned()),
            parent: None,
            status: PlaceStatus::Resolved,
            candidates: Vec::new(),
        };
        let found = with_view(words, |view| super::read(view, std::slice::from_ref(&place)));
        found.first().and_then(|body| body.level.clone())
    };
    assert_eq!(level("VN-HP-303", "Công an TP vào cuộc.").as_deref(), Some("province"));
    assert_eq!(level("VN-09", "Công an thành phố vào cuộc.").as_deref(), Some("district"));
    assert_eq!(level("VN-26", "Thành ủy họp."), None);
}
