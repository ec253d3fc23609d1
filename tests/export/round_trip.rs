//! Our own JSON, read again.

use nienbieu_export::read;
use proptest::prelude::*;

use super::*;

fn read_all(json: &str) -> Vec<Record> {
    let mut records = Vec::new();
    read(json.as_bytes(), |record| records.push(record.unwrap()));
    records
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_records_come_back_equal(records in prop::collection::vec(dice::record(), 0..4)) {
        for format in ["json", "ndjson"] {
            let json = written(format, &records);
            let back = read_all(&json);
            prop_assert_eq!(&back, &records);
            prop_assert_eq!(written(format, &back), json);
        }
    }

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in any::<Vec<u8>>()) {
        let mut told = 0;
        read(bytes.as_slice(), |record| {
            assert!(record.is_err());
            told += 1;
        });
        prop_assert!(told <= bytes.len());
    }
}

#[test]
fn the_corpus_comes_back_equal() {
    let records = corpus();
    assert_eq!(read_all(&written("json", &records)), records);
    assert_eq!(read_all(&written("ndjson", &records)), records);
}
