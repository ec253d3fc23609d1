//! From bytes to characters.

/// How many bytes lie between two counts that are kept.
const STEP: usize = 512;

/// How many characters stand before every so many bytes of a text.
pub(crate) struct Positions<'t> {
    text: &'t str,
    counts: Vec<usize>,
}

impl<'t> Positions<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        let mut all = 0;
        let counts = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = all;
            all += characters(chunk);
            before
        });
        Self { text, counts: counts.collect() }
    }

    /// How many characters begin before this byte.
    pub(crate) fn characters(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let step = (byte / STEP).min(self.counts.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(step * STEP..byte).unwrap_or_default();
        self.counts.get(step).copied().unwrap_or_default() + characters(rest)
    }
}

/// How many characters begin here: all bytes but those that continue one.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_counted_once() {
        for text in ["", "abc", &"Điện Biên 🎉 ".repeat(200)] {
            let positions = Positions::of(text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(positions.characters(at), count);
            }
            assert_eq!(positions.characters(text.len()), text.chars().count());
            assert_eq!(positions.characters(usize::MAX), text.chars().count());
        }
    }
}
