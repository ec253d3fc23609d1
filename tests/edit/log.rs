//! The log itself.

use super::*;

fn full() -> Log {
    let record = machine();
    let quantity = || target(&record, Layer::Quantities, "300 liều vắc xin");
    let article = Article::of(&record);
    let parts = vec![anchor(TEXT, "Ngày 6/8/2022"), anchor(TEXT, "huyện Mường Lay")];
    [
        Operation::SetPublished { date: Some("2022-08-14".into()) },
        Operation::set(quantity(), [("value", json!(3.25))]),
        Operation::SetSpan { target: quantity(), to: anchor(TEXT, "300 liều") },
        Operation::Merge { targets: vec![quantity(), quantity()] },
        Operation::Split { target: event(&record, "300 liều"), parts },
        Operation::Reject { target: quantity() },
        Operation::Accept { target: quantity() },
        Operation::AcceptWhere {
            layer: Layer::Places,
            fields: [("level".into(), vec![json!("province")])].into(),
        },
    ]
    .into_iter()
    .fold(Log::default(), |log, operation| log.with(Edit { article: article.clone(), operation }))
}

#[test]
fn every_operation_comes_back_from_its_json() {
    let log = full().undo();
    let json = serde_json::to_string(&log).unwrap();
    assert_eq!(Log::read(json.as_bytes()).unwrap(), log);
    let value: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["version"], 1);
    for (edit, operation) in value["edits"].as_array().unwrap().iter().zip(&log.edits) {
        assert!(edit["operation"].get(operation.operation.name()).is_some(), "{edit}");
    }
    let target = &value["edits"][1]["operation"]["set"]["target"];
    assert_eq!(
        (&target["layer"], &target["anchor"]["quote"]),
        (&json!("quantities"), &json!("300 liều vắc xin"))
    );
    let prefix = target["anchor"]["prefix"].as_str().unwrap();
    assert!(prefix.chars().count() == 32 && prefix.ends_with("huyện Mường Lay tiêm "), "{prefix}");
}

#[test]
fn undo_and_redo_go_back_and_forth() {
    let whole = full();
    let count = whole.edits.len();
    let mut log = whole.clone();
    for left in (0..count).rev() {
        log = log.undo();
        assert_eq!((log.edits.len(), log.undone.len()), (left, count - left));
    }
    assert_eq!(log.undo(), log);
    for _ in 0..count {
        log = log.redo();
    }
    assert_eq!(log, whole);
    assert_eq!(log.redo(), log);
    let other = whole.undo().with(whole.edits[0].clone());
    assert!(other.undone.is_empty() && other.edits.len() == count);
}

#[test]
fn what_is_no_log_says_so() {
    for (json, told) in [
        ("", "no log of edits: EOF"),
        ("{}", "missing field `version`"),
        (
            "{\"version\":1,\"edits\":[{\"operation\":{\"explode\":1}}]}",
            "unknown variant `explode`",
        ),
        ("{\"version\":2}", "version 2, but this reads version 1"),
    ] {
        let error = Log::read(json.as_bytes()).unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
        assert_eq!(error.is_version(), json.contains('2'));
    }
}

#[test]
fn an_edit_is_of_its_article_alone() {
    let mut record = machine();
    record.source.name = Some("news/a.txt".into());
    let own = Article::of(&record);
    let fits = |change: &dyn Fn(&mut Record)| {
        let mut other = record.clone();
        change(&mut other);
        own.fits(&other)
    };
    assert!(fits(&|_| {}));
    assert!(fits(&|other| other.id = "sha256:1".into()), "the file was changed");
    assert!(fits(&|other| other.source.name = Some("b.txt".into())), "the file was renamed");
    assert!(fits(&|other| {
        other.id = "sha256:1".into();
        other.source.name = Some("old/a.txt".into());
    }));
    assert!(!fits(&|other| other.source.part = 2));
    assert!(!fits(&|other| {
        other.id = "sha256:1".into();
        other.source.name = Some("b.txt".into());
    }));
    assert!(Article::default().fits(&record));
}
