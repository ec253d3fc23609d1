//! The edge to the browser: worker, files, storage, scrolling.

mod files;
mod link;
mod page;
mod serve;

pub use files::{read_in_order, save};
pub use link::Link;
pub use page::{element, reveal, set_language, stored_language};
pub use serve::serve;
