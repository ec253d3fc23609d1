//! What stands around a mention: capitals, sentence starts, bodies, times.

use std::ops::Range;

use nienbieu_model::{Organization, Span, Time, TimeType};

use super::tables::{Body, SAID, Use};
use crate::{
    layers::View,
    text::{is_alphanumeric, lexicon::word_starts},
};

/// How far before a mention its words are looked for.
const REACH: usize = 160;

/// An article, and the bodies it names.
pub(super) struct Page<'a> {
    pub(super) view: &'a View<'a>,
    /// The folded text.
    pub(super) text: &'a str,
    /// Where the named bodies stand in it, in order.
    bodies: Vec<Range<usize>>,
}

/// Words that say who issues a paper.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) range: Range<usize>,
    /// The body, where it is one that issues papers.
    pub(super) body: Option<Body>,
}

impl<'a> Page<'a> {
    pub(super) fn new(view: &'a View<'a>, organizations: &[Organization]) -> Self {
        let bodies = organizations.iter().map(|body| view.range(body.span)).collect();
        Self { view, text: view.folded.as_str(), bodies }
    }

    /// The folded text from an offset on.
    pub(super) fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// What stands before an offset on its line, as far as words bear on it.
    pub(super) fn before(&self, at: usize) -> &'a str {
        let mut from = at.saturating_sub(REACH);
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let before = self.text.get(from..at).unwrap_or_default();
        before.rfind('\n').map_or(before, |end| &before[end + 1..])
    }

    /// Whether a word has a capital, and is not in a line of capitals.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let second = self.from(at).chars().next().map_or(at, |first| at + first.len_utf8());
        self.view.is_capital(at) && !self.view.is_capital(second)
    }

    /// Whether a word goes on with a sentence, so that its capital means something.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let before = self.before(at).trim_end_matches([' ', '\t']);
        before.ends_with(|c: char| is_alphanumeric(c) || matches!(c, ',' | '(' | '%' | ')'))
    }

    /// Who is said at an offset: "UBND tỉnh", "Thủ tướng Chính phủ", "Chủ tịch UBND huyện".
    pub(super) fn said_at(&self, at: usize) -> Option<Said> {
        let found = self.body_at(at);
        found.or_else(|| {
            let post = at + Use::Post.at(self.from(at))?;
            let Said { range, body } = self.body_at(post + spaces(self.from(post)))?;
            Some(Said { range: at..range.end, body })
        })
    }

    fn body_at(&self, at: usize) -> Option<Said> {
        let known = SAID.at(self.from(at));
        let named = self.bodies.partition_point(|body| body.start < at);
        let named = self.bodies.get(named).filter(|body| body.start == at);
        let end = known.map(|(len, _)| at + len).max(named.map(|body| body.end))?;
        Some(Said { range: at..end, body: known.map(|(_, body)| *body) })
    }

    /// Who is said right before an offset: "UBND tỉnh vừa" ….
    pub(super) fn said_before(&self, at: usize) -> Option<Said> {
        let before = self.before(at).trim_end();
        let from = at - self.before(at).len();
        let before = Use::Lately.before(before).map_or(before, |start| before[..start].trim_end());
        let end = from + before.len();
        let named = self.bodies.partition_point(|body| body.end < end);
        if let Some(body) = self.bodies.get(named).filter(|body| body.end == end) {
            return self.said_at(body.start);
        }
        word_starts(before)
            .find_map(|start| self.said_at(from + start).filter(|said| said.range.end == end))
    }

    /// Who issues the paper at an offset, by the words before it: "UBND tỉnh ban hành".
    /// `all`: words that say so of papers alone count too ("có công văn").
    pub(super) fn issued_by(&self, at: usize, all: bool) -> Option<Said> {
        let before = self.before(at);
        let verb =
            Use::Issues.before(before).or_else(|| Use::Has.before(before).filter(|_| all))?;
        let start = at - before.len() + verb;
        self.said_before(start)
    }

    /// The body of a symbol's code that issues the paper at an offset, whatever stands between the two:
    /// "Chủ tịch UBND tỉnh Lê Văn A vừa ký ban hành".
    pub(super) fn issued_with(&self, at: usize, code: Body) -> Option<Said> {
        let before = self.before(at);
        let verb = Use::Issues.before(before).or_else(|| Use::Has.before(before))?;
        let clause = before.get(..verb)?;
        let start = clause.rfind(". ").max(clause.rfind(';')).map_or(0, |mark| mark + 1);
        let from = at - before.len();
        let said = word_starts(clause).filter(|&word| word >= start);
        let said = said.filter_map(|word| self.body_at(from + word));
        said.filter(|said| said.range.end <= from + verb)
            .filter(|said| said.body.is_some_and(|body| code.may_be(body)))
            .last()
    }

    /// The day told in front of the body that issues a paper: "Ngày 30/12, UBND tỉnh ban hành".
    pub(super) fn day_before(&self, said: &Said) -> Option<&'a Time> {
        let before = self.before(said.range.start);
        let from = said.range.start - before.len();
        let post = Use::Post.before(before).unwrap_or(before.len());
        let words = before.get(..post)?.trim_end_matches([' ', ',']);
        let end = self.view.folded.original_start(from + words.len());
        let near = self.view.times_in(Span::new(end.saturating_sub(1), end));
        let is_day = |time: &&Time| {
            let edtf = time.edtf.as_deref().unwrap_or_default();
            time.kind == TimeType::Date && time.span.end == end && edtf.len() == "2021-07-24".len()
        };
        near.filter(is_day).last()
    }

    /// Whether the words before say that papers in general are meant, or name others beside it.
    pub(super) fn is_one_of_many(&self, at: usize) -> bool {
        let before = self.before(at);
        Use::Many.before(before).is_some()
            || before.ends_with(|c: char| c.is_ascii_digit())
            || (!self.is_titled(at) && (before.ends_with(", ") || before.ends_with(" và ")))
    }

    /// The day that begins at an offset, "ngày" before it or not.
    pub(super) fn day_at(&self, at: usize) -> Option<&'a Time> {
        let starts = [Some(at), self.from(at).strip_prefix("ngày ").map(|_| at + "ngày ".len())];
        let times = starts.into_iter().flatten().filter_map(|start| {
            let start = self.view.folded.original_start(start);
            let index = self.view.times.partition_point(|time| time.span.start < start);
            self.view.times.get(index).filter(|time| time.span.start == start)
        });
        times.into_iter().find(|time| time.kind == TimeType::Date)
    }
}

/// How many bytes of spaces a text starts with.
pub(super) fn spaces(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
