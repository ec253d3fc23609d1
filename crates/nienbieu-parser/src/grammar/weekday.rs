//! Weekdays: before a date, of a week, or alone.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, value},
    sequence::preceded,
};

use super::{
    ast::{Base, Which},
    date::{behind_day_word, day_word_before, lone_day},
    figures::day_month_year,
    lex::{Found, fail, lead, lookup, phrase, space},
    week::week,
};

/// Weekdays, 1 is Monday; longer names first.
const WEEKDAYS: &[(&str, u8)] = &[
    ("thứ hai", 1),
    ("thứ ba", 2),
    ("thứ tư", 3),
    ("thứ năm", 4),
    ("thứ sáu", 5),
    ("thứ bảy", 6),
    ("thứ bẩy", 6),
    ("thứ 2", 1),
    ("thứ 3", 2),
    ("thứ 4", 3),
    ("thứ 5", 4),
    ("thứ 6", 5),
    ("thứ 7", 6),
    ("chủ nhật", 7),
    ("chúa nhật", 7),
];

/// Weekdays as stamps shorten them: only right before a full date.
const SHORT_WEEKDAYS: &[(&str, u8)] =
    &[("t2", 1), ("t3", 2), ("t4", 3), ("t5", 4), ("t6", 5), ("t7", 6), ("cn", 7)];

/// `thứ Hai`, `thứ 2`, `Chủ nhật`, `ngày thứ Bảy`, `hôm thứ Sáu`
pub(crate) fn weekday(i: &str) -> Found<'_, u8> {
    let (rest, day) = opt(lead("ngày")).parse(i)?;
    // "ngày thứ 3 của bệnh" counts days.
    if day.is_some() && (phrase("thứ"), space, one_of("0123456789")).parse(rest).is_ok() {
        return fail(i);
    }
    preceded(opt(lead("hôm")), lookup(WEEKDAYS)).parse(rest)
}

/// `T2`, `CN`
fn short_weekday(i: &str) -> Found<'_, u8> {
    lookup(SHORT_WEEKDAYS)(i)
}

/// A date with its weekday before it: `thứ Sáu, 18/6`, `Chủ nhật, ngày 5 tháng 6 năm 2022`, `T2, 05/06/2023`
pub(crate) fn with_weekday(i: &str) -> Found<'_, Base> {
    let joint = |i| {
        alt((value((), (opt(tag(" ")), one_of(",-|"), opt(tag(" ")))), value((), space))).parse(i)
    };
    let cued = preceded(opt(day_word_before), behind_day_word);
    if let Ok((rest, (weekday, (), written))) = (weekday, joint, cued).parse(i) {
        return Ok((rest, written.base(Some(weekday))));
    }
    if let Ok((rest, (weekday, (), (), written))) =
        (weekday, joint, day_word_before, lone_day).parse(i)
    {
        return Ok((rest, written.base(Some(weekday))));
    }
    let (rest, (weekday, (), written)) = (short_weekday, joint, day_month_year).parse(i)?;
    Ok((rest, written.base(Some(weekday))))
}

/// Words behind a weekday that say which one.
const WHICH: &[(&str, Which)] = &[
    ("sắp tới", Which::Next),
    ("tới đây", Which::Next),
    ("tới", Which::Next),
    ("sau", Which::Next),
    ("này", Which::Next),
    ("vừa qua", Which::Last),
    ("vừa rồi", Which::Last),
    ("rồi", Which::Last),
    ("qua", Which::Last),
    ("trước", Which::Last),
];

/// `thứ Hai tuần trước`, `thứ Hai của tuần sau`, `Chủ nhật tuần này`, `thứ Sáu tới`, `thứ Sáu`
pub(crate) fn weekday_of_week(i: &str) -> Found<'_, Base> {
    let (rest, day) = weekday(i)?;
    let tail = alt((
        map(preceded((space, opt(lead("của"))), week), |base| match base {
            Base::Week(offset) => Some(Which::Week(offset)),
            _ => None,
        }),
        map(preceded(space, lookup(WHICH)), Some),
    ));
    let (rest, which) = opt(tail).parse(rest)?;
    match which {
        Some(None) => fail(i),
        other => Ok((rest, Base::Weekday { day, which: other.flatten().unwrap_or(Which::Near) })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{
        ast::{Month, Year},
        testing::assert_found,
    };

    #[test]
    fn weekdays() {
        assert_found(weekday("thứ sáu"), "", 5);
        assert_found(weekday("chủ nhật"), "", 7);
        assert!(weekday("thứ 8").is_err());
        let (rest, base) = with_weekday("thứ sáu, 18/06/2021, 18:27").unwrap();
        assert_eq!(rest, ", 18:27");
        assert_eq!(
            base,
            Base::Day {
                year: Year::Stated(2021),
                month: Month::Stated(6),
                day: 18,
                weekday: Some(5)
            }
        );
        assert!(with_weekday("t2 và t3").is_err());
    }

    #[test]
    fn weekdays_of_a_week() {
        assert_found(
            weekday_of_week("thứ hai tuần trước"),
            "",
            Base::Weekday { day: 1, which: Which::Week(-1) },
        );
        assert_found(
            weekday_of_week("chủ nhật tới"),
            "",
            Base::Weekday { day: 7, which: Which::Next },
        );
        assert!(weekday_of_week("chủ nhật cuối tuần trước").is_err());
    }
}
