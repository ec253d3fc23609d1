//! Countries, and regions that are places of their own.

use std::sync::LazyLock;

use crate::table::{cell, rows};

/// A country or territory.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub iso: &'static str,
    /// As Vietnamese papers print it, the usual name first.
    pub names: Vec<&'static str>,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let row = |mut cells: std::str::Split<'static, char>| {
        Some(Country { iso: cells.next()?, names: cells.next()?.split('|').collect() })
    };
    rows(include_str!("../data/countries.tsv")).filter_map(row).collect()
});

/// Countries and territories.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// A region of the country or of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// As printed.
    pub name: &'static str,
    /// The country that it is a part of, where it is of one: ISO 3166-1.
    pub country: Option<&'static str>,
}

/// Regions that are places of their own.
pub fn regions() -> impl Iterator<Item = Region> {
    let row = |mut cells: std::str::Split<'static, char>| {
        Some(Region { name: cells.next()?, country: cell(cells.next()) })
    };
    rows(include_str!("../data/regions.tsv")).filter_map(row)
}
