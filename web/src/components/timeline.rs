use nienbieu_export::dates::show_shaded;
use nienbieu_model::Event;
use yew::prelude::*;

use super::{Dispatch, Shown, timeline_row::TimelineRow, use_lang};
use crate::{layers::items_of, state::Selection, view::groups};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    /// The events to show.
    pub(super) ids: Vec<String>,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// The events under their dates; what is undated stands at the end.
#[component]
pub(super) fn Timeline(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    // Both are in the record's order.
    let mut ids = props.ids.iter().peekable();
    let events: Vec<&Event> =
        record.events.iter().filter(|event| ids.next_if(|id| **id == event.id).is_some()).collect();
    let groups = groups(record, &events);
    let nothing = if record.events.is_empty() { "timeline.empty" } else { "filter.none" };
    html! {
        <div class="timeline">
            if groups.is_empty() {
                <p class="hint">{ lang.t(nothing) }</p>
            }
            <ol class="dates">
                { for groups.iter().map(|group| {
                    let date = group.edtf.map_or_else(
                        || lang.t("timeline.undated"),
                        |edtf| show_shaded(edtf, group.shades, lang.into()),
                    );
                    html! {
                        <li class={classes!("date", group.edtf.is_none().then_some("undated"))}>
                            <h3>{ date }</h3>
                            <ol class="events">{ for group.events.iter().map(|e| row(props, e)) }</ol>
                        </li>
                    }
                }) }
            </ol>
        </div>
    }
}

fn row(props: &Props, event: &Event) -> Html {
    let record = &props.article.record;
    let selection = props.selection.as_ref();
    let picked = selection.and_then(|s| s.event.as_ref()) == Some(&event.id);
    let hangs = |id: &&String| items_of(record, event).iter().any(|item| item.id() == id.as_str());
    let alone = selection.filter(|s| s.items.len() == 1).and_then(|s| s.items.first());
    let marked = alone.filter(hangs).cloned();
    html! {
        <TimelineRow
            key={event.id.clone()}
            article={props.article.clone()}
            event={event.id.clone()}
            {picked}
            {marked}
            dispatch={props.dispatch.clone()}
        />
    }
}
