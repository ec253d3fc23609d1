//! Periods known by name, from `data/named_periods.tsv`.

use std::{str::Split, sync::LazyLock};

use super::{
    ast::Base,
    lex::{Found, fail, phrase},
};
use crate::text::table::rows;

/// A period with a name, its bounds, and who says so.
#[derive(Debug)]
pub(crate) struct Named {
    /// EDTF interval: "2021-04-27/..".
    pub(crate) edtf: &'static str,
    names: Vec<&'static str>,
}

/// The table's periods, in order.
pub(crate) static NAMED: LazyLock<Vec<Named>> =
    LazyLock::new(|| rows(include_str!("../../data/named_periods.tsv")).filter_map(read).collect());

/// One row: EDTF, names with `|` between, source.
fn read(mut columns: Split<'static, char>) -> Option<Named> {
    let edtf = columns.next()?;
    let names = columns.next()?.split('|').collect();
    columns.next()?;
    Some(Named { edtf, names })
}

/// A period by its name: `đợt dịch thứ tư`
pub(crate) fn named(i: &str) -> Found<'_, Base> {
    let mut best = None;
    for (index, period) in NAMED.iter().enumerate() {
        for name in &period.names {
            if let Ok((rest, ())) = phrase(name)(i)
                && best.is_none_or(|(_, shortest)| rest.len() < shortest)
            {
                best = Some((index, rest.len()));
            }
        }
    }
    match best {
        Some((index, left)) => Ok((&i[i.len() - left..], Base::Named(index))),
        None => fail(i),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = include_str!("../../data/named_periods.tsv")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(rows.count(), NAMED.len());
    }

    #[test]
    fn the_longest_name_wins() {
        let (rest, base) = named("đợt dịch lần thứ 4 đã").unwrap();
        assert_eq!(rest, " đã");
        let Base::Named(index) = base else { panic!() };
        assert_eq!(NAMED[index].edtf, "2021-04-27/..");
        assert!(named("đợt dịch mới").is_err());
    }
}
