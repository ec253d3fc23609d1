//! The layer of directives.

use nienbieu_model::{Directive, Record};

use super::View;

/// The directives of an article, in order.
pub(super) fn read(_view: &View<'_>, _record: &Record) -> Vec<Directive> {
    Vec::new()
}
