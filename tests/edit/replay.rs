//! Logs played on articles of the corpus, on texts that were changed, and where words stand twice.

use proptest::prelude::*;

use super::*;

fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let read =
        |path| std::fs::read_to_string(path).unwrap().trim_start_matches('\u{feff}').to_owned();
    paths.into_iter().step_by(12).map(read).collect()
}

/// The target of some item.
fn some_target(record: &Record, layer: usize, item: usize) -> Option<Target> {
    macro_rules! nth {
        ($layer:ident, $items:ident) => {{
            let items = &record.$items;
            let one = items.get(item % items.len().max(1))?;
            Target::of(record, Layer::$layer, one.span)
        }};
    }
    match layer % 6 {
        0 => nth!(Times, times),
        1 => nth!(Quantities, quantities),
        2 => nth!(Places, places),
        3 => nth!(People, people),
        _ => Target::event(record, record.events.get(item % record.events.len().max(1))?),
    }
}

fn some_operation(record: &Record, numbers: [usize; 4]) -> Option<Operation> {
    let [which, layer, first, second] = numbers;
    let target = some_target(record, layer, first)?;
    let text = record.text.as_deref()?;
    let words: Vec<_> = target.anchor.quote.split_whitespace().collect();
    let part = |words: &str| {
        let from = target.anchor.position + target.anchor.quote.find(words)?;
        Anchor::of(text, from, from + words.len())
    };
    Some(match which % 8 {
        0 | 1 => match target.layer {
            Layer::Quantities => Operation::set(target, [("value", json!(second))]),
            Layer::Events => {
                Operation::set(target, [("edtf", json!(format!("2022-{:02}", second % 12 + 1)))])
            }
            Layer::Times => {
                Operation::set(target, [("edtf", json!(format!("20{:02}", second % 100)))])
            }
            _ => Operation::set(target, [("name", json!("Tên khác"))]),
        },
        2 => Operation::SetSpan { to: part(words.first()?)?, target },
        3 => {
            let other = some_target(record, layer, second)?;
            Operation::Merge { targets: vec![target, other] }
        }
        4 => Operation::Split { parts: vec![part(words.first()?)?, part(words.last()?)?], target },
        5 => Operation::Reject { target },
        6 => Operation::Accept { target },
        _ => Operation::AcceptWhere { layer: target.layer, fields: [].into() },
    })
}

/// A log made as a reader makes one: each edit on what the ones before have left.
fn some_log(record: &Record, numbers: &[[usize; 4]]) -> Log {
    let mut log = Log::default();
    for numbers in numbers {
        let (now, _) = apply(record.clone(), &log);
        if let Some(operation) = some_operation(&now, *numbers) {
            log = log.with(Edit { article: Article::of(record), operation });
        }
    }
    log
}

fn numbers() -> impl Strategy<Value = Vec<[usize; 4]>> {
    prop::collection::vec(prop::array::uniform4(0..1000_usize), 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn undone_is_never_done_and_all_can_be_taken_back(article in 0..9_usize, numbers in numbers()) {
        let articles = articles();
        let machine = parse(&articles[article % articles.len()], &Options::default()).remove(0);
        let log = some_log(&machine, &numbers);
        let (after, report) = apply(machine.clone(), &log);
        prop_assert_eq!(report.outcomes.len(), log.edits.len());
        prop_assert_eq!(&restore(after.clone()).0, &machine);
        prop_assert_eq!(&apply(machine.clone(), &log.undo().redo()).0, &after);
        if let Some((last, before)) = log.edits.split_last() {
            let before = Log { edits: before.to_vec(), ..Log::default() };
            let expected = apply(machine.clone(), &before).0;
            prop_assert_eq!(&apply(machine.clone(), &before.with(last.clone()).undo()).0, &expected);
        }
    }

    #[test]
    fn a_replay_is_stable(article in 0..9_usize, numbers in numbers()) {
        let articles = articles();
        let text = &articles[article % articles.len()];
        let machine = parse(text, &Options::default()).remove(0);
        let log = some_log(&machine, &numbers);
        let first = apply(machine, &log);
        let read = Log::read(serde_json::to_string(&log).unwrap().as_bytes()).unwrap();
        let again = apply(parse(text, &Options::default()).remove(0), &read);
        prop_assert_eq!(&again, &first);
        prop_assert_eq!(apply(again.0, &log), first);
    }

    /// Whatever stands before the article or behind it now, an edit that holds, holds on its words.
    #[test]
    fn a_text_changed_elsewhere_keeps_its_edits(
        article in 0..9_usize, numbers in numbers(), more in "[a-zđ ]{1,40}",
    ) {
        let articles = articles();
        let text = &articles[article % articles.len()];
        let machine = parse(text, &Options::default()).remove(0);
        let target = some_target(&machine, 1, numbers[0][0]);
        prop_assume!(target.is_some());
        let target = target.unwrap();
        let log = log([Operation::set(target.clone(), [("value", json!(777.5))])]);
        let changed = format!("{}\n\n{more}.\n", text.trim_end());
        let behind = parse(&changed, &Options::default()).remove(0);
        let (after, report) = apply(behind, &log);
        let set: Vec<_> = after.quantities.iter().filter(|q| q.value == 777.5).collect();
        match report.outcomes[0].status {
            Status::Applied { .. } => {
                prop_assert_eq!(set.len(), 1);
                prop_assert_eq!(&set[0].text, &target.anchor.quote);
                prop_assert_eq!(set[0].span.start, target.anchor.position);
            }
            _ => prop_assert!(set.is_empty()),
        }
    }
}

#[test]
fn words_that_moved_are_found_again() {
    let record = machine();
    let set = |record: &Record| {
        Operation::set(target(record, Layer::Quantities, "300 liều vắc xin"), [("value", json!(9))])
    };
    let log = log([set(&record)]);
    let moved =
        TEXT.replacen("Báo Mây, 14/08/2022", "Báo Mây và Gió, 14/08/2022\n\nẢnh: chợ Mây.", 1);
    let (after, report) = apply(parse(&moved, &Options::default()).remove(0), &log);
    assert!(report.is_clean(), "{report:?}");
    let doses = after.quantities.iter().find(|q| q.text.contains("300")).unwrap();
    assert_eq!((doses.value, doses.span), (9.0, span(&moved, "300 liều vắc xin")));
    // The words beside were changed on one side.
    let beside = TEXT.replace("huyện Mường Lay tiêm 300", "huyện Tủa Chùa tiêm 300");
    assert!(apply(parse(&beside, &Options::default()).remove(0), &log).1.is_clean());
    // The words themselves were changed: nothing else is taken for them.
    for changed in [
        TEXT.replace("300 liều", "310 liều"),
        TEXT.replace("huyện Mường Lay tiêm 300 liều vắc xin.", "xong."),
    ] {
        let parsed = parse(&changed, &Options::default()).remove(0);
        let (after, report) = apply(parsed.clone(), &log);
        assert_eq!((report.outcomes[0].status.clone(), after), (Status::Lost, parsed));
        assert!(report.outcomes[0].to_string().contains("“300 liều vắc xin”: nothing found"));
    }
}

#[test]
fn words_that_stand_twice_are_reported() {
    let line = "Ngày 5/8/2022, huyện Mường Lay tiêm thêm 300 liều vắc xin cho người già.\n\n";
    let text = format!("Chợ Mây\n\n{line}{line}{line}{line}");
    let record = parse(&text, &Options::default()).remove(0);
    let second = record.quantities[1].span;
    let target = Target::of(&record, Layer::Quantities, second).unwrap();
    let log = log([Operation::set(target, [("value", json!(7))])]);
    let (after, report) = apply(record.clone(), &log);
    assert!(report.is_clean(), "its place tells: {report:?}");
    assert_eq!(after.quantities[1].value, 7.0);
    let moved =
        parse(&text.replacen("Chợ Mây", "Chợ Mây mở lại", 1), &Options::default()).remove(0);
    let (after, report) = apply(moved.clone(), &log);
    let Status::Ambiguous { candidates } = &report.outcomes[0].status else { panic!("{report:?}") };
    assert!(candidates.len() >= 2, "{candidates:?}");
    assert!(report.outcomes[0].to_string().contains("nothing tells which is meant"));
    assert_eq!(after, moved);
}

#[test]
fn events_with_one_quotation_are_told_apart_by_their_times() {
    let text =
        "Chợ Mây\n\nTừ ngày 27/4/2022 đến ngày 5/5/2022, rồi từ 10/6/2022, huyện Mây đóng chợ.\n";
    let record = parse(text, &Options::default()).remove(0);
    let shared = record.events.iter().filter(|e| e.quote == record.events[0].quote).count();
    assert!(shared >= 2, "{:?}", record.events);
    for event in &record.events {
        let target = Target::event(&record, event).unwrap();
        let log = log([Operation::set(target, [("kind", json!("award"))])]);
        let (after, report): (Record, Report) = apply(record.clone(), &log);
        assert!(report.is_clean(), "{report:?}");
        let set: Vec<_> = after.events.iter().filter(|e| e.kind.as_str() == "award").collect();
        assert_eq!(set.iter().map(|e| &e.id).collect::<Vec<_>>(), [&event.id]);
    }
}
