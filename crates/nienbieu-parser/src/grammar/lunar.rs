//! Days of the lunisolar calendar, and feasts and holidays by name.

use std::sync::LazyLock;

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Month, Year},
    date::{behind_day_word, day_word_before, early_day, year_phrase},
    lex::{Found, at_word_end, fail, lead, modern_year, phrase, small, space},
};
use crate::calendar::{CanChi, holidays};

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

fn syllable(i: &str) -> Found<'_, &str> {
    nom::bytes::complete::take_while1(char::is_alphabetic).parse(i)
}

/// Names of holidays, grouped by their first word; longest first within a group.
struct Names(Vec<(&'static str, usize)>);

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let all = holidays().iter().enumerate();
    let mut names: Vec<(&str, usize)> = all
        .flat_map(|(index, holiday)| holiday.names().iter().map(move |&name| (name, index)))
        .collect();
    names.sort_by(|a, b| first_word(a.0).cmp(first_word(b.0)).then(b.0.len().cmp(&a.0.len())));
    Names(names)
});

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// The first words of all holidays' names, sorted.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    NAMES.0.iter().map(|(name, _)| first_word(name))
}

/// A holiday's name, by its place in the table.
fn holiday_name(i: &str) -> Found<'_, usize> {
    let word_len = i.find(|c: char| !c.is_alphabetic()).unwrap_or(i.len());
    let word = &i[..word_len];
    let from = NAMES.0.partition_point(|(name, _)| first_word(name) < word);
    let group = NAMES.0[from..].iter().take_while(|(name, _)| first_word(name) == word);
    for &(name, index) in group {
        if let Ok((rest, ())) = phrase(name)(i) {
            return Ok((rest, index));
        }
    }
    fail(i)
}

/// `Quý Mão`, `Quý Mão 2023`: the figures decide where both are there.
pub(crate) fn cycle_year(i: &str) -> Found<'_, Year> {
    let (rest, cycle) = can_chi(i)?;
    let figures = map(terminated(modern_year, super::lex::eow), Year::Stated);
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

/// A year behind a holiday: ` năm 2023`, ` 2023`, ` Quý Mão`, ` Quý Mão 2023`, ` năm nay`.
fn year_of_feast(i: &str) -> Found<'_, Year> {
    let figures = |i| map(terminated(modern_year, super::lex::eow), Year::Stated).parse(i);
    preceded(space, alt((year_phrase, cycle_year, figures))).parse(i)
}

/// `Tết Nguyên đán 2023`, `Trung thu`, `giao thừa năm Quý Mão`, `Quốc khánh`
pub(crate) fn holiday(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(lead("lễ")).parse(i)?;
    let (rest, index) = holiday_name(rest)?;
    if !at_word_end(rest) {
        return fail(i);
    }
    // "Quốc khánh 2/9": the name and its own day are one.
    let dated =
        preceded((opt(nom::bytes::complete::tag(",")), space), super::date::with_year_phrase);
    if let Ok((rest, written)) = { dated }.parse(rest)
        && is_its_day(index, &written)
    {
        return Ok((rest, Base::Holiday { index, day: None, year: written.year }));
    }
    let (rest, year) = opt(year_of_feast).parse(rest)?;
    Ok((rest, Base::Holiday { index, day: None, year: year.unwrap_or_default() }))
}

/// Whether a day in figures is the day that a holiday falls on every year.
fn is_its_day(index: usize, written: &super::date::Written) -> bool {
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
    map(preceded(lead("lễ"), super::date::day_month), |written| written.base(None)).parse(i)
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

/// `tháng Giêng`, `tháng Chạp`: months that only the lunisolar calendar has.
fn lunar_month(i: &str) -> Found<'_, u8> {
    let named = alt((
        value(1, phrase("tháng giêng")),
        value(12, phrase("tháng chạp")),
        value(12, phrase("tháng mười hai âm")),
    ));
    alt((named, terminated(preceded(lead("tháng"), super::date::month_number), lunar_mark)))
        .parse(i)
}

/// ` âm lịch`, ` (âm lịch)`, ` ÂL`, ` Âm lịch`
fn lunar_mark(i: &str) -> Found<'_, ()> {
    let word = |i| alt((phrase("âm lịch"), phrase("al"), phrase("âl"))).parse(i);
    let bracketed = |i| {
        let (rest, _) = nom::bytes::complete::tag("(").parse(i)?;
        let (rest, ()) = word(rest)?;
        value((), nom::bytes::complete::tag(")")).parse(rest)
    };
    preceded(space, alt((bracketed, word))).parse(i)
}

/// `ngày 15/7 âm lịch`, `10/3 âm lịch`, `23 tháng Chạp`, `mùng 8 tháng Giêng`, `rằm tháng Giêng năm 2023`,
/// `tháng Giêng`, `ngày 15 tháng 7 năm Quý Mão (âm lịch)`, `tháng 2 nhuận`
pub(crate) fn lunar_date(i: &str) -> Found<'_, Base> {
    alt((lunar_marked, lunar_named)).parse(i)
}

/// A date that says "âm lịch" behind itself.
fn lunar_marked(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(day_word_before).parse(i)?;
    let full_moon = map(
        (alt((lead("ngày rằm"), lead("rằm"))), super::date::month_phrase),
        |((), month)| (15, month, Year::Absent),
    );
    let written = map(behind_day_word, |w| (w.day, w.month, w.year));
    let (rest, (day, month, year)) = alt((full_moon, written)).parse(rest)?;
    let (rest, leap) = opt(preceded(space, phrase("nhuận"))).parse(rest)?;
    let (rest, ()) = lunar_mark(rest)?;
    let (rest, after) = opt(year_of_feast).parse(rest)?;
    match month {
        Month::Stated(month) => Ok((
            rest,
            Base::Lunar {
                year: after.unwrap_or(year),
                month,
                day: Some(day),
                leap: leap.is_some(),
            },
        )),
        _ => fail(i),
    }
}

/// A day of Giêng or Chạp, or the full moon of any month.
fn lunar_named(i: &str) -> Found<'_, Base> {
    let (rest, _) = opt(lead("ngày")).parse(i)?;
    let full_moon = |i| {
        let month = alt((lunar_month, preceded(lead("tháng"), super::date::month_number)));
        preceded(lead("rằm"), map(month, |month| (Some(15), month))).parse(i)
    };
    let day = alt((early_day, small(1, 30)));
    let dated = (terminated(day, space), lunar_month);
    let (rest, (day, month)) = alt((
        full_moon,
        map(dated, |(day, month)| (Some(day), month)),
        map(lunar_month, |month| (None, month)),
        map(
            terminated(
                preceded(lead("tháng"), super::date::month_number),
                nom::combinator::peek((space, phrase("nhuận"))),
            ),
            |month| (None, month),
        ),
    ))
    .parse(rest)?;
    let (rest, leap) = opt(preceded(space, phrase("nhuận"))).parse(rest)?;
    let (rest, _) = opt(lunar_mark).parse(rest)?;
    let (rest, year) = opt(year_of_feast).parse(rest)?;
    Ok((rest, Base::Lunar { year: year.unwrap_or_default(), month, day, leap: leap.is_some() }))
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

    #[test]
    fn lunar_days() {
        let day = |month, day, year| Base::Lunar { year, month, day, leap: false };
        assert_found(lunar_date("23 tháng chạp"), "", day(12, Some(23), Year::Absent));
        assert_found(lunar_date("ngày 15/7 âm lịch"), "", day(7, Some(15), Year::Absent));
        assert_found(
            lunar_date("rằm tháng giêng năm 2023"),
            "",
            day(1, Some(15), Year::Stated(2023)),
        );
        assert_found(lunar_date("mùng 8 tháng giêng"), "", day(1, Some(8), Year::Absent));
        assert!(lunar_date("ngày 15/7").is_err());
    }

    #[test]
    fn years_of_the_cycle() {
        assert!(can_chi("quý mão").is_ok());
        assert!(can_chi("giáp sửu").is_err());
    }
}
