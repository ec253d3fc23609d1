//! Markdown, read by pulldown-cmark with its extensions.

use pulldown_cmark::{Event as Piece, Options as Reading, Parser, Tag, TagEnd};

use super::*;

/// All but the one that draws quotation marks and dashes anew.
fn extensions() -> Reading {
    Reading::all() - Reading::ENABLE_SMART_PUNCTUATION
}

#[test]
fn nasty_words_are_text() {
    let record = nasty();
    let markdown = written("markdown", std::slice::from_ref(&record));
    let mut quotes = Vec::new();
    let mut inside = false;
    for piece in Parser::new_ext(&markdown, extensions()) {
        match piece {
            Piece::Start(Tag::BlockQuote(_)) => {
                quotes.push(String::new());
                inside = true;
            }
            Piece::End(TagEnd::BlockQuote(_)) => inside = false,
            Piece::Text(text) if inside => quotes.last_mut().unwrap().push_str(&text),
            Piece::Start(
                Tag::Heading { .. } | Tag::List(_) | Tag::Item | Tag::Paragraph | Tag::Strong,
            )
            | Piece::End(_)
            | Piece::Text(_) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    let words = |event| nienbieu_export::text::one_line(quote(&record, event));
    assert_eq!(quotes, record.events.iter().map(words).collect::<Vec<_>>());
}

#[test]
fn the_corpus_has_a_quotation_an_event() {
    let records = corpus();
    let markdown = written("markdown", &records);
    let pieces: Vec<_> = Parser::new_ext(&markdown, extensions()).collect();
    let count = |is: fn(&Piece<'_>) -> bool| pieces.iter().filter(|piece| is(piece)).count();
    let events = records.iter().map(|record| record.events.len()).sum::<usize>();
    assert_eq!(count(|piece| matches!(piece, Piece::Start(Tag::BlockQuote(_)))), events);
    assert_eq!(count(|piece| matches!(piece, Piece::Start(Tag::Heading { .. }))), records.len());
    assert_eq!(count(|piece| matches!(piece, Piece::Start(Tag::Link { .. }))), 0);
    assert_eq!(count(|piece| matches!(piece, Piece::Html(_) | Piece::InlineHtml(_))), 0);
}
