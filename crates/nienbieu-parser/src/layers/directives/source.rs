//! Who gives an instruction: the person or the paper named before it.

use std::ops::Range;

use nienbieu_model::{Record, Span};

use super::{super::View, lexicon::WORDS};

/// The id of the person or paper last named before an instruction in its sentence, else of the last
/// paper named before it on its line. What an instruction only rests on ("Thực hiện Chỉ thị …") does not
/// give it.
pub(super) fn source(
    view: &View<'_>,
    record: &Record,
    line: Span,
    before: Range<usize>,
) -> Option<String> {
    let sentence = view.span(before);
    let line = Span::new(line.start, sentence.end.max(line.start));
    let paper = |within: Span| {
        let known = up_to(&record.citations, within, |citation| citation.span);
        let known = known.filter(|citation| !is_basis(view, citation.span.start)).last();
        known.map(|citation| (citation.span.start, citation.id.clone()))
    };
    let person = up_to(&record.people, sentence, |person| person.span)
        .last()
        .map(|person| (person.span.start, person.id.clone()));
    person.max(paper(sentence)).or_else(|| paper(line)).map(|(_, id)| id)
}

/// The items that lie within a span; they come in order of position.
fn up_to<T>(items: &[T], within: Span, span: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let from = items.partition_point(|item| span(item).start < within.start);
    let to = items.partition_point(|item| span(item).start < within.end);
    items.get(from..to).unwrap_or_default().iter()
}

/// Whether the words just before a paper make it what something rests on.
fn is_basis(view: &View<'_>, at: usize) -> bool {
    let end = view.folded.folded_at(at);
    let text = view.folded.as_str();
    let from = text.ceil_char_boundary(end.saturating_sub(40));
    let before = text.get(from..end).unwrap_or_default().trim_end();
    let mut words = before.char_indices().filter(|(_, c)| *c == ' ').map(|(space, _)| space + 1);
    let whole = |at: usize| WORDS.basis.at(&before[at..]).is_some_and(|w| w.0 == before.len() - at);
    whole(0) || words.any(whole)
}

#[cfg(test)]
mod tests {
    use super::super::testing::with_view;
    use super::*;
    use nienbieu_model::{Citation, CitationForm, Person};

    const TEXT: &str =
        "Thực hiện Chỉ thị 05, ông Lò Văn A ký Công văn số 7/UBND yêu cầu các xã rà soát.";

    fn citation(id: &str, words: &str) -> Citation {
        let start = TEXT.find(words).unwrap();
        Citation {
            id: id.into(),
            span: Span::new(start, start + words.len()),
            text: words.into(),
            kind: None,
            identifier: None,
            number: None,
            year: None,
            type_code: None,
            issuer_code: None,
            unit_code: None,
            issuer: None,
            date: None,
            about: None,
            form: CitationForm::Full,
            refers_to: None,
        }
    }

    fn read(citations: Vec<Citation>) -> Option<String> {
        let mut record = Record::new("sha256:00".into(), 1);
        let at = TEXT.find("Lò Văn A").unwrap();
        let span = Span::new(at, at + "Lò Văn A".len());
        record.people = vec![Person {
            id: "p1".into(),
            span,
            name: "Lò Văn A".into(),
            titles: vec![],
            role: None,
        }];
        record.citations = citations;
        with_view(TEXT, |view| {
            let end = view.folded.as_str().find("yêu cầu").unwrap();
            source(view, &record, Span::new(0, TEXT.len()), 0..end)
        })
    }

    #[test]
    fn the_last_named_gives_it() {
        let (basis, given) = (citation("c1", "Chỉ thị 05"), citation("c2", "Công văn số 7/UBND"));
        assert_eq!(read(vec![basis.clone(), given]).as_deref(), Some("c2"));
        assert_eq!(read(vec![basis]).as_deref(), Some("p1"));
    }
}
