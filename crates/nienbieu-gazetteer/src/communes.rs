//! Communes of before and after July 2025, by name.
//!
//! The table stands in the order of its names, so that they need no index: a name is found by halving the text.

use std::{collections::HashMap, sync::LazyLock};

use crate::table::{body, compare};
use crate::unit::{Kind, Period, Unit};
use crate::{Province, districts, provinces};

const TABLE: &str = include_str!("../data/communes.tsv");

/// The communes of a folded name (lower case, the tone marks' older placement).
///
/// ```
/// use nienbieu_gazetteer::communes;
///
/// let found: Vec<_> = communes::named("nà tấu").map(|unit| unit.code()).collect();
/// assert_eq!(found, ["VN-71-094-03316", "VN-71-03316"]);
/// ```
pub fn named(folded: &str) -> impl Iterator<Item = Unit> + use<> {
    row(folded).into_iter().flat_map(|(name, entries)| units(name, entries))
}

/// All communes, by name.
pub fn all() -> impl Iterator<Item = Unit> {
    body(TABLE)
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(name, entries)| units(name, entries))
}

/// The lines of the table that name a commune of a province, by its ISO code.
static BY_PROVINCE: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut lines: HashMap<_, Vec<&'static str>> = HashMap::new();
    for line in body(TABLE).lines() {
        for unit in line.split_once('\t').into_iter().flat_map(|(name, rest)| units(name, rest)) {
            let same = lines.entry(unit.province.iso).or_default();
            if same.last() != Some(&line) {
                same.push(line);
            }
        }
    }
    lines
});

/// The names of communes that a province has or had, and the units of each, in other provinces too.
pub fn named_in(
    province: &Province,
) -> impl Iterator<Item = (&'static str, impl Iterator<Item = Unit>)> {
    let lines = BY_PROVINCE.get(province.iso).into_iter().flatten();
    lines.filter_map(|line| line.split_once('\t')).map(|(name, rest)| (name, units(name, rest)))
}

/// The commune of today with a code.
pub(crate) fn today(code: &str) -> Option<Unit> {
    let at = body(TABLE).find(&format!("{code}@"))?;
    line_at(body(TABLE), at).1.split_once('\t').and_then(|(name, entries)| {
        units(name, entries).find(|unit| unit.period == Period::Today && unit.commune == Some(code))
    })
}

/// The line of the table that has a name.
fn row(folded: &str) -> Option<(&'static str, &'static str)> {
    let table = body(TABLE);
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let (start, line) = line_at(table, low.midpoint(high));
        let (name, entries) = line.split_once('\t')?;
        match compare(name, folded) {
            std::cmp::Ordering::Equal => return Some((name, entries)),
            std::cmp::Ordering::Less => low = start + line.len() + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

/// The line that holds an offset, and where it starts.
fn line_at(table: &'static str, at: usize) -> (usize, &'static str) {
    let bytes = table.as_bytes();
    let before = bytes.get(..at).unwrap_or_default();
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let rest = table.get(start..).unwrap_or_default();
    (start, rest.split('\n').next().unwrap_or_default())
}

fn units(name: &'static str, entries: &'static str) -> impl Iterator<Item = Unit> {
    entries.split(' ').filter_map(move |entry| unit(name, entry))
}

/// `kind code@province` or `kind code[±]/[district][>steps]`
fn unit(name: &'static str, entry: &'static str) -> Option<Unit> {
    let kind = Kind::of(*entry.as_bytes().first()?)?;
    let (code, rest) = (entry.get(1..6)?, entry.get(6..)?);
    if let Some(province) = rest.strip_prefix('@') {
        let province = provinces::by_gso_today(province)?;
        return Some(Unit {
            name,
            kind,
            period: Period::Today,
            province,
            district: None,
            commune: Some(code),
            became: None,
        });
    }
    let (mark, rest) = rest.split_once('/')?;
    let (district, became) = rest.split_once('>').map_or((rest, None), |(d, b)| (d, Some(b)));
    let district = if district.is_empty() { districts::of_commune(code)? } else { district };
    let parent = districts::by_code(district)?;
    Some(Unit {
        name,
        kind,
        period: districts::period(mark.bytes().next()),
        province: parent.province,
        district: Some(district),
        commune: Some(code),
        became,
    })
}
