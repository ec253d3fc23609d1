//! What the tables say of words around people.

use std::sync::LazyLock;

use nienbieu_model::PersonRole;

use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};

/// What a title is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleWord {
    /// A post; a body or a place may follow.
    Rank,
    /// A post only at a unit ("Phó" + "phòng").
    Head,
    /// A unit that a head stands at.
    Unit,
    /// A rank of its own, or a profession.
    Degree,
    /// Goes on with a degree ("bác sĩ" + "chuyên khoa II").
    More,
    /// Goes before a rank ("nguyên").
    Former,
}

/// What a verb makes of the people around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deed {
    /// Of the one named before it.
    pub(super) before: Option<PersonRole>,
    /// Of those named behind it.
    pub(super) behind: Option<PersonRole>,
}

/// The parts of titles, by `data/titles.tsv`.
pub(super) static TITLES: LazyLock<Lexicon<TitleWord>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/titles.tsv"));
    Lexicon::new(table.filter_map(|mut row| {
        let phrase = row.next()?;
        let used = match row.next()? {
            "rank" => TitleWord::Rank,
            "head" => TitleWord::Head,
            "unit" => TitleWord::Unit,
            "degree" => TitleWord::Degree,
            "more" => TitleWord::More,
            _ => TitleWord::Former,
        };
        Some((phrase, used))
    }))
});

/// Units that a head stands at ("phòng"): some are ranks' first words as well.
pub(super) static UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/titles.tsv"));
    let units = table.filter_map(|mut row| Some((row.next()?, row.next()?)));
    Lexicon::new(units.filter(|(_, used)| *used == "unit").map(|(phrase, _)| (phrase, ())))
});

/// Verbs with their roles, by `data/person_verbs.tsv`.
pub(super) static VERBS: LazyLock<Lexicon<Deed>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/person_verbs.tsv"));
    Lexicon::new(table.filter_map(|mut row| {
        let (phrase, role) = (row.next()?, row.next()?);
        let deed = match role.split_once(':') {
            None => Deed { before: Some(role.into()), behind: None },
            Some((first, second)) if first.starts_with('=') => {
                Deed { before: Some(first[1..].into()), behind: Some(second.into()) }
            }
            Some(("before", role)) => Deed { before: None, behind: Some(role.into()) },
            Some((_, role)) => Deed { before: Some(role.into()), behind: Some(role.into()) },
        };
        Some((phrase, deed))
    }))
});

/// The phrases of `data/person_words.tsv` with one use.
fn words(wanted: &'static str) -> Lexicon<()> {
    let table = rows(include_str!("../../../data/person_words.tsv"));
    let pairs = table.filter_map(|mut row| Some((row.next()?, row.next()?)));
    Lexicon::new(pairs.filter(|(_, used)| *used == wanted).map(|(phrase, _)| (phrase, ())))
}

/// "ông", "đồng chí": any name may follow.
pub(super) static HONORIFICS: LazyLock<Lexicon<()>> = LazyLock::new(|| words("honorific"));
/// "bị cáo", "bệnh nhân": only a full name or initials.
pub(super) static WHO: LazyLock<Lexicon<()>> = LazyLock::new(|| words("who"));
/// "các đồng chí", "gồm".
pub(super) static MANY: LazyLock<Lexicon<()>> = LazyLock::new(|| words("many"));
/// "đường", "giải thưởng": a name behind it is the thing's.
pub(super) static FACILITIES: LazyLock<Lexicon<()>> = LazyLock::new(|| words("facility"));
/// "huyện", "UBND xã": its name may follow.
pub(super) static PLACE_UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| words("unit"));
/// Goes on with a body's name.
pub(super) static INSIDE: LazyLock<Lexicon<()>> = LazyLock::new(|| words("inside"));
/// A body that looks like a name.
pub(super) static OF: LazyLock<Lexicon<()>> = LazyLock::new(|| words("of"));
/// A title ends before it.
pub(super) static ENDS: LazyLock<Lexicon<()>> = LazyLock::new(|| words("end"));

/// Surnames, by `data/surnames.tsv`.
pub(super) static SURNAMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/surnames.tsv"));
    Lexicon::new(table.filter_map(|mut row| Some((row.next()?, ()))))
});

/// Places and things that carry people's names, by `data/eponyms.tsv`, and known places.
pub(super) static EPONYMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let things = rows(include_str!("../../../data/eponyms.tsv"));
    let places = rows(include_str!("../../../data/names.tsv"))
        .filter_map(|mut row| Some((row.next()?, cell(row.next())?)))
        .filter_map(|(name, used)| (used == "place").then_some(name));
    Lexicon::new(things.filter_map(|mut row| row.next()).chain(places).map(|name| (name, ())))
});

/// A body that the unit named before it belongs to.
pub(super) static WHOLES: LazyLock<Lexicon<()>> = LazyLock::new(|| words("whole"));
