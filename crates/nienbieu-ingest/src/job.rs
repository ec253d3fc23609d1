use std::num::NonZeroUsize;
use std::path::PathBuf;

use nienbieu_input::Settings;
use nienbieu_parser::Options;

use crate::Place;

/// A form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// A record a line.
    Ndjson,
    /// The same, packed.
    NdjsonZst,
    /// A file of CSV a table.
    Csv,
    /// A file of Parquet a table.
    Parquet,
    /// A database with all tables and a full-text search.
    Sqlite,
}

/// What is to be done.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is read, in this order.
    pub places: Vec<Place>,
    /// Where all output goes.
    pub out: PathBuf,
    /// The forms of the output.
    pub forms: Vec<Form>,
    /// About how many bytes of NDJSON a segment holds, whatever the forms are.
    pub shard: u64,
    /// How many threads parse.
    pub threads: NonZeroUsize,
    /// How inputs are taken apart.
    pub settings: Settings,
    /// How texts are read.
    pub options: Options,
    /// Whether records hold their text.
    pub keep_text: bool,
    /// How many documents back a copy is known as one; 0 for not at all.
    pub window: usize,
    /// How many dead letters end the run; one more than this does.
    pub max_errors: Option<u64>,
    /// Whether to go on as files land.
    pub watch: bool,
}

impl Job {
    /// What must not change between a run and the one that goes on with it.
    pub(crate) fn fingerprint(&self) -> String {
        let Self { forms, shard, settings, options, keep_text, window, .. } = self;
        let mut forms = forms.clone();
        forms.sort();
        forms.dedup();
        format!(
            "{forms:?} {shard} {settings:?} {options:?} {keep_text} {window} {}",
            env!("CARGO_PKG_VERSION")
        )
    }
}
