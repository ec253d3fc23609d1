//! `cargo xtask cases`: the single time phrases as one file for other programs.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::Outcome;
use crate::generated;
use crate::host::Host;

const FOLDER: &str = "tests/times";
const FILE: &str = "tests/times/cases.json";

/// A text and every time in it.
#[derive(Serialize)]
struct Case {
    class: String,
    positive: bool,
    reference: Option<String>,
    text: String,
    times: Vec<Gold>,
}

/// A time as a careful reader takes it; what is not laid down is null.
#[derive(Serialize)]
struct Gold {
    words: String,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
    #[serde(rename = "mod")]
    modifier: Option<String>,
    edtf: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
}

pub(crate) fn run() -> Outcome {
    generated::write(FILE, &json()?)
}

/// One case a line.
fn json() -> Outcome<String> {
    let cases = cases(&Host::here().root.join(FOLDER))?;
    let lines: Result<Vec<_>, _> = cases.iter().map(serde_json::to_string).collect();
    let lines = lines.map_err(|error| error.to_string())?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

fn cases(folder: &Path) -> Outcome<Vec<Case>> {
    let mut cases = Vec::new();
    for file in tables(&folder.join("positive"))? {
        let first = cases.len();
        for row in rows(&file)? {
            add_time(&mut cases, first, &class(&file), &row)
                .map_err(|error| format!("{}: {row:?}: {error}", file.display()))?;
        }
    }
    for file in tables(&folder.join("negative"))? {
        cases.extend(rows(&file)?.iter().map(|row| Case {
            class: class(&file),
            positive: false,
            reference: None,
            text: cell(row, 0).unwrap_or_default(),
            times: Vec::new(),
        }));
    }
    Ok(cases)
}

/// Adds the row's time to its text, which is among the cases of this table or becomes one.
fn add_time(cases: &mut Vec<Case>, first: usize, class: &str, row: &[String]) -> Outcome {
    let needed = |column, name| cell(row, column).ok_or(format!("no {name}"));
    let text = needed(1, "text")?;
    let reference = cell(row, 0).filter(|reference| reference != "-");
    let known = cases[first..].iter().position(|c| c.text == text && c.reference == reference);
    let at = known.map_or(cases.len(), |known| first + known);
    if known.is_none() {
        let class = class.to_owned();
        cases.push(Case { class, positive: true, reference, text, times: Vec::new() });
    }
    let case = &mut cases[at];
    let words = needed(2, "words")?;
    let Range { start, end } = place(case, &words).ok_or("words not in the text, in its order")?;
    case.times.push(Gold {
        words,
        start,
        end,
        kind: needed(3, "type")?,
        value: cell(row, 4),
        modifier: cell(row, 5),
        edtf: cell(row, 6),
        earliest: cell(row, 7),
        latest: cell(row, 8),
    });
    Ok(())
}

/// The next place of the words behind the times before, whole words only.
fn place(case: &Case, words: &str) -> Option<Range<usize>> {
    let text = case.text.as_str();
    let follows = |range: &Range<usize>| {
        let last = case.times.last();
        last.is_none_or(|last| (last.start, range.end) < (range.start, last.end))
    };
    let places = text.match_indices(words).map(|(at, _)| at..at + words.len());
    places.filter(|range| is_whole(text, range)).find(follows)
}

/// Whether no letter or figure touches the range from outside.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[..range.start].chars().next_back()) && !touches(text[range.end..].chars().next())
}

fn cell(row: &[String], column: usize) -> Option<String> {
    row.get(column).filter(|cell| !cell.is_empty()).cloned()
}

/// The table's name.
fn class(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn tables(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    Ok(files)
}

/// The rows below the head, without comments.
fn rows(file: &Path) -> Outcome<Vec<Vec<String>>> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use nienbieu_parser::read_times;

    use super::*;

    #[test]
    fn the_file_is_up_to_date() {
        generated::assert_current(FILE, &json().unwrap(), "cases");
    }

    #[test]
    fn the_places_are_those_that_the_parser_finds() {
        for case in cases(&Host::here().root.join(FOLDER)).unwrap() {
            let moment = case.reference.as_deref().map(|moment| moment.parse().unwrap());
            let read = read_times(&case.text, moment.as_ref());
            let mut read: Vec<_> = read.iter().map(|t| (t.span.start, t.span.end)).collect();
            read.sort_by_key(|&(start, end)| (start, Reverse(end)));
            let laid_down: Vec<_> = case.times.iter().map(|gold| (gold.start, gold.end)).collect();
            assert_eq!(laid_down, read, "{}", case.text);
        }
    }

    #[test]
    fn words_are_placed_whole_and_in_order() {
        let case = |times| Case {
            class: String::new(),
            positive: true,
            reference: None,
            text: "ngày 12 và 2".to_owned(),
            times,
        };
        assert_eq!(place(&case(Vec::new()), "2"), Some(13..14));
        assert_eq!(place(&case(Vec::new()), "1"), None);
        let gold = |start, end| Gold {
            words: String::new(),
            start,
            end,
            kind: String::new(),
            value: None,
            modifier: None,
            edtf: None,
            earliest: None,
            latest: None,
        };
        assert_eq!(place(&case(vec![gold(0, 8)]), "12"), Some(6..8));
        assert_eq!(place(&case(vec![gold(6, 8)]), "12"), None);
    }
}
