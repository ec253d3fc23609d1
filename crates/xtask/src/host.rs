//! The machine: where programs are found and where they are put.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Places on the machine.
pub(crate) struct Host {
    /// The workspace.
    pub(crate) root: PathBuf,
    /// Where cargo installs programs.
    pub(crate) bin: PathBuf,
    /// Where what is no cargo package is kept.
    pub(crate) cache: PathBuf,
    /// Where builds go.
    pub(crate) target: PathBuf,
    /// `PATH` as the user has it.
    pub(crate) path: OsString,
}

impl Host {
    /// This machine.
    pub(crate) fn here() -> Self {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.ancestors().nth(2).unwrap_or(manifest).to_owned();
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let home =
            set("HOME").or_else(|| set("USERPROFILE")).map_or_else(|| root.clone(), PathBuf::from);
        let cargo = set("CARGO_INSTALL_ROOT").or_else(|| set("CARGO_HOME"));
        let cache = set("XDG_CACHE_HOME").map_or_else(|| home.join(".cache"), PathBuf::from);
        Self {
            bin: cargo.map_or_else(|| home.join(".cargo"), PathBuf::from).join("bin"),
            cache: cache.join("nienbieu"),
            target: target().unwrap_or_else(|| root.join("target")),
            path: set("PATH").unwrap_or_default(),
            root,
        }
    }

    /// The command line program, as a release build leaves it.
    pub(crate) fn release_command(&self) -> PathBuf {
        self.target.join(format!("release/nienbieu{}", env::consts::EXE_SUFFIX))
    }

    /// A command in the workspace that finds what was set up here.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    /// `PATH`, with cargo's programs at its end where it does not have them.
    fn search_path(&self) -> OsString {
        if self.reaches_bin() {
            return self.path.clone();
        }
        let folders = env::split_paths(&self.path).chain([self.bin.clone()]);
        env::join_paths(folders).unwrap_or_else(|_| self.path.clone())
    }

    /// Whether `PATH` has cargo's programs, so that plain commands find them too.
    pub(crate) fn reaches_bin(&self) -> bool {
        env::split_paths(&self.path).any(|folder| folder == self.bin)
    }

    /// Where the program is.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.search_path())
            .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
            .find(|file| file.is_file())
    }
}

/// The folder that this program itself was built in: `…/debug/xtask`.
fn target() -> Option<PathBuf> {
    env::current_exe().ok()?.ancestors().nth(2).map(Path::to_owned)
}
