//! What is known before a page is read: words that stand before names, guards, names that need no word.

use std::sync::LazyLock;

use nienbieu_gazetteer::{Alias, Country, Kind, Province, Region, countries, provinces, regions};
use rustc_hash::FxHashSet as HashSet;

use crate::text::{
    Folded,
    lexicon::Lexicon,
    table::{cell, rows},
};

/// How high a place stands, from the widest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Country,
    Region,
    Province,
    District,
    Commune,
    Hamlet,
    Facility,
    Road,
}

impl Rank {
    /// The level in the record.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Hamlet => "hamlet",
            Self::Facility => "facility",
            Self::Road => "road",
        }
    }

    /// Whether the gazetteer has units of it.
    pub(super) const fn is_unit(self) -> bool {
        matches!(self, Self::Province | Self::District | Self::Commune)
    }

    fn of(name: &str) -> Option<Self> {
        [Self::Province, Self::District, Self::Commune, Self::Hamlet, Self::Facility, Self::Road]
            .into_iter()
            .find(|rank| rank.as_str() == name)
    }
}

/// How far a word before a name is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    Plain,
    /// The same, and a name of one syllable is enough: "sông Hồng".
    One,
    /// Before a known name only.
    Short,
    /// Where what follows leaves no doubt only.
    Weak,
    /// Before a number only, and as a weak one.
    Numbered,
    /// In lower case, or before a known place's name: with a capital it is a family's name.
    Surname,
    /// Never: a longer word that ends in one of these, "yêu cầu", "văn bản".
    Longer,
}

/// A word that says what the name behind it is.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) rank: Rank,
    pub(super) kinds: Vec<Kind>,
    pub(super) manner: Manner,
    /// It speaks of several kinds, so that a list must follow.
    pub(super) of_many: bool,
}

impl Word {
    /// Whether it is a place's word wherever it stands.
    pub(super) const fn is_plain(&self) -> bool {
        matches!(self.manner, Manner::Plain | Manner::One)
    }
}

/// A name that is a place's without a word before it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    Country(&'static Country),
    Region(Region),
    Province(&'static Province),
    /// A short form or another spelling, or a former province.
    Alias(&'static Alias),
    /// A sight that everybody knows by its name alone.
    Landmark,
}

/// Why a bare name is no place's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guard {
    Before,
    /// A paper or an office that is named after its province.
    Paper,
    /// An office or a title: what stands behind its unit may be a person.
    Office,
    After,
}

/// Words before names.
pub(super) static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let row = |mut cells: std::str::Split<'static, char>| {
        let phrase = cells.next()?;
        let rank = Rank::of(cells.next()?)?;
        let kinds = cell(cells.next()).unwrap_or_default().bytes().filter_map(Kind::of).collect();
        let manner = match cell(cells.next()) {
            Some("short") => Manner::Short,
            Some("weak") => Manner::Weak,
            Some("numbered") => Manner::Numbered,
            Some("surname") => Manner::Surname,
            Some("one") => Manner::One,
            Some("longer") => Manner::Longer,
            _ => Manner::Plain,
        };
        let of_many = phrase.contains(',') || phrase.contains(" và ");
        Some((phrase, Word { rank, kinds, manner, of_many }))
    };
    Lexicon::new(rows(include_str!("../../../data/place_words.tsv")).filter_map(row))
});

/// Guards beside names.
pub(super) static GUARDS: LazyLock<Lexicon<Guard>> = LazyLock::new(|| {
    let row = |mut cells: std::str::Split<'static, char>| {
        let (phrase, side, why) = (cells.next()?, cells.next()?, cells.next()?);
        let guard = match (side, why) {
            (_, "paper") => Guard::Paper,
            (_, "office") => Guard::Office,
            ("after", _) => Guard::After,
            _ => Guard::Before,
        };
        Some((phrase, guard))
    };
    Lexicon::new(rows(include_str!("../../../data/place_guards.tsv")).filter_map(row))
});

/// Names that need no word before them.
pub(super) static KNOWN: LazyLock<Lexicon<Known>> = LazyLock::new(|| {
    let countries = countries()
        .iter()
        .flat_map(|country| country.names.iter().map(move |name| (*name, Known::Country(country))));
    let provinces = provinces::all().iter().map(|p| (p.name, Known::Province(p)));
    let aliases = provinces::aliases().iter().map(|alias| (alias.name, Known::Alias(alias)));
    let landmarks = rows(include_str!("../../../data/landmarks.tsv"));
    let landmarks = landmarks.filter_map(|mut cells| Some((cells.next()?, Known::Landmark)));
    Lexicon::new(
        provinces
            .chain(landmarks)
            .chain(aliases)
            .chain(countries)
            .chain(regions().map(|region| (region.name, Known::Region(region)))),
    )
});

/// Syllables that people's names start with.
pub(super) static NAME_STARTS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let given = rows(include_str!("../../../data/names.tsv")).filter_map(|mut cells| {
        let name = cells.next()?;
        (cells.next()? == "given").then(|| Folded::new(name).as_str().to_owned())
    });
    given.collect()
});
