//! The forms of the output for machines, and where it goes.

use super::*;

#[test]
fn piped_output_is_one_record_a_line() {
    let run = run(&mut nienbieu(&["parse", &fixtures()]));
    assert_eq!(run.records().len(), 3);
    let edtf = |record: &Value| record["events"][0]["edtf"].as_str().map(str::to_owned);
    let first = |record: &Value| record["times"][0]["edtf"].as_str().map(str::to_owned);
    let dates: Vec<_> = run.records().iter().map(first).collect();
    assert_eq!(dates, ["2022-08-05", "2022-10-09", "2022-09-05"].map(|d| Some(d.to_owned())));
    assert!(run.records().iter().all(|record| edtf(record).is_some()));
}

#[test]
fn json_is_one_array() {
    let run = run(&mut nienbieu(&["parse", "--format", "json", &fixtures()]));
    let array: Value = serde_json::from_str(&run.out).unwrap();
    let names: Vec<_> = array.as_array().unwrap().iter().map(|r| &r["source"]["name"]).collect();
    assert_eq!(names.len(), 3);
    assert_eq!(names[0], &format!("{}/a.txt", fixtures()));
}

#[test]
fn json_without_records_is_an_empty_array() {
    let run = run(&mut nienbieu(&["parse", "--format", "json", "missing.txt"]));
    assert_eq!((run.code, run.out.as_str()), (1, "[]\n"));
}

#[test]
fn no_text_leaves_out_the_text_and_nothing_else() {
    let parse = |args: &[&str]| run(nienbieu(args).write_stdin(ARTICLE)).records().remove(0);
    let mut whole = parse(&["parse"]);
    let bare = parse(&["parse", "--no-text"]);
    assert_eq!(whole["text"], ARTICLE);
    whole.as_object_mut().unwrap().remove("text");
    assert_eq!(bare, whole);
}

pub(super) fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_has_one_header_and_a_row_an_event() {
    let run = run(&mut nienbieu(&["parse", "--format", "csv", "--no-text", &fixtures()]));
    let rows = rows(&run.out);
    let header = "source,part,title,published,edtf,earliest,latest,kind,modality,quote,time,rule,\
        id,time_basis,line,place,place_code,quantities,citations,actors,quantity_ids,citation_ids,\
        actor_ids";
    assert_eq!(rows[0].join(","), header);
    assert_eq!(rows.iter().filter(|row| row[0] == "source").count(), 1);
    let bridge =
        rows.iter().find(|row| row[0].ends_with("b/c.md") && row[4] == "2022-10-09").unwrap();
    assert_eq!((bridge[5].as_str(), bridge[6].as_str()), ("2022-10-09", "2022-10-09"));
    assert!(bridge[9].contains("chiếc cầu \"Ba Bến\", dài"), "{}", bridge[9]);
    assert!(bridge[10].contains("9/10/2022") && !bridge[11].is_empty());
}

#[test]
fn csv_gives_a_spreadsheet_no_formula() {
    let names = ["=1+1.txt", "+1.txt", "@a.txt", "a,\"b\".txt"];
    let folder = folder(&names.map(|name| (name, ARTICLE.as_bytes())));
    let mut args = vec!["parse", "--format", "csv", "--"];
    args.extend(names);
    let run = run(nienbieu(&args).current_dir(&folder));
    let rows = rows(&run.out);
    let mut sources: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    sources.dedup();
    assert_eq!(sources, ["'=1+1.txt", "'+1.txt", "'@a.txt", "a,\"b\".txt"]);
}

#[test]
fn a_file_gets_what_stdout_would_get() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("out", b"old")]);
    for (format, flag, file) in
        [("ndjson", "-o", "out"), ("csv", "--output", "out.csv"), ("csv", "-o", "out.CSV")]
    {
        let to_stdout = run(nienbieu(&["parse", "a.txt", "-f", format]).current_dir(&folder));
        let args = ["parse", "a.txt", "-f", format, flag, file];
        let to_file = run(nienbieu(&args).current_dir(&folder));
        assert_eq!((to_file.code, to_file.out.as_str()), (0, ""));
        assert_eq!(fs::read_to_string(folder.path().join(file)).unwrap(), to_stdout.out);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 4, "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn a_written_file_has_usual_permissions_and_links_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("kept", b"old")]);
    let at = |name: &str| folder.path().join(name);
    fs::set_permissions(at("kept"), fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("kept", at("link")).unwrap();
    fs::write(at("usual"), "").unwrap();
    let mode = |name| fs::metadata(at(name)).unwrap().permissions().mode() & 0o777;
    for name in ["new", "link"] {
        let run = run(nienbieu(&["parse", "a.txt", "-o", name]).current_dir(&folder));
        assert_eq!(run.code, 0, "{}", run.err);
    }
    assert_eq!(mode("new"), mode("usual"));
    assert_eq!(mode("kept"), 0o640);
    assert!(at("link").is_symlink());
    assert_eq!(fs::read(at("kept")).unwrap(), fs::read(at("new")).unwrap());
}

#[test]
fn a_file_is_written_though_some_input_failed() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let args = ["parse", "a.txt", "missing", "-o", "out"];
    assert_eq!(run(nienbieu(&args).current_dir(&folder)).code, 1);
    assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap().lines().count(), 1);
}

#[test]
fn an_output_that_cannot_be_written_says_so() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    for output in ["no/such/out", "."] {
        let run = run(nienbieu(&["parse", "a.txt", "-o", output]).current_dir(&folder));
        assert_eq!(run.code, 1);
        assert!(run.err.contains(&format!("{output}: cannot be written")), "{}", run.err);
        assert!(run.err.contains("check that its folder exists"), "{}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let run = run(nienbieu(&["parse", "-o", "/dev/null"]).write_stdin(ARTICLE));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for format in ["ndjson", "json", "csv", "table"] {
        assert_eq!(cut_off(&["parse", "--format", format]), (Some(0), String::new()), "{format}");
    }
}

#[test]
fn an_unknown_format_is_a_usage_error() {
    let run = run(nienbieu(&["parse", "--format", "xml"]).write_stdin(ARTICLE));
    assert_eq!(run.code, 2);
    assert!(run.err.contains("table, ndjson, json, csv"), "{}", run.err);
}
