//! UTF-16, with a mark or without.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// How much is looked at where no mark says so.
const SAMPLE: usize = 4096;
/// Less than this says nothing.
const FEWEST: usize = 16;

/// UTF-16 without a mark: the high bytes of most letters and of all spaces are zero.
pub(super) fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < FEWEST || bytes.len() % 2 == 1 {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = sample.len() / 2;
    match (even, odd) {
        (0, odd) if odd * 10 >= half * 4 => Some(UTF_16LE),
        (even, 0) if even * 10 >= half * 4 => Some(UTF_16BE),
        _ => None,
    }
}

/// The text, or the offset of the unit that stands alone.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> Result<String, usize> {
    let is_big = encoding == UTF_16BE;
    let unit = |pair: &[u8]| match *pair {
        [a, b] if is_big => u16::from_be_bytes([a, b]),
        [a, b] => u16::from_le_bytes([a, b]),
        // Half a unit at the end: no unit of a pair, so that it is refused below.
        _ => 0xdc00,
    };
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    for c in char::decode_utf16(bytes.chunks(2).map(unit)) {
        let c = c.map_err(|_| at)?;
        at += c.len_utf16() * 2;
        text.push(c);
    }
    Ok(text)
}
