//! How fast texts are read: `cargo bench -p nienbieu-parser`.
//!
//! Large texts are articles of the corpus, one after another: read one by one, and as a single text.
//! Checking that the bytes are UTF-8 is the yardstick: no reader can be faster than that.

use std::{fs, hint::black_box, path::Path, sync::LazyLock};

use divan::{Bencher, counter::BytesCount};
use nienbieu_model::Source;
use nienbieu_parser::{Options, parse_bytes};

const SHORT: &str = "31-yen-bai-short";
const MEGABYTE: usize = 1_000_000;

fn main() {
    divan::main();
}

/// The corpus: names and bytes, without byte order marks.
static CORPUS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let mut paths: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &Path| {
        let bytes = fs::read(path).unwrap();
        bytes.strip_prefix(b"\xef\xbb\xbf").map_or(bytes.clone(), <[u8]>::to_vec)
    };
    paths
        .iter()
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into(), read(path)))
        .collect()
});

/// Articles of the corpus in turn, until there are so many bytes.
fn articles(bytes: usize) -> Vec<&'static [u8]> {
    let mut left = bytes;
    let turns = CORPUS.iter().cycle().map(|(_, article)| &**article);
    turns
        .take_while(|article| {
            let more = left > 0;
            left = left.saturating_sub(article.len());
            more
        })
        .collect()
}

fn short() -> &'static [u8] {
    &CORPUS.iter().find(|(name, _)| name == SHORT).unwrap().1
}

/// Paragraphs of the longest article, until it is one of 8 KB.
fn long() -> Vec<u8> {
    let (_, longest) = CORPUS.iter().max_by_key(|(_, bytes)| bytes.len()).unwrap();
    let body = longest.split(|&byte| byte == b'\n').filter(|line| line.len() > 400);
    let mut bytes = longest.clone();
    for line in body.cycle() {
        if bytes.len() >= 8_000 {
            break;
        }
        bytes.push(b'\n');
        bytes.extend(line);
    }
    bytes
}

fn read(bytes: &[u8]) -> usize {
    let records = parse_bytes(black_box(bytes), &Source::default(), &Options::default()).unwrap();
    records.iter().map(|record| record.times.len()).sum()
}

#[divan::bench]
fn short_article(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_slice(short())).bench(|| read(short()));
}

#[divan::bench]
fn long_article(bencher: Bencher<'_, '_>) {
    let bytes = long();
    bencher.counter(BytesCount::of_slice(&bytes)).bench(|| read(&bytes));
}

#[divan::bench(args = [1, 10], sample_count = 5, sample_size = 1)]
fn megabytes_one_by_one(bencher: Bencher<'_, '_>, megabytes: usize) {
    let articles = articles(megabytes * MEGABYTE);
    let total: usize = articles.iter().map(|article| article.len()).sum();
    let read_all = || articles.iter().map(|article| read(article)).sum::<usize>();
    bencher.counter(BytesCount::new(total)).bench(read_all);
}

/// One megabyte only: every record holds the whole text, so ten would hold fifty gigabytes.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn megabyte_as_one_text(bencher: Bencher<'_, '_>) {
    let bytes = articles(MEGABYTE).join(&b"\n\n"[..]);
    bencher.counter(BytesCount::of_slice(&bytes)).bench(|| read(&bytes));
}

#[divan::bench(args = [1, 10])]
fn utf8_check(bencher: Bencher<'_, '_>, megabytes: usize) {
    let bytes = articles(megabytes * MEGABYTE).join(&b"\n\n"[..]);
    let check = || std::str::from_utf8(black_box(&bytes)).unwrap().len();
    bencher.counter(BytesCount::of_slice(&bytes)).bench(check);
}
