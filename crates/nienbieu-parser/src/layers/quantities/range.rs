//! Two numbers as the ends of one range.

use super::{
    number::{Number, number},
    unit::{self, Class},
};

/// A number, or the two ends of a range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    /// From the first number's start, in bytes.
    pub(super) len: usize,
    pub(super) first: Number,
    pub(super) second: Option<Number>,
    /// "đến dưới": the upper end is left out.
    pub(super) below: bool,
}

/// What may stand between the ends; the second says whether the upper one is left out.
const BETWEEN: &[(&str, bool)] = &[
    (" đến dưới ", true),
    (" đến khoảng ", false),
    (" đến gần ", false),
    (" đến hơn ", false),
    (" đến ", false),
    (" tới ", false),
    (" - ", false),
    ("-", false),
];

/// `15-20`, `200 - 300`, `200 đến 300`; behind "từ" also `20 ca đến dưới 30`, `5% đến 10%`.
pub(super) fn range(text: &str, at: usize, end: usize, opened: bool) -> Option<Span> {
    let first = number(text.get(at..end)?)?;
    let alone = Span { len: first.len, first, second: None, below: false };
    let after = at + first.len;
    if let Some(whole) = ends(text, at, after, end, &first) {
        return Some(whole);
    }
    // Only "từ", or a sign that no clause goes on behind, holds two units together.
    let unit = unit::unit(text, after, end)
        .filter(|unit| unit.per.is_none() && (opened || unit.kind.class == Class::Percent));
    let whole = unit.and_then(|unit| {
        let whole = ends(text, at, unit.range.end, end, &first)?;
        let again = unit::unit(text, at + whole.len, end)?;
        (again.kind.class == unit.kind.class).then_some(whole)
    });
    Some(whole.unwrap_or(alone))
}

/// The second end, where words between say that there is one.
fn ends(text: &str, at: usize, from: usize, end: usize, first: &Number) -> Option<Span> {
    let rest = &text[from..end];
    let (between, below) = BETWEEN.iter().find(|(words, _)| rest.starts_with(words))?;
    let start = from + between.len();
    let second = number(&text[start..end])?;
    let first = spread(*first, &second);
    // Descending, they are a score or two things.
    (first.value < second.value && !(between.len() == 1 && second.worded)).then_some(Span {
        len: start + second.len - at,
        first,
        second: Some(second),
        below: *below,
    })
}

/// `50 đến 200 nghìn`: a magnitude behind the second number is the first one's as well.
fn spread(first: Number, second: &Number) -> Number {
    let value = first.value * second.scale;
    let is_shared = first.scale == 1.0 && second.scale > 1.0 && value < second.value;
    if is_shared { Number { value, scale: second.scale, ..first } } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, opened: bool) -> (f64, Option<f64>, &str) {
        let got = range(text, 0, text.len(), opened).unwrap();
        (got.first.value, got.second.map(|n| n.value), &text[got.len..])
    }

    #[test]
    fn ranges() {
        assert_eq!(read("15-20 ca", false), (15.0, Some(20.0), " ca"));
        assert_eq!(read("1.200 - 1.500 mẫu", false), (1200.0, Some(1500.0), " mẫu"));
        assert_eq!(read("50 đến 200 nghìn đồng", true), (50e3, Some(200e3), " đồng"));
        assert_eq!(read("5 đến dưới 12 ca", true), (5.0, Some(12.0), " ca"));
        assert_eq!(read("20 ca đến 30 ca", true), (20.0, Some(30.0), " ca"));
        assert_eq!(read("5%-10% số hộ", false), (5.0, Some(10.0), "% số hộ"));
        assert_eq!(read("20 ca đến 30 ca", false), (20.0, None, " ca đến 30 ca"));
        assert_eq!(read("3-1 trước đội", false), (3.0, None, "-1 trước đội"));
        assert_eq!(read("5 ca tại 10 xã", true), (5.0, None, " ca tại 10 xã"));
    }
}
