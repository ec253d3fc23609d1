//! What happened: the word nearest to the time that says so.

use std::{ops::Range, sync::LazyLock};

use nienbieu_model::EventKind;

use super::clause::{Statement, leads};
use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};

/// What a phrase of `data/event_kinds.tsv` says.
#[derive(Clone, Debug)]
struct Cue {
    /// Absent for what only looks like a cue.
    kind: Option<EventKind>,
    strength: Strength,
}

/// When a cue counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strength {
    /// It says what happened.
    Main,
    /// It says so in its own clause alone.
    Near,
    /// It says what happened in an article that names a disease.
    Ill,
    /// It says where or by whom, and counts where nothing says what.
    Weak,
}

static CUES: LazyLock<Lexicon<Cue>> = LazyLock::new(|| {
    let table = rows(include_str!("../../../data/event_kinds.tsv"));
    let cues = table.filter_map(|mut row| {
        let kind = cell(row.next()).map(EventKind::from);
        let strength = match cell(row.next()) {
            Some("weak") => Strength::Weak,
            Some("near") => Strength::Near,
            Some("ill") => Strength::Ill,
            _ => Strength::Main,
        };
        Some((Cue { kind, strength }, cell(row.next())?))
    });
    Lexicon::new(cues.flat_map(|(cue, phrases)| phrases.split('|').map(move |p| (p, cue.clone()))))
});

/// A cue in the text.
struct Found {
    at: usize,
    kind: EventKind,
    strength: Strength,
}

/// The kind of thing that a statement dates: by its clause, else by what its clause may look around to;
/// `ill` is whether its article names a disease.
pub(super) fn kind(
    text: &str,
    statement: &Statement,
    time: &Range<usize>,
    ill: bool,
) -> Option<EventKind> {
    let mut found = cues(text, &statement.reach, time);
    found.retain(|cue| ill || cue.strength != Strength::Ill);
    let leads = leads(text, statement.clause.start, time.start);
    let choose = |within: &Range<usize>, strengths: &[Strength]| {
        let said = |cue: &&Found| {
            strengths.contains(&cue.strength)
                && within.contains(&cue.at)
                && (cue.strength != Strength::Weak || dates_saying(text, cue, time))
        };
        let fits = || found.iter().filter(said);
        let before = || fits().rfind(|cue| cue.at < time.start);
        let after = || fits().find(|cue| cue.at >= time.start);
        let chosen = if leads { after().or_else(before) } else { before().or_else(after) };
        chosen.map(|cue| cue.kind.clone())
    };
    let (clause, wide) = (&statement.clause, &statement.reach);
    let in_clause = |cue: &&Found| clause.contains(&cue.at);
    let own = choose(clause, &[Strength::Main, Strength::Near, Strength::Ill]);
    // "Ca đầu tiên được phát hiện ngày 5/8": what happened to a case reports it.
    let case = |cue: &Found| cue.kind == EventKind::CaseReport;
    if ill && matches!(own, Some(EventKind::Other(_))) && found.iter().filter(in_clause).any(case) {
        return Some(EventKind::CaseReport);
    }
    // "Tại cuộc họp sáng 5/8, …" dates the meeting.
    let held = |cue: &Found| {
        cue.strength == Strength::Weak && cue.kind == EventKind::Meeting && cue.at < time.start
    };
    let held = found.iter().filter(in_clause).any(held).then_some(EventKind::Meeting);
    own.or(held)
        .or_else(|| {
            choose(wide, &[Strength::Main, Strength::Ill]).filter(|kind| *kind != EventKind::Target)
        })
        .or_else(|| choose(clause, &[Strength::Weak]))
        .or_else(|| choose(wide, &[Strength::Weak]))
}

/// Whether a time dates the saying and not what is said: it stands before the verb, in no quotation.
fn dates_saying(text: &str, cue: &Found, time: &Range<usize>) -> bool {
    let between = text.get(time.end..cue.at);
    cue.kind != EventKind::Statement
        || between.is_some_and(|words| !words.contains(['”', '"', '»']))
}

/// The cues in a range, in order, without those in the words of the time itself.
fn cues(text: &str, range: &Range<usize>, time: &Range<usize>) -> Vec<Found> {
    let words = text.get(range.clone()).unwrap_or_default();
    let mut behind = 0;
    let mut found = Vec::new();
    for at in word_starts(words) {
        if at < behind || time.contains(&(range.start + at)) {
            continue;
        }
        let Some((length, cue)) = CUES.at(&words[at..]) else { continue };
        behind = at + length;
        if let Some(kind) = &cue.kind {
            found.push(Found { at: range.start + at, kind: kind.clone(), strength: cue.strength });
        }
    }
    found
}
