//! The layer of directives: who is told to do what, by when, by whom.
//!
//! They stand in running sentences ("UBND tỉnh giao Sở Tài chính …") and in lists that such a sentence
//! opens. An item of a list is one only where an instruction governs it; lists of facts are none.

mod addressees;
mod deadline;
mod item;
mod lexicon;
mod order;
mod page;
mod source;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, ops::Range};

use nienbieu_model::{Block, BlockKind, Directive, Record, Span, SpannedText};

use super::View;
use item::Item;
use lexicon::{Giver, WORDS};
use order::{Order, orders};
use page::Page;

/// The directives of an article, in order.
pub(super) fn read(view: &View<'_>, record: &Record) -> Vec<Directive> {
    let page = &Page::new(view, &record.organizations, &record.people);
    let mut reader = Reader {
        page,
        record,
        found: Vec::new(),
        of_block: HashMap::new(),
        lead: None,
        open: None,
        listed: false,
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
    /// It names only the paper that tells, so that an item must name somebody.
    strict: bool,
}

/// The state of reading an article from top to bottom.
struct Reader<'a, 'v> {
    page: &'a Page<'v>,
    record: &'a Record,
    found: Vec<Directive>,
    /// Which directive a list item's block became.
    of_block: HashMap<usize, usize>,
    lead: Option<Lead>,
    /// The top item of the list that is being read.
    open: Option<usize>,
    /// A list of instructions has just ended.
    listed: bool,
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
        self.listed = self.lead.as_ref().is_some_and(|lead| lead.marked && !lead.strict);
        self.lead = None;
        self.open = None;
    }

    /// A list item: under a directive, under a lead, or one by its own words.
    fn item(&mut self, index: usize, block: &Block) {
        let parent = block.parent.and_then(|parent| self.of_block.get(&parent)).copied();
        let under_list = block.parent.is_some() && parent.is_none();
        let governed = parent.is_some() || self.lead.is_some() && !under_list;
        let item = item::item(self.page, block.span, block.marker.as_deref());
        if !governed && !item.own {
            return;
        }
        let strict = parent.is_none() && self.lead.as_ref().is_some_and(|lead| lead.strict);
        if governed && (item.is_fact || strict && !item.tells_body()) {
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
        let item = item::item(self.page, block.span, None);
        if lead.marked {
            let goes_on = self.list_goes_on(index);
            if let Some(open) = self.open.filter(|_| goes_on && item.tells_body()) {
                let marker = self.found.get(open).and_then(|directive| directive.marker.clone());
                self.push_item(block.span, marker, &item, Some(open), Some(open));
            }
            return goes_on;
        }
        let above = lead.directive;
        let tells = if lead.strict { item.tells_body() } else { item.tells() };
        if tells {
            self.push_item(block.span, None, &item, above, above);
        }
        tells
    }

    /// Whether another top item of the list follows soon.
    fn list_goes_on(&self, index: usize) -> bool {
        const SOON: usize = 4;
        let following = self.page.blocks.iter().skip(index + 1).take(SOON);
        following.into_iter().any(|block| {
            let first = matches!(block.marker.as_deref(), Some("1" | "a" | "a)" | "1)" | "I"));
            block.kind == BlockKind::ListItem && block.parent.is_none() && !first
        })
    }

    /// Adds an item under its parent. Whom it does not name, its parent tells; under a lead, which is no
    /// parent, it has them from there.
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
        let inherited = above.filter(|_| parent.is_none() && item.addressees.is_empty());
        let addressees = match inherited {
            Some(above) => above.addressees.clone(),
            None => self.spanned(&item.addressees),
        };
        let source = self.lead.as_ref().and_then(|lead| lead.source.clone());
        let directive = Directive {
            id: String::new(),
            span,
            marker,
            level: Some(parent.and_then(|parent| parent.level).unwrap_or(0).saturating_add(1)),
            parent: parent.map(|parent| parent.id.clone()),
            addressees,
            deadline: self.deadline(span),
            source: above.and_then(|above| above.source.clone()).or(source),
        };
        self.push(directive)
    }

    /// A line of running text: what its sentences tell, and the list that the last of them opens.
    fn running(&mut self, block: &Block) {
        let first = self.page.sentences.partition_point(|s| s.span.end <= block.span.start);
        let sentences = self.page.sentences.iter().skip(first);
        let mut told = std::mem::take(&mut self.listed);
        for sentence in sentences.take_while(|s| s.span.start < block.span.end) {
            self.lead = self.thereby(block, sentence.span);
            let range = self.page.range(sentence.span);
            let found = orders(self.page, range.clone());
            for (number, order) in found.iter().enumerate() {
                let end = found.get(number + 1).map_or(range.end, |next| next.start);
                self.order(block, order, range.start, end);
            }
            told = match found.last() {
                Some(order) => !order.past,
                None => told && self.goes_on(sentence.span),
            };
        }
    }

    fn order(&mut self, block: &Block, order: &Order, sentence: usize, end: usize) {
        let source = source::source(self.page, self.record, block.span, sentence..order.at);
        let directive = (!order.only_leads).then(|| {
            let span = self.page.span(trimmed(self.page, order.start..end));
            self.push(Directive {
                id: String::new(),
                span,
                marker: None,
                level: Some(1),
                parent: None,
                addressees: self.spanned(&order.addressees),
                deadline: self.deadline(span),
                source: source.clone(),
            })
        });
        if order.leads {
            self.lead = Some(Lead { directive, source, ..Lead::default() });
        }
    }

    fn deadline(&self, span: Span) -> Option<String> {
        deadline::deadline(self.page, span, self.record.published.latest.as_deref())
    }

    /// A sentence that goes on with the instructions of the one, or of the list, before it: "Sở Tài chính bố trí kinh phí."
    fn goes_on(&mut self, span: Span) -> bool {
        let item = item::item(self.page, span, None);
        // "Người dân đề nghị …", "Công ty khắc phục xong …": they tell what they want or did.
        let giver = WORDS.givers.at(self.page.folded_words(span)).map(|(_, giver)| *giver);
        let others = matches!(giver, Some(Giver::Petitioner | Giver::Firm));
        let tells = item.tells_body() && !item.loose && !others;
        if tells {
            self.push_item(span, None, &item, None, None);
        }
        tells
    }

    /// The paper whose instructions a list brings that "Theo đó:" opens.
    fn thereby(&self, block: &Block, sentence: Span) -> Option<Lead> {
        let words = self.page.folded_words(sentence).strip_suffix(':')?;
        let opens = WORDS.thereby.at(words).is_some_and(|(length, ())| length == words.len());
        let source =
            || source::source(self.page, self.record, block.span, self.page.range(sentence));
        opens.then(source).flatten().map(|paper| Lead {
            source: Some(paper),
            strict: true,
            ..Lead::default()
        })
    }

    fn push(&mut self, directive: Directive) -> usize {
        let number = self.found.len();
        self.found.push(Directive { id: format!("i{}", number + 1), ..directive });
        number
    }

    fn spanned(&self, bodies: &[Range<usize>]) -> Vec<SpannedText> {
        let of = |body: &Range<usize>| {
            let span = self.page.span(body.clone());
            SpannedText { text: self.page.words(span).to_owned(), span }
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
