//! The layers of diseases and of patients.

use nienbieu_model::{Disease, Patient};

use super::View;

/// The diseases and the patients' numbers that an article names, in order.
pub(super) fn read(_view: &View<'_>) -> (Vec<Disease>, Vec<Patient>) {
    (Vec::new(), Vec::new())
}
