//! `cargo xtask test`.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::browser::Browser;
use crate::host::Host;
use crate::recap::{Recap, is_summary};
use crate::run::{run as run_command, watch};
use crate::serve::trunk;
use crate::tools::{BROWSER_TESTS, WASM};
use crate::{setup, tools};

/// One thing to run.
struct Step {
    title: &'static str,
    command: Command,
    /// Whether it ends with a summary, to be kept for the recap.
    sums_up: bool,
}

/// Sets up what is missing, then runs everything, up to the first failure.
pub(crate) fn run(options: &[String]) -> Outcome {
    let recap_file = match options {
        [] => None,
        [flag, file] if flag == "--recap" => Some(Path::new(file)),
        _ => return Err("the only option is --recap FILE".to_owned()),
    };
    let host = Host::here();
    println!("── Tools");
    let mut needed = tools::for_app(&host)?;
    needed.extend(tools::for_tests());
    setup::ensure(&needed, &host)?;
    let recap = run_all(steps(&host)?)?;
    print!("\n{recap}");
    match recap_file {
        Some(file) => fs::write(file, recap.to_string())
            .map_err(|error| format!("{}: cannot be written: {error}", file.display())),
        None => Ok(()),
    }
}

fn run_all(steps: Vec<Step>) -> Outcome<Recap> {
    let mut recap = Recap::default();
    let count = steps.len();
    for (i, step) in steps.into_iter().enumerate() {
        let Step { title, mut command, sums_up } = step;
        println!("\n── {title} ({} of {count})", i + 1);
        let start = Instant::now();
        let outcome = if sums_up {
            watch(&mut command, is_summary)
        } else {
            run_command(&mut command).map(|()| Vec::new())
        };
        let summaries = outcome.map_err(|error| format!("step \"{title}\" failed: {error}"))?;
        if sums_up && summaries.is_empty() {
            return Err(format!("step \"{title}\" ran no test: its runner gave no summary"));
        }
        println!("── {title}: {:.1} s", start.elapsed().as_secs_f64());
        recap.add(title, start.elapsed(), summaries);
    }
    Ok(recap)
}

/// Everything, what is quick and basic first.
fn steps(host: &Host) -> Outcome<Vec<Step>> {
    let browser = Browser::new(host)?;
    let cargo = |words: &str| {
        let mut command = host.command("cargo");
        command.args(words.split(' '));
        command
    };
    let quiet = |title, command| Step { title, command, sums_up: false };
    let telling = |title, command| Step { title, command, sums_up: true };
    Ok(vec![
        quiet("format", cargo("fmt --all --check")),
        quiet("gold of the corpus", gold(host)),
        quiet("clippy", cargo("clippy --workspace --all-targets -- -D warnings")),
        quiet(
            "clippy, wasm32",
            cargo(&format!("clippy --target {WASM} {WASM_CRATES} -- -D warnings")),
        ),
        telling("tests", cargo("nextest run --workspace")),
        telling("examples in the docs", cargo("test --workspace --doc")),
        telling("wasm tests in the browser", wasm_tests(&browser, cargo(&wasm_test_words()))),
        quiet("release build of the command", cargo("build --release --package nienbieu-cli")),
        quiet("release build of the app", release_build(host)),
        telling("end-to-end tests in the browser", end_to_end(host, &browser)?),
    ])
}

/// The corpus's own check: words where the gold says, values of the right form.
fn gold(host: &Host) -> Command {
    let mut command = host.command("python3");
    command.arg("tests/corpus/check.py");
    command
}

/// The crates that a browser runs.
const WASM_CRATES: &str =
    "-p nienbieu-model -p nienbieu-parser -p nienbieu-export -p nienbieu-edit -p nienbieu-web";

fn wasm_test_words() -> String {
    format!("test --target {WASM} --package nienbieu-web --tests")
}

fn wasm_tests(browser: &Browser, mut command: Command) -> Command {
    let runner = format!("CARGO_TARGET_{}_RUNNER", WASM.to_uppercase().replace('-', "_"));
    browser.tell(&mut command).env(runner, "wasm-bindgen-test-runner");
    command
}

fn release_build(host: &Host) -> Command {
    let mut command = trunk(host, "build");
    command.arg("--release");
    command
}

fn end_to_end(host: &Host, browser: &Browser) -> Outcome<Command> {
    let folder = host.root.join(BROWSER_TESTS);
    let is_test = |name: &str| name.ends_with(".test.mjs");
    let mut tests: Vec<String> = fs::read_dir(&folder)
        .map_err(|error| format!("{}: {error}; browser tests belong there", folder.display()))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_test(name))
        .collect();
    if tests.is_empty() {
        return Err(format!(
            "{}: no *.test.mjs in there; browser tests belong there",
            folder.display()
        ));
    }
    tests.sort();
    let mut command = host.command("node");
    command.args(["--test", "--test-reporter=spec"]).args(tests).current_dir(folder);
    browser.tell(&mut command).env("NIENBIEU_BIN", host.release_command());
    Ok(command)
}
