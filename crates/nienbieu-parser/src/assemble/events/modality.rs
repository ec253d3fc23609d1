//! How the text speaks of what it dates: as a fact, a plan, a goal, on a condition, as not being so.

use std::{ops::Range, sync::LazyLock};

use nienbieu_model::Modality;

use super::clause::Statement;
use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};

/// What a phrase of `data/modality.tsv` says.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cue {
    Says(Modality),
    /// Tells somebody to do something: what is denied behind it may well have happened.
    Order,
    /// Only looks like a cue.
    Nothing,
}

static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/modality.tsv"));
    let cues = table.filter_map(|mut row| {
        let cue = match cell(row.next()) {
            None => Cue::Nothing,
            Some("order") => Cue::Order,
            Some(name) => Cue::Says(Modality::from(name)),
        };
        Some((cue, cell(row.next())?))
    });
    Lexicon::new(cues.flat_map(|(cue, phrases)| phrases.split('|').map(move |p| (p, cue.clone()))))
});

/// Of several in one clause the first of these counts.
const RANK: [Modality; 5] = [
    Modality::Target,
    Modality::Conditional,
    Modality::Negated,
    Modality::Planned,
    Modality::Reported,
];

/// How a statement speaks: by its own clause; a plan, a goal, a condition or hearsay goes on to
/// the clauses behind it, until a word of fact.
pub(super) fn modality(text: &str, statement: &Statement) -> Option<Modality> {
    let own = cues(text, &statement.clause);
    let ranked = RANK.into_iter().find(|modality| own.contains(modality));
    let carried = || {
        let from = text.ceil_char_boundary(
            statement.sentence.start.max(statement.clause.start.saturating_sub(REACH)),
        );
        let before = cues(text, &(from..statement.clause.start.max(from)));
        before.last().cloned().filter(carries)
    };
    // Hearsay stays hearsay, however plainly it is told.
    let heard = |modality: &Modality| own.is_empty() || *modality == Modality::Reported;
    ranked.or_else(|| carried().filter(heard)).or_else(|| own.last().cloned())
}

/// How far ahead a plan, a goal or a condition is heard, in bytes.
const REACH: usize = 400;

const fn carries(modality: &Modality) -> bool {
    !matches!(modality, Modality::Fact | Modality::Negated | Modality::Other(_))
}

/// The modalities that a range's words say, in order.
fn cues(text: &str, range: &Range<usize>) -> Vec<Modality> {
    let words = text.get(range.clone()).unwrap_or_default();
    let (mut behind, mut ordered) = (0, false);
    let mut found = Vec::new();
    for at in word_starts(words) {
        if at < behind {
            continue;
        }
        let Some((length, cue)) = CUES.at(&words[at..]) else { continue };
        behind = at + length;
        match cue {
            Cue::Order => ordered = true,
            Cue::Says(Modality::Negated) if ordered => {}
            Cue::Says(modality) => found.push(modality.clone()),
            Cue::Nothing => {}
        }
    }
    found
}
