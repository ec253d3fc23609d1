//! What people read: words in lines and columns, dates and numbers.

pub(crate) mod columns;
pub(crate) mod date;
pub(crate) mod head;
pub(crate) mod number;
pub(crate) mod remark;
pub(crate) mod style;
pub(crate) mod wrap;

/// How a page for people looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Whether to use colour; without it, marks are made of characters.
    pub(crate) color: bool,
    /// Columns of the terminal.
    pub(crate) width: usize,
}
