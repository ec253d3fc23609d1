//! The record's items under one face, whatever layer they are of.

mod item;
mod marks;
mod of_event;

pub use item::{Item, Layer};
pub use marks::Marks;
pub use of_event::{event_of, items_of};
