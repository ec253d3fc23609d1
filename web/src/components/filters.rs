use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{Dispatch, Shown, use_lang};
use crate::{
    i18n::Lang,
    state::{Action, Filter, Tab, kinds, metrics},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) filter: Filter,
    pub(super) tab: Tab,
    /// How many are shown.
    pub(super) shown: usize,
    /// Of how many.
    pub(super) all: usize,
    pub(super) dispatch: Dispatch,
}

/// What the list is to show: a kind of event, a place, a metric. Only what can make a difference is
/// offered.
#[component]
pub(super) fn Filters(props: &Props) -> Html {
    let lang = use_lang();
    let (filter, record) = (&props.filter, &props.article.record);
    if props.all < 2 && filter.is_idle() {
        return html! {};
    }
    let set = |change: fn(&mut Filter, String)| {
        let (dispatch, filter) = (props.dispatch.clone(), filter.clone());
        Callback::from(move |value: String| {
            let mut next = filter.clone();
            change(&mut next, value);
            dispatch.dispatch(Action::Filtered(next));
        })
    };
    let kind = set(|filter, value| filter.kind = Some(value).filter(|value| !value.is_empty()));
    let metric = set(|filter, value| filter.metric = Some(value).filter(|value| !value.is_empty()));
    let place = set(|filter, value| filter.place = value);
    let timeline = props.tab == Tab::Timeline;
    html! {
        <div class="filters" role="search" aria-label={lang.t("filter.label")}>
            if timeline {
                { choice("kind", kinds(record), filter.kind.as_deref(), kind, lang) }
            }
            if !record.places.is_empty() || !filter.place.is_empty() {
                <input
                    type="search"
                    id="filter-place"
                    aria-label={lang.t("filter.place")}
                    placeholder={lang.t("filter.place_hint")}
                    autocomplete="off"
                    value={filter.place.clone()}
                    oninput={move |event: InputEvent| {
                        place.emit(event.target_unchecked_into::<HtmlInputElement>().value());
                    }}
                />
            }
            { choice("metric", metrics(record), filter.metric.as_deref(), metric, lang) }
            <p class="filtered" role="status">{ told(props, lang) }</p>
        </div>
    }
}

/// Values to choose from, with how many there are of each; one alone is no choice.
fn choice(
    name: &'static str,
    values: Vec<(String, usize)>,
    chosen: Option<&str>,
    on_change: Callback<String>,
    lang: Lang,
) -> Html {
    if values.len() < 2 && chosen.is_none() {
        return html! {};
    }
    // What was chosen stays to be seen even where a new reading has none of it.
    let gone = chosen.filter(|chosen| values.iter().all(|(value, _)| value != chosen));
    let gone = gone.map(|chosen| (chosen.to_owned(), 0));
    html! {
        <select
            id={format!("filter-{name}")}
            aria-label={lang.label("filter", name)}
            onchange={move |event: Event| {
                on_change.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
            }}
        >
            <option value="" selected={chosen.is_none()}>
                { lang.label("filter", &format!("any_{name}")) }
            </option>
            { for values.into_iter().chain(gone).map(|(value, count)| html! {
                <option value={value.clone()} selected={chosen == Some(value.as_str())}>
                    { format!("{} ({count})", lang.label(name, &value)) }
                </option>
            }) }
        </select>
    }
}

/// How many are left, and the way back to all.
fn told(props: &Props, lang: Lang) -> Html {
    if props.filter.is_idle() {
        return html! {};
    }
    let (shown, all) = (props.shown.to_string(), props.all.to_string());
    let dispatch = props.dispatch.clone();
    html! {
        <>
            { lang.with("filter.shown", &[("shown", &shown), ("all", &all)]) }
            <button
                type="button"
                class="button quiet"
                onclick={move |_| dispatch.dispatch(Action::Filtered(Filter::default()))}
            >
                { lang.t("filter.clear") }
            </button>
        </>
    }
}
