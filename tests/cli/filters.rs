//! Rows chosen by kind, place and metric.

use super::*;

fn csv(args: &[&str]) -> Vec<Vec<String>> {
    let mut all = vec!["parse", "--format", "csv"];
    all.extend(args);
    let run = run(nienbieu(&all).write_stdin(LAYERED));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    forms::rows(&run.out)
}

/// One column of the rows, without its heading.
fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|column| column == name).unwrap();
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

#[test]
fn kinds_choose_events() {
    let rows = csv(&["--kind", "case_report"]);
    assert_eq!(column(&rows, "edtf"), ["2022-08-05"]);
    assert_eq!(column(&rows, "quantities"), ["12 ca mắc"]);
    let both = csv(&["--kind", "case-report,directive"]);
    assert_eq!(column(&both, "kind"), ["case_report", "directive"]);
    assert_eq!(csv(&["--kind", "award"]).len(), 1, "the heading alone");
}

#[test]
fn places_are_known_by_name_and_code() {
    for place in ["lao cai", "Lào Cai", "VN-02"] {
        let rows = csv(&["--place", place]);
        assert_eq!(column(&rows, "place"), ["Lào Cai"], "{place}");
        assert_eq!(column(&rows, "place_code"), ["VN-02"], "{place}");
        let figures = csv(&["--table", "quantities", "--place", place]);
        assert_eq!(column(&figures, "value"), ["3500000000"], "{place}");
    }
    assert!(column(&csv(&["--place", "dien bien"]), "edtf").contains(&"2022-08-05".to_owned()));
}

#[test]
fn metrics_choose_figures_and_their_events() {
    assert_eq!(column(&csv(&["--metric", "money"]), "edtf"), ["2022-09"]);
    let figures = csv(&["--table", "quantities", "--metric", "money,beds"]);
    assert_eq!(column(&figures, "text"), ["3,5 tỷ đồng"]);
}

#[test]
fn the_table_is_filtered_as_well() {
    let args = ["parse", "-f", "table", "--metric", "money", "--place", "lao cai"];
    let run = run(nienbieu(&args).write_stdin(LAYERED));
    assert!(run.out.contains("‹Giữa tháng 9/2022›") && !run.out.contains("12 ca mắc ·"));
    assert!(run.out.ends_with("1 article, 1 event, 1 figure\n"), "{}", run.out);
    let none = ["parse", "-f", "table", "--kind", "award"];
    let none = super::run(nienbieu(&none).write_stdin(LAYERED));
    assert!(none.out.contains("no event is of the kind, place or metric"), "{}", none.out);
}

#[test]
fn records_stay_whole() {
    for filter in [["--kind", "meeting"], ["--place", "Huế"], ["--metric", "money"]] {
        for format in [&["-f", "json"][..], &["-f", "ndjson"], &[]] {
            let args = [&["parse"], format, &filter].concat();
            let run = run(nienbieu(&args).write_stdin(LAYERED));
            assert_eq!((run.code, run.out.as_str()), (2, ""));
            let told = format!("{} chooses rows, but records stay whole", filter[0]);
            assert!(run.err.contains(&told), "{}", run.err);
            assert!(run.err.contains("--format table or --format csv"), "{}", run.err);
        }
    }
}

#[test]
fn an_unknown_kind_is_told_the_known_ones() {
    let run = run(nienbieu(&["parse", "-f", "csv", "--kind", "party"]).write_stdin(LAYERED));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("'party'") && run.err.contains("publication, case_report, measure"));
    assert!(run.err.contains("period and other"), "{}", run.err);
}
