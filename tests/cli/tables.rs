//! The tables of csv.

use super::*;

fn table(name: &str) -> Vec<Vec<String>> {
    let args = ["parse", "--published", "2022-08-08", "--format", "csv", "--table", name];
    let run = run(nienbieu(&args).write_stdin(LAYERED));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    forms::rows(&run.out)
}

/// The cells of a row under these columns.
fn cells<'a>(rows: &'a [Vec<String>], row: usize, columns: &[&str]) -> Vec<&'a str> {
    let at = |name: &&str| rows[0].iter().position(|column| column == name).unwrap();
    columns.iter().map(|name| rows[row][at(name)].as_str()).collect()
}

#[test]
fn quantities_have_a_row_a_figure() {
    let rows = table("quantities");
    let header = "source,part,id,text,value,max,comparator,comparator_text,unit,metric,aspect,\
        population,edtf,time,time_basis,place,place_code,place_basis,disease,part_of,events,line,\
        rule,published,quote";
    assert_eq!(rows[0].join(","), header);
    assert_eq!(rows.len(), 4, "{rows:?}");
    let columns = ["id", "text", "value", "comparator", "unit", "metric", "edtf", "place", "line"];
    let cases =
        ["q2", "12 ca mắc", "12", "eq", "ca mắc", "cases_new", "2022-08-05", "Điện Biên", "3"];
    assert_eq!(cells(&rows, 2, &columns), cases);
    assert_eq!(cells(&rows, 3, &["value", "unit", "place_code"]), ["3500000000", "đồng", "VN-02"]);
    let quote = "Ngày 5/8/2022, tỉnh Điện Biên ghi nhận 12 ca mắc sởi mới.";
    assert_eq!(cells(&rows, 2, &["disease", "time_basis", "quote"]), ["sởi", "stated", quote]);
    // A figure that no event tells quotes its line.
    let title = "Điện Biên: Thêm 12 ca mắc sởi mới";
    assert_eq!(cells(&rows, 1, &["events", "quote"]), ["", title]);
}

#[test]
fn citations_have_a_row_a_mention() {
    let rows = table("citations");
    let header = "source,part,id,text,kind,identifier,number,year,type_code,issuer_code,unit_code,\
        issuer_decoded,issuer_stated,conflict,date,form,refers_to,about,line";
    assert_eq!(rows[0].join(","), header);
    let columns = ["id", "kind", "identifier", "number", "year", "type_code", "issuer_code"];
    let paper = ["c1", "Quyết định", "23/2021/QĐ-TTg", "23", "2021", "QĐ", "TTg"];
    assert_eq!(cells(&rows, 1, &columns), paper);
    let issuer = "Thủ tướng Chính phủ";
    let columns = ["issuer_decoded", "issuer_stated", "conflict", "date", "form", "line"];
    assert_eq!(cells(&rows, 1, &columns), [issuer, issuer, "false", "2021-07-07", "full", "5"]);
}

#[test]
fn events_name_what_hangs_on_them() {
    let rows = table("events");
    let row = rows.iter().position(|row| row[4] == "2022-08-05").unwrap();
    let columns = ["place", "place_code", "quantities", "quantity_ids", "line"];
    assert_eq!(cells(&rows, row, &columns), ["Điện Biên", "VN-71", "12 ca mắc", "q2", "3"]);
    let row = rows.iter().position(|row| row[4] == "2022-08-06").unwrap();
    let columns = ["citations", "citation_ids"];
    assert_eq!(cells(&rows, row, &columns), ["Quyết định 23/2021/QĐ-TTg", "c1"]);
    assert!(cells(&rows, row, &["actors"])[0].contains("Sở Y tế"), "{rows:?}");
}

#[test]
fn a_folder_gets_every_table() {
    let folder = folder(&[("a.txt", LAYERED.as_bytes())]);
    let parse = |more: &[&str]| {
        let args = [&["parse", "a.txt", "--format", "csv"], more].concat();
        run(nienbieu(&args).current_dir(&folder))
    };
    for _ in 0..2 {
        let run = parse(&["-o", "out/tables"]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
        for table in ["events", "quantities", "citations"] {
            let file = folder.path().join(format!("out/tables/{table}.csv"));
            assert_eq!(fs::read_to_string(file).unwrap(), parse(&["--table", table]).out);
        }
        assert_eq!(fs::read_dir(folder.path().join("out/tables")).unwrap().count(), 3);
    }
    assert_eq!(parse(&["--table", "citations", "-o", "one"]).code, 0);
    let names = fs::read_dir(folder.path().join("one")).unwrap();
    assert_eq!(
        names.map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>(),
        ["citations.csv"]
    );
}

#[test]
fn a_file_is_no_folder() {
    let folder = folder(&[("a.txt", LAYERED.as_bytes()), ("out", b"kept")]);
    let run = run(nienbieu(&["parse", "a.txt", "-f", "csv", "-o", "out"]).current_dir(&folder));
    assert_eq!(run.code, 2);
    assert!(run.err.contains("out: a file, but csv goes to a folder"), "{}", run.err);
    assert_eq!(fs::read(folder.path().join("out")).unwrap(), b"kept");
}

#[test]
fn a_table_is_for_csv_alone() {
    let run = run(nienbieu(&["parse", "--table", "events"]).write_stdin(LAYERED));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("--format csv"), "{}", run.err);
}

#[test]
fn no_table_gives_a_spreadsheet_a_formula() {
    let folder = folder(&[("=1.txt", LAYERED.as_bytes())]);
    for table in ["events", "quantities", "citations"] {
        let args = ["parse", "=1.txt", "--format", "csv", "--table", table];
        let rows = forms::rows(&run(nienbieu(&args).current_dir(&folder)).out);
        assert!(rows.len() > 1 && rows[1..].iter().all(|row| row[0] == "'=1.txt"), "{rows:?}");
    }
}

#[test]
fn the_readme_names_every_column() {
    let readme = include_str!("../../README.md");
    for table in ["events", "quantities", "citations"] {
        for column in &table_header(table) {
            assert!(readme.contains(&format!("`{column}`")), "{table}: {column}");
        }
    }
}

fn table_header(name: &str) -> Vec<String> {
    table(name).remove(0)
}
