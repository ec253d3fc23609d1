//! The forms of bulk output.

use super::*;

#[test]
fn packed_lines_hold_the_same() {
    let folder = mixed();
    ingest(&folder, &["in", "--out", "out", "-f", "ndjson,ndjson.zst", "--shard-size", "50K"]);
    let files = outputs(&folder, "out");
    let packed: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".zst")).collect();
    assert!(packed.len() > 2);
    for (name, bytes) in packed {
        assert_eq!(
            zstd::decode_all(&bytes[..]).unwrap(),
            files[name.trim_end_matches(".zst")],
            "{name}"
        );
    }
}

#[test]
fn tables_have_the_records_rows() {
    let folder = mixed();
    ingest(&folder, &["in", "--out", "out", "-f", "ndjson,csv,parquet,sqlite"]);
    let files = outputs(&folder, "out");
    let records = records(&folder, "out");
    for table in ["events", "times", "quantities", "citations", "people", "places"] {
        let expected: usize = records.iter().map(|r| r[table].as_array().unwrap().len()).sum();
        let mut csv = csv::Reader::from_reader(&files[&format!("{table}-00001.csv")][..]);
        assert_eq!(csv.headers().unwrap().get(0), Some("document"));
        assert_eq!(csv.records().count(), expected, "{table}");
        assert!(expected > 0, "{table}");
        let parquet = &files[&format!("{table}-00001.parquet")];
        assert_eq!((&parquet[..4], &parquet[parquet.len() - 4..]), (&b"PAR1"[..], &b"PAR1"[..]));
    }
    let mut documents = csv::Reader::from_reader(&files["documents-00001.csv"][..]);
    let column = documents.headers().unwrap().iter().position(|name| name == "source").unwrap();
    let sources: Vec<String> =
        documents.records().map(|row| row.unwrap()[column].to_owned()).collect();
    let expected: Vec<&str> =
        records.iter().map(|r| r["source"]["name"].as_str().unwrap()).collect();
    assert_eq!(sources, expected);
}

#[test]
fn parquet_reads_back_as_an_input() {
    let folder = mixed();
    ingest(&folder, &["in/a.jsonl.gz", "--out", "out", "-f", "parquet"]);
    let run = ingest(
        &folder,
        &["out/documents-00001.parquet", "--fields", "date=published", "--out", "again"],
    );
    assert_eq!(run.code, 0, "{}", run.err);
    ingest(&folder, &["in/a.jsonl.gz", "--out", "first"]);
    let (first, again) = (records(&folder, "first"), records(&folder, "again"));
    assert_eq!(again.len(), 150);
    for (one, other) in first.iter().zip(&again) {
        assert_eq!(one["text"], other["text"]);
        assert_eq!(one["events"], other["events"]);
        assert_eq!(one["source"]["url"], other["source"]["url"]);
    }
}

#[test]
fn the_database_answers() {
    let folder = mixed();
    ingest(&folder, &["in", "--out", "out", "-f", "sqlite", "--shard-size", "50K"]);
    ingest(&folder, &["in", "--out", "lines", "--shard-size", "50K"]);
    let database = rusqlite::Connection::open(folder.path().join("out/nienbieu.sqlite")).unwrap();
    let count = |query: &str| -> i64 { database.query_row(query, (), |row| row.get(0)).unwrap() };
    let records = records(&folder, "lines");
    assert_eq!(count("SELECT COUNT(*) FROM documents"), i64::try_from(records.len()).unwrap());
    let events: usize = records.iter().map(|r| r["events"].as_array().unwrap().len()).sum();
    assert_eq!(count("SELECT COUNT(*) FROM events"), i64::try_from(events).unwrap());
    // Without marks: "muong lay" finds Mường Lay, "dien bien" finds Điện Biên.
    assert_eq!(count("SELECT COUNT(*) FROM search WHERE search MATCH 'dien bien'"), 1);
    assert!(count("SELECT COUNT(*) FROM search WHERE search MATCH 'muong lay'") > 200);
    assert!(count("SELECT COUNT(*) FROM timeline WHERE kind = 'case_report'") > 50);
    assert_eq!(count("SELECT documents FROM papers WHERE identifier = '23/2021/QĐ-TTg'"), 1);
    assert!(count("SELECT COUNT(*) FROM figures WHERE metric = 'cases_new'") > 100);
}
