//! What is done, so that a run that was stopped can go on.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::files::{self, Journal};
use crate::{Counts, Error, Job};

/// The folder with what only this crate reads.
const FOLDER: &str = ".nienbieu";
const NAME: &str = "checkpoint.json";

/// How far a run has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Position {
    /// The settings that it was begun with.
    pub(crate) fingerprint: String,
    /// How many segments are written.
    pub(crate) segments: u32,
    /// How many inputs are read to their end.
    pub(crate) inputs: u64,
    /// The input in hand, and how many of its items are done.
    pub(crate) current: Option<(String, u64)>,
    /// How much of the journal of finished inputs counts.
    pub(crate) done: u64,
    /// How much of the dead letters counts.
    pub(crate) dead: u64,
    /// What was counted.
    pub(crate) counts: Counts,
}

/// The checkpoint's files.
pub(crate) struct Checkpoint {
    folder: PathBuf,
    pub(crate) position: Position,
    done: Journal,
    finished: HashSet<[u8; 16]>,
    /// Held as long as the run goes on.
    _lock: File,
}

impl Checkpoint {
    /// Opens the checkpoint of a folder, or begins one.
    pub(crate) fn open(job: &Job) -> Result<Self, Error> {
        let folder = job.out.join(FOLDER);
        let failed = |error| Error::output(&folder, error);
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        if lock.try_lock().is_err() {
            let path = job.out.display();
            return Err(Error::begun(format!("{path}: another run is at work there; wait for it")));
        }
        files::tidy(&folder).map_err(failed)?;
        let position = read(&folder.join(NAME), job)?;
        let path = folder.join("done");
        let done = Journal::open(&path, position.done).map_err(failed)?;
        let names = fs::read_to_string(&path).map_err(failed)?;
        let finished = names.lines().map(digest).collect();
        Ok(Self { folder, position, done, finished, _lock: lock })
    }

    /// The folder with what only this crate reads.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The inputs that are read to their end, by their names' digests.
    pub(crate) fn finished(&self) -> HashSet<[u8; 16]> {
        self.finished.clone()
    }

    /// Writes down how far the run has come; from here on it need not be done again.
    pub(crate) fn save(&mut self, ended: &[String]) -> io::Result<()> {
        let mut lines = String::new();
        for name in ended {
            lines.push_str(&name.replace('\n', " "));
            lines.push('\n');
        }
        self.done.append(lines.as_bytes())?;
        self.position.done = self.done.len();
        self.position.inputs += ended.len() as u64;
        self.finished.extend(ended.iter().map(|name| digest(name)));
        let json = serde_json::to_vec(&self.position)?;
        files::write(&self.folder, NAME, &json)
    }
}

/// A name's digest.
pub(crate) fn digest(name: &str) -> [u8; 16] {
    let whole = Sha256::digest(name.replace('\n', " ").as_bytes());
    std::array::from_fn(|at| whole[at])
}

fn read(path: &Path, job: &Job) -> Result<Position, Error> {
    let fingerprint = job.fingerprint();
    let json = match fs::read(path) {
        Ok(json) => json,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Position { fingerprint, ..Position::default() });
        }
        Err(error) => return Err(Error::output(path, error)),
    };
    let position: Position = serde_json::from_slice(&json).map_err(|error| {
        Error::begun(format!(
            "{}: no checkpoint that can be read: {error}; use another folder",
            path.display()
        ))
    })?;
    if position.fingerprint != fingerprint {
        return Err(Error::begun(format!(
            "{}: begun with other options; give the same ones, or use another folder",
            job.out.display()
        )));
    }
    Ok(position)
}
