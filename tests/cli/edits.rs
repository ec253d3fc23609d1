//! `nienbieu parse --edits`.

use nienbieu_edit::{Article, Edit, Layer, Log, Operation, Target, apply};
use nienbieu_model::Record;
use serde_json::json;

use super::*;

fn record(run: &Run) -> Record {
    serde_json::from_str(run.out.lines().next().unwrap()).unwrap()
}

fn parsed(folder: &TempDir, more: &[&str]) -> Run {
    let args = [&["parse", "a.txt", "-f", "ndjson"], more].concat();
    run(nienbieu(&args).current_dir(folder))
}

/// The article in a folder, its record, and a log with these edits beside it.
fn edited(operations: impl Fn(&Record) -> Vec<Operation>) -> (TempDir, Record, Log) {
    let folder = folder(&[("a.txt", LAYERED.as_bytes())]);
    let machine = record(&parsed(&folder, &[]));
    let article = Article::of(&machine);
    let log = operations(&machine).into_iter().fold(Log::default(), |log, operation| {
        log.with(Edit { article: article.clone(), operation })
    });
    fs::write(folder.path().join("log.json"), serde_json::to_string(&log).unwrap()).unwrap();
    (folder, machine, log)
}

fn money(record: &Record) -> Target {
    let figure = record.quantities.iter().find(|q| q.text.contains("3,5 tỷ")).unwrap();
    Target::of(record, Layer::Quantities, figure.span).unwrap()
}

#[test]
fn a_log_gives_what_the_library_gives() {
    let (folder, machine, log) = edited(|machine| {
        let event = Target::event(machine, &machine.events[0]).unwrap();
        vec![
            Operation::set(money(machine), [("value", json!(3_600_000_000.0_f64))]),
            Operation::Reject { target: event },
        ]
    });
    let run = parsed(&folder, &["--edits", "log.json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let after = record(&run);
    assert_eq!(after, apply(machine.clone(), &log).0);
    assert_eq!((after.edits.len(), after.events.len()), (2, machine.events.len() - 1));
    let csv =
        [&["parse", "a.txt", "-f", "csv", "--table", "quantities"][..], &["--edits", "log.json"]];
    let csv = super::run(nienbieu(&csv.concat()).current_dir(&folder));
    assert!(csv.out.contains("3600000000") && !csv.out.contains("3500000000"), "{}", csv.out);
}

#[test]
fn a_date_of_publication_in_the_log_is_parsed_with() {
    let operation = || Operation::SetPublished { date: Some("2022-08-08".into()) };
    let (folder, ..) = edited(|_| vec![operation()]);
    let by_log = parsed(&folder, &["--edits", "log.json"]);
    let by_option = parsed(&folder, &["--published", "2022-08-08"]);
    assert_eq!((by_log.code, by_log.err.as_str()), (0, ""));
    let (mut by_log, by_option) = (record(&by_log), record(&by_option));
    assert_eq!(by_log.edits.len(), 1);
    by_log.edits.clear();
    assert_eq!(by_log, by_option);
    assert_eq!(by_log.published.edtf.as_deref(), Some("2022-08-08"));
}

#[test]
fn what_finds_its_words_no_more_is_named_and_changes_nothing() {
    let (folder, ..) = edited(|machine| vec![Operation::Reject { target: money(machine) }]);
    let changed = LAYERED.replace("3,5 tỷ", "4,5 tỷ");
    fs::write(folder.path().join("a.txt"), changed).unwrap();
    let with = parsed(&folder, &["--edits", "log.json"]);
    assert_eq!((with.code, &with.out), (1, &parsed(&folder, &[]).out));
    assert!(
        with.err.contains("a.txt: edit 1 (reject) on “3,5 tỷ đồng”: nothing found"),
        "{}",
        with.err
    );
}

#[test]
fn edits_of_other_articles_are_named() {
    let (folder, ..) = edited(|machine| vec![Operation::Accept { target: money(machine) }]);
    fs::write(folder.path().join("b.txt"), ARTICLE).unwrap();
    let args = ["parse", "b.txt", "-f", "ndjson", "--edits", "log.json"];
    let run = super::run(nienbieu(&args).current_dir(&folder));
    assert_eq!((run.code, run.records().len()), (1, 1));
    assert!(run.err.contains("edit 1 (accept): it is of a.txt, which is not among"), "{}", run.err);
}

#[test]
fn what_is_no_log_is_a_usage_error() {
    let folder = folder(&[
        ("a.txt", ARTICLE.as_bytes()),
        ("log.json", b"[]"),
        ("new.json", b"{\"version\":7}"),
    ]);
    for (log, told) in [
        ("log.json", "log.json: no log of edits"),
        ("new.json", "new.json: a log of edits of version 7"),
        ("missing.json", "missing.json: "),
    ] {
        let run = parsed(&folder, &["--edits", log]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(told), "{}", run.err);
    }
}
