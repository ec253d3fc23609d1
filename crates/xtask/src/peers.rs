//! `cargo xtask peers`: the same phrases read by other programs, side by side.

use crate::Outcome;
use crate::host::Host;
use crate::run::run as run_command;

const SCRIPT: &str = "tests/peers/run.py";

/// Builds the command, then has the script set up the others, run all and write the table.
pub(crate) fn run() -> Outcome {
    let host = Host::here();
    run_command(host.command("cargo").args(["build", "--release", "--package", "nienbieu-cli"]))?;
    let mut script = host.command("python3");
    script
        .arg(SCRIPT)
        .args(["--binary".as_ref(), host.release_command().as_os_str()])
        .args(["--cache".as_ref(), host.cache.join("peers").as_os_str()]);
    // Two that no registry holds: read from a checkout, where there is one.
    for (variable, option) in [("HEIDELTIME", "--heideltime"), ("DUCKLING", "--duckling")] {
        if let Some(checkout) = std::env::var_os(variable) {
            script.arg(option).arg(checkout);
        }
    }
    run_command(&mut script)
}
