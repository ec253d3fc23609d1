//! Which charset some bytes are in: the one in which they spell Vietnamese.

use super::charset::{CHARSETS, Charset, VIQR};
use super::syllable::{is_common, is_syllable};

/// How much of the input is looked at.
const SAMPLE: usize = 64 << 10;
/// The fewest words with letters above ASCII that say anything.
const FEWEST: usize = 3;
/// The least share of them that must be syllables, per cent.
const LEAST: usize = 75;
/// The same in VIQR, whose marks are ordinary ones elsewhere.
const LEAST_VIQR: usize = 85;
/// The least share of a VIQR text's words that have marks, per cent.
const LEAST_MARKED: usize = 20;

/// What a charset makes of some bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// Words with a letter above ASCII.
    pub(super) words: usize,
    /// Those of them that are syllables.
    pub(super) syllables: usize,
    /// Those of them that are frequent.
    pub(super) common: usize,
}

impl Score {
    /// The share of syllables, per cent.
    pub(super) fn share(self) -> usize {
        self.syllables * 100 / self.words.max(1)
    }

    fn rank(self) -> usize {
        (self.syllables + self.common) * 1000 / self.words.max(1)
    }

    fn add(&mut self, word: &str) {
        self.words += 1;
        self.syllables += usize::from(is_syllable(word));
        self.common += usize::from(is_common(word));
    }
}

/// A charset that fits, with its score and the one that comes next.
pub(super) struct Found {
    pub(super) charset: &'static Charset,
    pub(super) score: Score,
    pub(super) next: (&'static str, Score),
}

/// The charset in which bytes that are no UTF-8 spell Vietnamese.
pub(super) fn eight_bit(bytes: &[u8]) -> Option<Found> {
    let sample = sample(bytes);
    let mut tried: Vec<(&'static Charset, Score)> =
        CHARSETS.iter().map(|set| (set, score(&(set.decode)(sample)))).collect();
    // Stable: of equals, the more usual.
    tried.sort_by_key(|(_, score)| std::cmp::Reverse(score.rank()));
    let [(charset, best), (next, second), ..] = tried[..] else { return None };
    (best.words >= FEWEST && best.share() >= LEAST).then_some(Found {
        charset,
        score: best,
        next: (next.name, second),
    })
}

/// What the words of a text say.
pub(super) fn score(text: &str) -> Score {
    let mut score = Score::default();
    for word in text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_ascii()) {
        score.add(word);
    }
    score
}

/// Whether the text has nothing above ASCII but quotation marks, dashes and the like.
pub(super) fn is_typographic(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii() || !is_of_word(c))
}

/// A letter, or what has no place in Vietnamese and thus tells of a wrong charset.
fn is_of_word(c: char) -> bool {
    const MARKS: &str = "\u{a0}“”‘’„‚–—…«»•·°²³½¼€™©®×";
    if c.is_ascii() { c.is_ascii_alphabetic() } else { !MARKS.contains(c) }
}

/// Whether ASCII text is Vietnamese in VIQR: its words have marks, and with them they are syllables.
pub(super) fn viqr(bytes: &[u8]) -> Option<Score> {
    let sample = sample(bytes);
    if !sample.iter().any(|b| matches!(b, b'^' | b'+' | b'(' | b'~' | b'`')) {
        return None;
    }
    let mut score = Score::default();
    let mut words = 0_usize;
    for token in sample.split(u8::is_ascii_whitespace) {
        // A mark at the end may as well be the sentence's.
        let end = token.iter().rposition(|b| !b".,?!:;'\")".contains(b)).map_or(0, |at| at + 1);
        let core = &token[..end];
        words += usize::from(core.iter().any(u8::is_ascii_alphabetic));
        let text = (VIQR.decode)(core);
        for word in text.split(|c: char| !is_of_word(c)).filter(|word| !word.is_ascii()) {
            score.add(word);
        }
    }
    let marked = score.words * 100 >= words * LEAST_MARKED;
    (score.words >= FEWEST && marked && score.share() >= LEAST_VIQR).then_some(score)
}

/// The beginning, cut where a line or a word ends.
fn sample(bytes: &[u8]) -> &[u8] {
    let Some(head) = bytes.get(..SAMPLE) else { return bytes };
    let end = head.iter().rposition(u8::is_ascii_whitespace).unwrap_or(SAMPLE);
    &head[..end]
}
