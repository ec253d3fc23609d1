//! An article line by line, with what was found in each.

use nienbieu_export::lines::Lines;
use nienbieu_model::{Block, Diagnostic, Publication, Record, Span};
use serde::Serialize;

use super::items::{self, Told};

/// An article.
#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    source: Option<&'a str>,
    part: u32,
    title: Option<&'a str>,
    published: &'a Publication,
    pub(super) lines: Vec<Line<'a>>,
    /// What is doubtful about no line alone.
    pub(super) remarks: Vec<&'a Diagnostic>,
}

/// A line that is not blank.
#[derive(Debug, Serialize)]
pub(super) struct Line<'a> {
    pub(super) line: usize,
    pub(super) kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<&'a str>,
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// In order of position, what is told of the whole line behind the others.
    pub(super) items: Vec<Told>,
    pub(super) remarks: Vec<&'a Diagnostic>,
}

impl<'a> Page<'a> {
    pub(super) fn of(record: &'a Record) -> Self {
        let text = record.text.as_deref().unwrap_or_default();
        let numbers = Lines::of(text);
        let mut page = Self {
            source: record.source.name.as_deref(),
            part: record.source.part,
            title: record.title.as_ref().map(|title| title.text.as_str()),
            published: &record.published,
            lines: record.blocks.iter().map(|block| line(block, text, &numbers)).collect(),
            remarks: Vec::new(),
        };
        for told in items::all(record) {
            if let Some(line) = page.line_at(told.span.start) {
                line.push(told);
            }
        }
        for remark in &record.diagnostics {
            match remark.span.and_then(|span| page.line_at(span.start)) {
                Some(line) => line.remarks.push(remark),
                None => page.remarks.push(remark),
            }
        }
        page
    }

    /// The line that holds a byte, or the one before it.
    fn line_at(&mut self, byte: usize) -> Option<&mut Line<'a>> {
        let behind = self.lines.partition_point(|line| line.span.start <= byte);
        self.lines.get_mut(behind.checked_sub(1)?)
    }
}

fn line<'a>(block: &'a Block, text: &'a str, numbers: &Lines) -> Line<'a> {
    Line {
        line: numbers.number(block.span.start),
        kind: block.kind.as_str(),
        reason: block.reason.as_deref(),
        span: block.span,
        text: block.span.of(text).unwrap_or_default(),
        items: Vec::new(),
        remarks: Vec::new(),
    }
}

impl Line<'_> {
    /// Adds an item; one that begins within a marked one is told as lying inside it.
    fn push(&mut self, mut told: Told) {
        if told.is_marked() {
            let outer = self.marked().next_back().filter(|outer| told.span.start < outer.span.end);
            told.inside = outer.map(|outer| outer.id.clone());
        }
        self.items.push(told);
    }

    /// The items whose words are marked in the line.
    pub(super) fn marked(&self) -> impl DoubleEndedIterator<Item = &Told> {
        self.items.iter().filter(|told| told.is_marked() && told.inside.is_none())
    }
}
