use nienbieu_model::Record;
use yew::prelude::*;

use super::{Dispatch, Shown, item_class, item_label, use_item_events, use_lang};
use crate::{
    i18n::Lang,
    layers::{Item, items_of},
    state::Origin,
    view::note,
};

/// How many stand below an event before the rest is folded away.
const MOST: usize = 8;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) article: Shown,
    pub(super) event: String,
    /// The item among them that is marked.
    pub(super) marked: Option<String>,
    pub(super) dispatch: Dispatch,
}

/// What hangs on an event: each chip leads to its words.
#[component]
pub(super) fn Chips(props: &Props) -> Html {
    let lang = use_lang();
    let all = use_state(|| false);
    let events = use_item_events(&props.dispatch, Origin::List);
    let record = &props.article.record;
    let event = record.events.iter().find(|event| event.id == props.event);
    let items = event.map(|event| items_of(record, event)).unwrap_or_default();
    if items.is_empty() {
        return html! {};
    }
    // One more chip takes no more room than the button that would hide it.
    let folded = items.len() > MOST + 1;
    let shown = if folded && !*all { MOST } else { items.len() };
    let more = (items.len() - shown).to_string();
    let toggle = {
        let all = all.clone();
        move |_| all.set(!*all)
    };
    html! {
        <ul
            class="chips-of-event"
            aria-label={lang.t("tab.hangs")}
            onclick={events.click}
            onmouseover={events.over}
            onmouseleave={events.leave}
            onfocusin={events.focus}
            onfocusout={events.blur}
        >
            { for items[..shown].iter().map(|item| chip(*item, record, props, lang)) }
            if folded {
                <li>
                    <button
                        type="button"
                        class="more"
                        aria-expanded={all.to_string()}
                        onclick={toggle}
                    >
                        { if *all { lang.t("tab.fewer") } else { lang.with("tab.more", &[("n", &more)]) } }
                    </button>
                </li>
            }
        </ul>
    }
}

fn chip(item: Item<'_>, record: &Record, props: &Props, lang: Lang) -> Html {
    let marked = props.marked.as_deref() == Some(item.id());
    html! {
        <li>
            <button
                type="button"
                class={classes!("item-chip", item_class(item))}
                data-item={item.id().to_owned()}
                aria-label={item_label(item, record, lang)}
                aria-pressed={marked.to_string()}
            >
                <span class="chip-words" lang="vi">{ item.words(record) }</span>
                if let Some(note) = note(item, record, lang) {
                    <span class="chip-note">{ note }</span>
                }
            </button>
        </li>
    }
}
