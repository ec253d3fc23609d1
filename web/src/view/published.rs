use std::collections::BTreeSet;

use nienbieu_model::{Publication, Record};

use nienbieu_export::dates::{Edtf, Point, YearPrecision};

/// How many dates are offered.
const MOST: usize = 3;

/// Dates that the article itself offers for its publication, the latest first: days that it names
/// with their year, or the years that it names where only the year is missing.
#[must_use]
pub fn suggestions(record: &Record) -> Vec<String> {
    let named = record.times.iter().filter_map(|time| time.edtf.as_deref());
    let points = named.filter_map(|edtf| match Edtf::read(edtf) {
        Some(Edtf::Point(point)) => Some(point),
        _ => None,
    });
    let found: BTreeSet<String> = match yearless(&record.published) {
        Some(_) => points
            .filter_map(|point| year(&point))
            .filter_map(|year| with_year(&record.published, year))
            .collect(),
        None => points.filter_map(|point| whole_day(&point)).collect(),
    };
    let fitting = found.into_iter().rev().filter(|day| fits(&record.published, day));
    fitting.take(MOST).collect()
}

/// The month and day of a publication date whose year alone is missing.
#[must_use]
pub fn yearless(published: &Publication) -> Option<&str> {
    published.edtf.as_deref()?.strip_prefix("XXXX-").filter(|rest| rest.len() >= 5)
}

/// Such a date with its year.
#[must_use]
pub fn with_year(published: &Publication, year: i32) -> Option<String> {
    let rest = yearless(published)?;
    (1900..=2100).contains(&year).then(|| format!("{year}-{rest}"))
}

const fn year(point: &Point) -> Option<i32> {
    match point.year {
        YearPrecision::Year(year) => Some(year),
        _ => None,
    }
}

fn whole_day(point: &Point) -> Option<String> {
    let (year, month, day) = (year(point)?, point.month?, point.day?);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether a day lies within the bounds; ISO dates compare as text.
fn fits(published: &Publication, day: &str) -> bool {
    let day = day.get(..10).unwrap_or(day);
    bound_day(&published.earliest).is_none_or(|earliest| earliest <= day)
        && bound_day(&published.latest).is_none_or(|latest| day <= latest)
}

/// The day of a bound.
pub(crate) fn bound_day(bound: &Option<String>) -> Option<&str> {
    bound.as_deref()?.get(..10)
}

#[cfg(test)]
mod tests {
    use nienbieu_model::PublicationStatus;

    use super::*;
    use crate::fixture::{record, time};

    fn article(edtf: &[&str]) -> Record {
        let mut record = record("x");
        record.times = edtf.iter().map(|edtf| time("t", 0, 1, Some(edtf))).collect();
        record
    }

    #[test]
    fn the_latest_days_come_first() {
        let article = article(&[
            "2021-07-01",
            "2021-07-24T08:00",
            "2021-06",
            "2020-01-01",
            "2021-07-02",
            "2021-07-01",
        ]);
        assert_eq!(suggestions(&article), ["2021-07-24", "2021-07-02", "2021-07-01"]);
    }

    #[test]
    fn bounds_are_kept() {
        let mut article = article(&["2021-07-01", "2021-07-24", "2021-09-30"]);
        article.published.status = PublicationStatus::Inferred;
        article.published.earliest = Some("2021-07-24".into());
        article.published.latest = Some("2021-08-31T23:59".into());
        assert_eq!(suggestions(&article), ["2021-07-24"]);
    }

    #[test]
    fn a_missing_year_comes_from_the_years_named() {
        let mut article = article(&["2021-07-01", "2020", "202X"]);
        article.published.edtf = Some("XXXX-07-24".into());
        assert_eq!(suggestions(&article), ["2021-07-24", "2020-07-24"]);
        assert_eq!(yearless(&article.published), Some("07-24"));
        assert_eq!(with_year(&article.published, 2022).as_deref(), Some("2022-07-24"));
        assert_eq!(with_year(&article.published, 22), None);
    }

    #[test]
    fn a_missing_year_keeps_the_clock_time() {
        let mut article = article(&[]);
        article.published.edtf = Some("XXXX-07-24T18:27".into());
        assert_eq!(with_year(&article.published, 2022).as_deref(), Some("2022-07-24T18:27"));
    }
}
