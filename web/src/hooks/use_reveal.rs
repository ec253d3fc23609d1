use yew::prelude::*;

use crate::{
    browser::reveal,
    components::{event_id, row_id},
    state::{Origin, Selection},
};

/// Scrolls to the other side of what is picked: from a list to the words, from words to their row
/// of the table or their event.
#[hook]
pub fn use_reveal(selection: Option<&Selection>) {
    use_effect_with(selection.cloned(), |selection| {
        let Some(selection) = selection else { return };
        match selection.origin {
            Origin::List => drop(reveal("#source .picked") || reveal("#source .quoted")),
            Origin::Source => {
                let row = selection.items.first().map(|item| row_id(item));
                let event = selection.event.as_deref().map(event_id);
                let _ = row.into_iter().chain(event).any(|id| reveal(&format!("#{id}")));
            }
        }
    });
}
