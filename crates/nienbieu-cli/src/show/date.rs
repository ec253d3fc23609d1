//! EDTF as people write dates: day/month/year.

use nienbieu_export::items::found;
use nienbieu_export::text::one_line;
use nienbieu_model::{Grain, Record, Time};

/// The value in words; what is no EDTF that this knows stays as it is.
pub(crate) fn human(edtf: &str) -> String {
    let shown = match edtf.split_once('/') {
        Some((from, to)) => ends(from, to),
        None => set(edtf).or_else(|| point(edtf)),
    };
    shown.unwrap_or_else(|| edtf.to_owned())
}

/// The date of the time with this id, else its words.
pub(crate) fn date_of(record: &Record, id: Option<&str>) -> Option<String> {
    let time = found(&record.times, id)?;
    Some(time.edtf.as_deref().map_or_else(|| one_line(&time.text), human))
}

/// The value with the modifier of the time that it is taken from, where it is taken whole.
pub(crate) fn dated(edtf: &str, time: Option<&Time>) -> String {
    let whole = time.filter(|time| time.edtf.as_deref() == Some(edtf));
    // The third of a month is its own value.
    let told = whole.filter(|time| time.grain != Some(Grain::TenDays));
    modified(edtf, told.and_then(|time| time.modifier.as_deref()))
}

/// The value with its TIMEX3 modifier: "mid 06/2020", "before 05/09/2023".
fn modified(edtf: &str, modifier: Option<&str>) -> String {
    let shown = human(edtf);
    // What says so itself needs no word more.
    let is_bounded = shown.starts_with(['≤', '≥']);
    let is_day = edtf.len() >= "2021-07-24".len() && !edtf.contains('/');
    match modifier.and_then(word) {
        Some("early") if is_day => format!("start of {shown}"),
        Some("late") if is_day => format!("end of {shown}"),
        Some("ca.") if shown.starts_with("ca. ") => shown,
        Some(word) if !is_bounded => format!("{word} {shown}"),
        _ => shown,
    }
}

fn word(modifier: &str) -> Option<&'static str> {
    Some(match modifier {
        "START" => "early",
        "MID" => "mid",
        "END" => "late",
        "BEFORE" | "LESS_THAN" => "before",
        "AFTER" | "MORE_THAN" => "after",
        "ON_OR_BEFORE" | "EQUAL_OR_LESS" => "by",
        "ON_OR_AFTER" | "EQUAL_OR_MORE" => "from",
        "APPROX" => "ca.",
        _ => return None,
    })
}

/// Both bounds as an EDTF interval, where there is one.
pub(crate) fn between(earliest: Option<&str>, latest: Option<&str>) -> Option<String> {
    (earliest.is_some() || latest.is_some())
        .then(|| format!("{}/{}", earliest.unwrap_or_default(), latest.unwrap_or_default()))
}

/// `from "/" to`; empty is unknown, ".." is open.
fn ends(from: &str, to: &str) -> Option<String> {
    Some(format!("{} – {}", end(from)?, end(to)?))
}

fn end(edtf: &str) -> Option<String> {
    match edtf {
        "" => Some("?".to_owned()),
        ".." => Some("…".to_owned()),
        _ => point(edtf),
    }
}

/// `[..x]` not after x, `[x..]` not before x, `[a,b]` one of both, `{a,b}` both.
fn set(edtf: &str) -> Option<String> {
    let one = edtf.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let all = edtf.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let (members, joiner) = one.map(|members| (members, " or ")).or(all.map(|all| (all, ", ")))?;
    let members: Option<Vec<String>> = members.split(',').map(member).collect();
    Some(members?.join(joiner))
}

fn member(edtf: &str) -> Option<String> {
    if let Some(last) = edtf.strip_prefix("..") {
        return Some(format!("≤ {}", point(last)?));
    }
    match edtf.split_once("..") {
        Some((first, "")) => Some(format!("≥ {}", point(first)?)),
        Some((first, last)) => ends(first, last),
        None => point(edtf),
    }
}

/// One date or moment with its qualifiers: `~` about, `?` uncertain, `%` both.
fn point(edtf: &str) -> Option<String> {
    let about = edtf.contains(['~', '%']);
    let doubtful = edtf.contains(['?', '%']);
    let bare = edtf.replace(['~', '%', '?'], "");
    let (date, clock) = match bare.split_once('T') {
        Some((date, clock)) => (date, Some(clock)),
        None => (bare.as_str(), None),
    };
    let mut shown = calendar(date)?;
    if let Some(clock) = clock {
        shown = format!("{shown} {}", time_of_day(clock)?);
    }
    let (before, behind) = (if about { "ca. " } else { "" }, if doubtful { " (?)" } else { "" });
    Some(format!("{before}{shown}{behind}"))
}

/// `year`, `year-month`, `year-season` or `year-month-day`; X stands for an unknown digit.
fn calendar(date: &str) -> Option<String> {
    let mut parts = date.split('-');
    let year = parts.next().filter(|year| year.len() == 4 && digits(year))?;
    let second = parts.next().filter(|part| part.len() == 2 && digits(part));
    let third = parts.next().filter(|part| part.len() == 2 && digits(part));
    let shown_year = year.replace('X', "?");
    match (date.len(), second, third) {
        (4, None, None) => Some(bare_year(year)),
        (7, Some(month), None) => Some(part_of_year(month, &shown_year)),
        (10, Some(month), Some(day)) => {
            Some(format!("{}/{}/{shown_year}", day.replace('X', "?"), month.replace('X', "?")))
        }
        _ => None,
    }
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
}

fn bare_year(year: &str) -> String {
    match year.strip_suffix('X') {
        Some(decade) if !decade.contains('X') => format!("{decade}0s"),
        _ => year.replace('X', "?"),
    }
}

fn part_of_year(code: &str, year: &str) -> String {
    let name = match code {
        "21" | "25" | "29" => "spring ",
        "22" | "26" | "30" => "summer ",
        "23" | "27" | "31" => "autumn ",
        "24" | "28" | "32" => "winter ",
        "33" => "Q1/",
        "34" => "Q2/",
        "35" => "Q3/",
        "36" => "Q4/",
        "40" => "H1/",
        "41" => "H2/",
        month => return format!("{}/{year}", month.replace('X', "?")),
    };
    format!("{name}{year}")
}

/// `hh`, `hh:mm` or `hh:mm:ss`, with or without a zone; seconds only where they tell something.
fn time_of_day(clock: &str) -> Option<String> {
    let zone = clock.find(['+', '-', 'Z']).unwrap_or(clock.len());
    let clock = &clock[..zone];
    let known = clock.len() >= 2 && clock.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let clock = clock.strip_suffix(":00").filter(|rest| rest.len() == 5).unwrap_or(clock);
    known.then(|| if clock.len() == 2 { format!("{clock}h") } else { clock.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{human, modified};

    #[test]
    fn modifiers_stand_before_the_date() {
        for (edtf, modifier, shown) in [
            ("2020-06", Some("MID"), "mid 06/2020"),
            ("2020-08", Some("START"), "early 08/2020"),
            ("2022", Some("END"), "late 2022"),
            ("2021-08-25", Some("END"), "end of 25/08/2021"),
            ("2023-09-05", Some("BEFORE"), "before 05/09/2023"),
            ("2004-01-22~", Some("AFTER"), "after ca. 22/01/2004"),
            ("2022-11-27T19:40", Some("APPROX"), "ca. 27/11/2022 19:40"),
            ("2022-11~", Some("APPROX"), "ca. 11/2022"),
            ("2025-01-06/2025-01-12", Some("START"), "early 06/01/2025 – 12/01/2025"),
            ("[..2021-07-24]", Some("BEFORE"), "≤ 24/07/2021"),
            ("2022-11", Some("NEW"), "11/2022"),
            ("2022-11", None, "11/2022"),
        ] {
            assert_eq!(modified(edtf, modifier), shown);
        }
    }

    #[test]
    fn dates_as_people_write_them() {
        for (edtf, shown) in [
            ("2021-07-24", "24/07/2021"),
            ("2021-07-24T18:30", "24/07/2021 18:30"),
            ("2021-07-24T18:30:00+07:00", "24/07/2021 18:30"),
            ("2021-07-24T18:30:05", "24/07/2021 18:30:05"),
            ("2021-07-24T18", "24/07/2021 18h"),
            ("2021-07", "07/2021"),
            ("2021", "2021"),
            ("202X", "2020s"),
            ("20XX", "20??"),
            ("2021-35", "Q3/2021"),
            ("2021-41", "H2/2021"),
            ("2021-24", "winter 2021"),
            ("XXXX-07-24", "24/07/????"),
            ("XXXX-07", "07/????"),
            ("2021-07-XX", "??/07/2021"),
            ("2021-07-12/2021-07-18", "12/07/2021 – 18/07/2021"),
            ("2021-07-20/", "20/07/2021 – ?"),
            ("2021-07-20/..", "20/07/2021 – …"),
            ("../2021-07", "… – 07/2021"),
            ("2021-07~", "ca. 07/2021"),
            ("2021?", "2021 (?)"),
            ("2021-07-24%", "ca. 24/07/2021 (?)"),
            ("[..2021-07-24]", "≤ 24/07/2021"),
            ("[2021-07-24..]", "≥ 24/07/2021"),
            ("[2020,2021]", "2020 or 2021"),
            ("{2020..2022}", "2020 – 2022"),
        ] {
            assert_eq!(human(edtf), shown, "{edtf}");
        }
    }

    #[test]
    fn what_is_unknown_stays() {
        for edtf in ["", "Y170000002", "2021-07-24TMO", "giờ", "2021-7", "21-07-24"] {
            assert_eq!(human(edtf), edtf);
        }
    }
}
