//! Days in words: the month behind "tháng", the first ten days behind "mùng".

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{opt, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::Month,
    date::Written,
    figures::figures,
    lex::{Found, eow, fail, lead, phrase, small, space},
    month::month_phrase,
    number,
    year::year_behind,
};

/// `20 tháng 7`, `20 tháng 7 năm 2021`, `20 tháng 7/2021`, `15 tháng này`
pub(crate) fn worded(i: &str) -> Found<'_, Written> {
    let day = alt((small(1, 31), day_word));
    let joint = (opt(tag(",")), space, opt(lead("của")));
    let (rest, (day, _, month)) = (day, joint, month_phrase).parse(i)?;
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
    let (rest, number) = number::worded(i)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{
        ast::Year,
        date::behind_day_word,
        testing::{check, written},
    };

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
}
