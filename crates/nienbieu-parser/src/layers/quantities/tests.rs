//! The corpus of single figures: every row's number found as the row has it, and nothing else; nothing at
//! all in the negative texts.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use nienbieu_model::{Block, BlockKind, Quantity, Record};

use super::{View, read};
use crate::{
    read_times,
    structure::sentences,
    text::{Folded, lines::lines},
};

/// The figures of a phrase that is no article.
fn figures(text: &str) -> Vec<Quantity> {
    let folded = Folded::for_times(text);
    let block =
        |span| Block { kind: BlockKind::Paragraph, span, marker: None, parent: None, reason: None };
    let blocks: Vec<Block> = lines(text, &folded).iter().map(|line| block(line.span)).collect();
    let sentences = sentences::split(text, &blocks);
    let times = read_times(text, None);
    let view =
        View { text, folded: &folded, blocks: &blocks, sentences: &sentences, times: &times };
    read(&view, &Record::new(String::new(), 1)).0
}

fn folder(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/quantities").join(name);
    let mut files: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// A figure as a row gives it: number words, value, max, comparator, unit, metric, aspect.
fn cells(text: &str, item: &Quantity) -> [String; 7] {
    let number = item.number.map_or(item.span, |number| number.span);
    [
        number.of(text).unwrap().to_owned(),
        item.value.to_string(),
        item.max.map(|max| max.to_string()).unwrap_or_default(),
        item.comparator.to_string(),
        item.unit.clone().unwrap_or_default(),
        item.metric.as_deref().unwrap_or_default().to_owned(),
        item.aspect.as_deref().unwrap_or_default().to_owned(),
    ]
}

#[test]
fn positive() {
    let mut texts: BTreeMap<String, Vec<[String; 7]>> = BTreeMap::new();
    for path in folder("positive") {
        for mut row in rows(&path) {
            row.resize(8, String::new());
            let text = row.remove(0);
            texts.entry(text).or_default().push(row.try_into().unwrap());
        }
    }
    let total: usize = texts.values().map(Vec::len).sum();
    let mut report = String::new();
    for (text, want) in &texts {
        let got: Vec<_> = figures(text).iter().map(|item| cells(text, item)).collect();
        if got != *want {
            writeln!(report, "{text:?}").unwrap();
            want.iter()
                .filter(|row| !got.contains(row))
                .for_each(|row| writeln!(report, "  want {row:?}").unwrap());
            got.iter()
                .filter(|row| !want.contains(row))
                .for_each(|row| writeln!(report, "   got {row:?}").unwrap());
        }
    }
    assert!(total >= 200, "only {total} figures");
    assert!(report.is_empty(), "{report}");
}

#[test]
fn negative() {
    let (mut report, mut total) = (String::new(), 0);
    for path in folder("negative") {
        for row in rows(&path) {
            total += 1;
            let found: Vec<_> = figures(&row[0]).iter().map(|item| cells(&row[0], item)).collect();
            if !found.is_empty() {
                writeln!(report, "{:?} {found:?}", row[0]).unwrap();
            }
        }
    }
    assert!(total >= 150, "only {total} texts");
    assert!(report.is_empty(), "{report}");
}
