//! A view of some plain lines, for tests.

use nienbieu_model::{Block, BlockKind, Organization, Record, Span};

use super::{super::View, page::Page};
use crate::{Options, parse, read_times, structure::sentences, text::Folded};

/// Calls a function with the view of a text whose lines are all paragraphs.
pub(super) fn with_view<T>(text: &str, read: impl FnOnce(&View<'_>) -> T) -> T {
    let folded = Folded::for_times(text);
    let mut at = 0;
    let mut blocks = Vec::new();
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = at + (line.len() - line.trim_start().len());
            let span = Span::new(start, start + trimmed.len());
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                span,
                marker: None,
                parent: None,
                reason: None,
            });
        }
        at += line.len();
    }
    let sentences = sentences::split(text, &blocks);
    let times = read_times(text, None);
    read(&View { text, folded: &folded, blocks: &blocks, sentences: &sentences, times: &times })
}

/// Calls a function with the page of a text whose named bodies have these words.
pub(super) fn with_page<T>(text: &str, named: &[&str], read: impl FnOnce(&Page<'_>) -> T) -> T {
    let body = |words: &&str| {
        let start = text.find(words)?;
        Some(Organization {
            id: String::new(),
            span: Span::new(start, start + words.len()),
            text: (*words).to_owned(),
            name: None,
            abbreviation: None,
            level: None,
            place: None,
        })
    };
    let bodies: Vec<_> = named.iter().filter_map(body).collect();
    with_view(text, |view| read(&Page::new(view, &bodies, &[])))
}

/// The record of a page: a title, an empty line, and these lines.
pub(super) fn record(lines: &str) -> Record {
    let page = format!("Tăng cường phòng, chống thiên tai\n10/08/2022 08:00\n\n{lines}\n");
    parse(&page, &Options::default()).into_iter().next().unwrap()
}
