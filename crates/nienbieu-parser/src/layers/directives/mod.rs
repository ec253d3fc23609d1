//! The layer of directives: who is told to do what, by when, by whom.
//!
//! They stand in running sentences ("UBND tỉnh giao Sở Tài chính …") and in lists that such a sentence
//! opens. An item of a list is one only where an instruction governs it; lists of facts are none.

mod addressees;
mod deadline;
mod item;
mod lexicon;
mod order;
mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, ops::Range};

use nienbieu_model::{Block, BlockKind, Directive, Record, Span, SpannedText};

use super::View;
use item::Item;
use order::{Order, orders};

/// The directives of an article, in order.
pub(super) fn read(view: &View<'_>, record: &Record) -> Vec<Directive> {
    let mut reader = Reader {
        view,
        record,
        found: Vec::new(),
        of_block: HashMap::new(),
        lead: None,
        open: None,
    };
    for (index, block) in view.blocks.iter().enumerate() {
        reader.block(index, block);
    }
    reader.found
}

/// A sentence that opens a list of instructions.
#[derive(Clone, Debug, Default)]
struct Lead {
    /// Its own directive, where it names somebody.
    directive: Option<usize>,
    source: Option<String>,
    /// Items with markers have followed it.
    marked: bool,
}

/// The state of reading an article from top to bottom.
struct Reader<'a, 'v> {
    view: &'a View<'v>,
    record: &'a Record,
    found: Vec<Directive>,
    /// Which directive a list item's block became.
    of_block: HashMap<usize, usize>,
    lead: Option<Lead>,
    /// The top item of the list that is being read.
    open: Option<usize>,
}

impl Reader<'_, '_> {
    fn block(&mut self, index: usize, block: &Block) {
        match block.kind {
            BlockKind::ListItem => self.item(index, block),
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Description
                if self.governed(index, block) => {}
            BlockKind::Paragraph
            | BlockKind::Quote
            | BlockKind::Description
            | BlockKind::Heading => {
                self.close();
                self.running(block);
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        self.lead = None;
        self.open = None;
    }

    /// A list item: under a directive, under a lead, or one by its own words.
    fn item(&mut self, index: usize, block: &Block) {
        let parent = block.parent.and_then(|parent| self.of_block.get(&parent)).copied();
        let under_list = block.parent.is_some() && parent.is_none();
        let governed = parent.is_some() || self.lead.is_some() && !under_list;
        let item = item::item(self.view, block.span, block.marker.as_deref());
        if !governed && !item.own {
            return;
        }
        if governed && item.is_fact {
            return;
        }
        let marker =
            block.marker.as_deref().map(|marker| marker.trim_end_matches([')', '.']).to_owned());
        let lead = self.lead.as_ref().and_then(|lead| lead.directive);
        let number = self.push_item(block.span, marker, &item, parent, parent.or(lead));
        self.of_block.insert(index, number);
        if let Some(lead) = &mut self.lead {
            lead.marked = true;
        }
        if block.parent.is_none() {
            self.open = Some(number);
        }
    }

    /// A paragraph that goes on with what a lead opened, or with the item above it.
    fn governed(&mut self, index: usize, block: &Block) -> bool {
        let Some(lead) = &self.lead else { return false };
        let item = item::item(self.view, block.span, None);
        if lead.marked {
            let goes_on = self.list_goes_on(index);
            if let Some(open) = self.open.filter(|_| goes_on && item.tells_body()) {
                let marker = self.found.get(open).and_then(|directive| directive.marker.clone());
                self.push_item(block.span, marker, &item, Some(open), Some(open));
            }
            return goes_on;
        }
        let above = lead.directive;
        if item.tells() {
            self.push_item(block.span, None, &item, above, above);
        }
        item.tells()
    }

    /// Whether another top item of the list follows soon.
    fn list_goes_on(&self, index: usize) -> bool {
        const SOON: usize = 4;
        let following = self.view.blocks.iter().skip(index + 1).take(SOON);
        following.into_iter().any(|block| {
            let first = matches!(block.marker.as_deref(), Some("1" | "a" | "a)" | "1)" | "I"));
            block.kind == BlockKind::ListItem && block.parent.is_none() && !first
        })
    }

    /// Adds an item under its parent; whom it does not name, it has from what stands above it.
    fn push_item(
        &mut self,
        span: Span,
        marker: Option<String>,
        item: &Item,
        parent: Option<usize>,
        above: Option<usize>,
    ) -> usize {
        let of = |number: Option<usize>| number.and_then(|number| self.found.get(number));
        let (parent, above) = (of(parent), of(above));
        let inherited = || above.map(|above| above.addressees.clone()).unwrap_or_default();
        let addressees =
            if item.addressees.is_empty() { inherited() } else { self.spanned(&item.addressees) };
        let source = self.lead.as_ref().and_then(|lead| lead.source.clone());
        let directive = Directive {
            id: String::new(),
            span,
            marker,
            level: Some(parent.and_then(|parent| parent.level).unwrap_or(0).saturating_add(1)),
            parent: parent.map(|parent| parent.id.clone()),
            addressees,
            deadline: deadline::deadline(self.view, span),
            source: above.and_then(|above| above.source.clone()).or(source),
        };
        self.push(directive)
    }

    /// A line of running text: what its sentences tell, and the list that the last of them opens.
    fn running(&mut self, block: &Block) {
        let first = self.view.sentences.partition_point(|s| s.span.end <= block.span.start);
        let sentences = self.view.sentences.iter().skip(first);
        for sentence in sentences.take_while(|s| s.span.start < block.span.end) {
            self.lead = None;
            let range = self.view.range(sentence.span);
            let found = orders(self.view, range.clone());
            for (number, order) in found.iter().enumerate() {
                let end = found.get(number + 1).map_or(range.end, |next| next.start);
                self.order(block, order, range.start, end);
            }
        }
    }

    fn order(&mut self, block: &Block, order: &Order, sentence: usize, end: usize) {
        let source = source::source(self.view, self.record, block.span, sentence..order.at);
        let directive = (!order.only_leads).then(|| {
            let span = self.view.span(trimmed(self.view, order.start..end));
            self.push(Directive {
                id: String::new(),
                span,
                marker: None,
                level: Some(1),
                parent: None,
                addressees: self.spanned(&order.addressees),
                deadline: deadline::deadline(self.view, span),
                source: source.clone(),
            })
        });
        if order.leads {
            self.lead = Some(Lead { directive, source, marked: false });
        }
    }

    fn push(&mut self, directive: Directive) -> usize {
        let number = self.found.len();
        self.found.push(Directive { id: format!("i{}", number + 1), ..directive });
        number
    }

    fn spanned(&self, bodies: &[Range<usize>]) -> Vec<SpannedText> {
        let of = |body: &Range<usize>| {
            let span = self.view.span(body.clone());
            SpannedText { text: self.view.words(span).to_owned(), span }
        };
        bodies.iter().map(of).collect()
    }
}

/// A folded range without the spaces and separators at its ends.
fn trimmed(view: &View<'_>, range: Range<usize>) -> Range<usize> {
    let text = view.folded.as_str().get(range.clone()).unwrap_or_default();
    let head = text.trim_start_matches([' ', ';', ',', ':']);
    let kept = head.trim_end_matches([' ', ';', ',']);
    let start = range.start + (text.len() - head.len());
    start..start + kept.len()
}
