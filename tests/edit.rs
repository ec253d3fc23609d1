//! A reader's corrections: what each does, that it is taken back whole, that it holds to its words.

use nienbieu_edit::{
    Anchor, Article, Edit, Layer, Log, Operation, Report, Status, Target, apply, published, restore,
};
use nienbieu_model::{Change, Record, Span};
use nienbieu_parser::{Options, parse};
use serde_json::{Value, json};

#[path = "edit/log.rs"]
mod log;
#[path = "edit/operations.rs"]
mod operations;
#[path = "edit/replay.rs"]
mod replay;

const TEXT: &str = "Điện Biên: Thêm 12 ca mắc sởi\n\nBáo Mây, 14/08/2022\n\n\
    Ngày 5/8/2022, tỉnh Điện Biên ghi nhận 12 ca mắc sởi mới.\n\n\
    Ngày 6/8/2022, Sở Y tế tỉnh Điện Biên họp, huyện Mường Lay tiêm 300 liều vắc xin.\n\n\
    Dự kiến ngày 20/8, trạm y tế mở cửa.\n";

fn machine() -> Record {
    let record = parse(TEXT, &Options::default()).remove(0);
    assert!(record.events.len() >= 3 && record.quantities.len() >= 2, "{record:?}");
    record
}

/// The words, wherever they stand first behind the title.
fn span(text: &str, words: &str) -> Span {
    let start = text.rfind(words).unwrap();
    Span::new(start, start + words.len())
}

fn anchor(text: &str, words: &str) -> Anchor {
    let span = span(text, words);
    Anchor::of(text, span.start, span.end).unwrap()
}

fn target(record: &Record, layer: Layer, words: &str) -> Target {
    Target::of(record, layer, span(record.text.as_deref().unwrap(), words)).unwrap()
}

/// The event whose words hold these.
fn event(record: &Record, words: &str) -> Target {
    let text = record.text.as_deref().unwrap();
    let holds = |event: &&nienbieu_model::Event| event.quote.of(text).unwrap().contains(words);
    Target::event(record, record.events.iter().find(holds).unwrap()).unwrap()
}

fn log(operations: impl IntoIterator<Item = Operation>) -> Log {
    operations.into_iter().fold(Log::default(), |log, operation| {
        log.with(Edit { article: Article::default(), operation })
    })
}

/// One edit that holds.
fn edited(record: &Record, operation: Operation) -> Record {
    let (after, report) = apply(record.clone(), &log([operation]));
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(&restore(after.clone()).0, record);
    after
}

/// What became of one edit that does not hold.
fn refused(record: &Record, operation: Operation) -> Status {
    let (after, report) = apply(record.clone(), &log([operation]));
    assert_eq!(&after, record);
    let [outcome] = report.outcomes.as_slice() else { panic!("{report:?}") };
    outcome.status.clone()
}
