//! On a made-up machine, whose programs are small scripts.

use std::sync::{Mutex, MutexGuard};

use tempfile::TempDir;

use super::*;

/// One at a time: a script cannot be started while another thread forks with it open.
static ALONE: Mutex<()> = Mutex::new(());

struct Machine {
    host: Host,
    folder: TempDir,
    _alone: MutexGuard<'static, ()>,
}

impl Machine {
    fn new() -> Self {
        let alone = ALONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let folder = TempDir::new().unwrap();
        let at = |name: &str| {
            let path = folder.path().join(name);
            fs::create_dir_all(&path).unwrap();
            path
        };
        let path = std::env::join_paths([at("path"), at("bin")]).unwrap();
        let (root, bin, cache, target) = (at("root"), at("bin"), at("cache"), at("target"));
        Self { host: Host { root, bin, cache, target, path }, folder, _alone: alone }
    }

    /// Puts a program on `PATH`, where it is found before what gets installed.
    fn has(self, program: &str, script: &str) -> Self {
        self.write(&format!("path/{program}"), script);
        self
    }

    fn write(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// A script that leaves behind an executable that prints `answer`.
    fn installing(&self, name: &str, answer: &str) -> String {
        let path = self.folder.path().join(name);
        let (path, folder) = (path.display(), path.parent().unwrap().display());
        format!(
            "/bin/mkdir -p {folder}; echo '#!/bin/sh' > {path}; echo 'echo {answer}' >> {path}; \
             /bin/chmod +x {path}; echo \"$@\" > {}/asked",
            self.folder.path().display()
        )
    }

    /// The words that the installing script was called with.
    fn asked(&self) -> Option<String> {
        fs::read_to_string(self.folder.path().join("asked")).ok().map(|text| text.trim().to_owned())
    }

    fn ensure(&self, tool: Tool) -> Outcome {
        ensure(&[tool], &self.host)
    }
}

fn cook(version: &str) -> Tool {
    Tool {
        name: "cook",
        version: version.to_owned(),
        check: Check::Answers {
            program: "cook",
            args: &["--version"],
            start: format!("cook {version}"),
        },
        recipe: Recipe::Cargo(vec!["--locked".to_owned(), format!("cook@{version}")]),
        takes: "no time",
    }
}

fn oven() -> Tool {
    let recipe = Recipe::Npm { package: "kitchen", version: "7.0.0", program: "cook" };
    Tool { recipe, ..cook("7") }
}

#[test]
fn what_is_there_is_left_alone() {
    let machine = Machine::new().has("cook", "echo cook 1.2.3");
    assert_eq!(machine.ensure(cook("1.2.3")), Ok(()));
}

#[test]
fn versions_are_compared_whole() {
    assert!(is_version("cook 1.2.3", "cook 1.2.3"));
    assert!(is_version("cook 1.2.3 (abc)", "cook 1.2.3"));
    assert!(is_version("cook 1.2.3", "cook 1.2."));
    for other in ["cook 1.2.30", "cook 1.2.3.1", "cook 1.2", ""] {
        assert!(!is_version(other, "cook 1.2.3"), "{other}");
    }
}

#[test]
fn what_is_missing_is_installed_once() {
    let machine = Machine::new();
    let script = machine.installing("bin/cook", "cook 1.2.3");
    let machine = machine.has("cargo", &script);
    assert_eq!(machine.ensure(cook("1.2.3")), Ok(()));
    assert_eq!(machine.asked().as_deref(), Some("install --force --locked cook@1.2.3"));
    machine.write("path/cargo", "exit 1");
    assert_eq!(machine.ensure(cook("1.2.3")), Ok(()), "the second run asks for nothing");
}

#[test]
fn another_version_on_the_path_is_named() {
    let machine = Machine::new().has("cook", "echo cook 0.9");
    let script = machine.installing("bin/cook", "cook 1.2.3");
    let message = machine.has("cargo", &script).ensure(cook("1.2.3")).unwrap_err();
    assert!(message.contains("`cook --version` answers \"cook 0.9\""), "{message}");
    assert!(message.contains("first on PATH, or remove the other one"), "{message}");
}

#[test]
fn a_refused_download_says_what_to_do() {
    let machine = Machine::new().has("cargo", "echo 'error: download refused' >&2; exit 101");
    let message = machine.ensure(cook("1.2.3")).unwrap_err();
    assert!(
        message.contains("cook 1.2.3 could not be installed: `cargo install --force"),
        "{message}"
    );
    assert!(message.contains("check the network and the proxy settings"), "{message}");
}

#[test]
fn a_missing_installer_says_where_it_comes_from() {
    let target = Tool {
        check: Check::Target("wasm32-unknown-unknown"),
        recipe: Recipe::Rustup("wasm32-unknown-unknown"),
        ..cook("1")
    };
    for (tool, expected) in [
        (cook("1"), "cargo is missing: install Rust from https://rustup.rs"),
        (oven(), "npm is missing: install Node.js 20 or later"),
        (target, "rustup is missing: install Rust from https://rustup.rs, or the wasm32 target"),
    ] {
        let message = Machine::new().ensure(tool).unwrap_err();
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn an_npm_program_is_linked_to_where_it_is_found() {
    let machine = Machine::new();
    let program = "cache/kitchen-7.0.0/node_modules/.bin/cook";
    let script = machine.installing(program, "cook 7");
    let machine = machine.has("npm", &script);
    assert_eq!(machine.ensure(oven()), Ok(()));
    assert!(machine.asked().unwrap().ends_with("/cache/kitchen-7.0.0 kitchen@7.0.0"));
    let link = machine.host.bin.join("cook");
    assert_eq!(fs::read_link(&link).unwrap(), machine.folder.path().join(program));
    fs::remove_dir_all(&machine.host.cache).unwrap();
    assert_eq!(machine.ensure(oven()), Ok(()), "a link that leads nowhere is put right");
}

#[test]
fn a_program_of_somebody_else_is_not_replaced() {
    let machine = Machine::new().has("npm", "exit 0");
    machine.write("bin/cook", "echo cook 6");
    let message = machine.ensure(oven()).unwrap_err();
    assert!(message.contains("bin/cook is another cook") && message.contains("remove it first"));
}

#[test]
fn packages_are_fresh_when_newer_than_their_lock() {
    let machine = Machine::new();
    let folder = machine.host.root.clone();
    assert!(are_fresh(&folder), "no lock file, no packages");
    fs::write(folder.join("package-lock.json"), "{}").unwrap();
    assert!(!are_fresh(&folder));
    fs::create_dir(folder.join("node_modules")).unwrap();
    fs::write(folder.join("node_modules/.package-lock.json"), "{}").unwrap();
    assert!(are_fresh(&folder));
}

#[test]
fn without_apt_the_variables_are_named() {
    let apt = Tool {
        check: Check::Programs(&[("no-such-browser", "NO_SUCH_BROWSER")]),
        recipe: Recipe::Apt(&["browser", "driver"]),
        ..cook("1")
    };
    let message = Machine::new().has("id", "echo 0").ensure(apt).unwrap_err();
    assert!(message.contains("apt-get is missing"), "{message}");
    assert!(message.contains("install browser and driver yourself"), "{message}");
    assert!(message.contains("CHROMIUM and CHROMEDRIVER"), "{message}");
}
