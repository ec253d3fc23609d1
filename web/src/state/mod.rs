//! Everything the page knows, and the one function that changes it.
//!
//! Nothing here touches the browser: what has to be done outside follows from the state
//! ([`State::next_job`]), and what came of it comes back as an [`Action`].

mod action;
mod document;
mod filter;
mod named;
mod reader;
mod reduce;
mod selection;
mod tab;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use document::{Content, Document, Failure, PASTED, Status};
pub use filter::{Filter, kinds, metrics};
pub use reader::{Condition, Fault, Job, Reader};
pub use selection::{Origin, Selection, times_of_event};
pub use tab::Tab;

use std::rc::Rc;

use crate::{i18n::Lang, protocol::Article};

/// Which article is shown: a document, and the article's place in it from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleRef {
    /// The document.
    pub document: u32,
    /// Its place in the document, from 0.
    pub index: usize,
}

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The interface's language.
    pub lang: Lang,
    /// What was put in, the pasted text first.
    pub documents: Vec<Rc<Document>>,
    /// The article that is shown.
    pub chosen: Option<ArticleRef>,
    /// What is marked in the shown article.
    pub selection: Option<Selection>,
    /// The item that the pointer or the focus is on.
    pub pointed: Option<String>,
    /// Which list stands beside the source.
    pub tab: Tab,
    /// What it leaves out.
    pub filter: Filter,
    /// The worker, as far as the page can tell.
    pub reader: Reader,
    pub(crate) last_document: u32,
    pub(crate) last_sequence: u32,
}

impl State {
    /// The document with this id.
    #[must_use]
    pub fn document(&self, id: u32) -> Option<&Rc<Document>> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// The shown article and its document.
    #[must_use]
    pub fn shown(&self) -> Option<(&Rc<Document>, &Rc<Article>)> {
        let chosen = self.chosen?;
        let document = self.document(chosen.document)?;
        Some((document, document.articles.get(chosen.index)?))
    }

    /// Every article, in the order of the list.
    pub fn articles(&self) -> impl Iterator<Item = &Rc<Article>> {
        self.documents.iter().flat_map(|document| &document.articles)
    }

    /// How many documents still wait for their reading.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.documents.iter().filter(|document| document.status == Status::Waiting).count()
    }

    /// What the worker should do next: nothing while it is busy, loading or lost.
    #[must_use]
    pub fn next_job(&self) -> Option<Job> {
        if !self.reader.is_free() {
            return None;
        }
        self.documents.iter().find(|document| document.status == Status::Waiting).map(|d| d.job())
    }
}
