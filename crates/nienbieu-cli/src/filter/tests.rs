use nienbieu_model::{Person, Place, PlaceStatus, Span};

use super::*;

fn place(id: &str, name: &str, level: &str, code: Option<&str>, parent: Option<&str>) -> Place {
    Place {
        id: id.into(),
        span: Span::default(),
        text: name.into(),
        name: Some(name.into()),
        level: Some(level.into()),
        code: code.map(Into::into),
        parent: parent.map(Into::into),
        status: PlaceStatus::Resolved,
        candidates: Vec::new(),
    }
}

fn quantity(id: &str, metric: &'static str, place: Option<&str>, code: Option<&str>) -> Quantity {
    Quantity {
        id: id.into(),
        metric: Some(metric.into()),
        place: place.map(Into::into),
        place_code: code.map(Into::into),
        ..Quantity::new(String::new(), Span::default(), 1.0, "test".into())
    }
}

fn event(id: &str, kind: &str, place: Option<&str>, quantities: &[&str], actors: &[&str]) -> Event {
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    Event {
        id: id.into(),
        place: place.map(Into::into),
        quantities: ids(quantities),
        actors: ids(actors),
        ..Event::new(kind.into(), Span::default())
    }
}

/// Cases in a commune of Điện Biên, money in Lào Cai, cases in Điện Biên by code alone.
fn record() -> Record {
    let mut record = Record::new("sha256:0".into(), 1);
    record.places = vec![
        place("l1", "Điện Biên", "province", Some("VN-71"), Some("VN")),
        place("l2", "Nà Tấu", "commune", Some("VN-71-094-03316"), Some("VN-71-094")),
        place("l3", "Lào Cai", "province", Some("VN-02"), Some("VN")),
    ];
    record.quantities = vec![
        quantity("q1", "cases_new", Some("l2"), None),
        quantity("q2", "money", Some("l3"), Some("VN-02")),
        quantity("q3", "cases_new", None, Some("VN-71")),
    ];
    let person = |id: &str, name: &str| Person {
        id: id.into(),
        span: Span::default(),
        name: name.into(),
        titles: Vec::new(),
        role: None,
    };
    record.people = vec![person("p1", "Lò Văn Tâm"), person("p2", "Sùng A Páo")];
    record.events = vec![
        event("e1", "case_report", Some("l2"), &["q1"], &["p1"]),
        event("e2", "measure", Some("l3"), &["q2"], &["p2"]),
        event("e3", "meeting", None, &["q3"], &[]),
    ];
    record
}

/// Ids of the events, figures and people chosen.
fn chosen(kinds: &[&str], place: Option<&str>, metrics: &[&str]) -> [Vec<String>; 3] {
    let record = record();
    let kinds = kinds.iter().map(|kind| EventKind::from(*kind)).collect();
    let metrics = metrics.iter().map(|metric| (*metric).to_owned()).collect();
    let chosen = Filter::new(kinds, place, metrics).choose(&record);
    [
        chosen.events.iter().map(|one| one.id.clone()).collect(),
        chosen.quantities.iter().map(|one| one.id.clone()).collect(),
        chosen.people.iter().map(|one| one.id.clone()).collect(),
    ]
}

#[test]
fn without_a_wish_all_is_chosen() {
    assert_eq!(
        chosen(&[], None, &[]),
        [vec!["e1", "e2", "e3"], vec!["q1", "q2", "q3"], vec!["p1", "p2"]]
    );
}

#[test]
fn kinds_choose_events_and_what_hangs_on_them() {
    assert_eq!(chosen(&["measure"], None, &[]), [["e2"], ["q2"], ["p2"]]);
    assert_eq!(
        chosen(&["measure", "meeting"], None, &[]),
        [vec!["e2", "e3"], vec!["q2", "q3"], vec!["p2"]]
    );
    assert_eq!(chosen(&["award"], None, &[]), [[""; 0]; 3]);
}

#[test]
fn metrics_choose_figures_and_the_events_that_have_them() {
    assert_eq!(chosen(&[], None, &["cases_new"]), [vec!["e1", "e3"], vec!["q1", "q3"], vec!["p1"]]);
    assert_eq!(chosen(&["meeting"], None, &["cases_new"]), [vec!["e3"], vec!["q3"], vec![]]);
}

#[test]
fn a_place_is_known_by_name_and_code_with_all_that_lies_in_it() {
    let there = [vec!["e1", "e3"], vec!["q1", "q3"], vec!["p1"]];
    for typed in ["dien bien", "Điện Biên", "VN-71", "vn-71"] {
        assert_eq!(chosen(&[], Some(typed), &[]), there, "{typed}");
    }
    assert_eq!(chosen(&[], Some("na tau"), &[]), [["e1"], ["q1"], ["p1"]]);
    assert_eq!(chosen(&[], Some("bien"), &[]), there);
    assert_eq!(chosen(&[], Some("hue"), &[]), [[""; 0]; 3]);
}
