//! Months, quarters, halves, years, decades, centuries, seasons, school years.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::tag,
    combinator::{map, opt, value, verify},
    sequence::{preceded, terminated},
};

use super::{
    ast::{Base, Modifier, Month, Season, Year},
    date::{expand, month_phrase, year_behind, year_phrase},
    lex::{
        Found, dash, digits, eow, fail, lead, lookup, modern_year, phrase, separator, small, space,
    },
};

/// Any period: the longest words first.
pub(crate) fn period(i: &str) -> Found<'_, Base> {
    alt((
        months_of_year,
        half_year,
        ten_days,
        half_month,
        month,
        quarter,
        season,
        school_year,
        deictic_school_year,
        crop_season,
        week_of_year,
        century,
        decade,
        year,
    ))
    .parse(i)
}

/// `tháng 7/2021`, `tháng Bảy năm 2021`, `tháng 5 năm ngoái`, `tháng này`, `T3/2020`
pub(crate) fn month(i: &str) -> Found<'_, Base> {
    if let Ok((rest, (month, year))) = short_month(i) {
        return Ok((rest, Base::Month { year, month }));
    }
    let (rest, month) = month_phrase(i)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    // "thắng 2-1" typed without diacritics is a score.
    let joined =
        rest.strip_prefix('-').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    if joined && year.is_none() {
        return fail(i);
    }
    Ok((rest, Base::Month { year: year.unwrap_or_default(), month }))
}

/// `T3/2020`: never without its year, T3 alone may be a Tuesday or a terminal.
fn short_month(i: &str) -> Found<'_, (Month, Year)> {
    let (rest, (_, month, _, year, ())) =
        (tag("t"), small(1, 12), separator("/-."), modern_year, eow).parse(i)?;
    Ok((rest, (Month::Stated(month), Year::Stated(year))))
}

/// `7/2021`, `07-2021`, `7.2021`: a month in figures; "tháng" or another cue must vouch for it.
pub(crate) fn month_figures(i: &str) -> Found<'_, Base> {
    let (rest, (month, _, year)) = (small(1, 12), separator("/-."), modern_year).parse(i)?;
    if !super::date::ends_date(rest) {
        return fail(i);
    }
    Ok((rest, Base::Month { year: Year::Stated(year), month: Month::Stated(month) }))
}

/// Roman numerals of quarters; longer first.
const QUARTERS: &[(&str, u8)] = &[("iv", 4), ("iii", 3), ("ii", 2), ("i", 1)];
/// Number words of quarters.
const QUARTER_WORDS: &[(&str, u8)] = &[
    ("thứ nhất", 1),
    ("một", 1),
    ("đầu", 1),
    ("đầu tiên", 1),
    ("thứ hai", 2),
    ("hai", 2),
    ("thứ ba", 3),
    ("ba", 3),
    ("thứ tư", 4),
    ("tư", 4),
    ("bốn", 4),
    ("cuối", 4),
];
/// Quarters counted from the one of writing.
const DEICTIC_QUARTERS: &[(&str, i32)] =
    &[("này", 0), ("trước", -1), ("vừa qua", -1), ("qua", -1), ("sau", 1), ("tới", 1)];

/// `quý I`, `quý 1/2022`, `quý I.2022`, `quý IV năm 2021`, `Q1/2022`, `quý này`
pub(crate) fn quarter(i: &str) -> Found<'_, Base> {
    if let Ok((rest, (_, quarter, _, year, ()))) =
        (tag("q"), small(1, 4), separator("/-."), modern_year, eow).parse(i)
    {
        return Ok((rest, quarter_of(Year::Stated(year), quarter)));
    }
    let (rest, ()) = quarter_word(i)?;
    if let Ok((rest, quarter)) = quarter_number(rest) {
        let (rest, year) = opt(year_behind).parse(rest)?;
        return Ok((rest, quarter_of(year.unwrap_or_default(), quarter)));
    }
    let (rest, offset) = lookup(DEICTIC_QUARTERS)(rest)?;
    Ok((rest, Base::Quarter { year: Year::Absent, quarter: None, offset }))
}

/// `quý`, in its several spellings.
pub(crate) fn quarter_word(i: &str) -> Found<'_, ()> {
    alt((lead("quý"), lead("quí"), lead("qúy"))).parse(i)
}

/// The number behind "quý": `I`, `1`, `hai`, `đầu`.
pub(crate) fn quarter_number(i: &str) -> Found<'_, u8> {
    alt((terminated(small(1, 4), eow), lookup(QUARTERS), lookup(QUARTER_WORDS))).parse(i)
}

pub(crate) const fn quarter_of(year: Year, quarter: u8) -> Base {
    Base::Quarter { year, quarter: Some(quarter), offset: 0 }
}

/// A year after "đầu", "cuối" or nothing: `năm 2021`, `năm`, `năm nay`. A bare "năm" is this year.
fn year_of_part(i: &str) -> Found<'_, Year> {
    alt((year_phrase, value(Year::Deictic(0), (phrase("năm"), not_a_unit)))).parse(i)
}

/// "năm" as a year, not as the number five or the start of "năm học".
fn not_a_unit(i: &str) -> Found<'_, ()> {
    let next = i.trim_start();
    let counted = ["học", "người", "tháng", "ngày", "tuần", "em", "con", "cái"];
    if counted.iter().any(|word| phrase(word)(next).is_ok()) { fail(i) } else { Ok((i, ())) }
}

/// `6 tháng đầu năm 2021`, `9 tháng năm 2022`, `3 tháng cuối năm`, `ba quý đầu năm`, `2 quý đầu năm`
pub(crate) fn months_of_year(i: &str) -> Found<'_, Base> {
    let (rest, (count, _)) = (super::number::cardinal, space).parse(i)?;
    let (rest, per) = alt((value(1, phrase("tháng")), value(3, phrase("quý")))).parse(rest)?;
    let (rest, end) = opt(preceded(
        space,
        alt((
            value(false, phrase("đầu tiên")),
            value(false, phrase("đầu")),
            value(true, phrase("cuối")),
        )),
    ))
    .parse(rest)?;
    let (rest, year) = match end {
        Some(_) => opt(preceded((opt((space, phrase("của"))), space), year_of_part)).parse(rest)?,
        None => map(preceded(space, year_stated), Some).parse(rest)?,
    };
    // "6 tháng đầu" alone may be a baby's first six months.
    let (Some(year), Ok(months)) = (year, u8::try_from(count * per)) else { return fail(i) };
    if !(1..=11).contains(&months) {
        return fail(i);
    }
    let (first, last) = if end == Some(true) { (13 - months, 12) } else { (1, months) };
    Ok((rest, Base::Months { year, first, last }))
}

/// `năm 2022`: with its figures, so that "9 tháng năm" stays a ninth of May.
fn year_stated(i: &str) -> Found<'_, Year> {
    map(preceded(lead("năm"), terminated(modern_year, eow)), Year::Stated).parse(i)
}

/// `nửa đầu năm 2021`, `nửa cuối năm`, `nửa năm đầu`, `nửa sau năm 2020`
pub(crate) fn half_year(i: &str) -> Found<'_, Base> {
    let (rest, second) = half_word(i)?;
    let bare = map(terminated(modern_year, eow), Year::Stated);
    let year = alt((year_of_part, bare));
    let (rest, year) = preceded((opt((space, phrase("của"))), space), year).parse(rest)?;
    let (first, last) = if second { (7, 12) } else { (1, 6) };
    Ok((rest, Base::Months { year, first, last }))
}

/// `nửa đầu`, `nửa cuối`: false is the first half.
fn half_word(i: &str) -> Found<'_, bool> {
    lookup(&[("nửa đầu", false), ("nửa cuối", true), ("nửa sau", true), ("nửa đầu tiên", false)])(
        i,
    )
}

/// `nửa đầu tháng 8`, `nửa cuối tháng 8/2021`
fn half_month(i: &str) -> Found<'_, Base> {
    let (rest, second) = half_word(i)?;
    let (rest, month) = preceded(space, month_phrase).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    let half = if second { 2 } else { 1 };
    Ok((rest, Base::HalfMonth { year: year.unwrap_or_default(), month, half }))
}

/// `10 ngày cuối tháng 6`, `thượng tuần tháng 5`, `trung tuần tháng 5/2021`, `hạ tuần tháng này`
fn ten_days(i: &str) -> Found<'_, Base> {
    let (rest, part) = lookup(&[
        ("thượng tuần", 1),
        ("trung tuần", 2),
        ("hạ tuần", 3),
        ("10 ngày đầu", 1),
        ("mười ngày đầu", 1),
        ("10 ngày giữa", 2),
        ("10 ngày cuối", 3),
        ("mười ngày cuối", 3),
    ])(i)?;
    let this_month = map(preceded(phrase("tháng"), not_counted), |()| Month::Deictic(0));
    let (rest, month) = preceded(space, alt((month_phrase, this_month))).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    Ok((rest, Base::TenDays { year: year.unwrap_or_default(), month, part }))
}

/// Seasons by name.
const SEASONS: &[(&str, Season)] = &[
    ("mùa xuân", Season::Spring),
    ("mùa hè", Season::Summer),
    ("mùa hạ", Season::Summer),
    ("mùa thu", Season::Autumn),
    ("mùa đông", Season::Winter),
    ("mùa khô", Season::Dry),
    ("mùa mưa", Season::Wet),
];

/// Seasons without "mùa": a year must follow.
const SHORT_SEASONS: &[(&str, Season)] =
    &[("xuân", Season::Spring), ("hè", Season::Summer), ("thu", Season::Autumn)];

/// `mùa hè năm 2022`, `mùa xuân 1975`, `mùa khô năm nay`; a season without its year says nothing of when.
fn season(i: &str) -> Found<'_, Base> {
    let (rest, season) = alt((lookup(SEASONS), lookup(SHORT_SEASONS))).parse(i)?;
    let year = alt((
        year_phrase,
        map(terminated(modern_year, eow), Year::Stated),
        value(Year::Deictic(0), phrase("này")),
        value(Year::Coming, alt((phrase("sắp tới"), phrase("tới")))),
        value(Year::Deictic(-1), alt((phrase("vừa qua"), phrase("trước")))),
        super::lunar::cycle_year,
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
    "vụ",
];

/// `Hè Thu 2024`, `vụ mùa năm 2022`, `niên độ 2022`, `mùa giải 2021`
fn crop_season(i: &str) -> Found<'_, Base> {
    let (rest, _) = super::lex::one_phrase(TERMS)(i)?;
    let year = alt((year_phrase, map(terminated(modern_year, eow), Year::Stated)));
    let (rest, year) = preceded(space, year).parse(rest)?;
    if rest.starts_with(['-', '/']) { fail(i) } else { Ok((rest, Base::Term(year))) }
}

/// `tuần 27`, `tuần thứ 30 năm 2023`, `tuần 36/2025`: a week of the year, as epidemiologists count them.
fn week_of_year(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("tuần"), opt((space, phrase("thứ"))), space).parse(i)?;
    let (rest, week) = terminated(small(1, 53), eow).parse(rest)?;
    let (rest, year) = opt(year_behind).parse(rest)?;
    if super::date::counts_something(rest) {
        fail(i)
    } else {
        Ok((rest, Base::WeekOfYear { year: year.unwrap_or_default(), week }))
    }
}

/// School years counted from the one of writing.
const DEICTIC_SCHOOL_YEARS: &[(&str, i32)] = &[
    ("năm học này", 0),
    ("năm học mới", 0),
    ("năm học trước", -1),
    ("năm học vừa qua", -1),
    ("năm học qua", -1),
    ("năm học tới", 1),
    ("năm học sau", 1),
];

/// `năm học này`, `năm học vừa qua`
pub(crate) fn deictic_school_year(i: &str) -> Found<'_, Base> {
    map(lookup(DEICTIC_SCHOOL_YEARS), Base::SchoolYearNear).parse(i)
}

/// `năm học 2022-2023`, `năm học mới 2022 - 2023`, `năm học 2022/2023`
pub(crate) fn school_year(i: &str) -> Found<'_, Base> {
    let (rest, _) =
        (alt((phrase("năm học"), phrase("niên học"))), opt((space, phrase("mới"))), space)
            .parse(i)?;
    let joint = alt((dash, value((), separator("/"))));
    let (rest, (first, (), last, ())) =
        (modern_year, joint, alt((modern_year, map(two_digit_year, expand))), eow).parse(rest)?;
    if last == first + 1 {
        Ok((rest, Base::SchoolYear(Year::Stated(first), last)))
    } else {
        fail(i)
    }
}

fn two_digit_year(i: &str) -> Found<'_, i16> {
    let (rest, text) = digits(2, 2)(i)?;
    text.parse().map_or_else(|_| fail(i), |year| Ok((rest, year)))
}

/// Roman numerals that centuries are written with; longer first.
const CENTURIES: &[(&str, u8)] = &[
    ("xviii", 18),
    ("xvii", 17),
    ("xvi", 16),
    ("xiv", 14),
    ("xiii", 13),
    ("xix", 19),
    ("xxi", 21),
    ("xxii", 22),
    ("xii", 12),
    ("xi", 11),
    ("xv", 15),
    ("xx", 20),
    ("x", 10),
];

/// `thế kỷ XXI`, `thế kỷ 20`, `thế kỷ thứ 10`
fn century(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("thế"), space, alt((phrase("kỷ"), phrase("kỉ"))), space).parse(i)?;
    let (rest, _) = opt(lead("thứ")).parse(rest)?;
    let number = alt((terminated(small(1, 22), eow), lookup(CENTURIES)));
    map(number, Base::Century).parse(rest)
}

/// `thập niên 1990`, `thập kỷ 90`, `những năm 1980`, `những năm 90`
fn decade(i: &str) -> Found<'_, Base> {
    let (rest, _) = alt((
        lead("những năm thập niên"),
        lead("thập niên"),
        lead("thập kỷ"),
        lead("thập kỉ"),
        lead("những năm"),
    ))
    .parse(i)?;
    let year = alt((modern_year, map(two_digit_year, |year| 1900 + year)));
    let (rest, year) = terminated(verify(year, |year| year % 10 == 0), eow).parse(rest)?;
    let (rest, century) = opt(preceded(space, in_century)).parse(rest)?;
    Ok((rest, Base::Decade(century.map_or(year, |c| (i16::from(c) - 1) * 100 + year % 100))))
}

/// `của thế kỷ trước`, `thế kỷ XX`: which century a decade of two digits is in.
fn in_century(i: &str) -> Found<'_, u8> {
    let (rest, _) = opt(lead("của")).parse(i)?;
    if let Ok((rest, ())) = alt((phrase("thế kỷ trước"), phrase("thế kỉ trước"))).parse(rest)
    {
        return Ok((rest, 20));
    }
    match century(rest)? {
        (rest, Base::Century(number)) => Ok((rest, number)),
        _ => fail(i),
    }
}

/// Digits of a year read out: `hai nghìn không trăm mười`.
fn worded_year(i: &str) -> Found<'_, i16> {
    let thousands = alt((phrase("nghìn"), phrase("ngàn")));
    let (rest, (thousand, _, ())) = (super::number::worded, space, thousands).parse(i)?;
    let zero = preceded((space, phrase("không trăm"), space), super::number::below_hundred);
    let (rest, low) = alt((zero, preceded(space, super::number::worded))).parse(rest)?;
    match i16::try_from(thousand * 1000 + low) {
        Ok(year @ 1000..=2999) => Ok((rest, year)),
        _ => fail(i),
    }
}

/// `SN 1990`: a year of birth.
pub(crate) fn birth_year(i: &str) -> Found<'_, Base> {
    let (rest, _) = (phrase("sn"), opt(tag(":")), space).parse(i)?;
    map(terminated(modern_year, eow), |year| Base::Year(Year::Stated(year))).parse(rest)
}

/// `năm 2021`, `năm nay`, `năm ngoái`, `năm hai nghìn không trăm mười`
pub(crate) fn year(i: &str) -> Found<'_, Base> {
    let worded = map(preceded(lead("năm"), worded_year), Year::Stated);
    map(alt((year_phrase, worded)), Base::Year).parse(i)
}

/// Words before a period that pick a part of it.
const EDGES: &[(&str, Modifier)] = &[
    ("những ngày đầu", Modifier::Start),
    ("những ngày cuối", Modifier::End),
    ("những tháng đầu", Modifier::Start),
    ("những tháng cuối", Modifier::End),
    ("đầu", Modifier::Start),
    ("giữa", Modifier::Mid),
    ("cuối", Modifier::End),
    ("hết", Modifier::End),
];

/// `đầu năm 2021`, `cuối tháng 5`, `hết quý I/2022`, `cuối năm`, `giữa tháng`, `những ngày đầu năm`
pub(crate) fn edge(i: &str) -> Found<'_, (Base, Modifier)> {
    let (rest, modifier) = terminated(lookup(EDGES), space).parse(i)?;
    let bare = alt((
        map(preceded(phrase("năm"), not_a_unit), |()| Base::Year(Year::Deictic(0))),
        map(preceded(phrase("tháng"), not_counted), |()| Base::Month {
            year: Year::Absent,
            month: Month::Deictic(0),
        }),
        value(Base::Week(0), (phrase("tuần"), not_counted)),
        value(Base::Quarter { year: Year::Absent, quarter: None, offset: 0 }, phrase("quý")),
    ));
    let (rest, base) = alt((period, super::relative::week, bare)).parse(rest)?;
    Ok((rest, (base, modifier)))
}

/// "đầu tháng", not "đầu tháng thứ 3".
fn not_counted(i: &str) -> Found<'_, ()> {
    let next = i.trim_start();
    let counted = next.starts_with(|c: char| c.is_ascii_digit()) || phrase("thứ")(next).is_ok();
    if counted { fail(i) } else { Ok((i, ())) }
}

/// A year in figures that another cue vouches for: `từ 2020 đến 2022`.
pub(crate) fn bare_year(i: &str) -> Found<'_, Base> {
    let (rest, year) = modern_year(i)?;
    if super::date::ends_date(rest) { Ok((rest, Base::Year(Year::Stated(year)))) } else { fail(i) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::testing::assert_found;

    const fn month_of(month: u8, year: Year) -> Base {
        Base::Month { year, month: Month::Stated(month) }
    }

    #[test]
    fn months() {
        assert_found(period("tháng 7/2021,"), ",", month_of(7, Year::Stated(2021)));
        assert_found(period("tháng bảy năm ngoái"), "", month_of(7, Year::Deictic(-1)));
        assert_found(period("t3/2020"), "", month_of(3, Year::Stated(2020)));
        assert_found(period("tháng mười hai"), "", month_of(12, Year::Absent));
        assert_found(
            period("tháng này"),
            "",
            Base::Month { year: Year::Absent, month: Month::Deictic(0) },
        );
        for text in ["tháng 13", "t3", "tháng ngày", "tháng 3a"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn quarters() {
        assert_found(period("quý i.2022,"), ",", quarter_of(Year::Stated(2022), 1));
        assert_found(period("quý iv năm 2021"), "", quarter_of(Year::Stated(2021), 4));
        assert_found(period("quý 3"), "", quarter_of(Year::Absent, 3));
        for text in ["quý khách", "quý báu", "quý vị"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn portions() {
        assert_found(
            period("6 tháng đầu năm 2021"),
            "",
            Base::Months { year: Year::Stated(2021), first: 1, last: 6 },
        );
        assert_found(
            period("9 tháng năm 2022"),
            "",
            Base::Months { year: Year::Stated(2022), first: 1, last: 9 },
        );
        assert_found(
            period("3 tháng cuối năm"),
            "",
            Base::Months { year: Year::Deictic(0), first: 10, last: 12 },
        );
        assert_found(
            period("nửa cuối năm 2021"),
            "",
            Base::Months { year: Year::Stated(2021), first: 7, last: 12 },
        );
        for text in ["6 tháng đầu đời", "nửa đầu hiệp hai"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn years() {
        assert_found(period("năm 2021"), "", Base::Year(Year::Stated(2021)));
        for text in ["năm người", "năm 20"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn school_years() {
        assert_found(
            period("năm học mới 2022-2023"),
            "",
            Base::SchoolYear(Year::Stated(2022), 2023),
        );
        assert!(period("năm học sinh").is_err());
    }

    #[test]
    fn decades_and_centuries() {
        assert_found(period("những năm 90 của thế kỷ trước"), "", Base::Decade(1990));
        assert_found(period("thập niên 1980"), "", Base::Decade(1980));
        assert_found(period("thế kỷ xxi"), "", Base::Century(21));
        for text in ["thế kỷ này", "những năm qua"] {
            assert!(period(text).is_err(), "{text}");
        }
    }

    #[test]
    fn edges() {
        assert_found(
            edge("đầu năm 2021 đến"),
            " đến",
            (Base::Year(Year::Stated(2021)), Modifier::Start),
        );
        assert_found(
            edge("hết quý i/2022"),
            "",
            (quarter_of(Year::Stated(2022), 1), Modifier::End),
        );
        assert_found(edge("cuối năm"), "", (Base::Year(Year::Deictic(0)), Modifier::End));
        for text in ["đầu tư", "đầu năm học", "cuối cùng", "giữa hai bên", "hết lòng"]
        {
            assert!(edge(text).is_err(), "{text}");
        }
    }
}
