//! The words of the exports themselves, in both languages.

/// The language of heads, labels and dates; what an article says stays as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// Key, Vietnamese, English.
const WORDS: &str = include_str!("../data/words.tsv");

impl Language {
    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The words under this key, else the key itself.
    pub(crate) fn t(self, key: &'static str) -> &'static str {
        self.find(key).unwrap_or(key)
    }

    /// The same, filled in.
    pub(crate) fn with(self, key: &str, parts: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = self.find(key).unwrap_or_default();
        while let Some((before, behind)) = rest.split_once("%{") {
            text.push_str(before);
            let (name, behind) = behind.split_once('}').unwrap_or((behind, ""));
            let part = parts.iter().find(|(of, _)| *of == name);
            text.push_str(part.map_or("", |(_, part)| part));
            rest = behind;
        }
        text + rest
    }

    /// The label of a value of an open list; one that is not known shows as words.
    pub(crate) fn label(self, list: &str, value: &str) -> String {
        match self.find(&format!("{list}.{value}")) {
            Some(label) => label.to_owned(),
            None => value.replace('_', " "),
        }
    }

    fn find(self, key: &str) -> Option<&'static str> {
        WORDS.lines().find_map(|line| {
            let (vi, en) = line.strip_prefix(key)?.strip_prefix('\t')?.split_once('\t')?;
            Some(match self {
                Self::Vi => vi,
                Self::En => en,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_both_languages_with_the_same_parts() {
        let parts = |text: &str| {
            let mut names: Vec<String> = text
                .split("%{")
                .skip(1)
                .map(|rest| rest.split('}').next().unwrap_or_default().to_owned())
                .collect();
            names.sort();
            names.retain(|name| !matches!(name.as_str(), "month" | "month_name"));
            names
        };
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()), "{line}");
            assert_eq!(parts(cells[1]), parts(cells[2]), "{line}");
        }
    }

    #[test]
    fn parts_are_filled_in_once() {
        let parts = [("begin", "%{end}"), ("end", "b")];
        assert_eq!(Language::En.with("date.interval", &parts), "%{end} – b");
        assert_eq!(Language::Vi.label("kind", "meeting"), "cuộc họp");
        assert_eq!(Language::Vi.label("kind", "party_time"), "party time");
    }
}
