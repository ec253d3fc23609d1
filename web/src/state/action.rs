use std::rc::Rc;

use crate::{
    i18n::Lang,
    protocol::{Article, Ticket},
};

use super::{ArticleRef, Failure, Fault, Filter, Origin, Tab};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Another language was picked.
    LanguageSet(Lang),
    /// The paste box holds another text.
    Typed(Rc<str>),
    /// A file was put in; without bytes where the browser could not read it.
    FileAdded(Rc<str>, Option<Rc<[u8]>>),
    /// A document was taken away.
    Removed(u32),
    /// Everything was taken away.
    Cleared,
    /// An article was picked from the list.
    Chosen(ArticleRef),
    /// An item was picked: its words in the source, or its name in a list.
    ItemPicked(String, Origin),
    /// An event was picked in the timeline.
    EventPicked(String),
    /// Nothing is picked any more.
    Unpicked,
    /// The pointer or the focus came to an item, or left.
    Pointed(Option<String>),
    /// Another list was picked.
    TabChosen(Tab),
    /// The list is to show less, or more.
    Filtered(Filter),
    /// The shown article's publication date was given, or taken back.
    DateSet(Option<String>),
    /// A request went to the worker.
    Sent(Ticket),
    /// The worker is up.
    WorkerReady,
    /// The worker answered.
    Answered(Ticket, Result<Vec<Rc<Article>>, Failure>),
    /// The worker of this generation is gone.
    WorkerLost(u32, Fault),
    /// The reader has seen that the worker was replaced.
    NoticeSeen,
    /// A failed document, or a worker that was given up, is to be tried again.
    Retried,
}
