//! How far a body's name goes, and what its parts stand for.

use std::ops::Range;

use super::{
    page::{Line, Seat},
    tables::{HEADS, Head, Shape, TYPES, ends, starts},
};
use crate::text::{is_alphabetic, is_alphanumeric};

/// How many words a task has at most.
const TASK: usize = 16;
/// How many parts a proper name has at most.
const PARTS: usize = 8;

/// A body in the folded text.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) range: Range<usize>,
    /// Abbreviations in its name with what they stand for, in order.
    pub(super) spelt: Vec<(Range<usize>, &'static str)>,
    /// An abbreviation of it: printed for it, or given beside it.
    pub(super) abbreviation: Option<Range<usize>>,
    /// Where the abbreviation is given beside it, brackets included.
    pub(super) gloss: Option<Range<usize>>,
    pub(super) level: Option<&'static str>,
}

/// The body that begins at a word.
pub(super) fn body(line: &Line<'_>, at: usize) -> Option<Body> {
    let (len, head) = HEADS.at(line.from(at))?;
    let end = at + len;
    let before = line.before(at);
    if head.short && !line.is_short(at) {
        return None;
    }
    let single = !line.slice(at..end).contains(' ');
    // The codes of a paper's symbol name its issuer, not the body: "12/QĐ-UBND".
    let joined = |c: char| matches!(c, '-' | '/' | '&' | '.');
    if before.ends_with(joined) || line.from(end).starts_with('-') {
        return None;
    }
    let titled = head.shape == Shape::Whole && ends("title", before);
    if titled || is_general(line, at, end) || (single && follows_name(line, at)) {
        return None;
    }
    Reader::new(line, at, end, *head).read()
}

/// Whether a single word closes a person's or a place's name: "Hải Phòng", "Lê Văn Trường".
fn follows_name(line: &Line<'_>, at: usize) -> bool {
    let before = line.before(at);
    let Some(trimmed) = before.strip_suffix(' ') else { return false };
    let word = trimmed.rfind(' ').map_or(0, |space| space + 1);
    line.is_capital(line.start + word)
        && line.is_capital(at)
        && trimmed.ends_with(is_alphanumeric)
        && !["trưởng", "phó", "theo", "tại"].contains(&&trimmed[word..])
}

/// Whether bodies in general are meant: "các bệnh viện", "UBND các cấp", "UBND 17 xã".
fn is_general(line: &Line<'_>, at: usize, end: usize) -> bool {
    let counted = |number: usize| {
        let unit = line.is_number(number).then(|| line.next(line.word_end(number))).flatten();
        unit.is_some_and(|unit| TYPES.at(line.from(unit)).is_some())
    };
    // "Công ty Cấp nước": a capital opens the name.
    let many = |next: usize| !line.is_capital(next) && starts("many", line.from(next));
    let behind = line.next(end).is_some_and(|next| many(next) || counted(next));
    behind || (!line.may_begin(at) && ends("many", line.before(at)))
}

struct Reader<'l, 'a> {
    line: &'l Line<'a>,
    head: Head,
    /// The head is printed with a capital.
    titled: bool,
    /// A word of the name says the level, wherever the body has its seat.
    fixed: bool,
    body: Body,
}

impl<'l, 'a> Reader<'l, 'a> {
    fn new(line: &'l Line<'a>, at: usize, end: usize, head: Head) -> Self {
        let spelt: Vec<_> = head.name.map(|name| (at..end, name)).into_iter().collect();
        let abbreviation = head.name.map(|_| at..end);
        let body = Body { range: at..end, spelt, abbreviation, gloss: None, level: head.level };
        Self { line, head, titled: line.may_begin(at), fixed: false, body }
    }

    fn read(mut self) -> Option<Body> {
        let fits = match self.head.shape {
            Shape::Whole => {
                self.gloss();
                self.titled
            }
            Shape::Seat => self.seat() || self.titled,
            Shape::Unit => self.seat(),
            Shape::Field => self.field(true) && (self.seat() || self.titled),
            Shape::Known => self.field(false) && (self.seat() || self.titled),
            Shape::Name | Shape::Number => self.titled && self.name(),
            Shape::Task => self.titled && self.task(),
            Shape::Of => self.titled && self.other(),
            Shape::Alone => self.other() || self.titled,
        };
        // Without a capital only a body with a name of its own is one.
        fits.then_some(self.body)
    }

    /// `[gloss] place`; a name without a capital needs the place's own.
    fn seat(&mut self) -> bool {
        let end = self.body.range.end;
        let gloss = self.gloss();
        let from = gloss.as_ref().map_or(end, |gloss| gloss.end);
        let Some(seat) = self.seat_behind(from).filter(|seat| self.titled || seat.named) else {
            return false;
        };
        self.close(&seat);
        true
    }

    /// The place behind an offset, unless its words are the name of a title's holder.
    fn seat_behind(&self, from: usize) -> Option<Seat> {
        let titled = ends("title", self.line.before(self.body.range.start));
        self.line.seat(from, if titled { 2 } else { 4 })
    }

    fn close(&mut self, seat: &Seat) {
        self.body.range.end = seat.end;
        self.body.spelt.extend(seat.spelt.iter().cloned());
        if !self.fixed {
            self.body.level = seat.level.or(self.body.level);
        }
    }

    /// `"(" abbreviation ")"` behind the name so far.
    fn gloss(&mut self) -> Option<Range<usize>> {
        let end = self.body.range.end;
        let inside = self.line.from(end).strip_prefix(" (")?;
        let len = inside.char_indices().take(16).find(|&(len, c)| c == ')' && len > 1)?.0;
        let at = end + " (".len();
        let words = inside.get(..len)?;
        let short = |word: &str| word.chars().count() <= 10;
        let capital = self.line.is_capital(at)
            && words.split(' ').all(short)
            && words.split(' ').count() <= 2;
        let second = at + words.chars().next().map_or(1, char::len_utf8);
        if !capital || !self.line.is_capital(second) && !words.contains(' ') {
            return None;
        }
        self.body.abbreviation = Some(at..at + len);
        let gloss = end..at + len + 1;
        self.body.gloss = Some(gloss.clone());
        Some(gloss)
    }

    /// `field [("và" | "-" | ",") field]`; `any`: a field that no table has, of two syllables.
    fn field(&mut self, any: bool) -> bool {
        let Some(word) = self.line.next(self.body.range.end) else { return false };
        // "Bộ luật": a single small syllable is no field of work.
        let single = self.line.field(word).is_some_and(|(end, _)| end == self.line.word_end(word));
        let head = self.line.slice(self.body.range.clone());
        if !self.titled || (single && !head.contains(' ') && !self.line.may_begin(word)) {
            return false;
        }
        let Some(end) = self.part(word).or_else(|| self.pair(word).filter(|_| any)) else {
            return false;
        };
        self.body.range.end = end;
        for _ in 0..PARTS {
            match self.joined(true) {
                Some(end) => self.body.range.end = end,
                None => break,
            }
        }
        true
    }

    /// A known field at a word, its abbreviation noted.
    fn part(&mut self, word: usize) -> Option<usize> {
        let (end, field) = self.line.field(word)?;
        self.body.spelt.extend(field.name.map(|name| (word..end, name)));
        self.fixed |= field.level.is_some();
        self.body.level = field.level.or(self.body.level);
        Some(end)
    }

    /// `Syllable syllable`: the first with a capital, the second without ("Hàng không").
    fn pair(&self, word: usize) -> Option<usize> {
        let second = self.line.next(self.line.word_end(word))?;
        let fits = self.line.is_capital(word)
            && !self.line.is_capital(second)
            && !starts("stops", self.line.from(second));
        fits.then(|| self.line.word_end(second))
    }

    /// A known field behind the name so far, joined to it or not; `plain`: one without a capital too.
    fn joined(&mut self, plain: bool) -> Option<usize> {
        let end = self.body.range.end;
        let rest = self.line.from(end);
        let joins = [" và ", ", ", " - ", " & ", " "];
        let join = joins.into_iter().find(|join| rest.starts_with(join))?;
        let word = end + join.len();
        // What is joined to a name by a comma is another body, unless it goes on with its capitals.
        let capital = self.line.is_capital(word) && HEADS.at(self.line.from(word)).is_none();
        let fits = capital || (join == " " && plain);
        let place = TYPES.at(self.line.from(word)).is_some();
        let done = join == " " && !capital && self.is_done(word);
        if !fits || place || done { None } else { self.part(word) }
    }

    /// Whether a field in lower case is what the body does: "Sở Du lịch xây dựng …"; a proper name may go on
    /// with one before its capitals ("Công ty Tư vấn xây dựng Sông Đà").
    fn is_done(&self, word: usize) -> bool {
        let end = || self.line.field(word).and_then(|(end, _)| self.line.next(end));
        let worded = matches!(self.head.shape, Shape::Field | Shape::Known);
        starts("does", self.line.from(word))
            && (worded || !end().is_some_and(|next| self.line.is_capital(next)))
    }

    /// `(field | Name | "số" number)+ [place]`.
    fn name(&mut self) -> bool {
        let start = self.body.range.end;
        let known = self.line.next(start).is_some_and(|word| self.line.field(word).is_some());
        if !known && self.purpose() {
            return true;
        }
        let (mut proper, mut named) = (false, false);
        for _ in 0..PARTS {
            let end = self.body.range.end;
            if let Some(end) = self.joined(!named) {
                proper |= self.line.next(start).is_some_and(|word| self.line.is_capital(word));
                self.body.range.end = end;
            } else if let Some(end) =
                self.number().or_else(|| self.kind_of(end)).or_else(|| self.proper(end))
            {
                (proper, named) = (true, true);
                self.body.range.end = end;
            } else {
                break;
            }
        }
        if self.body.range.end == start {
            // "Bệnh viện tỉnh": the place is all its name.
            return self.line.seat(start, 4).filter(|seat| seat.named).is_some_and(|seat| {
                self.close(&seat);
                true
            });
        }
        if proper && let Some(seat) = self.typed_seat() {
            self.close(&seat);
        }
        if self.head.placed && self.body.level.is_none() {
            self.body.level = self.line.level_at_end(&self.body.range);
        }
        proper
    }

    /// What the body is for in words of no table, which the type of a place closes: "Trung tâm Phòng chống sốt rét tỉnh".
    fn purpose(&mut self) -> bool {
        let Some(first) =
            self.line.next(self.body.range.end).filter(|&at| self.line.is_capital(at))
        else {
            return false;
        };
        let mut end = self.line.word_end(first);
        for _ in 0..PARTS {
            let Some(word) = self.line.next(end) else { return false };
            if TYPES.at(self.line.from(word)).is_some() {
                let seat = self.line.seat(end, 4).filter(|_| end > self.line.word_end(first));
                return seat.is_some_and(|seat| {
                    self.close(&seat);
                    true
                });
            }
            if self.line.is_capital(word) || starts("stops", self.line.from(word)) {
                return false;
            }
            end = self.line.word_end(word);
        }
        false
    }

    /// The place behind a proper name, with its type: a name alone belongs to the proper name.
    fn typed_seat(&mut self) -> Option<Seat> {
        let from = self.gloss().map_or(self.body.range.end, |gloss| gloss.end);
        let word = self.line.next(from)?;
        TYPES.at(self.line.from(word))?;
        self.line.seat(from, 4)
    }

    /// `"số" number`; a number alone where it is all the name, or closes it: "Quân khu 4", "Nhi đồng 1".
    fn number(&self) -> Option<usize> {
        let word = self.line.next(self.body.range.end)?;
        let number = self.line.from(word).strip_prefix("số ").map_or(word, |_| word + "số ".len());
        let end = self.line.word_end(number);
        let digits = self.line.slice(number..end);
        let behind = self.line.from(end);
        let closes = !behind.starts_with(['.', ',', '-', '/', '%'])
            && self.line.next(end).is_none_or(|next| starts("stops", self.line.from(next)))
            || behind.starts_with([',', '.']) && !behind[1..].starts_with(is_alphanumeric);
        let alone = self.head.shape == Shape::Number || (digits.len() < 3 && closes);
        let fits = (number > word || alone)
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit());
        fits.then_some(end)
    }

    /// `Syllable syllable Name`: what the body is for, before its name ("Cá tra Việt Nam").
    fn kind_of(&self, at: usize) -> Option<usize> {
        let end = self.line.next(at).and_then(|word| self.pair(word))?;
        self.line.next(end).filter(|&name| self.line.is_capital(name)).map(|_| end)
    }

    /// Words with capitals, a hyphen or "và" between two of them.
    fn proper(&self, at: usize) -> Option<usize> {
        let rest = self.line.from(at);
        let join = [" - ", " & ", " “", " \"", "-"].into_iter().find(|join| rest.starts_with(join));
        let word = match join {
            Some(join) => at + join.len(),
            None => self.line.next(at)?,
        };
        let (end, _) = self.line.capital_run(word, 5)?;
        if join == Some(" - ") && self.opens_clause(word, end) {
            return None;
        }
        let quoted = join.is_some_and(|join| join.ends_with(['“', '"']));
        let close = self.line.from(end).chars().next().filter(|c| quoted && matches!(c, '”' | '"'));
        Some(end + close.map_or(0, char::len_utf8))
    }

    /// "Báo Đồng Nước - Số ca …": one capital syllable with a word in lower case behind it opens what is told.
    fn opens_clause(&self, word: usize, end: usize) -> bool {
        let single = !self.line.slice(word..end).contains(' ');
        single && self.line.next(end).is_some_and(|next| !self.line.is_capital(next))
    }

    /// `task place`, `field+`: what a committee is for.
    fn task(&mut self) -> bool {
        let start = self.body.range.end;
        self.gloss();
        let from = self.body.gloss.as_ref().map_or(start, |gloss| gloss.end);
        let mut end = from;
        for _ in 0..TASK {
            if let Some(seat) = self.line.seat(end, 4).filter(|seat| self.closes(seat, end)) {
                self.close(&seat);
                return true;
            }
            let word = self.line.next(end).or_else(|| {
                let rest = self.line.from(end).strip_prefix(", ")?;
                rest.starts_with(is_alphabetic).then_some(end + ", ".len())
            });
            let Some(word) = word.filter(|&word| !starts("stops", self.line.from(word))) else {
                break;
            };
            let hyphened = self.line.from(self.line.word_end(word)).strip_prefix('-');
            let more = hyphened.filter(|rest| rest.starts_with(is_alphanumeric));
            end = match more {
                Some(_) => self.line.word_end(self.line.word_end(word) + 1),
                None => self.line.word_end(word),
            };
        }
        self.body.range.end = from.min(start);
        self.fields_of_task(from)
    }

    /// A task closes with the type of a place, or with a known place.
    fn closes(&self, seat: &Seat, end: usize) -> bool {
        let word = self.line.next(end);
        let typed = word.is_some_and(|word| TYPES.at(self.line.from(word)).is_some());
        typed || (seat.named && seat.level.is_some())
    }

    /// Known fields alone; without them a committee that the country has one of stands by itself.
    fn fields_of_task(&mut self, from: usize) -> bool {
        let start = self.body.range.end;
        self.body.range.end = from;
        let mut found = false;
        for _ in 0..PARTS {
            match self.joined(true) {
                Some(end) => (self.body.range.end, found) = (end, true),
                None => break,
            }
        }
        if !found {
            self.body.range.end = start;
        }
        let known = self.head.level.is_some()
            || (self.head.name.is_some() && self.line.is_capital(start - 1));
        found || known
    }

    /// Another body behind the head: "Ban Thường vụ Tỉnh ủy".
    fn other(&mut self) -> bool {
        let Some(word) = self.line.next(self.body.range.end) else { return false };
        // One head of this shape is enough: names do not nest without end.
        let nested = HEADS
            .at(self.line.from(word))
            .is_some_and(|(_, head)| matches!(head.shape, Shape::Of | Shape::Alone));
        let other = if nested { None } else { body(self.line, word) };
        let Some(other) = other else { return false };
        self.body.range.end = other.range.end;
        self.body.spelt.extend(other.spelt);
        self.body.level = other.level;
        true
    }
}
