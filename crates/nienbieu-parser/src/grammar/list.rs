//! Lists whose members share the last one's month or year.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ahead::counts_something,
    ast::{Base, Expr, Month, Node, Year},
    clock,
    date::{Written, day_word_before, listed_day, with_year_phrase},
    lex::{Found, eow, fail, lead, list_mark, modern_year, node, small, space},
    quarter::{quarter_number, quarter_of, quarter_word},
    share::{set_year, share_parts, year_of},
    worded::{early, worded},
    year::{bare_year, year_behind},
};

/// `ngày 1, 2 và 5/8`, `các ngày 11, 12, 13/8/2021`, `ngày 14 và ngày 15/8`, `ngày 3 và 4 tháng 9`
pub(crate) fn day_list(i: &str) -> Found<'_, Expr> {
    let mut days = Vec::new();
    let mut rest = i;
    // The first day's words include "ngày"; the others' only where they have it.
    // A part of day is said once for all of them: "tối 11, 12 và 13/4".
    let part = terminated(clock::part, space).parse(i).ok().map(|(_, part)| part);
    let lone = |i| map(small(1, 31), |day| Expr::at(Written::lone(day).base(None))).parse(i);
    let first = |i| {
        let opener = alt((day_word_before, value((), (clock::part, space, opt(day_word_before)))));
        preceded(opener, lone).parse(i)
    };
    let (next, day) = node("day_list", first)(rest)?;
    let (next, ()) = list_mark(next)?;
    days.push(day);
    rest = next;
    loop {
        let (inner, _) = opt(day_word_before).parse(rest)?;
        if listed_day(inner).is_ok() {
            let (next, day) =
                node("day_list", |i| preceded(opt(day_word_before), lone).parse(i))(rest)?;
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
            map(alt((early, worded, with_year_phrase)), |w| Expr::at(w.base(None))).parse(rest)
        })(rest)?;
        for day in &mut days {
            share_parts(&mut day.expr, &last.expr);
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
            let (rest, year) = opt(year_behind).parse(rest)?;
            Ok((rest, Expr::at(build(number, year.unwrap_or_default()))))
        })(rest)?;
        let year = year_of(&node.expr);
        nodes.push(node);
        if year != Year::Absent || list_mark(next).is_err() || nodes.len() > 12 {
            let counts = year == Year::Absent && counts_something(next);
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
    shared_list(i, "quarter_list", quarter_word, quarter_number, |quarter, year| {
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
    use crate::grammar::testing::day;

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
