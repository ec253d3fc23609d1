use nienbieu_model::{Event, Modality, Time};
use yew::prelude::*;

use super::{Dispatch, Shown, chips::Chips, event_id, use_lang};
use crate::{
    i18n::Lang,
    state::{Action, times_of_event},
    text::segments,
    view::{Reading, reading},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) event: String,
    pub(super) picked: bool,
    /// What hangs on it and is marked alone.
    pub(super) marked: Option<String>,
    pub(super) dispatch: Dispatch,
}

/// One event: what kind it is, how exact its date, its words, and what hangs on it.
#[component]
pub(super) fn TimelineRow(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let Some(event) = record.events.iter().find(|event| event.id == props.event) else {
        return html! {};
    };
    let time = record.time_of(event);
    let time_id = time.map(|time| time.id.clone());
    let point = |id: Option<String>| {
        let dispatch = props.dispatch.clone();
        move || dispatch.dispatch(Action::Pointed(id.clone()))
    };
    let (enter, focus) = (point(time_id.clone()), point(time_id));
    let (leave, blur) = (point(None), point(None));
    let on_click = {
        let (dispatch, id, picked) = (props.dispatch.clone(), event.id.clone(), props.picked);
        move |_| {
            let pick = Action::EventPicked(id.clone());
            dispatch.dispatch(if picked { Action::Unpicked } else { pick });
        }
    };
    html! {
        <li>
            <button
                type="button"
                class="event"
                id={event_id(&event.id)}
                data-kind={event.kind.as_str().to_owned()}
                aria-pressed={props.picked.to_string()}
                onclick={on_click}
                onmouseenter={move |_| enter()}
                onmouseleave={move |_| leave()}
                onfocus={move |_| focus()}
                onblur={move |_| blur()}
            >
                <span class="tags">{ for tags(event, time, lang) }</span>
                <span class="quote" lang="vi">{ quote(&props.article, event) }</span>
            </button>
            <Chips
                article={props.article.clone()}
                event={event.id.clone()}
                marked={props.marked.clone()}
                dispatch={props.dispatch.clone()}
            />
        </li>
    }
}

/// Kind, precision, doubt, modality.
fn tags(event: &Event, time: Option<&Time>, lang: Lang) -> Vec<Html> {
    let tag = |class: &'static str, words: String| {
        html! { <span class={classes!("tag", class)}>{ words }</span> }
    };
    let mut tags = vec![tag("tag-kind", lang.label("kind", event.kind.as_str()))];
    if let Some(grain) = time.filter(|_| event.edtf.is_some()).and_then(|time| time.grain.as_ref())
    {
        tags.push(tag("tag-grain", lang.label("grain", grain.as_str())));
    }
    if inferred(event, time) {
        tags.push(tag("tag-inferred", lang.t("timeline.inferred")));
    }
    match &event.modality {
        None | Some(Modality::Fact) => {}
        Some(other) => tags.push(tag("tag-modality", lang.label("modality", other.as_str()))),
    }
    tags
}

fn inferred(event: &Event, time: Option<&Time>) -> bool {
    event.time_basis.as_deref().is_some_and(|basis| basis == "inherited")
        || time.is_some_and(|time| reading(time) == Reading::Inferred)
}

/// The quote, with the words of its date marked.
fn quote(article: &Shown, event: &Event) -> Html {
    let text = article.text();
    let record = &article.record;
    let times = times_of_event(record, event);
    let spans: Vec<_> =
        times.iter().filter_map(|id| record.time(id)).map(|time| time.span).collect();
    let pieces = segments(text, event.quote, &spans);
    pieces
        .into_iter()
        .map(|piece| {
            let words = piece.span.of(text).unwrap_or_default();
            if piece.covers.is_empty() {
                html! { { words } }
            } else {
                html! { <b>{ words }</b> }
            }
        })
        .collect()
}
