//! Changes: "tăng 120 ca", "giảm 15%", "gấp 3 lần".

use super::{comparator, guard::WORDS};

/// The most phrases between the verb and the number.
const GAPS: usize = 3;

/// Where the verb of a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// Right in front of the number.
    Beside,
    /// In front of a comparator, or a time compared with.
    Apart,
}

/// The verb of a change whose size stands behind these words.
pub(super) fn change(before: &str) -> Option<Verb> {
    let mut before = before;
    for gaps in 0..GAPS {
        if WORDS.change.end(before) {
            return Some(if gaps == 0 { Verb::Beside } else { Verb::Apart });
        }
        // "tăng hơn 120 ca", "cao hơn tuần trước 250 đồng"
        let gap = comparator::before(before, 0, before.len()).map(|(_, words)| words.start);
        let gap = gap.or_else(|| WORDS.change_gap.of(before).map(|(start, ())| start));
        before = &before[..gap?];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_front() {
        for text in [
            "số ca tăng ",
            "giảm khoảng ",
            "gấp hơn ",
            "cao hơn ",
            "tăng thêm ",
            "cao hơn tuần trước ",
        ] {
            assert!(change(text).is_some(), "{text}");
        }
        for text in ["tăng lên ", "giảm còn ", "ghi nhận ", "hơn ", "tăng cường "] {
            assert!(change(text).is_none(), "{text}");
        }
    }
}
