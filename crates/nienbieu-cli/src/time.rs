//! `nienbieu time`.

use std::io::{self, BufRead, BufWriter, IsTerminal, Write};

use nienbieu_export::text::one_line;
use nienbieu_model::Time;
use nienbieu_parser::read_times;
use serde::Serialize;

use crate::args::{TimeArgs, TimeFormat};
use crate::explain::times::{self, Explanation};
use crate::failure::Failure;
use crate::messages;

#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    times: Vec<Time>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explain: Option<Vec<Explanation>>,
}

/// Answers each line of stdin; true where some were no text.
pub(crate) fn run(args: &TimeArgs) -> Result<bool, Failure> {
    let write = match args.format {
        Some(TimeFormat::Text) => write_text,
        Some(TimeFormat::Json) => write_json,
        None if args.explain && io::stdout().is_terminal() => write_text,
        None => write_json,
    };
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
            Ok(phrase) => write(&answer(phrase, args), &mut output)?,
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

fn answer<'a>(phrase: &'a str, args: &TimeArgs) -> Answer<'a> {
    let reference = args.reference.as_ref();
    let times = read_times(phrase, reference);
    let published = reference.map(|reference| format!("the reference {reference}"));
    let explain = args.explain.then(|| times::explain(&times, published.as_deref()));
    Answer { input: phrase, times, explain }
}

fn write_json(answer: &Answer<'_>, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "{}", serde_json::to_string(answer)?)
}

/// The phrase, below it each time, and below that each step.
fn write_text(answer: &Answer<'_>, output: &mut dyn Write) -> io::Result<()> {
    writeln!(output, "{}", one_line(answer.input))?;
    if answer.times.is_empty() {
        writeln!(output, "  no time")?;
    }
    for (index, time) in answer.times.iter().enumerate() {
        let words = one_line(&time.text);
        let value = time.value.as_deref().unwrap_or("without a value");
        writeln!(output, "  {} “{words}” {} {value}", time.id, time.kind)?;
        let explanation = answer.explain.as_ref().and_then(|all| all.get(index));
        for step in explanation.iter().flat_map(|explanation| &explanation.steps) {
            writeln!(output, "     {:<9} {}", step.step, one_line(&step.says))?;
        }
    }
    Ok(())
}

fn trim_end(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
