//! Which unit a mention means.

use nienbieu_gazetteer::{Kind, Level, Period, Province, Unit, communes, districts, provinces};
use nienbieu_model::PlaceStatus;

use super::links::{context, holder};
use super::near;
use super::scan::{Mention, What};
use super::spelt;
use super::words::{Known, Manner, Rank};

/// The most candidates that a place lists.
const MOST: usize = 10;
/// The most names that near ones are looked for.
const NEAR: usize = 8;

/// What a mention means.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) status: PlaceStatus,
    /// The unit, where it is one of the gazetteer's.
    pub(super) unit: Option<Unit>,
    /// The code where it is no unit's.
    pub(super) code: Option<String>,
    pub(super) name: Option<String>,
    pub(super) candidates: Vec<String>,
    /// It is no place after all, or too little says that it is.
    pub(super) dropped: bool,
}

impl Meaning {
    fn unit(unit: Unit) -> Self {
        Self {
            status: PlaceStatus::Resolved,
            name: Some(unit.name.to_owned()),
            unit: Some(unit),
            code: None,
            candidates: Vec::new(),
            dropped: false,
        }
    }

    fn open(status: PlaceStatus, candidates: Vec<String>) -> Self {
        Self { status, unit: None, code: None, name: None, candidates, dropped: false }
    }

    fn none() -> Self {
        Self { dropped: true, ..Self::open(PlaceStatus::Unresolved, Vec::new()) }
    }
}

/// An article's mentions with what is known for settling them.
pub(super) struct Settling<'a> {
    pub(super) text: &'a str,
    pub(super) mentions: &'a [Mention],
    /// The day, month or year of the article; empty where nothing is known.
    pub(super) date: &'a str,
    pub(super) own: Option<&'static Province>,
    meanings: Vec<Option<Meaning>>,
    looked: usize,
    /// The districts that the article names, each once.
    named_districts: Vec<Unit>,
}

impl<'a> Settling<'a> {
    /// Settles what needs no other mention: countries, regions, provinces.
    pub(super) fn new(text: &'a str, mentions: &'a [Mention], date: &'a str) -> Self {
        let meanings = mentions.iter().map(|mention| first(mention, date)).collect();
        Self { text, mentions, date, own: None, meanings, looked: 0, named_districts: Vec::new() }
    }

    /// What is settled so far.
    pub(super) fn settled(&self) -> impl Iterator<Item = (&'a Mention, &Meaning)> {
        self.mentions
            .iter()
            .zip(&self.meanings)
            .filter_map(|(m, meaning)| Some((m, meaning.as_ref()?)))
    }

    /// Settles districts whose name only one has, so that they speak for their province.
    pub(super) fn unique_districts(
        &self,
    ) -> impl Iterator<Item = (&'a Mention, &'static Province)> {
        let worded = self
            .mentions
            .iter()
            .filter(|m| matches!(m.what, What::Worded(_)) && m.rank() == Rank::District);
        // A district of one province may be called as a town of another is: either may be meant.
        let elsewhere = |mention: &Mention, own: &Province| {
            spelt::districts(&mention.name).iter().any(|unit| unit.province.iso != own.iso)
        };
        worded.filter_map(move |mention| match self.districts(mention).as_slice() {
            [unit] if !elsewhere(mention, unit.province) => Some((mention, unit.province)),
            _ => None,
        })
    }

    /// Settles all the rest, from the highest to the lowest.
    pub(super) fn finish(mut self, own: Option<&'static Province>) -> Vec<Meaning> {
        self.own = own;
        // What is named with its word says what a bare name means.
        let worded = |mention: &Mention| matches!(mention.what, What::Worded(_));
        for (rank, first) in [
            (Rank::Province, false),
            (Rank::District, true),
            (Rank::District, false),
            (Rank::Commune, true),
            (Rank::Commune, false),
        ] {
            for at in 0..self.mentions.len() {
                if self.meanings.get(at).is_some_and(Option::is_none)
                    && self.mentions[at].rank() == rank
                    && (!first || worded(&self.mentions[at]))
                {
                    let meaning = match rank {
                        Rank::District => self.district(at),
                        Rank::Commune => self.commune(at),
                        _ => Meaning::open(
                            PlaceStatus::Unresolved,
                            near::provinces(&self.mentions[at].name),
                        ),
                    };
                    let district = meaning.unit.filter(|unit| unit.level() == Level::District);
                    if let Some(unit) = district.filter(|unit| !self.named_districts.contains(unit))
                    {
                        self.named_districts.push(unit);
                    }
                    self.meanings[at] = Some(meaning);
                }
            }
        }
        let open = || Meaning::open(PlaceStatus::Unresolved, Vec::new());
        self.meanings.into_iter().map(|meaning| meaning.unwrap_or_else(open)).collect()
    }

    /// The unit that a mention was found to be.
    fn unit_at(&self, at: Option<usize>) -> Option<Unit> {
        self.meanings.get(at?)?.as_ref()?.unit
    }

    /// The units that a district's name and word may mean.
    fn districts(&self, mention: &Mention) -> Vec<Unit> {
        let mut found = self.kept(spelt::districts(&mention.name), mention);
        if allows(mention, Kind::ThanhPho) && found.iter().all(|u| u.kind != Kind::ThanhPho) {
            let city =
                province_of(&mention.name).filter(|province| province.kind == Kind::ThanhPho);
            if let Some(city) = city {
                found = vec![city.unit()];
            }
        }
        found
    }

    /// Units that the word before the name and the article's date allow; where none is, those that one of them does.
    fn kept(&self, units: Vec<Unit>, mention: &Mention) -> Vec<Unit> {
        let of_kind = |unit: &&Unit| allows(mention, unit.kind);
        let in_force = |unit: &&Unit| unit.in_force(self.date);
        let both: Vec<Unit> = units.iter().filter(of_kind).filter(in_force).copied().collect();
        // A town of one year may be a district of another; then its province must be known to be the same.
        let either = || -> Vec<Unit> {
            let by_date: Vec<Unit> = units.iter().filter(in_force).copied().collect();
            if by_date.is_empty() {
                units.iter().filter(of_kind).copied().collect()
            } else {
                by_date
            }
        };
        distinct(if both.is_empty() { either() } else { both })
    }

    fn district(&mut self, at: usize) -> Meaning {
        let mention = &self.mentions[at];
        let all = self.districts(mention);
        let beside = self.unit_at(holder(self.text, self.mentions, at)).map(|unit| unit.province);
        let before =
            self.unit_at(context(self.mentions, at, Rank::Province)).map(|unit| unit.province);
        let bare = matches!(mention.what, What::Bare(_));
        let supports =
            [beside, before.filter(|_| beside.is_none()), self.own.filter(|_| beside.is_none())];
        for province in supports.into_iter().flatten() {
            let inside = in_province(&all, province);
            // What is a town today was a district: of one's own province, before one of another.
            let inside = if inside.is_empty() && !bare {
                distinct(in_province(&spelt::districts(&mention.name), province))
            } else {
                inside
            };
            // A district and a town may share their name.
            let named: Vec<Unit> =
                inside.iter().filter(|unit| self.named_districts.contains(unit)).copied().collect();
            match (inside.as_slice(), named.as_slice()) {
                ([unit], _) => {
                    let today = if bare { self.today(mention, unit) } else { None };
                    return Meaning::unit(today.unwrap_or(*unit));
                }
                (_, [unit]) if bare => return Meaning::unit(*unit),
                ([_, _, ..], _) if bare => return ambiguous(&inside),
                _ => {}
            }
        }
        match all.as_slice() {
            _ if bare => Meaning::none(),
            [] => self.unknown(at),
            [unit] if beside.is_none() && allows(mention, unit.kind) => Meaning::unit(*unit),
            several => ambiguous(several),
        }
    }

    /// The commune that has a district's name where there are districts no longer.
    fn today(&self, mention: &Mention, district: &Unit) -> Option<Unit> {
        if district.in_force(self.date) {
            return None;
        }
        let mut named = communes::named(&mention.name).filter(|unit| {
            unit.in_force(self.date) && unit.province.iso == district.province.today
        });
        named.next().filter(|_| named.next().is_none())
    }

    fn commune(&mut self, at: usize) -> Meaning {
        let mention = &self.mentions[at];
        let all = self.kept(spelt::communes(&mention.name), mention);
        let beside = self.unit_at(holder(self.text, self.mentions, at));
        let district = self.unit_at(context(self.mentions, at, Rank::District));
        let province = self.unit_at(context(self.mentions, at, Rank::Province));
        let bare = !matches!(mention.what, What::Worded(_));
        if let Some(unit) = beside {
            let inside = in_unit(&all, &unit);
            // A commune may have changed its district, hardly its province.
            let near =
                if inside.is_empty() { in_province(&all, unit.province) } else { Vec::new() };
            return match (inside.as_slice(), near.as_slice()) {
                ([one], _) | ([], [one]) => Meaning::unit(*one),
                ([], _) if bare => Meaning::none(),
                ([], []) => self.unknown_in(at, Some(unit.province)),
                ([], several) => Meaning::open(PlaceStatus::Unresolved, codes(several)),
                (several, _) => ambiguous(several),
            };
        }
        if bare {
            return self.bare_commune(mention, &all);
        }
        let supports = [district, province, self.own.map(Province::unit)];
        let mut last = all.clone();
        for unit in supports.into_iter().flatten() {
            match in_unit(&all, &unit).as_slice() {
                [one] => return Meaning::unit(*one),
                [] => {}
                several => last = several.to_vec(),
            }
        }
        if let [one] = self.in_named_districts(&last).as_slice() {
            return Meaning::unit(*one);
        }
        let elsewhere = self.own.is_some_and(|own| in_province(&last, own).is_empty());
        match last.as_slice() {
            [] => self.unknown(at),
            [one] if self.own.is_none() && allows(mention, one.kind) => Meaning::unit(*one),
            // The gazetteer lacks communes of earlier years: one elsewhere is no proof.
            _ if elsewhere => Meaning::open(PlaceStatus::Unresolved, codes(&last)),
            several => ambiguous(several),
        }
    }

    /// A commune without its word: one that the article names with it, or behind a preposition the one of its districts
    /// or its province.
    fn bare_commune(&self, mention: &Mention, all: &[Unit]) -> Meaning {
        let known = |unit: &&Unit| {
            self.settled().any(|(other, meaning)| {
                matches!(other.what, What::Worded(_)) && meaning.unit.as_ref() == Some(unit)
            })
        };
        let named: Vec<Unit> = all.iter().filter(known).copied().collect();
        let placed = matches!(mention.what, What::At);
        let of_own = || self.own.map(|own| in_province(all, own)).unwrap_or_default();
        match (named.as_slice(), self.in_named_districts(all).as_slice(), of_own().as_slice()) {
            ([one], ..) => Meaning::unit(*one),
            (_, [one], _) | (_, [], [one]) if placed => Meaning::unit(*one),
            _ => Meaning::none(),
        }
    }

    /// The units of a list that are in a district that the article names.
    fn in_named_districts(&self, units: &[Unit]) -> Vec<Unit> {
        let named = |unit: &&Unit| {
            let same =
                |d: &Unit| d.district == unit.district && d.province.iso == unit.province.iso;
            self.named_districts.iter().any(same)
        };
        units.iter().filter(named).copied().collect()
    }

    fn unknown(&mut self, at: usize) -> Meaning {
        self.unknown_in(at, self.own)
    }

    /// A name that no unit has: the near ones as candidates.
    fn unknown_in(&mut self, at: usize, own: Option<&'static Province>) -> Meaning {
        let mention = &self.mentions[at];
        let short = matches!(mention.what, What::Worded(word) if word.manner == Manner::Short);
        if short || self.looked >= NEAR {
            return Meaning {
                dropped: short,
                ..Meaning::open(PlaceStatus::Unresolved, Vec::new())
            };
        }
        self.looked += 1;
        Meaning::open(PlaceStatus::Unresolved, near::units(mention.rank(), &mention.name, own))
    }
}

/// What needs no other mention; nothing where it does.
fn first(mention: &Mention, date: &str) -> Option<Meaning> {
    match mention.what {
        What::Known(Known::Country(country)) => Some(Meaning {
            code: Some(country.iso.to_owned()),
            name: country.names.first().map(|name| (*name).to_owned()),
            ..Meaning::open(PlaceStatus::Resolved, Vec::new())
        }),
        What::Known(Known::Region(region)) => Some(Meaning {
            name: Some(region.name.to_owned()),
            code: region.country.map(str::to_owned),
            ..Meaning::open(PlaceStatus::Resolved, Vec::new())
        }),
        What::Known(Known::Province(province)) => {
            let city = city_before(&mention.name, province, date);
            Some(Meaning::unit(city.unwrap_or_else(|| province.unit())))
        }
        What::Known(Known::Alias(alias)) => Some(of_codes(&alias.iso)),
        What::Known(Known::Landmark) => Some(Meaning::open(PlaceStatus::Unresolved, Vec::new())),
        What::Stray => Some(Meaning::open(PlaceStatus::Unresolved, near::provinces(&mention.name))),
        What::Worded(word) if word.rank == Rank::Province => province(&mention.name),
        _ => None,
    }
}

/// The town that alone had the name on the article's day, before the province was a city of that name: Huế until 2024.
fn city_before(name: &str, province: &Province, date: &str) -> Option<Unit> {
    const CITY_SINCE: &str = "2025-01-01";
    let is_city = province.kind == Kind::ThanhPho && !date.is_empty() && date < CITY_SINCE;
    let mut named = districts::named(name).filter(|_| is_city);
    named.find(|unit| {
        unit.kind == Kind::ThanhPho && unit.province.iso == province.iso && unit.in_force(date)
    })
}

/// A province by its name or a short form; of a former one what became of it.
fn province(name: &str) -> Option<Meaning> {
    if let Some(province) = provinces::named(name) {
        return Some(Meaning::unit(province.unit()));
    }
    let alias =
        provinces::aliases().iter().find(|alias| super::tokens::key(&fold(alias.name)) == name)?;
    Some(of_codes(&alias.iso))
}

fn of_codes(codes: &[&str]) -> Meaning {
    match codes {
        [iso] => provinces::by_iso(iso).map_or_else(Meaning::none, |p| Meaning::unit(p.unit())),
        several => Meaning::open(
            PlaceStatus::Ambiguous,
            several.iter().map(|&iso| iso.to_owned()).collect(),
        ),
    }
}

fn fold(name: &str) -> String {
    crate::text::Folded::new(name).as_str().to_owned()
}

/// The province of a name or of its short form.
fn province_of(name: &str) -> Option<&'static Province> {
    province(name).and_then(|meaning| meaning.unit).map(|unit| unit.province)
}

/// Whether the word before a name may speak of a kind.
fn allows(mention: &Mention, kind: Kind) -> bool {
    match mention.what {
        What::Worded(word) => word.kinds.contains(&kind),
        _ => true,
    }
}

/// Units of one code once; of a commune that has the same code before and after July 2025 both are kept.
fn distinct(units: Vec<Unit>) -> Vec<Unit> {
    let mut kept: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        let same = |other: &&mut Unit| {
            other.district == unit.district
                && other.commune == unit.commune
                && other.province.iso == unit.province.iso
        };
        match kept.iter_mut().find(same) {
            Some(other) if other.period == Period::Of2023 => *other = unit,
            Some(_) => {}
            None => kept.push(unit),
        }
    }
    kept
}

/// The units of a list that are in a province, or in what is today a part of it.
fn in_province(units: &[Unit], province: &Province) -> Vec<Unit> {
    let inside = |unit: &&Unit| unit.province.iso == province.iso;
    let within: Vec<Unit> = units.iter().filter(inside).copied().collect();
    if within.is_empty() { merged_into(units, province) } else { within }
}

/// The units of provinces that were merged into another one.
fn merged_into(units: &[Unit], province: &Province) -> Vec<Unit> {
    units.iter().filter(|unit| unit.province.today == province.iso).copied().collect()
}

/// The units of a list that are in another one.
fn in_unit(units: &[Unit], holder: &Unit) -> Vec<Unit> {
    let inside = |unit: &&Unit| {
        unit.province.iso == holder.province.iso
            && (holder.district.is_none() || unit.district == holder.district)
    };
    units.iter().filter(inside).copied().collect()
}

fn ambiguous(units: &[Unit]) -> Meaning {
    Meaning::open(PlaceStatus::Ambiguous, codes(units))
}

fn codes(units: &[Unit]) -> Vec<String> {
    let mut codes: Vec<String> = units.iter().map(Unit::code).collect();
    codes.sort();
    codes.dedup();
    codes.truncate(MOST);
    codes
}
