//! The formats of the export crate, from outside.

use super::*;

/// Every format, with a word that its output of an article holds.
const FORMATS: [(&str, &str); 8] = [
    ("timelinejs", "\"display_date\":\"Thứ Sáu, 5/8/2022\""),
    ("icalendar", "DTSTART;VALUE=DATE:20220805\r\n"),
    ("timeml", "value=\"2022-08-05\""),
    ("annotations", "\"type\":\"TextPositionSelector\""),
    ("jsonld", "\"startDate\":\"2022-08-05\""),
    ("markdown", "- **Thứ Sáu, 5/8/2022**"),
    ("html", "<time datetime=\"2022-08-05\">Thứ Sáu, 5/8/2022</time>"),
    ("svg", "Thứ Sáu, 5/8/2022"),
];

fn parse(args: &[&str], input: &str) -> Run {
    run(nienbieu(&[&["parse"], args].concat()).write_stdin(input))
}

#[test]
fn every_format_is_written() {
    for (format, word) in FORMATS {
        let run = parse(&["--format", format], ARTICLE);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.contains(word), "{format}: {}", run.out);
    }
}

#[test]
fn every_format_is_in_help_completions_and_manual() {
    let help = run(&mut nienbieu(&["parse", "--help"])).out;
    let bash = run(&mut nienbieu(&["completions", "bash"])).out;
    let manual = run(&mut nienbieu(&["man", "parse"])).out;
    for (format, _) in FORMATS.into_iter().chain([("csv", ""), ("json", ""), ("ndjson", "")]) {
        assert!(help.contains(&format!("- {format}")), "{format}: {help}");
        assert!(bash.contains(&format!(" {format}")), "{format}");
        assert!(manual.contains(format), "{format}");
    }
}

#[test]
fn heads_are_in_the_language_asked_for() {
    let english = parse(&["-f", "markdown", "--language", "en"], ARTICLE);
    assert!(english.out.contains("**Friday 5 August 2022**"), "{}", english.out);
    assert!(english.out.contains("publication date unknown"), "{}", english.out);
    assert_eq!(parse(&["--language", "fr"], ARTICLE).code, 2);
}

#[test]
fn several_articles_are_one_file() {
    for (format, _) in FORMATS.iter().filter(|(format, _)| *format != "timeml") {
        let run = run(&mut nienbieu(&["parse", "-f", format, &fixtures()]));
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        let first = ["2022-08-05", "20220805", "5/8/2022", "\"day\":5,\"month\":8"];
        let last = ["2022-10-09", "20221009", "9/10/2022", "\"day\":9,\"month\":10"];
        for dates in [first, last] {
            assert!(dates.iter().any(|date| run.out.contains(date)), "{format}: {dates:?}");
        }
    }
}

#[test]
fn rows_are_chosen_in_every_format_that_holds_rows() {
    let kept = "Sở Y tế tỉnh Điện Biên họp";
    let dropped = "tỉnh Lào Cai chi 3,5 tỷ";
    for (format, _) in FORMATS.iter().filter(|(format, _)| *format != "timeml") {
        let run = parse(&["-f", format, "--kind", "meeting"], LAYERED);
        let text = run.out.replace("\r\n ", "");
        assert_eq!(run.code, 0, "{format}: {}", run.err);
        assert!(text.contains(kept) && !text.contains(dropped), "{format}: {text}");
    }
    let marked = parse(&["-f", "timeml", "--kind", "meeting"], LAYERED).out;
    assert_eq!(marked.matches("<EVENT ").count(), 1, "{marked}");
}

#[test]
fn what_holds_one_article_goes_to_a_folder_of_files() {
    let out = TempDir::new().unwrap();
    let folder = out.path().join("marked");
    let args = ["parse", &fixtures(), "-f", "timeml", "-o", path(&folder)];
    let to_folder = run(&mut nienbieu(&args));
    assert_eq!((to_folder.code, to_folder.err.as_str()), (0, ""));
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.tml", "c.tml", "d.tml"]);
    let marked = fs::read_to_string(folder.join("a.tml")).unwrap();
    assert!(marked.contains("value=\"2022-08-05\"") && marked.ends_with("</TimeML>\n"));
}

#[test]
fn what_holds_one_article_says_which_were_left_out() {
    let to_stdout = run(&mut nienbieu(&["parse", "-f", "timeml", &fixtures()]));
    assert_eq!((to_stdout.code, to_stdout.out.matches("</TimeML>").count()), (1, 1));
    let told = "2 of 3 articles are left out: timeml holds one a file; name a folder with --output";
    assert!(to_stdout.err.contains(told), "{}", to_stdout.err);
    let folder = folder(&[("a.txt", ARTICLE.as_bytes()), ("out", b"kept")]);
    let to_file =
        run(nienbieu(&["parse", "a.txt", "-f", "timeml", "-o", "a.tml"]).current_dir(&folder));
    assert_eq!((to_file.code, to_file.err.as_str()), (0, ""));
    assert!(fs::read_to_string(folder.path().join("a.tml")).unwrap().contains("<TIMEX3 "));
    let wrong =
        run(nienbieu(&["parse", "a.txt", "-f", "timeml", "-o", "out"]).current_dir(&folder));
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("out: a file, but timeml goes to a folder"), "{}", wrong.err);
}

#[test]
fn a_reader_that_goes_away_is_no_failure_in_any_format() {
    for (format, _) in FORMATS {
        assert_eq!(cut_off(&["parse", "-f", format]), (Some(0), String::new()), "{format}");
    }
}
