use yew::prelude::*;

use super::{Shown, use_lang};
use crate::{layers::Layer, view::Reading};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
}

/// The colours of layers beside the times: their class, their name, and which layers have them.
const COLOURS: [(&str, &str, &[Layer]); 5] = [
    ("figure", "layer.figure", &[Layer::Figure]),
    ("paper", "layer.paper", &[Layer::Paper]),
    ("person", "source.legend_people", &[Layer::Person, Layer::Body]),
    ("place", "layer.place", &[Layer::Place]),
    ("disease", "source.legend_health", &[Layer::Disease, Layer::Patient]),
];

/// What the colours in the source mean; only those that this article has.
#[component]
pub(super) fn Legend(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let readings = [
        (Reading::Stated, "source.legend_stated"),
        (Reading::Inferred, "source.legend_inferred"),
        (Reading::Open, "source.legend_vague"),
    ];
    let used =
        COLOURS.iter().filter(|(_, _, layers)| layers.iter().any(|layer| layer.count(record) > 0));
    html! {
        <span class="legends" role="group" aria-label={lang.t("source.legend")}>
            { for readings.map(|(reading, key)| html! {
                <mark class={classes!("legend", "item", "time", reading.name())}>
                    { lang.t(key) }
                </mark>
            }) }
            { for used.map(|(class, key, _)| html! {
                <mark class={classes!("legend", "item", *class)}>{ lang.t(key) }</mark>
            }) }
        </span>
    }
}
