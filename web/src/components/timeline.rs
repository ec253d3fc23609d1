use yew::prelude::*;

use super::{Dispatch, Shown, timeline_row::TimelineRow, use_lang};
use crate::{dates::show, state::Selection, view::groups};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// The events under their dates; what is undated stands at the end.
#[component]
pub(super) fn Timeline(props: &Props) -> Html {
    let lang = use_lang();
    let events = &props.article.record.events;
    let groups = groups(events);
    html! {
        <section class="timeline" id="timeline" tabindex="-1">
            <h2 id="timeline-heading">
                { lang.t("timeline.heading") }
                <span class="count">
                    { lang.with("articles.events", &[("n", &events.len().to_string())]) }
                </span>
            </h2>
            if groups.is_empty() {
                <p class="hint">{ lang.t("timeline.empty") }</p>
            }
            <ol class="dates">
                { for groups.iter().map(|group| {
                    let date = group.edtf.map_or_else(
                        || lang.t("timeline.undated"),
                        |edtf| show(edtf, lang),
                    );
                    html! {
                        <li class={classes!("date", group.edtf.is_none().then_some("undated"))}>
                            <h3>{ date }</h3>
                            <ol class="events">{ for group.events.iter().map(|e| row(props, &e.id)) }</ol>
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

fn row(props: &Props, event: &str) -> Html {
    let picked = props.selection.as_ref().and_then(|s| s.event.as_deref()) == Some(event);
    html! {
        <TimelineRow
            key={event.to_owned()}
            article={props.article.clone()}
            event={event.to_owned()}
            {picked}
            dispatch={props.dispatch.clone()}
        />
    }
}
