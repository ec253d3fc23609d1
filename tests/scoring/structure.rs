//! Articles, their fields, their publication, and the kind of each line.

use nienbieu_model::{Publication, Record, Span, SpannedText};

use super::{
    board::Board,
    gold::{Article, Gold, Lines, Published, allows},
};

pub(crate) fn score(gold: &Gold, records: &[Record], lines: &Lines<'_>, board: &mut Board) {
    board.mark("articles", records.len() == gold.articles.len(), || {
        format!("{} records for {} articles", records.len(), gold.articles.len())
    });
    for article in &gold.articles {
        let record = record_of(article, records, lines);
        fields(article, record, board);
        published(&article.published, &record.published, board);
        let modified = record.modified.as_ref().and_then(|modified| modified.edtf.as_deref());
        mark_equal("modified", article.modified.as_deref(), modified, board);
        kinds(article, records, lines, board);
    }
}

/// The record that holds most of an article's lines: one split too many must not shift the rest.
pub(crate) fn record_of<'a>(
    article: &Article,
    records: &'a [Record],
    lines: &Lines<'_>,
) -> &'a Record {
    let shared = |record: &&Record| {
        let holds = |number: &&usize| kind_at(record, lines.span(**number)).is_some();
        article.lines.keys().filter(holds).count()
    };
    records.iter().max_by_key(shared).unwrap()
}

/// A section's line is furniture whose reason says so.
fn kind_at(record: &Record, line: Span) -> Option<&str> {
    let block = record.blocks.iter().find(|block| block.span.overlaps(line))?;
    let section = block.reason.as_deref().filter(|reason| *reason == "section");
    Some(section.unwrap_or(block.kind.as_str()))
}

fn mark_equal(layer: &'static str, want: Option<&str>, got: Option<&str>, board: &mut Board) {
    board.mark(layer, got == want, || format!("want {want:?}, got {got:?}"));
}

fn fields(article: &Article, record: &Record, board: &mut Board) {
    let text = |field: &Option<SpannedText>| field.as_ref().map(|field| one_line(&field.text));
    for (layer, want, got) in [
        ("title", &article.title, text(&record.title)),
        ("section", &article.section, text(&record.section)),
        ("outlet", &article.outlet, text(&record.outlet)),
        ("byline", &article.byline, text(&record.byline)),
    ] {
        mark_equal(layer, want.as_deref(), got.as_deref(), board);
    }
}

/// A title broken over lines reads as one.
fn one_line(text: &str) -> String {
    text.split(['\r', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn published(want: &Published, got: &Publication, board: &mut Board) {
    mark_equal("published.status", Some(&want.status), Some(got.status.as_str()), board);
    mark_equal("published.edtf", want.edtf.as_deref(), got.edtf.as_deref(), board);
    if want.earliest.is_some() || want.latest.is_some() {
        mark_equal("published.bounds", want.earliest.as_deref(), got.earliest.as_deref(), board);
        mark_equal("published.bounds", want.latest.as_deref(), got.latest.as_deref(), board);
    }
}

fn kinds(article: &Article, records: &[Record], lines: &Lines<'_>, board: &mut Board) {
    for (&number, want) in &article.lines {
        let got = records.iter().find_map(|record| kind_at(record, lines.span(number)));
        board.mark("lines", got.is_some_and(|got| allows(want, got)), || {
            let start: String = lines.words(number).chars().take(70).collect();
            format!("line {number} want {want}, got {}: {start:?}", got.unwrap_or("none"))
        });
    }
}
