//! A file an article, for formats that hold one.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use nienbieu_export::{Format, Options, Selection};
use nienbieu_model::Source;

/// Of an article that has no name.
const NAMELESS: &str = "article";

/// The folder, and the names taken in it.
pub(super) struct Apart {
    format: &'static Format,
    options: Options,
    folder: PathBuf,
    taken: HashSet<String>,
}

impl Apart {
    pub(super) fn new(format: &'static Format, options: Options, folder: PathBuf) -> Self {
        Self { format, options, folder, taken: HashSet::new() }
    }

    pub(super) fn record(&mut self, rows: &Selection<'_>) -> io::Result<()> {
        let name = self.name(&rows.record.source);
        let path = self.folder.join(name);
        let (mut form, mut sink) = super::open(self.format, &self.options, &path)?;
        form.begin(&mut sink)?;
        form.record(rows, &mut sink)?;
        form.end(&mut sink)?;
        sink.finish()
    }

    /// `a.txt` gives `a.tml`, its second article `a-2.tml`; a name that is taken gets a number more.
    fn name(&mut self, source: &Source) -> String {
        let stem = source.name.as_deref().and_then(|name| Path::new(name).file_stem());
        let mut stem =
            stem.map_or_else(|| NAMELESS.to_owned(), |stem| stem.to_string_lossy().into_owned());
        if source.part > 1 {
            stem = format!("{stem}-{}", source.part);
        }
        let numbered = (2_usize..).map(|n| format!("{stem}-{n}"));
        // Some file systems take "a" and "A" for one.
        let free = std::iter::once(stem.clone()).chain(numbered).find(|name| {
            let name = name.to_lowercase();
            self.taken.insert(name)
        });
        format!("{}.{}", free.unwrap_or(stem), self.format.extension)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_articles_get_one_name() {
        let format = Format::named("timeml").unwrap();
        let mut apart = Apart::new(format, Options::default(), PathBuf::new());
        let mut name = |name: Option<&str>, part| {
            apart.name(&Source { part, name: name.map(Into::into), ..Source::default() })
        };
        assert_eq!(name(Some("news/a.txt"), 1), "a.tml");
        assert_eq!(name(Some("news/a.txt"), 2), "a-2.tml");
        assert_eq!(name(Some("old/A.txt"), 1), "A-3.tml");
        assert_eq!(name(None, 1), "article.tml");
        assert_eq!(name(Some("x.zip#12"), 1), "x.tml");
    }
}
