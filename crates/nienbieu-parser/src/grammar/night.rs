//! Two parts of day of two days, said as one time.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    character::complete::one_of,
    combinator::{map, opt, value},
};

use super::{
    ast::{Expr, Part, Point},
    clock::{self, part},
    date::Written,
    figures::{day_month, figures},
    lex::{Found, lead, node, phrase, small, space},
    share::share_parts,
    worded::worded,
};

/// `đêm 30 rạng sáng 31/7`, `tối 4, rạng sáng 5/8`, `sáng 2 và chiều 3/8`: two parts of two days.
pub(crate) fn night_between(i: &str) -> Found<'_, Expr> {
    let (rest, mut evening) = node("night_between", |i| {
        let (rest, part) = part(i)?;
        let (rest, _) = (space, opt(lead("ngày"))).parse(rest)?;
        let day = alt((day_month, lone_day_before_dawn));
        let (rest, written) = { day }.parse(rest)?;
        Ok((rest, Expr::Point(Point { part: Some(part), ..Point::new(written.base(None)) })))
    })(i)?;
    let joint = alt((
        value((), (space, alt((lead("và"), lead("đến"))))),
        value((), (opt(one_of(",-")), space, opt((tag("-"), space)))),
        value((), one_of(",-")),
    ));
    let (rest, ()) = { joint }.parse(rest)?;
    let (rest, dawn) = node("night_between", |i| {
        let (rest, next) = alt((value(Part::Dawn, phrase("rạng")), clock::part)).parse(i)?;
        let (rest, _) = alt((value((), (space, lead("sáng"))), value((), space))).parse(rest)?;
        let (rest, _) = opt(lead("ngày")).parse(rest)?;
        let (rest, written) = alt((worded, figures)).parse(rest)?;
        let base = written.base(None);
        Ok((rest, Expr::Point(Point { part: Some(next), ..Point::new(base) })))
    })(rest)?;
    share_parts(&mut evening.expr, &dawn.expr);
    Ok((rest, Expr::List(vec![evening, dawn])))
}

/// `30` of `đêm 30 rạng sáng 31/7`
fn lone_day_before_dawn(i: &str) -> Found<'_, Written> {
    map(small(1, 31), Written::lone).parse(i)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::day;

    #[test]
    fn a_night_between_two_days() {
        let (rest, got) = night_between("đêm 31 rạng sáng 1/8.").unwrap();
        assert_eq!(rest, ".");
        let Expr::List(days) = got else { panic!() };
        let Expr::Point(evening) = &days[0].expr else { panic!() };
        assert_eq!(evening.base, day(31, 7, None));
    }
}
