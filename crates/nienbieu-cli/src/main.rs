//! The `nienbieu` command: Vietnamese news articles in, timelines out.
//!
//! The words of the command line ([`args`]) become a validated run ([`config`]), which [`parse`],
//! [`ingest`], [`explain`] and [`time`] carry out. `main` only turns the outcome into an exit code.
#![forbid(unsafe_code)]

mod args;
mod config;
mod edits;
mod explain;
mod failure;
mod filter;
mod ingest;
mod messages;
mod output;
mod parse;
mod reading;
mod show;
mod sink;
mod time;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};
use failure::Failure;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help, version or a usage error; where even that cannot be printed, the code remains.
            let _ = error.print();
            return exit_code(error.exit_code());
        }
    };
    match run(args) {
        Ok(failed) => ExitCode::from(u8::from(failed)),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            messages::error(&failure);
            exit_code(failure.exit_code())
        }
    }
}

/// Carries the command out; true where some of the input failed.
fn run(args: Args) -> Result<bool, Failure> {
    match args.command {
        Command::Parse(raw) => parse::run(&config::Parse::try_from(raw)?),
        Command::Ingest(raw) => ingest::run(raw),
        Command::Explain(raw) => explain::run(&config::Explain::try_from(raw)?),
        Command::Time(raw) => time::run(&raw),
        Command::Schema => {
            let schema = serde_json::to_string_pretty(&nienbieu_model::json_schema());
            print(format!("{}\n", schema.map_err(std::io::Error::from)?).as_bytes())
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "nienbieu", &mut script);
            print(&script)
        }
        Command::Man { page } => {
            let mut roff = Vec::new();
            let page = clap_mangen::Man::new(page.command());
            page.source(concat!("nienbieu ", env!("CARGO_PKG_VERSION"))).render(&mut roff)?;
            print(&roff)
        }
    }
}

/// Writes a whole answer to stdout.
fn print(bytes: &[u8]) -> Result<bool, Failure> {
    let mut out = std::io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush())?;
    Ok(false)
}

fn exit_code(code: i32) -> ExitCode {
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}
