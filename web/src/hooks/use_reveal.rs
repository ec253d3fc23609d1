use yew::prelude::*;

use crate::{
    browser::reveal,
    components::{event_id, quote_id, words_id},
    state::{Origin, Selection},
};

/// Scrolls to the other side of what is picked: from an event to its words, from words to their
/// event.
#[hook]
pub fn use_reveal(selection: Option<&Selection>) {
    use_effect_with(selection.cloned(), |selection| match selection {
        Some(Selection { origin: Origin::Source, event: Some(event), .. }) => {
            reveal(&event_id(event));
        }
        Some(Selection { origin: Origin::Timeline, times, event }) => {
            match (times.first(), event) {
                (Some(time), _) => reveal(&words_id(time)),
                (None, Some(event)) => reveal(&quote_id(event)),
                (None, None) => {}
            }
        }
        _ => {}
    });
}
