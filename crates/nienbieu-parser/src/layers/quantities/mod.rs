//! The layer of quantities: figures with their units, and what they count.
//!
//! `figure` reads a number with its unit and comparator, `guard` says which numbers are none; `metric`,
//! `aspect` and `change` say what a figure means by the words around it, `negation` adds the zeros.
//! `context` completes them: when and where each holds, and of which total it is a part.

mod aspect;
mod change;
mod clause;
mod comparator;
mod context;
mod ellipsis;
mod ending;
mod figure;
mod fraction;
mod grid;
mod groups;
mod guard;
mod meaning;
mod metric;
mod negation;
mod number;
mod period;
mod range;
#[cfg(test)]
mod tests;
mod unit;

use std::ops::Range;

use nienbieu_model::{BlockKind, Diagnostic, NumberSpan, Publication, Quantity, Record, Span};

use super::View;
use crate::text::{is_alphabetic, plain};
use figure::{Figure, Reader};
use metric::Subject;

/// The quantities of an article, in order, and totals that their parts do not make.
pub(super) fn read(view: &View<'_>, record: &Record) -> (Vec<Quantity>, Vec<Diagnostic>) {
    let text = view.folded.as_str();
    let masks = masks(record);
    let known = Subject { epidemic: !record.diseases.is_empty(), ..Subject::default() };
    let subject =
        view.lines().fold(known, |subject, line| subject.with(view.folded_words(line.span)));
    let open_nouns = !plain::is_plain(view.text);
    let mut figures = grid::cells(view, subject);
    let cells: Vec<_> = figures.iter().map(|figure| figure.span.clone()).collect();
    let taken = |range: Range<usize>| {
        let span = view.span(range.clone());
        let cell = cells.partition_point(|cell| cell.end <= range.start);
        let in_cell = cells.get(cell).is_some_and(|cell| cell.start < range.end);
        in_cell || view.times_in(span).next().is_some() || is_masked(&masks, span)
    };
    let ends_place = |at: usize| {
        let end = view.span(at..at).end;
        let before = record.places.partition_point(|place| place.span.start < end);
        record.places[..before].iter().rev().take(MASKS).any(|place| place.span.end == end)
    };
    let (mut line_end, mut counted_up) = (0, false);
    let (mut listed, mut told, mut aimed) = (None, None, None);
    let published = last_day(&record.published);
    for sentence in view.sentences {
        let is_item = is_list_item(view, sentence.span);
        let sentence = view.range(sentence.span);
        let is_capital = |at: usize| view.is_capital(at);
        let reader = Reader {
            text,
            sentence: sentence.clone(),
            taken: &taken,
            open_nouns,
            is_capital: &is_capital,
            ends_place: &ends_place,
        };
        let mut found = reader.figures();
        let same_line = text.get(line_end..sentence.start).is_some_and(|gap| !gap.contains('\n'));
        let setting = meaning::Setting {
            subject,
            counted_up: counted_up && same_line,
            listed: listed.filter(|_| is_item),
            told: told.filter(|_| same_line),
            aimed: aimed.filter(|_| is_item),
            period: &|stretch| period::before(view, published, stretch),
        };
        counted_up = meaning::settle(text, &sentence, &mut found, &setting);
        if !is_item {
            aimed = aspect::opens_aims(&text[sentence.clone()]);
        }
        listed = found.last().map(|figure| figure.metric).filter(|_| is_item);
        told = found.iter().rev().find(|figure| figure.is_shared_out()).map(|figure| figure.metric);
        line_end = sentence.end;
        figures.extend(found);
    }
    figures.sort_by_key(|figure| figure.span.start);
    let numbered = figures.iter().zip(1..);
    let mut quantities =
        numbered.map(|(figure, number)| quantity(view, figure, number)).collect::<Vec<_>>();
    let doubts = context::complete(&mut quantities, view, record);
    (quantities, doubts)
}

/// The last day that an article can be of, where one is known.
fn last_day(published: &Publication) -> Option<&str> {
    // "2021-10-24/" leaves the last day open.
    let day = published.edtf.as_deref().filter(|edtf| !edtf.contains('/'));
    published.latest.as_deref().or(day)
}

/// Whether a sentence stands in an item of a list.
fn is_list_item(view: &View<'_>, sentence: Span) -> bool {
    let block = view.block_at(sentence.start);
    block.is_some_and(|at| view.blocks[at].kind == BlockKind::ListItem)
}

/// What other layers hold: a paper's number, a patient's, a road's name is no figure.
fn masks(record: &Record) -> Vec<Span> {
    let papers = record.citations.iter().map(|item| item.span);
    let patients = record.patients.iter().map(|item| item.span);
    // "quận 1, 3" and "quận 1, 3 ca" begin alike: bare digits settle nothing.
    let is_named = |text: &str| text.chars().any(is_alphabetic);
    let places = record.places.iter().filter(|item| is_named(&item.text)).map(|item| item.span);
    let mut masks: Vec<Span> = papers.chain(patients).chain(places).collect();
    masks.sort_unstable();
    masks
}

/// How many masks before a span are looked at: they are short and hardly overlap.
const MASKS: usize = 8;

/// Whether a mask overlaps a span.
fn is_masked(masks: &[Span], span: Span) -> bool {
    let before = masks.partition_point(|mask| mask.start < span.end);
    masks[..before].iter().rev().take(MASKS).any(|mask| mask.overlaps(span))
}

/// The record's item of a figure.
fn quantity(view: &View<'_>, figure: &Figure, number: usize) -> Quantity {
    let words = |range: &Range<usize>| view.words(view.span(range.clone())).to_owned();
    let span = view.span(figure.span.clone());
    let text = view.words(span).to_owned();
    Quantity {
        id: format!("q{number}"),
        number: figure.number.clone().map(|range| NumberSpan { span: view.span(range) }),
        max: figure.max,
        comparator: figure.comparator.into(),
        comparator_text: figure.comparator_words.as_ref().map(words),
        unit: figure.unit.as_ref().map(|unit| words(&unit.range)),
        metric: Some(figure.metric.into()),
        aspect: figure.aspect.map(Into::into),
        population: figure.population.as_ref().map(words),
        ..Quantity::new(text, span, figure.value, figure.rule.into())
    }
}
