//! The timeline for people.

use super::*;

fn table(args: &[&str], vars: &[(&str, &str)]) -> Run {
    let mut all = vec!["parse", "--format", "table"];
    all.extend(args);
    run(nienbieu(&all).envs(vars.iter().copied()).write_stdin(ARTICLE))
}

#[test]
fn it_shows_title_date_quotation_and_line() {
    let run = table(&["--published", "2022-08-06"], &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("Huyện Mường Lay có trạm y tế mới\n"), "{}", run.out);
    assert!(run.out.contains("published 06/08/2022 (as given)"), "{}", run.out);
    let row = run.out.lines().find(|line| line.contains("khai trương")).unwrap();
    assert!(row.starts_with("  05/08/2022 ") && row.ends_with("  L3"), "{row}");
    assert!(row.contains('‹') && row.contains("5/8/2022›"), "{row}");
    assert!(run.out.lines().last().unwrap().starts_with("1 article, "), "{}", run.out);
}

#[test]
fn articles_follow_each_other_and_are_counted() {
    let run = table(&["--no-text", &fixtures()], &[]);
    for title in ["Huyện Mường Lay có", "Xã Phú Cường sửa", "Trường Tân Hội khai"]
    {
        assert!(run.out.lines().any(|line| line.starts_with(title)), "{}", run.out);
    }
    assert!(run.out.lines().any(|line| line.ends_with("folder/b/c.md")), "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("3 articles, "), "{}", run.out);
}

#[test]
fn it_keeps_to_the_width_of_the_terminal() {
    let widest = |columns: &str| {
        let run = table(&[], &[("COLUMNS", columns)]);
        run.out.lines().map(|line| line.chars().count()).max().unwrap()
    };
    for (columns, expected) in [("60", 60), ("80", 80), ("140", 140), ("300", 140), ("wide", 80)] {
        assert_eq!(widest(columns), expected, "{columns}");
    }
}

#[test]
fn colour_comes_when_wanted() {
    let colored = |args: &[&str], vars: &[(&str, &str)]| table(args, vars).out.contains('\u{1b}');
    let force = ("CLICOLOR_FORCE", "1");
    let none = ("NO_COLOR", "1");
    assert!(!colored(&[], &[]), "not into a pipe");
    assert!(colored(&[], &[force]));
    assert!(!colored(&[], &[force, none]), "NO_COLOR is heeded");
    assert!(colored(&["--color", "always"], &[none]), "the flag is stronger");
    assert!(!colored(&["--color", "never"], &[force]));
}

#[test]
fn colour_takes_the_place_of_brackets() {
    let run = table(&["--color", "always"], &[]);
    assert!(run.out.contains("\u{1b}[1m\u{1b}[4m") && !run.out.contains('‹'), "{}", run.out);
}

#[test]
fn a_table_in_a_file_is_plain() {
    let folder = folder(&[]);
    let file = folder.path().join("timeline");
    let run = table(&["-o", path(&file)], &[("CLICOLOR_FORCE", "1")]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    let shown = fs::read_to_string(file).unwrap();
    assert!(shown.contains("05/08/2022") && !shown.contains('\u{1b}'), "{shown}");
}
