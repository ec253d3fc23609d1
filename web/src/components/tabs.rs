use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Dispatch, Shown, use_lang};
use crate::{
    browser::element,
    state::{Action, Tab},
};

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) tab: Tab,
    pub(super) dispatch: Dispatch,
}

/// The lists to choose from, with how much each holds. The arrows go from one to the next.
#[component]
pub(super) fn Tabs(props: &Props) -> Html {
    let lang = use_lang();
    let record = &props.article.record;
    let tabs = Tab::of(record);
    let on_key = {
        let (dispatch, tab, tabs) = (props.dispatch.clone(), props.tab, tabs.clone());
        move |event: KeyboardEvent| {
            if let Some(next) = next(&tabs, tab, &event.key()) {
                event.prevent_default();
                dispatch.dispatch(Action::TabChosen(next));
                focus(next);
            }
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={lang.t("tab.label")} onkeydown={on_key}>
            { for tabs.iter().map(|&tab| {
                let dispatch = props.dispatch.clone();
                let chosen = tab == props.tab;
                let count = match tab {
                    Tab::Timeline => record.events.len(),
                    Tab::Table(layer) => layer.count(record),
                };
                html! {
                    <button
                        type="button"
                        role="tab"
                        key={tab.name()}
                        id={format!("tab-{}", tab.name())}
                        class="tab"
                        aria-selected={chosen.to_string()}
                        aria-controls="list"
                        tabindex={if chosen { "0" } else { "-1" }}
                        onclick={move |_| dispatch.dispatch(Action::TabChosen(tab))}
                    >
                        { lang.label("tab", tab.name()) }
                        { " " }
                        <span class="count">{ count }</span>
                    </button>
                }
            }) }
        </div>
    }
}

/// Where a key leads to from a tab; round and round.
fn next(tabs: &[Tab], tab: Tab, key: &str) -> Option<Tab> {
    let at = tabs.iter().position(|other| *other == tab)?;
    let step = match key {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at + tabs.len() - 1,
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return None,
    };
    tabs.get(step % tabs.len()).copied()
}

fn focus(tab: Tab) {
    let tab = element(&format!("tab-{}", tab.name()));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        drop(tab.focus());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::Layer;

    #[test]
    fn keys_go_round() {
        let [timeline, figures, papers] =
            [Tab::Timeline, Tab::Table(Layer::Figure), Tab::Table(Layer::Paper)];
        let tabs = [timeline, figures, papers];
        for (from, key, to) in [
            (timeline, "ArrowRight", Some(figures)),
            (papers, "ArrowRight", Some(timeline)),
            (timeline, "ArrowLeft", Some(papers)),
            (figures, "End", Some(papers)),
            (figures, "Home", Some(timeline)),
            (figures, "a", None),
        ] {
            assert_eq!(next(&tabs, from, key), to, "{key}");
        }
        assert_eq!(next(&tabs, Tab::Table(Layer::Place), "End"), None);
    }
}
