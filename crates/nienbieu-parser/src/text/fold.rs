//! The folded view: one spelling for everything that means the same, with a way back.
//!
//! Folding lowers case, composes letters and marks (NFD reads as NFC), puts the tone mark where the
//! older orthography has it (hoà → hòa, uỷ → ủy), makes every space a space and every dash a hyphen,
//! narrows full-width forms and leaves zero-width characters out. Most Vietnamese text keeps its
//! length in bytes under this, so the way back is a short list of the places that did not.

use nienbieu_model::Span;

use super::vowels::{compose, is_mark, untoned, with_tone};
use super::{is_alphabetic, letters::lower};

/// A stretch whose folded and original lengths differ.
#[derive(Clone, Copy, Debug)]
struct Change {
    folded: (usize, usize),
    original: (usize, usize),
}

/// A text's folded view and its offset map.
#[derive(Debug)]
pub(crate) struct Folded {
    text: String,
    changes: Vec<Change>,
}

impl Folded {
    /// Folds a text.
    pub(crate) fn new(original: &str) -> Self {
        let mut folder = Folder { out: String::with_capacity(original.len()), changes: Vec::new() };
        folder.run(original);
        Self { text: folder.out, changes: folder.changes }
    }

    /// The view of a text as times are looked for in it: what is typed without diacritics gets them back.
    pub(crate) fn for_times(original: &str) -> Self {
        let folded = Self::new(original);
        if super::plain::is_plain(original) { super::plain::restore(&folded) } else { folded }
    }

    /// The same view with other spellings of some of its stretches, given in order.
    pub(crate) fn respelt<'a>(
        &self,
        words: impl Iterator<Item = (std::ops::Range<usize>, &'a str)>,
    ) -> Self {
        let mut new = Folder { out: String::with_capacity(self.text.len()), changes: Vec::new() };
        let mut at = 0;
        for (range, word) in words {
            new.copy(self, at..range.start);
            let start = new.out.len();
            new.out.push_str(word);
            let original = (self.original_start(range.start), self.original_end(range.end));
            new.changes.push(Change { folded: (start, new.out.len()), original });
            at = range.end;
        }
        new.copy(self, at..self.text.len());
        Self { text: new.out, changes: new.changes }
    }

    /// The folded text.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded text alone.
    pub(crate) fn into_string(self) -> String {
        self.text
    }

    /// The original span of a folded stretch, as tight as it can be.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let start = self.original_start(start);
        Span::new(start, self.original_end(end).max(start))
    }

    /// Where the character at a folded offset starts in the original.
    pub(crate) fn original_start(&self, at: usize) -> usize {
        let before = self.changes.partition_point(|c| c.folded.1 <= at);
        match before.checked_sub(1).and_then(|i| self.changes.get(i)) {
            Some(change) => change.original.1 + (at - change.folded.1),
            None => at,
        }
    }

    /// Where the character that ends at a folded offset ends in the original.
    fn original_end(&self, at: usize) -> usize {
        let before = self.changes.partition_point(|c| c.folded.0 < at);
        match before.checked_sub(1).and_then(|i| self.changes.get(i)) {
            Some(change) => change.original.1 + at.saturating_sub(change.folded.1),
            None => at,
        }
    }

    /// The folded offset of an original one that stands on a character's start.
    pub(crate) fn folded_at(&self, original: usize) -> usize {
        let before = self.changes.partition_point(|c| c.original.1 <= original);
        match before.checked_sub(1).and_then(|i| self.changes.get(i)) {
            Some(change) => change.folded.1 + (original - change.original.1),
            None => original,
        }
    }
}

struct Folder {
    out: String,
    changes: Vec<Change>,
}

impl Folder {
    fn run(&mut self, original: &str) {
        let bytes = original.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte.is_ascii() {
                self.out.push(if byte == b'\r' { '\n' } else { byte.to_ascii_lowercase() as char });
                at += 1;
                continue;
            }
            let Some(c) = original[at..].chars().next() else { break };
            let next = at + c.len_utf8();
            self.push(c, at, next);
            if moves_tone(c) || is_mark(c) {
                self.settle_tone(original, next);
            }
            at = next;
        }
    }

    /// Copies a stretch of another view, with the places where its length is not the original's.
    fn copy(&mut self, from: &Folded, range: std::ops::Range<usize>) {
        let moved = |at: usize| at - range.start + self.out.len();
        let inside =
            from.changes.iter().filter(|c| c.folded.0 >= range.start && c.folded.1 <= range.end);
        let kept: Vec<Change> = inside
            .map(|c| Change {
                folded: (moved(c.folded.0), moved(c.folded.1)),
                original: c.original,
            })
            .collect();
        self.changes.extend(kept);
        self.out.push_str(&from.text[range]);
    }

    /// Adds one non-ASCII character that stands at `start..end` in the original.
    fn push(&mut self, c: char, start: usize, end: usize) {
        match fold_char(c) {
            Fold::Same(folded) if folded.len_utf8() == end - start => self.out.push(folded),
            Fold::Same(folded) => self.changed(folded, start, end),
            Fold::Mark => self.put_mark(c, start, end),
            Fold::Nothing => {
                let at = self.out.len();
                self.changes.push(Change { folded: (at, at), original: (start, end) });
            }
        }
    }

    fn changed(&mut self, folded: char, start: usize, end: usize) {
        let at = self.out.len();
        self.out.push(folded);
        self.changes.push(Change { folded: (at, self.out.len()), original: (start, end) });
    }

    /// Composes a mark with the letter before it; a mark that fits no letter stays as it is.
    fn put_mark(&mut self, mark: char, start: usize, end: usize) {
        let Some(base) = self.out.chars().next_back() else { return self.out.push(mark) };
        let Some(composed) = compose(base, mark) else { return self.out.push(mark) };
        let at = self.out.len() - base.len_utf8();
        let from = match self.changes.last() {
            Some(last) if last.folded.1 == self.out.len() && last.folded.0 == at => {
                let from = last.original.0;
                self.changes.pop();
                from
            }
            _ => start - base.len_utf8(),
        };
        self.out.truncate(at);
        self.changed(composed, from, end);
    }

    /// Moves the tone of a final "oà", "oè", "uỳ" to its first vowel.
    fn settle_tone(&mut self, original: &str, next: usize) {
        if original[next..].chars().next().is_some_and(|c| is_alphabetic(c) || is_mark(c)) {
            return;
        }
        let mut back = self.out.chars().rev();
        let (Some(last), Some(first), onset) = (back.next(), back.next(), back.next()) else {
            return;
        };
        let Some((letter, tone)) = untoned(last).filter(|&(_, tone)| tone > 0) else { return };
        let fits = match (first, letter) {
            ('o', 'a' | 'e') => true,
            ('u', 'y') => onset != Some('q'),
            _ => false,
        };
        let Some(moved) = with_tone(first, tone).filter(|_| fits) else { return };
        let at = self.out.len() - last.len_utf8() - 1;
        let (old, new) = (self.out.len() - at, moved.len_utf8() + letter.len_utf8());
        let original_from = self.unmap(at, next);
        self.out.truncate(at);
        self.out.push(moved);
        self.out.push(letter);
        if old != new || self.changes.last().is_some_and(|c| c.folded.1 > at) {
            while self.changes.last().is_some_and(|c| c.folded.1 > at) {
                self.changes.pop();
            }
            self.changes
                .push(Change { folded: (at, self.out.len()), original: (original_from, next) });
        }
    }

    /// The original start of the folded offset `at`, no later than `limit`.
    fn unmap(&self, at: usize, limit: usize) -> usize {
        let found = self.changes.iter().rev().find(|c| c.folded.1 <= at);
        found.map_or(at, |c| c.original.1 + (at - c.folded.1)).min(limit)
    }
}

enum Fold {
    Same(char),
    Mark,
    Nothing,
}

/// What becomes of one non-ASCII character.
fn fold_char(c: char) -> Fold {
    Fold::Same(match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}' => return Fold::Nothing,
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => narrow(c),
        // The Icelandic letters that Vietnamese text is sometimes typed with.
        'Ð' | 'ð' | 'Đ' => 'đ',
        '\u{2019}' | '\u{2032}' => '\'',
        c if is_mark(c) => return Fold::Mark,
        c => lower(c),
    })
}

fn narrow(c: char) -> char {
    u32::from(c)
        .checked_sub(0xfee0)
        .and_then(char::from_u32)
        .map_or(c, |narrow| narrow.to_ascii_lowercase())
}

/// Whether the character may carry the tone of a final "oa", "oe" or "uy".
const fn moves_tone(c: char) -> bool {
    matches!(
        c,
        'à' | 'á'
            | 'ả'
            | 'ã'
            | 'ạ'
            | 'è'
            | 'é'
            | 'ẻ'
            | 'ẽ'
            | 'ẹ'
            | 'ỳ'
            | 'ý'
            | 'ỷ'
            | 'ỹ'
            | 'ỵ'
            | 'À'
            | 'Á'
            | 'Ả'
            | 'Ã'
            | 'Ạ'
            | 'È'
            | 'É'
            | 'Ẻ'
            | 'Ẽ'
            | 'Ẹ'
            | 'Ỳ'
            | 'Ý'
            | 'Ỷ'
            | 'Ỹ'
            | 'Ỵ'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        Folded::new(text).as_str().to_owned()
    }

    #[test]
    fn one_spelling() {
        for (text, want) in [
            ("NGÀY 5/8", "ngày 5/8"),
            ("Nga\u{300}y", "ngày"),
            ("hie\u{323}\u{302}n", "hiện"),
            ("hoà bình, khoẻ, uỷ ban, thuỷ, luỹ", "hòa bình, khỏe, ủy ban, thủy, lũy"),
            ("uy\u{309} ban, hoa\u{300}", "ủy ban, hòa"),
            ("quý, quỹ, hoàn, thoại, loét", "quý, quỹ, hoàn, thoại, loét"),
            ("12\u{2013}18/7\u{a0}năm", "12-18/7 năm"),
            ("２０２１．７", "2021.7"),
            ("ng\u{200b}ày\u{feff} Đ\u{ad}iện ÐỒNG", "ngày điện đồng"),
            ("a\r\nb\u{2028}c", "a\n\nb\nc"),
        ] {
            assert_eq!(folded(text), want);
        }
    }

    #[test]
    fn spans_lead_back() {
        for (text, words, want) in [
            ("x\u{a0}ngày\u{2013}5", "ngày-5", "ngày\u{2013}5"),
            ("đến nga\u{300}y 5", "ngày", "nga\u{300}y"),
            ("2\u{200b}0\u{200b}/7", "20", "2\u{200b}0"),
            ("ở lu\u{303}y, LUỸ kế", "lũy kế", "LUỸ kế"),
            ("thu\u{1ef3} x", "thùy", "thu\u{1ef3}"),
            ("thuy\u{300} x", "thùy", "thuy\u{300}"),
            ("ＡＢ：１", "b:1", "Ｂ：１"),
        ] {
            let folded = Folded::new(text);
            let start = folded.as_str().find(words).unwrap();
            let span = folded.span(start, start + words.len());
            assert_eq!(span.of(text), Some(want), "{text:?}");
            assert_eq!(folded.folded_at(span.start), start, "{text:?}");
        }
    }
}
