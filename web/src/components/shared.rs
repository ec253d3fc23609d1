use std::{ops::Deref, rc::Rc};

use nienbieu_model::Record;
use yew::prelude::*;

use crate::{i18n::Lang, protocol::Article, state::State};

/// Sends actions to the state.
pub(crate) type Dispatch = UseReducerDispatcher<State>;

/// Something large as a property: the same one or another, never compared word for word. Among a
/// thousand, only what changed is drawn anew.
pub(crate) struct Same<T>(pub(crate) Rc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The article that is shown.
pub(crate) type Shown = Same<Article>;

impl Shown {
    /// The text that the record's spans point into.
    pub(crate) fn text(&self) -> &str {
        self.record.text.as_deref().unwrap_or_default()
    }
}

/// The article's title, or its number where it has none.
pub(crate) fn title(record: &Record, lang: Lang) -> String {
    let untitled = || lang.with("articles.untitled", &[("n", &record.source.part.to_string())]);
    record.title.as_ref().map_or_else(untitled, |title| title.text.clone())
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
