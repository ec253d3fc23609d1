use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What was counted, from the first run in a folder on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Documents read.
    pub documents: u64,
    /// Articles in them.
    pub records: u64,
    /// Events in these.
    pub events: u64,
    /// Bytes of the documents.
    pub bytes: u64,
    /// What is no document: images, requests.
    pub skipped: u64,
    /// Dead letters by their code.
    pub dead: BTreeMap<String, u64>,
    /// Articles that are copies of others, word for word.
    pub exact_duplicates: u64,
    /// Articles that are nearly so.
    pub near_duplicates: u64,
}

impl Counts {
    /// All dead letters.
    #[must_use]
    pub fn errors(&self) -> u64 {
        self.dead.values().sum()
    }
}

/// What a run has come to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whether every input is read to its end.
    pub complete: bool,
    /// Inputs read to their end, of all runs.
    pub inputs: u64,
    /// Segments written, of all runs.
    pub segments: u32,
    /// What was counted, of all runs.
    #[serde(flatten)]
    pub counts: Counts,
    /// How long this run took.
    pub seconds: f64,
    /// Bytes of documents a second in this run, in millions.
    pub mb_per_second: f64,
}
