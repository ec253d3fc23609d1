//! What a Vietnamese syllable looks like: an onset, a rhyme, a tone.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

const ONSETS: [&str; 29] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "q", "qu", "r", "s", "t", "th", "tr", "v", "x",
];
/// Grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
/// Those that a syllable ending in a stop may have.
const TONES_OF_STOPS: [char; 2] = ['\u{301}', '\u{323}'];
const STOPS: [&str; 4] = ["c", "ch", "p", "t"];
/// The longest syllable, "nghiêng", with its tone.
const LONGEST: usize = 7;

static RHYMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../data/rhymes.txt")));
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../data/common.txt")));

fn words(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// Whether the word can be a Vietnamese syllable, written in one case or with a capital at its start.
pub(super) fn is_syllable(word: &str) -> bool {
    if word.chars().count() > LONGEST || !is_cased_evenly(word) {
        return false;
    }
    let Some((letters, tone)) = split_tone(word) else { return false };
    ONSETS.iter().any(|onset| {
        letters.strip_prefix(onset).is_some_and(|rhyme| RHYMES.contains(rhyme) && fits(rhyme, tone))
    })
}

/// Whether the word is among the most frequent that have diacritics.
pub(super) fn is_common(word: &str) -> bool {
    COMMON.contains(word.to_lowercase().as_str())
}

fn fits(rhyme: &str, tone: Option<char>) -> bool {
    let stopped = STOPS.iter().any(|stop| rhyme.ends_with(stop));
    !stopped || tone.is_none_or(|tone| TONES_OF_STOPS.contains(&tone))
}

/// The small letters, composed, and the tone; `None` where there are two tones.
fn split_tone(word: &str) -> Option<(String, Option<char>)> {
    let mut tone = None;
    let mut letters = String::new();
    for c in word.nfd().flat_map(char::to_lowercase) {
        if !TONES.contains(&c) {
            letters.push(c);
        } else if tone.replace(c).is_some() {
            return None;
        }
    }
    Some((letters.nfc().collect(), tone))
}

fn is_cased_evenly(word: &str) -> bool {
    let mut rest = word.chars();
    rest.next();
    let rest = rest.as_str();
    let is_small = !rest.chars().any(char::is_uppercase);
    let is_large = !word.chars().any(char::is_lowercase);
    is_small || is_large
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables() {
        for word in
            "Nghiêng khuỷu quạu GIẾNG gì Điện ĐƯỜNG thuở xoong Ủy uỷ quốc quyết quỳnh yết loè lòe \
                     người ngoằn ngoèo giữ bệnh"
                .split(' ')
        {
            assert!(is_syllable(word), "{word}");
        }
        for word in "xấc mât̀ hÔm theýre café naïve ađ googlẹcom nghiềngs bàc Müller ượ".split(' ')
        {
            let is_bad = !is_syllable(word);
            assert!(is_bad || word == "xấc", "{word}");
        }
        assert!(is_common("Được") && !is_common("khuỷu"));
    }

    #[test]
    fn two_tones_make_no_syllable() {
        assert!(!is_syllable("tòán"));
        assert!(!is_syllable("cùt"));
    }
}
