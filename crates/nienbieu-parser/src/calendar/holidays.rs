//! Holidays by name, read from `data/holidays.tsv`.

use std::{str::Split, sync::LazyLock};

use jiff::{ToSpan, civil::Date};

use super::holiday_rule::Rule;
use crate::text::table::rows;

static TABLE: LazyLock<Vec<Holiday>> =
    LazyLock::new(|| rows(include_str!("../../data/holidays.tsv")).filter_map(read).collect());

/// A day, or a few, with a name that comes round every year.
///
/// # Example
///
/// ```
/// use jiff::civil::date;
/// use nienbieu_parser::calendar::holiday;
///
/// let tet = holiday("tết nguyên đán").unwrap();
/// assert_eq!(tet.dates(2023), Some((date(2023, 1, 22), date(2023, 1, 24))));
///
/// let kitchen_gods = holiday("ông công ông táo").unwrap();
/// assert_eq!(kitchen_gods.dates(2022), Some((date(2023, 1, 14), date(2023, 1, 14))));
/// assert_eq!(kitchen_gods.occurrence_in(2022), Some((date(2022, 1, 25), date(2022, 1, 25))));
/// ```
#[derive(Debug)]
pub struct Holiday {
    id: &'static str,
    rule: Rule,
    span: i8,
    approximate: bool,
    names: Vec<&'static str>,
}

/// Every holiday, in the table's order.
#[must_use]
pub fn holidays() -> &'static [Holiday] {
    &TABLE
}

/// The holiday of a name: lower case, composed (NFC), with diacritics.
#[must_use]
pub fn holiday(name: &str) -> Option<&'static Holiday> {
    TABLE.iter().find(|holiday| holiday.names.contains(&name))
}

impl Holiday {
    /// What the table calls it, as `trung-thu`.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// Its names: lower case, composed (NFC), with diacritics.
    ///
    /// A name that is also a plain phrase begins with the word that makes it a day: "ngày nhà giáo
    /// việt nam", but "quốc khánh".
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// Whether the words mean the days around rather than these and no others, as Tết does.
    #[must_use]
    pub const fn is_approximate(&self) -> bool {
        self.approximate
    }

    /// Whether the lunar calendar sets its date.
    #[must_use]
    pub const fn is_lunar(&self) -> bool {
        self.rule.is_lunar()
    }

    /// Its first and last day in a year: a lunar year where the lunar calendar sets the date.
    ///
    /// So `ông Công ông Táo` of 2022, the 23rd of the last month, is 14 January 2023. Giao thừa is
    /// the eve of the year asked for: that of 2023 (Quý Mão) is 21 January 2023. `None` where the lunar
    /// calendar is asked for a year outside 1899 to 2100.
    #[must_use]
    pub fn dates(&self, year: i16) -> Option<(Date, Date)> {
        let first = self.rule.date(year)?;
        let last = first.checked_add((self.span - 1).days()).ok()?;
        Some((first, last))
    }

    /// Its first and last day where the first falls in this Gregorian year.
    #[must_use]
    pub fn occurrence_in(&self, year: i16) -> Option<(Date, Date)> {
        let years = [year, year.checked_sub(1)?];
        years.iter().filter_map(|&y| self.dates(y)).find(|(first, _)| first.year() == year)
    }

    /// The occurrence nearest to a day, of two equally near the earlier; `None` beyond the table.
    #[must_use]
    pub fn nearest(&self, day: Date) -> Option<(Date, Date)> {
        let year = day.year();
        let years = year.checked_sub(1)?..=year.checked_add(1)?;
        years.filter_map(|y| self.dates(y)).min_by_key(|&dates| distance(day, dates))
    }
}

/// The days from a day to an occurrence: none where it lies within.
fn distance(day: Date, (first, last): (Date, Date)) -> i64 {
    let before = day.duration_until(first).as_hours();
    let after = last.duration_until(day).as_hours();
    before.max(after).max(0) / 24
}

/// One line: seven columns. Lines that begin with `#`, and empty ones, are passed over.
fn read(mut columns: Split<'static, char>) -> Option<Holiday> {
    let mut next = || columns.next();
    Some(Holiday {
        id: next()?,
        rule: Rule::read(next()?, next()?, next()?)?,
        span: next()?.parse().ok()?,
        approximate: next()? == "yes",
        names: next()?.split('|').collect(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use jiff::civil::date;

    use super::*;

    fn dates(name: &str, year: i16) -> (String, String) {
        let (first, last) = holiday(name).expect(name).dates(year).expect(name);
        (first.to_string(), last.to_string())
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = include_str!("../../data/holidays.tsv").lines();
        let rows: Vec<_> =
            lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert_eq!(holidays().len(), rows.len());
        for row in rows {
            let columns: Vec<_> = row.split('\t').collect();
            assert_eq!(columns.len(), 7, "{row}");
            assert!(["yes", "no"].contains(&columns[5]), "{row}");
        }
    }

    #[test]
    fn ids_and_names_are_unique_and_well_formed() {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for holiday in holidays() {
            assert!(ids.insert(holiday.id()), "{}", holiday.id());
            assert!(!holiday.names().is_empty() && holiday.span >= 1, "{}", holiday.id());
            for name in holiday.names() {
                assert!(names.insert(*name), "{name}");
                assert_eq!(*name, name.to_lowercase().trim(), "{name}");
                let marks = '\u{300}'..='\u{36f}';
                assert!(!name.is_empty() && !name.chars().any(|c| marks.contains(&c)), "{name}");
            }
        }
    }

    #[test]
    fn every_holiday_comes_every_year() {
        for holiday in holidays() {
            let id = holiday.id();
            for year in 1900..=2100 {
                let (first, last) = holiday.dates(year).expect(id);
                assert!(first <= last, "{id}");
                let found = holiday.occurrence_in(year).expect(id);
                assert_eq!(found.0.year(), year, "{id}");
            }
            assert_eq!(holiday.occurrence_in(i16::MIN), None, "{id}");
            assert_eq!(holiday.dates(i16::MAX), None, "{id}");
            assert_eq!(holiday.dates(2101).is_none(), holiday.is_lunar() || id == "thanh-minh");
            assert_eq!(holiday.nearest(Date::MAX).is_some(), holiday.dates(9999).is_some());
        }
    }

    #[test]
    fn names_lead_to_dates() {
        for (name, year, first, last) in [
            ("tết", 2023, "2023-01-22", "2023-01-24"),
            ("tết nguyên đán", 2021, "2021-02-12", "2021-02-14"),
            ("giao thừa", 2023, "2023-01-21", "2023-01-21"),
            ("tết dương lịch", 2022, "2022-01-01", "2022-01-01"),
            ("rằm tháng giêng", 2023, "2023-02-05", "2023-02-05"),
            ("tết hàn thực", 2023, "2023-04-22", "2023-04-22"),
            ("thanh minh", 2023, "2023-04-05", "2023-04-05"),
            ("giỗ tổ hùng vương", 2023, "2023-04-29", "2023-04-29"),
            ("phật đản", 2023, "2023-06-02", "2023-06-02"),
            ("tết đoan ngọ", 2023, "2023-06-22", "2023-06-22"),
            ("vu lan", 2023, "2023-08-30", "2023-08-30"),
            ("trung thu", 2023, "2023-09-29", "2023-09-29"),
            ("ông công ông táo", 2023, "2024-02-02", "2024-02-02"),
            ("quốc khánh", 2022, "2022-09-02", "2022-09-02"),
            ("ngày nhà giáo việt nam", 2022, "2022-11-20", "2022-11-20"),
            ("chôl chnăm thmây", 2022, "2022-04-14", "2022-04-16"),
            ("phục sinh", 2024, "2024-03-31", "2024-03-31"),
            ("ngày của mẹ", 2023, "2023-05-14", "2023-05-14"),
            ("ngày của cha", 2023, "2023-06-18", "2023-06-18"),
            ("lễ tạ ơn", 2023, "2023-11-23", "2023-11-23"),
        ] {
            assert_eq!(dates(name, year), (first.into(), last.into()), "{name} {year}");
        }
        assert!(holiday("tết").is_some_and(|h| h.is_approximate() && h.is_lunar()));
        assert!(holiday("quốc khánh").is_some_and(|h| !h.is_approximate() && !h.is_lunar()));
        assert!(holiday("nhà giáo việt nam").is_none());
    }

    #[test]
    fn an_occurrence_belongs_to_the_gregorian_year_it_begins_in() {
        let first = |name, year| holiday(name).and_then(|h| h.occurrence_in(year)).map(|d| d.0);
        assert_eq!(first("ông công ông táo", 2023), Some(date(2023, 1, 14)));
        assert_eq!(first("giao thừa", 2024), Some(date(2024, 2, 9)));
        assert_eq!(first("tết", 2024), Some(date(2024, 2, 10)));
        assert_eq!(first("tết", 1898), None);
        assert_eq!(first("tết", 2101), None);
    }

    #[test]
    fn the_nearest_occurrence() {
        let first = |name, day| holiday(name).and_then(|h| h.nearest(day)).map(|d| d.0);
        assert_eq!(first("tết", date(2022, 12, 20)), Some(date(2023, 1, 22)));
        assert_eq!(first("tết", date(2023, 1, 24)), Some(date(2023, 1, 22)));
        assert_eq!(first("tết", date(2022, 3, 1)), Some(date(2022, 2, 1)));
        assert_eq!(first("noel", date(2022, 1, 3)), Some(date(2021, 12, 25)));
        assert_eq!(first("tết dương lịch", date(2021, 12, 30)), Some(date(2022, 1, 1)));
        assert_eq!(first("ông công ông táo", date(2023, 1, 10)), Some(date(2023, 1, 14)));
        assert_eq!(first("tết", date(1800, 1, 1)), None);
    }
}
