//! Whole pages, written for these tests.

use super::*;
use crate::text::lines::lines;

/// Finds d/m/yyyy and hh:mm, each a moment of its own: the least that a grammar must give.
pub(super) fn moments(folded: &Folded) -> Vec<Moment> {
    let text = folded.as_str();
    let token = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ':' | 'h');
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|i| at + i) else {
            break;
        };
        let len = text[start..].find(|c| !token(c)).unwrap_or(text.len() - start);
        let word = text[start..start + len].trim_end_matches(['.', '-', ':', '/', 'h']);
        let numbers: Vec<&str> = word.split(['/', '.', '-', ':', 'h']).collect();
        let full_date = !word.contains([':', 'h'])
            && numbers.len() == 3
            && numbers.iter().any(|n| n.len() == 4)
            && numbers.iter().filter(|n| (1..=2).contains(&n.len())).count() == 2;
        let clock = word.contains([':', 'h']) && (2..=3).contains(&numbers.len());
        if full_date || clock {
            found.push(Moment { range: start..start + word.len(), full_date, clock });
        }
        at = start + len.max(1);
    }
    found
}

pub(super) fn read(text: &str) -> Vec<Article> {
    let folded = Folded::new(text);
    let lines = lines(text, &folded);
    analyze(&folded, &lines, &moments(&folded))
}
