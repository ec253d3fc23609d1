//! The colours of the table, or none.

use anstyle::{AnsiColor, Style};

/// A style a role; all plain where there is no colour.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Palette {
    pub(super) title: Style,
    pub(super) dim: Style,
    pub(super) date: Style,
    pub(super) kind: Style,
    pub(super) mark: Style,
    pub(super) warning: Style,
    pub(super) error: Style,
}

impl Palette {
    pub(super) fn new(color: bool) -> Self {
        if !color {
            return Self::default();
        }
        Self {
            title: Style::new().bold(),
            dim: Style::new().dimmed(),
            date: AnsiColor::Cyan.on_default(),
            kind: AnsiColor::Green.on_default(),
            mark: Style::new().bold().underline(),
            warning: AnsiColor::Yellow.on_default(),
            error: AnsiColor::Red.on_default(),
        }
    }
}
