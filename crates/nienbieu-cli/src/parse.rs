//! `nienbieu parse`.

use nienbieu_model::{Record, Source};

use crate::config::Parse;
use crate::failure::Failure;
use crate::input::{Input, Place};
use crate::messages;
use crate::output::Output;
use crate::sink::Sink;

/// Reads every input and writes what it gives before the next; true where some failed.
pub(crate) fn run(config: &Parse) -> Result<bool, Failure> {
    write_all(config).map_err(|failure| match &config.output {
        Some(path) => failure.writing_to(&path.to_string_lossy()),
        None => failure,
    })
}

fn write_all(config: &Parse) -> Result<bool, Failure> {
    let mut output = Output::new(config, Sink::open(config.output.as_deref())?);
    let (mut read, mut failed) = (0_usize, 0_usize);
    output.begin()?;
    for input in config.places.iter().flat_map(Place::inputs) {
        read += 1;
        match input.and_then(|input| records(&input, config)) {
            Ok(records) => output.write(records)?,
            Err(message) => {
                failed += 1;
                messages::warning(&message);
            }
        }
    }
    output.end()?;
    if failed > 0 && read > 1 {
        messages::warning(&format!("{failed} of {read} inputs failed; the others are done"));
    }
    Ok(failed > 0)
}

/// The records of one input, or what is wrong with it.
fn records(input: &Input, config: &Parse) -> Result<Vec<Record>, String> {
    let bytes = input.read()?;
    let name = input.name();
    let source = Source {
        name: name.clone(),
        media_type: Some("text/plain".to_owned()),
        ..Source::default()
    };
    nienbieu_parser::parse_bytes(&bytes, &source, &config.options)
        .map_err(|error| format!("{}: {error}", name.as_deref().unwrap_or("stdin")))
}
