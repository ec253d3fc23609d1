//! Chains of titles: "Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện".

use std::ops::Range;

use super::{
    lexicon::{ENDS, HONORIFICS, INSIDE, MANY, TITLES, TitleWord, UNITS, VERBS, WHOLES},
    words::Words,
};

/// No title has more words, no chain more titles.
const LONGEST: usize = 22;
const MOST: usize = 8;

/// One title: its words, and where those of its body begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) words: Range<usize>,
    pub(super) body: usize,
}

/// A chain of titles and the name that ends it, where one stands right behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    pub(super) pieces: Vec<Piece>,
    pub(super) end: usize,
    pub(super) name: Option<Range<usize>>,
}

impl Words<'_> {
    /// `post (body)? ((", " | " - ") post (body)?)* name?`
    ///
    /// With `names`, the chain ends at a name; without, words with capitals are the bodies'.
    pub(super) fn chain(&self, start: usize, names: bool) -> Option<Chain> {
        let mut chain = Chain { pieces: Vec::new(), end: start, name: None };
        let mut at = start;
        while chain.pieces.len() < MOST {
            let Some(post) = self.post(at) else { break };
            let (end, name) = self.body(post, names);
            chain.pieces.push(Piece { words: at..end, body: post });
            chain.end = end;
            chain.name = name;
            let goes_on = matches!(self.gap(end), ", " | " - " | "; " | ",") && end < self.len();
            if chain.name.is_some() || !goes_on || self.gap(end) == "; " {
                break;
            }
            at = end;
        }
        (!chain.pieces.is_empty()).then_some(chain)
    }

    /// `former? (rank | head unit | degree+ rank?)`: the word behind it. The head's unit is the body's.
    pub(super) fn post(&self, at: usize) -> Option<usize> {
        let (next, word) = self.look_up(&TITLES, at)?;
        match word {
            TitleWord::Rank => Some(next),
            TitleWord::Head => self.is(&UNITS, next).then_some(next).filter(|_| self.joined(next)),
            TitleWord::Unit | TitleWord::More => None,
            TitleWord::Former => {
                let (end, word) = self.look_up(&TITLES, next).filter(|_| self.joined(next))?;
                (*word == TitleWord::Rank).then_some(end)
            }
            TitleWord::Degree => Some(self.degrees(next)),
        }
    }

    /// More ranks side by side: "TS.BS", "PGS. TS.", "bác sĩ CKII".
    fn degrees(&self, mut at: usize) -> usize {
        for _ in 0..MOST {
            if !matches!(self.gap(at), " " | "." | ". ") {
                break;
            }
            match self.look_up(&TITLES, at) {
                Some((next, TitleWord::Degree | TitleWord::More)) => at = next,
                _ => break,
            }
        }
        at
    }

    /// The end of a title's body that starts at a word, and the name right behind it.
    fn body(&self, start: usize, names: bool) -> (usize, Option<Range<usize>>) {
        // The head's unit may be of several words: "Phó Trưởng" + "ban chỉ đạo".
        let mut at = self.look_up(&UNITS, start).map_or(start, |(next, ())| next);
        if !self.joined(start) {
            at = start;
        }
        while at < self.len() && at < start + LONGEST {
            let gap = self.gap(at);
            // A stop after an abbreviated rank: "TS. Phạm D".
            let direct = at == start && matches!(gap, " " | ". ");
            // "Trưởng khoa Nhi, Bệnh viện Đa khoa tỉnh".
            let whole = !names && gap == ", " && self.is(&UNITS, start) && self.is_whole(at);
            if !(direct || gap == " " || whole || self.goes_on(at)) {
                break;
            }
            if names && self.is_capital(at) && (at == start || gap == " " || gap == ". ") {
                let run = at..self.run(at);
                let after = at == start && self.is_behind_degree(start);
                let name = self.name_in(&run, direct);
                let any = || {
                    (after
                        && (self.is_given_name(&run)
                            || self.is_full_name(&run) && !self.is_eponym(&run))
                        || direct && self.is_foreign_name(&run))
                    .then_some(run.start)
                };
                if let Some(from) = name.or_else(any) {
                    return (from, Some(from..run.end));
                }
                // The words of the run are the body's: none of them ends it.
                at = run.end.max(at + 1);
                continue;
            }
            if self.ends_body(at) {
                break;
            }
            at += 1;
        }
        (at.min(self.len()), None)
    }

    /// Whether a body with a capital stands here that a unit may belong to.
    fn is_whole(&self, at: usize) -> bool {
        self.is_capital(at) && self.is(&WHOLES, at) && self.post(at).is_none()
    }

    /// Whether a rank of its own stands before a word ("bác sĩ"): a given name may follow.
    fn is_behind_degree(&self, at: usize) -> bool {
        (1..=4).any(|words| {
            at.checked_sub(words).and_then(|from| self.look_up(&TITLES, from)).is_some_and(
                |(end, word)| end == at && matches!(word, TitleWord::Degree | TitleWord::More),
            )
        })
    }

    /// A name behind a rank of its own: "bác sĩ Nhẫn", "cô giáo Diễm Thu".
    fn is_given_name(&self, run: &Range<usize>) -> bool {
        (self.is_any_name(run) || self.is_initials(run.start) && run.len() == 1)
            && self.ends_name(run.end)
            && self.post(run.start).is_none()
    }

    /// Whether a body goes on across the mark before a word: ", thể thao", " - TB&XH", "TP. Vinh".
    fn goes_on(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.letters(before));
        match self.gap(at) {
            "&" | " & " | "/" | "-" => true,
            ". " | "." => matches!(before, "tp" | "tx" | "tt" | "q" | "p" | "h" | "x"),
            " - " => self.is_capital(at) && self.post(at).is_none() && !self.is_surname(at),
            ", " => {
                let verb = self.is(&VERBS, at) && !self.is_capital(at);
                self.is(&INSIDE, at) && self.post(at).is_none() && !verb
            }
            " “" | " \"" => self.is_capital(at),
            _ => false,
        }
    }

    /// Whether somebody else begins at a word: a name, a post.
    fn is_another(&self, at: usize) -> bool {
        let run = at..self.run(at);
        self.is_capital(at) && self.post(at).is_some() || self.is_full_name(&run) && run.len() > 2
    }

    /// Whether a title ends before a word.
    fn ends_body(&self, at: usize) -> bool {
        if at.checked_sub(1).is_some_and(|before| self.letters(before) == "ban") {
            return false;
        }
        // "Ký sinh trùng", "Vệ sinh": the words go on with one that has begun.
        let begun = at.checked_sub(1).and_then(|before| self.look_up(&INSIDE, before));
        if begun.is_some_and(|(end, ())| end > at) {
            return false;
        }
        if self.letters(at) == "và" && self.is_another(at + 1) {
            return true;
        }
        if let Some((_, ())) = self.look_up(&INSIDE, at) {
            // The longer reading counts: "dự phòng" is no "dự", "và ông" is no "và".
            let inside = self.look_up(&INSIDE, at).map_or(0, |(next, ())| next);
            let end = self.look_up(&ENDS, at).map_or(0, |(next, ())| next);
            let deed = self.look_up(&VERBS, at).map_or(0, |(next, _)| next);
            return end > inside || deed > inside;
        }
        if self.get(at).is_some_and(|word| word.capital) {
            return false;
        }
        let figures = self.letters(at).starts_with(|c: char| c.is_ascii_digit());
        let numbered = at.checked_sub(1).is_some_and(|before| {
            self.is(&UNITS, before)
                || self.is_behind(&super::lexicon::PLACE_UNITS, at)
                || self.letters(before) == "số"
        });
        self.is(&ENDS, at)
            || self.is(&VERBS, at)
            || self.is(&HONORIFICS, at)
            || self.is(&MANY, at)
            || figures && !numbered
    }
}
