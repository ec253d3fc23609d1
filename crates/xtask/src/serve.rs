//! `cargo xtask serve`.

use std::process::Command;

use crate::Outcome;
use crate::host::Host;
use crate::run;
use crate::{setup, tools};

/// Sets up what is missing, then serves the app until it is stopped.
pub(crate) fn run(options: &[String]) -> Outcome {
    let host = Host::here();
    println!("Tools");
    setup::ensure(&tools::for_app(&host)?, &host)?;
    println!("Serving; Ctrl-C ends it");
    run::run(trunk(&host, "serve").args(options))
}

/// A command of trunk, in surroundings that it understands.
pub(crate) fn trunk(host: &Host, name: &str) -> Command {
    let mut command = host.command("trunk");
    command.arg(name);
    // It takes the variable for a flag with a truth value, and stops at the usual "1".
    if std::env::var_os("NO_COLOR").is_some() {
        command.env("NO_COLOR", "true");
    }
    command
}
