use nienbieu_model::Quantity;

use crate::i18n::Lang;

/// A number as the reader's language writes it: "1.234,5" or "1,234.5".
#[must_use]
pub(super) fn number(value: f64, lang: Lang) -> String {
    let text = value.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", &*text), |rest| ("−", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let mut shown = sign.to_owned();
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

/// A figure's value with what its comparator says: "trên 64.000", "100 – 200".
#[must_use]
pub(super) fn value(figure: &Quantity, lang: Lang) -> String {
    let min = number(figure.value, lang);
    let max = figure.max.map(|max| number(max, lang)).unwrap_or_default();
    match (&*figure.comparator, &figure.max) {
        ("eq", None) => min,
        (_, Some(_)) if !figure.comparator.contains("range") => format!("{min} – {max}"),
        (comparator, _) => {
            let key = format!("comparator.{comparator}");
            let shown = lang.with(&key, &[("value", &min), ("max", &max)]);
            if shown == key { min } else { shown }
        }
    }
}

/// What it can be, where that is more than one value: "64.000 …", "… 10", "100 … 200".
#[must_use]
pub(super) fn bounds(figure: &Quantity, lang: Lang) -> Option<String> {
    let value = number(figure.value, lang);
    match (&*figure.comparator, figure.max) {
        (_, Some(max)) => Some(format!("{value} … {}", number(max, lang))),
        ("gt" | "ge", None) => Some(format!("{value} …")),
        ("lt" | "le", None) => Some(format!("… {value}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::layered;

    fn figure(comparator: &'static str, value: f64, max: Option<f64>) -> Quantity {
        Quantity { comparator: comparator.into(), value, max, ..layered().quantities[0].clone() }
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        for (value, vi, en) in [
            (0.0, "0", "0"),
            (12.0, "12", "12"),
            (999.0, "999", "999"),
            (64_000.0, "64.000", "64,000"),
            (1_200_000.0, "1.200.000", "1,200,000"),
            (98.5, "98,5", "98.5"),
            (-1234.25, "−1.234,25", "−1,234.25"),
        ] {
            assert_eq!(number(value, Lang::Vi), vi);
            assert_eq!(number(value, Lang::En), en);
        }
    }

    #[test]
    fn comparators_say_more_than_the_value() {
        for (comparator, max, shown, span) in [
            ("eq", None, "1.000", None),
            ("gt", None, "trên 1.000", Some("1.000 …")),
            ("le", None, "tối đa 1.000", Some("… 1.000")),
            ("approx", None, "khoảng 1.000", None),
            ("range", Some(2000.0), "1.000 – 2.000", Some("1.000 … 2.000")),
            ("range_ge_lt", Some(2000.0), "từ 1.000 đến dưới 2.000", Some("1.000 … 2.000")),
            ("never_heard_of", None, "1.000", None),
        ] {
            let figure = figure(comparator, 1000.0, max);
            assert_eq!(value(&figure, Lang::Vi), shown, "{comparator}");
            assert_eq!(bounds(&figure, Lang::Vi).as_deref(), span, "{comparator}");
        }
    }
}
