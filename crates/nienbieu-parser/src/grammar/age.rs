//! Ages.

use nom::{
    Parser,
    branch::alt,
    combinator::{opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Duration, Expr, Length, Modifier, Node, Unit},
    duration::{NO_MORE, trailing_bound},
    length::unit,
    lex::{Found, dash, lead, lookup, node, phrase, space},
    number::halves,
};

/// Words before an age.
const AGE_BOUNDS: &[(&str, Modifier)] = &[
    ("dưới", Modifier::LessThan),
    ("nhỏ hơn", Modifier::LessThan),
    ("ít hơn", Modifier::LessThan),
    ("trên", Modifier::MoreThan),
    ("lớn hơn", Modifier::MoreThan),
    ("hơn", Modifier::MoreThan),
    ("quá", Modifier::MoreThan),
    ("không quá", Modifier::EqualOrLess),
    ("tối đa", Modifier::EqualOrLess),
    ("chưa đầy", Modifier::LessThan),
    ("chưa đủ", Modifier::LessThan),
    ("chưa đến", Modifier::LessThan),
    ("từ đủ", Modifier::EqualOrMore),
    ("từ", Modifier::EqualOrMore),
    ("đủ", Modifier::EqualOrMore),
    ("khoảng", Modifier::Approx),
    ("gần", Modifier::Approx),
];

/// `18 tuổi`, `12-17 tuổi`, `6 tháng tuổi`, `dưới 5 tuổi`, `từ 18 tuổi trở lên`: what bounds an age
/// stays outside of its words.
pub(crate) fn age(i: &str) -> Found<'_, Expr> {
    let (rest, node) = age_node(i)?;
    Ok((rest, Expr::List(vec![node])))
}

/// One age, bounded or not.
fn age_node(i: &str) -> Found<'_, Node> {
    let (rest, bound) = opt(terminated(lookup(AGE_BOUNDS), space)).parse(i)?;
    let (rest, mut age) = node("age", |i| {
        let (rest, low) = halves(i)?;
        let (rest, high) = opt(preceded(dash, halves)).parse(rest)?;
        let (rest, unit) = preceded(space, years_old).parse(rest)?;
        let length = |halves| Length { halves: Some(halves), unit };
        let max = high.map(length);
        Ok((rest, Expr::Age(Duration { length: length(low), more: NO_MORE, max, modifier: None })))
    })(rest)?;
    let (rest, after) = opt(preceded(space, trailing_bound)).parse(rest)?;
    if let Expr::Age(duration) = &mut age.expr {
        duration.modifier = after.or(bound);
    }
    Ok((rest, age))
}

/// Words behind an age's number.
fn years_old(i: &str) -> Found<'_, Unit> {
    alt((
        value(Unit::Month, phrase("tháng tuổi")),
        value(Unit::Day, phrase("ngày tuổi")),
        value(Unit::Week, phrase("tuần tuổi")),
        value(Unit::Year, phrase("năm tuổi")),
        value(Unit::Year, phrase("tuổi")),
    ))
    .parse(i)
}

/// `từ 6 tháng đến dưới 5 tuổi`, `từ 12 đến 17 tuổi`, `từ đủ 12 đến dưới 18 tuổi`: two ages.
pub(crate) fn age_range(i: &str) -> Found<'_, Expr> {
    let (rest, _) = alt((lead("từ đủ"), lead("từ"))).parse(i)?;
    let (rest, low) = node("age_range", |i| {
        let (rest, low) = halves(i)?;
        let (rest, unit) = opt(preceded(space, alt((years_old, unit)))).parse(rest)?;
        let length = Length { halves: Some(low), unit: unit.unwrap_or(Unit::Year) };
        let modifier = Some(Modifier::EqualOrMore);
        Ok((rest, Expr::Age(Duration { length, more: NO_MORE, max: None, modifier })))
    })(rest)?;
    let (rest, _) =
        (space, alt((phrase("đến"), phrase("tới"), phrase("cho đến"))), space).parse(rest)?;
    let (rest, high) = age_node(rest)?;
    Ok((rest, Expr::List(vec![spread_unit(low, &high), with_default_bound(high)])))
}

/// "từ 6 đến 11 tháng tuổi": the lower end has the upper end's unit where it names none.
fn spread_unit(low: Node, high: &Node) -> Node {
    match (&low.expr, &high.expr) {
        (Expr::Age(a), Expr::Age(b)) if a.length.unit == Unit::Year => Node {
            expr: Expr::Age(Duration { length: Length { unit: b.length.unit, ..a.length }, ..*a }),
            ..low
        },
        _ => low,
    }
}

/// "đến 17 tuổi" includes the seventeenth year where nothing else is said.
fn with_default_bound(high: Node) -> Node {
    match high.expr {
        Expr::Age(age) if age.modifier.is_none() => Node {
            expr: Expr::Age(Duration { modifier: Some(Modifier::EqualOrLess), ..age }),
            ..high
        },
        _ => high,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages() {
        let aged = |halves, unit, modifier| {
            Expr::Age(Duration {
                length: Length { halves: Some(halves), unit },
                more: NO_MORE,
                max: None,
                modifier,
            })
        };
        let one = |text| match age(text) {
            Ok((rest, Expr::List(nodes))) => (rest, nodes.into_iter().next().unwrap().expr),
            other => panic!("{other:?}"),
        };
        assert_eq!(one("18 tuổi"), ("", aged(36, Unit::Year, None)));
        assert_eq!(
            one("từ 18 tuổi trở lên"),
            ("", aged(36, Unit::Year, Some(Modifier::EqualOrMore)))
        );
        assert_eq!(one("6 tháng tuổi"), ("", aged(12, Unit::Month, None)));
        assert!(age("tuổi").is_err());
        let (rest, range) = age_range("từ 6 tháng đến dưới 5 tuổi;").unwrap();
        assert_eq!(rest, ";");
        let Expr::List(ends) = range else { panic!() };
        assert_eq!(ends[0].expr, aged(12, Unit::Month, Some(Modifier::EqualOrMore)));
        assert_eq!(ends[1].expr, aged(10, Unit::Year, Some(Modifier::LessThan)));
    }
}
