use std::{ops::Deref, rc::Rc};

use nienbieu_model::Record;
use yew::prelude::*;

use crate::{
    i18n::Lang,
    layers::Item,
    protocol::Article,
    state::State,
    view::{meaning, note, reading},
};

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

/// The element of an item in its table.
pub(crate) fn row_id(item: &str) -> String {
    format!("row-{item}")
}

/// How an item is drawn: its layer, and of a time how much the words say.
pub(crate) fn item_class(item: Item<'_>) -> Classes {
    let reading = match item {
        Item::Time(time) => Some(reading(time).name()),
        _ => None,
    };
    classes!("item", item.layer().name(), reading)
}

/// An item for those who do not see its colour: "số liệu: 12 ca mắc mới, …".
pub(crate) fn item_label(item: Item<'_>, record: &Record, lang: Lang) -> String {
    let words = item.words(record);
    let layer = lang.label("layer", item.layer().name());
    let meaning = match item {
        Item::Time(time) => {
            let value = meaning(item, record, lang).or_else(|| time.value.clone());
            let value = value.unwrap_or_default();
            return lang.with("source.time_label", &[("words", words), ("value", &value)]);
        }
        other => note(other, record, lang),
    };
    match meaning {
        Some(meaning) => {
            let values = [("layer", &*layer), ("words", words), ("meaning", &*meaning)];
            lang.with("source.item_means", &values)
        }
        None => lang.with("source.item_label", &[("layer", &*layer), ("words", words)]),
    }
}
