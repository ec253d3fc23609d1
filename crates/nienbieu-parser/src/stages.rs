//! The steps of a parse one by one, for measuring them: each does what those before it do as well, and
//! returns how much it found.

use crate::{
    scan, structure,
    text::{Folded, lines::lines},
};

/// Folds a text.
#[must_use]
pub fn fold(text: &str) -> usize {
    Folded::for_times(text).as_str().len()
}

/// Finds the time expressions of a text.
#[must_use]
pub fn scan(text: &str) -> usize {
    let folded = Folded::for_times(text);
    scan::scan(folded.as_str(), &|at| scan::capital_at(text, &folded, at)).len()
}

/// Finds what each line of a text is.
#[must_use]
pub fn structure(text: &str) -> usize {
    let folded = Folded::for_times(text);
    let matches = scan::scan(folded.as_str(), &|at| scan::capital_at(text, &folded, at));
    let (moments, _) = scan::moments(&matches);
    structure::analyze(&folded, &lines(text, &folded), &moments).len()
}
