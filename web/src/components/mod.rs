//! The page's parts.

mod app;
mod article;
mod articles;
mod details;
mod diagnostics;
mod downloads;
mod empty;
mod header;
mod notices;
mod paste;
mod published;
mod shared;
mod source;
mod source_line;
mod status;
mod timeline;
mod timeline_row;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

pub use app::App;
pub(crate) use shared::{Dispatch, Same, Shown, event_id, quote_id, title, use_lang, words_id};
