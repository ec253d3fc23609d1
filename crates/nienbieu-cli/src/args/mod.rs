//! The command line as typed.

mod choices;
mod help;
mod ingest;

use std::path::PathBuf;

use clap::{Args as ClapArgs, CommandFactory, Parser, Subcommand, ValueEnum};
use nienbieu_input::Fields;
use nienbieu_model::EventKind;
use nienbieu_parser::{Options, Reference};

pub(crate) use choices::{Color, ExplainFormat, Format, Language, Layer, Table, TimeFormat};
use help::{EXIT_CODES, EXPLAIN_HELP, INGEST_HELP, PARSE_HELP, TIME_HELP};
pub(crate) use ingest::{IngestArgs, IngestForm, ShowProgress};

/// Timelines of Vietnamese news articles.
///
/// Reads articles as plain text and says what happened when: every dated statement with its
/// quotation, every time expression with its value.
#[derive(Debug, Parser)]
#[command(name = "nienbieu", version, max_term_width = 100, after_help = EXIT_CODES)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read articles, write their timelines.
    #[command(after_help = PARSE_HELP)]
    Parse(ParseArgs),
    /// Read crawls, archives and folders in bulk: bounded, resumable, every record accounted for.
    #[command(after_help = INGEST_HELP)]
    Ingest(IngestArgs),
    /// Show articles line by line: what was found in each, and why.
    #[command(after_help = EXPLAIN_HELP)]
    Explain(ExplainArgs),
    /// Read one phrase a line from stdin, write its times.
    #[command(after_help = TIME_HELP)]
    Time(TimeArgs),
    /// Print the JSON Schema of a record.
    Schema,
    /// Print a completion script for a shell.
    #[command(after_help = "Example:\n  nienbieu completions bash > \
        ~/.local/share/bash-completion/completions/nienbieu")]
    Completions {
        /// The shell to complete in.
        shell: clap_complete::Shell,
    },
    /// Print a manual page.
    #[command(after_help = "Example:\n  nienbieu man parse > \
        ~/.local/share/man/man1/nienbieu-parse.1")]
    Man {
        /// The command to describe; all of them in short when left out.
        #[arg(value_enum, default_value_t, hide_default_value = true, value_name = "COMMAND")]
        page: Page,
    },
}

/// What is read, and how.
#[derive(Debug, ClapArgs)]
pub(crate) struct Articles {
    /// Files, folders, or - for stdin; stdin when none is given.
    ///
    /// Text, web pages, JSON, CSV, WARC, Word documents; archives and compressed files with any of
    /// them. Folders are walked in the order of names; in them, files with a usual ending are read. A
    /// file that is named is read whatever it is called: its content tells what it is.
    #[arg(value_name = "FILE|DIR|-")]
    pub(crate) inputs: Vec<PathBuf>,

    /// When the articles were published; settles what their pages leave open.
    ///
    /// Forms: 2021-07-24, 2021-07-24T18:30, 2021-07-24T18:30+07:00.
    #[arg(short, long, value_name = "DATE")]
    pub(crate) published: Option<Reference>,

    /// The UTC offset to assume where a page states none.
    #[arg(long, value_name = "OFFSET", default_value = "+07:00", value_parser = time_zone)]
    #[arg(allow_hyphen_values = true)]
    pub(crate) time_zone: String,

    /// Where records of JSON and CSV have what: text=noi_dung,date=meta.ngay [default: the usual names].
    #[arg(long, value_name = "NAMES", value_parser = fields)]
    pub(crate) fields: Option<Fields>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ParseArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,

    /// The form of the output [default: table on a terminal, else ndjson].
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<Format>,

    /// What the table shows [default: all layers].
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        value_name = "LAYER",
        hide_default_value = true
    )]
    pub(crate) layers: Vec<Layer>,

    /// The table of csv [default: events; in a folder, all].
    #[arg(long, value_enum)]
    pub(crate) table: Option<Table>,

    /// The language of heads and dates in the formats for people; quotations stay as they are.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) language: Language,

    /// Show events of these kinds alone: case_report, meeting, …
    #[arg(long, value_delimiter = ',', value_parser = kind)]
    pub(crate) kind: Vec<EventKind>,

    /// Show what is there alone: a name, with or without diacritics, or a code such as VN-71.
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,

    /// Show figures of these metrics alone, and events that have one: cases_new, money, …
    #[arg(long, value_delimiter = ',')]
    pub(crate) metric: Vec<String>,

    /// Play a log of corrections on the articles.
    ///
    /// Each correction holds to its words. One that does not find them any more, or finds them twice,
    /// is named on stderr and changes nothing; the exit code is then 1.
    #[arg(long, value_name = "LOG")]
    pub(crate) edits: Option<PathBuf>,

    /// Leave the articles' text out of json and ndjson.
    #[arg(long)]
    pub(crate) no_text: bool,

    /// Write here instead of to stdout; the file appears whole, at the end.
    ///
    /// With csv, a name that ends in .csv is a file, any other a folder, made where it is missing,
    /// that gets events.csv, quantities.csv and citations.csv. With a format that holds one article,
    /// such as timeml, a name with its ending is a file, any other a folder that gets a file an
    /// article.
    #[arg(short, long, value_name = "FILE|DIR")]
    pub(crate) output: Option<PathBuf>,

    /// When to colour the table; auto heeds the terminal and `NO_COLOR`.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) color: Color,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,

    /// The form of the output.
    #[arg(short, long, value_enum, default_value_t)]
    pub(crate) format: ExplainFormat,

    /// When to use colour; auto heeds the terminal and `NO_COLOR`.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    pub(crate) color: Color,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct TimeArgs {
    /// The moment that relative times are counted from: 2021-07-24, 2021-07-24T18:30 or
    /// 2021-07-24T18:30+07:00.
    ///
    /// Without one, what the phrase itself does not settle stays open: "sáng nay" has no day,
    /// "24/7" is XXXX-07-24.
    #[arg(short, long, value_name = "DATETIME")]
    pub(crate) reference: Option<Reference>,

    /// Say of each time how it was read: its rule, what the words state, what was taken from where.
    #[arg(long)]
    pub(crate) explain: bool,

    /// The form of the output [default: json; with --explain on a terminal, text].
    #[arg(short, long, value_enum)]
    pub(crate) format: Option<TimeFormat>,
}

/// A page of the manual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Page {
    #[default]
    Nienbieu,
    Parse,
    Ingest,
    Explain,
    Time,
    Schema,
    Completions,
    Man,
}

impl Page {
    /// The command that the page describes, with the names that building gives it.
    pub(crate) fn command(self) -> clap::Command {
        let mut whole = Args::command();
        whole.build();
        let name = self.to_possible_value().map(|value| value.get_name().to_owned());
        match name.and_then(|name| whole.find_subcommand(&name).cloned()) {
            Some(part) => part.version(env!("CARGO_PKG_VERSION")),
            None => whole,
        }
    }
}

/// A kind of event, with spaces or hyphens as well; a record may have others, but none is known.
fn kind(text: &str) -> Result<EventKind, String> {
    let name = text.trim().to_lowercase().replace([' ', '-'], "_");
    if name == "other" || EventKind::KNOWN.contains(&name.as_str()) {
        return Ok(EventKind::from(name.as_str()));
    }
    Err(format!("no kind of event; known are {} and other", EventKind::KNOWN.join(", ")))
}

fn fields(text: &str) -> Result<Fields, String> {
    Fields::default().with(text)
}

fn time_zone(text: &str) -> Result<String, nienbieu_parser::Error> {
    Ok(Options::default().with_time_zone(text)?.time_zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_command_has_a_page() {
        for part in Args::command().get_subcommands() {
            let page = Page::from_str(part.get_name(), false).unwrap();
            let name = format!("nienbieu-{}", part.get_name());
            assert_eq!(page.command().get_display_name(), Some(name.as_str()));
        }
        assert_eq!(Page::default().command().get_name(), "nienbieu");
    }
}
