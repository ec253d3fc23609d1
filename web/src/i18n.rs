//! The interface's languages. The words are in `locales/`.

use std::borrow::Cow;

use nienbieu_export::Language;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// BCP 47.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The words for a key.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        self.find(key).map_or_else(|| key.to_owned(), Cow::into_owned)
    }

    /// The words for a key, with its `%{name}` places filled.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&str, &str)]) -> String {
        let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        let texts: Vec<String> = values.iter().map(|(_, text)| (*text).to_owned()).collect();
        rust_i18n::replace_patterns(&self.t(key), &names, &texts)
    }

    /// The words for a value of an open enumeration; the value itself where none are known.
    #[must_use]
    pub fn label(self, group: &str, value: &str) -> String {
        self.find(&format!("{group}.{value}")).map_or_else(|| value.to_owned(), Cow::into_owned)
    }

    fn find(self, key: &str) -> Option<Cow<'static, str>> {
        crate::_rust_i18n_try_translate(self.code(), key)
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Vi,
            Lang::En => Self::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = [include_str!("../locales/vi.yml"), include_str!("../locales/en.yml")];

    /// The keys of a file with their depth, in order.
    fn keys(file: &str) -> Vec<&str> {
        file.lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .filter_map(|line| line.split_once(':').map(|(key, _)| key))
            .collect()
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(keys(FILES[0]), keys(FILES[1]));
        assert!(keys(FILES[0]).len() > 100);
    }

    #[test]
    fn places_are_filled() {
        assert_eq!(Lang::En.with("articles.untitled", &[("n", "3")]), "Article 3");
        assert_eq!(Lang::Vi.with("articles.untitled", &[("n", "3")]), "Bài 3");
    }

    #[test]
    fn what_is_not_known_shows_itself() {
        assert_eq!(Lang::Vi.t("no.such.key"), "no.such.key");
        assert_eq!(Lang::Vi.label("grain", "fortnight"), "fortnight");
        assert_eq!(Lang::Vi.label("grain", "month"), "tháng");
    }

    #[test]
    fn codes_come_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
        assert_eq!(Lang::from_code("fr"), None);
    }
}
