use std::{ops::Deref, rc::Rc};

use yew::prelude::*;

use crate::{i18n::Lang, protocol::Article, state::State};

/// Sends actions to the state.
pub(crate) type Dispatch = UseReducerDispatcher<State>;

/// An article as a property: the same one or another, never compared word for word.
#[derive(Clone)]
pub(crate) struct Shown(pub(crate) Rc<Article>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shown {
    type Target = Article;

    fn deref(&self) -> &Article {
        &self.0
    }
}

impl Shown {
    /// The text that the record's spans point into.
    pub(crate) fn text(&self) -> &str {
        self.record.text.as_deref().unwrap_or_default()
    }
}

/// The interface's language.
#[hook]
pub(crate) fn use_lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// The element of an event in the timeline.
pub(crate) fn event_id(event: &str) -> String {
    format!("event-{event}")
}

/// The element of a time's words in the source.
pub(crate) fn words_id(time: &str) -> String {
    format!("words-{time}")
}

/// The element where the quote of a picked event starts in the source.
pub(crate) fn quote_id(event: &str) -> String {
    format!("quote-{event}")
}
