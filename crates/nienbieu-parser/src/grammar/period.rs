//! Any period, and its edges.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, value},
    sequence::{preceded, terminated},
};

use super::{
    ahead::{not_a_unit, not_counted},
    ast::{Base, Duration, Expr, Length, Modifier, Month, Unit, Year},
    decade::{century, decade},
    duration::NO_MORE,
    lex::{Found, fail, lookup, phrase, space},
    month::month,
    portion::{half_month, half_year, months_of_year, ten_days},
    quarter::quarter,
    school_year::{deictic_school_year, school_year},
    season::{crop_season, season},
    week::{week, week_of_year},
    year::year,
};
use crate::text::is_alphanumeric;

/// Any period: the longest words first.
pub(crate) fn period(i: &str) -> Found<'_, Base> {
    alt((
        months_of_year,
        half_year,
        ten_days,
        half_month,
        month,
        quarter,
        season,
        school_year,
        deictic_school_year,
        crop_season,
        week_of_year,
        century,
        decade,
        year,
    ))
    .parse(i)
}

/// Words before a period that pick a part of it.
const EDGES: &[(&str, Modifier)] = &[
    ("những ngày đầu", Modifier::Start),
    ("những ngày cuối", Modifier::End),
    ("những tháng đầu", Modifier::Start),
    ("những tháng cuối", Modifier::End),
    ("đầu", Modifier::Start),
    ("giữa", Modifier::Mid),
    ("cuối", Modifier::End),
    ("hết", Modifier::End),
];

/// `đầu năm 2021`, `cuối tháng 5`, `hết quý I/2022`, `cuối năm`, `giữa tháng`, `những ngày đầu năm`
pub(crate) fn edge(i: &str) -> Found<'_, (Base, Modifier)> {
    let (rest, modifier) = terminated(lookup(EDGES), space).parse(i)?;
    let bare = alt((
        map(preceded(phrase("năm"), not_a_unit), |()| Base::Year(Year::Deictic(0))),
        map(preceded(phrase("tháng"), not_counted), |()| Base::Month {
            year: Year::Absent,
            month: Month::Deictic(0),
        }),
        value(Base::Week(0), (phrase("tuần"), not_counted)),
        value(Base::Quarter { year: Year::Absent, quarter: None, offset: 0 }, phrase("quý")),
    ));
    let (rest, base) = alt((period, week, bare)).parse(rest)?;
    Ok((rest, (base, modifier)))
}

/// `cả năm ngoái`, `cả quý I/2022`, `cả tuần qua`: nothing but the period, told with its stress.
pub(crate) fn whole(i: &str) -> Found<'_, Expr> {
    let rest = terminated(phrase("cả"), space).parse(i)?.0;
    alt((map(alt((period, week)), Expr::at), unnamed)).parse(rest)
}

/// `tuần`, `tháng`, `năm` behind "cả", where no name follows: as long as the period is, but "cả năm đạt 95%" is
/// the year that is reported on, and "cả năm người" are five.
fn unnamed(i: &str) -> Found<'_, Expr> {
    let unit = alt((
        value(Unit::Week, phrase("tuần")),
        value(Unit::Month, phrase("tháng")),
        value(Unit::Year, phrase("năm")),
    ));
    let (rest, unit) = { unit }.parse(i)?;
    let next = rest.trim_start();
    let goes_on = AFTER_WHOLE.iter().any(|word| phrase(word)(next).is_ok());
    if goes_on && unit == Unit::Year {
        return Ok((rest, Expr::at(Base::Year(Year::Deictic(0)))));
    }
    let ends = goes_on || !next.starts_with(is_alphanumeric);
    if !ends && unit == Unit::Year
        || next.starts_with(|c: char| c.is_ascii_digit()) && unit == Unit::Month
    {
        return fail(i);
    }
    let length = Length { halves: Some(2), unit };
    Ok((rest, Expr::Duration(Duration { length, more: NO_MORE, max: None, modifier: None })))
}

/// Words that a sentence goes on with behind "cả năm".
const AFTER_WHOLE: &[&str] = &[
    "đạt",
    "ước",
    "là",
    "có",
    "đã",
    "sẽ",
    "chỉ",
    "mới",
    "không",
    "và",
    "của",
    "ở",
    "tại",
    "cho",
    "thì",
    "vẫn",
    "cũng",
    "được",
    "nên",
    "toàn",
    "thu",
    "chi",
    "tăng",
    "giảm",
    "vượt",
    "giải ngân",
    "trồng",
    "phấn đấu",
    "dự kiến",
    "đón",
    "hoàn thành",
    "xuất khẩu",
    "sản xuất",
    "tiêm",
    "khoảng",
    "trên",
    "gần",
    "hơn",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{quarter::quarter_of, testing::assert_found};

    #[test]
    fn wholes() {
        let year = || Expr::at(Base::Year(Year::Deictic(0)));
        assert_found(whole("cả năm đạt 95%"), " đạt 95%", year());
        assert_found(whole("cả năm thu ngân sách"), " thu ngân sách", year());
        let length = Length { halves: Some(2), unit: Unit::Year };
        let long = Duration { length, more: NO_MORE, max: None, modifier: None };
        assert_found(whole("cả năm."), ".", Expr::Duration(long));
        assert!(whole("cả năm người").is_err());
    }

    #[test]
    fn edges() {
        assert_found(
            edge("đầu năm 2021 đến"),
            " đến",
            (Base::Year(Year::Stated(2021)), Modifier::Start),
        );
        assert_found(
            edge("hết quý i/2022"),
            "",
            (quarter_of(Year::Stated(2022), 1), Modifier::End),
        );
        assert_found(edge("cuối năm"), "", (Base::Year(Year::Deictic(0)), Modifier::End));
        for text in ["đầu tư", "đầu năm học", "cuối cùng", "giữa hai bên", "hết lòng"]
        {
            assert!(edge(text).is_err(), "{text}");
        }
    }
}
