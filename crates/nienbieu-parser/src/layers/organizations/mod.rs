//! The layer of bodies.

use nienbieu_model::{Organization, Place};

use super::View;

/// The bodies that an article names, in order.
pub(super) fn read(_view: &View<'_>, _places: &[Place]) -> Vec<Organization> {
    Vec::new()
}
