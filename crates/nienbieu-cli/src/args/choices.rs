//! Options that take one of several words.

use std::sync::LazyLock;

use clap::ValueEnum;
use clap::builder::PossibleValue;

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

impl From<Table> for nienbieu_export::Table {
    fn from(table: Table) -> Self {
        match table {
            Table::Events => Self::Events,
            Table::Quantities => Self::Quantities,
            Table::Citations => Self::Citations,
        }
    }
}

/// The language of heads and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl From<Language> for nienbieu_export::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Self::Vi,
            Language::En => Self::En,
        }
    }
}

/// The form of the output: the table for people, or one of the export's formats.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    Table,
    Export(&'static nienbieu_export::Format),
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Format>> = LazyLock::new(|| {
            let exports = nienbieu_export::FORMATS.iter().map(Format::Export);
            std::iter::once(Format::Table).chain(exports).collect()
        });
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => PossibleValue::new("table").help("A timeline to read"),
            Self::Export(format) => PossibleValue::new(format.name).help(format.about),
        })
    }
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
