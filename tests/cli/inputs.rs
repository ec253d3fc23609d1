//! What is read, in which order, and what happens to what cannot be read.

use super::*;

#[test]
fn a_file_that_is_named_is_read_whatever_its_ending() {
    let folder = folder(&[("a.article", ARTICLE.as_bytes())]);
    let run = run(nienbieu(&["parse", "a.article"]).current_dir(&folder));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let record = &run.records()[0];
    assert_eq!(record["source"]["name"], "a.article");
    assert_eq!(record["source"]["media_type"], "text/plain");
    assert_eq!(record["source"]["part"], 1);
    assert_eq!(record["text"], ARTICLE);
}

#[test]
fn stdin_is_read_without_arguments_and_as_a_dash() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    for args in [&["parse"][..], &["parse", "-"]] {
        let run = run(nienbieu(args).write_stdin(ARTICLE));
        assert_eq!(run.code, 0);
        assert_eq!(run.records()[0]["source"]["name"], Value::Null);
    }
    let mixed = ["parse", "a.txt", "-"];
    let run = run(nienbieu(&mixed).current_dir(&folder).write_stdin(ARTICLE));
    assert_eq!((run.code, run.records().len()), (0, 2));
}

#[test]
fn stdin_twice_is_a_usage_error() {
    let run = run(nienbieu(&["parse", "-", "-"]).write_stdin(ARTICLE));
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("given twice") && run.err.contains("give it once"), "{}", run.err);
}

#[test]
fn folders_are_walked_in_the_order_of_names() {
    let run = run(&mut nienbieu(&["parse", &fixtures()]));
    assert_eq!(run.code, 0, "{}", run.err);
    let expected = ["a.txt", "b/c.md", "d.TXT"].map(|name| format!("{}/{name}", fixtures()));
    assert_eq!(run.names(), expected);
}

#[test]
fn a_folder_keeps_the_name_that_was_given() {
    let folder = folder(&[("news/x/1.text", ARTICLE.as_bytes())]);
    for (given, name) in
        [("news", "news/x/1.text"), ("news/", "news/x/1.text"), (".", "./news/x/1.text")]
    {
        let run = run(nienbieu(&["parse", given]).current_dir(&folder));
        assert_eq!(run.names(), [name]);
    }
}

#[test]
fn a_folder_without_known_files_is_said_to_be_one() {
    let folder = folder(&[("a.pdf", b"x")]);
    let run = run(&mut nienbieu(&["parse", path(folder.path())]));
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("no file with a known ending"), "{}", run.err);
}

#[test]
fn bad_files_are_named_and_counted_and_the_rest_goes_on() {
    let bad = b"Ng\xc3\xa0y 5/8/2022\n\xff\xfe\n";
    let files: [(&str, &[u8]); 3] =
        [("1.txt", ARTICLE.as_bytes()), ("2.txt", bad), ("3.txt", ARTICLE.as_bytes())];
    let folder = folder(&files);
    let args = ["parse", "1.txt", "2.txt", "missing.txt", "3.txt"];
    let run = run(nienbieu(&args).current_dir(&folder));
    assert_eq!(run.code, 1);
    assert_eq!(run.names(), ["1.txt", "3.txt"]);
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(told.len(), 3, "{}", run.err);
    assert!(told[0].contains("2.txt: not UTF-8") && told[0].contains("save the file as UTF-8"));
    assert!(
        told[1].contains("missing.txt: cannot be read") && told[1].contains("check the spelling")
    );
    assert!(told[2].ends_with("2 of 4 inputs failed; the others are done"));
}

#[test]
fn stdin_that_is_no_text_fails() {
    let run = run(nienbieu(&["parse"]).write_stdin(&b"\xff\xff"[..]));
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("stdin: not UTF-8"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back_is_reported_and_left() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("back")).unwrap();
    let run = run(nienbieu(&["parse", "."]).current_dir(&folder));
    assert_eq!((run.code, run.names()), (1, vec!["./a.txt".to_owned()]));
    assert!(run.err.contains("./back: a link back to"), "{}", run.err);
}

#[test]
fn an_empty_file_is_no_failure() {
    let folder = folder(&[("empty.txt", b"")]);
    for format in ["ndjson", "json", "csv", "table"] {
        let args = ["parse", "empty.txt", "--format", format];
        let run = run(nienbieu(&args).current_dir(&folder));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
    }
}

#[test]
fn a_line_of_megabytes_is_read() {
    let mut text = "chữ ".repeat(500_000);
    text.push_str("ngày 5/8/2022\n");
    for format in ["ndjson", "table"] {
        let run = run(nienbieu(&["parse", "--format", format]).write_stdin(text.clone()));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.contains("5/8/2022"), "{format}");
    }
}

#[test]
fn publication_date_and_zone_reach_the_record() {
    let args = ["parse", "--published", "2022-08-06", "--time-zone", "-05:00"];
    let run = run(nienbieu(&args).write_stdin(ARTICLE));
    assert_eq!(run.code, 0, "{}", run.err);
    let published = &run.records()[0]["published"];
    assert_eq!(published["status"], "user");
    assert!(published["edtf"].as_str().unwrap().starts_with("2022-08-06"), "{published}");
}

#[test]
fn a_wrong_publication_date_is_a_usage_error_with_a_remedy() {
    for date in ["6/8/2022", "2022-02-30", ""] {
        let run = run(nienbieu(&["parse", "--published", date]).write_stdin(ARTICLE));
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(
            run.err.contains("--published") && run.err.contains("write 2021-07-24"),
            "{}",
            run.err
        );
    }
}

#[test]
fn a_wrong_zone_is_a_usage_error_with_a_remedy() {
    for zone in ["7", "Asia/Ho_Chi_Minh", "-5:00"] {
        let run = run(nienbieu(&["parse", "--time-zone", zone]).write_stdin(ARTICLE));
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains("--time-zone") && run.err.contains("+07:00"), "{}", run.err);
    }
}
