//! Character tables: byte sequences and the letters that they stand for.

use std::collections::HashMap;
use std::sync::LazyLock;

use encoding_rs::WINDOWS_1252;

/// The longest sequence that stands for a letter: VIQR's vowel, shape and tone.
const LONGEST: usize = 3;

/// A table of one charset.
pub(super) struct Table {
    single: [Option<char>; 256],
    longer: HashMap<[u8; LONGEST], char>,
    /// How long the longest sequence is that begins with a byte.
    reach: [usize; 256],
}

/// What the bytes mean where a charset says nothing: these charsets came as fonts for Windows.
static WINDOWS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let all: Vec<u8> = (0..=255).collect();
    WINDOWS_1252.decode_without_bom_handling(&all).0.chars().collect()
});

impl Table {
    /// Reads a table: bytes in hexadecimal, code point, letter; one sequence a line.
    pub(super) fn read(tsv: &str) -> Self {
        let mut table = Self { single: [None; 256], longer: HashMap::new(), reach: [0; 256] };
        for line in tsv.lines().filter(|line| !line.starts_with('#')) {
            if let Some((bytes, letter)) = row(line) {
                table.insert(&bytes, letter);
            }
        }
        table
    }

    fn insert(&mut self, bytes: &[u8], letter: char) {
        let Some(&first) = bytes.first() else { return };
        let first = usize::from(first);
        self.reach[first] = self.reach[first].max(bytes.len());
        if bytes.len() == 1 {
            self.single[first] = Some(letter);
        } else {
            self.longer.insert(key(bytes), letter);
        }
    }

    /// The letter at the start of the bytes, and how many of them it takes: at least one.
    pub(super) fn letter(&self, bytes: &[u8]) -> Option<(char, usize)> {
        let first = usize::from(*bytes.first()?);
        for length in (2..=self.reach[first].min(bytes.len())).rev() {
            if let Some(&letter) = self.longer.get(&key(&bytes[..length])) {
                return Some((letter, length));
            }
        }
        self.single[first].map(|letter| (letter, 1))
    }

    /// Every sequence with its letter.
    #[cfg(test)]
    pub(super) fn letters(&self) -> impl Iterator<Item = (Vec<u8>, char)> + '_ {
        let single = (0..=255).filter_map(|b: u8| Some((vec![b], self.single[usize::from(b)]?)));
        let strip = |key: &[u8; LONGEST]| key.iter().copied().filter(|b| *b != 0).collect();
        single.chain(self.longer.iter().map(move |(key, letter)| (strip(key), *letter)))
    }
}

/// What a byte means in the Windows fonts where the charset itself says nothing.
pub(super) fn windows(byte: u8) -> char {
    WINDOWS.get(usize::from(byte)).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn key(bytes: &[u8]) -> [u8; LONGEST] {
    let mut key = [0; LONGEST];
    key[..bytes.len()].copy_from_slice(bytes);
    key
}

fn row(line: &str) -> Option<(Vec<u8>, char)> {
    let mut cells = line.split('\t');
    let hex = cells.next()?;
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    let bytes = (0..hex.len()).step_by(2).map(byte).collect::<Option<Vec<u8>>>()?;
    let point = u32::from_str_radix(cells.next()?.strip_prefix("U+")?, 16).ok()?;
    Some((bytes, char::from_u32(point)?)).filter(|(bytes, _)| bytes.len() <= LONGEST)
}
