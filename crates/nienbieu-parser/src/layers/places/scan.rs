//! Where names of places may stand, and what the words around say of them.

use std::ops::Range;

use nienbieu_gazetteer::{communes, districts};
use nienbieu_model::BlockKind;

use super::beside::{begins, guard, has_holder, is_initial, is_many, is_person, is_printed};
use super::extent::{fits, name_length};
use super::listed;
use super::tokens::{Tokens, key};
use super::words::{Guard, KNOWN, Known, Manner, NAME_STARTS, Rank, WORDS, Word};
use crate::layers::View;

/// Words that open a sentence, though names of people may start with them too.
const OPENERS: &[&str] = &["từ", "sáng", "qua", "người"];

/// What a mention is, by its words alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    /// A name that needs no word before it.
    Known(Known),
    /// A name behind a word that says what it is.
    Worded(&'static Word),
    /// A name of a district or a commune without its word.
    Bare(Rank),
    /// A commune's name behind a preposition: "ở Mũi Né".
    At,
    /// A name that stands in a list of provinces and is none.
    Stray,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// With the word before it.
    pub(super) range: Range<usize>,
    /// Folded, as the gazetteer has it.
    pub(super) name: String,
    pub(super) what: What,
    pub(super) sentence: usize,
}

impl Mention {
    /// How high the words say that it stands.
    pub(super) fn rank(&self) -> Rank {
        match self.what {
            What::Known(Known::Country(_)) => Rank::Country,
            What::Known(Known::Region(_)) => Rank::Region,
            What::Known(Known::Landmark) => Rank::Facility,
            What::Known(_) | What::Stray => Rank::Province,
            What::Worded(word) => word.rank,
            What::Bare(rank) => rank,
            What::At => Rank::Commune,
        }
    }
}

/// All mentions of an article, in order, and the provinces that its papers and offices are named after.
pub(super) fn scan(view: &View<'_>) -> (Vec<Mention>, Vec<Known>) {
    let mut scan = Scan { view, found: Vec::new(), papers: Vec::new() };
    for (index, sentence) in view.sentences.iter().enumerate() {
        let block = view.block_at(sentence.span.start);
        let is_byline = block.is_some_and(|at| view.blocks[at].kind == BlockKind::Byline);
        let tokens = Tokens::new(view, view.range(sentence.span));
        scan.sentence(&tokens, index, is_byline);
    }
    (scan.found, scan.papers)
}

struct Scan<'a, 'v> {
    view: &'a View<'v>,
    found: Vec<Mention>,
    papers: Vec<Known>,
}

impl Scan<'_, '_> {
    fn sentence(&mut self, tokens: &Tokens<'_>, sentence: usize, is_byline: bool) {
        let mut at = 0;
        while at < tokens.all.len() {
            let found = WORDS.at(tokens.rest(at));
            let next = found
                .filter(|_| !is_byline)
                .and_then(|word| self.worded(tokens, at, word, sentence))
                .or_else(|| self.known(tokens, at, sentence, is_byline))
                .or_else(|| if is_byline { None } else { self.bare(tokens, at, sentence) });
            // "phố" in "thành phố" is no word of its own.
            let words = || found.map_or(1, |(length, _)| tokens.count(at, length));
            at = next.unwrap_or_else(|| at + words().max(1)).max(at + 1);
        }
    }

    fn push(&mut self, range: Option<Range<usize>>, name: &str, what: What, sentence: usize) {
        if let Some(range) = range {
            self.found.push(Mention { range, name: key(name), what, sentence });
        }
    }

    /// `word name[, name]… [và name]`; the word behind the names.
    fn worded(
        &mut self,
        tokens: &Tokens<'_>,
        at: usize,
        (length, word): (usize, &'static Word),
        sentence: usize,
    ) -> Option<usize> {
        if word.manner == Manner::Longer {
            return None;
        }
        // "TP.HCM" and "Sóc Trăng" are names of their own.
        if KNOWN
            .at(tokens.rest(at))
            .is_some_and(|(longer, known)| longer > length && is_printed(tokens, at, *known))
        {
            return None;
        }
        let words = tokens.count(at, length).max(1);
        let from = at + words;
        // "Phạm Đình Lượng": a name's own word; "Chợ Gạo": a district's.
        if words == 1 && (self.is_inside_name(tokens, at) || names_district(tokens, at)) {
            return None;
        }
        let is_list = word.of_many || is_many(tokens, at);
        let gap = tokens.gap(from - 1);
        let opens = matches!(gap, " " | "." | ". ") || is_list && matches!(gap, ": " | ":");
        // "huyện, thành phố: TP Nam Định 31 ca": the name has a word of its own.
        let again = WORDS.at(tokens.rest(from)).is_some_and(|(_, other)| other.rank.is_unit());
        let count = name_length(tokens, from, word, is_list).filter(|_| opens && !again);
        let Some(count) = count else { return self.led(tokens, from, word, is_list, sentence) };
        if is_person(tokens, at, from, count, word) {
            return Some(from + count);
        }
        self.push(
            tokens.range(at, words + count),
            tokens.slice(from, count),
            What::Worded(word),
            sentence,
        );
        Some(self.list(tokens, from + count, word, is_list, sentence))
    }

    /// Names behind a word of many and others: "các xã như Chiềng Sơn, Tân Xuân"; the word behind them.
    fn led(
        &mut self,
        tokens: &Tokens<'_>,
        from: usize,
        word: &'static Word,
        is_list: bool,
        sentence: usize,
    ) -> Option<usize> {
        if !is_list || word.rank < Rank::District || !word.rank.is_unit() {
            return None;
        }
        let first = listed::first(tokens, from, word)?;
        let count = name_length(tokens, first, word, true)?;
        let name = tokens.slice(first, count);
        self.push(tokens.range(first, count), name, What::Worded(word), sentence);
        Some(self.list(tokens, first + count, word, true, sentence))
    }

    /// Whether a capitalised word goes on a capitalised one.
    fn is_inside_name(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let capital = |i: usize| tokens.all.get(i).is_some_and(|token| token.capital);
        capital(at) && self.goes_back(tokens, at).is_some_and(|i| !tokens.is_shouted(self.view, i))
    }

    /// The capitalised word right before a name that may be a part of it: "Tại" in "Tại Hà Nội" is none.
    fn goes_back(&self, tokens: &Tokens<'_>, at: usize) -> Option<usize> {
        let i = at.checked_sub(1)?;
        let capital = tokens.gap(i) == " " && tokens.all.get(i)?.capital;
        let word = tokens.slice(i, 1);
        let opens = begins(tokens, i) && (!NAME_STARTS.contains(word) || OPENERS.contains(&word));
        (capital && !opens).then_some(i)
    }

    /// Names that go on a list behind one with its word: "huyện Tam Đường, Sìn Hồ và Phong Thổ".
    fn list(
        &mut self,
        tokens: &Tokens<'_>,
        from: usize,
        word: &'static Word,
        is_list: bool,
        sentence: usize,
    ) -> usize {
        let mut at = from;
        if !(word.rank.is_unit() || is_list && word.rank == Rank::Hamlet) {
            return at;
        }
        loop {
            let gap = tokens.gap(at - 1);
            let joined = gap == " " && matches!(tokens.slice(at, 1), "và" | "hoặc" | "hay");
            let behind = listed::behind_figure(tokens, at, word);
            let next = behind.unwrap_or(if joined { at + 1 } else { at });
            let goes_on = behind.is_some()
                || joined && tokens.gap(at) == " "
                || matches!(gap, ", " | "; " | "," | " - ");
            let worded = WORDS.at(tokens.rest(next));
            if !goes_on
                || worded.is_some_and(|(_, word)| word.is_plain()) && !names_district(tokens, next)
            {
                return at;
            }
            // "huyện X, 3 ca": a number goes on with numbers alone ("phường 1, 2 và 3").
            let number = |i: usize| tokens.all.get(i).is_some_and(|token| token.number);
            if number(next) && !number(at - 1) {
                return at;
            }
            let known =
                tokens.longest(next, |name| fits(word, name)).filter(|&c| !tokens.goes_on(next, c));
            // Without a plural before it the list may be the end of an address: "huyện Kim Bảng, Hà Nam".
            let higher = !is_list && KNOWN.at(tokens.rest(next)).is_some();
            let count = match known {
                Some(count) if !higher => count,
                None if is_list && gap != " - " && KNOWN.at(tokens.rest(next)).is_none() => {
                    match name_length(tokens, next, word, is_list) {
                        Some(count) => count,
                        None => return at,
                    }
                }
                _ => return at,
            };
            self.push(
                tokens.range(next, count),
                tokens.slice(next, count),
                What::Worded(word),
                sentence,
            );
            at = next + count;
        }
    }

    /// A name that needs no word before it; the word behind it.
    fn known(
        &mut self,
        tokens: &Tokens<'_>,
        at: usize,
        sentence: usize,
        is_byline: bool,
    ) -> Option<usize> {
        let (length, &known) = KNOWN.at(tokens.rest(at))?;
        let count = tokens.count(at, length);
        let former = matches!(known, Known::Alias(alias) if alias.former.is_some());
        let guard = guard(tokens, at, count).filter(|guard| *guard != Guard::Office);
        if guard == Some(Guard::Paper) && !former {
            self.papers.push(known);
        }
        let alone = self.stands_alone(tokens, at, count, known);
        if !alone || guard.is_some() || is_byline || former {
            // What a longer name or a person's holds is no name of its own either.
            return alone.then_some(at + count);
        }
        self.push(tokens.range(at, count), tokens.slice(at, count), What::Known(known), sentence);
        if matches!(known, Known::Province(_) | Known::Alias(_)) {
            return Some(self.stray(tokens, at + count, sentence));
        }
        Some(at + count)
    }

    /// Whether the name is printed as one and is no part of a longer one.
    fn stands_alone(&self, tokens: &Tokens<'_>, at: usize, count: usize, known: Known) -> bool {
        let printed = is_printed(tokens, at, known);
        let shouted = tokens.is_shouted(self.view, at) && count > 1;
        let before = self.goes_back(tokens, at);
        let free_before =
            before.is_none_or(|i| tokens.is_shouted(self.view, i) && !is_initial(tokens, i));
        let free_after = shouted
            || !tokens.goes_on(at, count)
            || WORDS.at(tokens.rest(at + count)).is_some()
            || tokens.is_shouted(self.view, at + count);
        // "Anh", "Ý", "Đức" at the start of a sentence are words like others.
        let sure = count > 1 || !matches!(known, Known::Country(_)) || !begins(tokens, at);
        printed
            && free_before
            && free_after
            && sure
            && !(matches!(known, Known::Country(_))
                && tokens.is_shouted(self.view, at)
                && count == 1
                && before.is_some())
    }

    /// In a list of provinces a name that is none: "TP.HCM, Bình Dương, Bắc Dương".
    fn stray(&mut self, tokens: &Tokens<'_>, from: usize, sentence: usize) -> usize {
        let in_list = self
            .found
            .iter()
            .rev()
            .take(2)
            .filter(|m| m.sentence == sentence && m.rank() == Rank::Province)
            .count()
            == 2;
        let lists = in_list && matches!(tokens.gap(from - 1), ", ");
        let count = tokens.run(from);
        let ends = |at: usize| {
            at >= tokens.all.len()
                || !matches!(tokens.gap(at - 1), " ")
                || tokens.slice(at, 1) == "và"
        };
        if lists
            && count == 2
            && ends(from + count)
            && KNOWN.at(tokens.rest(from)).is_none()
            && !super::near::provinces(&key(tokens.slice(from, count))).is_empty()
            && districts::named(&key(tokens.slice(from, count))).next().is_none()
        {
            self.push(tokens.range(from, count), tokens.slice(from, count), What::Stray, sentence);
            return from + count;
        }
        from
    }

    /// A district's or a commune's name without its word; the word behind it.
    fn bare(&mut self, tokens: &Tokens<'_>, at: usize, sentence: usize) -> Option<usize> {
        let count = tokens.run(at);
        let before = self.goes_back(tokens, at).is_some();
        if count < 2 {
            return None;
        }
        let name = key(tokens.slice(at, count));
        let rank = if count > 4
            || before
            || guard(tokens, at, count).is_some_and(|guard| guard != Guard::Office)
        {
            None
        } else if districts::named(&name).next().is_some() {
            Some(Rank::District)
        } else if communes::named(&name).next().is_some() {
            Some(Rank::Commune)
        } else {
            None
        };
        let rank = rank?;
        let placed =
            rank == Rank::Commune && !has_holder(tokens, at + count) && is_placed(tokens, at);
        let what = if placed { What::At } else { What::Bare(rank) };
        self.push(tokens.range(at, count), tokens.slice(at, count), what, sentence);
        Some(at + count)
    }
}

/// Whether a capitalised word of places is a part of a district's name: "Chợ Gạo", "Cầu Kè". At the start of a sentence
/// its capital says nothing, unless a figure follows.
fn names_district(tokens: &Tokens<'_>, at: usize) -> bool {
    let count = tokens.run(at);
    let figure = || {
        tokens.gap(at + count - 1).contains('\t')
            || tokens.all.get(at + count).is_some_and(|token| token.number)
    };
    count > 1
        && districts::named(&key(tokens.slice(at, count))).next().is_some()
        && (!begins(tokens, at) || figure())
}

/// Whether a preposition of places stands right before a word.
fn is_placed(tokens: &Tokens<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        tokens.gap(before) == " " && matches!(tokens.slice(before, 1), "tại" | "ở")
    })
}
