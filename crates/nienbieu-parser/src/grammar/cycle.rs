//! Years of the sixty-year cycle by name.

use nom::{
    Parser,
    combinator::{map, opt},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Year},
    lex::{Found, eow, fail, modern_year, space},
};
use crate::calendar::CanChi;
use crate::text::is_alphabetic;

/// `Quý Mão`, `Giáp Tý`: a stem and a branch that can meet.
pub(crate) fn can_chi(i: &str) -> Found<'_, CanChi> {
    let (rest, stem) = syllable(i)?;
    let (rest, _) = space(rest)?;
    let (rest, branch) = syllable(rest)?;
    match CanChi::from_names(stem, branch) {
        Some(year) => Ok((rest, year)),
        None => fail(i),
    }
}

/// A word of letters.
fn syllable(i: &str) -> Found<'_, &str> {
    nom::bytes::complete::take_while1(is_alphabetic).parse(i)
}

/// `Quý Mão`, `Quý Mão 2023`: the figures decide where both are there.
pub(crate) fn cycle_year(i: &str) -> Found<'_, Year> {
    let (rest, cycle) = can_chi(i)?;
    let figures = map(terminated(modern_year, eow), Year::Stated);
    let (rest, exact) =
        opt(preceded((opt(nom::bytes::complete::tag(" -")), space), figures)).parse(rest)?;
    Ok((rest, exact.unwrap_or(Year::Cycle(cycle))))
}

/// `Tân Sửu 2021`: a year by both its names.
pub(crate) fn dated_cycle(i: &str) -> Found<'_, Base> {
    match cycle_year(i)? {
        (rest, year @ Year::Stated(_)) => Ok((rest, Base::Year(year))),
        _ => fail(i),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_cycle() {
        assert!(can_chi("quý mão").is_ok());
        assert!(can_chi("giáp sửu").is_err());
    }
}
