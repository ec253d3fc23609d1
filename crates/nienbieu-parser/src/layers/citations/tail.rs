//! What is said behind a mention: the paper's day, its issuer, what it is about.

use std::ops::Range;

use super::{
    page::{Page, Said, spaces},
    tables::Use,
};

/// The longest stretch that says what a paper is about.
const ABOUT: usize = 300;

/// What stands behind a mention.
#[derive(Debug, Default)]
pub(super) struct Tail {
    /// The id of its day.
    pub(super) date: Option<String>,
    pub(super) stated: Option<Said>,
    pub(super) about: Option<Range<usize>>,
}

/// Reads `[day] ["của" body] [day] ["về" …]` behind an offset.
pub(super) fn read(page: &Page<'_>, at: usize) -> Tail {
    let mut tail = Tail::default();
    let mut end = at;
    for _ in 0..4 {
        let next = day(page, end, &mut tail)
            .or_else(|| issuer(page, end, &mut tail))
            .or_else(|| about(page, end, &mut tail));
        match next {
            Some(next) => end = next,
            None => break,
        }
    }
    tail
}

/// `["," | "("] ["ký" | "ban hành"] day`.
fn day(page: &Page<'_>, end: usize, tail: &mut Tail) -> Option<usize> {
    let rest = page.from(end);
    let trimmed = rest.trim_start_matches([' ', ',', '(']);
    let lead = rest.len() - trimmed.len();
    if tail.date.is_some() || lead == 0 || lead > 3 {
        return None;
    }
    let signed = Use::Signed.at(trimmed).unwrap_or(0);
    let at = end + lead + signed;
    let time = page.day_at(at + spaces(page.from(at)))?;
    let behind = page.view.range(time.span).end;
    // A comma may part the paper from what happened on another day.
    let belongs = !rest.starts_with(',') || signed > 0 || {
        let next = page.from(behind);
        [" của ", " về ", ",", ")"].iter().any(|word| next.starts_with(word))
    };
    belongs.then(|| tail.date = Some(time.id.clone()))?;
    Some(behind)
}

/// `"của" body`, `"do" body "ban hành"`.
fn issuer(page: &Page<'_>, end: usize, tail: &mut Tail) -> Option<usize> {
    let rest = page.from(end);
    let trimmed = rest.trim_start_matches([' ', ',', ')']);
    if tail.stated.is_some() || rest.len() - trimmed.len() > 3 {
        return None;
    }
    let word = ["của ", "do "].into_iter().find(|word| trimmed.starts_with(word))?;
    let said = page.said_at(page.text.len() - trimmed.len() + word.len())?;
    let behind = said.range.end;
    let signs = Use::Signed.at(page.from(behind).trim_start()).is_some();
    if word == "do " && !signs {
        return None;
    }
    tail.stated = Some(said);
    Some(behind)
}

/// `("về" | "v/v") …` to the end of the clause.
fn about(page: &Page<'_>, end: usize, tail: &mut Tail) -> Option<usize> {
    let rest = page.from(end);
    let trimmed = rest.trim_start_matches([' ', ',', '(', ')']);
    let word = ["về ", "v/v "].into_iter().find(|word| trimmed.starts_with(word))?;
    if tail.about.is_some() || rest.len() - trimmed.len() > 3 {
        return None;
    }
    let start = page.text.len() - trimmed.len() + word.len();
    let len = clause(page, start);
    let about = page.from(start).get(..len)?.trim_end();
    tail.about = Some(start..start + about.len()).filter(|range| !range.is_empty());
    Some(start + len)
}

/// The length of the clause at an offset.
fn clause(page: &Page<'_>, start: usize) -> usize {
    let sentence = page.view.sentence_at(page.view.folded.original_start(start));
    let sentence = sentence.and_then(|index| page.view.sentences.get(index));
    let limit =
        sentence.map_or(start, |sentence| page.view.range(sentence.span).end).min(start + ABOUT);
    let text = page.from(start);
    let mut last_word = 0;
    for (at, c) in text.char_indices() {
        if start + at >= limit {
            return if start + at >= start + ABOUT { last_word } else { at }.min(at);
        }
        match c {
            ';' | ':' | '"' | '”' | ')' | '\n' => return at,
            '.' if text[at + 1..].starts_with([' ', '\n']) || start + at + 1 >= limit => return at,
            ',' if leaves(page, start + at + 1) => return at,
            ' ' => last_word = at,
            _ => {}
        }
    }
    text.len()
}

/// Whether what follows a comma is no part of a paper's subject.
fn leaves(page: &Page<'_>, at: usize) -> bool {
    let word = at + spaces(page.from(at));
    Use::Clause.at(page.from(word)).is_some() || page.said_at(word).is_some()
}
