//! How fast texts are read: `cargo bench -p nienbieu-parser --features stages`.
//!
//! One short article, a long one, and a megabyte of articles of the corpus, each with other figures: read one
//! by one, and as a single text. The stages add up: each does what those before it do as well. Checking that the
//! bytes are UTF-8 is the yardstick: no reader can be faster than that.

use std::{fs, hint::black_box, path::Path, sync::LazyLock};

use divan::{Bencher, counter::BytesCount};
use nienbieu_model::{Record, Source};
use nienbieu_parser::{Options, parse_bytes, stages};

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

/// Articles of the corpus in turn, each with figures of its own.
fn records() -> Vec<Vec<u8>> {
    let mut seed: u32 = 1;
    let mut vary = |byte: u8| {
        // The linear congruence of Numerical Recipes: the same articles in every run.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let digit = byte.is_ascii_digit() && seed >> 30 == 0;
        if digit { b'0' + u8::try_from((seed >> 16) % 10).unwrap() } else { byte }
    };
    let articles = articles(MEGABYTE);
    articles.iter().map(|article| article.iter().map(|&byte| vary(byte)).collect()).collect()
}

/// The inputs that every stage reads.
const INPUTS: [&str; 3] = ["short", "long", "records"];

fn input(name: &str) -> Vec<Vec<u8>> {
    match name {
        "short" => vec![short().to_vec()],
        "long" => vec![long()],
        _ => records(),
    }
}

/// Measures a stage over an input, text by text.
fn measure(bencher: Bencher<'_, '_>, name: &str, stage: impl Fn(&[u8]) -> usize + Sync) {
    let texts = input(name);
    let total: usize = texts.iter().map(Vec::len).sum();
    let all = || texts.iter().map(|text| stage(black_box(text))).sum::<usize>();
    bencher.counter(BytesCount::new(total)).bench(all);
}

fn read(bytes: &[u8]) -> Vec<Record> {
    parse_bytes(bytes, &Source::default(), &Options::default()).unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn a_utf8_check(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| text(bytes).len());
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn b_fold(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| stages::fold(text(bytes)));
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn c_scan(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| stages::scan(text(bytes)));
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn d_structure(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| stages::structure(text(bytes)));
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn e_parse(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| read(bytes).len());
}

#[divan::bench(args = INPUTS, max_time = 4)]
fn f_parse_to_json(bencher: Bencher<'_, '_>, name: &str) {
    measure(bencher, name, |bytes| serde_json::to_vec(&read(bytes)).unwrap().len());
}

/// One megabyte only: every record holds the whole text, so ten would hold fifty gigabytes.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn g_megabyte_as_one_text(bencher: Bencher<'_, '_>) {
    let bytes = articles(MEGABYTE).join(&b"\n\n"[..]);
    bencher.counter(BytesCount::of_slice(&bytes)).bench(|| read(&bytes));
}
