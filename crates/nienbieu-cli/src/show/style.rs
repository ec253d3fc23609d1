//! The colours of the table, or none.

use anstyle::{AnsiColor, Style};
use nienbieu_model::Severity;

/// A style a role; all plain where there is no colour.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Palette {
    pub(crate) title: Style,
    pub(crate) dim: Style,
    pub(crate) date: Style,
    pub(crate) kind: Style,
    pub(crate) mark: Style,
    pub(crate) warning: Style,
    pub(crate) error: Style,
}

impl Palette {
    pub(crate) fn new(color: bool) -> Self {
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

    /// The colour of a remark.
    pub(crate) const fn of(&self, severity: &Severity) -> Style {
        match severity {
            Severity::Info => self.dim,
            Severity::Error => self.error,
            _ => self.warning,
        }
    }
}
