//! The browser app: articles in, timelines out, all on the device.
//!
//! The page ([`components`], [`hooks`], [`browser`]) shows a [`state::State`] and sends it what
//! happens; the state is one pure reducer. The text is read by a web worker, whose program
//! (`bin/worker`) is the only part that holds the parser: the page knows the record alone.
#![forbid(unsafe_code)]

rust_i18n::i18n!("locales", fallback = "vi");

pub mod browser;
pub mod components;
pub mod export;
#[cfg(test)]
mod fixture;
pub mod hooks;
pub mod i18n;
pub mod layers;
pub mod protocol;
pub mod state;
pub mod text;
pub mod view;
