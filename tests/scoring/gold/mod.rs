//! The gold's form, as `tests/corpus/README.md` tells it.

mod layers;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

pub(crate) use layers::{
    Citation, Directive, Disease, Event, Organization, Patient, Person, Place, Quantity, Words,
};
use nienbieu_model::Span;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Gold {
    #[serde(rename = "note")]
    _note: String,
    pub(crate) articles: Vec<Article>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Article {
    pub(crate) title: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Published,
    pub(crate) modified: Option<String>,
    /// Line number to kind, or kinds: "a|b".
    pub(crate) lines: BTreeMap<usize, String>,
    pub(crate) times: Vec<Item>,
    pub(crate) quantities: Option<Vec<Quantity>>,
    pub(crate) citations: Option<Vec<Citation>>,
    pub(crate) people: Option<Vec<Person>>,
    pub(crate) organizations: Option<Vec<Organization>>,
    pub(crate) places: Option<Vec<Place>>,
    pub(crate) diseases: Option<Vec<Disease>>,
    pub(crate) patients: Option<Vec<Patient>>,
    pub(crate) directives: Option<Vec<Directive>>,
    pub(crate) events: Option<Vec<Event>>,
}

impl Article {
    /// Whether a span stands in one of the article's own lines.
    pub(crate) fn holds(&self, span: Span, lines: &Lines<'_>) -> bool {
        self.lines.get(&lines.at(span.start)).is_some_and(|kind| kind != "chrome")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Published {
    pub(crate) status: String,
    pub(crate) edtf: Option<String>,
    pub(crate) earliest: Option<String>,
    pub(crate) latest: Option<String>,
}

/// A time expression.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Item {
    pub(crate) line: usize,
    pub(crate) words: String,
    pub(crate) nth: usize,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) edtf: Option<String>,
    #[serde(default)]
    pub(crate) edtf_accept: Vec<String>,
    pub(crate) value: Option<String>,
    #[serde(default)]
    pub(crate) value_accept: Vec<String>,
    #[serde(rename = "mod")]
    pub(crate) modifier: Option<String>,
    pub(crate) quant: Option<String>,
    pub(crate) freq: Option<String>,
    pub(crate) class: String,
    #[serde(default)]
    pub(crate) optional: bool,
}

/// The corpus: the path of each text, and its gold.
pub(crate) fn corpus() -> Vec<(PathBuf, Gold)> {
    texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus"))
}

/// The texts of a folder, each with its gold.
pub(crate) fn texts(root: &Path) -> Vec<(PathBuf, Gold)> {
    let mut paths: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), read(&path.with_extension("gold.json")))).collect()
}

fn read(path: &Path) -> Gold {
    serde_json::from_slice(&fs::read(path).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Where the lines of a text stand. The first is line 1.
pub(crate) struct Lines<'a> {
    text: &'a str,
    spans: Vec<Span>,
}

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut start = 0;
        let spans = text.split('\n').map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            span
        });
        Self { text, spans: spans.collect() }
    }

    pub(crate) fn span(&self, number: usize) -> Span {
        self.spans[number - 1]
    }

    /// A line as it stands, spaces around it and all.
    pub(crate) fn raw(&self, number: usize) -> &'a str {
        self.span(number).of(self.text).unwrap()
    }

    pub(crate) fn words(&self, number: usize) -> &'a str {
        self.span(number).of(self.text).unwrap().trim()
    }

    /// The number of the line that holds this offset.
    pub(crate) fn at(&self, offset: usize) -> usize {
        self.spans.partition_point(|span| span.start <= offset)
    }

    /// Where the nth occurrence of words stands on a line; occurrences may overlap.
    pub(crate) fn find(&self, number: usize, words: &str, nth: usize) -> Span {
        let line = self.span(number);
        let all = line.of(self.text).unwrap();
        let starts = all.char_indices().map(|(at, _)| at);
        let mut occurrences = starts.filter(|&at| all[at..].starts_with(words));
        let at = occurrences.nth(nth - 1).unwrap_or_else(|| panic!("line {number}: no {words:?}"));
        Span::new(line.start + at, line.start + at + words.len())
    }
}

/// Whether one of the alternatives "a|b" is this.
pub(crate) fn allows(alternatives: &str, value: &str) -> bool {
    alternatives.split('|').any(|alternative| alternative == value)
}
