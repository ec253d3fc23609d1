//! Each operation.

use super::*;

#[test]
fn a_value_a_unit_and_a_metric_are_set_and_the_machines_own_is_kept() {
    let record = machine();
    let target = target(&record, Layer::Quantities, "300 liều vắc xin");
    let was = record.quantities.iter().find(|q| q.span == span(TEXT, "300 liều vắc xin")).unwrap();
    let operation = Operation::set(
        target,
        [("value", json!(350)), ("unit", json!("mũi")), ("metric", json!("vaccine_doses"))],
    );
    let after = edited(&record, operation);
    let now = after.quantities.iter().find(|q| q.id == was.id).unwrap();
    assert_eq!((now.value, now.unit.as_deref()), (350.0, Some("mũi")));
    let [edit] = after.edits.as_slice() else { panic!("{:?}", after.edits) };
    assert_eq!((edit.edit, edit.operation.as_ref()), (0, "set"));
    let [Change::Replaced { layer, was: kept, .. }] = edit.changes.as_slice() else { panic!() };
    assert_eq!((layer.as_ref(), kept), ("quantities", &serde_json::to_value(was).unwrap()));
}

#[test]
fn a_date_brings_its_bounds_and_its_place() {
    let record = machine();
    let operation = Operation::set(event(&record, "ghi nhận 12 ca"), [("edtf", json!("2022-09"))]);
    let after = edited(&record, operation);
    let text = after.text.as_deref().unwrap();
    let last = after.events.last().unwrap();
    assert!(last.quote.of(text).unwrap().contains("ghi nhận 12 ca"));
    let bounds = (last.earliest.as_deref(), last.latest.as_deref());
    assert_eq!(bounds, (Some("2022-09-01"), Some("2022-09-30")));
    assert_eq!(last.time_basis.as_deref(), Some("user"));
}

#[test]
fn what_a_time_dates_follows_it() {
    let record = machine();
    let time = target(&record, Layer::Times, "Ngày 6/8/2022");
    let after = edited(&record, Operation::set(time, [("edtf", json!("2022-08-07"))]));
    let meeting = after.events.iter().find(|event| event.edtf.as_deref() == Some("2022-08-07"));
    assert_eq!(meeting.unwrap().latest.as_deref(), Some("2022-08-07"));
    assert!(after.events.iter().all(|event| event.edtf.as_deref() != Some("2022-08-06")));
    let doses = after.quantities.iter().find(|q| q.text.contains("300")).unwrap();
    assert_eq!(doses.edtf.as_deref(), Some("2022-08-07"));
}

#[test]
fn kind_and_modality_are_set() {
    let record = machine();
    let fields = [("kind", json!("measure")), ("modality", Value::Null)];
    let after = edited(&record, Operation::set(event(&record, "trạm y tế mở cửa"), fields));
    let text = after.text.as_deref().unwrap();
    let opening = after.events.iter().find(|e| e.quote.of(text).unwrap().contains("mở cửa"));
    assert_eq!(opening.map(|e| (e.kind.as_str(), e.modality.as_ref())), Some(("measure", None)));
}

#[test]
fn an_item_is_put_on_other_words() {
    let record = machine();
    let before = target(&record, Layer::Quantities, "300 liều vắc xin");
    let operation = Operation::SetSpan { target: before, to: anchor(TEXT, "tiêm 300 liều") };
    let after = edited(&record, operation);
    let doses = after.quantities.iter().find(|q| q.text.contains("300")).unwrap();
    assert_eq!(
        (doses.text.as_str(), doses.span.of(TEXT)),
        ("tiêm 300 liều", Some("tiêm 300 liều"))
    );
}

#[test]
fn a_rejected_item_is_gone_and_nothing_leads_to_it() {
    let record = machine();
    let words = span(TEXT, "300 liều vắc xin");
    let id = record.quantities.iter().find(|q| q.span == words).unwrap().id.clone();
    assert!(record.events.iter().any(|event| event.quantities.contains(&id)));
    let operation =
        Operation::Reject { target: target(&record, Layer::Quantities, "300 liều vắc xin") };
    let after = edited(&record, operation);
    assert_eq!(after.quantities.len(), record.quantities.len() - 1);
    assert!(after.events.iter().all(|event| !event.quantities.contains(&id)));
}

#[test]
fn merged_events_are_one_with_all_that_hung_on_them() {
    let record = machine();
    let targets = vec![event(&record, "ghi nhận 12 ca"), event(&record, "300 liều")];
    let after = edited(&record, Operation::Merge { targets });
    assert_eq!(after.events.len(), record.events.len() - 1);
    let text = after.text.as_deref().unwrap();
    let one = after.events.iter().find(|e| e.quote.of(text).unwrap().contains("ghi nhận")).unwrap();
    assert_eq!((one.quantities.len(), one.edtf.as_deref()), (2, Some("2022-08-05")));
    let other = Operation::Merge { targets: vec![event(&record, "ghi nhận 12 ca")] };
    assert!(matches!(refused(&record, other), Status::Refused { .. }));
    let same = event(&record, "ghi nhận 12 ca");
    let same = Operation::Merge { targets: vec![same.clone(), same] };
    assert!(matches!(refused(&record, same), Status::Refused { .. }));
}

#[test]
fn a_split_event_is_several_each_with_what_stands_in_its_words() {
    let record = machine();
    let parts = vec![
        anchor(TEXT, "Ngày 6/8/2022, Sở Y tế tỉnh Điện Biên họp"),
        anchor(TEXT, "huyện Mường Lay tiêm 300 liều vắc xin."),
    ];
    let after = edited(&record, Operation::Split { target: event(&record, "300 liều"), parts });
    assert_eq!(after.events.len(), record.events.len() + 1);
    let part = |words: &str| {
        let holds = |e: &&nienbieu_model::Event| e.quote.of(TEXT).unwrap().starts_with(words);
        after.events.iter().find(holds).unwrap()
    };
    let (meeting, doses) = (part("Ngày 6/8/2022, Sở"), part("huyện Mường Lay"));
    assert_eq!((meeting.quantities.len(), doses.quantities.len()), (0, 1));
    assert_eq!(doses.edtf.as_deref(), Some("2022-08-06"));
    assert!(record.events.iter().all(|event| event.id != doses.id) && meeting.id != doses.id);
}

#[test]
fn items_are_accepted_one_by_one_and_by_a_filter() {
    let record = machine();
    let accepted = |record: &Record| -> Vec<String> {
        let changes = record.edits.iter().flat_map(|edit| &edit.changes);
        let id = |change: &Change| match change {
            Change::Accepted { layer, id } if layer == "events" => Some(id.clone()),
            _ => None,
        };
        changes.filter_map(id).collect()
    };
    let one = edited(&record, Operation::Accept { target: event(&record, "ghi nhận 12 ca") });
    assert_eq!(accepted(&one).len(), 1);
    let fields = [("modality".to_owned(), vec![json!("planned"), json!("target")])].into();
    let many = edited(&record, Operation::AcceptWhere { layer: Layer::Events, fields });
    let planned: Vec<_> = record
        .events
        .iter()
        .filter(|event| event.modality == Some("planned".into()))
        .map(|event| event.id.clone())
        .collect();
    assert!(!planned.is_empty());
    assert_eq!(accepted(&many), planned);
}

#[test]
fn what_cannot_be_says_why_and_changes_nothing() {
    let record = machine();
    let quantity = || target(&record, Layer::Quantities, "300 liều vắc xin");
    let why = |operation| match refused(&record, operation) {
        Status::Refused { why } => why,
        other => panic!("{other:?}"),
    };
    assert!(why(Operation::set(quantity(), [("id", json!("q9"))])).contains("have no id to set"));
    assert!(why(Operation::set(quantity(), [("value", json!("nhiều"))])).contains("invalid type"));
    assert!(why(Operation::set(quantity(), [("value", Value::Null)])).contains("invalid type"));
    let bare = Record { text: None, ..record.clone() };
    assert_eq!(refused(&bare, Operation::Reject { target: quantity() }), Status::NoText);
}

#[test]
fn a_set_publication_is_applied_by_parsing_again() {
    let text = "Chợ Mây\n\nSáng nay, huyện Mây họp.\n";
    let record = parse(text, &Options::default()).remove(0);
    let set = |date: Option<&str>| Operation::SetPublished { date: date.map(str::to_owned) };
    let log = self::log([set(Some("2022-08-05"))]);
    assert_eq!(published(&log, &record), Some("2022-08-05"));
    assert_eq!(apply(record.clone(), &log).1.outcomes[0].status, Status::Parse);
    let date = published(&log, &record).unwrap().parse().unwrap();
    let again = Options { published: Some(date), ..Options::default() };
    let (after, report) = apply(parse(text, &again).remove(0), &log);
    assert!(report.is_clean(), "{report:?}");
    assert!(after.events.iter().any(|event| event.edtf.as_deref() == Some("2022-08-05")));
    let back = self::log([set(Some("2022-08-05")), set(None)]);
    assert_eq!(published(&back, &record), None);
    assert!(apply(record, &back).1.is_clean());
}
