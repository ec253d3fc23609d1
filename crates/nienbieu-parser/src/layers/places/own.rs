//! The province that an article speaks from.

use nienbieu_gazetteer::{Province, provinces};
use nienbieu_model::{Record, Span};

use super::words::{KNOWN, Known};
use crate::text::{Folded, lexicon::word_starts};

/// What each kind of mention is worth.
const PAPER: usize = 6;
const HEAD: usize = 3;
const BODY: usize = 1;

/// The first day of the provinces of today.
const MERGED: &str = "2025-07-01";

/// The province that most speaks for: by the paper's name, the title, and how often it is named; none where two
/// are named as much.
pub(super) fn province(
    record: &Record,
    papers: &[Known],
    mentions: impl Iterator<Item = (&'static Province, Span)>,
) -> Option<&'static Province> {
    let mut votes: Vec<(&'static Province, usize)> = Vec::new();
    let merged = record
        .published
        .edtf
        .as_deref()
        .is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()) && day >= MERGED);
    // Since the merger a former province speaks for the one that it is in.
    let of_today = |province: &'static Province| {
        provinces::by_iso(province.today).filter(|_| merged).unwrap_or(province)
    };
    let mut tally = |province: &'static Province, worth: usize| match votes
        .iter_mut()
        .find(|(other, _)| other.iso == province.iso)
    {
        Some((_, sum)) => *sum += worth,
        None => votes.push((province, worth)),
    };
    let mut vote = |province, worth| tally(of_today(province), worth);
    for head in [&record.outlet, &record.section].into_iter().flatten() {
        named_in(&head.text).into_iter().for_each(|province| vote(province, PAPER));
    }
    papers.iter().filter_map(|known| of_known(*known)).for_each(|province| vote(province, PAPER));
    let title = record.title.as_ref().map(|title| title.span);
    let lead = record.lead.as_ref().map(|lead| lead.span);
    for (province, span) in mentions {
        let is_head = [title, lead].into_iter().flatten().any(|head| head.overlaps(span));
        vote(province, if is_head { HEAD } else { BODY });
    }
    let most = votes.iter().map(|(_, sum)| *sum).max()?;
    let mut best = votes.iter().filter(|(_, sum)| *sum == most);
    best.next().filter(|_| best.next().is_none()).map(|(province, _)| *province)
}

/// The one province that a known name means.
pub(super) fn of_known(known: Known) -> Option<&'static Province> {
    match known {
        Known::Province(province) => Some(province),
        Known::Alias(alias) => match alias.iso.as_slice() {
            [iso] => provinces::by_iso(iso),
            _ => None,
        },
        Known::Country(_) | Known::Region(_) | Known::Landmark => None,
    }
}

/// The provinces in a paper's name.
fn named_in(text: &str) -> Vec<&'static Province> {
    let folded = Folded::new(text);
    let folded = folded.as_str();
    let mut found = Vec::new();
    let mut end = 0;
    for at in word_starts(folded) {
        let rest = folded.get(at..).unwrap_or_default();
        if let Some((length, known)) = KNOWN.at(rest).filter(|_| at >= end) {
            end = at + length;
            found.extend(of_known(*known));
        }
    }
    found
}
