//! The command line, validated and completed from the surroundings.

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use nienbieu_parser::Options;

use crate::args::{Color, Format, ParseArgs};
use crate::failure::Failure;
use crate::input::Place;
use crate::output::Look;

/// The widest a table gets: longer lines are hard to read.
const WIDEST: usize = 140;
/// The narrowest that still holds a date and some words.
const NARROWEST: usize = 40;
/// Where nothing is known of the terminal.
const USUAL: usize = 80;

/// What `nienbieu parse` is to do.
#[derive(Debug)]
pub(crate) struct Parse {
    pub(crate) places: Vec<Place>,
    pub(crate) format: Format,
    pub(crate) options: Options,
    pub(crate) keep_text: bool,
    pub(crate) output: Option<PathBuf>,
    pub(crate) look: Look,
}

impl TryFrom<ParseArgs> for Parse {
    type Error = Failure;

    fn try_from(raw: ParseArgs) -> Result<Self, Failure> {
        let on_terminal = raw.output.is_none() && stdout().is_terminal();
        let default = if on_terminal { Format::Table } else { Format::Ndjson };
        Ok(Self {
            places: places(raw.inputs)?,
            format: raw.format.unwrap_or(default),
            options: Options { published: raw.published, time_zone: raw.time_zone },
            keep_text: !raw.no_text,
            look: Look { color: color(raw.color, raw.output.is_some()), width: width() },
            output: raw.output,
        })
    }
}

fn places(inputs: Vec<PathBuf>) -> Result<Vec<Place>, Failure> {
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
