//! Provinces and cities under the central government.

use std::sync::LazyLock;

use crate::table::{cell, compare, rows};
use crate::unit::{Kind, Period, Unit};

/// A province of before or after July 2025.
#[derive(Debug, PartialEq, Eq)]
pub struct Province {
    /// ISO 3166-2. A unit of today has the code of the province whose name it keeps.
    pub iso: &'static str,
    /// Tỉnh or thành phố.
    pub kind: Kind,
    /// As printed.
    pub name: &'static str,
    /// The General Statistics Office's code until 30 June 2025.
    pub gso: &'static str,
    /// ISO code of the unit of today that it became, or goes on as.
    pub today: &'static str,
    /// The General Statistics Office's code since 1 July 2025, where it goes on.
    pub gso_today: Option<&'static str>,
}

impl Province {
    /// The province as a unit.
    #[must_use]
    pub const fn unit(&'static self) -> Unit {
        let period = if self.gso_today.is_some() { Period::Lasting } else { Period::Ended };
        Unit {
            name: self.name,
            kind: self.kind,
            period,
            province: self,
            district: None,
            commune: None,
            became: None,
        }
    }
}

/// Another name of a province, or a former one.
#[derive(Debug, PartialEq, Eq)]
pub struct Alias {
    /// As printed.
    pub name: &'static str,
    /// ISO codes of the provinces of June 2025: of a former province those that it was part of or was made of.
    pub iso: Vec<&'static str>,
    /// First and last day, of a former province.
    pub former: Option<(&'static str, &'static str)>,
}

static PROVINCES: LazyLock<Vec<Province>> = LazyLock::new(|| {
    let row = |mut cells: std::str::Split<'static, char>| {
        Some(Province {
            iso: cells.next()?,
            kind: Kind::of(*cells.next()?.as_bytes().first()?)?,
            name: cells.next()?,
            gso: cells.next()?,
            today: cells.next()?,
            gso_today: cell(cells.next()),
        })
    };
    rows(include_str!("../data/provinces.tsv")).filter_map(row).collect()
});

static ALIASES: LazyLock<Vec<Alias>> = LazyLock::new(|| {
    let row = |mut cells: std::str::Split<'static, char>| {
        Some(Alias {
            name: cells.next()?,
            iso: cells.next()?.split(',').collect(),
            former: cell(cells.next()).zip(cell(cells.next())),
        })
    };
    rows(include_str!("../data/aliases.tsv")).filter_map(row).collect()
});

/// All 63 provinces of June 2025; the 34 of today are those that have a `gso_today`.
#[must_use]
pub fn all() -> &'static [Province] {
    &PROVINCES
}

/// Short forms, other spellings and former names.
#[must_use]
pub fn aliases() -> &'static [Alias] {
    &ALIASES
}

/// The province with an ISO 3166-2 code.
///
/// ```
/// use nienbieu_gazetteer::provinces;
///
/// let ha_giang = provinces::by_iso("VN-03").unwrap();
/// assert_eq!((ha_giang.name, ha_giang.today), ("Hà Giang", "VN-07"));
/// assert_eq!(ha_giang.unit().last_day(), Some("2025-06-30"));
/// ```
#[must_use]
pub fn by_iso(iso: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| province.iso == iso)
}

/// The province of a folded name (lower case, the tone marks' older placement), short forms left out.
#[must_use]
pub fn named(folded: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| compare(province.name, folded).is_eq())
}

pub(crate) fn by_gso(gso: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| province.gso == gso)
}

pub(crate) fn by_gso_today(gso: &str) -> Option<&'static Province> {
    PROVINCES.iter().find(|province| province.gso_today == Some(gso))
}
