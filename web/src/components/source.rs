use std::rc::Rc;

use nienbieu_model::{Record, Span};
use yew::prelude::*;

use super::{
    Dispatch, Same, Shown, legend::Legend, source_line::SourceLine, use_item_events, use_lang,
};
use crate::{
    layers::{Item, Marks},
    state::{Origin, Selection},
    text::{Line, lines},
    view::extent,
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// The article as it was given, with the words of its items marked.
#[component]
pub(super) fn Source(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let text = props.article.text();
    let lines = lines(text, extent(record, text), &record.blocks);
    let marks = use_memo(props.article.clone(), |article| Marks::of(&article.record));
    let events = use_item_events(&props.dispatch, Origin::Source);
    let selection = props.selection.as_ref();
    let marked = selection.map(|selection| marked(record, selection)).unwrap_or_default();
    // The lines that the selection does not touch need no new drawing.
    let relevant = |line: Line| {
        selection.filter(|_| marked.iter().any(|span| span.overlaps(line.span))).cloned()
    };
    html! {
        <div class="source">
            <h2 id="source-heading">{ lang.t("source.heading") }</h2>
            <p class="hint">
                { lang.t("source.hint") }{ " " }
                <Legend article={props.article.clone()} />
            </p>
            <div
                class="source-text"
                id="source"
                lang="vi"
                onclick={events.click}
                onkeydown={events.key}
                onmouseover={events.over}
                onmouseleave={events.leave}
                onfocusin={events.focus}
                onfocusout={events.blur}
            >
                { for lines.into_iter().map(|line| html! {
                    <SourceLine
                        key={line.span.start}
                        article={props.article.clone()}
                        marks={Same(Rc::clone(&marks))}
                        {line}
                        selection={relevant(line)}
                    />
                }) }
            </div>
        </div>
    }
}

/// What a selection marks: the event's quote and the items' words.
fn marked(record: &Record, selection: &Selection) -> Vec<Span> {
    let event = record.events.iter().find(|event| selection.event.as_ref() == Some(&event.id));
    let items = selection.items.iter().filter_map(|id| Item::find(record, id));
    event.map(|event| event.quote).into_iter().chain(items.map(Item::span)).collect()
}
