//! Files in the tree that are made from others.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::host::Host;

/// Writes the file, named from the workspace's root.
pub(crate) fn write(name: &str, content: &str) -> Outcome {
    let path = Host::here().root.join(name);
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
    println!("{name} is written");
    Ok(())
}

/// Holds the file to what it would be, made anew.
#[cfg(test)]
pub(crate) fn assert_current(name: &str, content: &str, command: &str) {
    let found = fs::read_to_string(Host::here().root.join(name)).unwrap();
    let differs = found.lines().zip(content.lines()).find(|(found, made)| found != made);
    assert_eq!(differs, None, "{name} is out of date: run `cargo xtask {command}`");
    assert!(found == content, "{name} is out of date: run `cargo xtask {command}`");
}
