//! The astronomy and the rules behind the table, run by the tests alone.
//!
//! A day is counted by its Julian day number at noon, UTC+7. Three rules make the calendar:
//!
//! 1. A month begins on the day of the new moon.
//! 2. Month 11 holds the winter solstice.
//! 3. Where thirteen months begin from one month 11 to the next, the first without a major solar
//!    term (the sun at a multiple of 30°) is the leap one, and bears the number of the one before.

mod delta_t;
mod moon;
mod rules;
mod sun;

use rules::Sky;

use super::lunar_table::{FIRST_YEAR, ROWS};

/// A local instant as a Julian date at UTC+7, from one in dynamical time.
fn local(jde: f64) -> f64 {
    jde - delta_t::seconds(year(jde)) / 86400.0 + 7.0 / 24.0
}

/// The number of the day that an instant, local, falls on.
fn day(local: f64) -> i32 {
    (local + 0.5).floor() as i32
}

/// The seconds from the nearest midnight: negative before it.
fn from_midnight(local: f64) -> f64 {
    let part = (local + 0.5).rem_euclid(1.0);
    (if part < 0.5 { part } else { part - 1.0 }) * 86400.0
}

/// The year of an instant, with its fraction.
fn year(jd: f64) -> f64 {
    2000.0 + (jd - 2451544.5) / 365.2425
}

fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

fn printed(rows: &[u32]) -> String {
    rows.chunks(8).fold(String::new(), |text, chunk| {
        let words: Vec<_> = chunk.iter().map(|row| format!("0x{row:07x},")).collect();
        text + "    " + &words.join(" ") + "\n"
    })
}

#[test]
fn the_table_is_what_the_almanac_computes() {
    let rows = rules::rows(&Sky::observed(), FIRST_YEAR, ROWS.len());
    assert!(rows == ROWS, "the rows should be:\n{}", printed(&rows));
}

/// No solar term is so near to midnight, where it matters, that the sun's formula could be wrong by it.
///
/// The nearest that matters is the autumn equinox of 1938, half a minute before.
#[test]
fn the_error_of_the_sun_changes_nothing() {
    for seconds in [-sun::ERROR, sun::ERROR] {
        let rows = rules::rows(&Sky::observed().with_sun_moved(seconds), FIRST_YEAR, ROWS.len());
        assert!(rows == ROWS, "{seconds}");
    }
}

/// Thanh minh is never within two minutes of midnight.
#[test]
fn two_minutes_of_the_sun_do_not_move_thanh_minh() {
    for year in 1900..=2100 {
        let seconds = from_midnight(local(sun::reaches(15.0, year)));
        assert!(seconds.abs() > 120.0, "{year}: {seconds}");
    }
}

/// The new moons within two minutes of midnight are those that [`LunarDate`](super::LunarDate)
/// names, with the seconds of JPL's DE423.
#[test]
fn close_calls_are_known() {
    let named = [
        ("1944-06-21", -27.0),
        ("1967-07-08", 4.0),
        ("1998-09-21", 89.0),
        ("2054-05-08", 28.0),
        ("2072-12-10", -76.0),
        ("2077-11-16", -8.0),
        ("2085-10-19", -25.0),
    ];
    let moons = Sky::observed().moons;
    let close: Vec<_> = moons.into_iter().filter(|m| from_midnight(*m).abs() < 120.0).collect();
    assert_eq!(close.len(), named.len());
    for (moon, (midnight, seconds)) in close.into_iter().zip(named) {
        assert_eq!(rules::date(day(moon + 0.5)).to_string(), midnight);
        let error = from_midnight(moon) - seconds;
        assert!(error.abs() < moon::ERROR, "{midnight}: {error}");
    }
}
