//! The layer of citations.

use nienbieu_model::{Citation, Record};

use super::View;

/// The citations of an article, in order.
pub(super) fn read(_view: &View<'_>, _record: &Record) -> Vec<Citation> {
    Vec::new()
}
