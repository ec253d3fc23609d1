//! Intervals with both ends said.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, not, opt, peek, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Clock, Expr, Node, Point, Vague},
    clock::part,
    date::{Written, day_word_before, vouched_day},
    distance,
    holiday::holiday,
    lex::{Found, eow, fail, lead, node, one_phrase, phrase, small, space},
    moment::{bare_clock, moment},
    month::month_figures,
    period::{edge, period},
    placed::placed,
    share::{fits, share},
    week,
    year::bare_year,
};

/// Words that open an interval; longer first.
const OPENERS: &[&str] = &["giai đoạn từ", "thời kỳ từ", "kể từ", "từ"];

/// Words between an interval's ends; longer first.
const JOINTS: &[&str] = &["cho đến", "cho tới", "đến", "tới", "-"];

/// `từ ngày 20/7/2021 đến nay`, `từ 15 đến 26/3`, `từ 18h ngày 1/8 đến 6h ngày 2/8`, `từ 2020 đến 2022`
pub(crate) fn from_to(i: &str) -> Found<'_, Expr> {
    let (rest, _) = terminated(one_phrase(OPENERS), space).parse(i)?;
    let (rest, begin) = node("interval_begin", begin_expr)(rest)?;
    let (rest, ()) = joint(rest)?;
    let (rest, end) = node("interval_end", end_expr)(rest)?;
    interval(i, rest, begin, end)
}

/// `giữa năm 2011 và năm 2014`, `giữa tháng 3 và tháng 5/2021`
pub(crate) fn between(i: &str) -> Found<'_, Expr> {
    let (rest, ()) = lead("giữa")(i)?;
    let like = |i| map(alt((period, vouched_day)), Expr::at).parse(i);
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
    // "Hà Nội, 5/3/2019 - Tối nay, …": behind a dateline's dash the news begins.
    let deictic = matches!(end.expr, Expr::Point(Point { base: Base::Deictic(_), .. }));
    if deictic && i.trim_start().starts_with('-') {
        return fail(i);
    }
    interval(i, rest, begin.clone(), end)
}

/// ` đến `, ` tới `, ` - ` between the ends. "đến hết ngày 5/8" ends on that day, "đến trước ngày 5/8"
/// stops short of it: these words belong to the end.
fn joint(i: &str) -> Found<'_, ()> {
    let (rest, _) = space(i)?;
    let (rest, _) = one_phrase(JOINTS)(rest)?;
    let (rest, _) = space(rest)?;
    Ok((rest, ()))
}

/// Both ends, each completed by the other, where they can be ends of one interval.
pub(crate) fn interval<'a>(
    i: &'a str,
    rest: &'a str,
    mut begin: Node,
    end: Node,
) -> Found<'a, Expr> {
    share(&mut begin.expr, &end.expr);
    if !fits(&begin.expr, &end.expr) {
        return fail(i);
    }
    Ok((rest, Expr::between(begin, end)))
}

/// What may open an interval: a point, a bare hour, `nay`, or figures that the end completes.
fn begin_expr(i: &str) -> Found<'_, Expr> {
    let figures = map(shorthand, Expr::at);
    alt((midnight, point_expr, map(bare_clock, Expr::Point), part_of_lone_day, figures)).parse(i)
}

/// `đêm 20` of `từ đêm 20 đến sáng 21/11`
fn part_of_lone_day(i: &str) -> Found<'_, Expr> {
    let (rest, (part, _, _, day)) =
        (part, space, opt(lead("ngày")), terminated(small(1, 31), eow)).parse(i)?;
    let base = Written::lone(day).base(None);
    Ok((rest, Expr::Point(Point { part: Some(part), ..Point::new(base) })))
}

/// `nửa đêm`: where a stretch of hours begins, nought o'clock.
fn midnight(i: &str) -> Found<'_, Expr> {
    let (rest, ()) = phrase("nửa đêm")(i)?;
    let after = (space, one_phrase(JOINTS), space);
    peek((after, bare_clock)).parse(rest)?;
    let clock = Some(Clock { hour: 0, minute: Some(0), second: None });
    Ok((rest, Expr::Point(Point { clock, ..Point::new(Base::None) })))
}

/// What may close an interval.
fn end_expr(i: &str) -> Found<'_, Expr> {
    let (rest, _) = opt(lead("thời điểm")).parse(i)?;
    let now = value(
        Expr::Vague(Vague::Present),
        alt((
            phrase("nay"),
            phrase("hiện nay"),
            phrase("hiện tại"),
            phrase("bây giờ"),
            value((), (phrase("giờ"), not((space, phrase("cao điểm"))))),
        )),
    );
    alt((now, point_expr, map(bare_clock, Expr::Point), map(bare_year, Expr::at))).parse(rest)
}

/// A point in any form, with what modifies it.
fn point_expr(i: &str) -> Found<'_, Expr> {
    alt((
        map(placed, Expr::Point),
        map(edge, |(base, modifier)| Expr::Point(Point::new(base).with(Some(modifier)))),
        map(moment, Expr::Point),
        map(period, Expr::at),
        map(week::week, Expr::at),
        map(month_figures, Expr::at),
        distance::distant,
        value(Expr::Vague(Vague::Present), phrase("nay")),
        map(holiday, Expr::at),
    ))
    .parse(i)
}

/// `15`, `ngày 15`, `2020`, `tháng 5`: figures whose month or year the other end gives.
fn shorthand(i: &str) -> Found<'_, Base> {
    let day = map(terminated(small(1, 31), eow), |day| Written::lone(day).base(None));
    alt((bare_year, preceded(opt(day_word_before), day))).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::{
        ast::Year,
        testing::{day, ends},
    };

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
}
