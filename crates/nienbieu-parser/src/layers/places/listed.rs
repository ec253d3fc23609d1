//! Names of units that a word of many lists behind other words: "các xã như A, B", "các xã là A 890 ha, B 765 ha".

use super::extent::fits;
use super::tokens::Tokens;
use super::words::Word;

/// Words that open the names.
const LEADS: &[&str] = &["như", "là", "gồm", "có"];
/// How many words may stand before them: "các xã bị thiệt hại nặng nhất là".
const BEFORE: usize = 8;
/// How many words a figure behind a name has, its unit among them: "890 ha", "1.145 con".
const FIGURE: usize = 8;

/// Where the first name stands behind the words that say of which units it speaks: a known name alone.
pub(super) fn first(tokens: &Tokens<'_>, from: usize, word: &Word) -> Option<usize> {
    for at in from..from + BEFORE {
        let token = tokens.all.get(at).filter(|token| !token.capital)?;
        let lead = LEADS.contains(&tokens.text.get(token.range.clone())?);
        if (lead && tokens.gap(at) == " " || tokens.gap(at).trim_end() == ":")
            && known(tokens, at + 1, word).is_some()
        {
            return Some(at + 1);
        }
        if tokens.gap(at) != " " {
            return None;
        }
    }
    None
}

/// Where the list goes on behind a figure that stands at a name, at a comma or an "và": "A 890 ha, B", "A (890 ha), B";
/// a known name follows.
pub(super) fn behind_figure(tokens: &Tokens<'_>, at: usize, word: &Word) -> Option<usize> {
    let open = tokens.gap(at.checked_sub(1)?) == " (";
    let number = tokens.all.get(at).is_some_and(|token| token.number);
    if !number || !open && tokens.gap(at - 1) != " " {
        return None;
    }
    for end in at..at + FIGURE {
        let gap = tokens.gap(end);
        let closed = if open { gap.strip_prefix(')') } else { Some(gap) };
        let next = match closed {
            Some(", " | "; ") => Some(end + 1),
            Some(" ") if tokens.slice(end + 1, 1) == "và" => Some(end + 2),
            _ => None,
        };
        if let Some(next) = next {
            return known(tokens, next, word).map(|_| next);
        }
        let goes_on = matches!(gap, " " | "." | ",") || open && gap == ", ";
        if closed.is_some() && open || !goes_on {
            return None;
        }
    }
    None
}

/// How many words the known name at a word has that the word before the list may mean.
fn known(tokens: &Tokens<'_>, at: usize, word: &Word) -> Option<usize> {
    let known = tokens.all.get(at)?.capital.then(|| tokens.longest(at, |name| fits(word, name)))?;
    known.filter(|&count| !tokens.goes_on(at, count))
}
