use yew::prelude::*;

use super::use_lang;
use crate::{
    i18n::Lang,
    layers::Item,
    state::{Condition, State},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: UseReducerHandle<State>,
}

/// One line that says how far things are; read aloud when it changes.
#[component]
pub(super) fn StatusLine(props: &Props) -> Html {
    let lang = use_lang();
    let state = &props.state;
    let ready = state.reader.condition == Condition::Ready && state.waiting() == 0;
    html! {
        <p class="status" role="status" id="status" data-ready={ready.to_string()}>
            { words(state, lang) }
        </p>
    }
}

fn words(state: &State, lang: Lang) -> String {
    let (waiting, articles) = (state.waiting(), state.articles().count());
    match (state.reader.condition, waiting) {
        (Condition::GivenUp(_), _) => return String::new(),
        (Condition::Starting, _) => return lang.t("status.loading"),
        (Condition::Ready, 1) => return lang.t("status.reading"),
        (Condition::Ready, 2..) => {
            return lang.with("status.reading_many", &[("n", &waiting.to_string())]);
        }
        (Condition::Ready, 0) if articles == 0 => return String::new(),
        (Condition::Ready, 0) => {}
    }
    if let Some(picked) = picked(state) {
        return lang.with("status.picked", &[("words", &picked)]);
    }
    let events: usize = state.articles().map(|article| article.record.events.len()).sum();
    let (events, articles) = (events.to_string(), articles.to_string());
    lang.with("status.done", &[("events", &events), ("articles", &articles)])
}

/// The words of the item that is marked.
fn picked(state: &State) -> Option<String> {
    let id = state.selection.as_ref()?.items.first()?;
    let record = &state.shown()?.1.record;
    Item::find(record, id).map(|item| item.words(record).to_owned())
}
