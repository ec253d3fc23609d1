//! The corpus of articles: how much of the gold the parser finds, layer by layer.
//!
//! `cargo test -p nienbieu-parser --test corpus -- --nocapture` prints every miss.

mod scoring;

use std::fs;

use nienbieu_model::Source;
use nienbieu_parser::{Options, parse_bytes};
use scoring::{
    board::{Board, Floor},
    gold::{Lines, corpus},
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
    floor("published.edtf", 0.984, 1.0),
    floor("published.bounds", 0.916, 1.0),
    floor("modified", 1.0, 1.0),
    floor("lines", 0.989, 0.97),
    floor("times.found", 0.982, 0.98),
    floor("times.value", 0.958, 0.97),
    floor("times.mod", 0.98, 0.97),
    floor("times.quant", 1.0, 0.97),
    floor("times.freq", 1.0, 0.97),
    floor("times.class", 0.996, 0.97),
    floor("times.extent", 0.959, 0.97),
    floor("times.true", 0.999, 0.99),
];

#[test]
fn corpus_against_gold() {
    let mut board = Board::default();
    let corpus = corpus();
    assert!(corpus.len() >= 51, "only {} texts", corpus.len());
    for (path, gold) in &corpus {
        board.turn_to(&path.file_stem().unwrap().to_string_lossy());
        let records =
            parse_bytes(&fs::read(path).unwrap(), &Source::default(), &Options::default()).unwrap();
        let lines = Lines::new(records[0].text.as_deref().unwrap());
        structure::score(gold, &records, &lines, &mut board);
        times::score(gold, &records, &lines, &mut board);
    }
    let report = format!("{board}\n{}", board.totals(FLOORS));
    println!("{report}");
    let short = board.short(FLOORS);
    assert!(short.is_empty(), "{report}\nunder the floor: {}", short.join("; "));
}
