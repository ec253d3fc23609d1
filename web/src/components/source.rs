use nienbieu_model::{Record, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use super::{Dispatch, Shown, source_line::SourceLine, use_lang};
use crate::{
    state::{Action, Selection},
    text::{Line, lines},
    view::{Reading, extent},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// The article as it was given, with the words of its times marked.
#[component]
pub(super) fn Source(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let text = props.article.text();
    let lines = lines(text, extent(record, text), &record.blocks);
    let selection = props.selection.as_ref();
    let marked = selection.map(|selection| marked(record, selection)).unwrap_or_default();
    // The lines that the selection does not touch need no new drawing.
    let relevant = |line: Line| {
        selection.filter(|_| marked.iter().any(|span| span.overlaps(line.span))).cloned()
    };
    let point = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |target: Option<EventTarget>| {
            dispatch.dispatch(Action::Pointed(time_at(target)));
        })
    };
    let (over, focus) = (point.clone(), point.clone());
    let (leave, blur) = (point.clone(), point);
    let pick = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |target: Option<EventTarget>| {
            if let Some(time) = time_at(target) {
                dispatch.dispatch(Action::TimePicked(time));
            }
        })
    };
    let on_key = {
        let pick = pick.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") && time_at(event.target()).is_some() {
                event.prevent_default();
                pick.emit(event.target());
            }
        }
    };
    html! {
        <div class="source">
            <h2 id="source-heading">{ lang.t("source.heading") }</h2>
            <p class="hint">
                { lang.t("source.hint") }{ " " }
                { for [Reading::Stated, Reading::Inferred, Reading::Open].map(|reading| html! {
                    <mark class={classes!("legend", "time", reading.name())}>
                        { lang.t(legend(reading)) }
                    </mark>
                }) }
            </p>
            <div
                class="source-text"
                id="source"
                lang="vi"
                onclick={move |event: MouseEvent| pick.emit(event.target())}
                onkeydown={on_key}
                onmouseover={move |event: MouseEvent| over.emit(event.target())}
                onmouseleave={move |_| leave.emit(None)}
                onfocusin={move |event: FocusEvent| focus.emit(event.target())}
                onfocusout={move |_| blur.emit(None)}
            >
                { for lines.into_iter().map(|line| html! {
                    <SourceLine
                        key={line.span.start}
                        article={props.article.clone()}
                        {line}
                        selection={relevant(line)}
                    />
                }) }
            </div>
        </div>
    }
}

const fn legend(reading: Reading) -> &'static str {
    match reading {
        Reading::Stated => "source.legend_stated",
        Reading::Inferred => "source.legend_inferred",
        Reading::Open => "source.legend_vague",
    }
}

/// The time whose words an event of the browser came from.
fn time_at(target: Option<EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[data-time]").ok()??.get_attribute("data-time")
}

/// What a selection marks: the event's quote and the times' words.
fn marked(record: &Record, selection: &Selection) -> Vec<Span> {
    let event = record.events.iter().find(|event| selection.event.as_ref() == Some(&event.id));
    let times = selection.times.iter().filter_map(|id| record.time(id));
    event.map(|event| event.quote).into_iter().chain(times.map(|time| time.span)).collect()
}
