use std::rc::Rc;

use crate::protocol::{Article, Dates, Ticket};

use super::{
    Action, ArticleRef, Condition, Content, Document, Failure, Fault, Filter, Origin, PASTED,
    Selection, State, Status,
};

impl State {
    /// The state after something happened.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.apply(action);
        next
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::LanguageSet(lang) => self.lang = lang,
            Action::Typed(text) => self.typed(text),
            Action::FileAdded(name, bytes) => self.add_file(name, bytes),
            Action::Removed(id) => self.remove(id),
            Action::Cleared => self.clear(),
            Action::Chosen(article) => self.choose(Some(article)),
            Action::ItemPicked(id, origin) => {
                let again = origin == Origin::List
                    && self.selection.as_ref().is_some_and(|marked| marked.is_item(&id));
                self.pick(|record| Selection::of_item(record, &id, origin).filter(|_| !again));
            }
            Action::EventPicked(id) => self.pick(|record| Selection::of_event(record, &id)),
            Action::Unpicked => self.selection = None,
            Action::Pointed(item) => self.pointed = item,
            Action::TabChosen(tab) => self.tab = tab,
            Action::Filtered(filter) => self.filter = filter,
            Action::DateSet(date) => self.set_date(date),
            Action::Sent(ticket) => self.reader.busy = Some(ticket),
            Action::WorkerReady => self.reader.condition = Condition::Ready,
            Action::Answered(ticket, outcome) => self.answered(ticket, outcome),
            Action::WorkerLost(generation, fault) => self.worker_lost(generation, fault),
            Action::NoticeSeen => self.reader.replaced = None,
            Action::Retried => self.retry(),
        }
    }

    fn next_sequence(&mut self) -> u32 {
        self.last_sequence += 1;
        self.last_sequence
    }

    /// Changes one document in place.
    fn change(&mut self, id: u32, change: impl FnOnce(&mut Document)) {
        if let Some(document) = self.documents.iter_mut().find(|d| d.id == id) {
            change(Rc::make_mut(document));
        }
    }

    fn typed(&mut self, text: Rc<str>) {
        if text.trim().is_empty() {
            return self.remove(PASTED);
        }
        let content = Content::Text(text);
        if self.document(PASTED).is_some_and(|pasted| pasted.content == content) {
            return;
        }
        let sequence = self.next_sequence();
        match self.document(PASTED) {
            Some(_) => self.change(PASTED, |pasted| {
                pasted.content = content;
                pasted.dates = Dates::new();
                pasted.renew(sequence);
            }),
            None => {
                let pasted = Document::new(PASTED, None, content, sequence);
                self.documents.insert(0, Rc::new(pasted));
            }
        }
        let shown = self.chosen.is_some_and(|chosen| chosen.document == PASTED);
        if shown {
            self.selection = None;
        } else {
            self.choose(Some(ArticleRef { document: PASTED, index: 0 }));
        }
    }

    fn add_file(&mut self, name: Rc<str>, bytes: Option<Rc<[u8]>>) {
        self.last_document += 1;
        let sequence = self.next_sequence();
        let readable = bytes.is_some();
        let content = Content::Bytes(bytes.unwrap_or_else(|| Rc::from([])));
        let mut document = Document::new(self.last_document, Some(name), content, sequence);
        if !readable {
            document.status = Status::Failed(Failure::Unreadable);
        }
        self.documents.push(Rc::new(document));
    }

    fn remove(&mut self, id: u32) {
        self.documents.retain(|document| document.id != id);
        if self.chosen.is_some_and(|chosen| chosen.document == id) {
            self.choose(None);
            self.choose_first();
        }
    }

    fn clear(&mut self) {
        self.documents.clear();
        self.choose(None);
    }

    fn choose(&mut self, article: Option<ArticleRef>) {
        if self.chosen != article {
            self.chosen = article;
            self.selection = None;
            self.pointed = None;
            self.filter = Filter::default();
        }
    }

    fn choose_first(&mut self) {
        let first = self.documents.iter().find(|document| !document.articles.is_empty());
        self.choose(first.map(|document| ArticleRef { document: document.id, index: 0 }));
    }

    fn pick(&mut self, select: impl Fn(&nienbieu_model::Record) -> Option<Selection>) {
        self.selection = self.shown().and_then(|(_, article)| select(&article.record));
    }

    fn set_date(&mut self, date: Option<String>) {
        let Some((document, article)) = self.shown() else { return };
        let (id, part) = (document.id, article.record.source.part);
        let sequence = self.next_sequence();
        self.change(id, |document| {
            match date {
                Some(date) => document.dates.insert(part, date),
                None => document.dates.remove(&part),
            };
            document.renew(sequence);
        });
    }

    fn answered(&mut self, ticket: Ticket, outcome: Result<Vec<Rc<Article>>, Failure>) {
        self.reader.answered(ticket);
        let wanted = self.document(ticket.document).map(|document| document.ticket());
        if wanted != Some(ticket) {
            return;
        }
        self.change(ticket.document, |document| match outcome {
            Ok(articles) => {
                document.articles = articles;
                document.status = Status::Read;
            }
            Err(failure) => {
                document.articles.clear();
                document.status = Status::Failed(failure);
            }
        });
        self.keep_what_still_stands();
    }

    /// After a new reading: the shown article and what is marked in it, as far as they are there.
    /// The marks are found by their items: those count by position, which a new date leaves alone.
    fn keep_what_still_stands(&mut self) {
        let Some(chosen) = self.chosen else { return self.choose_first() };
        let count = self.document(chosen.document).map_or(0, |d| d.articles.len());
        if count > 0 && chosen.index >= count {
            self.choose(Some(ArticleRef { index: count - 1, ..chosen }));
        }
        let Some(old) = self.selection.take() else { return };
        self.selection = self.shown().and_then(|(_, article)| {
            let origin = if old.event.is_some() { Origin::Source } else { Origin::List };
            let now = Selection::of_item(&article.record, old.items.first()?, origin)?;
            Some(Selection { origin: old.origin, items: old.items, ..now })
        });
    }

    /// The document at hand gets one more try: the worker may have been gone before.
    fn worker_lost(&mut self, generation: u32, fault: Fault) {
        if generation != self.reader.generation {
            return;
        }
        if let Some(ticket) = self.reader.busy {
            self.change(ticket.document, |document| {
                document.losses += 1;
                if document.losses > 1 && document.ticket() == ticket {
                    document.status = Status::Failed(Failure::Lost(fault));
                }
            });
        }
        self.reader.lost(fault);
    }

    fn retry(&mut self) {
        let sequence = self.next_sequence();
        for document in &mut self.documents {
            if matches!(document.status, Status::Failed(Failure::Lost(_))) {
                Rc::make_mut(document).renew(sequence);
            }
        }
        if matches!(self.reader.condition, Condition::GivenUp(_)) {
            self.reader.restart();
        }
    }
}
