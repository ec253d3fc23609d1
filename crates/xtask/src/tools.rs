//! What is needed, in which version, and how it is got.

use std::fs;

use crate::Outcome;
use crate::host::Host;

/// Something that must be on the machine.
pub(crate) struct Tool {
    pub(crate) name: &'static str,
    /// As it should be; for the user.
    pub(crate) version: String,
    pub(crate) check: Check,
    pub(crate) recipe: Recipe,
    /// What to expect of the installation.
    pub(crate) takes: &'static str,
}

/// How to see that it is there.
pub(crate) enum Check {
    /// `rustc` has the standard library of this target.
    Target(&'static str),
    /// The program answers `--version` with a line that starts so.
    Answers { program: &'static str, args: &'static [&'static str], start: String },
    /// Each program is on `PATH`, or named by the variable.
    Programs(&'static [(&'static str, &'static str)]),
    /// Each of these packages' folders is as its lock file says.
    NodeModules(&'static str),
}

/// How to get it.
pub(crate) enum Recipe {
    Rustup(&'static str),
    Cargo(Vec<String>),
    /// A program of an npm package, kept in the cache and linked beside cargo's programs.
    Npm {
        package: &'static str,
        version: &'static str,
        program: &'static str,
    },
    Apt(&'static [&'static str]),
    NpmCi(&'static str),
}

/// Folder of the end-to-end tests.
pub(crate) const BROWSER_TESTS: &str = "tests/browser";
/// The target that browsers run.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// What building and serving the app needs.
pub(crate) fn for_app(host: &Host) -> Outcome<Vec<Tool>> {
    Ok(vec![wasm_target(), trunk(), wasm_bindgen(&locked(host, "wasm-bindgen")?), wasm_opt()])
}

/// What the tests need beyond that.
pub(crate) fn for_tests() -> Vec<Tool> {
    vec![nextest(), chromium(), node_modules()]
}

fn wasm_target() -> Tool {
    Tool {
        name: "Rust target",
        version: WASM.to_owned(),
        check: Check::Target(WASM),
        recipe: Recipe::Rustup(WASM),
        takes: "under a minute",
    }
}

fn trunk() -> Tool {
    let version = "0.21.14";
    Tool {
        name: "trunk",
        version: version.to_owned(),
        check: answers("trunk", &["--version"], format!("trunk {version}")),
        recipe: cargo(&[
            "--locked",
            &format!("trunk@{version}"),
            "--no-default-features",
            "--features",
            "rustls",
        ]),
        takes: "five to ten minutes",
    }
}

/// Its own lock file names a crate that can no longer be had, hence no `--locked`.
fn wasm_bindgen(version: &str) -> Tool {
    Tool {
        name: "wasm-bindgen",
        version: version.to_owned(),
        check: answers("wasm-bindgen", &["--version"], format!("wasm-bindgen {version}")),
        recipe: cargo(&[&format!("wasm-bindgen-cli@{version}")]),
        takes: "two to five minutes",
    }
}

fn wasm_opt() -> Tool {
    Tool {
        name: "wasm-opt",
        version: "132".to_owned(),
        check: answers("wasm-opt", &["--version"], "wasm-opt version 132".to_owned()),
        recipe: Recipe::Npm { package: "binaryen", version: "132.0.0", program: "wasm-opt" },
        takes: "under a minute",
    }
}

/// Any release of the 0.9 series runs these tests; the pin is what gets installed.
fn nextest() -> Tool {
    Tool {
        name: "cargo-nextest",
        version: "0.9".to_owned(),
        check: answers("cargo-nextest", &["nextest", "--version"], "cargo-nextest 0.9.".to_owned()),
        recipe: cargo(&["--locked", "cargo-nextest@0.9.143"]),
        takes: "five to ten minutes",
    }
}

fn chromium() -> Tool {
    Tool {
        name: "Chromium",
        version: "and its driver".to_owned(),
        check: Check::Programs(&[("chromium", "CHROMIUM"), ("chromedriver", "CHROMEDRIVER")]),
        recipe: Recipe::Apt(&["chromium", "chromium-driver"]),
        takes: "about a minute",
    }
}

fn node_modules() -> Tool {
    Tool {
        name: "npm packages",
        version: format!("of {BROWSER_TESTS}"),
        check: Check::NodeModules(BROWSER_TESTS),
        recipe: Recipe::NpmCi(BROWSER_TESTS),
        takes: "under a minute",
    }
}

fn answers(program: &'static str, args: &'static [&'static str], start: String) -> Check {
    Check::Answers { program, args, start }
}

fn cargo(args: &[&str]) -> Recipe {
    Recipe::Cargo(args.iter().map(|&arg| arg.to_owned()).collect())
}

/// The version of a package that `Cargo.lock` names.
fn locked(host: &Host, package: &str) -> Outcome<String> {
    let path = host.root.join("Cargo.lock");
    let lock = fs::read_to_string(&path)
        .map_err(|error| format!("{}: {error}; restore the file", path.display()))?;
    version_in(&lock, package)
        .ok_or_else(|| format!("Cargo.lock names no {package}; `cargo check` brings it up to date"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_versions() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "yew"), None);
    }
}
