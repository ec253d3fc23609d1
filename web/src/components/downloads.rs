use yew::prelude::*;

use super::use_lang;
use crate::{browser::save, export, state::State};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) state: UseReducerHandle<State>,
}

/// Saves every record.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let lang = use_lang();
    if props.state.articles().next().is_none() {
        return html! {};
    }
    let on_json = {
        let state = props.state.clone();
        move |_| {
            let text = export::json(state.articles().map(|article| article.line.as_str()));
            drop(save("nien-bieu.json", "application/json", &text));
        }
    };
    let on_ndjson = {
        let state = props.state.clone();
        move |_| {
            let text = export::ndjson(state.articles().map(|article| article.line.as_str()));
            drop(save("nien-bieu.ndjson", "application/x-ndjson", &text));
        }
    };
    html! {
        <div class="downloads" role="group" aria-label={lang.t("download.heading")}>
            <button type="button" class="button" onclick={on_json}>
                { lang.t("download.json") }
            </button>
            <button type="button" class="button" onclick={on_ndjson}>
                { lang.t("download.ndjson") }
            </button>
        </div>
    }
}
