//! People in a sentence: names that something around them announces.

use std::{collections::HashSet, ops::Range};

use super::{
    lexicon::{EPONYMS, FACILITIES, HONORIFICS, MANY, TITLES, VERBS, WHO},
    titles::{Chain, Piece},
    words::Words,
};
use nienbieu_model::PersonRole;

/// A person found: the words of the name, the titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) name: Range<usize>,
    pub(super) titles: Vec<Piece>,
    /// The word behind name and titles.
    pub(super) end: usize,
}

/// Names that the article has told in full, folded, and what they end in.
#[derive(Debug, Default)]
pub(super) struct Known {
    full: HashSet<String>,
    given: HashSet<String>,
}

impl Known {
    fn add(&mut self, name: &str) {
        if !name.contains(' ') {
            return;
        }
        for (at, _) in name.match_indices(' ') {
            self.given.insert(name[at + 1..].to_owned());
        }
        self.full.insert(name.to_owned());
    }
}

/// The people of a sentence, in order.
pub(super) fn find(words: &Words<'_>, known: &mut Known) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if is_shouted(words) {
        return found;
    }
    let mut at = 0;
    while at < words.len() {
        let next = words.announced(at, known).or_else(|| words.bare(at, found.last(), known));
        at = match next {
            Some(Step::Person(mut person)) => {
                words.take_titles_behind(&mut person);
                known.add(words.slice(&person.name));
                let end = person.end.max(at + 1);
                found.push(person);
                end
            }
            Some(Step::Skip(to)) => to.max(at + 1),
            None => at + 1,
        };
    }
    found
}

/// Whether nearly all words stand in capitals: nothing tells a name there.
fn is_shouted(words: &Words<'_>) -> bool {
    let loud = (0..words.len()).filter(|&at| words.get(at).is_some_and(|w| w.all_capitals)).count();
    words.len() > 3 && loud * 3 > words.len() * 2
}

/// What stands at a word.
enum Step {
    Person(Found),
    /// No person up to the word with this number.
    Skip(usize),
}

impl Words<'_> {
    /// A name with an honorific or a title before it.
    fn announced(&self, at: usize, known: &Known) -> Option<Step> {
        if let Some(start) = self.honorific(at) {
            return self.behind_honorific(at, start, known);
        }
        let chain = self.chain(at, true)?;
        if let Some(name) = chain.name.clone() {
            let end = name.end;
            return Some(Step::Person(Found { name, titles: chain.pieces, end }));
        }
        self.behind_chain(&chain).map(Step::Person)
    }

    /// A title, a mark or none, an honorific, a name: "Giám đốc Sở Y tế, ông Trần C".
    fn behind_chain(&self, chain: &Chain) -> Option<Found> {
        let at = chain.end;
        let said = chain.pieces.iter().any(|piece| piece.words.len() > 2);
        if !said || !matches!(self.gap(at), ", " | " " | " - " | ": ") {
            return None;
        }
        let start = self.honorific(at).unwrap_or(at);
        let name = start..self.run(start);
        let linked = start > at || self.gap(at) == " - " || self.gap(at) == ": ";
        let fits = linked && self.is_full_name(&name) && self.joined_or_marked(at, start);
        fits.then(|| Found { end: name.end, name, titles: chain.pieces.clone() })
    }

    /// Whether the name follows its honorific right away.
    fn joined_or_marked(&self, at: usize, start: usize) -> bool {
        start == at || self.joined(start)
    }

    /// The word behind an honorific: small letters, or the first word of what is said.
    fn honorific(&self, at: usize) -> Option<usize> {
        let next = self.look_up(&HONORIFICS, at).or_else(|| self.look_up(&WHO, at))?.0;
        // "bác sĩ" is no "bác".
        if self.look_up(&TITLES, at).is_some_and(|(end, _)| end > next) {
            return None;
        }
        let opens = at == 0 || self.gap(at) != " " || !self.is_capital(at + 1);
        let plain = !self.is_capital(at) || opens || !self.is_capital(at - 1);
        let place = self.look_up(&EPONYMS, at).is_some_and(|(end, ())| end > next);
        (plain && !place && self.gap(next) == " ").then_some(next)
    }

    /// The name behind an honorific, or the titles between the two.
    fn behind_honorific(&self, at: usize, start: usize, known: &Known) -> Option<Step> {
        // "bệnh nhân là ông …", "gia đình anh …": the nearer one counts.
        if self.honorific(start).is_some() || self.post(start).is_some() {
            return Some(Step::Skip(start));
        }
        let name = start..self.run(start);
        let any = self.is(&HONORIFICS, at);
        let full = self.is_full_name(&name) && (name.len() > 2 || any || self.ends_name(name.end));
        let initials = name.len() == 1 && self.is_initials(start);
        let given = known.given.contains(self.slice(&name));
        let some =
            any && name.len() > 1 && self.is_any_name(&name) && !self.is_behind_eponym(&name);
        let eponym = !any && self.is_eponym(&name);
        let accepted = (full && !eponym) || initials || some || (any && given);
        accepted.then(|| {
            let end = name.end;
            Step::Person(Found { name, titles: Vec::new(), end })
        })
    }

    /// Whether a name begins with a place ("bà Hà Giang" aside, which is short).
    fn is_behind_eponym(&self, name: &Range<usize>) -> bool {
        self.look_up(&EPONYMS, name.start).is_some_and(|(end, ())| end < name.end)
    }

    /// A full name without a word before it that announces one: by what follows, or in a list.
    fn bare(&self, at: usize, last: Option<&Found>, known: &Known) -> Option<Step> {
        let starts = self.is_capital(at) && !(self.joined(at) && self.is_capital(at - 1));
        if !starts {
            return None;
        }
        let name = at..self.run(at);
        if let (1, true) = (name.len(), self.is_initials(at)) {
            let fits = self.lists(last, at) || self.tells_age(name.end);
            return fits.then(|| person(name));
        }
        if !self.is_full_name(&name) {
            return None;
        }
        if self.is_eponym(&name) || self.is_behind(&FACILITIES, at) {
            return Some(Step::Skip(name.end));
        }
        let long = name.len() > 2;
        let speaks = self.look_up(&VERBS, name.end).is_some_and(|(_, deed)| {
            self.joined(name.end) && deed.before == Some(PersonRole::Speaker)
        });
        let fits = speaks && (long || at == 0)
            || self.lists(last, at) && (long || self.ends_name(name.end))
            || self.follows_many(at, long)
            || self.tells_age(name.end)
            || self.title_follows(name.end) && (long || at == 0 || self.gap(at) != " ")
            || self.is_credit(at)
            || long && self.gap(at).starts_with(['”', '"']) && self.gap(at).ends_with(", ")
            || long && known.full.contains(self.slice(&name));
        fits.then(|| person(name))
    }

    /// Whether only a mark or "và" stands between the last person and a word.
    fn lists(&self, last: Option<&Found>, at: usize) -> bool {
        let Some(last) = last else { return false };
        let marked = |gap: &str| matches!(gap, ", " | "; " | " - " | " & " | ",");
        match at - last.end.min(at) {
            0 => marked(self.gap(at)),
            1 => self.letters(at - 1) == "và" && self.gap(at) == " ",
            _ => false,
        }
    }

    /// Whether a word that announces several stands before: "các đồng chí: …", "gồm …".
    fn follows_many(&self, at: usize, long: bool) -> bool {
        let announced = self.is_behind(&MANY, at);
        announced && (self.gap(at) == ": " || self.gap(at) == " " && long)
    }

    /// Whether an age or a year of birth follows: " (45 tuổi", ", sinh năm 1985", " (SN 1979".
    fn tells_age(&self, at: usize) -> bool {
        let figures = |at: usize| self.letters(at).starts_with(|c: char| c.is_ascii_digit());
        let marked = matches!(self.gap(at), " (" | ", ");
        let born = matches!(self.letters(at), "sn" | "sinh");
        marked && (born || figures(at) && matches!(self.letters(at + 1), "tuổi" | "t"))
    }

    /// Whether a title follows behind a mark.
    fn title_follows(&self, at: usize) -> bool {
        self.is_apposition(at) && self.post(at).is_some()
    }

    /// Whether the mark before a word puts it beside the name.
    fn is_apposition(&self, at: usize) -> bool {
        matches!(self.gap(at), ", " | " - " | " (" | "," | "- " | " -")
    }

    /// Whether the name is a photographer's: "Ảnh: Lê Hoài".
    fn is_credit(&self, at: usize) -> bool {
        self.gap(at) == ": "
            && at > 0
            && matches!(self.letters(at - 1), "ảnh" | "bài" | "tin" | "video")
    }

    /// Titles beside the name: ", Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch UBND tỉnh", " (Trưởng thôn)".
    fn take_titles_behind(&self, person: &mut Found) {
        let mut at = person.end;
        if self.tells_age(at) {
            // The age stands between: ", 58 tuổi, Trưởng thôn".
            let past = (at..at + 6).find(|&word| matches!(self.gap(word + 1), ", " | " - "));
            at = past.map_or(at, |word| word + 1);
        }
        if !self.title_follows(at) {
            return;
        }
        let next = self.chain(at, true).filter(|chain| chain.name.is_some());
        if next.is_some() && !person.titles.is_empty() {
            return;
        }
        // A title that leads to a name of three words is the next one's, unless a list says otherwise.
        let leads =
            next.as_ref().and_then(|chain| chain.name.as_ref()).is_some_and(|n| n.len() > 2);
        if leads {
            return;
        }
        let Some(chain) = self.chain(at, false) else { return };
        person.end = chain.end;
        person.titles.extend(chain.pieces);
    }
}

const fn person(name: Range<usize>) -> Step {
    let end = name.end;
    Step::Person(Found { name, titles: Vec::new(), end })
}
