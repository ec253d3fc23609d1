//! The layer of people.

use nienbieu_model::{Person, Record};

use super::View;

/// The people of an article, in order.
pub(super) fn read(_view: &View<'_>, _record: &Record) -> Vec<Person> {
    Vec::new()
}
