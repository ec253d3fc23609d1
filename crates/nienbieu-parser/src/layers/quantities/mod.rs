//! The layer of quantities.

use nienbieu_model::{Quantity, Record};

use super::View;

/// The quantities of an article, in order.
pub(super) fn read(_view: &View<'_>, _record: &Record) -> Vec<Quantity> {
    Vec::new()
}
