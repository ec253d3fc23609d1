//! Whether a match is what it looks like, by what stands around it.

mod clock;
mod figures;
mod weekday;
mod words;

use std::sync::LazyLock;

use crate::{
    grammar::{
        ast::{Base, Expr, Modifier, Month, Point, Which, Year},
        counts_something,
        rules::Guard,
    },
    scan::{classes::Classes, context::Context},
    text::{is_alphabetic, is_alphanumeric},
};
use clock::{clock_passes, clock_point_passes};
use figures::{figures_pass, is_day_word, is_decimal_range};
use weekday::{is_counted, weekday_passes};
use words::{holiday_passes, length_passes, vague_passes};

/// The classes of `data/context.tsv`.
static CLASSES: LazyLock<Classes> =
    LazyLock::new(|| Classes::read(include_str!("../../../data/context.tsv")));

/// The phrases of a class of `data/context.tsv`.
pub(crate) fn class(name: &str) -> &'static [&'static str] {
    CLASSES.get(name)
}

/// Whether a match of so many bytes may stand.
pub(crate) fn passes(guard: Guard, expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    if is_inside_code(context) {
        return false;
    }
    match guard {
        Guard::None => true,
        Guard::Point => expr_passes(expr, length, context),
        Guard::Clock if matches!(expr, Expr::Interval(..)) => {
            !context.follows(class("not_after_clock"))
        }
        Guard::Clock => clock_passes(expr, context),
        Guard::Vague => vague_passes(expr, length, context),
        Guard::Length => length_passes(expr, length, context),
        Guard::Years => !context.follows(class("not_after_number")),
        Guard::Year => {
            let cued = context.follows(&["từ", "kể từ", "đến", "tới", "trước", "sau"]);
            (cued || context.names_before(class("after_year")))
                && !counts_noun(length, context)
                && !counts_something(context.after(length))
                && !context.after(length).starts_with('%')
        }
        Guard::Holiday => holiday_passes(length, context),
    }
}

/// Whether the match is the tail of a longer code, number, address or link: "A/5/8", "1.200 ngày".
fn is_inside_code(context: &Context<'_>) -> bool {
    let mut before = context.before().chars().rev();
    match (before.next(), before.next()) {
        (Some('/' | '.' | ':' | '_' | '@' | '#' | '&' | '=' | '+' | '~'), Some(c)) => {
            is_alphanumeric(c)
        }
        (Some('-' | ','), Some(c)) => {
            is_alphabetic(c) && context.touches(&['-'])
                || c.is_ascii_digit() && context.touches(&[','])
        }
        _ => false,
    }
}

/// What a guard of calendar points makes of other expressions.
fn expr_passes(expr: &Expr, length: usize, context: &Context<'_>) -> bool {
    match expr {
        Expr::Point(point) => point_passes(point, length, context),
        Expr::Interval(..) if is_decimal_range(expr, context.words(length)) => context.style.dot,
        Expr::Interval(..) => {
            !starts_with_digit(context, length) || !context.follows(class("not_after_paper"))
        }
        _ => true,
    }
}

/// A point, by what its base is.
fn point_passes(point: &Point, length: usize, context: &Context<'_>) -> bool {
    if point.clock.is_some() && matches!(point.base, Base::None) {
        return clock_point_passes(point, context);
    }
    match point.base {
        // "Ổ thứ hai, ngày 23/5": the second of them, whose day comes after.
        Base::Day { weekday: Some(_), .. } if is_counted(point, length, context) => false,
        Base::Day { year, month: Month::Stated(_), .. } => {
            let digits = first_digit(context, length);
            let vouched = context.words(length)[..digits].split(' ').any(is_day_word);
            if vouched || point.part.is_some() || point.clock.is_some() {
                return true;
            }
            if year == Year::Absent && context.follows(class("not_after_place")) {
                return false;
            }
            // "khoảng 1/3 dân số": what stands before the figures is no date's word.
            let rough = point.modifier == Some(Modifier::Approx) && year == Year::Absent;
            !rough && figures_pass(year, digits, length, context)
        }
        Base::Day { .. } => lone_day_passes(context),
        Base::Weekday { which: Which::Near, .. } => weekday_passes(point, length, context),
        Base::Month { year, .. } => month_passes(year, length, context),
        // "Lễ hội xuân Phố Mười" is a festival by its name, "lễ hội xuân" the season of them.
        Base::Season { year: Year::Absent, .. } => {
            !(context.after(length).starts_with(' ') && context.capital(length + 1))
        }
        // "vụ đông xuân tới" is a crop, and no spring.
        Base::Season { .. } => !context.follows(&["đông", "hè", "thu", "vụ"]),
        Base::Year(Year::Deictic(_)) | Base::Week(_) => !context.follows(class("not_after_count")),
        _ => true,
    }
}

/// "ngày 15" counts from the month spoken of; "mỗi ngày 5 người" has no fifth day.
fn lone_day_passes(context: &Context<'_>) -> bool {
    !context
        .follows(&["mỗi", "một", "hằng", "hàng", "từng", "số", "1", "2", "3", "4", "5", "6", "7"])
}

/// `tháng 8` behind "Cách mạng" is a name; figures like `5/2021` behind "số" are a paper's.
fn month_passes(year: Year, length: usize, context: &Context<'_>) -> bool {
    if starts_with_digit(context, length) {
        return !context.follows(class("not_after_paper"))
            && !context.follows(class("not_after_ratio"))
            || context.follows(class("after_day"));
    }
    // "đường 30 tháng 4" was no date, and leaves no month behind.
    let before = context.before().trim_end();
    let numbered = context.before().ends_with(' ')
        && (before.ends_with(|c: char| c.is_ascii_digit())
            || context.capital(0) && context.follows(class("not_after_count")));
    if year == Year::Absent && (numbered || context.follows(&["cách mạng", "đường", "phố"]))
    {
        return false;
    }
    !context.follows(class("not_after_count"))
        || !matches!(context.words(length), "tháng trước" | "tháng sau" | "tháng tới" | "tháng qua")
}

/// How many bytes of the match stand before its first digit.
fn first_digit(context: &Context<'_>, length: usize) -> usize {
    let words = context.words(length);
    words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len())
}

/// Whether the match begins with figures.
pub(crate) fn starts_with_digit(context: &Context<'_>, length: usize) -> bool {
    context.words(length).starts_with(|c: char| c.is_ascii_digit())
}

/// Where the second word begins, or 0 where there is none.
pub(crate) fn second_word(words: &str) -> usize {
    words.find(' ').map_or(0, |space| space + 1)
}

/// Whether a noun follows that a fraction would count: "3/4 diện tích".
pub(crate) fn counts_noun(length: usize, context: &Context<'_>) -> bool {
    context.goes_on(length) && !context.precedes(length, class("before_day"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_class_is_named_and_has_a_row() {
        let code = [
            include_str!("mod.rs"),
            include_str!("figures.rs"),
            include_str!("clock.rs"),
            include_str!("weekday.rs"),
            include_str!("words.rs"),
        ];
        let named = |code: &'static str| {
            code.split("class(\"").skip(1).filter_map(|rest| Some(rest.split_once("\")")?.0))
        };
        let named: BTreeSet<_> = code.into_iter().flat_map(named).collect();
        let rows: BTreeSet<_> = CLASSES.names().collect();
        assert_eq!(named, rows);
    }
}
