//! Options that take one of several words.

use clap::ValueEnum;

/// The form of an answer to a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TimeFormat {
    /// One object a line.
    Json,
    /// Lines to read.
    Text,
}

/// The form of an explained article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExplainFormat {
    /// Lines to read.
    #[default]
    Text,
    /// One object an article, one a line.
    Json,
}

/// A layer of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    Events,
    #[value(alias = "quantities")]
    Figures,
    #[value(alias = "citations")]
    Papers,
    People,
    #[value(alias = "organizations")]
    Bodies,
    Places,
    Diseases,
    Patients,
    #[value(alias = "directives")]
    Instructions,
}

impl Layer {
    /// All, in the order in which they are shown.
    pub(crate) const ALL: [Self; 9] = [
        Self::Events,
        Self::Figures,
        Self::Papers,
        Self::People,
        Self::Bodies,
        Self::Places,
        Self::Diseases,
        Self::Patients,
        Self::Instructions,
    ];
}

/// A table of csv.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Table {
    /// One row an event.
    #[default]
    Events,
    /// One row a figure.
    Quantities,
    /// One row a mention of an official paper.
    Citations,
}

impl Table {
    pub(crate) const ALL: [Self; 3] = [Self::Events, Self::Quantities, Self::Citations];

    /// Its name in a folder.
    pub(crate) const fn file_name(self) -> &'static str {
        match self {
            Self::Events => "events.csv",
            Self::Quantities => "quantities.csv",
            Self::Citations => "citations.csv",
        }
    }
}

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A timeline to read.
    Table,
    /// One record a line.
    Ndjson,
    /// One array of records.
    Json,
    /// A table for spreadsheets.
    Csv,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that has it.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case; the words that date an event then stand in ‹ ›.
    Never,
}
