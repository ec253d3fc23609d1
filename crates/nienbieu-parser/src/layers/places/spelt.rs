//! Names that are spelt with i or with y: "Sĩ Bình" and "Sỹ Bình" are one.

use nienbieu_gazetteer::{Unit, communes as all_communes, districts as all_districts};

const I: &str = "iìíỉĩị";
const Y: &str = "yỳýỷỹỵ";

/// The communes of a name, as it is spelt or else with i and y the other way.
pub(super) fn communes(name: &str) -> Vec<Unit> {
    let found: Vec<Unit> = all_communes::named(name).collect();
    if found.is_empty() {
        others(name).flat_map(|n| all_communes::named(&n).collect::<Vec<_>>()).collect()
    } else {
        found
    }
}

/// The districts of a name, likewise.
pub(super) fn districts(name: &str) -> Vec<Unit> {
    let found: Vec<Unit> = all_districts::named(name).collect();
    if found.is_empty() {
        others(name).flat_map(|n| all_districts::named(&n).collect::<Vec<_>>()).collect()
    } else {
        found
    }
}

/// The name with the final i of its syllables for y, and the other way, where it has any.
fn others(name: &str) -> impl Iterator<Item = String> {
    [swapped(name, I, Y), swapped(name, Y, I)]
        .into_iter()
        .filter(move |other| other.as_str() != name)
        .collect::<Vec<_>>()
        .into_iter()
}

/// A syllable's only vowel at its end: "sĩ", "quý", but not "hải" or "thủy".
fn swapped(name: &str, from: &str, to: &str) -> String {
    let syllables = name.split(' ').map(|syllable| {
        let Some(last) = syllable.chars().next_back() else { return String::new() };
        let rest = &syllable[..syllable.len() - last.len_utf8()];
        let only = matches!(rest, "h" | "k" | "l" | "m" | "s" | "t" | "qu");
        let other = from.chars().position(|c| c == last).and_then(|at| to.chars().nth(at));
        match other.filter(|_| only) {
            Some(other) => format!("{rest}{other}"),
            None => syllable.to_owned(),
        }
    });
    syllables.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_and_y() {
        assert_eq!(swapped("sĩ bình", I, Y), "sỹ bình");
        assert_eq!(swapped("qui kỳ hải", I, Y), "quy kỳ hải");
        assert_eq!(swapped("thủy mỹ", Y, I), "thủy mĩ");
        assert!(districts("mỷ đức").is_empty());
        assert_eq!(districts("mĩ đức").len(), 1);
    }
}
