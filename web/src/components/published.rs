use nienbieu_export::dates::show;
use nienbieu_model::{Publication, PublicationStatus};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Dispatch, Shown, use_lang};
use crate::{
    i18n::Lang,
    state::Action,
    view::{bound_day, suggestions, with_year, yearless},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    /// The reader gave the date.
    pub(super) given: bool,
    pub(super) dispatch: Dispatch,
}

/// When the article was published: shown where it is known, asked for where it is not.
#[component]
pub(super) fn Published(props: &Props) -> Html {
    let lang = use_lang();
    let editing = use_state(|| false);
    let published = &props.article.record.published;
    let asking = *editing || needed(published);
    let on_set = {
        let (dispatch, editing) = (props.dispatch.clone(), editing.setter());
        Callback::from(move |date: String| {
            editing.set(false);
            dispatch.dispatch(Action::DateSet(Some(date)));
        })
    };
    let on_clear = {
        let dispatch = props.dispatch.clone();
        move |_| dispatch.dispatch(Action::DateSet(None))
    };
    let toggle = {
        let editing = editing.clone();
        move |_| editing.set(!*editing)
    };
    html! {
        <section
            class={classes!("published", asking.then_some("asking"))}
            aria-labelledby="published-heading"
            data-status={published.status.as_str().to_owned()}
        >
            <h3 id="published-heading">{ lang.t("published.heading") }</h3>
            <p class="published-value">{ value(published, lang) }</p>
            if props.given {
                <button type="button" class="button quiet" onclick={on_clear}>
                    { lang.t("published.clear") }
                </button>
            }
            if !needed(published) {
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded={editing.to_string()}
                    onclick={toggle}
                >
                    { lang.t(if *editing { "published.cancel" } else { "published.change" }) }
                </button>
            }
            if asking {
                <Ask article={props.article.clone()} {on_set} />
            }
        </section>
    }
}

/// Whether the date has to be asked for.
fn needed(published: &Publication) -> bool {
    matches!(published.status, PublicationStatus::Inferred | PublicationStatus::Unknown)
}

fn value(published: &Publication, lang: Lang) -> Html {
    let status = lang.label("published", published.status.as_str());
    let Some(edtf) = &published.edtf else {
        return html! { <>{ status }{ bounds(published, lang) }</> };
    };
    html! {
        <>
            <strong>{ show(edtf, lang.into()) }</strong>{ " " }
            <span class="basis">{ status }</span>
            if needed(published) { { bounds(published, lang) } }
        </>
    }
}

fn bounds(published: &Publication, lang: Lang) -> Html {
    let shown = |bound: &Option<String>| bound.as_deref().map(|bound| show(bound, lang.into()));
    let text = match (shown(&published.earliest), shown(&published.latest)) {
        (Some(begin), Some(end)) if begin == end => return html! {},
        (Some(begin), Some(end)) => {
            lang.with("published.between", &[("begin", &begin), ("end", &end)])
        }
        (Some(begin), None) => lang.with("published.not_before", &[("date", &begin)]),
        (None, Some(end)) => lang.with("published.not_after", &[("date", &end)]),
        (None, None) => return html! {},
    };
    html! { <span class="bounds">{ text }</span> }
}

#[derive(PartialEq, Properties)]
struct AskProps {
    article: Shown,
    on_set: Callback<String>,
}

/// Asks for the date, or for the year alone where the page gives the rest; what the article names
/// itself is one click away.
#[component]
fn Ask(props: &AskProps) -> Html {
    let lang = use_lang();
    let published = &props.article.record.published;
    let field = use_node_ref();
    let on_submit = {
        let (field, on_set) = (field.clone(), props.on_set.clone());
        let published = published.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = field.cast::<HtmlInputElement>().map(|field| field.value());
            if let Some(date) = typed.and_then(|typed| whole(&published, &typed)) {
                on_set.emit(date);
            }
        })
    };
    let chip = |date: String| {
        let (on_set, label) = (props.on_set.clone(), show(&date, lang.into()));
        html! {
            <button
                type="button"
                class="button chip"
                key={date.clone()}
                aria-label={lang.with("published.set_to", &[("date", &label)])}
                onclick={move |_| on_set.emit(date.clone())}
            >
                { label }
            </button>
        }
    };
    let offered = suggestions(&props.article.record);
    html! {
        <div class="ask">
            <p class="hint">{ lang.t("published.why") }</p>
            { evidence(&props.article, lang) }
            if !offered.is_empty() {
                <div class="chips" role="group" aria-label={lang.t("published.suggestions")}>
                    { for offered.into_iter().map(chip) }
                </div>
            }
            <form class="ask-form" onsubmit={on_submit}>
                { input(published, field, lang) }
                <button type="submit" class="button">{ lang.t("published.set") }</button>
            </form>
        </div>
    }
}

/// What was typed, as a whole date.
fn whole(published: &Publication, typed: &str) -> Option<String> {
    match yearless(published) {
        Some(_) => with_year(published, typed.trim().parse().ok()?),
        None => Some(typed.to_owned()).filter(|date| !date.is_empty()),
    }
}

fn input(published: &Publication, field: NodeRef, lang: Lang) -> Html {
    let day = |bound| bound_day(bound).map(str::to_owned);
    match yearless(published) {
        Some(_) => html! {
            <label>
                { lang.t("published.year") }
                <input ref={field} type="number" min="1900" max="2100" step="1" required=true />
            </label>
        },
        None => html! {
            <label>
                { lang.t("published.date") }
                <input
                    ref={field}
                    type="date"
                    min={needed(published).then(|| day(&published.earliest)).flatten()}
                    max={needed(published).then(|| day(&published.latest)).flatten()}
                    required=true
                />
            </label>
        },
    }
}

/// The words that say what is known.
fn evidence(article: &Shown, lang: Lang) -> Html {
    let words: Vec<&str> =
        article.record.published.evidence.iter().filter_map(|s| s.of(article.text())).collect();
    if words.is_empty() {
        return html! {};
    }
    html! {
        <p class="evidence">
            { lang.t("published.evidence") }{ ": " }
            { for words.iter().map(|words| html! { <q lang="vi">{ *words }</q> }) }
        </p>
    }
}
