//! Changes: "tăng 120 ca", "giảm 15%", "gấp 3 lần".

use super::{comparator, guard::WORDS};

/// Whether a number behind these words is the size of a change.
pub(super) fn is_change(before: &str) -> bool {
    let mut before = before;
    // "tăng hơn 120 ca", "tăng từ 10 - 15%"
    if let Some((_, words)) = comparator::before(before, 0, before.len())
        && !WORDS.change.end(before)
    {
        before = &before[..words.start];
    }
    WORDS.change.end(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_in_front() {
        for text in ["số ca tăng ", "giảm khoảng ", "gấp hơn ", "cao hơn ", "tăng thêm "] {
            assert!(is_change(text), "{text}");
        }
        for text in ["tăng lên ", "giảm còn ", "ghi nhận ", "hơn ", "tăng cường "] {
            assert!(!is_change(text), "{text}");
        }
    }
}
