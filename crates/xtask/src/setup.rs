//! Seeing that everything needed is there, and getting what is not.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::host::Host;
use crate::run::{ask, run, shown};
use crate::tools::{Check, Recipe, Tool};

#[cfg(all(test, unix))]
mod tests;

/// Checks each tool and installs what is missing; says what it does.
pub(crate) fn ensure(tools: &[Tool], host: &Host) -> Outcome {
    for tool in tools {
        ensure_one(tool, host)?;
    }
    if !host.reaches_bin() {
        let bin = host.bin.display();
        println!("  note: {bin} is not on PATH; add it, so that plain `trunk` is found too");
    }
    Ok(())
}

fn ensure_one(tool: &Tool, host: &Host) -> Outcome {
    let Tool { name, version, takes, .. } = tool;
    if is_there(&tool.check, host) {
        println!("  ✓ {name} {version}");
        return Ok(());
    }
    println!("  … {name} {version}: installing, {takes}");
    let start = Instant::now();
    install(&tool.recipe, host).map_err(|error| {
        format!(
            "{name} {version} could not be installed: {error}\n  \
             If a download was refused or broke off, check the network and the proxy settings, then \
             run this again: what is done is kept."
        )
    })?;
    if !is_there(&tool.check, host) {
        return Err(unseen(tool, host));
    }
    println!("  ✓ {name} {version} (installed in {:.0} s)", start.elapsed().as_secs_f64());
    Ok(())
}

fn is_there(check: &Check, host: &Host) -> bool {
    match check {
        Check::Target(target) => {
            let mut rustc = host.command("rustc");
            let library = ask(rustc.args(["--print", "target-libdir", "--target", target]));
            library.is_some_and(|folder| Path::new(&folder).is_dir())
        }
        Check::Answers { program, args, start } => {
            ask(host.command(program).args(*args)).is_some_and(|answer| is_version(&answer, start))
        }
        Check::Programs(programs) => programs.iter().all(|(program, variable)| {
            std::env::var_os(variable).is_some() || host.find(program).is_some()
        }),
        Check::NodeModules(folder) => are_fresh(&host.root.join(folder)),
    }
}

/// "trunk 0.21.14" is in "trunk 0.21.14 (abc)", but not in "trunk 0.21.140".
fn is_version(answer: &str, start: &str) -> bool {
    answer.strip_prefix(start).is_some_and(|rest| {
        start.ends_with('.') || !rest.starts_with(|next: char| next.is_ascii_digit() || next == '.')
    })
}

/// Whether the packages were put there after their lock file was written, or none are needed.
fn are_fresh(folder: &Path) -> bool {
    let time = |path: &str| fs::metadata(folder.join(path)).and_then(|data| data.modified());
    match (time("package-lock.json"), time("node_modules/.package-lock.json")) {
        (Err(_), _) => true,
        (Ok(wanted), Ok(present)) => present >= wanted,
        (Ok(_), Err(_)) => false,
    }
}

fn install(recipe: &Recipe, host: &Host) -> Outcome {
    match recipe {
        Recipe::Rustup(target) => run(host.command("rustup").args(["target", "add", target])),
        Recipe::Cargo(args) => run(cargo_install(host).args(args)),
        Recipe::Npm { package, version, program } => npm_program(host, package, version, program),
        Recipe::Apt(packages) => apt(host, packages),
        Recipe::NpmCi(folder) => run(host
            .command("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(host.root.join(folder))),
    }
}

/// `cargo install`, optimised for being done soon.
fn cargo_install(host: &Host) -> Command {
    let mut command = host.command("cargo");
    command
        .args(["install", "--force"])
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env_remove("CARGO_TARGET_DIR");
    command
}

/// Keeps an npm package in the cache and links its program to where cargo keeps its own.
fn npm_program(host: &Host, package: &str, version: &str, program: &str) -> Outcome {
    let folder = host.cache.join(format!("{package}-{version}"));
    let trouble =
        |path: &Path, error| format!("{}: {error}; check its permissions", path.display());
    fs::create_dir_all(&folder).map_err(|error| trouble(&folder, error))?;
    let mut npm = host.command("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    run(npm.arg(format!("{package}@{version}")))?;
    fs::create_dir_all(&host.bin).map_err(|error| trouble(&host.bin, error))?;
    let link = host.bin.join(program);
    if link.exists() && !link.is_symlink() {
        let link = link.display();
        return Err(format!("{link} is another {program}, not put there by this; remove it first"));
    }
    // A link from an older version, or one that leads nowhere.
    let _ = fs::remove_file(&link);
    link_to(&folder.join("node_modules/.bin").join(program), &link)
        .map_err(|error| trouble(&link, error))
}

#[cfg(unix)]
fn link_to(program: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(program, link)
}

#[cfg(not(unix))]
fn link_to(program: &Path, link: &Path) -> std::io::Result<()> {
    let program = program.with_extension("cmd");
    fs::write(link.with_extension("cmd"), format!("@\"{}\" %*\r\n", program.display()))
}

fn apt(host: &Host, packages: &[&str]) -> Outcome {
    let remedy = |error: String| {
        format!(
            "{error}\n  Without apt-get or the right to use it, install {} yourself; programs that are \
             not on PATH are named by CHROMIUM and CHROMEDRIVER.",
            packages.join(" and ")
        )
    };
    let is_root = ask(host.command("id").arg("-u")).is_some_and(|id| id == "0");
    let apt_get = |args: &[&str]| {
        let mut command = host.command(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.arg("apt-get");
        }
        run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive")).map_err(remedy)
    };
    apt_get(&["update"])?;
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(packages);
    apt_get(&args)
}

/// Installed, yet not what is found: something else stands before it.
fn unseen(tool: &Tool, host: &Host) -> String {
    let Tool { name, version, .. } = tool;
    let Check::Answers { program, args, .. } = &tool.check else {
        return format!("{name} {version} was installed, but is not found; install it by hand");
    };
    let mut command = host.command(program);
    let answer = ask(command.args(*args)).unwrap_or_else(|| "nothing".to_owned());
    let found =
        host.find(program).map_or_else(|| "nowhere".to_owned(), |p| p.display().to_string());
    let bin = host.bin.display();
    format!(
        "{name} {version} was installed in {bin}, but `{}` answers {:?} (from {found}).\n  \
         Put {bin} first on PATH, or remove the other one.",
        shown(&command),
        answer.lines().next().unwrap_or_default()
    )
}
