//! The lunar calendar against published dates.

use jiff::civil::{Date, date};
use nienbieu_parser::calendar::{LunarDate, holiday, leap_month, tet};

/// The lines of `tet.tsv`: feast, lunar year, Gregorian date.
fn published() -> Vec<(&'static str, i16, Date)> {
    let lines = include_str!("tet.tsv").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<_> = line.split('\t').collect();
            (columns[0], columns[1].parse().unwrap(), columns[2].parse().unwrap())
        })
        .collect()
}

#[test]
fn feasts_fall_where_the_tables_have_them() {
    let published = published();
    assert_eq!(published.len(), 136);
    for (feast, year, day) in published {
        let (name, month, dom) = match feast {
            "tet" => ("tết", 1, 1),
            "trung-thu" => ("trung thu", 8, 15),
            other => panic!("{other}"),
        };
        let lunar = LunarDate { year, month, leap: false, day: dom };
        assert_eq!(lunar.to_solar(), Some(day), "{feast} {year}");
        assert_eq!(LunarDate::from_solar(day), Some(lunar), "{feast} {year}");
        let first = holiday(name).and_then(|h| h.dates(year)).map(|dates| dates.0);
        assert_eq!(first, Some(day), "{feast} {year}");
    }
}

/// Where an hour's difference of clock puts the Chinese new year on another day.
#[test]
fn tet_is_not_the_chinese_new_year() {
    for (year, vietnamese, chinese) in [
        (1968, date(1968, 1, 29), date(1968, 1, 30)),
        (1969, date(1969, 2, 16), date(1969, 2, 17)),
        (1985, date(1985, 1, 21), date(1985, 2, 20)),
        (2007, date(2007, 2, 17), date(2007, 2, 18)),
        (2030, date(2030, 2, 2), date(2030, 2, 3)),
        (2053, date(2053, 2, 18), date(2053, 2, 19)),
    ] {
        assert_eq!(tet(year), Some(vietnamese));
        let new_year = LunarDate { year, month: 1, leap: false, day: 1 };
        assert_ne!(LunarDate::from_solar(chinese), Some(new_year));
    }
}

#[test]
fn leap_months_are_where_they_are_known_to_be() {
    for (year, month) in [
        (1985, Some(2)),
        (1987, Some(7)),
        (1990, Some(5)),
        (1993, Some(3)),
        (1995, Some(8)),
        (1998, Some(5)),
        (2001, Some(4)),
        (2004, Some(2)),
        (2006, Some(7)),
        (2009, Some(5)),
        (2012, Some(4)),
        (2014, Some(9)),
        (2017, Some(6)),
        (2020, Some(4)),
        (2023, Some(2)),
        (2025, Some(6)),
        (2028, Some(5)),
        (2033, Some(11)),
        (1984, None),
        (2022, None),
        (2024, None),
        (2034, None),
        (2101, None),
    ] {
        assert_eq!(leap_month(year), month, "{year}");
    }
}

/// Days that are remembered by both their dates.
#[test]
fn history_agrees() {
    for (day, year, month, dom) in [
        (date(1945, 9, 2), 1945, 7, 26),
        (date(1954, 5, 7), 1954, 4, 5),
        (date(1969, 9, 2), 1969, 7, 21),
    ] {
        let lunar = LunarDate { year, month, leap: false, day: dom };
        assert_eq!(LunarDate::from_solar(day), Some(lunar), "{day}");
    }
}
