//! A day in any form: what vouches for it and what may stand behind it.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt},
    sequence::preceded,
};

use super::{
    ahead::{counts_something, ends_date},
    ast::{Base, Month, Year},
    figures::figures,
    holiday,
    lex::{Found, fail, lead, list_mark, small, space},
    lunar, relative,
    weekday::{self, with_weekday},
    worded::{early, early_day, unvouched_worded, worded},
    year::{passed_or_coming, year_phrase},
};

/// A day as it is written: its parts, and whether they alone make it a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) day: u8,
    pub(crate) month: Month,
    pub(crate) year: Year,
    /// The separator of day and month, where it is figures.
    pub(crate) mark: Option<char>,
}

impl Written {
    /// A day whose month and year others give.
    pub(crate) const fn lone(day: u8) -> Self {
        Self { day, month: Month::Absent, year: Year::Absent, mark: None }
    }

    pub(crate) const fn base(self, weekday: Option<u8>) -> Base {
        Base::Day { year: self.year, month: self.month, day: self.day, weekday }
    }
}

/// The words that make a figure a day: `ngày`, `hôm`.
pub(crate) fn day_word_before(i: &str) -> Found<'_, ()> {
    alt((lead("ngày"), lead("hôm"))).parse(i)
}

/// Behind "ngày": `20/7/2021`, `20 tháng 7 năm 2021`, `3-6`, `5.8`, `20/7 năm 2021`, `mồng 3 tháng 6`.
pub(crate) fn behind_day_word(i: &str) -> Found<'_, Written> {
    alt((early, worded, with_year_phrase)).parse(i)
}

/// `5/8`, `5/8/2021`, `5/8 năm 2021`, `5/8 năm ngoái`, `30/4 vừa qua`, `20/11 tới`
pub(crate) fn with_year_phrase(i: &str) -> Found<'_, Written> {
    let (rest, written) = figures(i)?;
    if written.year == Year::Absent
        && let Ok((rest, year)) =
            alt((preceded((opt(tag(",")), space), year_phrase), passed_or_coming)).parse(rest)
    {
        return Ok((rest, Written { year, ..written }));
    }
    Ok((rest, written))
}

/// `ngày 15`: a day whose month is the one spoken of; not before a word that would count it.
pub(crate) fn lone_day(i: &str) -> Found<'_, Written> {
    let (rest, day) = small(1, 31)(i)?;
    if !ends_date(rest) || counts_something(rest) {
        return fail(i);
    }
    let (rest, year) = opt(passed_or_coming).parse(rest)?;
    Ok((rest, Written { year: year.unwrap_or_default(), ..Written::lone(day) }))
}

/// The days before the last of a list that shares its month: `1, 2 và ` of `ngày 1, 2 và 5/8`.
pub(crate) fn listed_day(i: &str) -> Found<'_, u8> {
    let (rest, day) = small(1, 31)(i)?;
    let (rest, ()) = list_mark(rest)?;
    Ok((rest, day))
}

/// A day that a word vouches for: `ngày 5.8`, `thứ Sáu, 18/6`, `hôm qua`, `thứ Hai tuần trước`.
pub(crate) fn vouched_day(i: &str) -> Found<'_, Base> {
    alt((
        lunar::lunar_date,
        holiday::day_of_tet,
        with_weekday,
        weekday::weekday_of_week,
        relative::day,
        after_day_word,
        map(early, |written| written.base(None)),
        map(preceded(opt(alt((day_word_before, lead("bữa")))), early_day), Base::EarlyDay),
    ))
    .parse(i)
}

/// `ngày 20/7/2021`, `ngày 3-6`, `ngày 15`
fn after_day_word(i: &str) -> Found<'_, Base> {
    let (rest, ()) = day_word_before(i)?;
    map(alt((behind_day_word, lone_day)), |written| written.base(None)).parse(rest)
}

/// Whether a day in words stands here: "7 giờ 30 ngày 1/8".
pub(crate) fn dated(i: &str) -> bool {
    vouched_day(i).is_ok()
}

/// A day that needs no word before it: `20/7/2021`, `20 tháng 7`, `5/8`; bare figures are weighed
/// by what stands around them.
pub(crate) fn unvouched_day(i: &str) -> Found<'_, Base> {
    map(alt((unvouched_worded, with_year_phrase)), |written| written.base(None)).parse(i)
}

/// A day behind a part of day or a clock time, which vouch for it: also `5.8`, `nay`, `qua`.
pub(crate) fn day_behind(i: &str) -> Found<'_, Base> {
    alt((
        vouched_day,
        map(alt((worded, with_year_phrase)), |written| written.base(None)),
        holiday::holiday,
    ))
    .parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::check;

    #[test]
    fn lone_days_count_nothing() {
        check(lone_day("15, x"), ", x", (15, Month::Absent, Year::Absent));
        for text in ["3 lần", "5 người", "2 đêm", "8 giờ"] {
            assert!(lone_day(text).is_err(), "{text}");
        }
    }
}
