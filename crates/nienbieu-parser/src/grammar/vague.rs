//! Words that refer to a time without measuring it.

use nom::{Parser, combinator::map};

use super::{
    ast::{Dir, Duration, Expr, Unit, Vague},
    distance::RECENT,
    duration::NO_MORE,
    length::vague_length,
    lex::{Found, lookup, space},
};

/// Words that refer to a time without measuring it; longer first.
const VAGUE: &[(&str, Vague)] = &[
    ("hiện nay", Vague::Present),
    ("hiện tại", Vague::Present),
    ("hiện giờ", Vague::Present),
    ("hiện thời", Vague::Present),
    ("hiện", Vague::Present),
    ("bây giờ", Vague::Present),
    ("ngày nay", Vague::Present),
    ("lúc này", Vague::Present),
    ("thời điểm này", Vague::Present),
    ("thời điểm hiện tại", Vague::Present),
    ("ngày xưa", Vague::Past),
    ("thuở trước", Vague::Past),
    ("dạo gần đây", Vague::Past),
    ("giờ đây", Vague::Present),
    ("nay", Vague::Present),
    ("thời gian vừa qua", Vague::Past),
    ("thời gian qua", Vague::Past),
    ("thời gian gần đây", Vague::Past),
    ("thời gian trước đây", Vague::Past),
    ("thời gian trước", Vague::Past),
    ("thời gian sắp tới", Vague::Future),
    ("thời gian tới đây", Vague::Future),
    ("thời gian tới", Vague::Future),
    ("vừa qua", Vague::Past),
    ("gần đây", Vague::Past),
    ("mới đây", Vague::Past),
    ("trước đây", Vague::Past),
    ("trước kia", Vague::Past),
    ("lâu nay", Vague::Past),
    ("bấy lâu nay", Vague::Past),
    ("xưa nay", Vague::Past),
    ("những năm trước đây", Vague::Past),
    ("những năm trước", Vague::Past),
    ("các năm trước", Vague::Past),
    ("những ngày này", Vague::Present),
    ("mấy hôm nay", Vague::Present),
    ("mấy ngày nay", Vague::Present),
    ("sắp tới", Vague::Future),
    ("tương lai gần", Vague::Future),
    ("tương lai", Vague::Future),
    ("trong ngày", Vague::WithinDay),
];

/// `hiện nay`, `thời gian qua`, `sắp tới`, `nay`
pub(crate) fn vague(i: &str) -> Found<'_, Expr> {
    map(lookup(VAGUE), Expr::Vague).parse(i)
}

/// `những năm gần đây`, `nhiều năm qua`, `mấy ngày nay`, `vài tuần tới`: a length nobody measured.
pub(crate) fn vague_recent(i: &str) -> Found<'_, Expr> {
    let (rest, (length, _, dir)) = (vague_length, space, lookup(RECENT)).parse(i)?;
    let plural = ["những", "các"].iter().any(|word| i.starts_with(word));
    if !plural && matches!(length.unit, Unit::Day | Unit::Week | Unit::Hour | Unit::Night) {
        let length = Duration { length, more: NO_MORE, max: None, modifier: None };
        return Ok((rest, Expr::Recent { length, dir }));
    }
    let vague = if dir == Dir::Back { Vague::Past } else { Vague::Future };
    Ok((rest, Expr::Vague(vague)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    #[test]
    fn times_nobody_measured() {
        assert_found(vague("thời gian vừa qua"), "", Expr::Vague(Vague::Past));
        assert_found(vague_recent("những năm gần đây"), "", Expr::Vague(Vague::Past));
    }
}
