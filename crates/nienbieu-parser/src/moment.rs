use std::ops::Range;

/// A calendar time as the grammar found it, before anything is resolved: what page structure needs
/// to tell a stamp from a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Where it stands in the folded text, weekday, clock time and zone included.
    pub(crate) range: Range<usize>,
    /// Day, month and year are all stated.
    pub(crate) full_date: bool,
    /// A clock time is stated.
    pub(crate) clock: bool,
}
