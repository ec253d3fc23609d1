//! Copies of articles, word for word or nearly so.
//!
//! Near copies are found by MinHash over shingles of five folded words, in bands: articles that share
//! the hashes of one band are compared by all of them.

use std::collections::{HashMap, VecDeque};
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use nienbieu_model::{BlockKind, Duplicate, Record};
use serde::{Deserialize, Serialize};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::files::Pending;

/// How many hashes stand for an article.
const HASHES: usize = 64;
/// How many of them make a band: with 16 bands of 4, an article that shares half its shingles is
/// compared with two thirds' probability, one that shares four fifths with near certainty.
const BAND: usize = 4;
/// How many words make a shingle.
const SHINGLE: usize = 5;
/// The fewest shingles that can tell a near copy from a like form of words.
const FEWEST: usize = 20;
/// The share of equal hashes that makes a near copy: syndicated copies have another header and footer.
const NEAR: usize = HASHES * 7 / 10;

/// What stands for an article's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Signature {
    /// Of all its words; 0 where it has none.
    exact: u64,
    /// The least hash of each kind, shortened; none for short articles.
    hashes: Vec<u16>,
}

/// The signature of an article: of its own lines, without page furniture, dates of issue and bylines.
pub(crate) fn signature(record: &Record) -> Signature {
    let text = record.text.as_deref().unwrap_or_default();
    let mut words = Vec::new();
    for block in &record.blocks {
        if !matches!(block.kind, BlockKind::Chrome | BlockKind::Stamp | BlockKind::Byline) {
            let line = block.span.of(text).unwrap_or_default();
            words.extend(
                line.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
                    .filter(|w| !w.is_empty())
                    .map(folded),
            );
        }
    }
    let exact = if words.is_empty() { 0 } else { chain(&words).max(1) };
    if words.len() < FEWEST + SHINGLE {
        return Signature { exact, hashes: Vec::new() };
    }
    let mut least = [u64::MAX; HASHES];
    for shingle in words.windows(SHINGLE) {
        let hash = chain(shingle);
        for (kind, least) in least.iter_mut().enumerate() {
            *least = (*least).min(mix(hash ^ mix(kind as u64 + 1)));
        }
    }
    // The low bits are as good as any, and a quarter of the room.
    let hashes =
        least.iter().map(|hash| u16::try_from(hash & 0xffff).unwrap_or_default()).collect();
    Signature { exact, hashes }
}

/// The word's hash, whatever its case, marks and Unicode form.
fn folded(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        let c = if c == 'đ' { 'd' } else { c };
        hash = (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

fn chain(words: &[u64]) -> u64 {
    words.iter().fold(0, |hash, word| mix(hash ^ *word))
}

/// SplitMix64's last step: every bit bears on every other.
const fn mix(mut hash: u64) -> u64 {
    hash = hash.wrapping_add(0x9e37_79b9_7f4a_7c15);
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// An article seen before.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Seen {
    number: u64,
    id: String,
    name: Option<String>,
    part: u32,
    /// What it is itself a copy of: copies of copies are told as those of the first.
    first: Option<Duplicate>,
    #[serde(flatten)]
    signature: Signature,
}

/// The articles seen last.
pub(crate) struct Index {
    window: usize,
    folder: PathBuf,
    seen: VecDeque<Seen>,
    exact: HashMap<u64, u64>,
    bands: HashMap<(usize, u64), u64>,
    /// Of the segment in hand, not yet written down.
    fresh: Vec<u8>,
    /// The segments written down, with how many articles each has.
    files: VecDeque<(u32, usize)>,
}

impl Index {
    /// The index with what the segments written so far saw.
    pub(crate) fn open(folder: &Path, window: usize, segments: u32) -> io::Result<Self> {
        let mut index = Self {
            window,
            folder: folder.to_owned(),
            seen: VecDeque::new(),
            exact: HashMap::new(),
            bands: HashMap::new(),
            fresh: Vec::new(),
            files: VecDeque::new(),
        };
        for segment in 1..=segments {
            let path = folder.join(name(segment));
            let file = match fs::File::open(&path) {
                Ok(file) => file,
                // Older than the window reaches.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            let mut articles = 0;
            for line in BufReader::new(file).lines() {
                index.remember(serde_json::from_str(&line?)?);
                articles += 1;
            }
            index.files.push_back((segment, articles));
        }
        Ok(index)
    }

    /// The article that this one is a copy of; from now on it is known itself.
    pub(crate) fn place(
        &mut self,
        number: u64,
        record: &Record,
        signature: Signature,
    ) -> io::Result<Option<Duplicate>> {
        if self.window == 0 || signature.exact == 0 {
            return Ok(None);
        }
        let found = self.find(&signature);
        let seen = Seen {
            number,
            id: record.id.clone(),
            name: record.source.name.clone(),
            part: record.source.part,
            first: found.clone(),
            signature,
        };
        serde_json::to_writer(&mut self.fresh, &seen)?;
        self.fresh.push(b'\n');
        self.remember(seen);
        Ok(found)
    }

    fn find(&self, signature: &Signature) -> Option<Duplicate> {
        if let Some(first) = self.exact.get(&signature.exact).and_then(|number| self.get(*number)) {
            return Some(first.duplicate("exact"));
        }
        let candidates = bands(signature).filter_map(|band| self.get(*self.bands.get(&band)?));
        let best = candidates.map(|seen| (alike(&seen.signature, signature), seen));
        // Of equals the first article, whichever band found it.
        let best = best.max_by_key(|(alike, seen)| (*alike, std::cmp::Reverse(seen.number)))?;
        (best.0 >= NEAR).then(|| best.1.duplicate("near"))
    }

    fn get(&self, number: u64) -> Option<&Seen> {
        let first = self.seen.front()?.number;
        let at = self.seen.binary_search_by_key(&number, |seen| seen.number).ok()?;
        (number >= first).then(|| &self.seen[at])
    }

    fn remember(&mut self, seen: Seen) {
        // The last with a hash, so that the index depends on the articles within the window alone.
        self.exact.insert(seen.signature.exact, seen.number);
        for band in bands(&seen.signature) {
            self.bands.insert(band, seen.number);
        }
        self.seen.push_back(seen);
        while self.seen.len() > self.window {
            if let Some(old) = self.seen.pop_front() {
                self.forget(&old);
            }
        }
    }

    fn forget(&mut self, old: &Seen) {
        if self.exact.get(&old.signature.exact) == Some(&old.number) {
            self.exact.remove(&old.signature.exact);
        }
        for band in bands(&old.signature) {
            if self.bands.get(&band) == Some(&old.number) {
                self.bands.remove(&band);
            }
        }
    }

    /// Writes down what the segment saw, and drops what the window no longer reaches.
    pub(crate) fn save(&mut self, segment: u32) -> io::Result<()> {
        if self.window == 0 {
            return Ok(());
        }
        let articles = self.fresh.iter().filter(|byte| **byte == b'\n').count();
        let mut file = Pending::create(&self.folder)?;
        file.write_all(&self.fresh)?;
        file.finish(&name(segment))?;
        self.fresh.clear();
        self.files.push_back((segment, articles));
        // Without the last segment, for the checkpoint may still be the one before it.
        let mut held: usize =
            self.files.iter().map(|(_, articles)| articles).sum::<usize>() - articles;
        while let Some((old, articles)) = self.files.front().copied() {
            held = held.saturating_sub(articles);
            if held < self.window || old >= segment {
                break;
            }
            fs::remove_file(self.folder.join(name(old)))?;
            self.files.pop_front();
        }
        Ok(())
    }
}

impl Seen {
    fn duplicate(&self, kind: &'static str) -> Duplicate {
        let own = || Duplicate {
            id: self.id.clone(),
            name: self.name.clone(),
            part: self.part,
            kind: kind.into(),
        };
        self.first.clone().map_or_else(own, |first| Duplicate { kind: kind.into(), ..first })
    }
}

fn name(segment: u32) -> String {
    format!("seen-{segment:05}.jsonl")
}

fn bands(signature: &Signature) -> impl Iterator<Item = (usize, u64)> + '_ {
    let hash = |band: &[u16]| chain(&band.iter().map(|hash| u64::from(*hash)).collect::<Vec<_>>());
    signature.hashes.chunks_exact(BAND).map(hash).enumerate()
}

fn alike(one: &Signature, other: &Signature) -> usize {
    one.hashes.iter().zip(&other.hashes).filter(|(one, other)| one == other).count()
}
