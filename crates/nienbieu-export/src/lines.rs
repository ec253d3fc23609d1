//! Line numbers.

/// Where the lines of a text start.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Of this text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The number, from 1, of the line that holds the byte.
    #[must_use]
    pub fn number(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start <= byte) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_count_from_one() {
        let lines = Lines::of("một\nhai\r\n\nbốn");
        let numbers = [0, 5, 6, 11, 12, 99].map(|byte| lines.number(byte));
        assert_eq!(numbers, [1, 1, 2, 3, 4, 4]);
    }
}
