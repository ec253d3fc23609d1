use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use crate::state::{Action, Origin, State};

/// What a list of items, each an element with `data-item`, listens to.
pub struct ItemEvents {
    /// Picks the item.
    pub click: Callback<MouseEvent>,
    /// Picks the item by Enter or the space bar, where it is no button of its own.
    pub key: Callback<KeyboardEvent>,
    /// The pointer comes to an item.
    pub over: Callback<MouseEvent>,
    /// The pointer leaves them all.
    pub leave: Callback<MouseEvent>,
    /// The focus comes to an item.
    pub focus: Callback<FocusEvent>,
    /// The focus leaves an item.
    pub blur: Callback<FocusEvent>,
}

/// One set of listeners for many items.
#[hook]
pub fn use_item_events(dispatch: &UseReducerDispatcher<State>, origin: Origin) -> ItemEvents {
    let pick = {
        let dispatch = dispatch.clone();
        move |target: Option<EventTarget>| {
            let item = item_at(target);
            let found = item.is_some();
            if let Some(item) = item {
                dispatch.dispatch(Action::ItemPicked(item, origin));
            }
            found
        }
    };
    let point = {
        let dispatch = dispatch.clone();
        move |target: Option<EventTarget>| dispatch.dispatch(Action::Pointed(item_at(target)))
    };
    let (on_key, over, focus) = (pick.clone(), point.clone(), point.clone());
    let (leave, blur) = (point.clone(), point);
    ItemEvents {
        click: Callback::from(move |event: MouseEvent| {
            pick(event.target());
        }),
        key: Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") && on_key(event.target()) {
                event.prevent_default();
            }
        }),
        over: Callback::from(move |event: MouseEvent| over(event.target())),
        leave: Callback::from(move |_| leave(None)),
        focus: Callback::from(move |event: FocusEvent| focus(event.target())),
        blur: Callback::from(move |_| blur(None)),
    }
}

/// The item that an event of the browser came from.
fn item_at(target: Option<EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest("[data-item]").ok()??.get_attribute("data-item")
}
