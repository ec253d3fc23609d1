//! The words of `nienbieu ingest`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::Articles;

#[derive(Debug, ClapArgs)]
pub(crate) struct IngestArgs {
    #[command(flatten)]
    pub(crate) articles: Articles,

    /// Where all output goes; a folder begun earlier by the same command is gone on with.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,

    /// Read the names of further inputs from here, one a line; - for stdin.
    #[arg(long, value_name = "FILE")]
    pub(crate) files_from: Option<PathBuf>,

    /// The forms of the output, any of them together.
    #[arg(short, long, value_enum, value_delimiter = ',', default_value = "ndjson")]
    pub(crate) format: Vec<IngestForm>,

    /// About how large a file of the output gets before the next is begun, counted in NDJSON.
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = size)]
    pub(crate) shard_size: u64,

    /// How many threads parse [default: as many as there are cores].
    #[arg(short = 'j', long, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// The most bytes that one record may have.
    #[arg(long, value_name = "SIZE", default_value = "16M", value_parser = size)]
    pub(crate) max_record: u64,

    /// How many archives may lie one inside the other.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(crate) max_nesting: usize,

    /// How many times larger than itself a compressed file may become.
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub(crate) max_ratio: u64,

    /// The most bytes that one compressed file may become.
    #[arg(long, value_name = "SIZE", default_value = "1T", value_parser = size)]
    pub(crate) max_expansion: u64,

    /// How many articles back a copy is known as one; 0 for not at all.
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    pub(crate) duplicates_within: usize,

    /// Leave the articles' text out of the records.
    #[arg(long)]
    pub(crate) no_text: bool,

    /// End at the first record that cannot be read.
    #[arg(long, conflicts_with = "max_errors")]
    pub(crate) fail_fast: bool,

    /// End when more records than this cannot be read.
    #[arg(long, value_name = "N")]
    pub(crate) max_errors: Option<u64>,

    /// Go on as files land; end with Ctrl-C or SIGTERM.
    #[arg(long)]
    pub(crate) watch: bool,

    /// How to show what is done; auto is a bar on a terminal, else nothing.
    #[arg(long, value_enum, value_name = "FORM", default_value_t)]
    pub(crate) progress: ShowProgress,

    /// Say more: -v each checkpoint and dead letter, -vv each input.
    #[arg(short, long, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

/// A form of bulk output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum IngestForm {
    /// One record a line.
    Ndjson,
    /// The same, packed.
    #[value(name = "ndjson.zst", alias = "ndjson-zst")]
    NdjsonZst,
    /// Tables for spreadsheets.
    Csv,
    /// Tables for DuckDB, Polars, Spark.
    Parquet,
    /// One database with full-text search.
    Sqlite,
}

/// How progress is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowProgress {
    /// A bar where stderr is a terminal.
    #[default]
    Auto,
    /// A bar.
    Bar,
    /// An object a second on stderr.
    Json,
    /// Nothing.
    None,
}

/// "64M", "1.5G", "4096".
fn size(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text:?} is no size; write 4096, 512K, 64M, 2G or 1T");
    let text = text.trim().trim_end_matches(['B', 'b']);
    let unit = text.chars().last().map(|c| c.to_ascii_uppercase());
    let shift = match unit {
        Some('K') => 10,
        Some('M') => 20,
        Some('G') => 30,
        Some('T') => 40,
        _ => 0,
    };
    let digits = if shift > 0 { &text[..text.len() - 1] } else { text };
    let number: u64 = digits.trim().parse().map_err(|_| wrong())?;
    number.checked_mul(1 << shift).filter(|size| *size > 0).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        assert_eq!((size("64M"), size("4096"), size("1tb")), (Ok(64 << 20), Ok(4096), Ok(1 << 40)));
        for wrong in ["", "0", "M", "-1", "1.5G", "99999999T", "10X"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
