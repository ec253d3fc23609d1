//! Intervals with both ends said, compact ranges, and lists that share parts.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Expr, Month, Node, Point, Vague, Year},
    date::{Written, day_word_before, early, listed_day, worded},
    lex::{Found, dash, eow, fail, lead, list_mark, modern_year, node, phrase, small, space},
    moment::{bare_clock, moment, placed},
    period::{bare_year, edge, month_figures, period, quarter_number, quarter_of},
    relative,
};

/// Words that open an interval; longer first.
const OPENERS: &[&str] = &["giai đoạn từ", "thời kỳ từ", "kể từ", "từ"];
/// Words between an interval's ends; longer first.
const JOINTS: &[&str] = &["cho đến", "cho tới", "đến", "tới", "-"];

/// `từ ngày 20/7/2021 đến nay`, `từ 15 đến 26/3`, `từ 18h ngày 1/8 đến 6h ngày 2/8`, `từ 2020 đến 2022`
pub(crate) fn from_to(i: &str) -> Found<'_, Expr> {
    let (rest, _) = terminated(super::lex::one_phrase(OPENERS), space).parse(i)?;
    let (rest, begin) = node("interval_begin", begin_expr)(rest)?;
    let (rest, _) = opt(tag(",")).parse(rest)?;
    let (rest, ()) = joint(rest)?;
    let (rest, end) = node("interval_end", end_expr)(rest)?;
    interval(i, rest, begin, end)
}

/// `giữa năm 2011 và năm 2014`, `giữa tháng 3 và tháng 5/2021`
pub(crate) fn between(i: &str) -> Found<'_, Expr> {
    let (rest, ()) = lead("giữa")(i)?;
    let like = |i| map(alt((period, super::moment::vouched_day)), Expr::at).parse(i);
    let (rest, begin) = node("interval_begin", like)(rest)?;
    let (rest, _) = (space, phrase("và"), space).parse(rest)?;
    let (rest, end) = node("interval_end", like)(rest)?;
    interval(i, rest, begin, end)
}

/// ` đến nay`, ` - 3/1/2022`, ` đến ngày 5/8` behind a point already found: makes it an interval,
/// as in `27/4 đến nay`, `18h ngày 1/8 đến 6h ngày 2/8`. No word need open it.
pub(crate) fn continuation<'a>(i: &'a str, begin: &Node) -> Found<'a, Expr> {
    let (rest, ()) = joint(i)?;
    let (rest, end) = node("interval_end", end_expr)(rest)?;
    interval(i, rest, begin.clone(), end)
}

fn joint(i: &str) -> Found<'_, ()> {
    let (rest, _) = space(i)?;
    let (rest, _) = super::lex::one_phrase(JOINTS)(rest)?;
    let (rest, _) = space(rest)?;
    // "đến hết ngày 5/8": its end is the last day itself; "đến trước ngày" stops short of it.
    Ok((rest, ()))
}

fn interval<'a>(i: &'a str, rest: &'a str, mut begin: Node, end: Node) -> Found<'a, Expr> {
    share(&mut begin.expr, &end.expr);
    if !fits(&begin.expr, &end.expr) {
        return fail(i);
    }
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// What may open an interval: a point, `nay`, or figures that the end completes.
fn begin_expr(i: &str) -> Found<'_, Expr> {
    alt((point_expr, map(clock_point, Expr::Point), map(shorthand, Expr::at))).parse(i)
}

/// What may close an interval.
fn end_expr(i: &str) -> Found<'_, Expr> {
    let (rest, _) = opt(alt((lead("thời điểm"), lead("thời điểm hiện tại")))).parse(i)?;
    let now = value(
        Expr::Vague(Vague::Present),
        alt((phrase("nay"), phrase("hiện nay"), phrase("hiện tại"), phrase("bây giờ"))),
    );
    alt((now, point_expr, map(clock_point, Expr::Point), map(bare_year, Expr::at))).parse(rest)
}

/// A point in any form, with what modifies it.
pub(crate) fn point_expr(i: &str) -> Found<'_, Expr> {
    alt((
        map(placed, Expr::Point),
        map(edge, |(base, modifier)| Expr::Point(Point::new(base).with(Some(modifier)))),
        map(moment, Expr::Point),
        map(period, Expr::at),
        map(relative::week, Expr::at),
        map(month_figures, Expr::at),
        relative::distant,
        value(Expr::Vague(Vague::Present), phrase("nay")),
        map(super::lunar::holiday, Expr::at),
    ))
    .parse(i)
}

/// A bare hour between "từ" and "đến" is a clock time.
fn clock_point(i: &str) -> Found<'_, Point> {
    bare_clock(i)
}

/// `15`, `ngày 15`, `2020`, `tháng 5`: figures whose month or year the other end gives.
fn shorthand(i: &str) -> Found<'_, Base> {
    let day = map(terminated(small(1, 31), eow), |day| Written::lone(day).base(None));
    alt((bare_year, preceded(opt(day_word_before), day))).parse(i)
}

/// The begin takes month and year, or the year alone, from the end where it names none.
fn share(begin: &mut Expr, end: &Expr) {
    let (Expr::Point(b), Expr::Point(e)) = (begin, end) else { return };
    match (&mut b.base, &e.base) {
        (Base::Day { year, month, day, .. }, Base::Day { year: y, month: m, day: d, .. }) => {
            if *month == Month::Absent {
                *month = super::moment::shared_month(*m, *day > *d);
            }
            if *year == Year::Absent {
                *year = shared_year((*month, *day), (*m, *d), *y);
            }
        }
        (Base::Month { year, month }, Base::Month { year: y, month: m })
        | (Base::Month { year, month }, Base::Day { year: y, month: m, .. })
            if *year == Year::Absent =>
        {
            *year = shared_year((*month, 0), (*m, 0), *y);
        }
        (Base::Quarter { year, quarter, .. }, Base::Quarter { year: y, quarter: q, .. })
            if *year == Year::Absent && *quarter <= *q =>
        {
            *year = *y;
        }
        (base @ Base::None, other) if b.clock.is_some() => *base = *other,
        (
            base @ (Base::EarlyDay(_) | Base::Day { month: Month::Absent, .. }),
            Base::Lunar { year, month, leap, .. },
        ) => {
            let (Base::EarlyDay(day) | Base::Day { day, .. }) = *base else { return };
            *base = Base::Lunar { year: *year, month: *month, day: Some(day), leap: *leap };
        }
        _ => {}
    }
}

/// The begin's year: the end's, or the one before where the begin would come after the end.
fn shared_year(begin: (Month, u8), end: (Month, u8), year: Year) -> Year {
    match (begin.0, end.0, year) {
        (Month::Stated(b), Month::Stated(e), Year::Stated(y)) if (b, begin.1) > (e, end.1) => {
            Year::Stated(y - 1)
        }
        _ => year,
    }
}

/// Whether the two can be ends of one interval: two bare days or two bare hours need a day between them.
fn fits(begin: &Expr, end: &Expr) -> bool {
    match (begin, end) {
        (Expr::Point(b), Expr::Point(e)) => {
            let undated = |p: &Point| matches!(p.base, Base::Day { month: Month::Absent, .. });
            match (&b.base, &e.base) {
                (Base::Year(Year::Stated(first)), Base::Year(Year::Stated(last))) => first <= last,
                // "từ 2 đến năm 2025": the figure was no day.
                (Base::Day { month: Month::Absent, .. }, Base::Day { .. }) => true,
                (Base::Day { month: Month::Absent, .. }, _) => false,
                _ => !undated(b),
            }
        }
        _ => true,
    }
}

/// `12-18/7`, `ngày 3-5/8/2021`, `28/7-2/8`, `25/12/2021-3/1/2022`, `12-18 tháng 7`
pub(crate) fn day_range(i: &str) -> Found<'_, Expr> {
    let (_, cued) = opt(day_word_before).parse(i)?;
    let full = node("day_range", |i| {
        map(alt((worded, super::date::figures)), |w: Written| Expr::at(w.base(None))).parse(i)
    });
    let begin = |i| {
        let (rest, _) = opt(day_word_before).parse(i)?;
        let figure = verify(slashed, |w| w.mark.is_some_and(|mark| mark != '-'));
        let lone = map(small(1, 31), Written::lone);
        map(alt((figure, lone)), |w| Expr::at(w.base(None))).parse(rest)
    };
    let (rest, mut begin) = node("day_range", begin)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = { full }(rest)?;
    let lone = matches!(
        &begin.expr,
        Expr::Point(Point { base: Base::Day { month: Month::Absent, .. }, .. })
    );
    // "3-6.8" and "3-6-8" are no days; "3-6/8" is.
    let marked = matches!(&end.expr, Expr::Point(Point { base: Base::Day { .. }, .. }));
    let dots_only = !i[..i.len() - rest.len()].contains(['/', 'g']);
    let whole = matches!(
        &end.expr,
        Expr::Point(Point { base: Base::Day { year: Year::Stated(_), .. }, .. })
    );
    if lone && cued.is_none() && !ends_slashed(i, rest)
        || !marked
        || !lone && dots_only && !whole && cued.is_none()
    {
        return fail(i);
    }
    if unordered(&begin.expr, &end.expr) {
        return fail(i);
    }
    share(&mut begin.expr, &end.expr);
    if !fits(&begin.expr, &end.expr) {
        return fail(i);
    }
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// `20/7`, `20/7/2021` before a hyphen.
fn slashed(i: &str) -> Found<'_, Written> {
    alt((super::date::day_month_year, super::date::day_month)).parse(i)
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

/// Whether a measure follows rather than the words a date goes on with.
fn followed_by_unit(rest: &str) -> bool {
    let next = rest.trim_start();
    super::date::counts_something(rest)
        || !(next.is_empty()
            || ["có", "tại", "ở", "với", "do", "là", "đã", "sẽ", ",", ";", ")", ":"]
                .iter()
                .any(|w| next.starts_with(w)))
}

/// Whether two days of one month stand in the wrong order.
fn unordered(begin: &Expr, end: &Expr) -> bool {
    match (begin, end) {
        (Expr::Point(b), Expr::Point(e)) => match (&b.base, &e.base) {
            (
                Base::Day { month: m, day: d, year: y, .. },
                Base::Day { month: n, day: e, year: z, .. },
            ) => (m == n && y == z || *m == Month::Absent) && d >= e,
            (
                Base::Month { month: Month::Stated(m), .. },
                Base::Month { month: Month::Stated(n), .. },
            ) => m >= n,
            _ => false,
        },
        _ => false,
    }
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
    let (rest, whole) = opt(terminated(super::lex::lookup(SPANS), space)).parse(i)?;
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
        return Ok((rest, Expr::Point(Point::new(Base::SchoolYear(Year::Stated(first), last)))));
    }
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

fn stated_year(expr: &Expr) -> Option<i16> {
    match expr {
        Expr::Point(Point { base: Base::Year(Year::Stated(year)), .. }) => Some(*year),
        _ => None,
    }
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
        let (rest, year) = opt(super::date::year_behind).parse(rest)?;
        let year = year.unwrap_or_default();
        Ok((rest, Expr::at(Base::Month { year, month: Month::Stated(month) })))
    })(rest)?;
    share(&mut begin.expr, &end.expr);
    if year_of(&end.expr) == Year::Absent && unordered(&begin.expr, &end.expr) {
        return fail(i);
    }
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// `quý I-quý II/2022`, `quý 1 - 3 năm 2021`
pub(crate) fn quarter_range(i: &str) -> Found<'_, Expr> {
    let (rest, mut begin) = node("quarter_range", |i| {
        map(preceded(super::period::quarter_word, quarter_number), |q| {
            Expr::at(quarter_of(Year::Absent, q))
        })
        .parse(i)
    })(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("quarter_range", |i| {
        let (rest, _) = opt(super::period::quarter_word).parse(i)?;
        let (rest, quarter) = quarter_number(rest)?;
        let (rest, year) = opt(super::date::year_behind).parse(rest)?;
        Ok((rest, Expr::at(quarter_of(year.unwrap_or_default(), quarter))))
    })(rest)?;
    share(&mut begin.expr, &end.expr);
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// `5h30 - 9h30`, `8 giờ - 10 giờ 30`, `13h-17h`: hours of one day.
pub(crate) fn clock_range(i: &str) -> Found<'_, Expr> {
    let end = |i| map(bare_clock, Expr::Point).parse(i);
    let (rest, begin) = node("clock_range", end)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("clock_range", end)(rest)?;
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// `1/2015-6/2016`: two months in figures.
pub(crate) fn month_figures_range(i: &str) -> Found<'_, Expr> {
    let month = |i| {
        let (rest, (month, _, year)) =
            (small(1, 12), super::lex::separator("/."), modern_year).parse(i)?;
        Ok((rest, Expr::at(Base::Month { year: Year::Stated(year), month: Month::Stated(month) })))
    };
    let (rest, begin) = node("month_figures_range", month)(i)?;
    let (rest, ()) = dash(rest)?;
    let (rest, end) = node("month_figures_range", month)(rest)?;
    let (rest, ()) = eow(rest)?;
    Ok((rest, Expr::Interval(Box::new(begin), Box::new(end))))
}

/// `ngày 1, 2 và 5/8`, `các ngày 11, 12, 13/8/2021`, `ngày 14 và ngày 15/8`, `ngày 3 và 4 tháng 9`
pub(crate) fn day_list(i: &str) -> Found<'_, Expr> {
    let mut days = Vec::new();
    let mut rest = i;
    // The first day's words include "ngày"; the others' only where they have it.
    // A part of day is said once for all of them: "tối 11, 12 và 13/4".
    let part = terminated(super::clock::part, space).parse(i).ok().map(|(_, part)| part);
    let first = |i| {
        let opener =
            alt((day_word_before, value((), (super::clock::part, space, opt(day_word_before)))));
        let (rest, day) = preceded(opener, small(1, 31)).parse(i)?;
        Ok((rest, Expr::at(Written::lone(day).base(None))))
    };
    let (next, day) = node("day_list", first)(rest)?;
    let (next, ()) = list_mark(next)?;
    days.push(day);
    rest = next;
    loop {
        let (inner, _) = opt(day_word_before).parse(rest)?;
        if listed_day(inner).is_ok() {
            let (next, day) = node("day_list", |i| {
                let (rest, _) = opt(day_word_before).parse(i)?;
                map(small(1, 31), |day| Expr::at(Written::lone(day).base(None))).parse(rest)
            })(rest)?;
            let (next, ()) = list_mark(next)?;
            days.push(day);
            rest = next;
            if days.len() > 31 {
                return fail(i);
            }
            continue;
        }
        let (next, last) = node("day_list", |i| {
            let (rest, _) = opt(day_word_before).parse(i)?;
            map(alt((early, worded, super::date::with_year_phrase)), |w| Expr::at(w.base(None)))
                .parse(rest)
        })(rest)?;
        for day in &mut days {
            super::moment::share_parts(&mut day.expr, &last.expr);
        }
        days.push(last);
        for day in &mut days {
            if let Expr::Point(point) = &mut day.expr {
                point.part = part;
            }
        }
        return Ok((next, Expr::List(days)));
    }
}

/// A list of like periods that share the last one's year: each member, and how it completes the others.
fn shared_list<'a>(
    i: &'a str,
    rule: &'static str,
    opener: fn(&str) -> Found<'_, ()>,
    member: fn(&str) -> Found<'_, u8>,
    build: fn(u8, Year) -> Base,
) -> Found<'a, Expr> {
    let mut nodes: Vec<Node> = Vec::new();
    let (mut rest, ()) = nom::combinator::peek(opener).parse(i)?;
    loop {
        let (next, node) = node(rule, |i| {
            let (rest, opened) = opt(opener).parse(i)?;
            if nodes.is_empty() && opened.is_none() {
                return fail(i);
            }
            let (rest, number) = member(rest)?;
            let (rest, year) = opt(super::date::year_behind).parse(rest)?;
            Ok((rest, Expr::at(build(number, year.unwrap_or_default()))))
        })(rest)?;
        let year = year_of(&node.expr);
        nodes.push(node);
        if year != Year::Absent || list_mark(next).is_err() || nodes.len() > 12 {
            let counts = year == Year::Absent && super::date::counts_something(next);
            if nodes.len() < 2 || counts {
                return fail(i);
            }
            for node in &mut nodes {
                set_year(&mut node.expr, year);
            }
            return Ok((next, Expr::List(nodes)));
        }
        let (after, ()) = list_mark(next)?;
        // "tháng 5, 6 người": what follows the comma must be another member.
        let member_next = preceded(opt(opener), terminated(member, eow)).parse(after);
        if member_next.is_err() {
            if nodes.len() < 2 {
                return fail(i);
            }
            return Ok((next, Expr::List(nodes)));
        }
        rest = after;
    }
}

fn year_of(expr: &Expr) -> Year {
    match expr {
        Expr::Point(Point {
            base: Base::Month { year, .. } | Base::Quarter { year, .. }, ..
        }) => *year,
        _ => Year::Absent,
    }
}

fn set_year(expr: &mut Expr, to: Year) {
    if let Expr::Point(Point {
        base: Base::Month { year, .. } | Base::Quarter { year, .. }, ..
    }) = expr
        && *year == Year::Absent
    {
        *year = to;
    }
}

/// `tháng 5, 6/2021`, `các tháng 7, 8 và 9 năm 2022`
pub(crate) fn month_list(i: &str) -> Found<'_, Expr> {
    shared_list(
        i,
        "month_list",
        |i| lead("tháng")(i),
        |i| small(1, 12)(i),
        |month, year| Base::Month { year, month: Month::Stated(month) },
    )
}

/// `quý I và II/2022`, `quý 3, quý 4 năm 2021`
pub(crate) fn quarter_list(i: &str) -> Found<'_, Expr> {
    shared_list(i, "quarter_list", super::period::quarter_word, quarter_number, |quarter, year| {
        quarter_of(year, quarter)
    })
}

/// `các năm 2020, 2021 và 2022`, `năm 2020 và 2021`
pub(crate) fn year_list(i: &str) -> Found<'_, Expr> {
    let (mut rest, first) = node("year_list", |i| {
        let (rest, ()) = lead("năm")(i)?;
        map(modern_year, |y| Expr::at(Base::Year(Year::Stated(y)))).parse(rest)
    })(i)?;
    let mut years = vec![first];
    while years.len() < 32
        && let Ok((after, ())) = list_mark(rest)
        && let Ok((next, year)) =
            node("year_list", |i| map(preceded(opt(lead("năm")), bare_year), Expr::at).parse(i))(
                after,
            )
    {
        years.push(year);
        rest = next;
    }
    if years.len() < 2 { fail(i) } else { Ok((rest, Expr::List(years))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::{day, ends};

    #[test]
    fn intervals() {
        assert_eq!(
            ends(from_to("từ ngày 20/7/2021 đến nay,"), ","),
            (day(20, 7, 2021), Base::None)
        );
        assert_eq!(ends(from_to("từ 15 đến 26/3"), ""), (day(15, 3, None), day(26, 3, None)));
        assert_eq!(
            ends(from_to("từ 25/12 đến 3/1/2022"), ""),
            (day(25, 12, 2021), day(3, 1, 2022))
        );
        assert_eq!(
            ends(from_to("từ 2020 đến 2022"), ""),
            (Base::Year(Year::Stated(2020)), Base::Year(Year::Stated(2022)))
        );
        for text in ["từ 200 đến 300", "từ 5 đến 7 ngày", "từ xa đến gần", "từ 2 đến năm 2025"]
        {
            assert!(from_to(text).is_err(), "{text}");
        }
    }

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

    #[test]
    fn lists() {
        let bases = |found: Found<'_, Expr>| -> Vec<Base> {
            let Ok((_, Expr::List(nodes))) = found else { panic!("{found:?}") };
            nodes
                .into_iter()
                .map(|node| match node.expr {
                    Expr::Point(point) => point.base,
                    other => panic!("{other:?}"),
                })
                .collect()
        };
        assert_eq!(
            bases(day_list("ngày 1, 2 và 5/8")),
            [day(1, 8, None), day(2, 8, None), day(5, 8, None)]
        );
        assert_eq!(bases(month_list("tháng 5, 6/2021")).len(), 2);
        assert_eq!(bases(year_list("năm 2020, 2021 và 2022")).len(), 3);
        assert_eq!(bases(quarter_list("quý i và ii/2022")).len(), 2);
        assert!(month_list("tháng 5, 6 người").is_err());
        assert!(day_list("ngày 1, hai người").is_err());
    }
}
