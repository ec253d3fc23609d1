//! Seasons: of the weather, of crops, of sports.

use nom::{
    Parser,
    branch::alt,
    combinator::{map, opt, value},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Season, Year},
    cycle::cycle_year,
    lex::{Found, eow, fail, lookup, modern_year, one_phrase, phrase, space},
    year::year_phrase,
};

/// Seasons by name.
pub(crate) const SEASONS: &[(&str, Season)] = &[
    ("mùa xuân", Season::Spring),
    ("mùa hè", Season::Summer),
    ("mùa hạ", Season::Summer),
    ("mùa thu", Season::Autumn),
    ("mùa đông", Season::Winter),
    ("mùa khô", Season::Dry),
    ("mùa mưa", Season::Wet),
];

/// Seasons without "mùa": a year must follow.
const SHORT_SEASONS: &[(&str, Season)] = &[("xuân", Season::Spring), ("hè", Season::Summer)];

/// A year in figures alone.
fn stated(i: &str) -> Found<'_, Year> {
    map(terminated(modern_year, eow), Year::Stated).parse(i)
}

/// `mùa hè năm 2022`, `mùa xuân 1975`, `mùa khô năm nay`; a season without its year says nothing of when.
pub(crate) fn season(i: &str) -> Found<'_, Base> {
    // The spring festivals follow Tết: without a year they are those nearest to the day of writing.
    if let Ok((rest, ())) = alt((phrase("lễ hội xuân"), phrase("hội xuân"))).parse(i) {
        let (rest, year) = opt(preceded(space, year_phrase)).parse(rest)?;
        return Ok((rest, Base::Season { year: year.unwrap_or_default(), season: Season::Spring }));
    }
    // "các khoản thu trước ngày 20/9": without "mùa", autumn needs its year.
    if let Ok((rest, ())) = phrase("thu")(i) {
        let (rest, year) = preceded(space, alt((year_phrase, stated))).parse(rest)?;
        return Ok((rest, Base::Season { year, season: Season::Autumn }));
    }
    let (rest, season) = alt((lookup(SEASONS), lookup(SHORT_SEASONS))).parse(i)?;
    let year = alt((
        year_phrase,
        stated,
        value(Year::Deictic(0), phrase("này")),
        value(Year::Coming, alt((phrase("sắp tới"), phrase("tới")))),
        value(Year::Gone, alt((phrase("vừa qua"), phrase("vừa rồi")))),
        value(Year::Deictic(-1), phrase("trước")),
        cycle_year,
    ));
    let (rest, year) = preceded(space, year).parse(rest)?;
    Ok((rest, Base::Season { year, season }))
}

/// Crop and sports seasons, and financial years, that one year names; longer first.
const TERMS: &[&str] = &[
    "vụ đông xuân",
    "vụ hè thu",
    "vụ thu đông",
    "vụ mùa",
    "đông xuân",
    "hè thu",
    "thu đông",
    "mùa giải",
    "mùa bóng",
    "mùa hội",
    "mùa du lịch",
    "niên độ",
    "niên vụ",
];

/// `Hè Thu 2024`, `vụ mùa năm 2022`, `vụ đông xuân này`, `niên độ 2022`, `mùa giải 2021`
pub(crate) fn crop_season(i: &str) -> Found<'_, Base> {
    let (rest, _) = one_phrase(TERMS)(i)?;
    let year = alt((year_phrase, stated, value(Year::Deictic(0), phrase("này"))));
    let (rest, year) = preceded(space, year).parse(rest)?;
    if rest.starts_with(['-', '/']) { fail(i) } else { Ok((rest, Base::Term(year))) }
}
