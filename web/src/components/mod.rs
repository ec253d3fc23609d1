//! The page's parts.

mod app;
mod article;
mod articles;
mod chips;
mod details;
mod diagnostics;
mod downloads;
mod empty;
mod filters;
mod header;
mod legend;
mod list;
mod notices;
mod paste;
mod published;
mod shared;
mod source;
mod source_line;
mod status;
mod table;
mod tabs;
mod timeline;
mod timeline_row;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use crate::hooks::use_item_events;
pub use app::App;
pub(crate) use shared::{
    Dispatch, Same, Shown, event_id, item_class, item_label, row_id, title, use_lang,
};
