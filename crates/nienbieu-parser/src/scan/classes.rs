//! Word lists by class, as `data/context.tsv` and `data/outlook.tsv` hold them: a class a line, its
//! phrases with `|` between.

use crate::text::table::rows;
use rustc_hash::FxHashMap as HashMap;

/// The classes of one file.
pub(crate) struct Classes(HashMap<&'static str, Vec<&'static str>>);

impl Classes {
    /// Reads a file's lines; comments and empty lines are passed over.
    pub(crate) fn read(text: &'static str) -> Self {
        let class = |mut cells: std::str::Split<'static, char>| {
            let (name, phrases) = (cells.next()?, cells.next()?);
            Some((name, phrases.split('|').collect()))
        };
        Self(rows(text).filter_map(class).collect())
    }

    /// The phrases of a class.
    pub(crate) fn get(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    /// The names of all classes, for tests.
    #[cfg(test)]
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_and_comments() {
        let classes = Classes::read("# a comment\tno class\n\nfuture\tsẽ|dự kiến\npast\tđã\n");
        assert_eq!(classes.get("future"), ["sẽ", "dự kiến"]);
        assert_eq!(classes.get("past"), ["đã"]);
        assert!(classes.get("# a comment").is_empty());
    }
}
