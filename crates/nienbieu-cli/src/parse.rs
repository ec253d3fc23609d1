//! `nienbieu parse`.

use crate::config::Parse;
use crate::failure::Failure;
use crate::output::Output;

/// Reads every input and writes what it gives before the next; true where some failed.
pub(crate) fn run(config: &Parse) -> Result<bool, Failure> {
    write_all(config).map_err(|failure| match config.target.path() {
        Some(path) => failure.writing_to(&path.to_string_lossy()),
        None => failure,
    })
}

fn write_all(config: &Parse) -> Result<bool, Failure> {
    let mut output = Output::open(config)?;
    output.begin()?;
    let failed = config.reading.each(|records| Ok(output.write(records)?))?;
    Ok(output.end()? || failed)
}
