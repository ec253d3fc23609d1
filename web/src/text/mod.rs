//! From spans in a text to pieces that can be shown.

mod lines;
mod plain;
mod segments;

pub use lines::{Line, lines};
pub use plain::plain;
pub use segments::{Segment, fit, segments};
