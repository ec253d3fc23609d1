use yew::prelude::*;

use super::{
    Dispatch, Shown, filters::Filters, table::Table, tabs::Tabs, timeline::Timeline, use_lang,
};
use crate::{
    layers::Layer,
    state::{Filter, Selection, Tab},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) tab: Tab,
    pub(super) filter: Filter,
    pub(super) selection: Option<Selection>,
    pub(super) dispatch: Dispatch,
}

/// What stands beside the source: the timeline, or the table of a layer.
#[component]
pub(super) fn List(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let tabs = Tab::of(record);
    let tab = props.tab.or_timeline(record);
    let alone = tabs.len() == 1;
    let count = record.events.len().to_string();
    html! {
        <section class="list" id="timeline" tabindex="-1">
            <h2 id="timeline-heading" class={classes!((!alone).then_some("hidden"))}>
                { lang.t("timeline.heading") }
                <span class="count">{ lang.with("articles.events", &[("n", &count)]) }</span>
            </h2>
            if !alone {
                <Tabs article={props.article.clone()} {tab} dispatch={props.dispatch.clone()} />
            }
            <div
                id="list"
                role={(!alone).then_some("tabpanel")}
                aria-labelledby={(!alone).then(|| format!("tab-{}", tab.name()))}
            >
                { panel(props, tab) }
            </div>
        </section>
    }
}

fn panel(props: &Props, tab: Tab) -> Html {
    let record = &props.article.record;
    let filters = |shown: usize, all: usize| {
        html! {
            <Filters
                article={props.article.clone()}
                filter={props.filter.clone()}
                {tab}
                {shown}
                {all}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    let table = |layer: Layer, ids: Vec<String>| {
        html! {
            <Table
                article={props.article.clone()}
                {layer}
                {ids}
                selection={props.selection.clone()}
                dispatch={props.dispatch.clone()}
            />
        }
    };
    match tab {
        Tab::Timeline => {
            let events = props.filter.events(record);
            let ids: Vec<String> = events.iter().map(|event| event.id.clone()).collect();
            html! {
                <>
                    { filters(ids.len(), record.events.len()) }
                    <Timeline
                        article={props.article.clone()}
                        {ids}
                        selection={props.selection.clone()}
                        dispatch={props.dispatch.clone()}
                    />
                </>
            }
        }
        Tab::Table(Layer::Figure) => {
            let figures = props.filter.figures(record);
            let ids: Vec<String> = figures.iter().map(|figure| figure.id().to_owned()).collect();
            html! { <>{ filters(ids.len(), record.quantities.len()) }{ table(Layer::Figure, ids) }</> }
        }
        Tab::Table(layer) => {
            table(layer, layer.items(record).iter().map(|item| item.id().to_owned()).collect())
        }
    }
}
