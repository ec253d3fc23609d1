//! `nienbieu time`.

use std::io::{self, BufRead, BufWriter, Write};

use nienbieu_model::Time;
use nienbieu_parser::{Reference, read_times};
use serde::Serialize;

use crate::failure::Failure;
use crate::messages;

#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    times: Vec<Time>,
}

/// Answers each line of stdin with a line of JSON; true where some were no text.
pub(crate) fn run(reference: &Reference) -> Result<bool, Failure> {
    let mut input = io::BufReader::new(io::stdin().lock());
    let mut output = BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    let mut failed = false;
    for number in 1_usize.. {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(Failure::input)? == 0 {
            break;
        }
        match std::str::from_utf8(trim_end(&line)) {
            Ok(phrase) => answer(phrase, reference, &mut output)?,
            Err(_) => {
                failed = true;
                messages::warning(&format!("stdin, line {number}: not UTF-8; left out"));
            }
        }
        // Whoever waits for an answer before asking on gets it now; a long input is not slowed down.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(failed)
}

fn answer(phrase: &str, reference: &Reference, output: &mut dyn Write) -> Result<(), Failure> {
    let answer = Answer { input: phrase, times: read_times(phrase, Some(reference)) };
    let json = serde_json::to_string(&answer).map_err(io::Error::from)?;
    writeln!(output, "{json}")?;
    Ok(())
}

fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
