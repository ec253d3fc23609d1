//! The command line, validated and completed from the surroundings.

use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

use nienbieu_edit::Log;
use nienbieu_export::Table;
use nienbieu_ingest::Place;
use nienbieu_input::{Limits, Settings};
use nienbieu_parser::Options;

use crate::args::{Articles, Color, ExplainArgs, ExplainFormat, Format, Layer, ParseArgs};
use crate::failure::Failure;
use crate::filter::Filter;
use crate::show::Look;

/// The widest a table gets: longer lines are hard to read.
const WIDEST: usize = 140;
/// The narrowest that still holds a date and some words.
const NARROWEST: usize = 40;
/// The most bytes that one document may have.
const LARGEST: usize = 256 << 20;
/// Where nothing is known of the terminal.
const USUAL: usize = 80;

/// What `nienbieu parse` is to do.
#[derive(Debug)]
pub(crate) struct Parse {
    pub(crate) reading: Reading,
    pub(crate) view: View,
    pub(crate) filter: Filter,
    pub(crate) keep_text: bool,
    pub(crate) target: Target,
    pub(crate) look: Look,
}

/// What `nienbieu explain` is to do.
#[derive(Debug)]
pub(crate) struct Explain {
    pub(crate) reading: Reading,
    pub(crate) format: ExplainFormat,
    pub(crate) look: Look,
}

/// What is read, and how.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) places: Vec<Place>,
    pub(crate) options: Options,
    pub(crate) settings: Settings,
    pub(crate) edits: Option<Log>,
}

/// The form of the output, with what it shows.
#[derive(Debug)]
pub(crate) enum View {
    Table(Vec<Layer>),
    Export {
        format: &'static nienbieu_export::Format,
        language: nienbieu_export::Language,
        /// Of csv: one, or several that go to a folder.
        tables: Vec<Table>,
    },
}

/// Where the output goes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

impl Target {
    /// The file or folder.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::File(path) | Self::Folder(path) => Some(path),
        }
    }
}

impl TryFrom<ParseArgs> for Parse {
    type Error = Failure;

    fn try_from(raw: ParseArgs) -> Result<Self, Failure> {
        let on_terminal = raw.output.is_none() && stdout().is_terminal();
        let default = if on_terminal { Format::Table } else { Format::Export(lines()) };
        let format = raw.format.unwrap_or(default);
        check(&raw, format)?;
        let view = view(format, &raw);
        let target = target(raw.output, format)?;
        let look = Look { color: color(raw.color, target != Target::Stdout), width: width() };
        let edits = raw.edits.as_deref().map(edits).transpose()?;
        Ok(Self {
            reading: Reading { edits, ..raw.articles.try_into()? },
            view: view.for_target(&target, raw.table.is_some()),
            filter: Filter::new(raw.kind, raw.place.as_deref(), raw.metric),
            keep_text: !raw.no_text,
            target,
            look,
        })
    }
}

impl TryFrom<ExplainArgs> for Explain {
    type Error = Failure;

    fn try_from(raw: ExplainArgs) -> Result<Self, Failure> {
        let look = Look { color: color(raw.color, false), width: width() };
        Ok(Self { reading: raw.articles.try_into()?, format: raw.format, look })
    }
}

impl TryFrom<Articles> for Reading {
    type Error = Failure;

    fn try_from(raw: Articles) -> Result<Self, Failure> {
        let options = Options { published: raw.published, time_zone: raw.time_zone };
        let limits = Limits { record: LARGEST, ..Limits::default() };
        let settings = Settings { limits, fields: raw.fields.unwrap_or_default() };
        Ok(Self { places: places(raw.inputs)?, options, settings, edits: None })
    }
}

/// Refuses what the format has no use for.
fn check(raw: &ParseArgs, format: Format) -> Result<(), Failure> {
    let filters = [
        ("--kind", !raw.kind.is_empty()),
        ("--place", raw.place.is_some()),
        ("--metric", !raw.metric.is_empty()),
    ];
    let has_rows = match format {
        Format::Table => true,
        Format::Export(format) => format.holds_rows,
    };
    if let Some((flag, _)) = filters.iter().find(|(_, given)| *given && !has_rows) {
        return Err(Failure::usage(format!(
            "{flag} chooses rows, but records stay whole; add --format table or --format csv"
        )));
    }
    if raw.table.is_some() && !is_named(format, "csv") {
        return Err(Failure::usage("--table chooses a table of csv; add --format csv"));
    }
    if !raw.layers.is_empty() && !matches!(format, Format::Table) {
        return Err(Failure::usage("--layers chooses what the table shows; add --format table"));
    }
    Ok(())
}

/// The format of records on their way to another program.
fn lines() -> &'static nienbieu_export::Format {
    nienbieu_export::Format::named("ndjson").unwrap_or(&nienbieu_export::FORMATS[0])
}

fn is_named(format: Format, name: &str) -> bool {
    matches!(format, Format::Export(format) if format.name == name)
}

fn view(format: Format, raw: &ParseArgs) -> View {
    match format {
        Format::Table if raw.layers.is_empty() => View::Table(Layer::ALL.into()),
        Format::Table => View::Table(raw.layers.clone()),
        Format::Export(format) => View::Export {
            format,
            language: raw.language.into(),
            tables: vec![raw.table.unwrap_or_default().into()],
        },
    }
}

impl View {
    /// A folder gets every table of csv, unless one was asked for.
    fn for_target(self, target: &Target, asked: bool) -> Self {
        match self {
            Self::Export { format, language, .. }
                if format.name == "csv" && !asked && matches!(target, Target::Folder(_)) =>
            {
                Self::Export { format, language, tables: Table::ALL.into() }
            }
            view => view,
        }
    }
}

/// What does not fit into one file goes to a folder, unless a file with the format's ending or a
/// device such as `/dev/null` is named.
fn target(output: Option<PathBuf>, format: Format) -> Result<Target, Failure> {
    let Some(path) = output else { return Ok(Target::Stdout) };
    let Format::Export(format) = format else { return Ok(Target::File(path)) };
    let fits = format.holds_many && format.name != "csv";
    let ends = path.extension().is_some_and(|end| end.eq_ignore_ascii_case(format.extension));
    if fits || ends || (path.exists() && !path.is_file() && !path.is_dir()) {
        return Ok(Target::File(path));
    }
    if path.is_file() {
        return Err(Failure::usage(format!(
            "{}: a file, but {} goes to a folder or to a file ending in .{}; name one of these",
            path.display(),
            format.name,
            format.extension
        )));
    }
    Ok(Target::Folder(path))
}

/// The log of corrections in this file.
fn edits(path: &Path) -> Result<Log, Failure> {
    let trouble = |error: &dyn std::fmt::Display, remedy: &str| {
        Failure::usage(format!("{}: {error}{remedy}", path.display()))
    };
    let json = std::fs::read(path)
        .map_err(|error| trouble(&error, "; --edits takes a log saved by the browser app"))?;
    Log::read(&json).map_err(|error| trouble(&error, ""))
}

pub(crate) fn places(inputs: Vec<PathBuf>) -> Result<Vec<Place>, Failure> {
    if inputs.is_empty() {
        return Ok(vec![Place::Stdin]);
    }
    let places: Vec<Place> = inputs.into_iter().map(Place::from).collect();
    if places.iter().filter(|place| matches!(place, Place::Stdin)).count() > 1 {
        return Err(Failure::usage("- (stdin) is given twice, but can be read once; give it once"));
    }
    Ok(places)
}

fn color(wish: Color, to_file: bool) -> bool {
    match wish {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if to_file => false,
        Color::Auto => anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never,
    }
}

fn width() -> usize {
    let stated = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    stated.or_else(measured).unwrap_or(USUAL).clamp(NARROWEST, WIDEST)
}
