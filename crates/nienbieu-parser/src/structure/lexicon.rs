//! The phrase lists of `data/`, read once.
//!
//! Phrases and lines are compared as *plain* words: folded, letters and digits only, one space
//! between words. So "Bình luận (3)", "BÌNH LUẬN:" and "» Bình luận" are the same words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::{Folded, is_alphanumeric, table};

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
        (Folded::new(phrase).as_str().to_owned(), cells.collect())
    })
}

/// Phrases under a use ("name", "place", …); a list without uses has the use "".
pub(super) struct Words {
    uses: HashMap<&'static str, HashSet<String>>,
    longest: usize,
}

impl Words {
    fn read(tsv: &'static str) -> Self {
        let (mut uses, mut longest) = (HashMap::<_, HashSet<_>>::new(), 0);
        for (phrase, cells) in rows(tsv) {
            let words = plain(&phrase);
            longest = longest.max(words.split(' ').count());
            uses.entry(cells.first().copied().unwrap_or("")).or_default().insert(words);
        }
        Self { uses, longest }
    }

    /// Whether these plain words are one of the phrases.
    pub(super) fn has(&self, with: &str, plain: &str) -> bool {
        self.uses.get(with).is_some_and(|set| set.contains(plain))
    }

    /// How many of the plain words at the start are a phrase, the longest first.
    pub(super) fn starts(&self, with: &str, plain: &str) -> Option<usize> {
        let set = self.uses.get(with)?;
        prefixes(plain, self.longest)
            .filter(|(_, prefix)| set.contains(*prefix))
            .last()
            .map(|(n, _)| n)
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

/// The first words, the first two, … up to `most`, with their number.
fn prefixes(plain: &str, most: usize) -> impl Iterator<Item = (usize, &str)> {
    let ends = plain.match_indices(' ').map(|(at, _)| at).chain([plain.len()]);
    ends.take(most).enumerate().map(|(n, end)| (n + 1, &plain[..end]))
}

/// The lexicon of page furniture.
struct Furniture {
    lines: HashMap<String, &'static str>,
    counted: HashMap<String, &'static str>,
    prefixes: HashMap<String, &'static str>,
    signs: Vec<(String, &'static str)>,
    longest: usize,
}

impl Furniture {
    fn read(tsv: &'static str) -> Self {
        let mut it = Self {
            lines: HashMap::new(),
            counted: HashMap::new(),
            prefixes: HashMap::new(),
            signs: Vec::new(),
            longest: 0,
        };
        for (phrase, cells) in rows(tsv) {
            let [how, reason] = cells[..] else { continue };
            let words = plain(&phrase);
            it.longest = it.longest.max(words.split(' ').count());
            match how {
                // A prefix that holds a sign (©, >>, "Tags:") is compared with its sign.
                "prefix" if !phrase.chars().all(|c| is_alphanumeric(c) || c == ' ') => {
                    it.signs.push((phrase, reason));
                }
                "prefix" => drop(it.prefixes.insert(words, reason)),
                "count" => drop(it.counted.insert(words, reason)),
                _ => drop(it.lines.insert(words, reason)),
            }
        }
        it
    }

    fn reason(&self, folded: &str, words: &str) -> Option<&'static str> {
        let signed = self.signs.iter().find(|(sign, _)| folded.starts_with(sign.as_str()));
        let short = words.len() <= 120;
        signed
            .map(|&(_, reason)| reason)
            .or_else(|| self.lines.get(words).copied())
            .or_else(|| self.prefix(words))
            .or_else(|| self.counter(words).filter(|_| short))
            .or_else(|| if short { self.joined(words) } else { None })
    }

    fn prefix(&self, words: &str) -> Option<&'static str> {
        prefixes(words, self.longest).find_map(|(_, prefix)| self.prefixes.get(prefix).copied())
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
            let known = |p: &str| self.lines.get(p).or_else(|| self.counted.get(p)).copied();
            let digits = |p: &str| p.bytes().all(|b| b.is_ascii_digit());
            let (end, reason) = prefixes(rest, self.longest)
                .filter(|(_, p)| known(p).is_some() || digits(p))
                .map(|(_, p)| (p.len(), known(p)))
                .last()?;
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
