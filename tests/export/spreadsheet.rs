//! CSV, read by the crate `csv`.

use nienbieu_export::Table;

use super::*;

#[test]
fn no_cell_is_a_formula_and_words_come_back() {
    let record = nasty();
    for table in Table::ALL {
        let mut out = Vec::new();
        let options = Options { table, ..Options::default() };
        Format::named("csv").unwrap().write([&record], &options, &mut out).unwrap();
        let mut reader = csv::Reader::from_reader(out.as_slice());
        let quotes = reader.headers().unwrap().iter().position(|name| name == "quote");
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        let cells = || rows.iter().flat_map(csv::StringRecord::iter);
        assert!(cells().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        assert!(rows.iter().all(|row| row[0].starts_with("'=</title>")));
        if table == Table::Events {
            let words: Vec<_> = rows.iter().map(|row| &row[quotes.unwrap()]).collect();
            assert_eq!(words, record.events.iter().map(|e| quote(&record, e)).collect::<Vec<_>>());
        }
    }
}
