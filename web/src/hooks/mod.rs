//! What the page does outside of its state.

mod use_drop_zone;
mod use_item_events;
mod use_language;
mod use_reveal;
mod use_worker;

pub use use_drop_zone::use_drop_zone;
pub use use_item_events::{ItemEvents, use_item_events};
pub use use_language::use_language;
pub use use_reveal::use_reveal;
pub use use_worker::use_worker;
