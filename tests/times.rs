//! The corpus of single time phrases: every row's words found with the row's value, and nothing else;
//! nothing at all in the negative texts.

use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use nienbieu_model::Time;
use nienbieu_parser::{Reference, read_times};

struct Row {
    words: String,
    kind: String,
    value: String,
    modifier: String,
    edtf: String,
    earliest: String,
    latest: String,
}

type Texts = BTreeMap<(String, String), Vec<Row>>;

fn folder(name: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/times").join(name);
    let mut files: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    files
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

fn texts(path: &Path) -> Texts {
    let mut texts = Texts::new();
    for mut columns in rows(path) {
        columns.resize(9, String::new());
        let mut next = columns.into_iter();
        let mut take = || next.next().unwrap();
        let key = (take(), take());
        let row = Row {
            words: take(),
            kind: take(),
            value: take(),
            modifier: take(),
            edtf: take(),
            earliest: take(),
            latest: take(),
        };
        texts.entry(key).or_default().push(row);
    }
    texts
}

/// An empty cell of the table is not compared.
fn agrees(want: &str, got: Option<&str>) -> bool {
    want.is_empty() || got == Some(want)
}

fn is_right(row: &Row, time: &Time) -> bool {
    time.kind.as_str() == row.kind
        && agrees(&row.value, time.value.as_deref())
        && agrees(&row.modifier, time.modifier.as_deref())
        && agrees(&row.edtf, time.edtf.as_deref())
        && agrees(&row.earliest, time.earliest.as_deref())
        && agrees(&row.latest, time.latest.as_deref())
}

fn show(time: &Time) -> String {
    format!(
        "{:?} {} {:?} {:?} {:?} [{:?}..{:?}] {}",
        time.text,
        time.kind,
        time.value,
        time.modifier,
        time.edtf,
        time.earliest,
        time.latest,
        time.rule
    )
}

/// The faults of one text: rows without their time, and times without a row.
fn faults(reference: &str, text: &str, rows: &[Row]) -> Vec<String> {
    let reference: Option<Reference> = (reference != "-").then(|| reference.parse().unwrap());
    let times = read_times(text, reference.as_ref());
    let mut used = vec![false; times.len()];
    let mut faults = Vec::new();
    for row in rows {
        let right = times
            .iter()
            .zip(&used)
            .position(|(time, &used)| !used && time.text == row.words && is_right(row, time));
        match right {
            Some(at) => used[at] = true,
            None => faults.push(format!(
                "want {:?} {} {} {} {} [{}..{}]",
                row.words, row.kind, row.value, row.modifier, row.edtf, row.earliest, row.latest
            )),
        }
    }
    let unused = times.iter().zip(&used).filter(|&(_, &used)| !used);
    faults.extend(unused.map(|(time, _)| format!(" got {}", show(time))));
    faults
}

#[test]
fn positive() {
    let (mut report, mut wrong, mut total) = (String::new(), 0, 0);
    for path in folder("positive") {
        let (mut here, mut of) = (0, 0);
        let mut lines = String::new();
        for ((reference, text), rows) in texts(&path) {
            of += rows.len();
            let faults = faults(&reference, &text, &rows);
            if !faults.is_empty() {
                here += faults.iter().filter(|fault| fault.starts_with("want")).count().max(1);
                writeln!(lines, "  {text:?} ({reference})\n    {}", faults.join("\n    ")).unwrap();
            }
        }
        total += of;
        wrong += here;
        if here > 0 {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            writeln!(report, "{name}: {here} of {of} wrong\n{lines}").unwrap();
        }
    }
    assert!(total >= 1200, "only {total} phrases");
    assert!(wrong == 0, "{wrong} of {total} wrong\n{report}");
}

#[test]
fn negative() {
    let (mut report, mut wrong, mut total) = (String::new(), 0, 0);
    for path in folder("negative") {
        for columns in rows(&path) {
            total += 1;
            let times = read_times(&columns[0], None);
            if !times.is_empty() {
                wrong += 1;
                let found: Vec<_> = times.iter().map(show).collect();
                writeln!(
                    report,
                    "  {:?} ({})\n    {}",
                    columns[0],
                    columns[1],
                    found.join("\n    ")
                )
                .unwrap();
            }
        }
    }
    assert!(total >= 500, "only {total} texts");
    assert!(wrong == 0, "{wrong} of {total} wrong\n{report}");
}
