//! What the tables say of bodies: the heads of their names, fields of work, words around.

use std::sync::LazyLock;

use crate::text::{is_alphanumeric, is_uppercase};
use crate::text::{
    lexicon::Lexicon,
    table::{cell, rows},
};
use rustc_hash::FxHashMap as HashMap;

/// What follows a head in a body's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Seat,
    Unit,
    Field,
    Known,
    Name,
    Number,
    Task,
    Of,
    Alone,
    Whole,
}

/// How a body's name begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// What an abbreviation stands for.
    pub(super) name: Option<&'static str>,
    pub(super) level: Option<&'static str>,
    /// Its level is that of the place that its name closes with.
    pub(super) placed: bool,
    pub(super) shape: Shape,
    /// It begins with an abbreviation.
    pub(super) short: bool,
}

/// A field of work, or another word inside a body's name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    /// What an abbreviation stands for.
    pub(super) name: Option<&'static str>,
    /// The level of every body with this word in its name.
    pub(super) level: Option<&'static str>,
}

/// The type of a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// The level of a body whose name closes with one; a town's is not said.
    pub(super) level: Option<&'static str>,
    /// What an abbreviation stands for.
    pub(super) name: Option<&'static str>,
}

/// Heads by their words.
pub(super) static HEADS: LazyLock<Lexicon<Head>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/organization_heads.tsv"));
    Lexicon::new(table.filter_map(|mut row| {
        let (words, name, level) = (row.next()?, cell(row.next()), cell(row.next()));
        let shape = match row.next()? {
            "unit" => Shape::Unit,
            "field" => Shape::Field,
            "known" => Shape::Known,
            "name" => Shape::Name,
            "number" => Shape::Number,
            "task" => Shape::Task,
            "of" => Shape::Of,
            "alone" => Shape::Alone,
            "whole" => Shape::Whole,
            _ => Shape::Seat,
        };
        let short = words.chars().take(2).all(is_uppercase);
        let placed = level == Some("place");
        let level = level.filter(|_| !placed);
        Some((words, Head { name, level, placed, shape, short }))
    }))
});

/// Fields of work.
pub(super) static FIELDS: LazyLock<Lexicon<Field>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/organization_fields.tsv"));
    Lexicon::new(table.filter_map(|mut row| {
        let (words, name, level) = (row.next()?, cell(row.next()), cell(row.next()));
        Some((words, Field { name, level }))
    }))
});

/// Types of places ("tỉnh").
pub(super) static TYPES: LazyLock<Lexicon<Type>> = LazyLock::new(|| {
    Lexicon::new(context().filter_map(|(words, what, name)| {
        let level = match what {
            "province" | "district" | "commune" => Some(what),
            "town" => None,
            _ => return None,
        };
        Some((words, Type { level, name }))
    }))
});

/// Great cities, with what their abbreviations stand for.
pub(super) static CITIES: LazyLock<Lexicon<Option<&'static str>>> = LazyLock::new(|| {
    Lexicon::new(context().filter(|row| row.1 == "city").map(|(words, _, name)| (words, name)))
});

/// Phrases of the other uses.
static AROUND: LazyLock<HashMap<&'static str, Lexicon<()>>> = LazyLock::new(|| {
    let uses = ["many", "surname", "stops", "title", "does"];
    let of = |what| Lexicon::new(context().filter(move |row| row.1 == what).map(|row| (row.0, ())));
    uses.into_iter().map(|what| (what, of(what))).collect()
});

fn context() -> impl Iterator<Item = (&'static str, &'static str, Option<&'static str>)> {
    let table = rows(include_str!("../../../data/organization_context.tsv"));
    table.filter_map(|mut row| Some((row.next()?, row.next()?, cell(row.next()))))
}

/// Whether a text starts with a phrase of a use.
pub(super) fn starts(what: &str, text: &str) -> bool {
    AROUND.get(what).is_some_and(|lexicon| lexicon.at(text).is_some())
}

/// Whether a text ends with a phrase of a use, spaces aside.
pub(super) fn ends(what: &str, text: &str) -> bool {
    let text = text.trim_end_matches(' ');
    let starts = text.rmatch_indices(|c: char| !is_alphanumeric(c)).take(3);
    let mut starts = starts.map(|(at, mark)| at + mark.len()).chain([0]);
    let Some(lexicon) = AROUND.get(what) else { return false };
    starts.any(|at| lexicon.at(&text[at..]).is_some_and(|(len, ())| at + len == text.len()))
}
