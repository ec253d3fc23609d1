use crate::Language;

use super::{Edtf, End, Point, Qualifier, YearPrecision};

/// What words say of a date beside its value ("giữa", "trước"): TIMEX3 modifiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shades<'t> {
    /// Of the whole.
    pub own: Option<&'t str>,
    /// Of an interval's beginning.
    pub begin: Option<&'t str>,
    /// Of an interval's end.
    pub end: Option<&'t str>,
}

/// The modifiers that a date can be shown with; the others are of lengths.
const SHADES: [&str; 8] =
    ["START", "MID", "END", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "APPROX"];

/// An EDTF value in the reader's language; what cannot be read shows as it stands.
#[must_use]
pub fn show(edtf: &str, lang: Language) -> String {
    show_shaded(edtf, Shades::default(), lang)
}

/// The same with what its words say beside the value: "giữa tháng 6/2020".
#[must_use]
pub fn show_shaded(edtf: &str, shades: Shades<'_>, lang: Language) -> String {
    match Edtf::read(edtf) {
        Some(Edtf::Point(point)) => shaded(&point, shades.own, lang, true),
        Some(Edtf::Interval(begin, end)) => show_interval(&begin, &end, shades, lang),
        None => edtf.to_owned(),
    }
}

/// The same in as few words as can be: without the day of the week.
#[must_use]
pub fn show_short(edtf: &str, lang: Language) -> String {
    match Edtf::read(edtf) {
        Some(Edtf::Point(point)) => show_point(&point, lang, false),
        _ => show(edtf, lang),
    }
}

/// The weekday would stand between the shade and its date.
fn shaded(point: &Point, shade: Option<&str>, lang: Language, alone: bool) -> String {
    let said = point.qualifier != Qualifier::None;
    let shade = shade.filter(|shade| SHADES.contains(shade) && !(said && *shade == "APPROX"));
    let Some(shade) = shade else { return show_point(point, lang, alone) };
    let date = embedded(show_point(point, lang, false), lang);
    lang.with(&format!("date.mod_{shade}"), &[("date", &date)])
}

fn show_interval(begin: &End, end: &End, shades: Shades<'_>, lang: Language) -> String {
    let point = |end: &End, shade| match end {
        End::Point(point) => Some(shaded(point, shade, lang, false)),
        End::Open | End::Unknown => None,
    };
    let key = match (begin, end) {
        (End::Point(_), End::Point(_)) => "date.interval",
        (End::Point(_), End::Open) => "date.open_end",
        (End::Point(_), End::Unknown) => "date.unknown_end",
        (_, End::Point(_)) => "date.open_begin",
        _ => "date.no_ends",
    };
    let begin = point(begin, shades.begin).unwrap_or_default();
    let begin = if key == "date.interval" { begin } else { embedded(begin, lang) };
    let end = embedded(point(end, shades.end).unwrap_or_default(), lang);
    lang.with(key, &[("begin", &begin), ("end", &end)])
}

/// A date inside other words: Vietnamese writes "Tháng 7" alone and "từ tháng 7" inside.
fn embedded(date: String, lang: Language) -> String {
    let mut rest = date.chars();
    match (lang, rest.next()) {
        (Language::Vi, Some(first)) => first.to_lowercase().chain(rest).collect(),
        _ => date,
    }
}

/// The weekday stands only with a day that is alone: an interval would drown in it.
fn show_point(point: &Point, lang: Language, alone: bool) -> String {
    let date = show_date(point, lang, alone);
    let date = match &point.time {
        Some(time) => lang.with("date.at_time", &[("date", &date), ("time", &clock(time, lang))]),
        None => date,
    };
    let key = match point.qualifier {
        Qualifier::None => return date,
        Qualifier::Uncertain => "date.uncertain",
        Qualifier::Approximate => "date.approximate",
        Qualifier::Both => "date.approximate_uncertain",
    };
    lang.with(key, &[("date", &embedded(date, lang))])
}

/// "18:27" as it stands, "17" with the word for hours.
fn clock(time: &str, lang: Language) -> String {
    if time.contains(':') {
        return time.to_owned();
    }
    let hour = time.trim_start_matches('0');
    lang.with("date.hour", &[("hour", if hour.is_empty() { "0" } else { hour })])
}

fn show_date(point: &Point, lang: Language, alone: bool) -> String {
    let year = match point.year {
        YearPrecision::Year(year) => year.to_string(),
        YearPrecision::Decade(year) => lang.with("date.decade", &[("year", &year.to_string())]),
        YearPrecision::Century(year) => {
            lang.with("date.century", &[("n", &(year / 100 + 1).to_string())])
        }
        YearPrecision::Unknown => String::new(),
    };
    let known = !matches!(point.year, YearPrecision::Unknown);
    let month = point.month.map(|month| month.to_string()).unwrap_or_default();
    let day = point.day.map(|day| day.to_string()).unwrap_or_default();
    let month_name = lang.label("month", &month);
    let weekday = point.weekday().map(|n| lang.label("weekday", &n.to_string()));
    let key = match (point.month, point.day) {
        (Some(_), Some(_)) if !known => "date.day_no_year",
        (Some(_), Some(_)) if alone && weekday.is_some() => "date.weekday_day",
        (Some(_), Some(_)) => "date.day",
        (Some(code @ 21..), None) => return show_code(code, &year, lang),
        (Some(_), None) if !known => "date.month_no_year",
        (Some(_), None) => "date.month",
        (None, Some(_)) => "date.day_no_month",
        (None, None) if !known => "date.unknown",
        (None, None) if matches!(point.year, YearPrecision::Year(_)) => "date.year",
        (None, None) => return year,
    };
    let weekday = weekday.unwrap_or_default();
    lang.with(
        key,
        &[
            ("year", &year),
            ("month", &month),
            ("month_name", &month_name),
            ("day", &day),
            ("weekday", &weekday),
        ],
    )
}

/// A season, quarter or half-year by its EDTF code.
fn show_code(code: u8, year: &str, lang: Language) -> String {
    let year =
        if year.is_empty() { lang.t("date.unknown_year").to_owned() } else { year.to_owned() };
    lang.with(&format!("date.code_{code}"), &[("year", &year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_both_languages() {
        for (edtf, vi, en) in [
            ("2021-07-24", "Thứ Bảy, 24/7/2021", "Saturday 24 July 2021"),
            ("2021-06-18T18:27+07:00", "Thứ Sáu, 18/6/2021, 18:27", "Friday 18 June 2021, 18:27"),
            ("2021-07", "Tháng 7/2021", "July 2021"),
            ("2022-33", "Quý I/2022", "Q1 2022"),
            ("2022-41", "Nửa cuối năm 2022", "Second half of 2022"),
            ("2022-21", "Mùa xuân 2022", "Spring 2022"),
            ("2021", "Năm 2021", "2021"),
            ("202X", "Thập niên 2020", "2020s"),
            ("20XX", "Thế kỷ 21", "Century 21"),
            ("XXXX-07-24", "24/7, chưa rõ năm", "24 July, year unknown"),
            ("XXXX-07", "Tháng 7, chưa rõ năm", "July, year unknown"),
            ("2021~", "khoảng năm 2021", "about 2021"),
        ] {
            assert_eq!(show(edtf, Language::Vi), vi, "{edtf}");
            assert_eq!(show(edtf, Language::En), en, "{edtf}");
        }
    }

    #[test]
    fn whole_hours_say_so() {
        for (edtf, vi, en) in [
            ("2020-07-09T17", "Thứ Năm, 9/7/2020, 17 giờ", "Thursday 9 July 2020, 17h"),
            ("2020-07-09T07", "Thứ Năm, 9/7/2020, 7 giờ", "Thursday 9 July 2020, 7h"),
            (
                "2020-07-05T00/2020-07-09T17",
                "5/7/2020, 0 giờ – 9/7/2020, 17 giờ",
                "5 July 2020, 0h – 9 July 2020, 17h",
            ),
        ] {
            assert_eq!(show(edtf, Language::Vi), vi, "{edtf}");
            assert_eq!(show(edtf, Language::En), en, "{edtf}");
        }
        assert_eq!(show_short("2020-07-09T17", Language::Vi), "9/7/2020, 17 giờ");
    }

    #[test]
    fn shades_in_both_languages() {
        for (edtf, shade, vi, en) in [
            ("2020-06", "MID", "giữa tháng 6/2020", "mid June 2020"),
            ("2020-08", "START", "đầu tháng 8/2020", "early August 2020"),
            ("2020-08", "END", "cuối tháng 8/2020", "late August 2020"),
            ("2020-07-05", "BEFORE", "trước 5/7/2020", "before 5 July 2020"),
            ("2020", "AFTER", "sau năm 2020", "after 2020"),
            ("2019", "APPROX", "khoảng năm 2019", "about 2019"),
            ("2019~", "APPROX", "khoảng năm 2019", "about 2019"),
            ("2019", "MORE_THAN", "Năm 2019", "2019"),
        ] {
            let shades = Shades { own: Some(shade), ..Shades::default() };
            assert_eq!(show_shaded(edtf, shades, Language::Vi), vi, "{edtf} {shade}");
            assert_eq!(show_shaded(edtf, shades, Language::En), en, "{edtf} {shade}");
        }
        let ends = Shades { own: None, begin: Some("MID"), end: Some("END") };
        let shown = show_shaded("2021-06/2021-07", ends, Language::Vi);
        assert_eq!(shown, "giữa tháng 6/2021 – cuối tháng 7/2021");
    }

    #[test]
    fn intervals_in_both_languages() {
        for (edtf, vi, en) in [
            ("2021-07-12/2021-07-18", "12/7/2021 – 18/7/2021", "12 July 2021 – 18 July 2021"),
            ("2021-07-20/", "Từ 20/7/2021, chưa rõ đến khi nào", "From 20 July 2021, end unknown"),
            ("2021-07-20/..", "Từ 20/7/2021 trở đi", "From 20 July 2021 on"),
            ("../2021-07", "Đến tháng 7/2021", "Until July 2021"),
        ] {
            assert_eq!(show(edtf, Language::Vi), vi, "{edtf}");
            assert_eq!(show(edtf, Language::En), en, "{edtf}");
        }
    }

    #[test]
    fn what_cannot_be_read_shows_as_it_stands() {
        assert_eq!(show("P15D", Language::Vi), "P15D");
        assert_eq!(show_short("P15D", Language::Vi), "P15D");
        assert_eq!(show("<b>", Language::En), "<b>");
    }
}
