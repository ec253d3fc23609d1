//! Words and capitals of an article's line.

use std::ops::Range;

use nienbieu_gazetteer::provinces;
use nienbieu_model::Place;

use super::tables::{CITIES, FIELDS, Field, HEADS, TYPES, starts};
use crate::layers::View;
use crate::text::{is_alphanumeric, is_lowercase};

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
    /// Its abbreviations with what they stand for, in order.
    pub(super) spelt: Vec<(Range<usize>, &'static str)>,
}

impl<'a> Line<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        line: Range<usize>,
        places: &'a [(Range<usize>, &'a Place)],
    ) -> Self {
        let text = view.folded.as_str().get(..line.end).unwrap_or_default();
        let printed = view.words(view.span(line.clone()));
        let capitals = !printed.chars().any(is_lowercase);
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
        rest.starts_with(is_alphanumeric).then(|| self.text.len() - rest.len())
    }

    /// The end of the word at an offset.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let rest = self.from(at);
        at + rest.find(|c: char| !is_alphanumeric(c)).unwrap_or(rest.len())
    }

    /// The place behind an offset: its type, its name of at most so many words, or both. The Party's
    /// committee of a place stands for it ("Ban Tuyên giáo Huyện ủy").
    pub(super) fn seat(&self, at: usize, most: usize) -> Option<Seat> {
        let word = self.next(at)?;
        let typed = TYPES.at(self.from(word)).map(|(len, kind)| (word + len, *kind));
        // "vùng" is the type of a place, "Vùng" a body's head.
        let small = typed.is_some() && !self.is_capital(word);
        if let Some((len, head)) = HEADS.at(self.from(word)).filter(|_| !small) {
            let party = self.slice(word..word + len).ends_with("ủy");
            let seat = Seat { end: word + len, level: head.level, named: true, spelt: Vec::new() };
            return party.then_some(seat);
        }
        let known = self.places.partition_point(|(range, _)| range.start < word);
        let known = self.places.get(known).filter(|(range, _)| range.start == word);
        let Some((end, kind)) = typed else {
            let (end, level) = match known {
                Some((range, place)) => (range.end, level_of(place)),
                None => (self.place_name(word, 1, most)?, self.city(word)),
            };
            return Some(Seat { end, level, named: true, spelt: self.spelt_city(word, end) });
        };
        let name = self.name_behind(end);
        let mut spelt: Vec<_> = kind.name.map(|name| (word..end, name)).into_iter().collect();
        // "TP.HCM": a space for the stop.
        let stop = name.filter(|&name| !spelt.is_empty() && self.slice(end..name) == ".");
        spelt.extend(stop.map(|name| (end..name, " ")));
        if let Some((range, place)) = known {
            let level = kind.level.or_else(|| level_of(place));
            spelt.extend(name.into_iter().flat_map(|name| self.spelt_city(name, range.end)));
            return Some(Seat { end: range.end, level, named: true, spelt });
        }
        let numbered = name.filter(|&at| self.is_number(at));
        if let Some(number) = numbered.filter(|_| kind.level.is_some_and(|l| l != "province")) {
            return Some(Seat {
                end: self.word_end(number),
                level: kind.level,
                named: true,
                spelt,
            });
        }
        let named = name.and_then(|name| Some((name, self.place_name(name, 2, most)?)));
        let level = kind.level.or_else(|| self.city(named?.0));
        spelt.extend(named.into_iter().flat_map(|(name, end)| self.spelt_city(name, end)));
        let end = named.map_or(end, |(_, end)| end);
        Some(Seat { end, level, named: named.is_some(), spelt })
    }

    /// Where a place's name may begin behind its type: "TP Vinh", "TP.Vinh", "Q.3".
    fn name_behind(&self, end: usize) -> Option<usize> {
        let rest = self.from(end);
        let name = rest.strip_prefix('.').unwrap_or(rest);
        let glued = name.starts_with(is_alphanumeric).then_some(end + rest.len() - name.len());
        self.next(end).or(glued)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.from(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// The level of a body of a great city.
    fn city(&self, at: usize) -> Option<&'static str> {
        CITIES.at(self.from(at)).map(|_| "province")
    }

    /// The abbreviation of a great city that fills a stretch, with what it stands for.
    fn spelt_city(&self, at: usize, end: usize) -> Vec<(Range<usize>, &'static str)> {
        let city = CITIES.at(self.from(at)).filter(|(len, _)| at + len == end);
        city.and_then(|(_, name)| Some((at..end, (*name)?))).into_iter().collect()
    }

    /// The level of the known place that closes a stretch.
    pub(super) fn level_at_end(&self, range: &Range<usize>) -> Option<&'static str> {
        let from = self.places.partition_point(|(place, _)| place.start <= range.start);
        let inside =
            self.places.get(from..)?.iter().take_while(|(place, _)| place.start < range.end);
        let mut known = inside.filter(|(place, _)| place.end == range.end);
        known.find_map(|(_, place)| level_of(place)).or_else(|| self.province_at_end(range))
    }

    /// A province's name may close a proper name without being a place of its own there: "Bệnh viện Sản Nhi Nghệ An".
    fn province_at_end(&self, range: &Range<usize>) -> Option<&'static str> {
        let name = self.slice(range.clone());
        let mut spaces = name.rmatch_indices(' ').map(|(at, _)| at + 1);
        let two = spaces.nth(1)?;
        let known = provinces::named(&name[two..]).is_some();
        (known && self.is_capital(range.start + two)).then_some("province")
    }

    /// The end of words with capitals that are no person's name and no other body's, no more than `most`.
    /// `sure`: so many words may begin with a surname and be a place all the same.
    fn place_name(&self, at: usize, sure: usize, most: usize) -> Option<usize> {
        let (end, count) = self.capital_run(at, 4)?;
        let person = count > sure && starts("surname", self.from(at)) && self.city(at).is_none();
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
    pub(super) fn field(&self, at: usize) -> Option<(usize, Field)> {
        FIELDS.at(self.from(at)).map(|(len, field)| (at + len, *field))
    }
}

/// The level of a body that has a place's name.
fn level_of(place: &Place) -> Option<&'static str> {
    let levels = ["province", "district", "commune"];
    levels.into_iter().find(|level| place.level.as_deref() == Some(level))
}
