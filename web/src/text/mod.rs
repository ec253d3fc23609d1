//! From spans in a text to pieces that can be shown.

mod lines;
mod segments;

pub use lines::{Line, lines};
pub use segments::{Segment, fit, segments};
