//! Districts, which were until 30 June 2025.

use std::sync::LazyLock;

use crate::table::{cell, rows};
use crate::unit::{Kind, Period, Unit};
use crate::{Province, provinces};

struct Districts {
    /// By code.
    units: Vec<Unit>,
    /// Folded names and places in `units`, by name.
    by_name: Vec<(String, usize)>,
    /// First codes of communes, and the district that has them from there on.
    by_commune: Vec<(&'static str, &'static str)>,
}

static DISTRICTS: LazyLock<Districts> = LazyLock::new(|| {
    let mut by_commune = Vec::new();
    let mut province: Option<&'static Province> = None;
    let units: Vec<Unit> = rows(include_str!("../data/districts.tsv"))
        .filter_map(|mut cells| {
            let (code, kind, name) = (cells.next()?, cells.next()?, cells.next()?);
            let gso = cells.next()?;
            province = province.filter(|last| last.gso == gso).or_else(|| provinces::by_gso(gso));
            by_commune.extend(cell(cells.next()).map(|first| (first, code)));
            let kind = kind.as_bytes();
            Some(Unit {
                name,
                kind: Kind::of(*kind.first()?)?,
                period: period(kind.get(1).copied()),
                province: province?,
                district: Some(code),
                commune: None,
                became: None,
            })
        })
        .collect();
    let mut by_name: Vec<_> =
        units.iter().enumerate().map(|(at, unit)| (unit.name.to_lowercase(), at)).collect();
    by_name.sort_unstable();
    by_commune.sort_unstable();
    Districts { units, by_name, by_commune }
});

/// The state of a unit by the mark behind its kind or code.
pub(crate) const fn period(mark: Option<u8>) -> Period {
    match mark {
        Some(b'-') => Period::Of2023,
        Some(b'+') => Period::Of2025,
        _ => Period::Ended,
    }
}

/// All districts of 2023 and of early 2025.
#[must_use]
pub fn all() -> &'static [Unit] {
    &DISTRICTS.units
}

/// The districts of a folded name.
///
/// ```
/// use nienbieu_gazetteer::districts;
///
/// let codes: Vec<_> = districts::named("châu thành").map(|unit| unit.province.name).collect();
/// assert!(codes.contains(&"Bến Tre") && codes.contains(&"Tây Ninh"));
/// ```
pub fn named(folded: &str) -> impl Iterator<Item = Unit> + use<'_> {
    let Districts { units, by_name, .. } = &*DISTRICTS;
    let from = by_name.partition_point(|(name, _)| name.as_str() < folded);
    let same = by_name.iter().skip(from).take_while(move |(name, _)| name == folded);
    same.filter_map(|&(_, at)| units.get(at).copied())
}

/// The district with a code of the General Statistics Office, in its last form.
#[must_use]
pub fn by_code(code: &str) -> Option<Unit> {
    let units = &DISTRICTS.units;
    let after = units.partition_point(|unit| unit.district <= Some(code));
    units.get(after.checked_sub(1)?).filter(|unit| unit.district == Some(code)).copied()
}

/// The district that a commune's code belongs to where nothing else is said.
pub(crate) fn of_commune(code: &str) -> Option<&'static str> {
    let begun = &DISTRICTS.by_commune;
    let after = begun.partition_point(|(first, _)| *first <= code);
    begun.get(after.checked_sub(1)?).map(|(_, district)| *district)
}
