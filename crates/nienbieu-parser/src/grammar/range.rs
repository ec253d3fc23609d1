//! Compact ranges: two ends with a hyphen between.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ahead::followed_by_unit,
    ast::{Base, Expr, Month, Point, Year},
    date::{Written, day_word_before},
    figures::{day_month, day_month_year, figures},
    interval::interval,
    lex::{Found, dash, eow, fail, lead, lookup, modern_year, node, separator, small, space},
    moment::bare_clock,
    quarter::{quarter_number, quarter_of, quarter_word},
    share::{share, stated_year, unordered, year_of},
    worded::worded,
    year::{bare_year, year_behind},
};

/// `12-18/7`, `ngày 3-5/8/2021`, `28/7-2/8`, `25/12/2021-3/1/2022`, `12-18 tháng 7`
pub(crate) fn day_range(i: &str) -> Found<'_, Expr> {
    let (_, cued) = opt(day_word_before).parse(i)?;
    let full = node("day_range", |i| {
        map(alt((worded, figures)), |w: Written| Expr::at(w.base(None))).parse(i)
    });
    let begin = |i| {
        let (rest, _) = opt(day_word_before).parse(i)?;
        let figure = verify(slashed, |w| w.mark.is_some_and(|mark| mark != '-'));
        let lone = map(small(1, 31), Written::lone);
        map(alt((figure, lone)), |w| Expr::at(w.base(None))).parse(rest)
    };
    let (rest, begin) = node("day_range", begin)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = { full }(rest)?;
    let lone = matches!(
        &begin.expr,
        Expr::Point(Point { base: Base::Day { month: Month::Absent, .. }, .. })
    );
    let dots_only = !i[..i.len() - rest.len()].contains(['/', 'g']);
    let whole = matches!(
        &end.expr,
        Expr::Point(Point { base: Base::Day { year: Year::Stated(_), .. }, .. })
    );
    // "3-6.8" and "3-6-8" are no days; "3-6/8" is.
    if lone && cued.is_none() && !ends_slashed(i, rest)
        || !lone && dots_only && !whole && cued.is_none()
    {
        return fail(i);
    }
    if unordered(&begin.expr, &end.expr) {
        return fail(i);
    }
    interval(i, rest, begin, end)
}

/// `20/7`, `20/7/2021` before a hyphen.
fn slashed(i: &str) -> Found<'_, Written> {
    alt((day_month_year, day_month)).parse(i)
}

/// Whether the words of a range hold what makes figures days: a slash, "tháng", a year, or one dot
/// behind a whole number (1-7.8).
fn ends_slashed(whole: &str, rest: &str) -> bool {
    let words = &whole[..whole.len() - rest.len()];
    let dots = words.matches('.').count();
    let first = words.split('-').next().unwrap_or_default();
    let dotted = dots == 2 || dots == 1 && !followed_by_unit(rest);
    words.contains('/') || words.contains("tháng") || dotted && !first.contains('.')
}

/// Words that make two joined years a stretch of time; true where the whole is one period of its own.
const SPANS: &[(&str, bool)] = &[
    ("giai đoạn", false),
    ("nhiệm kỳ", false),
    ("nhiệm kì", false),
    ("thời kỳ", false),
    ("thời kì", false),
    ("niên khóa", false),
    ("khóa học", false),
    ("khóa", false),
    ("các năm", false),
    ("những năm", false),
    ("từ năm", false),
    ("trong năm", false),
    ("năm", false),
    ("từ", false),
    ("niên độ", true),
    ("niên học", true),
    ("niên vụ", true),
    ("mùa giải", true),
    ("mùa bóng", true),
    ("đông xuân", true),
    ("hè thu", true),
    ("thu đông", true),
    ("vụ đông xuân", true),
    ("vụ hè thu", true),
    ("vụ mùa", true),
    ("mùa vụ", true),
    ("mùa khô", true),
    ("mùa mưa", true),
];

/// `2020-2022`, `giai đoạn 2021-2025`, `từ năm 2020 - 2022`, `niên độ 2021-2022`, `mùa giải 2022/2023`
pub(crate) fn year_range(i: &str) -> Found<'_, Expr> {
    let (rest, whole) = opt(terminated(lookup(SPANS), space)).parse(i)?;
    let begin = node("year_range", |i| {
        map(modern_year, |y| Expr::at(Base::Year(Year::Stated(y)))).parse(i)
    });
    let slash = value((), tag("/"));
    let (rest, begin) = { begin }(rest)?;
    let (rest, ()) = match whole {
        Some(true) => alt((dash, slash)).parse(rest)?,
        _ => dash(rest)?,
    };
    let (rest, _) = opt(lead("năm")).parse(rest)?;
    let (rest, end) = node("year_range", |i| map(bare_year, Expr::at).parse(i))(rest)?;
    let years = (stated_year(&begin.expr), stated_year(&end.expr));
    let (Some(first), Some(last)) = years else { return fail(i) };
    if first >= last || last - first > 100 {
        return fail(i);
    }
    if whole == Some(true) && last == first + 1 {
        return Ok((rest, Expr::at(Base::SchoolYear(Year::Stated(first), last))));
    }
    Ok((rest, Expr::between(begin, end)))
}

/// `tháng 5-8/2021`, `tháng 3 - 6 năm 2022`
pub(crate) fn month_range(i: &str) -> Found<'_, Expr> {
    let month = |month| Expr::at(Base::Month { year: Year::Absent, month: Month::Stated(month) });
    let (rest, mut begin) = node("month_range", |i| {
        let (rest, ()) = lead("tháng")(i)?;
        map(terminated(small(1, 12), eow), month).parse(rest)
    })(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("month_range", |i| {
        let (rest, _) = opt(lead("tháng")).parse(i)?;
        let (rest, month) = terminated(small(1, 12), eow).parse(rest)?;
        let (rest, year) = opt(year_behind).parse(rest)?;
        let year = year.unwrap_or_default();
        Ok((rest, Expr::at(Base::Month { year, month: Month::Stated(month) })))
    })(rest)?;
    // "tháng 11-2/2022" runs over New Year; "tháng 8-5" is no stretch of months.
    if unordered(&begin.expr, &end.expr) && !over_new_year(&begin.expr, &end.expr) {
        return fail(i);
    }
    share(&mut begin.expr, &end.expr);
    Ok((rest, Expr::between(begin, end)))
}

/// Whether two months are a winter's: the last of one year and the first of the next, whose year is said.
fn over_new_year(begin: &Expr, end: &Expr) -> bool {
    let month = |expr: &Expr| match expr {
        Expr::Point(Point { base: Base::Month { month: Month::Stated(month), .. }, .. }) => {
            Some(*month)
        }
        _ => None,
    };
    year_of(end) != Year::Absent
        && month(begin).is_some_and(|month| month >= 10)
        && month(end).is_some_and(|month| month <= 3)
}

/// `1/2015-6/2016`: two months in figures.
pub(crate) fn month_figures_range(i: &str) -> Found<'_, Expr> {
    let month = |i| {
        let (rest, (month, _, year)) = (small(1, 12), separator("/."), modern_year).parse(i)?;
        Ok((rest, Expr::at(Base::Month { year: Year::Stated(year), month: Month::Stated(month) })))
    };
    let (rest, begin) = node("month_figures_range", month)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("month_figures_range", month)(rest)?;
    let (rest, ()) = eow(rest)?;
    Ok((rest, Expr::between(begin, end)))
}

/// `quý I-quý II/2022`, `quý 1 - 3 năm 2021`
pub(crate) fn quarter_range(i: &str) -> Found<'_, Expr> {
    let (rest, mut begin) = node("quarter_range", |i| {
        map(preceded(quarter_word, quarter_number), |q| Expr::at(quarter_of(Year::Absent, q)))
            .parse(i)
    })(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("quarter_range", |i| {
        let (rest, _) = opt(quarter_word).parse(i)?;
        let (rest, quarter) = quarter_number(rest)?;
        let (rest, year) = opt(year_behind).parse(rest)?;
        Ok((rest, Expr::at(quarter_of(year.unwrap_or_default(), quarter))))
    })(rest)?;
    if unordered_quarters(&begin.expr, &end.expr) {
        return fail(i);
    }
    share(&mut begin.expr, &end.expr);
    Ok((rest, Expr::between(begin, end)))
}

/// Whether the first quarter does not come before the second.
fn unordered_quarters(begin: &Expr, end: &Expr) -> bool {
    let quarter = |expr: &Expr| match expr {
        Expr::Point(Point { base: Base::Quarter { quarter, .. }, .. }) => *quarter,
        _ => None,
    };
    quarter(begin) >= quarter(end)
}

/// `5h30 - 9h30`, `8 giờ - 10 giờ 30`, `13h-17h`: hours of one day.
pub(crate) fn clock_range(i: &str) -> Found<'_, Expr> {
    let end = |i| map(bare_clock, Expr::Point).parse(i);
    let (rest, begin) = node("clock_range", end)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("clock_range", end)(rest)?;
    Ok((rest, Expr::between(begin, end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::{day, ends};

    #[test]
    fn compact_ranges() {
        assert_eq!(ends(day_range("12-18/7,"), ","), (day(12, 7, None), day(18, 7, None)));
        assert_eq!(ends(day_range("28/7-2/8"), ""), (day(28, 7, None), day(2, 8, None)));
        assert_eq!(
            ends(day_range("25/12/2021-3/1/2022"), ""),
            (day(25, 12, 2021), day(3, 1, 2022))
        );
        assert_eq!(ends(day_range("ngày 3 - 5 tháng 8"), ""), (day(3, 8, None), day(5, 8, None)));
        let years = (Base::Year(Year::Stated(2020)), Base::Year(Year::Stated(2022)));
        assert_eq!(ends(year_range("từ năm 2020-2022."), "."), years);
        for text in ["18-12/7", "5-7", "3-6.8 m", "1-2-3"] {
            assert!(day_range(text).is_err(), "{text}");
        }
        for text in ["2022-2020", "1900-1234", "2021-20225"] {
            assert!(year_range(text).is_err(), "{text}");
        }
    }
}
