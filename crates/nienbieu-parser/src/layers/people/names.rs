//! What is a person's name among words with capitals.

use std::ops::Range;

use super::{
    lexicon::{ENDS, EPONYMS, FACILITIES, OF, PLACE_UNITS, SURNAMES, TITLES, TitleWord, VERBS},
    words::Words,
};
use crate::text::is_alphabetic;

/// No name has more words.
const LONGEST: usize = 5;

/// No more words with capitals are looked at together.
const REACH: usize = 24;

impl Words<'_> {
    /// The end of the words with capitals that start here, one space between them; a title ends them.
    pub(super) fn run(&self, start: usize) -> usize {
        let mut end = start;
        while end < start + REACH && self.is_capital(end) && (end == start || self.joined(end)) {
            let titled = end > start + 1
                && self
                    .look_up(&TITLES, end)
                    .is_some_and(|(next, word)| next > end + 1 && matches!(word, TitleWord::Rank));
            if titled {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a surname stands here, or a first syllable as of the highlands ("H'Hen", "K'Brếp").
    pub(super) fn is_surname(&self, at: usize) -> bool {
        self.is_highland(at) || self.is(&SURNAMES, at)
    }

    /// Whether a word is a name by itself: "K'Brếp".
    fn is_highland(&self, at: usize) -> bool {
        let letters = self.letters(at);
        letters.split_once('\'').is_some_and(|(first, rest)| first.len() < 4 && rest.len() > 1)
    }

    /// Whether the word is initials: "N.T.H".
    pub(super) fn is_initials(&self, at: usize) -> bool {
        let letters = self.letters(at);
        self.is_capital(at)
            && letters.contains('.')
            && letters.split('.').all(|part| part.chars().count() == 1)
    }

    /// Whether the words can be a full name: a surname and one to four more, no abbreviation.
    pub(super) fn is_full_name(&self, words: &Range<usize>) -> bool {
        let long = (2..=LONGEST).contains(&words.len());
        (long || words.len() == 1 && self.is_highland(words.start))
            && self.is_surname(words.start)
            && !self.is(&OF, words.start)
            && words.clone().all(|at| self.fits_name(at))
    }

    /// Whether a word can be part of a name: no figures, no abbreviation.
    fn fits_name(&self, at: usize) -> bool {
        let letters = self.letters(at);
        let abbreviation = self.get(at).is_some_and(|word| word.all_capitals);
        let plain = letters.chars().all(|c| is_alphabetic(c) || c == '\'' || c == '.');
        plain && !abbreviation
    }

    /// Whether places and things carry this name.
    pub(super) fn is_eponym(&self, words: &Range<usize>) -> bool {
        self.look_up(&EPONYMS, words.start).is_some_and(|(end, _)| end >= words.end)
    }

    /// Whether what follows a name lets it end there: a mark, a verb, a word that ends titles.
    pub(super) fn ends_name(&self, at: usize) -> bool {
        at >= self.len() || !self.joined(at) || self.is(&VERBS, at) || self.is(&ENDS, at)
    }

    /// Whether the words can be a name of any people behind an honorific: "Angela Pratt", "Sáu Thiệt".
    pub(super) fn is_any_name(&self, words: &Range<usize>) -> bool {
        (1..=LONGEST).contains(&words.len())
            && words.clone().all(|at| self.fits_name(at))
            && !self.is(&OF, words.start)
            && !self.is(&FACILITIES, words.start)
            && !self.is_eponym(words)
            && (self.ends_name(words.end) || words.len() > 2 && self.is_surname(words.start))
    }

    /// Whether the words are of another language: a letter or an ending that Vietnamese lacks.
    pub(super) fn is_foreign_name(&self, words: &Range<usize>) -> bool {
        (2..=4).contains(&words.len())
            && words.clone().all(|at| self.fits_name(at))
            && words.clone().any(|at| is_foreign(self.letters(at)))
            && !self.is_eponym(&(words.start..words.start + 1))
            && self.ends_name(words.end)
    }

    /// Where the name begins in the words with capitals at the end of a title: "Mường Lay | Lò Văn A".
    ///
    /// `direct` says that they stand right behind the post itself.
    pub(super) fn name_in(&self, run: &Range<usize>, direct: bool) -> Option<usize> {
        let mut at = run.start;
        if direct && self.starts_name(&(at..run.end)) {
            return Some(at);
        }
        while at + 1 < run.end {
            let abbreviation = self.get(at).is_some_and(|word| word.all_capitals);
            let past = self.past_place(at, run).or(abbreviation.then_some(at + 1));
            if let Some(next) = past {
                at = next;
                // "Tổng Giám đốc WHO Tedros Adhanom".
                if self.is_foreign_name(&(at..run.end)) {
                    return Some(at);
                }
                continue;
            }
            if let Some(next) = self.look_up(&OF, at).map(|(next, _)| next) {
                at = next.max(at + 1);
                continue;
            }
            if self.is_behind(&PLACE_UNITS, at) {
                return self.behind_unit(&(at..run.end));
            }
            if self.is_behind(&FACILITIES, at) {
                return self
                    .middle_word(&(at..run.end))
                    .or_else(|| self.name_from(at + 2, run.end));
            }
            if self.starts_name(&(at..run.end)) && !self.is_eponym(&(at..run.end)) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Whether a full name fills the words, and a name may end there.
    fn starts_name(&self, words: &Range<usize>) -> bool {
        self.is_full_name(words) && (words.len() > 2 || self.ends_name(words.end))
    }

    /// The first full name that starts at a word or later, to the end.
    fn name_from(&self, at: usize, end: usize) -> Option<usize> {
        (at..end).find(|&from| self.starts_name(&(from..end)))
    }

    /// The word behind the known place that stands here, unless it belongs to a surname before it.
    fn past_place(&self, at: usize, run: &Range<usize>) -> Option<usize> {
        let (next, ()) = self.look_up(&EPONYMS, at)?;
        // "Hà Văn Tứ" does not begin with a place; "Hà Giang Lò Văn A" does.
        (next <= run.end && (next == run.end || next > at + 1)).then_some(next)
    }

    /// Behind "tỉnh", "xã", …: either its name comes first, or the person's.
    fn behind_unit(&self, words: &Range<usize>) -> Option<usize> {
        if let Some(start) = self.middle_word(words) {
            return Some(start);
        }
        let wide = ["tỉnh", "phố", "tp", "tỉnh ủy", "thành ủy"];
        let before = words.start.checked_sub(1).map_or("", |before| self.letters(before));
        let first = words.start;
        match words.len() {
            // Provinces are known; a district of two words may be called anything.
            2 => (wide.contains(&before) && self.starts_name(words)).then_some(first),
            3 => self.starts_name(words).then_some(first),
            _ => self.name_from(first + 2, words.end).or_else(|| self.name_from(first, words.end)),
        }
    }

    /// The surname before "Văn" or "Thị".
    fn middle_word(&self, words: &Range<usize>) -> Option<usize> {
        let middle = (words.start + 1..words.end.checked_sub(1)?)
            .find(|&at| matches!(self.letters(at), "văn" | "thị"))?;
        let start = middle - 1;
        // A unit's name of one word before a surname is rare, of two is the rule.
        let fits = self.is_full_name(&(start..words.end));
        (fits && !self.is_eponym(&(start..words.end))).then_some(start)
    }
}

/// Whether a syllable cannot be Vietnamese.
fn is_foreign(letters: &str) -> bool {
    let foreign = |c: char| matches!(c, 'f' | 'j' | 'w' | 'z');
    let endings = ["c", "ch", "m", "n", "ng", "nh", "p", "t"];
    let is_vowel =
        |c: char| !c.is_ascii() && c != 'đ' || matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let tail = letters
        .rfind(is_vowel)
        .and_then(|at| letters[at..].chars().next().map(|vowel| &letters[at + vowel.len_utf8()..]));
    let bad_tail = tail.is_none_or(|tail| !tail.is_empty() && !endings.contains(&tail));
    letters.chars().any(foreign)
        || letters.chars().count() > 2 && bad_tail
        || letters.len() > 8 && letters.is_ascii()
}
