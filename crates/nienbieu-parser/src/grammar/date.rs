//! Days: in figures with every separator, and in words.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Month, Year},
    lex::{
        Found, at_word_end, digits, eow, fail, lead, list_mark, lookup, phrase, separator, small,
        space, year4,
    },
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

    /// Day, month and year are all there.
    pub(crate) const fn is_full(&self) -> bool {
        matches!((self.month, self.year), (Month::Stated(_), Year::Stated(_)))
    }
}

/// A date without the word "ngày": `20/7/2021`, `3-6-21`, `20.7.2021`, `2021-06-03`, `5/8`, `5.8`.
pub(crate) fn figures(i: &str) -> Found<'_, Written> {
    alt((iso, day_month_year, day_month)).parse(i)
}

/// `2021-06-03`, `2021/06/03`
pub(crate) fn iso(i: &str) -> Found<'_, Written> {
    let (rest, (year, mark, month)) = (year4, one_of("-/."), digits(2, 2)).parse(i)?;
    let (rest, (again, day)) = (one_of("-/."), digits(2, 2)).parse(rest)?;
    let (Ok(month), Ok(day)) = (month.parse(), day.parse()) else { return fail(i) };
    if mark != again || !ends_date(rest) && !rest.starts_with('t') {
        return fail(i);
    }
    Ok((
        rest,
        Written { day, month: Month::Stated(month), year: Year::Stated(year), mark: Some(mark) },
    ))
}

/// `20/7/2021`, `3-6-2021`, `20.7.2021`, `3/6-2021`, `03/06/21`; always day first. Days and months
/// up to 99 pass here, so that an impossible date can be named for what it is.
pub(crate) fn day_month_year(i: &str) -> Found<'_, Written> {
    let (rest, (day, first, month, second)) =
        (small(0, 99), separator("/-."), small(0, 99), separator("/-.,")).parse(i)?;
    let (rest, year) =
        alt((year4, map(verify_short(day, month, first, second), expand))).parse(rest)?;
    if second == ',' && first != '.' || !ends_date(rest) {
        return fail(i);
    }
    Ok((
        rest,
        Written { day, month: Month::Stated(month), year: Year::Stated(year), mark: Some(first) },
    ))
}

/// A year of two digits, only behind two equal separators and a possible day and month.
fn verify_short<'a>(
    day: u8,
    month: u8,
    first: char,
    second: char,
) -> impl Fn(&'a str) -> Found<'a, i16> {
    move |i| {
        let fits = first == second && (1..=31).contains(&day) && (1..=12).contains(&month);
        let (rest, text) = digits(2, 2)(i)?;
        match text.parse() {
            Ok(year) if fits => Ok((rest, year)),
            _ => fail(i),
        }
    }
}

/// Two-digit years: 00–49 is this century, 50–99 the last.
pub(crate) const fn expand(year: i16) -> i16 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// `5/8`, `5-8`, `5.8`: a day and a month that exist.
pub(crate) fn day_month(i: &str) -> Found<'_, Written> {
    let (rest, (day, mark, month)) = (small(1, 31), separator("/-."), small(1, 12)).parse(i)?;
    if !ends_date(rest) || day > month_days(month) {
        return fail(i);
    }
    Ok((rest, Written { day, month: Month::Stated(month), year: Year::Absent, mark: Some(mark) }))
}

/// The most days a month may have.
pub(crate) const fn month_days(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether a date in figures may end here: not in the middle of a longer number, code or sum.
pub(crate) fn ends_date(rest: &str) -> bool {
    let mut next = rest.chars();
    match next.next() {
        None => true,
        Some('/' | '-' | '.' | ',' | ':') => {
            !next.next().is_some_and(char::is_alphanumeric) || dashes_on(rest)
        }
        Some('%') => false,
        Some(c) => !c.is_alphanumeric(),
    }
}

/// `12/7-18/7`: a hyphen or comma before the next date does end this one.
fn dashes_on(rest: &str) -> bool {
    rest.strip_prefix(['-', ',']).is_some_and(|after| {
        alt((map(day_month_shape, drop), map(small(1, 31), drop))).parse(after).is_ok()
    })
}

fn day_month_shape(i: &str) -> Found<'_, (u8, char, u8)> {
    (small(1, 31), one_of("/."), small(1, 12)).parse(i)
}

/// Months in words as they follow "tháng".
const MONTHS: &[(&str, u8)] = &[
    ("mười một", 11),
    ("mười hai", 12),
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("tư", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("bẩy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
];

/// `tháng 7`, `tháng Bảy`, `tháng 07`; the number only, "tháng" stands before.
pub(crate) fn month_number(i: &str) -> Found<'_, u8> {
    // "9 tháng năm 2022" are nine months of a year, not a day in May.
    if (lead("năm"), year4).parse(i).is_ok() {
        return fail(i);
    }
    alt((terminated(small(1, 12), eow), lookup(MONTHS))).parse(i)
}

/// ` năm 2021`, `, năm 2021`, ` năm nay`, ` năm ngoái`, `/2021`, `-2021`: a year behind a month.
pub(crate) fn year_behind(i: &str) -> Found<'_, Year> {
    let joined = preceded(separator("/-."), map(super::lex::modern_year, Year::Stated));
    let worded = preceded((opt(tag(",")), space), year_phrase);
    let bare = preceded((opt(tag(",")), space), map(super::lex::modern_year, Year::Stated));
    terminated(alt((worded, joined, bare)), eow).parse(i)
}

/// `năm 2021`, `năm nay`, `năm ngoái`, `cùng năm`, `năm đó`, `năm Quý Mão`
pub(crate) fn year_phrase(i: &str) -> Found<'_, Year> {
    alt((
        map(preceded(lead("năm"), terminated(year4, eow)), Year::Stated),
        lookup(DEICTIC_YEARS),
        preceded(lead("năm"), super::lunar::cycle_year),
        map(preceded(lead("năm"), ancient_year), Year::Stated),
    ))
    .parse(i)
}

/// `938`: a year of three digits, which nothing may follow that it would count.
fn ancient_year(i: &str) -> Found<'_, i16> {
    let (rest, text) = terminated(digits(3, 3), eow).parse(i)?;
    match text.parse() {
        Ok(year) if year > 100 && !counts_something(rest) && !rest.starts_with(['.', ',', '/']) => {
            Ok((rest, year))
        }
        _ => fail(i),
    }
}

/// Years counted from the year of writing, and from the year spoken of.
const DEICTIC_YEARS: &[(&str, Year)] = &[
    ("năm trước đó", Year::Focus(-1)),
    ("năm sau đó", Year::Focus(1)),
    ("năm vừa qua", Year::Deictic(-1)),
    ("năm vừa rồi", Year::Deictic(-1)),
    ("năm nay", Year::Deictic(0)),
    ("năm này", Year::Deictic(0)),
    ("năm ngoái", Year::Deictic(-1)),
    ("năm trước", Year::Deictic(-1)),
    ("năm qua", Year::Deictic(-1)),
    ("năm rồi", Year::Deictic(-1)),
    ("năm kia", Year::Deictic(-2)),
    ("năm sau", Year::After),
    ("năm tới", Year::Deictic(1)),
    ("sang năm", Year::Deictic(1)),
    ("cùng năm", Year::Focus(0)),
    ("năm đó", Year::Focus(0)),
    ("năm ấy", Year::Focus(0)),
];

/// Months counted from the month of writing, and the month spoken of.
const DEICTIC_MONTHS: &[(&str, Month)] = &[
    ("tháng trước đó", Month::Focus(-1)),
    ("tháng sau đó", Month::Focus(1)),
    ("tháng này", Month::Deictic(0)),
    ("tháng trước", Month::Deictic(-1)),
    ("tháng rồi", Month::Deictic(-1)),
    ("tháng vừa rồi", Month::Deictic(-1)),
    ("tháng vừa qua", Month::Deictic(-1)),
    ("tháng qua", Month::Deictic(-1)),
    ("tháng sau", Month::After),
    ("tháng tới", Month::Deictic(1)),
    ("tháng đó", Month::Focus(0)),
    ("cùng tháng", Month::Focus(0)),
];

/// `tháng 7`, `tháng này`: what may follow a day.
pub(crate) fn month_phrase(i: &str) -> Found<'_, Month> {
    alt((map(preceded(lead("tháng"), month_number), Month::Stated), lookup(DEICTIC_MONTHS)))
        .parse(i)
}

/// `20 tháng 7`, `20 tháng 7 năm 2021`, `20 tháng 7/2021`, `15 tháng này`
pub(crate) fn worded(i: &str) -> Found<'_, Written> {
    let day = alt((small(1, 31), day_word));
    let (rest, (day, _, month)) = (day, (opt(tag(",")), space), month_phrase).parse(i)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, Written { day, month, year: year.unwrap_or_default(), mark: None }))
}

/// `20 tháng 7`, `26 tháng Chín 2019` without "ngày": day in figures, month by its number.
pub(crate) fn unvouched_worded(i: &str) -> Found<'_, Written> {
    let (rest, written) = worded(i)?;
    let in_figures = i.starts_with(|c: char| c.is_ascii_digit());
    if in_figures && matches!(written.month, Month::Stated(_)) {
        Ok((rest, written))
    } else {
        fail(i)
    }
}

/// `mười lăm`
fn day_word(i: &str) -> Found<'_, u8> {
    let (rest, number) = super::number::worded(i)?;
    match u8::try_from(number) {
        Ok(day @ 1..=31) => Ok((rest, day)),
        _ => fail(i),
    }
}

/// `mồng 3`, `mùng ba`: the first ten days of a month.
pub(crate) fn early_day(i: &str) -> Found<'_, u8> {
    let word = alt((phrase("mồng"), phrase("mùng")));
    let day = alt((terminated(small(1, 10), eow), verify(day_word, |day| *day <= 10)));
    preceded((word, space), day).parse(i)
}

/// `mồng 3 tháng 6 năm 2021`, `mùng 3/6`
pub(crate) fn early(i: &str) -> Found<'_, Written> {
    if let Ok((rest, (day, _, month))) = (early_day, space, month_phrase).parse(i) {
        let (rest, year) = opt(year_behind).parse(rest)?;
        return Ok((rest, Written { day, month, year: year.unwrap_or_default(), mark: None }));
    }
    preceded((alt((phrase("mồng"), phrase("mùng"))), space), figures).parse(i)
}

/// The words that make a figure a day: `ngày`, `hôm`.
pub(crate) fn day_word_before(i: &str) -> Found<'_, ()> {
    alt((lead("ngày"), lead("hôm"))).parse(i)
}

/// Behind "ngày": `20/7/2021`, `20 tháng 7 năm 2021`, `3-6`, `5.8`, `20/7 năm 2021`, `mồng 3 tháng 6`.
pub(crate) fn behind_day_word(i: &str) -> Found<'_, Written> {
    alt((early, worded, with_year_phrase)).parse(i)
}

/// `5/8`, `5/8/2021`, `5/8 năm 2021`, `5/8 năm ngoái`
pub(crate) fn with_year_phrase(i: &str) -> Found<'_, Written> {
    let (rest, written) = figures(i)?;
    if written.year == Year::Absent
        && let Ok((rest, year)) = preceded((opt(tag(",")), space), year_phrase).parse(rest)
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
    Ok((rest, Written::lone(day)))
}

/// Words that a number before them counts: `mỗi ngày 3 lần` has no third day in it.
const COUNTED: &[&str] = &[
    "lần",
    "người",
    "ca",
    "giờ",
    "tiếng",
    "phút",
    "buổi",
    "bữa",
    "viên",
    "mũi",
    "liều",
    "chuyến",
    "lượt",
    "nghìn",
    "ngàn",
    "triệu",
    "tỷ",
    "tỉ",
    "tấn",
    "tạ",
    "kg",
    "km",
    "m",
    "ha",
    "lít",
    "đồng",
    "đêm",
    "ngày",
    "tuần",
    "tháng",
    "năm",
    "con",
    "cái",
    "chiếc",
    "xe",
    "hộ",
    "vụ",
    "trường",
    "bệnh",
    "mẫu",
    "suất",
    "trận",
    "tiết",
    "đợt",
    "điểm",
    "độ",
    "%",
];

pub(crate) fn counts_something(rest: &str) -> bool {
    let next = rest.trim_start();
    next.len() < rest.len()
        && COUNTED.iter().any(|word| next.strip_prefix(word).is_some_and(at_word_end))
}

/// The days before the last of a list that shares its month: `1, 2 và ` of `ngày 1, 2 và 5/8`.
pub(crate) fn listed_day(i: &str) -> Found<'_, u8> {
    let (rest, day) = small(1, 31)(i)?;
    let (rest, ()) = list_mark(rest)?;
    Ok((rest, day))
}

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
    preceded(opt(alt((lead("ngày"), lead("hôm")))), lookup(WEEKDAYS)).parse(i)
}

/// `T2`, `CN`
pub(crate) fn short_weekday(i: &str) -> Found<'_, u8> {
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
    let full = verify(day_month_year, Written::is_full);
    let (rest, (weekday, (), written)) = (short_weekday, joint, full).parse(i)?;
    Ok((rest, written.base(Some(weekday))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    fn written(day: u8, month: u8, year: impl Into<Option<i16>>) -> (u8, Month, Year) {
        (day, Month::Stated(month), year.into().map_or(Year::Absent, Year::Stated))
    }

    #[track_caller]
    fn check(got: Found<'_, Written>, remainder: &str, want: (u8, Month, Year)) {
        let (rest, got) = got.unwrap();
        assert_eq!((rest, (got.day, got.month, got.year)), (remainder, want));
    }

    #[test]
    fn dates_in_figures() {
        check(figures("20/7/2021, x"), ", x", written(20, 7, 2021));
        check(figures("3-6-2021"), "", written(3, 6, 2021));
        check(figures("20.7.2021."), ".", written(20, 7, 2021));
        check(figures("03/06/21"), "", written(3, 6, 2021));
        check(figures("12/05/98"), "", written(12, 5, 1998));
        check(figures("2021-06-03"), "", written(3, 6, 2021));
        check(figures("5/8 tại"), " tại", written(5, 8, None));
        check(figures("31/02/2021"), "", written(31, 2, 2021));
        for text in
            ["5/13", "32/1", "31/4", "1/2/3/4", "5/8%", "5.8.1.2", "12/5a", "120/80", "2/300"]
        {
            assert!(figures(text).is_err(), "{text}");
        }
    }

    #[test]
    fn dates_in_words() {
        check(behind_day_word("12 tháng 3 năm 2020"), "", written(12, 3, 2020));
        check(behind_day_word("12 tháng ba"), "", written(12, 3, None));
        check(behind_day_word("20/7 năm 2021"), "", written(20, 7, 2021));
        check(behind_day_word("mồng 3 tháng 6"), "", written(3, 6, None));
        check(behind_day_word("15 tháng này"), "", (15, Month::Deictic(0), Year::Absent));
        check(behind_day_word("5/8 năm ngoái"), "", (5, Month::Stated(8), Year::Deictic(-1)));
        assert!(behind_day_word("12 tháng tuổi").is_err());
    }

    #[test]
    fn lone_days_count_nothing() {
        check(lone_day("15, x"), ", x", (15, Month::Absent, Year::Absent));
        for text in ["3 lần", "5 người", "2 đêm", "8 giờ"] {
            assert!(lone_day(text).is_err(), "{text}");
        }
    }

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
}
