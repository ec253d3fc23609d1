//! Whole records of a few articles, so that a change shows all that it changes.
//!
//! `INSTA_UPDATE=always cargo test -p nienbieu-parser --test snapshots` writes them anew.

use std::{fs, path::Path};

use nienbieu_model::{Record, Source};
use nienbieu_parser::{Options, parse_bytes};

/// Intervals, ages, decomposed letters, a table, no diacritics, two pages, no stamp, directives, two stamps.
const ARTICLES: &[&str] = &[
    "07-ha-noi-covid",
    "11-thanh-hoa-pertussis",
    "12-ninh-binh-cholera",
    "20-binh-duong-budget",
    "27-son-la-covid-no-diacritics",
    "28-two-articles-north",
    "35-con-dao-turtles",
    "41-hai-duong-directives",
    "47-quang-binh-caves",
];

#[test]
fn whole_articles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_sort_maps(false);
    settings.set_omit_expression(true);
    for name in ARTICLES {
        let bytes = fs::read(root.join("corpus").join(name).with_extension("txt")).unwrap();
        let records = parse_bytes(&bytes, &Source::default(), &Options::default()).unwrap();
        // The page itself is in the corpus.
        let bare: Vec<_> =
            records.into_iter().map(|record| Record { text: None, ..record }).collect();
        settings.bind(|| insta::assert_json_snapshot!(*name, bare));
    }
}
