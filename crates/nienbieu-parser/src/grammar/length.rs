//! Lengths of time: a number and a unit.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt},
    sequence::preceded,
};

use super::{
    ast::{Length, Unit},
    lex::{Found, eow, fail, lead, lookup, phrase, space, space0},
    number::{cardinal, halves},
};

/// Units of time as they are counted; longer first.
const UNITS: &[(&str, Unit)] = &[
    ("giây đồng hồ", Unit::Second),
    ("giây", Unit::Second),
    ("phút", Unit::Minute),
    ("tiếng đồng hồ", Unit::Hour),
    ("giờ đồng hồ", Unit::Hour),
    ("tiếng", Unit::Hour),
    ("giờ", Unit::Hour),
    ("ngày đêm", Unit::Day),
    ("ngày", Unit::Day),
    ("hôm", Unit::Day),
    ("đêm", Unit::Night),
    ("tuần lễ", Unit::Week),
    ("tuần", Unit::Week),
    ("tháng", Unit::Month),
    ("quý", Unit::Quarter),
    ("thập kỷ", Unit::Decade),
    ("thập niên", Unit::Decade),
    ("thế kỷ", Unit::Century),
    ("năm", Unit::Year),
];

/// `ngày`, `tuần`, `năm`: a unit alone.
pub(crate) fn unit(i: &str) -> Found<'_, Unit> {
    lookup(UNITS)(i)
}

/// `15 ngày`, `hai tuần rưỡi`, `nửa tháng`, `một năm rưỡi`, `1,5 năm`, `48h`
pub(crate) fn length(i: &str) -> Found<'_, Length> {
    alt((half, counted, hours)).parse(i)
}

/// `nửa tháng`, `nửa năm`
fn half(i: &str) -> Found<'_, Length> {
    let (rest, unit) = preceded(lead("nửa"), unit).parse(i)?;
    Ok((rest, Length { halves: Some(1), unit }))
}

/// `15 ngày`, `hai tuần rưỡi`, `1,5 năm`
pub(crate) fn counted(i: &str) -> Found<'_, Length> {
    let (rest, (number, _, unit)) = (halves, space0, unit).parse(i)?;
    // "năm học sinh" are five pupils, "2 tháng Ba": the unit must not open another word or date.
    if unit == Unit::Year && phrase("học")(rest.trim_start()).is_ok() {
        return fail(i);
    }
    let (rest, plus) = opt(preceded(space, phrase("rưỡi"))).parse(rest)?;
    let (rest, _) = opt(preceded(space, phrase("trời"))).parse(rest)?;
    Ok((rest, Length { halves: Some(number + u32::from(plus.is_some())), unit }))
}

/// `48h`
fn hours(i: &str) -> Found<'_, Length> {
    let (rest, (number, _, ())) = (cardinal, tag("h"), eow).parse(i)?;
    Ok((rest, Length { halves: Some(number * 2), unit: Unit::Hour }))
}

/// `vài ngày`, `nhiều năm`, `mấy tuần`, `những năm`
pub(crate) fn vague_length(i: &str) -> Found<'_, Length> {
    let (rest, _) =
        alt((lead("vài"), lead("mấy"), lead("nhiều"), lead("những"), lead("các"), lead("ít")))
            .parse(i)?;
    map(unit, |unit| Length { halves: None, unit }).parse(rest)
}
