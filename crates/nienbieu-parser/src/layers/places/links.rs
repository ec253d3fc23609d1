//! Which mention says where another one is.

use super::scan::Mention;
use super::words::Rank;

/// The most mentions that a holder is looked for across.
const REACH: usize = 12;

/// What stands behind a mention and holds it: in "xã Nà Tấu, huyện Điện Biên" the district. Of "A, B (huyện C)" both.
pub(super) fn holder(text: &str, mentions: &[Mention], at: usize) -> Option<usize> {
    let own = mentions.get(at)?;
    let mut last = own;
    for (index, next) in mentions.iter().enumerate().skip(at + 1).take(REACH) {
        let gap = text.get(last.range.end..next.range.start)?;
        let higher = holds(next.rank(), own.rank());
        let joined = if higher { leads_up(gap) } else { next.rank() == own.rank() && lists(gap) };
        if next.sentence != own.sentence || !joined {
            return None;
        }
        if higher {
            return Some(index);
        }
        last = next;
    }
    None
}

/// What stands before a mention in its sentence and may hold it: "tại huyện Sìn Hồ, xã Nậm Cha …".
pub(super) fn context(mentions: &[Mention], at: usize, rank: Rank) -> Option<usize> {
    let own = mentions.get(at)?;
    let before = mentions.get(..at)?.iter().enumerate().rev().take(REACH);
    let same = before.take_while(|(_, mention)| mention.sentence == own.sentence);
    same.filter(|(_, mention)| mention.rank() == rank).map(|(index, _)| index).next()
}

/// Whether a place of one rank can hold one of another.
pub(super) fn holds(holder: Rank, held: Rank) -> bool {
    match held {
        Rank::Hamlet | Rank::Facility | Rank::Road => {
            matches!(holder, Rank::Province | Rank::District | Rank::Commune)
        }
        _ => holder < held && holder.is_unit(),
    }
}

/// ", ", " (", " - ", ", thuộc ", " của "
fn leads_up(gap: &str) -> bool {
    matches!(
        gap.trim_matches(' '),
        "" | "," | "(" | "-" | "thuộc" | ", thuộc" | "của" | ", của" | "ở" | ", ở" | "tại" | "/"
    )
}

/// ", ", " và ", "; "
fn lists(gap: &str) -> bool {
    matches!(gap.trim_matches(' '), "" | "," | ";" | "và" | "-" | ", và" | "hoặc")
}
