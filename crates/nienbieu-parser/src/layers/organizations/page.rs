//! Words and capitals of an article's line.

use std::ops::Range;

use nienbieu_model::Place;

use super::tables::{FIELDS, HEADS, TYPES, starts};
use crate::layers::View;

/// How many words a proper name has at most.
const NAME: usize = 6;

/// A line of an article, and the places named in the article.
pub(super) struct Line<'a> {
    pub(super) view: &'a View<'a>,
    /// The folded text of the article up to the line's end.
    text: &'a str,
    pub(super) start: usize,
    /// It has no small letters, so that its capitals mean nothing.
    capitals: bool,
    places: &'a [(Range<usize>, &'a Place)],
}

/// The place that closes a body's name.
#[derive(Clone, Debug, Default)]
pub(super) struct Seat {
    pub(super) end: usize,
    /// What the type of the place says of the body's level.
    pub(super) level: Option<&'static str>,
    /// It has a name of its own.
    pub(super) named: bool,
}

impl<'a> Line<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        line: Range<usize>,
        places: &'a [(Range<usize>, &'a Place)],
    ) -> Self {
        let text = view.folded.as_str().get(..line.end).unwrap_or_default();
        let printed = view.words(view.span(line.clone()));
        let capitals = !printed.chars().any(char::is_lowercase);
        Self { view, text, start: line.start, capitals, places }
    }

    /// The line's words.
    pub(super) fn words(&self) -> &'a str {
        self.from(self.start)
    }

    /// The line from an offset on.
    pub(super) fn from(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The line up to an offset.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.text.get(self.start..at).unwrap_or_default()
    }

    pub(super) fn slice(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a word is printed with a capital that means something.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        !self.capitals && self.view.is_capital(at)
    }

    /// Whether a word begins with two capitals, as abbreviations do.
    pub(super) fn is_short(&self, at: usize) -> bool {
        let second = self.from(at).chars().next().map_or(at, |first| at + first.len_utf8());
        self.view.is_capital(at) && self.view.is_capital(second)
    }

    /// Whether a name may begin at a word: in a line of capitals any may.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        self.view.is_capital(at)
    }

    /// Behind a space, where a word follows.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let rest = self.from(at).strip_prefix(' ')?.trim_start_matches(' ');
        rest.starts_with(char::is_alphanumeric).then(|| self.text.len() - rest.len())
    }

    /// The end of the word at an offset.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let rest = self.from(at);
        at + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
    }

    /// The place behind an offset: its type, its name of at most so many words, or both. The Party's
    /// committee of a place stands for it ("Ban Tuyên giáo Huyện ủy").
    pub(super) fn seat(&self, at: usize, most: usize) -> Option<Seat> {
        let word = self.next(at)?;
        if let Some((len, head)) = HEADS.at(self.from(word)) {
            let party = self.slice(word..word + len).ends_with("ủy");
            return party.then(|| Seat { end: word + len, level: head.level, named: true });
        }
        let known = self.places.partition_point(|(range, _)| range.start < word);
        let known = self.places.get(known).filter(|(range, _)| range.start == word);
        let typed = TYPES.at(self.from(word)).map(|(len, level)| (word + len, *level));
        if let Some((range, place)) = known {
            let level = typed.and_then(|typed| typed.1).or_else(|| level_of(place));
            return Some(Seat { end: range.end, level, named: true });
        }
        let Some((end, level)) = typed else {
            let end = self.place_name(word, 1, most)?;
            return Some(Seat { end, level: self.city(word), named: true });
        };
        let name = self
            .next(end)
            .or_else(|| self.from(end).starts_with(char::is_alphanumeric).then_some(end));
        let numbered = name.filter(|&at| self.from(at).starts_with(|c: char| c.is_ascii_digit()));
        if let Some(number) = numbered.filter(|_| level.is_some_and(|level| level != "province")) {
            return Some(Seat { end: self.word_end(number), level, named: true });
        }
        let named = name.and_then(|name| Some((name, self.place_name(name, 2, most)?)));
        let level = level.or_else(|| self.city(named?.0));
        Some(Seat { end: named.map_or(end, |(_, end)| end), level, named: named.is_some() })
    }

    /// The level of a body of a great city.
    fn city(&self, at: usize) -> Option<&'static str> {
        starts("city", self.from(at)).then_some("province")
    }

    /// The end of words with capitals that are no person's name and no other body's, no more than `most`.
    /// `sure`: so many words may begin with a surname and be a place all the same.
    fn place_name(&self, at: usize, sure: usize, most: usize) -> Option<usize> {
        let (end, count) = self.capital_run(at, 4)?;
        let person =
            count > sure && starts("surname", self.from(at)) && !starts("city", self.from(at));
        (!person && count <= most).then_some(end)
    }

    /// Words with capitals: where they end, and how many.
    pub(super) fn capital_run(&self, at: usize, most: usize) -> Option<(usize, usize)> {
        let mut end = None;
        let mut word = at;
        for count in 1..=most.min(NAME) {
            let head = HEADS.at(self.from(word)).map(|(len, _)| word + len);
            // A single syllable may belong to a name: "Hải Phòng", "Nam Trung Bộ".
            let head = head.is_some_and(|end| count == 1 || end > self.word_end(word));
            // Nor does a name run into a field of work: "TMCP Ngoại thương".
            let field = count > 1
                && self.field(word).is_some_and(|(end, _)| {
                    let second = self.next(self.word_end(word));
                    second.is_some_and(|second| second < end && !self.is_capital(second))
                });
            if field || !self.is_capital(word) || head || TYPES.at(self.from(word)).is_some() {
                break;
            }
            let stop = self.word_end(word);
            end = Some((stop, count));
            match self.next(stop) {
                Some(next) => word = next,
                None => break,
            }
        }
        end
    }

    /// The field of work at a word.
    pub(super) fn field(&self, at: usize) -> Option<(usize, Option<&'static str>)> {
        FIELDS.at(self.from(at)).map(|(len, name)| (at + len, *name))
    }
}

/// The level of a body that has a place's name.
fn level_of(place: &Place) -> Option<&'static str> {
    let levels = ["province", "district", "commune"];
    levels.into_iter().find(|level| place.level.as_deref() == Some(level))
}
