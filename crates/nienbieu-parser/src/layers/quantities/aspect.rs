//! In what way a figure holds: new, cumulative, still standing, aimed at. Only what the words say.

use std::{collections::HashMap, sync::LazyLock};

use super::metric::Side;
use crate::text::{
    lexicon::{Lexicon, word_starts},
    table::{cell, rows},
};

/// How far from the number the words of a row may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    Clause,
    Sentence,
    Near,
}

#[derive(Clone, Copy, Debug)]
struct Rule {
    aspect: &'static str,
    reach: Reach,
    side: &'static str,
}

static RULES: LazyLock<Lexicon<Vec<Rule>>> = LazyLock::new(|| {
    let mut rules: HashMap<&'static str, Vec<Rule>> = HashMap::new();
    for mut row in rows(include_str!("../../../data/aspects.tsv")) {
        let (Some(aspect), reach, Some(side)) = (cell(row.next()), row.next(), row.next()) else {
            continue;
        };
        let reach = match reach {
            Some("sentence") => Reach::Sentence,
            Some("near") => Reach::Near,
            _ => Reach::Clause,
        };
        for phrase in cell(row.next()).unwrap_or_default().split('|') {
            rules.entry(phrase).or_default().push(Rule { aspect, reach, side });
        }
    }
    Lexicon::new(rules)
});

/// The stretches around a number.
pub(super) struct Around<'a> {
    /// Behind it, to the end of its clause or the next figure.
    pub(super) after: &'a str,
    /// In front of it, from the start of its clause or the figure before.
    pub(super) before: &'a str,
    /// In front of it, from the start of the sentence.
    pub(super) sentence: &'a str,
}

/// The aspect that the nearest words say.
pub(super) fn aspect(around: &Around<'_>) -> Option<&'static str> {
    if is_repeat(around) {
        return Some("repeat");
    }
    nearest(around.after, Side::After, Reach::Clause)
        .or_else(|| nearest(around.before, Side::Before, Reach::Clause))
        .or_else(|| nearest(around.sentence, Side::Before, Reach::Sentence))
}

/// `cả 2 ca này`, `trong 5 ca trên`: words on both sides point back.
fn is_repeat(around: &Around<'_>) -> bool {
    let points = |at: usize, words: &str, side: &str| {
        RULES.at(&words[at..]).filter(|(len, rules)| {
            rules.iter().any(|rule| rule.reach == Reach::Near && rule.side == side)
                && (side == "after" || words[at + len..].trim().is_empty())
        })
    };
    let after = around.after.trim_start_matches(' ');
    let tail = around.before.trim_end_matches(' ');
    let last = tail.rfind(' ').map_or(0, |at| at + 1);
    let before = points(last, tail, "before").is_some();
    before && (points(0, after, "after").is_some() || tail[last..] == *"cả")
}

/// The aspect of the row whose words stand nearest the number, within a reach.
fn nearest(words: &str, side: Side, reach: Reach) -> Option<&'static str> {
    let mut found = None;
    let mut free = 0;
    for at in word_starts(words) {
        if at < free {
            continue;
        }
        let Some((len, rules)) = RULES.at(&words[at..]) else { continue };
        // Words of a clause say it of their own, those of a sentence of all that follows.
        let fits = |rule: &&Rule| match side {
            Side::After => rule.side != "before" && rule.reach == reach,
            Side::Before => rule.side != "after" && rule.reach != Reach::Near && (rule.reach == reach || reach == Reach::Clause),
        };
        let Some(rule) = rules.iter().find(fits) else { continue };
        free = at + len;
        found = Some(rule.aspect);
        if side == Side::After {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(sentence: &str, before: &str, after: &str) -> Option<&'static str> {
        aspect(&Around { after, before, sentence })
    }

    #[test]
    fn nearer_words_count_first() {
        assert_eq!(said("đến nay, có ", " có ", " đang điều trị"), Some("stock"));
        assert_eq!(said("đến nay, có ", " có ", ""), Some("cumulative"));
        assert_eq!(said("ghi nhận thêm ", "ghi nhận thêm ", ""), Some("new"));
        assert_eq!(said("cả ", "cả ", " này đều"), Some("repeat"));
        assert_eq!(said("mục tiêu đạt ", "mục tiêu đạt ", ""), Some("target"));
        assert_eq!(said("có ", "có ", " dân"), None);
    }
}
