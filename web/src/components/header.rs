use yew::prelude::*;

use super::{Dispatch, use_lang};
use crate::{i18n::Lang, state::Action};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) dispatch: Dispatch,
}

/// The name, the promise, and the language.
#[component]
pub(super) fn Header(props: &Props) -> Html {
    let lang = use_lang();
    let button = |other: Lang| {
        let dispatch = props.dispatch.clone();
        html! {
            <button
                type="button"
                lang={other.code()}
                aria-pressed={(lang == other).to_string()}
                onclick={move |_| dispatch.dispatch(Action::LanguageSet(other))}
            >
                { other.t(&format!("app.lang_{}", other.code())) }
            </button>
        }
    };
    html! {
        <header class="top">
            <h1>{ lang.t("app.title") }</h1>
            <p class="tagline">{ lang.t("app.tagline") }</p>
            <p class="private">{ lang.t("app.private") }</p>
            <div class="languages" role="group" aria-label={lang.t("app.language")}>
                { for Lang::ALL.into_iter().map(button) }
            </div>
        </header>
    }
}
