//! Numbers as Vietnamese pages print them: 1.234,5.

use nienbieu_export::text::one_line;
use nienbieu_model::Quantity;

/// The value with a sign for its comparator; both ends of a range.
fn value(quantity: &Quantity) -> String {
    let max = quantity.max.map(short);
    let number = short(quantity.value);
    match (&*quantity.comparator, max) {
        ("range_ge_lt", Some(max)) => format!("≥ {number}, < {max}"),
        (comparator, max) => {
            let range = max.map(|max| format!("–{max}")).unwrap_or_default();
            format!("{}{number}{range}", sign(comparator))
        }
    }
}

/// The same with the unit as printed.
pub(crate) fn with_unit(quantity: &Quantity) -> String {
    let value = value(quantity);
    match quantity.unit.as_deref() {
        None => value,
        Some("%") => format!("{value}%"),
        Some(unit) => format!("{value} {}", one_line(unit)),
    }
}

/// What stands before a number.
fn sign(comparator: &str) -> String {
    let sign = match comparator {
        "eq" | "range" => return String::new(),
        "gt" => ">",
        "ge" | "range_ge_lt" => "≥",
        "lt" => "<",
        "le" => "≤",
        "approx" | "approx_range" => "ca.",
        "lt_approx" => "nearly",
        "ordinal" => "no.",
        other => other,
    };
    format!("{sign} ")
}

/// The number with "triệu" or "tỷ" where that is shorter and loses nothing.
fn short(value: f64) -> String {
    for (size, name) in [(1e9, "tỷ"), (1e6, "triệu")] {
        let scaled = value / size;
        let is_round = (scaled * 1000.0).fract().abs() < 1e-9;
        if scaled.abs() >= 1.0 && scaled.abs() < 1e9 && is_round {
            return format!("{} {name}", number(scaled));
        }
    }
    number(value)
}

/// The number with dots between thousands and a comma before decimals.
pub(crate) fn number(value: f64) -> String {
    // What no page prints keeps its plain form.
    if !value.is_finite() || value.abs() >= 1e18 {
        return value.to_string();
    }
    let plain = value.abs().to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut shown = String::from(if value < 0.0 { "-" } else { "" });
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push(',');
        shown.push_str(decimals);
    }
    shown
}

#[cfg(test)]
mod tests {
    use nienbieu_model::Span;

    use super::*;

    #[test]
    fn thousands_have_dots_and_decimals_a_comma() {
        for (value, shown) in [
            (0.0, "0"),
            (999.0, "999"),
            (1234.0, "1.234"),
            (3_500_000_000.0, "3.500.000.000"),
            (98.5, "98,5"),
            (-1200.25, "-1.200,25"),
            (f64::NAN, "NaN"),
            (1e300, &1e300.to_string()),
        ] {
            assert_eq!(number(value), shown);
        }
    }

    #[test]
    fn large_round_numbers_are_told_in_words() {
        for (value, shown) in [
            (44_860e9, "44.860 tỷ"),
            (86e9, "86 tỷ"),
            (3_500_000_000.0, "3,5 tỷ"),
            (1_380_000.0, "1,38 triệu"),
            (1_234_567.0, "1.234.567"),
            (168_300.0, "168.300"),
            (-2e6, "-2 triệu"),
        ] {
            assert_eq!(short(value), shown);
        }
    }

    #[test]
    fn comparators_have_signs() {
        for (comparator, max, shown) in [
            ("eq", None, "12"),
            ("gt", None, "> 12"),
            ("ge", None, "≥ 12"),
            ("le", None, "≤ 12"),
            ("approx", None, "ca. 12"),
            ("lt_approx", None, "nearly 12"),
            ("range", Some(15.0), "12–15"),
            ("approx_range", Some(15.0), "ca. 12–15"),
            ("range_ge_lt", Some(15.0), "≥ 12, < 15"),
            ("another", None, "another 12"),
        ] {
            let plain = Quantity::new(String::new(), Span::default(), 12.0, "test".into());
            let figure = Quantity { max, comparator: comparator.into(), ..plain };
            assert_eq!(value(&figure), shown, "{comparator}");
        }
    }
}
