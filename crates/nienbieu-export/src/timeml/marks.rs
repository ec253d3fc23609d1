use std::collections::BTreeMap;
use std::io::{self, Write};

use maud::Markup;
use nienbieu_model::Span;

use super::characters;
use crate::xml;

/// An element: around its stretch of the text, or empty at a place in it.
struct Mark {
    span: Span,
    /// Opens the element; none where it is empty and whole in `close`.
    open: String,
    close: String,
}

/// The text, with what is marked in it. No two elements overlap.
pub(super) struct Marks<'t> {
    text: &'t str,
    own: Span,
    marks: Vec<Mark>,
    /// The stretches that elements stand around: first byte, one past the last.
    taken: BTreeMap<usize, usize>,
}

impl<'t> Marks<'t> {
    /// The stretch of the text that is the article's own.
    pub(super) const fn new(text: &'t str, own: Span) -> Self {
        Self { text, own, marks: Vec::new(), taken: BTreeMap::new() }
    }

    /// Whether an element may stand around this stretch.
    pub(super) fn is_free(&self, span: Span) -> bool {
        let fits = self.own.contains(span) && span.of(self.text).is_some() && !span.is_empty();
        let last = self.taken.range(..span.end).next_back();
        fits && last.is_none_or(|(_, end)| *end <= span.start)
    }

    /// Puts an element around a free stretch. The element is given empty: `<TIMEX3 …></TIMEX3>`.
    pub(super) fn wrap(&mut self, span: Span, element: Markup) {
        let element = xml::legal(element);
        let (open, close) = element.split_at(element.rfind("</").unwrap_or(element.len()));
        self.taken.insert(span.start, span.end);
        self.marks.push(Mark { span, open: open.to_owned(), close: close.to_owned() });
    }

    /// Puts an empty element at a place, or behind what stands there.
    pub(super) fn point(&mut self, at: usize, element: Markup) {
        let at = at.clamp(self.own.start, self.own.end);
        let at =
            (at..=self.own.end).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.own.end);
        let span = Span::new(at, at);
        self.marks.push(Mark { span, open: String::new(), close: xml::legal(element) });
    }

    /// The longest stretch within that is free, without space and punctuation around it.
    pub(super) fn longest_free(&self, within: Span) -> Option<Span> {
        let start = within.start.max(self.own.start);
        let end = within.end.min(self.own.end);
        let before = self.taken.range(..start).next_back();
        let inside = self.taken.range(start..end.max(start));
        let behind = [(end, end)];
        let taken =
            before.into_iter().chain(inside).map(|(start, end)| (*start, *end)).chain(behind);
        let mut from = start;
        let mut best: Option<Span> = None;
        for (next, past) in taken {
            let free = trimmed(self.text, Span::new(from, next.max(from)));
            if free.len() > best.map_or(0, Span::len) {
                best = Some(free);
            }
            from = from.max(past);
        }
        best
    }

    pub(super) fn write(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.marks.sort_by_key(|mark| (mark.span.start, mark.span.end));
        let mut at = self.own.start;
        for Mark { span, open, close } in &self.marks {
            // An empty element in the midst of another stands behind it.
            let start = span.start.max(at);
            let end = span.end.max(start);
            let part = |from, to| characters(Span::new(from, to).of(self.text).unwrap_or_default());
            write!(out, "{}{open}{}{close}", part(at, start), part(start, end))?;
            at = end;
        }
        let rest = Span::new(at, self.own.end).of(self.text).unwrap_or_default();
        writeln!(out, "{}", characters(rest))
    }
}

fn trimmed(text: &str, span: Span) -> Span {
    let Some(words) = span.of(text) else { return Span::new(span.start, span.start) };
    let edge = |c: char| !c.is_alphanumeric();
    let rest = words.trim_start_matches(edge);
    let start = span.end - rest.len();
    Span::new(start, start + rest.trim_end_matches(edge).len())
}
