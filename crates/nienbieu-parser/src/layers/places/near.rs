//! Names that a misspelt one may stand for.

use nienbieu_gazetteer::{Province, Unit, communes, districts, provinces as all_provinces};

use super::words::Rank;
use crate::text::bare;

/// The most names given.
const MOST: usize = 5;

/// The codes of units of a rank whose names are close to an unknown one; in the article's province first.
pub(super) fn units(rank: Rank, name: &str, own: Option<&Province>) -> Vec<String> {
    match rank {
        Rank::Province => provinces(name),
        Rank::District => sorted(districts::all().iter().copied(), &Near::new(name), own, false),
        Rank::Commune => {
            let named = own.into_iter().flat_map(communes::named_in);
            let near = Near::new(name);
            let close = named.filter(|(other, _)| near.is(other, 1));
            sorted(close.flat_map(|(_, units)| units), &near, own, true)
        }
        _ => Vec::new(),
    }
}

/// The codes of provinces that a name may be meant for: two letters apart without their marks.
pub(super) fn provinces(name: &str) -> Vec<String> {
    let near = Near::new(name);
    let close = all_provinces::all().iter().filter(|p| near.is(p.name, 2));
    close.map(|p| p.iso.to_owned()).take(MOST).collect()
}

fn sorted(
    units: impl Iterator<Item = Unit>,
    near: &Near<'_>,
    own: Option<&Province>,
    only_own: bool,
) -> Vec<String> {
    let is_own = |unit: &Unit| own.is_some_and(|own| own.iso == unit.province.iso);
    let mut close: Vec<(bool, String)> = units
        .filter(|unit| (!only_own || is_own(unit)) && near.is(unit.name, 1))
        .map(|unit| (!is_own(&unit), unit.code()))
        .collect();
    close.sort();
    close.dedup();
    close.into_iter().map(|(_, code)| code).take(MOST).collect()
}

/// A name that others are compared with, and its letters.
struct Near<'a> {
    name: &'a str,
    letters: Vec<char>,
}

/// A name's letters without their marks.
fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).map(bare)
}

impl<'a> Near<'a> {
    fn new(folded: &'a str) -> Self {
        Self { name: folded, letters: letters(folded).collect() }
    }

    /// Whether another name differs in no more than so many letters, at most two.
    fn is(&self, other: &str, most: usize) -> bool {
        other.len().abs_diff(self.name.len()) <= 8 && self.distance(other, most).is_some()
    }

    /// How many letters two names differ in, marks apart, where these are no more than `most`.
    fn distance(&self, other: &str, most: usize) -> Option<usize> {
        let (a, b) = (letters(other).collect::<Vec<_>>(), &self.letters);
        if a.len().abs_diff(b.len()) > most || a.len() > 40 || b.len() > 40 {
            return None;
        }
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, x) in a.iter().enumerate() {
            let mut corner = i;
            let mut left = i + 1;
            if let Some(first) = row.first_mut() {
                *first = left;
            }
            for (cell, y) in row.iter_mut().skip(1).zip(b) {
                let best = (corner + usize::from(x != y)).min(left + 1).min(*cell + 1);
                corner = *cell;
                *cell = best;
                left = best;
            }
        }
        row.last().copied().filter(|&found| found <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(name: &str, folded: &str, most: usize) -> Option<usize> {
        Near::new(folded).distance(name, most)
    }

    #[test]
    fn letters_apart() {
        assert_eq!(distance("Nà Tấu", "nà tấu", 1), Some(0));
        assert_eq!(distance("Nà Tấu", "na tâu", 1), Some(0));
        assert_eq!(distance("Hải Dương", "bắc dương", 2), Some(2));
        assert_eq!(distance("Bắc Giang", "bắc dương", 2), None);
        assert_eq!(distance("Sìn Hồ", "sình hồ", 1), Some(1));
    }

    #[test]
    fn near_names_of_the_articles_province_come_first() {
        let lai_chau = all_provinces::by_iso("VN-01");
        assert_eq!(units(Rank::District, "sình hồ", lai_chau).first().unwrap(), "VN-01-108");
        assert!(units(Rank::Commune, "nậm mạa", lai_chau).iter().all(|c| c.starts_with("VN-01-")));
        assert_eq!(provinces("xyz"), [""; 0]);
    }
}
