//! `nienbieu explain`: what was found in each line of an article, and why.

mod items;
mod page;
mod text;
pub(crate) mod times;

use std::io::{self, BufWriter, Write};

use nienbieu_model::Record;
use serde::Serialize;

use crate::args::ExplainFormat;
use crate::config::Explain;
use crate::failure::Failure;
use page::Page;

/// One step of a reading: what it is about, and what it says.
#[derive(Debug, Serialize)]
pub(crate) struct Step {
    pub(crate) step: &'static str,
    pub(crate) says: String,
}

/// Explains every article of every input; true where some inputs failed.
pub(crate) fn run(config: &Explain) -> Result<bool, Failure> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut is_first = true;
    config.reading.each(|records| {
        for record in &records {
            if !std::mem::take(&mut is_first) && config.format == ExplainFormat::Text {
                writeln!(out)?;
            }
            write(record, config, &mut out)?;
        }
        Ok(out.flush()?)
    })
}

fn write(record: &Record, config: &Explain, out: &mut dyn Write) -> io::Result<()> {
    let page = Page::of(record);
    match config.format {
        ExplainFormat::Text => text::write(record, &page, config.look, out),
        ExplainFormat::Json => writeln!(out, "{}", serde_json::to_string(&page)?),
    }
}
