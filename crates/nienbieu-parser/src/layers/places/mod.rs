//! The layer of places.

use nienbieu_model::Place;

use super::View;

/// The places that an article names, in order.
pub(super) fn read(_view: &View<'_>) -> Vec<Place> {
    Vec::new()
}
