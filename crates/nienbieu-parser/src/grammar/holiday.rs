//! Feasts and holidays by name or by day.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt},
    sequence::{preceded, terminated},
};
use std::sync::LazyLock;

use super::{
    ast::{Base, Month, Year},
    cycle::cycle_year,
    date::{Written, with_year_phrase},
    figures::day_month,
    lex::{Found, eow, fail, lead, modern_year, phrase, small, space},
    worded::early_day,
    year::year_phrase,
};
use crate::calendar::holidays;
use crate::text::is_alphabetic;

/// Names of holidays, grouped by their first word; longest first within a group.
struct Names(Vec<Name>);

/// A holiday's name, its first word, and the holiday's place in the table.
struct Name {
    first: &'static str,
    whole: &'static str,
    index: usize,
}

/// All names of the table of holidays.
static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let all = holidays().iter().enumerate();
    let name = |index, whole: &'static str| Name {
        first: whole.split(' ').next().unwrap_or_default(),
        whole,
        index,
    };
    let mut names: Vec<Name> = all
        .flat_map(|(index, holiday)| holiday.names().iter().map(move |&whole| name(index, whole)))
        .collect();
    names.sort_by(|a, b| a.first.cmp(b.first).then(b.whole.len().cmp(&a.whole.len())));
    Names(names)
});

/// The first words of all holidays' names, sorted.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    NAMES.0.iter().map(|name| name.first)
}

/// A holiday's name, by its place in the table.
fn holiday_name(i: &str) -> Found<'_, usize> {
    let word_len = i.find(|c: char| !is_alphabetic(c)).unwrap_or(i.len());
    let word = &i[..word_len];
    let from = NAMES.0.partition_point(|name| name.first < word);
    let group = NAMES.0[from..].iter().take_while(|name| name.first == word);
    for name in group {
        if let Ok((rest, ())) = phrase(name.whole)(i) {
            return Ok((rest, name.index));
        }
    }
    fail(i)
}

/// `Tết Nguyên đán 2023`, `Trung thu`, `giao thừa năm Quý Mão`, `Quốc khánh`
pub(crate) fn holiday(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(lead("lễ")).parse(i)?;
    let (rest, index) = holiday_name(rest)?;
    // "Quốc khánh 2/9": the name and its own day are one.
    let dated = preceded((opt(nom::bytes::complete::tag(",")), space), with_year_phrase);
    if let Ok((rest, written)) = { dated }.parse(rest)
        && is_its_day(index, &written)
    {
        return Ok((rest, Base::Holiday { index, day: None, year: written.year }));
    }
    let (rest, year) = opt(year_of_feast).parse(rest)?;
    Ok((rest, Base::Holiday { index, day: None, year: year.unwrap_or_default() }))
}

/// A year behind a holiday: ` năm 2023`, ` 2023`, ` Quý Mão`, ` Quý Mão 2023`, ` năm nay`.
pub(crate) fn year_of_feast(i: &str) -> Found<'_, Year> {
    let figures = |i| map(terminated(modern_year, eow), Year::Stated).parse(i);
    preceded(space, alt((year_phrase, cycle_year, figures))).parse(i)
}

/// Whether a day in figures is the day that a holiday falls on every year.
fn is_its_day(index: usize, written: &Written) -> bool {
    let (Some(holiday), Month::Stated(month)) = (holidays().get(index), written.month) else {
        return false;
    };
    // Any year serves to compare: a day that moves from year to year is given by no two figures.
    let falls = |year| holiday.dates(year).map(|(first, _)| (first.month(), first.day()));
    let stated = (i8::try_from(month).ok(), i8::try_from(written.day).ok());
    falls(2021) == falls(2022) && falls(2021).is_some_and(|(m, d)| (Some(m), Some(d)) == stated)
}

/// `lễ 30/4`, `lễ 2/9`: a holiday named by its day.
pub(crate) fn holiday_by_day(i: &str) -> Found<'_, Base> {
    map(preceded(lead("lễ"), day_month), |written| written.base(None)).parse(i)
}

/// The place of Tết in the table.
fn tet_index() -> Option<usize> {
    static TET: LazyLock<Option<usize>> =
        LazyLock::new(|| holidays().iter().position(|holiday| holiday.id() == "tet"));
    *TET
}

/// `mùng 3 Tết`, `mồng 1 Tết Quý Mão`, `30 Tết`, `29 Tết`, `đêm 30 Tết`
pub(crate) fn day_of_tet(i: &str) -> Found<'_, Base> {
    let eve = |i| terminated(small(26, 30), nom::combinator::peek((space, phrase("tết")))).parse(i);
    let (rest, day) = preceded(opt(lead("ngày")), alt((early_day, eve))).parse(i)?;
    let (rest, _) = (space, phrase("tết"), opt((space, phrase("nguyên đán")))).parse(rest)?;
    let (rest, year) = opt(year_of_feast).parse(rest)?;
    match tet_index() {
        Some(index) => {
            Ok((rest, Base::Holiday { index, day: Some(day), year: year.unwrap_or_default() }))
        }
        None => fail(i),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    fn named(id: &str, day: Option<u8>, year: Year) -> Base {
        let index = holidays().iter().position(|holiday| holiday.id() == id).unwrap();
        Base::Holiday { index, day, year }
    }

    #[test]
    fn feasts() {
        assert_found(
            holiday("tết nguyên đán năm 2023."),
            ".",
            named("tet", None, Year::Stated(2023)),
        );
        assert_found(holiday("tết an lành"), " an lành", named("tet", None, Year::Absent));
        assert_found(holiday("trung thu 2022"), "", named("trung-thu", None, Year::Stated(2022)));
        assert_found(holiday("tết quý mão 2023"), "", named("tet", None, Year::Stated(2023)));
        assert_found(day_of_tet("mùng 3 tết"), "", named("tet", Some(3), Year::Absent));
        assert!(holiday("tếtx").is_err());
        assert!(day_of_tet("3 tết").is_err());
    }
}
