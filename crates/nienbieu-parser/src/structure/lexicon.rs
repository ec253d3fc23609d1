//! The phrase lists of `data/`, read once.
//!
//! Phrases and lines are compared as *plain* words: folded, letters and digits only, one space
//! between words. So "Bình luận (3)", "BÌNH LUẬN:" and "» Bình luận" are the same words.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::text::{Folded, is_alphanumeric, table, trie::Trie};

static CHROME: LazyLock<Furniture> =
    LazyLock::new(|| Furniture::read(include_str!("../../data/chrome.tsv")));
static SECTIONS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../data/sections.tsv")));
static BYLINE: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../data/byline.tsv")));
static OUTLETS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../data/outlets.tsv")));
static NAMES: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("../../data/names.tsv")));
static CAPTIONS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../data/captions.tsv")));
static CREDITS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let captions = rows(include_str!("../../data/captions.tsv"));
    captions.filter(|(_, cells)| cells.contains(&"credit")).map(|(phrase, _)| phrase).collect()
});
static STAMPS: LazyLock<Words> =
    LazyLock::new(|| Words::read(include_str!("../../data/stamps.tsv")));

pub(super) fn sections() -> &'static Words {
    &SECTIONS
}

pub(super) fn byline() -> &'static Words {
    &BYLINE
}

pub(super) fn outlets() -> &'static Words {
    &OUTLETS
}

pub(super) fn names() -> &'static Words {
    &NAMES
}

pub(super) fn captions() -> &'static Words {
    &CAPTIONS
}

/// What stands before who took a picture, its punctuation kept ("ảnh:", "(ảnh").
pub(super) fn credits() -> &'static [String] {
    &CREDITS
}

pub(super) fn stamps() -> &'static Words {
    &STAMPS
}

/// Why a line is page furniture, where the lexicon knows it.
pub(super) fn furniture(folded: &str) -> Option<&'static str> {
    CHROME.reason(folded, &plain(folded))
}

/// The same, where the plain words are at hand.
pub(super) fn furniture_of(folded: &str, plain: &str) -> Option<&'static str> {
    CHROME.reason(folded, plain)
}

/// Letters, digits and combining marks; quick for the letters that Vietnamese uses.
pub(super) fn is_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        'À'..='ʯ' => !matches!(c, '×' | '÷'),
        '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => is_alphanumeric(c),
    }
}

/// Words only: letters and digits, one space between.
pub(super) fn plain(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !is_word(c)).filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Rows of a list: comments and empty lines left out, cells folded but the last.
fn rows(tsv: &'static str) -> impl Iterator<Item = (String, Vec<&'static str>)> {
    table::rows(tsv).map(|mut cells| {
        let phrase = cells.next().unwrap_or_default();
        (Folded::new(phrase).into_string(), cells.collect())
    })
}

/// Plain phrases, each with its meaning.
struct Phrases<T> {
    phrases: Trie,
    meanings: Vec<T>,
}

impl<T> Phrases<T> {
    /// Of two phrases that are the same the last counts.
    fn new(rows: Vec<(String, T)>) -> Self {
        let (phrases, meanings): (Vec<String>, Vec<T>) = rows.into_iter().rev().unzip();
        Self { phrases: Trie::new(&phrases), meanings }
    }

    /// The phrases that plain words start with, the shortest first: how many bytes they take.
    fn at(&self, plain: &str) -> impl Iterator<Item = (usize, &T)> {
        let found = self.phrases.prefixes(plain.bytes());
        let whole =
            found.filter(|&(len, _)| matches!(plain.as_bytes().get(len), None | Some(b' ')));
        whole.map(|(len, place)| (len, &self.meanings[place]))
    }

    /// What a phrase means.
    fn get(&self, plain: &str) -> Option<&T> {
        self.at(plain).find(|&(len, _)| len == plain.len()).map(|(_, meaning)| meaning)
    }
}

/// Phrases under a use ("name", "place", …); a list without uses has the use "".
pub(super) struct Words {
    uses: Vec<(&'static str, Phrases<()>)>,
    longest: usize,
}

impl Words {
    fn read(tsv: &'static str) -> Self {
        let (mut uses, mut longest) = (BTreeMap::<_, Vec<_>>::new(), 0);
        for (phrase, cells) in rows(tsv) {
            let words = plain(&phrase);
            longest = longest.max(words.split(' ').count());
            uses.entry(cells.first().copied().unwrap_or("")).or_default().push((words, ()));
        }
        let uses = uses.into_iter().map(|(with, phrases)| (with, Phrases::new(phrases))).collect();
        Self { uses, longest }
    }

    /// The phrases under a use.
    fn under(&self, with: &str) -> Option<&Phrases<()>> {
        self.uses.iter().find(|(name, _)| *name == with).map(|(_, phrases)| phrases)
    }

    /// Whether these plain words are one of the phrases.
    pub(super) fn has(&self, with: &str, plain: &str) -> bool {
        self.under(with).is_some_and(|phrases| phrases.get(plain).is_some())
    }

    /// How many of the plain words at the start are a phrase, the longest first.
    pub(super) fn starts(&self, with: &str, plain: &str) -> Option<usize> {
        let (len, ()) = self.under(with)?.at(plain).last()?;
        Some(plain[..len].split(' ').count())
    }

    /// Whether a phrase stands anywhere among the plain words.
    pub(super) fn within(&self, with: &str, plain: &str) -> bool {
        std::iter::once(0)
            .chain(plain.match_indices(' ').map(|(at, _)| at + 1))
            .any(|at| self.starts(with, &plain[at..]).is_some())
    }

    /// Whether the plain words end in a phrase.
    pub(super) fn ends(&self, with: &str, plain: &str) -> bool {
        let cuts = plain.rmatch_indices(' ').map(|(at, _)| at + 1).chain([0]);
        cuts.take(self.longest).any(|at| self.has(with, &plain[at..]))
    }
}

/// The lexicon of page furniture.
struct Furniture {
    lines: Phrases<&'static str>,
    counted: Phrases<&'static str>,
    prefixes: Phrases<&'static str>,
    signs: Vec<(String, &'static str)>,
}

impl Furniture {
    fn read(tsv: &'static str) -> Self {
        let (mut lines, mut counted, mut prefixes) = (Vec::new(), Vec::new(), Vec::new());
        let mut signs = Vec::new();
        for (phrase, cells) in rows(tsv) {
            let [how, reason] = cells[..] else { continue };
            let words = plain(&phrase);
            match how {
                // A prefix that holds a sign (©, >>, "Tags:") is compared with its sign.
                "prefix" if !phrase.chars().all(|c| is_alphanumeric(c) || c == ' ') => {
                    signs.push((phrase, reason));
                }
                "prefix" => prefixes.push((words, reason)),
                "count" => counted.push((words, reason)),
                _ => lines.push((words, reason)),
            }
        }
        let [lines, counted, prefixes] = [lines, counted, prefixes].map(Phrases::new);
        Self { lines, counted, prefixes, signs }
    }

    fn reason(&self, folded: &str, words: &str) -> Option<&'static str> {
        let signed = self.signs.iter().find(|(sign, _)| folded.starts_with(sign.as_str()));
        let short = words.len() <= 120;
        signed
            .map(|&(_, reason)| reason)
            .or_else(|| self.lines.get(words).copied())
            .or_else(|| self.prefixes.at(words).next().map(|(_, reason)| *reason))
            .or_else(|| self.counter(words).filter(|_| short))
            .or_else(|| if short { self.joined(words) } else { None })
    }

    /// "Lượt xem: 1.234", "3 bình luận", "thích 0".
    fn counter(&self, words: &str) -> Option<&'static str> {
        let number = |w: &&str| w.bytes().all(|b| b.is_ascii_digit());
        if !words.split(' ').any(|w| number(&w)) || words.len() > 80 {
            return None;
        }
        let rest: Vec<&str> = words.split(' ').filter(|w| !number(w)).collect();
        self.counted.get(&rest.join(" ")).copied()
    }

    /// Several furniture phrases side by side: "Chia sẻ Facebook Zalo", "Thích 0 Chia sẻ".
    fn joined(&self, words: &str) -> Option<&'static str> {
        let (mut rest, mut first, mut parts) = (words, None, 0);
        while !rest.is_empty() {
            let phrases = [&self.counted, &self.lines];
            let known = phrases.into_iter().filter_map(|phrases| phrases.at(rest).last());
            let known = known.map(|(end, &reason)| (end, Some(reason)));
            let word = rest.split(' ').next().unwrap_or_default();
            let number = word.bytes().all(|b| b.is_ascii_digit()).then_some((word.len(), None));
            let (end, reason) = number.into_iter().chain(known).max_by_key(|(end, _)| *end)?;
            first = first.or(reason);
            parts += 1;
            rest = rest[end..].trim_start();
            if parts > 12 {
                return None;
            }
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(line: &str) -> Option<&'static str> {
        furniture(Folded::new(line).as_str())
    }

    #[test]
    fn furniture_is_known_in_every_dress() {
        for (line, want) in [
            ("TIN LIÊN QUAN", "related link"),
            ("» Tin khác", "related link"),
            ("Bình luận (12)", "comments"),
            ("Lượt xem: 1.234", "counter"),
            ("305 lượt đọc", "counter"),
            ("Chia sẻ Facebook Zalo", "sharing"),
            ("Thích 0   Chia sẻ", "sharing"),
            ("Từ khoá: lúa, gạo", "tag list"),
            ("© 2020 Báo Mẫu", "footer"),
            (">> Lúa hè thu được mùa", "related link"),
        ] {
            assert_eq!(reason(line), Some(want), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_furniture() {
        for line in [
            "Chia sẻ với phóng viên, ông Nam cho biết vụ lúa năm nay được mùa.",
            "Hôm nay trời nắng.",
            "Bình luận về trận đấu, huấn luyện viên nói ngắn gọn.",
            "Trang trại bò sữa mở rộng",
        ] {
            assert_eq!(reason(line), None, "{line}");
        }
    }

    #[test]
    fn words_at_either_end() {
        assert_eq!(byline().starts("author", "tin ảnh lê hoài"), Some(2));
        assert!(outlets().ends("last", "điện biên tv"));
        assert!(names().has("place", "lai châu"));
        assert!(captions().within("inside", "ông nam phát biểu tại buổi làm việc"));
    }
}
