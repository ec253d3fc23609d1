//! The corpus of articles: how much of the gold the parser finds, layer by layer.
//!
//! `cargo test -p nienbieu-parser --test corpus -- --nocapture` prints every miss.

mod scoring;

use std::{
    fs,
    path::{Path, PathBuf},
};

use nienbieu_model::Source;
use nienbieu_parser::{Options, parse_bytes};
use scoring::{
    acts,
    board::{Board, Floor},
    entities, figures,
    gold::{Gold, Lines, corpus, texts},
    structure, times,
};

const fn floor(layer: &'static str, floor: f64, aim: f64) -> Floor {
    Floor { layer, floor, aim }
}

/// What holds now, rounded down, and what it should come to.
const FLOORS: &[Floor] = &[
    floor("articles", 1.0, 1.0),
    floor("title", 1.0, 1.0),
    floor("section", 1.0, 0.98),
    floor("outlet", 1.0, 0.98),
    floor("byline", 1.0, 0.98),
    floor("published.status", 1.0, 1.0),
    floor("published.edtf", 0.946, 1.0),
    floor("published.bounds", 0.733, 1.0),
    floor("modified", 1.0, 1.0),
    floor("lines", 0.992, 0.97),
    floor("times.found", 0.99, 0.98),
    floor("times.value", 0.975, 0.97),
    floor("times.mod", 0.984, 0.97),
    floor("times.quant", 0.986, 0.97),
    floor("times.freq", 1.0, 0.97),
    floor("times.class", 0.997, 0.97),
    floor("times.extent", 0.973, 0.97),
    floor("times.true", 0.999, 0.99),
    floor("quantities.found", 0.995, 0.95),
    floor("quantities.value", 1.0, 0.95),
    floor("quantities.unit", 1.0, 0.95),
    floor("quantities.metric", 0.985, 0.95),
    floor("quantities.comparator", 0.996, 0.95),
    floor("quantities.aspect", 0.897, 0.9),
    floor("quantities.date", 0.807, 0.9),
    floor("quantities.place", 0.917, 0.9),
    floor("quantities.disease", 0.871, 0.9),
    floor("quantities.part_of", 0.461, 0.9),
    floor("quantities.true", 0.999, 0.97),
    floor("citations.numbered", 1.0, 0.97),
    floor("citations.unnumbered", 1.0, 0.9),
    floor("citations.identifier", 0.987, 0.97),
    floor("citations.kind", 1.0, 0.95),
    floor("citations.form", 0.99, 0.95),
    floor("citations.issuer", 0.941, 0.95),
    floor("citations.date", 0.951, 0.95),
    floor("citations.true", 1.0, 0.97),
    floor("people.name", 0.988, 0.95),
    floor("people.title", 0.996, 0.95),
    floor("people.role", 1.0, 0.95),
    floor("people.true", 1.0, 0.97),
    floor("organizations.found", 0.971, 0.95),
    floor("organizations.extent", 0.988, 0.95),
    floor("organizations.name", 1.0, 0.95),
    floor("organizations.level", 0.959, 0.9),
    floor("organizations.true", 0.983, 0.97),
    floor("places.found", 0.959, 0.95),
    floor("places.status", 0.995, 0.95),
    floor("places.code", 0.997, 0.95),
    floor("places.level", 0.997, 0.95),
    floor("places.true", 0.99, 0.97),
    floor("diseases.found", 0.991, 0.95),
    floor("diseases.icd10", 1.0, 0.95),
    floor("diseases.true", 0.992, 0.97),
    floor("patients.numbers", 0.9, 0.95),
    floor("patients.true", 1.0, 0.97),
    floor("directives.found", 0.978, 0.95),
    floor("directives.addressees", 0.955, 0.9),
    floor("directives.deadline", 0.966, 0.9),
    floor("directives.parent", 1.0, 0.95),
    floor("directives.true", 1.0, 0.97),
    floor("events.found", 0.984, 0.95),
    floor("events.kind", 0.912, 0.9),
    floor("events.modality", 0.962, 0.9),
];

#[test]
fn corpus_against_gold() {
    let corpus = corpus();
    assert!(corpus.len() >= 67, "only {} texts", corpus.len());
    let board = judge(&corpus);
    let report = format!("{board}\n{}", board.totals(FLOORS));
    println!("{report}");
    let short = board.short(FLOORS);
    assert!(short.is_empty(), "{report}\nunder the floor: {}", short.join("; "));
}

/// Judges a folder of one's own, named by the variable `CORPUS`; only a report.
#[test]
#[ignore = "needs a folder to judge"]
fn folder_against_gold() {
    let folder = std::env::var("CORPUS").expect("CORPUS names a folder of texts with gold");
    let board = judge(&texts(Path::new(&folder)));
    println!("{board}\n{}", board.totals(FLOORS));
}

fn judge(corpus: &[(PathBuf, Gold)]) -> Board {
    let mut board = Board::default();
    for (path, gold) in corpus {
        board.turn_to(&path.file_stem().unwrap().to_string_lossy());
        let records =
            parse_bytes(&fs::read(path).unwrap(), &Source::default(), &Options::default()).unwrap();
        let lines = Lines::new(records[0].text.as_deref().unwrap());
        structure::score(gold, &records, &lines, &mut board);
        times::score(gold, &records, &lines, &mut board);
        for article in &gold.articles {
            let record = structure::record_of(article, &records, &lines);
            figures::score(article, record, &lines, &mut board);
            entities::score(article, record, &lines, &mut board);
            acts::score(article, record, &lines, &mut board);
        }
    }
    board
}
