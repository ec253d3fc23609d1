//! What a value is resolved against.

use jiff::civil::Date;

use super::state::{Carried, Outlook, State, Writing};

/// What a value is resolved against.
pub(crate) struct Scope<'a> {
    pub(crate) writing: &'a Writing,
    pub(crate) state: &'a State,
    pub(crate) sentence: usize,
    pub(crate) outlook: Outlook,
    /// The next day that is dated in full, the number of its time and its sentence: what a page without a
    /// date of its own may go by.
    pub(crate) ahead: Option<(Date, usize, usize)>,
    /// The sentence speaks of every day, not of one.
    pub(crate) habitual: bool,
}

impl Scope<'_> {
    /// The last value, where the same sentence gave it.
    pub(crate) fn same_sentence(&self) -> Option<Carried> {
        self.state.last.filter(|carried| {
            carried.sentence == self.sentence && carried.calendar.year().is_some()
        })
    }
}
