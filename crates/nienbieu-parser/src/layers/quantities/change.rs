//! Changes: "tăng 120 ca", "giảm 15%", "gấp 3 lần".

use super::{comparator, guard::WORDS};

/// The most phrases between the verb and the number.
const GAPS: usize = 3;

/// Whether a number behind these words is the size of a change.
pub(super) fn is_change(before: &str) -> bool {
    let mut before = before;
    for _ in 0..GAPS {
        if WORDS.change.end(before) {
            return true;
        }
        // "tăng hơn 120 ca", "cao hơn tuần trước 250 đồng"
        let gap = comparator::before(before, 0, before.len()).map(|(_, words)| words.start);
        let gap = gap.or_else(|| WORDS.change_gap.of(before).map(|(start, ())| start));
        let Some(start) = gap else { return false };
        before = &before[..start];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_front() {
        for text in ["số ca tăng ", "giảm khoảng ", "gấp hơn ", "cao hơn ", "tăng thêm ", "cao hơn tuần trước "] {
            assert!(is_change(text), "{text}");
        }
        for text in ["tăng lên ", "giảm còn ", "ghi nhận ", "hơn ", "tăng cường "] {
            assert!(!is_change(text), "{text}");
        }
    }
}
