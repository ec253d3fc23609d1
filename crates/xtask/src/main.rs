//! Everything a contributor does: `cargo xtask serve`, `cargo xtask test` and the like.
#![forbid(unsafe_code)]

mod browser;
mod cases;
mod csp;
mod gazetteer;
mod generated;
mod host;
mod peers;
mod recap;
mod rules;
mod run;
mod serve;
mod setup;
mod test;
mod tools;

use std::process::ExitCode;

/// What went wrong, where, and what to do about it.
type Outcome<T = ()> = Result<T, String>;

/// A command: its name, what it takes, what it does, and how.
struct Command {
    name: &'static str,
    takes: &'static str,
    does: &'static str,
    run: fn(&[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        takes: "[TRUNK OPTION]…",
        does: "set up whatever the browser app needs, and serve it",
        run: serve::run,
    },
    Command {
        name: "test",
        takes: "[--recap FILE]",
        does: "set up whatever the tests need, and run everything",
        run: test::run,
    },
    Command {
        name: "csp",
        takes: "[FOLDER]",
        does: "write the security policy into the built page (trunk does it after each build)",
        run: csp::run,
    },
    Command {
        name: "rules",
        takes: "",
        does: "write the table of the time grammar's rules",
        run: |_| rules::run(),
    },
    Command {
        name: "cases",
        takes: "",
        does: "write the single time phrases as one JSON file",
        run: |_| cases::run(),
    },
    Command {
        name: "gazetteer",
        takes: "[--check]",
        does: "write the tables of administrative units from the packages that have them",
        run: gazetteer::run,
    },
    Command {
        name: "peers",
        takes: "",
        does: "compare with other programs that read times, and write the table",
        run: |_| peers::run(),
    },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    if matches!(name.as_str(), "-h" | "--help" | "help") {
        println!("{}", usage());
        return ExitCode::SUCCESS;
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        eprintln!("{}", usage());
        return ExitCode::from(2);
    };
    let outcome = if command.takes.is_empty() && !rest.is_empty() {
        Err("there are no options".to_owned())
    } else {
        (command.run)(&rest)
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask {name}: {message}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = "Usage:".to_owned();
    for Command { name, takes, does, .. } in COMMANDS {
        text.push_str(&format!("\n  cargo xtask {:<24} {does}", format!("{name} {takes}")));
    }
    text
}
