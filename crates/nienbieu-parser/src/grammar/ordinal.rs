//! Days, weeks and months told by their rank: the first day of a month, the second week of a month.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::preceded,
};

use super::{
    ahead::{not_a_unit, not_counted},
    ast::{Base, Month, Year},
    lex::{Found, lead, lookup, phrase, space},
    month::month_phrase,
    year::{year_behind, year_phrase},
};

/// The first and the last.
const ENDS: &[(&str, i8)] = &[("đầu tiên", 1), ("cuối cùng", -1)];

/// Weeks of a month by rank.
const WEEKS: &[(&str, i8)] = &[
    ("đầu tiên", 1),
    ("đầu", 1),
    ("thứ nhất", 1),
    ("thứ hai", 2),
    ("thứ 2", 2),
    ("thứ ba", 3),
    ("thứ 3", 3),
    ("thứ tư", 4),
    ("thứ 4", 4),
    ("cuối cùng", -1),
    ("cuối", -1),
];

/// `ngày đầu tiên của tháng 3`, `tuần thứ hai của tháng 10/2021`, `tháng cuối cùng của năm 2021`
pub(crate) fn ordinal(i: &str) -> Found<'_, Base> {
    alt((day_of_month, day_of_year, week_of_month, week_of_year, month_of_year)).parse(i)
}

/// ` của `, ` trong ` or a space.
fn joint(i: &str) -> Found<'_, ()> {
    value((), (space, opt(alt((lead("của"), lead("trong")))))).parse(i)
}

/// `tháng 3`, `tháng 9 năm 2017`, `tháng này`, `tháng`: behind a rank, the bare word is this month.
fn month(i: &str) -> Found<'_, (Month, Year)> {
    let this = map(preceded(phrase("tháng"), not_counted), |()| Month::Deictic(0));
    let (rest, month) = preceded(joint, alt((month_phrase, this))).parse(i)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, (month, year.unwrap_or_default())))
}

/// `năm 2021`, `năm nay`, `năm mới 2021`; behind a rank, the bare word is the year spoken of.
fn year(i: &str) -> Found<'_, Year> {
    let bare = map(preceded(phrase("năm"), not_a_unit), |()| Year::Absent);
    preceded(joint, alt((year_phrase, bare))).parse(i)
}

/// `ngày đầu tiên của tháng 3`, `ngày cuối cùng của tháng này`
fn day_of_month(i: &str) -> Found<'_, Base> {
    let (rest, (_, rank, (month, year))) = (lead("ngày"), lookup(ENDS), month).parse(i)?;
    Ok((rest, Base::DayOfMonth { year, month, last: rank < 0 }))
}

/// `ngày đầu tiên của năm 2021`, `ngày cuối cùng của năm ngoái`
fn day_of_year(i: &str) -> Found<'_, Base> {
    let (rest, (_, rank, year)) = (lead("ngày"), lookup(ENDS), year).parse(i)?;
    let (day, month) = if rank > 0 { (1, 1) } else { (31, 12) };
    Ok((rest, Base::Day { year, month: Month::Stated(month), day, weekday: None }))
}

/// `tuần đầu tiên của tháng 9 năm 2017`, `tuần thứ hai tháng 10`, `tuần cuối tháng này`
fn week_of_month(i: &str) -> Found<'_, Base> {
    let (rest, (_, rank, (month, year))) = (lead("tuần"), lookup(WEEKS), month).parse(i)?;
    Ok((rest, Base::WeekOfMonth { year, month, rank }))
}

/// `tuần đầu tiên của năm 2021`, `tuần cuối cùng của năm`
fn week_of_year(i: &str) -> Found<'_, Base> {
    let (rest, (_, rank, year)) = (lead("tuần"), lookup(ENDS), year).parse(i)?;
    let month = Month::Stated(if rank > 0 { 1 } else { 12 });
    Ok((rest, Base::WeekOfMonth { year, month, rank }))
}

/// `tháng đầu tiên của năm 2021`, `tháng cuối cùng của năm ngoái`
fn month_of_year(i: &str) -> Found<'_, Base> {
    let (rest, (_, rank, year)) = (lead("tháng"), lookup(ENDS), year).parse(i)?;
    Ok((rest, Base::Month { year, month: Month::Stated(if rank > 0 { 1 } else { 12 }) }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn ranks() {
        let (year, month) = (Year::Stated(2017), Month::Stated(9));
        assert_found(
            ordinal("tuần đầu tiên của tháng 9 năm 2017,"),
            ",",
            Base::WeekOfMonth { year, month, rank: 1 },
        );
        assert_found(
            ordinal("ngày cuối cùng của tháng 9/2017"),
            "",
            Base::DayOfMonth { year, month, last: true },
        );
        assert_found(
            ordinal("tháng đầu tiên của năm 2017"),
            "",
            Base::Month { year, month: Month::Stated(1) },
        );
    }

    #[test]
    fn ranks_of_something_else() {
        for text in ["ngày đầu tiên của trại hè", "tuần đầu làm việc", "tuần đầu tiên", "ngày đầu"]
        {
            assert!(ordinal(text).is_err(), "{text}");
        }
    }
}
