//! Text that was UTF-8, taken for Windows-1252 and encoded once more.

use std::sync::LazyLock;

use super::detect::{Score, score};
use super::table::windows;

/// The fewest sequences that are worth a repair.
const FEWEST: usize = 2;
/// How often a text may have been encoded over again.
const DEEPEST: usize = 3;
/// The least share of the repaired words that must be syllables, per cent.
const LEAST: usize = 75;

/// A text as it was meant.
pub(super) struct Repaired {
    pub(super) text: String,
    /// How many letters were put together again.
    pub(super) letters: usize,
    pub(super) score: Score,
}

/// The text as it was meant, where it was encoded twice; `None` for nearly all.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    let mut best: Option<Repaired> = None;
    for _ in 0..DEEPEST {
        let current = best.as_ref().map_or(text, |repaired| repaired.text.as_str());
        // The letters from ạ to ỹ begin so; without one there is no Vietnamese to repair.
        if !current.contains("á»") && !current.contains("áº") && !current.contains("Ã¡Â") {
            break;
        }
        let Some(next) = once(current) else { break };
        best = Some(next);
    }
    best.filter(|repaired| repaired.score.share() >= LEAST)
}

/// Puts together what was taken apart; `None` where that would leave as much as it mends.
fn once(text: &str) -> Option<Repaired> {
    let mut repaired = String::with_capacity(text.len());
    let (mut letters, mut left) = (0_usize, 0_usize);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match sequence(rest) {
            Some((letter, length)) => {
                repaired.push(letter);
                letters += 1;
                rest = &rest[length..];
            }
            None => {
                left += usize::from(!c.is_ascii() && c.is_alphabetic());
                repaired.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    let score = score(&repaired);
    (letters >= FEWEST && left * 4 <= letters).then_some(Repaired {
        text: repaired,
        letters,
        score,
    })
}

/// The letter whose UTF-8 bytes the text's characters are, and how long these are in the text.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let lead = byte(first)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    let mut taken = first.len_utf8();
    for c in chars.take(length - 1) {
        bytes.push(byte(c).filter(|byte| (0x80..0xc0).contains(byte))?);
        taken += c.len_utf8();
    }
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((letter, taken))
}

/// The byte that was taken for a character.
fn byte(c: char) -> Option<u8> {
    static HIGH: LazyLock<Vec<(char, u8)>> =
        LazyLock::new(|| (0x80..=0x9f).map(|byte| (windows(byte), byte)).collect());
    if let Ok(byte) = u8::try_from(u32::from(c)) {
        return (byte >= 0x80).then_some(byte);
    }
    HIGH.iter().find(|(high, _)| *high == c).map(|(_, byte)| *byte)
}
